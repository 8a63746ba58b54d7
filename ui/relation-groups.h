/* relation-groups.h - who refers to a record, grouped by what it is to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_relation_groups_build (const FondsRecordView *view, GtkBox *page);

G_END_DECLS
