/* field-view.h - a field of a record with all its values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/field-row.h"
#include "ui/record-view.h"
#include "data/catalogue/field-words.h"

G_BEGIN_DECLS

FondsFieldRow *fonds_field_view_new (const FondsRecordView *view, const FondsField *field);

void fonds_field_view_add (FondsFieldRow *row,
                           const FondsRecordView *view,
                           const FondsField *field,
                           const FondsFieldWords *words);
GtkWidget *fonds_field_view_value (FondsFieldRow *row,
                                   const FondsRecordView *view,
                                   const FondsField *field,
                                   const FondsFieldWords *words);
GtkWidget *fonds_hint_label_new (const char *hint);

G_END_DECLS
