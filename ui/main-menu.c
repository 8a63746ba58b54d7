/* main-menu.c - the menu of the window
 *
 * The same on the start page and in a catalogue: what needs a catalogue is grey without one. What
 * was open last hangs in it as a menu that follows.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/main-menu.h"

#include <gtk/gtk.h>

/**
 * fonds_main_menu_new:
 * @recent: what was open last
 *
 * Makes the menu.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
fonds_main_menu_new (FondsRecent *recent)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/fonds/Fonds/ui/main-menu.ui");
  GMenu *place = G_MENU (gtk_builder_get_object (builder, "recent"));

  g_menu_append_section (place, NULL, fonds_recent_get_menu (recent));
  return G_MENU_MODEL (g_object_ref (gtk_builder_get_object (builder, "main-menu")));
}
