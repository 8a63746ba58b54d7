/* field-languages.h - a field whose text is there in several languages, one of which is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/field-row.h"
#include "ui/record-view.h"
#include "data/catalogue/field-words.h"

G_BEGIN_DECLS

GPtrArray *fonds_field_languages (const FondsRecordView *view, const FondsField *field);

void fonds_field_languages_add (FondsFieldRow *row,
                                const FondsRecordView *view,
                                const FondsField *field,
                                GPtrArray *languages);

G_END_DECLS
