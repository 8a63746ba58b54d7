/* test-import-dialog.c - from files to records, by way of a dry run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping.h"
#include "tests/ui/record-catalogue.h"
#include "tests/ui/seek.h"
#include "tests/ui/wait.h"
#include "ui/import-dialog.h"
#include "ui/import-columns.h"
#include "ui/import-done.h"
#include "ui/import-field-picker.h"
#include "ui/import-preview.h"
#include "ui/import-reading.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsImportDialog *dialog; /* NULL once it is gone */
  GtkWidget *window;
  const char *wanted;
  GString *asked; /* which actions of the window behind were asked for */
} Fixture;

static char *
fixture_path (const char *folder, const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", folder, name, NULL);
}

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_string_append (((Fixture *) data)->asked, g_action_get_name (G_ACTION (action)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "show-newest", asked_cb }, { "undo", asked_cb } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *records = fixture_path ("records", "records.tsv");
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("fonds-import-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "import.fonds", NULL);
  fixture->catalogue = record_catalogue_new (path, records);
  fixture->asked = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 2, fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog)
    gtk_window_close (GTK_WINDOW (fixture->dialog));
  wait_until (is_gone, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fonds_catalogue_close (fixture->catalogue);
  g_object_unref (fixture->catalogue);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_string_free (fixture->asked, TRUE);
}

static void
present (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = path ? g_file_new_for_path (path) : NULL;

  fixture->dialog = fonds_import_dialog_present (GTK_WINDOW (fixture->window), fixture->catalogue,
                                                 path ? &file : NULL, path ? 1 : 0);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
}

static void
present_units (Fixture *fixture)
{
  g_autofree char *path = fixture_path ("import", "units.csv");

  present (fixture, path);
}

/* Without the mapping beside it, so that its columns are guessed. */
static void
present_guessed (Fixture *fixture)
{
  g_autofree char *from = fixture_path ("import", "units.csv");
  g_autofree char *path = g_build_filename (fixture->folder, "units.csv", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
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
show_tab (Fixture *fixture, const char *name)
{
  GtkWidget *switcher = seek_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_STACK_SWITCHER);
  GtkStack *review = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));

  gtk_stack_set_visible_child_name (review, name);
}

static void
show_reading (Fixture *fixture)
{
  show_tab (fixture, "reading");
  wait_until (has_mapping, fixture);
}

static GtkWidget *
part (Fixture *fixture, GType type)
{
  return seek_type (GTK_WIDGET (fixture->dialog), type);
}

static void
open_column (Fixture *fixture, const char *column)
{
  present_guessed (fixture);
  expect (fixture, "4 new");
  show_tab (fixture, "columns");
  expect (fixture, column);
  fonds_import_columns_open (FONDS_IMPORT_COLUMNS (part (fixture, FONDS_TYPE_IMPORT_COLUMNS)),
                             column);
}

/* The picker is in a popover that is not shown: it is found by its button. */
static void
pick (Fixture *fixture, const char *field)
{
  GtkWidget *button = part (fixture, GTK_TYPE_MENU_BUTTON);
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));

  g_signal_emit_by_name (gtk_popover_get_child (popover), "picked", field);
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  present (fixture, NULL);
  expect (fixture, "Import records");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Choose files…"));
}

static GtkDropTarget *
drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = fixture_path ("import", "units.csv");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  present (fixture, NULL);
  expect (fixture, "Import records");
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (drop_target (GTK_WIDGET (fixture->dialog)), "drop", &value, 0.0, 0.0,
                         &taken);
  g_assert_true (taken);
  expect (fixture, "3 new");
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  present_units (fixture);
  expect (fixture, "3 new");
  expect (fixture, "1 refused");
  expect (fixture, "nowhere");
  g_assert_nonnull (seek_button (GTK_WIDGET (fixture->dialog), "Import 3 records"));
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  test_preview (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "3 records came in");
  expect (fixture, "3 new · 1 refused");
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  test_import (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.show", NULL);
  wait_until (is_gone, fixture);
  g_assert_cmpstr (fixture->asked->str, ==, "show-newest");
  present_units (fixture);
  expect (fixture, "3 unchanged");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    seek_button (GTK_WIDGET (fixture->dialog), "3 unchanged")),
                                TRUE);
  expect (fixture, "Letters");
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
test_undo (Fixture *fixture, gconstpointer data)
{
  test_import (fixture, data);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.undo", NULL);
  wait_until (is_gone, fixture);
  g_assert_cmpstr (fixture->asked->str, ==, "undo");
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.csv", NULL);
  g_autofree char *text = NULL;

  test_import (fixture, data);
  fonds_import_done_save (FONDS_IMPORT_DONE (
                              seek_type (GTK_WIDGET (fixture->dialog), FONDS_TYPE_IMPORT_DONE)),
                          path);
  expect (fixture, "The report is saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "refused,units.csv,5,"));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  present_units (fixture);
  expect (fixture, "3 new");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    seek_button (GTK_WIDGET (fixture->dialog), "All")),
                                TRUE);
  expect (fixture, "4 lines");
  entry = seek_type (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "WELL letter");
  expect (fixture, "1 line");
  expect (fixture, "Letter about a well, with a drawing");
  gtk_editable_set_text (GTK_EDITABLE (entry), "camel");
  expect (fixture, "No such rows");
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "rows.csv", NULL);
  g_autofree char *text = NULL;

  present_units (fixture);
  expect (fixture, "1 line");
  fonds_import_preview_save (FONDS_IMPORT_PREVIEW (seek_type (GTK_WIDGET (fixture->dialog),
                                                              FONDS_TYPE_IMPORT_PREVIEW)),
                             path);
  expect (fixture, "Saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "refused,units.csv,5,"));
  g_assert_null (strstr (text, "Letters"));
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  present_guessed (fixture);
  expect (fixture, "4 new");
  show_tab (fixture, "columns");
  expect (fixture, "guessed");
  expect (fixture, "Papers of a schoolteacher · Letters · Letter about a well, with a dr");
  expect (fixture, "Title \u20683.1.2\u2069");
}

static void
test_another_field (Fixture *fixture, gconstpointer data)
{
  open_column (fixture, "title");
  expect (fixture, "What a row becomes");
  expect (fixture, "Papers of a schoolteacher");
  pick (fixture, "generalNote");
  expect (fixture, "Read again");
  expect (fixture, "Note");
  gtk_widget_activate_action (part (fixture, FONDS_TYPE_IMPORT_COLUMNS), "columns.back", NULL);
  expect (fixture, "The columns");
  gtk_widget_activate_action (part (fixture, FONDS_TYPE_IMPORT_COLUMNS), "columns.reset", NULL);
  expect (fixture, "Title \u20683.1.2\u2069");
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  open_column (fixture, "dates");
  pick (fixture, FONDS_PICK_IGNORE);
  show_reading (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "4 new");
  show_tab (fixture, "columns");
  expect (fixture, "Left out");
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  present_guessed (fixture);
  expect (fixture, "4 new");
  show_tab (fixture, "file");
  expect (fixture, "UTF-8");
  expect (fixture, "Letter about a well, with a drawing");
  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                  gtk_widget_get_ancestor (seek_label (GTK_WIDGET (fixture->dialog),
                                                                       "Separator"),
                                                           ADW_TYPE_COMBO_ROW)),
                              2);
  expect (fixture, "Read again");
  expect (fixture, "k1,,Papers of a schoolteacher,fonds,1902-1931");
}

static gboolean
file_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
test_mapping_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mine.mapping", NULL);
  GtkWidget *reading;

  open_column (fixture, "title");
  pick (fixture, "alternateTitle");
  show_reading (fixture);
  reading = part (fixture, FONDS_TYPE_IMPORT_READING);
  fonds_import_reading_save (FONDS_IMPORT_READING (reading), path);
  wait_until (file_is_there, path);
  show_tab (fixture, "columns");
  gtk_widget_activate_action (part (fixture, FONDS_TYPE_IMPORT_COLUMNS), "columns.reset", NULL);
  show_reading (fixture);
  fonds_import_reading_load (FONDS_IMPORT_READING (reading), path);
  expect (fixture, "Read again");
  show_tab (fixture, "columns");
  expect (fixture, "Other title");
}

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Two rows name a file each, of which one is there. */
static void
present_with_files (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "named.csv", NULL);

  put (fixture, "page.txt", "A page.\n");
  put (fixture, "named.csv",
       "legacyId,title,levelOfDescription,digitalObjectPath,culture\n"
       "1,Page,Item,page.txt,en\n2,Leaf,Item,lost.txt,en\n");
  present (fixture, path);
  expect (fixture, "1 of 2 found beside the table");
}

static gboolean
has_media (const Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "import.fonds-media", NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "report.csv", NULL);
  g_autofree char *text = NULL;

  present_with_files (fixture);
  g_assert_false (has_media (fixture));
  gtk_switch_set_active (GTK_SWITCH (part (fixture, GTK_TYPE_SWITCH)), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "2 records came in");
  expect (fixture, "2 new\n1 file attached, 1 could not be: the report says why");
  expect (fixture, "Undo attaching the files");
  g_assert_true (has_media (fixture));
  fonds_import_done_save (FONDS_IMPORT_DONE (part (fixture, FONDS_TYPE_IMPORT_DONE)), path);
  expect (fixture, "The report is saved");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "refused,named.csv,3,,digitalObjectPath,lost.txt,"));
  g_assert_null (strstr (text, "page.txt"));
}

static void
test_no_files (Fixture *fixture, gconstpointer data)
{
  present_with_files (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "2 new");
  expect (fixture, "Undo the import");
  g_assert_false (has_media (fixture));
}

static void
test_files_later (Fixture *fixture, gconstpointer data)
{
  test_no_files (fixture, data);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  wait_until (is_gone, fixture);
  present_with_files (fixture);
  expect (fixture, "Import 0 records");
  gtk_switch_set_active (GTK_SWITCH (part (fixture, GTK_TYPE_SWITCH)), TRUE);
  expect (fixture, "Attach 1 file");
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.go", NULL);
  expect (fixture, "2 unchanged\n1 file attached, 1 could not be: the report says why");
  g_assert_true (has_media (fixture));
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
  add ("/import-dialog/files-that-are-dropped-on-it-are-tried", test_drop);
  add ("/import-dialog/the-dry-run-says-what-would-happen-and-changes-nothing", test_preview);
  add ("/import-dialog/what-was-shown-is-imported-and-told", test_import);
  add ("/import-dialog/the-same-file-again-has-nothing-to-import", test_again);
  add ("/import-dialog/a-file-that-cannot-be-read-is-told-in-the-dialog", test_unreadable);
  add ("/import-dialog/a-wrong-mapping-is-told-while-it-is-typed", test_wrong_mapping);
  add ("/import-dialog/a-mapping-of-ones-own-is-used", test_own_mapping);
  add ("/import-dialog/columns-say-what-they-become-and-that-it-was-guessed", test_columns);
  add ("/import-dialog/a-column-gets-another-field-and-a-record-shows-it", test_another_field);
  add ("/import-dialog/a-column-can-be-left-out", test_left_out);
  add ("/import-dialog/the-first-rows-show-whether-the-separator-is-right", test_file);
  add ("/import-dialog/a-mapping-is-saved-and-used-again", test_mapping_file);
  add ("/import-dialog/what-came-in-can-be-taken-back-from-the-last-page", test_undo);
  add ("/import-dialog/the-report-of-an-import-can-be-saved", test_report);
  add ("/import-dialog/files-that-rows-name-are-attached-and-missing-ones-told", test_files);
  add ("/import-dialog/files-that-rows-name-are-left-where-they-are-unless-wanted", test_no_files);
  add ("/import-dialog/files-of-records-that-are-there-can-still-be-attached", test_files_later);
  add ("/import-dialog/rows-are-found-by-their-words", test_words);
  add ("/import-dialog/the-rows-that-are-shown-can-be-saved", test_saved);

  return g_test_run ();
}
