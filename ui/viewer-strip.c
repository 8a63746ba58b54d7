/* viewer-strip.c - the row of small pages below the viewer's picture
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/viewer-strip.h"

#include "ui/label.h"
#include "ui/media-page.h"
#include "ui/media-thumbnail.h"

#include <glib/gi18n-lib.h>

#define SIDE 72

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, fonds_thumbnail_new (SIDE));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  FondsThumbnail *thumbnail = FONDS_THUMBNAIL (gtk_list_item_get_child (cell));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (thumbnail));
  FondsMediaPage *page = gtk_list_item_get_item (cell);
  g_autofree char *name = g_strdup_printf ("%u: %s", gtk_list_item_get_position (cell) + 1,
                                           fonds_media_page_get_title (page));

  fonds_thumbnail_set (thumbnail, fonds_media_page_get_media (page),
                       fonds_media_page_has_picture (page)
                           ? fonds_media_page_get_attachment (page)->hash
                           : NULL,
                       fonds_media_page_get_number (page), fonds_media_page_get_icon (page));
  gtk_widget_set_tooltip_text (GTK_WIDGET (thumbnail), fonds_media_page_get_title (page));
  if (row)
    fonds_widget_set_accessible_name (row, name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  fonds_thumbnail_set (FONDS_THUMBNAIL (gtk_list_item_get_child (cell)), NULL, NULL, 0, NULL);
}

/**
 * fonds_viewer_strip_set_up:
 * @list: a list that runs across
 *
 * Lets a list show #FondsMediaPage items.
 */
void
fonds_viewer_strip_set_up (GtkListView *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (list, factory);
}
