/* record-children.h - what lies directly in a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_children_build (const FondsRecordView *view, GtkBox *page);
gboolean fonds_record_children_has (const FondsRecord *record, const FondsLink *link);

G_END_DECLS
