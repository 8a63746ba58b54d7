/* label.h - small words and their manners, shared by every widget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *fonds_format_count (gint64 count);
char *fonds_format_records (gint64 count);

GtkWidget *fonds_decoration_new (const char *icon);

void fonds_label_set_value (GtkLabel *label, const char *text);
void fonds_inscription_set_value (GtkInscription *inscription, const char *text);
void fonds_inscription_explain (GtkInscription *inscription);
void fonds_widget_set_accessible_name (GtkWidget *widget, const char *name);
void fonds_widget_set_accessible_description (GtkWidget *widget, const char *description);

G_END_DECLS
