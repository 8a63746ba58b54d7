/* media-menu.h - what can be done with a file of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/media-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GMenuModel *fonds_media_menu_new (FondsMediaPage *page, guint n_files);
void fonds_media_menu_add (GtkWidget *widget, FondsMediaPage *page, guint n_files);

G_END_DECLS
