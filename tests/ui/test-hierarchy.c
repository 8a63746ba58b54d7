/* test-hierarchy.c - the archive as a tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/seek.h"
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/hierarchy.h"
#include "ui/lazy-children.h"
#include "ui/tree-keys.h"

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsFinder *finder;
  FondsHierarchy *hierarchy;
  GtkWidget *window;
  const char *wanted;
  gint64 selected;
} Fixture;

static void
selected_cb (Fixture *fixture, gint64 id)
{
  fixture->selected = id;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsSearch) search = NULL;

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  search = fonds_search_new (fixture->catalogue);
  fixture->finder = fonds_finder_new (search);
  fixture->hierarchy = fonds_hierarchy_new ();
  fonds_hierarchy_set_finder (fixture->hierarchy, fixture->finder);
  g_signal_connect_swapped (fixture->hierarchy, "record-selected", G_CALLBACK (selected_cb),
                            fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->hierarchy));
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

static GtkWidget *
list (Fixture *fixture)
{
  return seek_type (fixture->window, GTK_TYPE_LIST_VIEW);
}

static void
unfold (Fixture *fixture, const char *title)
{
  GtkWidget *label = seek_label (fixture->window, title);
  GtkWidget *expander = gtk_widget_get_ancestor (label, GTK_TYPE_TREE_EXPANDER);

  gtk_widget_activate_action (expander, "listitem.expand", NULL);
}

static gboolean
has_under (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (fonds_finder_get_under_title (fixture->finder), fixture->wanted) == 0;
}

static gboolean
has_one (gpointer data)
{
  return g_list_model_get_n_items (data) == 1;
}

static void
test_unfold (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Records of the community");
  g_assert_null (seek_label (fixture->window, "Letters"));
  unfold (fixture, "Records of the community");
  expect (fixture, "Letters");
  unfold (fixture, "Letters");
  expect (fixture, "Letter from Quba");
  expect (fixture, "מכתב אל קובה");
}

static void
test_leaf (Fixture *fixture, gconstpointer data)
{
  GtkWidget *expander;

  test_unfold (fixture, data);
  expander = gtk_widget_get_ancestor (seek_label (fixture->window, "Letter from Quba"),
                                      GTK_TYPE_TREE_EXPANDER);
  g_assert_false (gtk_tree_list_row_is_expandable (
      gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander))));
}

static void
test_lazy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsLazyChildren) list =
      fonds_lazy_children_new (fixture->catalogue, FONDS_KIND_UNIT, 0);

  expect (fixture, "Records of the community");
  g_assert_false (fonds_lazy_children_get_begun (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (fonds_lazy_children_get_begun (list));
  wait_until (has_one, list);
}

static GtkSingleSelection *
selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list (fixture))));
}

static const char *
selected_title (Fixture *fixture)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (selection (fixture));
  g_autoptr (FondsResultItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;
  const FondsRow *facts = item ? fonds_result_item_get_row (item) : NULL;

  return facts ? facts->title : NULL;
}

static gboolean
selects_wanted (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (selected_title (fixture), fixture->wanted) == 0;
}

static void
expect_selected (Fixture *fixture, const char *title)
{
  fixture->wanted = title;
  wait_until (selects_wanted, fixture);
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Records of the community");
  fonds_hierarchy_reveal (fixture->hierarchy, 5);
  expect_selected (fixture, "מכתב אל קובה");
  expect (fixture, "Letter from Baku");
  g_assert_cmpint (fixture->selected, ==, 0);
  fonds_hierarchy_reveal (fixture->hierarchy, 2);
  expect_selected (fixture, "Letters");
}

static void
test_letters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsTreeKeys) keys = NULL;

  test_unfold (fixture, data);
  keys =
      fonds_tree_keys_new (GTK_LIST_VIEW (list (fixture)), selection (fixture), fixture->catalogue);
  g_assert_false (fonds_tree_keys_press (keys, GDK_KEY_space, 0));
  g_assert_false (fonds_tree_keys_press (keys, GDK_KEY_l, GDK_CONTROL_MASK));
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_L, GDK_SHIFT_MASK));
  expect_selected (fixture, "Letters");
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_e, 0));
  fonds_tree_keys_press (keys, GDK_KEY_t, 0);
  fonds_tree_keys_press (keys, GDK_KEY_t, 0);
  fonds_tree_keys_press (keys, GDK_KEY_e, 0);
  fonds_tree_keys_press (keys, GDK_KEY_r, 0);
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_space, 0));
  fonds_tree_keys_press (keys, GDK_KEY_f, 0);
  expect_selected (fixture, "Letter from Quba");
}

static void
test_letters_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsTreeKeys) keys = NULL;

  test_unfold (fixture, data);
  gtk_single_selection_set_selected (selection (fixture), 3);
  keys =
      fonds_tree_keys_new (GTK_LIST_VIEW (list (fixture)), selection (fixture), fixture->catalogue);
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_r, 0));
  expect_selected (fixture, "Records of the community");
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsTreeKeys) keys = NULL;

  expect (fixture, "Records of the community");
  keys =
      fonds_tree_keys_new (GTK_LIST_VIEW (list (fixture)), selection (fixture), fixture->catalogue);
  g_assert_false (fonds_tree_keys_press (keys, GDK_KEY_Right, 0));
  gtk_single_selection_set_selected (selection (fixture), 0);
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_Right, 0));
  expect (fixture, "Letters");
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_Right, 0));
  expect_selected (fixture, "Letters");
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_Left, 0));
  expect_selected (fixture, "Records of the community");
  g_assert_true (fonds_tree_keys_press (keys, GDK_KEY_Left, 0));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection (fixture))), ==, 1);
  g_assert_false (fonds_tree_keys_press (keys, GDK_KEY_Left, 0));
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "Records of the community");
  gtk_widget_activate_action (list (fixture), "list.select-item", "(ubb)", 0u, FALSE, FALSE);
  g_assert_cmpint (fixture->selected, !=, 0);
}

static void
test_only (Fixture *fixture, gconstpointer data)
{
  test_select (fixture, data);
  expect (fixture, "Only under this");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    seek_button (fixture->window, "Only under this")),
                                TRUE);
  fixture->wanted = "Records of the community";
  wait_until (has_under, fixture);
  fonds_finder_set_under (fixture->finder, 0, NULL);
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (seek_button (fixture->window, "Only under this"))));
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

  add ("/hierarchy/what-lies-under-a-record-is-shown-when-it-is-unfolded", test_unfold);
  add ("/hierarchy/a-record-without-children-has-no-expander", test_leaf);
  add ("/hierarchy/children-that-nobody-counts-are-not-read", test_lazy);
  add ("/hierarchy/selecting-shows-the-record", test_select);
  add ("/hierarchy/the-search-can-be-kept-under-the-selected-record", test_only);
  add ("/hierarchy/a-record-is-shown-where-it-lies", test_reveal);
  add ("/hierarchy/letters-find-the-next-title-that-begins-so", test_letters);
  add ("/hierarchy/letters-are-sought-once-round-the-tree", test_letters_round);
  add ("/hierarchy/arrows-fold-and-go-in-and-out", test_arrows);

  return g_test_run ();
}
