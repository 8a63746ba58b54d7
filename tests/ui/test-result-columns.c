/* test-result-columns.c - how the table of results is arranged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-columns.h"

typedef struct
{
  GtkWidget *table;
  FondsResultColumns *columns;
  FondsSort sort;
  gboolean descending;
  guint n_sorted;
  guint n_arranged;
} Fixture;

static void
sort_cb (Fixture *fixture, int sort, gboolean descending)
{
  fixture->sort = (FondsSort) sort;
  fixture->descending = descending;
  fixture->n_sorted++;
}

static void
arranged_cb (Fixture *fixture)
{
  fixture->n_arranged++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->table = g_object_ref_sink (gtk_column_view_new (NULL));
  fixture->columns = fonds_result_columns_new (GTK_COLUMN_VIEW (fixture->table));
  g_signal_connect_swapped (fixture->columns, "sort", G_CALLBACK (sort_cb), fixture);
  g_signal_connect_swapped (fixture->columns, "arranged", G_CALLBACK (arranged_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->table);
  g_assert_finalize_object (fixture->columns);
}

static void
expect (Fixture *fixture, const char *arrangement)
{
  g_autofree char *found = fonds_result_columns_dup_arrangement (fixture->columns);

  g_assert_cmpstr (found, ==, arrangement);
}

static GtkColumnViewColumn *
column (Fixture *fixture, const char *title)
{
  GListModel *all = gtk_column_view_get_columns (GTK_COLUMN_VIEW (fixture->table));
  guint i;

  for (i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) made = g_list_model_get_item (all, i);

      if (g_str_equal (gtk_column_view_column_get_title (made), title))
        return made;
    }
  g_assert_not_reached ();
}

static void
test_arrange (Fixture *fixture, gconstpointer data)
{
  fonds_result_columns_arrange (fixture->columns, NULL, "dates:99 title:300 kind:120");
  expect (fixture, "dates:99 title:300 kind:120");
  g_assert_cmpuint (fixture->n_arranged, ==, 0);
  fonds_result_columns_arrange (fixture->columns, NULL, "kind:80 title:301");
  expect (fixture, "kind:80 title:301");
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  fonds_result_columns_arrange (fixture->columns, NULL,
                                "nonsense:9 :: kind:1 dates kind:-4 level:999999");
  expect (fixture, "kind:40 dates:120 level:2000 title:260");
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = fonds_result_columns_dup_arrangement (fixture->columns);

  fonds_result_columns_arrange (fixture->columns, NULL, "kind:80 title:301 level:50");
  gtk_widget_activate_action (fixture->table, "columns.reset", NULL);
  expect (fixture, first);
  g_assert_cmpuint (fixture->n_arranged, ==, 1);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  fonds_result_columns_arrange (fixture->columns, NULL, "title:260 level:90 dates:120");
  gtk_widget_activate_action (fixture->table, "columns.access", NULL);
  gtk_widget_activate_action (fixture->table, "columns.level", NULL);
  expect (fixture, "title:260 dates:120 access:110");
  gtk_widget_activate_action (fixture->table, "columns.title", NULL);
  gtk_widget_activate_action (fixture->table, "columns.move-earlier", "s", "access");
  expect (fixture, "title:260 access:110 dates:120");
  gtk_widget_activate_action (fixture->table, "columns.move-later", "s", "title");
  expect (fixture, "access:110 title:260 dates:120");
  gtk_widget_activate_action (fixture->table, "columns.move-earlier", "s", "access");
  expect (fixture, "access:110 title:260 dates:120");
  g_assert_cmpuint (fixture->n_arranged, >, 0);
}

static void
test_match (Fixture *fixture, gconstpointer data)
{
  fonds_result_columns_arrange (fixture->columns, NULL, "title:260 match:200");
  expect (fixture, "title:260 match:200");
  g_assert_false (gtk_column_view_column_get_visible (column (fixture, "Match")));
  fonds_result_columns_set_matching (fixture->columns, TRUE);
  g_assert_true (gtk_column_view_column_get_visible (column (fixture, "Match")));
  gtk_widget_activate_action (fixture->table, "columns.match", NULL);
  g_assert_false (gtk_column_view_column_get_visible (column (fixture, "Match")));
  fonds_result_columns_set_matching (fixture->columns, FALSE);
  fonds_result_columns_set_matching (fixture->columns, TRUE);
  g_assert_false (gtk_column_view_column_get_visible (column (fixture, "Match")));
  expect (fixture, "title:260");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (fixture->table);

  gtk_column_view_sort_by_column (table, column (fixture, "Dates"), GTK_SORT_ASCENDING);
  g_assert_cmpint (fixture->sort, ==, FONDS_SORT_DATE);
  g_assert_false (fixture->descending);
  gtk_column_view_sort_by_column (table, column (fixture, "Dates"), GTK_SORT_DESCENDING);
  g_assert_cmpint (fixture->sort, ==, FONDS_SORT_DATE);
  g_assert_true (fixture->descending);
  gtk_column_view_sort_by_column (table, column (fixture, "Title"), GTK_SORT_ASCENDING);
  g_assert_cmpint (fixture->sort, ==, FONDS_SORT_TITLE);
  g_assert_false (fixture->descending);
}

static void
test_show_sort (Fixture *fixture, gconstpointer data)
{
  fonds_result_columns_show_sort (fixture->columns, FONDS_SORT_CHANGED, TRUE);
  fonds_result_columns_show_sort (fixture->columns, FONDS_SORT_RELEVANCE, FALSE);
  g_assert_cmpuint (fixture->n_sorted, ==, 0);
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

  add ("/result-columns/an-arrangement-is-taken-up-as-it-was-written-down", test_arrange);
  add ("/result-columns/a-damaged-arrangement-leaves-a-table-with-a-title", test_damaged);
  add ("/result-columns/the-first-arrangement-can-be-come-back-to", test_first);
  add ("/result-columns/the-menu-shows-hides-and-moves-columns-but-never-hides-the-title",
       test_menu);
  add ("/result-columns/matches-are-shown-only-where-words-were-asked-for", test_match);
  add ("/result-columns/a-click-on-a-heading-asks-for-an-order", test_sort);
  add ("/result-columns/an-order-that-is-only-shown-is-not-asked-for-again", test_show_sort);

  return g_test_run ();
}
