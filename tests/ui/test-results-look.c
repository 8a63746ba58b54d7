/* test-results-look.c - looking and going about in the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/seek.h"
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/go-to.h"
#include "ui/quick-look.h"
#include "ui/result-view.h"
#include "ui/results.h"

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsFinder *finder;
  FondsResults *results;
  GtkWidget *window;
  const char *wanted;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsSearch) search = NULL;

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  search = fonds_search_new (fixture->catalogue);
  fixture->finder = fonds_finder_new (search);
  fonds_finder_set_sort (fixture->finder, FONDS_SORT_TITLE, FALSE);
  fixture->results = fonds_results_new ();
  fonds_results_set_finder (fixture->results, fixture->finder);
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

static FondsResultView *
view (Fixture *fixture)
{
  return FONDS_RESULT_VIEW (seek_type (fixture->window, FONDS_TYPE_RESULT_VIEW));
}

static gboolean
has_focus (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  FondsResultCell *cell = focus ? fonds_result_cell_in (focus) : NULL;
  FondsResultItem *item = cell ? fonds_result_cell_get_item (cell) : NULL;
  const FondsRow *row = item ? fonds_result_item_get_row (item) : NULL;

  if (g_getenv ("DBG"))
    g_printerr ("%s %s\n", focus ? G_OBJECT_TYPE_NAME (focus) : "none", row ? row->title : "-");
  return row && g_strcmp0 (row->title, fixture->wanted) == 0;
}

static void
go_to (Fixture *fixture, const char *text, const char *title)
{
  GtkWidget *popover;

  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.go-to", NULL);
  popover = seek_type (fixture->window, FONDS_TYPE_GO_TO);
  g_assert_nonnull (popover);
  fonds_go_to_answer (FONDS_GO_TO (popover), text);
  fixture->wanted = title;
  wait_until (has_focus, fixture);
}

static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "8 records");
  expect (fixture, "Letter from Quba");
  go_to (fixture, "let", "Letter from Baku");
  go_to (fixture, "1", "Bar-Ilan University");
  go_to (fixture, " #8 ", "מכתב אל קובה");
  go_to (fixture, "s", "Shimon Ohayon");
}

static void
test_nowhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover;

  expect (fixture, "8 records");
  fonds_finder_set_sort (fixture->finder, FONDS_SORT_CHANGED, FALSE);
  expect (fixture, "Letter from Quba");
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.go-to", NULL);
  popover = seek_type (fixture->window, FONDS_TYPE_GO_TO);
  expect (fixture, "A row from 1 to 8");
  fonds_go_to_answer (FONDS_GO_TO (popover), "9");
  expect (fixture, "There is no such row");
}

static void
choose (Fixture *fixture, guint position)
{
  GtkWidget *list = seek_type (fixture->window, GTK_TYPE_LIST_VIEW);

  gtk_widget_activate_action (list, "list.select-item", "(ubb)", position, FALSE, FALSE);
}

static GtkWidget *
look (Fixture *fixture, const char *title)
{
  GtkWidget *sheet = seek_type (fixture->window, FONDS_TYPE_QUICK_LOOK);

  return sheet ? seek_label (sheet, title) : NULL;
}

static gboolean
is_looked_at (gpointer data)
{
  return look (data, ((Fixture *) data)->wanted) != NULL;
}

static void
expect_look (Fixture *fixture, const char *title)
{
  fixture->wanted = title;
  wait_until (is_looked_at, fixture);
}

static void
test_quick_look (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Letter from Quba");
  choose (fixture, 0);
  g_signal_emit_by_name (view (fixture), "quick-look");
  expect_look (fixture, "Bar-Ilan University");
  choose (fixture, 1);
  expect_look (fixture, "Kamal Abdulla");
  g_assert_null (look (fixture, "Bar-Ilan University"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "results.quick-look", NULL);
  g_assert_null (look (fixture, "Kamal Abdulla"));
  choose (fixture, 2);
  g_assert_null (look (fixture, "Letter from Baku"));
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

  add ("/results-look/one-goes-to-a-letter-or-a-row", test_go_to);
  add ("/results-look/where-there-is-nothing-one-stays-and-is-told", test_nowhere);
  add ("/results-look/a-quick-look-goes-on-with-the-selection-until-it-is-closed", test_quick_look);

  return g_test_run ();
}
