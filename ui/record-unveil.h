/* record-unveil.h - a long page that is seen from its top at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_record_unveil (GtkWidget *page);

G_END_DECLS
