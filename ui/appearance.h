/* appearance.h - how large the text is and how close the rows stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_appearance_set_up (GSettings *settings);
void fonds_appearance_follow (GSettings *settings, GtkWidget *window);

G_END_DECLS
