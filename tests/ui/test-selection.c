/* test-selection.c - a selection of any size, as a set of ids
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/finder.h"
#include "ui/selection.h"

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsFinder *finder;
  FondsSelection *selection;
  guint wanted;
} Fixture;

static gboolean
has_wanted (gpointer data)
{
  Fixture *fixture = data;
  FondsAnswer *answer = fonds_result_model_get_answer (fonds_finder_get_results (fixture->finder));

  return answer && answer->n == fixture->wanted &&
         !fonds_result_model_get_loading (fonds_finder_get_results (fixture->finder));
}

static void
ask (Fixture *fixture, const char *text, guint wanted)
{
  fonds_finder_set_text (fixture->finder, text);
  fixture->wanted = wanted;
  wait_until (has_wanted, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsSearch) search = NULL;

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  search = fonds_search_new (fixture->catalogue);
  fixture->finder = fonds_finder_new (search);
  fixture->selection = fonds_selection_new (fonds_finder_get_results (fixture->finder));
  ask (fixture, "", 8);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_object_unref (fixture->finder);
  small_catalogue_free (fixture->catalogue, fixture->folder);
}

static GtkSelectionModel *
model (Fixture *fixture)
{
  return GTK_SELECTION_MODEL (fixture->selection);
}

static gint64
id_at (Fixture *fixture, guint position)
{
  g_autoptr (FondsResultItem) item =
      g_list_model_get_item (G_LIST_MODEL (fixture->selection), position);

  return fonds_result_item_get_id (item);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autofree guint32 *ids = NULL;
  guint n;
  guint i;

  g_assert_true (gtk_selection_model_select_all (model (fixture)));
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 8);
  ids = fonds_selection_dup_ids (fixture->selection, &n);
  g_assert_cmpuint (n, ==, 8);
  for (i = 0; i < n; i++)
    g_assert_cmpint (ids[i], ==, id_at (fixture, i));
  gtk_selection_model_unselect_all (model (fixture));
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 0);
  g_assert_false (gtk_selection_model_is_selected (model (fixture), 3));
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_item (model (fixture), 7, TRUE);
  gtk_selection_model_select_range (model (fixture), 2, 3, FALSE);
  gtk_selection_model_select_range (model (fixture), 3, 1, FALSE);
  gtk_selection_model_unselect_item (model (fixture), 4);
  gtk_selection_model_unselect_item (model (fixture), 5);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 3);
  selected = gtk_selection_model_get_selection (model (fixture));
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 3);
  g_assert_true (gtk_bitset_contains (selected, 2));
  g_assert_true (gtk_bitset_contains (selected, 3));
  g_assert_true (gtk_bitset_contains (selected, 7));
  gtk_selection_model_select_range (model (fixture), 6, 100, TRUE);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 2);
}

static void
test_mask (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_range (1, 2);
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, 5);

  gtk_selection_model_select_all (model (fixture));
  gtk_selection_model_set_selection (model (fixture), selected, mask);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 5);
  g_assert_false (gtk_selection_model_is_selected (model (fixture), 0));
  g_assert_true (gtk_selection_model_is_selected (model (fixture), 1));
  g_assert_true (gtk_selection_model_is_selected (model (fixture), 6));
}

static void
test_single (Fixture *fixture, gconstpointer data)
{
  gint64 id = id_at (fixture, 5);

  g_assert_cmpint (fonds_selection_get_single (fixture->selection), ==, 0);
  fonds_selection_select_only (fixture->selection, id);
  g_assert_cmpint (fonds_selection_get_single (fixture->selection), ==, id);
  g_assert_true (gtk_selection_model_is_selected (model (fixture), 5));
  gtk_selection_model_select_item (model (fixture), 2, FALSE);
  g_assert_cmpint (fonds_selection_get_single (fixture->selection), ==, 0);
  fonds_selection_select_only (fixture->selection, 4711);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  gint64 first = id_at (fixture, 0);

  gtk_selection_model_select_item (model (fixture), 0, TRUE);
  fonds_finder_set_sort (fixture->finder, FONDS_SORT_TITLE, TRUE);
  wait_until (has_wanted, fixture);
  g_assert_cmpint (id_at (fixture, 7), ==, first);
  g_assert_true (gtk_selection_model_is_selected (model (fixture), 7));
  g_assert_false (gtk_selection_model_is_selected (model (fixture), 0));
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (model (fixture));
  ask (fixture, "letter", 3);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 3);
  ask (fixture, "", 8);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 3);
  ask (fixture, "ohayon", 1);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 0);
}

static void
test_newcomer (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (model (fixture));
  small_catalogue_add_unit (fixture->catalogue, "A newcomer", NULL);
  fixture->wanted = 9;
  wait_until (has_wanted, fixture);
  g_assert_cmpuint (fonds_selection_get_n_selected (fixture->selection), ==, 8);
}

typedef struct
{
  guint position;
  guint n;
} Told;

static void
told_cb (GtkSelectionModel *model, guint position, guint n, gpointer data)
{
  Told *told = data;

  told->position = position;
  told->n = n;
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };

  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (told_cb), &told);
  gtk_selection_model_select_item (model (fixture), 2, TRUE);
  gtk_selection_model_select_item (model (fixture), 3, TRUE);
  g_assert_cmpuint (told.position, ==, 2);
  g_assert_cmpuint (told.n, ==, 2);
  fonds_selection_select_only (fixture->selection, id_at (fixture, 6));
  g_assert_cmpuint (told.position, ==, 3);
  g_assert_cmpuint (told.n, ==, 4);
  gtk_selection_model_unselect_all (model (fixture));
  g_assert_cmpuint (told.position, ==, 6);
  g_assert_cmpuint (told.n, ==, 1);
}

static void
test_told_of_all (Fixture *fixture, gconstpointer data)
{
  Told told = { 0 };

  gtk_selection_model_select_item (model (fixture), 0, TRUE);
  fonds_finder_set_sort (fixture->finder, FONDS_SORT_TITLE, TRUE);
  wait_until (has_wanted, fixture);
  g_assert_true (gtk_selection_model_is_selected (model (fixture), 7));
  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (told_cb), &told);
  gtk_selection_model_select_item (model (fixture), 1, TRUE);
  g_assert_cmpuint (told.position + told.n, ==, 8);
  g_assert_false (gtk_selection_model_is_selected (model (fixture), 7));
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

  add ("/selection/all-is-everything-that-was-found-in-its-order", test_all);
  add ("/selection/ranges-and-single-records-are-added-and-taken-away", test_range);
  add ("/selection/a-mask-says-which-rows-are-meant", test_mask);
  add ("/selection/one-record-is-known-by-its-id", test_single);
  add ("/selection/holds-when-the-order-changes", test_order);
  add ("/selection/what-a-new-answer-lacks-is-forgotten", test_answer);
  add ("/selection/a-record-that-comes-is-not-selected-with-the-others", test_newcomer);
  add ("/selection/a-view-is-told-of-no-more-rows-than-changed", test_told);
  add ("/selection/a-view-is-told-of-all-rows-when-the-order-has-changed", test_told_of_all);

  return g_test_run ();
}
