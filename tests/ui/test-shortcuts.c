/* test-shortcuts.c - the window of shortcuts lists the keys that there are, and no others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/accels.h"
#include "ui/browser.h"
#include "ui/session.h"
#include "ui/viewer.h"

#include <string.h>

/* GTK's own: the menu, and the window of shortcuts itself. */
static const char *const of_gtk[] = { "F10", "<Primary>question" };

static void
add_key (GHashTable *keys, const char *text, const char *what)
{
  GdkModifierType modifiers = 0;
  guint key = 0;

  if (!gtk_accelerator_parse (text, &key, &modifiers) || key == 0)
    g_error ("“%s” of %s is no key", text, what);
  g_hash_table_insert (keys, gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers),
                       g_strdup (what));
}

static GHashTable *
keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
get_listed (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/fonds/Fonds/gtk/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);
  GHashTable *keys = keys_new ();

  for (GSList *l = objects; l; l = l->next)
    {
      g_autofree char *accelerators = NULL;
      g_autofree char *title = NULL;
      g_auto (GStrv) parts = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &accelerators, "title", &title, NULL);
      parts = g_strsplit (accelerators, " ", -1);
      for (guint i = 0; parts[i]; i++)
        add_key (keys, parts[i], title);
    }
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  return keys;
}

/* Keys without Ctrl or Alt that move or choose are what every list has. */
static gboolean
goes_without_saying (const char *key)
{
  static const char *const usual[] = { "Escape", "Return", "space", "Menu", "<Shift>F10" };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_str_equal (usual[i], key))
      return TRUE;
  return FALSE;
}

static void
add_shortcut (GHashTable *keys, GtkShortcut *shortcut, const char *what)
{
  g_autofree char *text = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i]; i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_strstrip (parts[i]);
      /* The number pad's keys do what their namesakes do. */
      if (gtk_accelerator_parse (parts[i], &key, &modifiers) && key != 0 &&
          !strstr (parts[i], "KP_") && !goes_without_saying (parts[i]))
        add_key (keys, parts[i], what);
    }
}

static void
add_controllers (GHashTable *keys, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          add_shortcut (keys, shortcut, G_OBJECT_TYPE_NAME (widget));
        }
    }
}

/* Only our own widgets: what GTK's do by themselves is GTK's to tell. */
static void
walk (GHashTable *keys, GtkWidget *widget)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Fonds"))
    add_controllers (keys, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    walk (keys, child);
}

static void
add_accels (GHashTable *keys)
{
  g_autoptr (GtkApplication) application = gtk_application_new ("org.fonds.Test", 0);
  g_auto (GStrv) actions = NULL;

  fonds_accels_install (application);
  actions = gtk_application_list_action_descriptions (application);
  for (guint i = 0; actions[i]; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accels[j]; j++)
        add_key (keys, accels[j], actions[i]);
    }
}

static void
add_widgets (GHashTable *keys)
{
  g_autoptr (GApplication) application = g_application_new (NULL, 0);
  g_autoptr (GMenu) menu = g_menu_new ();
  char *folder;
  FondsCatalogue *catalogue = small_catalogue_new (&folder);
  g_autoptr (FondsState) state = fonds_state_new (NULL, "shortcuts.ini");
  FondsSession *session = fonds_session_new (application, NULL, catalogue, state);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window),
                        GTK_WIDGET (fonds_browser_new (session, G_MENU_MODEL (menu))));
  walk (keys, window);
  /* The viewer is made when it is first called for. */
  gtk_window_set_child (GTK_WINDOW (window), fonds_viewer_new ());
  walk (keys, window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (session);
  small_catalogue_free (catalogue, folder);
}

static GHashTable *
get_installed (void)
{
  GHashTable *keys = keys_new ();

  add_accels (keys);
  add_widgets (keys);
  for (guint i = 0; i < G_N_ELEMENTS (of_gtk); i++)
    add_key (keys, of_gtk[i], "GTK");
  return keys;
}

static void
compare (GHashTable *here, GHashTable *there, const char *complaint)
{
  GHashTableIter iter;
  gpointer key;
  gpointer what;

  g_hash_table_iter_init (&iter, here);
  while (g_hash_table_iter_next (&iter, &key, &what))
    if (!g_hash_table_contains (there, key))
      {
        g_test_message ("%s of “%s” %s", (char *) key, (char *) what, complaint);
        g_test_fail ();
      }
}

static void
test_same (void)
{
  g_autoptr (GHashTable) listed = get_listed ();
  g_autoptr (GHashTable) installed = get_installed ();

  g_assert_cmpint (g_hash_table_size (listed), >, 10);
  compare (installed, listed, "isn’t listed");
  compare (listed, installed, "is listed and does nothing");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/shortcuts/every-key-is-listed-and-every-listed-key-does-something", test_same);

  return g_test_run ();
}
