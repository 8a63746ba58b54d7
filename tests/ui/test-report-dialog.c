/* test-report-dialog.c - from a count of gaps to the record that has one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/seek.h"
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/report-dialog.h"
#include "ui/report-list.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsReportDialog *dialog; /* NULL once it is gone */
  GtkWidget *window;
  const char *wanted;
  gint64 opened;
} Fixture;

static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ((Fixture *) data)->opened = g_variant_get_int64 (parameter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "open-record", open_record_cb, "x" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = fonds_report_dialog_present (GTK_WINDOW (fixture->window), fixture->catalogue);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog)
    gtk_window_close (GTK_WINDOW (fixture->dialog));
  wait_until (is_gone, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  small_catalogue_free (fixture->catalogue, fixture->folder);
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

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Essential fields are empty");
  expect (fixture, "8 records, 8 with gaps");
  expect (fixture, "Units of description: Dates");
  expect (fixture, "Authorities that nothing refers to");
}

static void
open_first_line (Fixture *fixture)
{
  GtkWidget *row;

  expect (fixture, "Essential fields are empty");
  row = gtk_widget_get_ancestor (seek_label (GTK_WIDGET (fixture->dialog),
                                             "Units of description: Dates"),
                                 ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  open_first_line (fixture);
  expect (fixture, "5 records");
  view = seek_type (seek_type (GTK_WIDGET (fixture->dialog), FONDS_TYPE_REPORT_LIST),
                    GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (
                        G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)))),
                    ==, SMALL_N_UNITS);
  gtk_widget_activate_action (view, "list.activate-item", "u", 1u);
  g_assert_cmpint (fixture->opened, ==, 2);
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  open_first_line (fixture);
  expect (fixture, "5 records");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "report.back", NULL);
  expect (fixture, "8 records, 8 with gaps");
}

static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "8 records, 8 with gaps");
  small_catalogue_add_unit (fixture->catalogue, "Letter from Oguz", NULL);
  expect (fixture, "The catalogue has changed since");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "report.again", NULL);
  expect (fixture, "9 records, 9 with gaps");
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "gaps.csv", NULL);

  expect (fixture, "8 records, 8 with gaps");
  fonds_report_dialog_save (fixture->dialog, path);
  expect (fixture, "The list is saved");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
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

  add ("/report-dialog/gaps-are-counted", test_counts);
  add ("/report-dialog/a-count-opens-its-records-and-a-record-opens", test_list);
  add ("/report-dialog/one-comes-back-to-the-counts", test_back);
  add ("/report-dialog/a-catalogue-that-changed-is-told-and-looked-at-again", test_outdated);
  add ("/report-dialog/the-list-can-be-saved", test_saved);

  return g_test_run ();
}
