/* test-import-dialog.c - from files to records, by way of a dry run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping.h"
#include "tests/ui/record-catalogue.h"
#include "tests/ui/seek.h"
#include "tests/ui/wait.h"
#include "ui/import-dialog.h"
#include "ui/import-lines.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsImportDialog *dialog; /* NULL once it is gone */
  GtkWidget *window;
  const char *wanted;
  guint64 n_new, n_refused;
  gboolean imported;
} Fixture;

static char *
fixture_path (const char *folder, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *records = fixture_path ("records", "records.tsv");
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("fonds-import-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "import.fonds", NULL);
  fixture->catalogue = record_catalogue_new (path, records);
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
  fonds_catalogue_close (fixture->catalogue);
  g_object_unref (fixture->catalogue);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
imported_cb (Fixture *fixture, guint64 n_new, guint64 n_changed, guint64 n_refused)
{
  fixture->imported = TRUE;
  fixture->n_new = n_new;
  fixture->n_refused = n_refused;
}

static void
present (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;

  fixture->dialog = fonds_import_dialog_present (GTK_WINDOW (fixture->window), fixture->catalogue,
                                                 path ? &file : NULL, path ? 1 : 0);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect_swapped (fixture->dialog, "imported", G_CALLBACK (imported_cb), fixture);
}

static void
present_units (Fixture *fixture)
{
  g_autofree char *path = fixture_path ("import", "units.csv");

  present (fixture, path);
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
was_imported (gpointer data)
{
  return ((Fixture *) data)->imported;
}

static GtkTextBuffer *
mapping (Fixture *fixture)
{
  GtkWidget *view = seek_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_TEXT_VIEW);

  return view ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)) : NULL;
}

static gboolean
has_mapping (gpointer data)
{
  GtkTextBuffer *buffer = mapping (data);

  return buffer && gtk_text_buffer_get_char_count (buffer) > 0;
}

static void
show_reading (Fixture *fixture)
{
  GtkWidget *switcher = seek_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_STACK_SWITCHER);
  GtkStack *review = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));

  gtk_stack_set_visible_child_name (review, "reading");
  wait_until (has_mapping, fixture);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  present (fixture, NULL);
  expect (fixture, "Import records");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Choose files…"));
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  present_units (fixture);
  expect (fixture, "3 new");
  expect (fixture, "1 refused");
  expect (fixture, "nowhere");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Import 3 records"));
  g_assert_false (fixture->imported);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  test_preview (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  wait_until (was_imported, fixture);
  g_assert_cmpuint (fixture->n_new, ==, 3);
  g_assert_cmpuint (fixture->n_refused, ==, 1);
  wait_until (is_gone, fixture);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  test_import (fixture, data);
  present_units (fixture);
  expect (fixture, "3 unchanged");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    seek_button (GTK_WIDGET (fixture->dialog), "3 unchanged")),
                                TRUE);
  expect (fixture, "Nothing to import");
  g_assert_false (
      gtk_widget_get_sensitive (seek_button (GTK_WIDGET (fixture->dialog), "Import 0 records")));
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "not-there.csv", NULL);

  present (fixture, path);
  expect (fixture, "The files can’t be read");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Choose other files…"));
}

static void
test_wrong_mapping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *why = NULL;
  g_autoptr (GError) error = NULL;

  present_units (fixture);
  expect (fixture, "3 new");
  show_reading (fixture);
  gtk_text_buffer_set_text (mapping (fixture), "kind teapot\n", -1);
  g_assert_null (fonds_mapping_parse ("kind teapot\n", "Mapping", &error));
  expect (fixture, error->message);
}

static void
test_own_mapping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("import", "units.mapping");
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  present_units (fixture);
  expect (fixture, "3 new");
  show_reading (fixture);
  gtk_text_buffer_set_text (mapping (fixture), text, -1);
  expect (fixture, "Read again");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "Import 3 records");
}

static void
test_narrowed (Fixture *fixture, gconstpointer data)
{
  const FondsImportLine lines[] = { { FONDS_IMPORT_NEW, (char *) "a.csv", 2, 2 },
                                    { FONDS_IMPORT_REFUSED, (char *) "a.csv", 3, 3 } };
  FondsImportReport *report = fonds_import_report_new ();
  g_autoptr (FondsImportLines) list = NULL;
  g_autoptr (FondsImportRow) row = NULL;

  fonds_import_report_add (report, &lines[0]);
  fonds_import_report_add (report, &lines[1]);
  list = fonds_import_lines_new (report);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  fonds_import_lines_show_only (list, FONDS_IMPORT_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpuint (fonds_import_row_get_line (row)->row, ==, 3);
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

  add ("/import-dialog/without-files-it-asks-for-some", test_choose);
  add ("/import-dialog/the-dry-run-says-what-would-happen-and-changes-nothing", test_preview);
  add ("/import-dialog/what-was-shown-is-imported-and-told", test_import);
  add ("/import-dialog/the-same-file-again-has-nothing-to-import", test_again);
  add ("/import-dialog/a-file-that-cannot-be-read-is-told-in-the-dialog", test_unreadable);
  add ("/import-dialog/a-wrong-mapping-is-told-while-it-is-typed", test_wrong_mapping);
  add ("/import-dialog/a-mapping-of-ones-own-is-used", test_own_mapping);
  add ("/import-dialog/the-table-can-be-narrowed-to-one-result", test_narrowed);

  return g_test_run ();
}
