/* media-menu.c - what can be done with a file of a record
 *
 * The actions are those of the strip that the file lies in. Menus are made when they are asked for: a
 * page of hundreds of files would need hundreds else.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-menu.h"

#include <glib/gi18n-lib.h>

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/**
 * fonds_media_menu_new:
 * @page: the first page of a file
 * @n_files: how many files its record has
 *
 * Makes the menu of what can be done with a file.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
fonds_media_menu_new (FondsMediaPage *page, guint n_files)
{
  const char *key = fonds_media_page_get_attachment (page)->key;
  guint index = fonds_media_page_get_index (page);
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  add_item (section, _ ("_View"), "media.view", g_variant_new_uint32 (index));
  add_item (section, _ ("_Open with another program"), "media.open-outside",
            g_variant_new_uint32 (index));
  add_item (section, _ ("_Save a copy…"), "media.save-copy", g_variant_new_uint32 (index));
  add_section (menu, section);
  section = g_menu_new ();
  add_item (section, _ ("_Caption…"), "media.caption", g_variant_new_uint32 (index));
  if (index > 0)
    add_item (section, _ ("Move _earlier"), "media.move", g_variant_new ("(su)", key, index - 1));
  if (index + 1 < n_files)
    add_item (section, _ ("Move _later"), "media.move", g_variant_new ("(su)", key, index + 1));
  add_section (menu, section);
  section = g_menu_new ();
  add_item (section, _ ("Re_place…"), "media.replace", g_variant_new_uint32 (index));
  add_item (section, _ ("_Remove"), "media.remove", g_variant_new_string (key));
  add_section (menu, section);
  return G_MENU_MODEL (menu);
}

typedef struct
{
  FondsMediaPage *page;
  guint n_files;
} Menu;

static void
menu_free (gpointer data, GClosure *closure)
{
  Menu *menu = data;

  g_object_unref (menu->page);
  g_free (menu);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Later, since what was chosen is done after the menu is closed. */
static void
closed_cb (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
pop_up (GtkWidget *widget, Menu *menu, const GdkRectangle *at)
{
  g_autoptr (GMenuModel) model = fonds_media_menu_new (menu->page, menu->n_files);
  GtkWidget *popover = gtk_popover_menu_new_from_model (model);

  gtk_widget_set_parent (popover, widget);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (at)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, Menu *menu)
{
  const GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pop_up (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), menu, &at);
}

static void
long_pressed_cb (GtkGesture *gesture, double x, double y, Menu *menu)
{
  pressed_cb (gesture, 1, x, y, menu);
}

static gboolean
key_cb (GtkEventController *controller, guint key, guint code, GdkModifierType state, Menu *menu)
{
  gboolean shift = (state & gtk_accelerator_get_default_mod_mask ()) == GDK_SHIFT_MASK;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && shift))
    return FALSE;
  pop_up (gtk_event_controller_get_widget (controller), menu, NULL);
  return TRUE;
}

/**
 * fonds_media_menu_add:
 * @widget: what stands for a file
 * @page: the first page of the file
 * @n_files: how many files the record has
 *
 * Gives a widget the menu of its file: with the second button, a long press or the keyboard.
 */
void
fonds_media_menu_add (GtkWidget *widget, FondsMediaPage *page, guint n_files)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Menu *menu = g_new0 (Menu, 1);

  menu->page = g_object_ref (page);
  menu->n_files = n_files;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), menu);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), menu);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_cb), menu, menu_free, 0);
  gtk_widget_add_controller (widget, keys);
}
