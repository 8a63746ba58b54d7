/* seek.h - finds widgets in a window by what they are and say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *seek_type (GtkWidget *root, GType type);
GtkWidget *seek_label (GtkWidget *root, const char *text);
GtkWidget *seek_button (GtkWidget *root, const char *label);

G_END_DECLS
