/* record-facts.h - the facts by which one tells a record from others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_facts_build (const FondsRecordView *view, GtkBox *page);
gboolean fonds_record_facts_say (const FondsRecordView *view, const FondsField *field);

G_END_DECLS
