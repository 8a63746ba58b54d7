/* record-map.h - where a record's place lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_map_build (const FondsRecordView *view, GtkBox *page);

G_END_DECLS
