/* media-file-row.c - a file of a record that is no picture: a line on its page
 *
 * Recordings and films are played in the viewer, other files are opened by another program.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-file-row.h"

#include "ui/label.h"
#include "ui/media-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
facts_cb (FondsMediaPage *page, GParamSpec *pspec, AdwActionRow *row)
{
  g_autofree char *description = fonds_media_page_dup_description (page);

  adw_action_row_set_subtitle (row, description);
}

static GtkWidget *
make_button (const char *icon, const char *name, const char *action, guint index)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "icon-name", icon, "tooltip-text", name,
                                    "valign", GTK_ALIGN_CENTER, "action-name", action,
                                    "action-target", g_variant_new_uint32 (index), NULL);

  fonds_widget_set_accessible_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_more (FondsMediaPage *page, guint n_files)
{
  g_autoptr (GMenuModel) menu = fonds_media_menu_new (page, n_files);
  GtkWidget *more =
      g_object_new (GTK_TYPE_MENU_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "icon-name",
                    "view-more-symbolic", "tooltip-text", _ ("File menu"), "valign",
                    GTK_ALIGN_CENTER, "menu-model", menu, NULL);

  fonds_widget_set_accessible_name (more, _ ("File menu"));
  gtk_widget_add_css_class (more, "flat");
  return more;
}

/**
 * fonds_media_file_row_new:
 * @page: the file
 * @n_files: how many files its record has
 *
 * Makes a line.
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
fonds_media_file_row_new (FondsMediaPage *page, guint n_files)
{
  GtkWidget *row = adw_action_row_new ();
  FondsMediaSort sort = fonds_media_page_get_sort (page);
  gboolean plays = sort == FONDS_MEDIA_SORT_SOUND || sort == FONDS_MEDIA_SORT_FILM;
  guint index = fonds_media_page_get_index (page);
  GtkWidget *open =
      plays ? make_button ("media-playback-start-symbolic", _ ("Play"), "media.view", index)
            : make_button ("document-open-symbolic", _ ("Open with another program"),
                           "media.open-outside", index);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fonds_media_page_get_title (page));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             fonds_decoration_new (fonds_media_page_get_icon (page)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("document-save-symbolic", _ ("Save a copy…"),
                                          "media.save-copy", index));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_more (page, n_files));
  fonds_media_menu_add (row, page, n_files);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);
  g_signal_connect_object (page, "notify::facts", G_CALLBACK (facts_cb), row, 0);
  facts_cb (page, NULL, ADW_ACTION_ROW (row));
  return row;
}
