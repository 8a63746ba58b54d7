/* record-link.h - the name of another record, which opens it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/record-view.h"

G_BEGIN_DECLS

GtkWidget *fonds_record_link_new (const FondsRecordView *view, const char *title, gint64 id);

G_END_DECLS
