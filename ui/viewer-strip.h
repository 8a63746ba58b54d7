/* viewer-strip.h - the row of small pages below the viewer's picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_viewer_strip_set_up (GtkListView *list);

G_END_DECLS
