/* test-window.c - files that are dropped on a window, and windows that share a catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/window.h"

#include <glib/gstdio.h>

typedef struct
{
  AdwApplication *application;
  FondsDesk *desk;
  FondsWindow *window;
  GPtrArray *opened; /* of char *: the names of files that the program was asked to open */
  char *folder;
  char *path; /* of a catalogue that nobody has open */
} Fixture;

static void
open_cb (GApplication *application, GFile **files, int n_files, char *hint, Fixture *fixture)
{
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (fixture->opened, g_file_get_basename (files[i]));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  FondsCatalogue *catalogue = small_catalogue_new (&fixture->folder);
  g_autofree char *folder = g_path_get_basename (fixture->folder);
  g_autofree char *id = g_strdup_printf ("org.fonds.Test.%s", folder); /* each has its own */
  g_autoptr (GError) error = NULL;

  fixture->path = g_strdup (fonds_catalogue_get_path (catalogue));
  fonds_catalogue_close (catalogue);
  g_object_unref (catalogue);
  fixture->opened = g_ptr_array_new_with_free_func (g_free);
  fixture->application = g_object_new (ADW_TYPE_APPLICATION, "application-id", id, "flags",
                                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, NULL);
  g_signal_connect (fixture->application, "open", G_CALLBACK (open_cb), fixture);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  fixture->desk = fonds_desk_new (G_APPLICATION (fixture->application));
  fixture->window = fonds_window_new (fixture->application, fixture->desk);
}

static gboolean
is_closed (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  return !fonds_desk_find (fixture->desk, fixture->path) && !g_file_test (log, G_FILE_TEST_EXISTS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (fixture->application))))
    {
      if (gtk_widget_get_realized (windows->data))
        gtk_window_close (windows->data);
      else /* closing it would do nothing */
        gtk_window_destroy (windows->data);
    }
  wait_until (is_closed, fixture);
  g_object_unref (fixture->desk);
  g_object_unref (fixture->application);
  g_ptr_array_unref (fixture->opened);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GtkDropTarget *
find_target (FondsWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (FondsWindow *window, const char *first, const char *second)
{
  GFile *files[] = { g_file_new_for_path (first), g_file_new_for_path (second) };
  GdkFileList *list = gdk_file_list_new_from_array (files, 2);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (find_target (window), "drop", &value, 10.0, 10.0, &taken);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
  return taken;
}

static gboolean
has_opened (gpointer data)
{
  Fixture *fixture = data;

  return fixture->opened->len == 1;
}

static void
test_drop_catalogue (Fixture *fixture, gconstpointer data)
{
  g_assert_true (drop (fixture->window, "/somewhere/Club.FONDS", "/somewhere/letter.txt"));
  wait_until (has_opened, fixture);
  g_assert_cmpstr (g_ptr_array_index (fixture->opened, 0), ==, "Club.FONDS");
}

static void
test_drop_table (Fixture *fixture, gconstpointer data)
{
  g_assert_false (drop (fixture->window, "/somewhere/club.csv", "/somewhere/school.csv"));
  g_assert_cmpint (fixture->opened->len, ==, 0);
}

static gboolean
shows_catalogue (gpointer data)
{
  return gtk_widget_get_mapped (data) && g_str_equal (gtk_window_get_title (data), "small");
}

static gboolean
has_dialog (gpointer data)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == data)
        return TRUE;
    }
  return FALSE;
}

static void
test_drop_table_on_catalogue (Fixture *fixture, gconstpointer data)
{
  fonds_window_open (fixture->window, fixture->path, FALSE);
  wait_until (shows_catalogue, fixture->window);
  g_assert_true (drop (fixture->window, "/somewhere/club.csv", "/somewhere/photograph.jpg"));
  wait_until (has_dialog, fixture->window);
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  FondsWindow *second = fonds_window_new (fixture->application, fixture->desk);
  FondsSession *session;

  fonds_window_open (fixture->window, fixture->path, FALSE);
  wait_until (shows_catalogue, fixture->window);
  session = fonds_desk_find (fixture->desk, fixture->path);
  fonds_window_open (second, fixture->path, FALSE);
  wait_until (shows_catalogue, second);
  g_assert_true (fonds_desk_find (fixture->desk, fixture->path) == session);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (fonds_desk_find (fixture->desk, fixture->path) == session);
  gtk_window_close (GTK_WINDOW (second));
  g_assert_null (fonds_desk_find (fixture->desk, fixture->path));
}

static void
test_name (Fixture *fixture, gconstpointer data)
{
  FondsSession *session;

  g_assert_cmpstr (fonds_window_who (GTK_WIDGET (fixture->window)), ==, g_get_real_name ());
  fonds_window_open (fixture->window, fixture->path, FALSE);
  wait_until (shows_catalogue, fixture->window);
  session = fonds_desk_find (fixture->desk, fixture->path);
  fonds_catalogue_set_who (fonds_session_get_catalogue (session), "  Rahel ");
  g_assert_cmpstr (fonds_window_who (GTK_WIDGET (fixture->window)), ==, "Rahel");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/window/a-catalogue-that-is-dropped-is-opened", test_drop_catalogue);
  add ("/window/a-table-that-is-dropped-needs-a-catalogue", test_drop_table);
  add ("/window/a-table-that-is-dropped-on-a-catalogue-is-offered-to-the-import",
       test_drop_table_on_catalogue);
  add ("/window/windows-on-one-catalogue-share-it-to-the-last", test_share);
  add ("/window/what-is-done-bears-the-name-that-was-set", test_name);

  return g_test_run ();
}
