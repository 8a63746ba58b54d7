/* record-head.h - what a record's page opens with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

void fonds_record_head_build (const FondsRecordView *view, GtkBox *page);

G_END_DECLS
