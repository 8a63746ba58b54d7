/* test-export-dialog.c - records go out, and one hears before what will be missing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/record-catalogue.h"
#include "tests/ui/seek.h"
#include "tests/ui/wait.h"
#include "ui/export-dialog.h"
#include "ui/export-scope.h"
#include "ui/export-target.h"
#include "ui/import-pace.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsSearch *search;
  FondsExportDialog *dialog; /* NULL once it is gone */
  GtkWidget *window;
  const char *wanted;
  GArray *ids;
  gboolean found;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *records =
      g_test_build_filename (G_TEST_DIST, "fixtures", "records", "records.tsv", NULL);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("fonds-export-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "export.fonds", NULL);
  fixture->catalogue = record_catalogue_new (path, records);
  fixture->search = fonds_search_new (fixture->catalogue);
  fixture->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  if (fixture->dialog)
    gtk_window_close (GTK_WINDOW (fixture->dialog));
  wait_until (is_gone, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->ids, g_array_unref);
  g_object_unref (fixture->search);
  fonds_catalogue_close (fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
present (Fixture *fixture, const FondsRequest *request, const guint32 *ids, guint n_ids)
{
  fixture->dialog = fonds_export_dialog_present (GTK_WINDOW (fixture->window), fixture->catalogue,
                                                 fixture->search, request, ids, n_ids);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
}

static gboolean
says_wanted (gpointer data)
{
  Fixture *fixture = data;

  return fixture->dialog && seek_label (GTK_WIDGET (fixture->dialog), fixture->wanted);
}

static void
expect (Fixture *fixture, const char *label)
{
  fixture->wanted = label;
  wait_until (says_wanted, fixture);
}

static gboolean
is_type_titled (GtkWidget *widget, const char *title)
{
  return ADW_IS_COMBO_ROW (widget) &&
         strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static GtkWidget *
seek_combo (GtkWidget *root, const char *title)
{
  GtkWidget *child;

  if (is_type_titled (root, title))
    return root;
  for (child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = seek_combo (child, title);

      if (found)
        return found;
    }
  return NULL;
}

static void
choose (Fixture *fixture, const char *title, guint position)
{
  GtkWidget *row = seek_combo (GTK_WIDGET (fixture->dialog), title);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static gboolean
may_write (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_sensitive (seek_button (GTK_WIDGET (fixture->dialog), "Export…"));
}

static void
write_to (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  wait_until (may_write, fixture);
  fonds_export_dialog_write (fixture->dialog, path);
  wait_until (is_gone, fixture);
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  present (fixture, NULL, NULL, 0);
  wait_until (may_write, fixture);
  choose (fixture, "For whom", 1);
  choose (fixture, "Format", 2);
  wait_until (may_write, fixture);
  expect (fixture, "Nothing is lost");
  expect (fixture, "They are restricted, for staff or private, or lie under a record that is. "
                   "Fields that are not meant for publication stay here too.");
}

static void
test_loss (Fixture *fixture, gconstpointer data)
{
  present (fixture, NULL, NULL, 0);
  expect (fixture, "It stays in the catalogue, but is not in the files.");
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  guint32 id = (guint32) record_catalogue_find (fixture->catalogue, RECORD_SERIES);
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  present (fixture, NULL, &id, 1);
  choose (fixture, "Format", 1);
  expect (fixture, "1 record");
  write_to (fixture, "out.csv");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  guint32 id = (guint32) record_catalogue_find (fixture->catalogue, RECORD_SERIES);

  present (fixture, NULL, &id, 1);
  choose (fixture, "Format", 1);
  choose (fixture, "Kind of record", 1);
  expect (fixture, "Nothing here fits these choices. Choose other records.");
  g_assert_false (may_write (fixture));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GError) error = NULL;

  fonds_export_scope_find_finish (result, &fixture->ids, &error);
  g_assert_no_error (error);
  fixture->found = TRUE;
}

static gboolean
was_found (gpointer data)
{
  return ((Fixture *) data)->found;
}

static void
test_under (Fixture *fixture, gconstpointer data)
{
  const guint32 ids[] = {
    (guint32) record_catalogue_find (fixture->catalogue, RECORD_FONDS),
    (guint32) record_catalogue_find (fixture->catalogue, RECORD_SERIES),
  };
  g_autoptr (FondsExportScope) scope = fonds_export_scope_new (fixture->search, NULL, ids, 2);
  guint i, n_series = 0;

  fonds_export_scope_find_async (scope, FONDS_EXPORT_UNDER, NULL, found_cb, fixture);
  wait_until (was_found, fixture);
  g_assert_cmpuint (fixture->ids->len, >, 2);
  g_assert_cmpuint (g_array_index (fixture->ids, guint32, 0), ==, ids[0]);
  for (i = 0; i < fixture->ids->len; i++)
    n_series += g_array_index (fixture->ids, guint32, i) == ids[1];
  g_assert_cmpuint (n_series, ==, 1);
}

static void
test_unfiltered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRequest) everything = fonds_request_new ("");
  g_autoptr (FondsRequest) some = fonds_request_new ("letter");
  g_autoptr (FondsExportScope) all = fonds_export_scope_new (fixture->search, everything, NULL, 0);
  g_autoptr (FondsExportScope) found = fonds_export_scope_new (fixture->search, some, NULL, 0);

  g_assert_false (fonds_export_scope_has (all, FONDS_EXPORT_RESULT));
  g_assert_true (fonds_export_scope_has (found, FONDS_EXPORT_RESULT));
  g_assert_cmpint (fonds_export_scope_likeliest (found), ==, FONDS_EXPORT_RESULT);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = fonds_export_target_folder (fixture->folder, "out");
  g_autofree char *second = NULL;

  g_assert_cmpint (g_mkdir (first, 0700), ==, 0);
  second = fonds_export_target_folder (fixture->folder, "out");
  g_assert_cmpstr (first, !=, second);
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.json", NULL);

  present (fixture, NULL, NULL, 0);
  choose (fixture, "Format", 2);
  wait_until (may_write, fixture);
  fonds_export_dialog_write (fixture->dialog, path);
  expect (fixture, "Nothing was written");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Back"));
}

static void
test_pace (void)
{
  g_autofree char *early = fonds_pace_describe (G_USEC_PER_SEC / 10, 500, 0.1);
  g_autofree char *unknown = fonds_pace_describe (2 * G_USEC_PER_SEC, 500, 0);
  g_autofree char *soon = fonds_pace_describe (10 * G_USEC_PER_SEC, 500, 0.9);
  g_autofree char *later = fonds_pace_describe (20 * G_USEC_PER_SEC, 500, 0.1);

  g_assert_cmpstr (early, ==, "500 records");
  g_assert_cmpstr (unknown, ==, "500 records, 250 a second");
  g_assert_cmpstr (soon, ==, "500 records, 50 a second, a few seconds left");
  g_assert_cmpstr (later, ==, "500 records, 25 a second, about 3 minutes left");
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

  add ("/export-dialog/what-the-public-may-not-see-is-told-before", test_told);
  add ("/export-dialog/what-the-format-cannot-carry-is-told-before", test_loss);
  add ("/export-dialog/a-selection-goes-out-alone", test_selection);
  add ("/export-dialog/nothing-to-write-is-not-offered", test_nothing);
  add ("/export-dialog/what-lies-under-a-selection-comes-once", test_under);
  add ("/export-dialog/a-search-for-everything-is-no-choice-of-its-own", test_unfiltered);
  add ("/export-dialog/a-folder-of-several-files-is-always-new", test_folder);
  add ("/export-dialog/a-write-that-fails-is-told-and-can-be-tried-again", test_failure);
  g_test_add_func ("/export-dialog/time-left-is-said-when-there-is-ground-for-it", test_pace);

  return g_test_run ();
}
