/* test-results.c - the list of what was found, and its other states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/seek.h"
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/result-cell.h"
#include "ui/result-drag.h"
#include "ui/result-view.h"
#include "ui/results.h"
#include "ui/selection.h"

#include <string.h>

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsFinder *finder;
  FondsResults *results;
  FondsState *state;
  GtkWidget *window;
  const char *wanted;
  gint64 selected;
  gint64 activated;
} Fixture;

static void
selected_cb (Fixture *fixture, gint64 id)
{
  fixture->selected = id;
}

static void
activated_cb (Fixture *fixture, gint64 id)
{
  fixture->activated = id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsSearch) search = NULL;

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  search = fonds_search_new (fixture->catalogue);
  fixture->finder = fonds_finder_new (search);
  fixture->results = fonds_results_new ();
  fixture->state = fonds_state_new (NULL, "results-test.ini");
  fonds_results_set_state (fixture->results, fixture->state);
  fonds_results_set_finder (fixture->results, fixture->finder);
  g_signal_connect_swapped (fixture->results, "record-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->results, "record-activated", G_CALLBACK (activated_cb),
                            fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->results));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->finder);
  fonds_state_flush (fixture->state);
  g_object_unref (fixture->state);
  small_catalogue_free (fixture->catalogue, fixture->folder);
}

static gboolean
says_wanted (gpointer data)
{
  Fixture *fixture = data;

  return seek_label (fixture->window, fixture->wanted) != NULL;
}

static void
expect (Fixture *fixture, const char *label)
{
  fixture->wanted = label;
  wait_until (says_wanted, fixture);
}

static GtkWidget *
list (Fixture *fixture)
{
  return seek_type (fixture->window, GTK_TYPE_LIST_VIEW);
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "8 records");
  expect (fixture, "Letter from Baku");
  fonds_finder_set_text (fixture->finder, "baku");
  expect (fixture, "1 record");
  expect (fixture, "Letter from Baku");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "nowhere");
  expect (fixture, "Nothing found");
  expect (fixture, "No records match “nowhere”. Try fewer words, or the beginning of one.");
  g_assert_null (seek_button (fixture->window, "Clear filters"));
  expect (fixture, "0 records");
}

static void
test_nothing_filtered (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_PLACES);
  expect (fixture, "No records match these filters.");
  g_assert_nonnull (seek_button (fixture->window, "Clear filters"));
}

static GtkRevealer *
complaint (Fixture *fixture)
{
  return GTK_REVEALER (seek_type (fixture->window, GTK_TYPE_REVEALER));
}

static gboolean
has_complaint (gpointer data)
{
  return gtk_revealer_get_reveal_child (complaint (data));
}

static gboolean
has_no_complaint (gpointer data)
{
  return !gtk_revealer_get_reveal_child (complaint (data));
}

static void
test_complaint (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "letter");
  expect (fixture, "3 records");
  fonds_finder_set_text (fixture->finder, "date:nonsense");
  wait_until (has_complaint, fixture);
  g_assert_nonnull (seek_label (fixture->window, "3 records"));
  g_assert_nonnull (list (fixture));
  fonds_finder_set_text (fixture->finder, "baku");
  expect (fixture, "1 record");
  wait_until (has_no_complaint, fixture);
}

static gboolean
is_selected (gpointer data)
{
  return ((Fixture *) data)->selected != 0;
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "ohayon");
  expect (fixture, "Shimon Ohayon");
  gtk_widget_activate_action (list (fixture), "list.select-item", "(ubb)", 0u, FALSE, FALSE);
  wait_until (is_selected, fixture);
  g_assert_cmpint (fixture->activated, ==, 0);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  fonds_results_set_activate_on_click (fixture->results, TRUE);
  fonds_finder_set_text (fixture->finder, "ohayon");
  expect (fixture, "Shimon Ohayon");
  gtk_widget_activate_action (list (fixture), "list.select-item", "(ubb)", 0u, FALSE, FALSE);
  gtk_widget_activate_action (list (fixture), "list.activate-item", "u", 0u);
  g_assert_cmpint (fixture->activated, !=, 0);
  g_assert_cmpint (fixture->selected, ==, 0);
}

static gboolean
is_marked (gpointer data)
{
  Fixture *fixture = data;
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture)));

  return fonds_selection_get_single (FONDS_SELECTION (model)) == fixture->selected;
}

static void
test_marked (Fixture *fixture, gconstpointer data)
{
  test_select (fixture, data);
  fonds_results_set_shown (fixture->results, fixture->selected);
  fonds_finder_set_text (fixture->finder, "");
  expect (fixture, "8 records");
  wait_until (is_marked, fixture);
}

static const char *
first_title (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture))));
  g_autoptr (FondsResultItem) item = g_list_model_get_item (model, 0);
  const FondsRow *row = item ? fonds_result_item_get_row (item) : NULL;

  return row ? row->title : NULL;
}

static gboolean
is_first (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (first_title (fixture), fixture->wanted) == 0;
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "letter from");
  expect (fixture, "2 records");
  gtk_widget_activate_action (list (fixture), "results.sort", "s", "title");
  fixture->wanted = "Letter from Baku";
  wait_until (is_first, fixture);
  gtk_widget_activate_action (list (fixture), "results.descending", NULL);
  fixture->wanted = "Letter from Quba";
  wait_until (is_first, fixture);
}

/* Whether the row of the record that is selected looks so, and no other. */
static gboolean
one_row_is_marked (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *row = gtk_widget_get_first_child (list (fixture));
  guint n_marked = 0;

  for (; row; row = gtk_widget_get_next_sibling (row))
    {
      FondsResultCell *cell = fonds_result_cell_in (row);
      gint64 id = fonds_result_item_get_id (fonds_result_cell_get_item (cell));
      gboolean marked = (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0;

      if (marked != (id == fixture->selected))
        return FALSE;
      n_marked += marked;
    }
  return n_marked == 1 && is_first (fixture);
}

static void
test_marked_row (Fixture *fixture, gconstpointer data)
{
  test_sort (fixture, data);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture))), 0,
                                   TRUE);
  wait_until (one_row_is_marked, fixture);
  gtk_widget_activate_action (list (fixture), "results.descending", NULL);
  fixture->wanted = "Letter from Baku";
  wait_until (one_row_is_marked, fixture);
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  fonds_finder_add_filter (fixture->finder, FONDS_FACET_LEVEL, "item", "Item");
  expect (fixture, "3 records");
  expect (fixture, "Level: \u2068Item\u2069");
  g_signal_emit_by_name (seek_button (fixture->window, "Level: \u2068Item\u2069"), "clicked");
  expect (fixture, "8 records");
  g_assert_null (seek_button (fixture->window, "Level: \u2068Item\u2069"));
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  GtkWidget *results = GTK_WIDGET (fixture->results);
  GtkWidget *rows;
  guint steps = 0;

  expect (fixture, "8 records");
  expect (fixture, "Letter from Baku");
  rows = list (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (!gtk_widget_get_focus_child (rows))
    {
      g_assert_true (gtk_widget_child_focus (results, GTK_DIR_TAB_FORWARD));
      steps++;
    }
  /* Filters, order, view, list. */
  g_assert_cmpuint (steps, ==, 4);
  g_assert_false (gtk_widget_child_focus (results, GTK_DIR_TAB_FORWARD));
}

static void
set_view (Fixture *fixture, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.view", "s", id);
  g_assert_nonnull (seek_type (fixture->window, FONDS_TYPE_RESULT_VIEW));
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection;

  fonds_finder_set_text (fixture->finder, "letter from");
  expect (fixture, "2 records");
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture)));
  gtk_selection_model_select_all (selection);
  expect (fixture, "2 selected");
  set_view (fixture, "grid");
  g_assert_nonnull (seek_type (fixture->window, GTK_TYPE_GRID_VIEW));
  expect (fixture, "Letter from Baku");
  set_view (fixture, "table");
  g_assert_nonnull (seek_type (fixture->window, GTK_TYPE_COLUMN_VIEW));
  g_assert_null (seek_type (fixture->window, GTK_TYPE_GRID_VIEW));
  expect (fixture, "Letter from Baku");
  expect (fixture, "2 selected");
  set_view (fixture, "list");
  g_assert_true (gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture))) == selection);
}

static gboolean
has_clipboard (gpointer data)
{
  Fixture *fixture = data;
  GdkContentProvider *content =
      gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  return content && gdk_content_provider_get_value (content, &value, NULL) &&
         g_strcmp0 (g_value_get_string (&value), fixture->wanted) == 0;
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->results);

  fonds_finder_set_text (fixture->finder, "letter from");
  gtk_widget_activate_action (widget, "results.sort", "s", "title");
  expect (fixture, "2 records");
  gtk_widget_activate_action (widget, "results.select-all", NULL);
  gtk_widget_activate_action (widget, "results.copy", NULL);
  fixture->wanted = "C/1/2\tLetter from Baku\tItem\t\t\nC/1/1\tLetter from Quba\tItem\t\t";
  wait_until (has_clipboard, fixture);
  gtk_widget_activate_action (widget, "results.copy-reference", NULL);
  fixture->wanted = "C/1/2\nC/1/1";
  wait_until (has_clipboard, fixture);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const guint32 ids[] = { 4, 3 };
  g_autoptr (GdkContentProvider) drag =
      fonds_result_drag_new (fixture->catalogue, ids, G_N_ELEMENTS (ids));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (drag, "text/plain;charset=utf-8", stream, 0, NULL,
                                              written_cb, &done);
  wait_until (is_true, &done);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_true (g_str_has_prefix (text, "Letter from Baku."));
  g_assert_nonnull (strstr (text, "\nLetter from Quba."));
}

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->results);
  g_autofree char *view = NULL;

  expect (fixture, "8 records");
  set_view (fixture, "table");
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_PEOPLE);
  expect (fixture, "2 records");
  g_assert_nonnull (list (fixture));
  g_assert_null (seek_type (widget, GTK_TYPE_COLUMN_VIEW));
  set_view (fixture, "grid");
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_EVERYTHING);
  expect (fixture, "8 records");
  g_assert_nonnull (seek_type (widget, GTK_TYPE_COLUMN_VIEW));
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_PEOPLE);
  expect (fixture, "2 records");
  g_object_get (widget, "view", &view, NULL);
  g_assert_cmpstr (view, ==, "grid");
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "8 records");
  fixture->selected = 0;
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.select-all", NULL);
  g_assert_cmpint (fixture->selected, ==, 0);
  expect (fixture, "8 selected");
  fonds_results_set_shown (fixture->results, 3);
  expect (fixture, "8 selected");
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.open", NULL);
  g_assert_cmpint (fixture->activated, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.clear-selection", NULL);
  g_assert_null (seek_label (fixture->window, "8 selected"));
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

  add ("/results/the-count-is-said-and-the-rows-are-filled", test_count);
  add ("/results/nothing-found-says-what-was-looked-for", test_nothing);
  add ("/results/nothing-found-offers-to-clear-the-filters", test_nothing_filtered);
  add ("/results/a-query-that-cannot-be-understood-keeps-the-last-results", test_complaint);
  add ("/results/selecting-shows-a-record", test_select);
  add ("/results/a-click-in-a-narrow-window-opens-and-a-passing-pointer-does-not", test_activate);
  add ("/results/the-record-that-is-read-stays-marked-in-other-results", test_marked);
  add ("/results/the-order-can-be-chosen-and-turned-round", test_sort);
  add ("/results/the-row-that-is-marked-is-that-of-the-record-in-any-order", test_marked_row);
  add ("/results/tab-comes-past-the-rows-to-what-follows", test_tab);
  add ("/results/every-view-has-the-same-records-and-selection", test_views);
  add ("/results/what-is-selected-is-copied-in-its-order", test_copy);
  add ("/results/what-is-dragged-is-cited-when-it-is-dropped", test_drag);
  add ("/results/each-section-is-seen-as-it-was-last", test_memory);
  add ("/results/several-are-counted-and-kept-while-one-is-read", test_several);
  add ("/results/a-filter-has-a-chip-that-takes-it-away", test_chips);

  return g_test_run ();
}
