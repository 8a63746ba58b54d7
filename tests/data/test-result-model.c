/* test-result-model.c - the lists that a window shows, and what they tell of their changes
 *
 * A list is compared as its titles or ids, its changes as "place-removed+added"; a validator follows
 * every change and checks that what was not touched kept its item.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/search-fixture.h"

#include "data/search/children-model.h"
#include "data/search/id-list.h"
#include "data/search/result-model.h"
#include "data/search/row-loader.h"

#include <string.h>

typedef struct
{
  GListModel *model;
  GPtrArray *items; /* what the list holds if its changes are believed */
  GString *log;
  guint n_told; /* how often "n-items" was notified */
} Validator;

static void
items_changed_cb (GListModel *model, guint at, guint removed, guint added, Validator *self)
{
  g_string_append_printf (self->log, "%s%u-%u+%u", self->log->len > 0 ? " " : "", at, removed,
                          added);
  g_assert_cmpuint (at + removed, <=, self->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->items, at, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, (int) (at + i), g_list_model_get_item (model, at + i));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->items->len);
  for (guint i = 0; i < self->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);

      g_assert_true (item == g_ptr_array_index (self->items, i));
    }
}

static void
n_items_cb (Validator *self)
{
  self->n_told++;
}

static Validator *
validator_new (GListModel *model)
{
  Validator *self = g_new0 (Validator, 1);

  self->model = model;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->log = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (model, "notify::n-items", G_CALLBACK (n_items_cb), self);
  return self;
}

/* The log must have been asserted; a change that no test expects is a failure. */
static void
validator_free (Validator *self)
{
  g_assert_cmpstr (self->log->str, ==, "");
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_unref (self->items);
  g_string_free (self->log, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Validator, validator_free)

static void
assert_changes (Validator *self, const char *expected)
{
  g_assert_cmpstr (self->log->str, ==, expected);
  g_string_truncate (self->log, 0);
}

static void
wait_until_loaded (FondsResultItem *item)
{
  fonds_result_item_want (item);
  while (!_fonds_result_item_is_current (item))
    g_main_context_iteration (NULL, TRUE);
}

static char *
item_titles (GListModel *model)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (FondsResultItem) item = g_list_model_get_item (model, i);

      wait_until_loaded (item);
      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                              fonds_result_item_get_row (item)->title);
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (gpointer model, const char *expected)
{
  g_autofree char *titles = item_titles (model);

  g_assert_cmpstr (titles, ==, expected);
}

static gint64
create_described (Fixture *fixture, const char *title)
{
  return fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", title, "scopeAndContent",
                                                "Found in all of them.", NULL));
}

static void
wait_for_answer (FondsResultModel *model)
{
  while (fonds_result_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
ask (FondsResultModel *model, const char *query)
{
  g_autoptr (FondsRequest) request = fonds_request_new (query);

  request->sort = FONDS_SORT_TITLE;
  fonds_result_model_set_request (model, request);
  g_assert_true (fonds_result_model_get_loading (model));
  wait_for_answer (model);
}

static void
note_changed_cb (FondsSearch *search, gboolean *changed)
{
  *changed = TRUE;
}

/* Waits until the search has heard of all that was written so far. */
static void
wait_for_news (Fixture *fixture, FondsResultModel *model)
{
  gboolean changed = FALSE;
  gulong id = g_signal_connect (fixture->search, "changed", G_CALLBACK (note_changed_cb), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->search, id);
  wait_for_answer (model);
}

static void
let_go (FondsResultModel *model)
{
  wait_for_answer (model);
  fixture_settle ();
  g_assert_finalize_object (model);
}

static void
begin (Fixture *fixture)
{
  create_described (fixture, "a");
  create_described (fixture, "b");
  create_described (fixture, "d");
  while (!fonds_search_get_ready (fixture->search))
    g_main_context_iteration (NULL, TRUE);
  for (gboolean known = FALSE; !known;)
    {
      g_autoptr (FondsRequest) request = fonds_request_new ("");
      g_autoptr (FondsAnswer) answer = fonds_search_run (fixture->search, request, NULL, NULL);

      known = answer->n == 3;
      fixture_settle ();
    }
}

static void
a_list_is_empty_until_something_is_asked (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model = fonds_result_model_new (fixture->search);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (model)) == FONDS_TYPE_RESULT_ITEM);
  g_assert_false (fonds_result_model_get_loading (model));
  let_go (model);
}

static void
an_answer_comes_in_two_steps_and_fills_itself (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  {
    g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (model));

    ask (model, "");
    assert_changes (validator, "0-0+3");
    assert_titles (model, "a b d");
    ask (model, "-b ");
    assert_changes (validator, "2-1+0");
    assert_titles (model, "a d");
    ask (model, "-a -d ");
    assert_changes (validator, "1-1+0");
    assert_titles (model, "b");
    ask (model, "-b ");
    assert_changes (validator, "1-0+1");
    assert_titles (model, "a d");
    g_assert_cmpuint (validator->n_told, ==, 4);
    g_assert_cmpuint (fonds_result_model_find (model, 3), ==, 1);
    g_assert_cmpuint (fonds_result_model_find (model, 2), ==, G_MAXUINT);
  }
  let_go (model);
}

static void
note_cb (gpointer object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
an_item_stays_at_its_place_and_becomes_another_records (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;
  g_autoptr (FondsResultItem) item = NULL;
  g_autoptr (FondsResultItem) again = NULL;
  guint filled = 0, renamed = 0;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "");
  item = g_list_model_get_item (G_LIST_MODEL (model), 1);
  wait_until_loaded (item);
  g_assert_cmpstr (fonds_result_item_get_row (item)->title, ==, "b");
  g_signal_connect (item, "notify::loaded", G_CALLBACK (note_cb), &filled);
  g_signal_connect (item, "notify::id", G_CALLBACK (note_cb), &renamed);
  ask (model, "-a found ");
  g_assert_cmpint (fonds_result_item_get_id (item), ==, 3);
  g_assert_cmpuint (renamed, ==, 1);
  while (filled == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fonds_result_item_get_row (item)->title, ==, "d");
  g_assert_nonnull (fonds_result_item_get_snippet (item));
  again = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (item == again);
  g_clear_object (&item);
  g_clear_object (&again);
  let_go (model);
}

static void
an_item_that_lost_its_place_does_not_take_anothers (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;
  g_autoptr (FondsResultItem) last = NULL;
  g_autoptr (FondsResultItem) first = NULL;
  g_autoptr (FondsResultItem) again = NULL;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "");
  last = g_list_model_get_item (G_LIST_MODEL (model), 2);
  ask (model, "-a -b ");
  first = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (first != last);
  g_assert_cmpint (fonds_result_item_get_id (first), ==, 3);
  g_clear_object (&last);
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (first == again);
  g_clear_object (&first);
  g_clear_object (&again);
  let_go (model);
}

static void
news_moves_only_the_records_that_it_is_about (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;
  gint64 id;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "");
  {
    g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (model));

    id = create_described (fixture, "c");
    wait_for_news (fixture, model);
    assert_changes (validator, "2-0+1");
    assert_titles (model, "a b c d");

    fixture_change (fixture, id, 1, fixture_body (FONDS_KIND_UNIT, "title", "z", NULL));
    wait_for_news (fixture, model);
    assert_changes (validator, "2-1+0 3-0+1");
    assert_titles (model, "a b d z");

    fixture_change (fixture, id, 2, fixture_body (FONDS_KIND_UNIT, "title", "zz", NULL));
    wait_for_news (fixture, model);
    assert_changes (validator, "");
  }
  let_go (model);
}

static void
a_row_that_changed_is_filled_again (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;
  g_autoptr (FondsResultItem) item = NULL;
  guint filled = 0;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "");
  item = g_list_model_get_item (G_LIST_MODEL (model), 2);
  g_assert_false (fonds_result_item_get_loaded (item));
  g_assert_null (fonds_result_item_get_row (item));
  wait_until_loaded (item);
  g_signal_connect (item, "notify::loaded", G_CALLBACK (note_cb), &filled);
  fixture_change (fixture, fonds_result_item_get_id (item), 1,
                  fixture_body (FONDS_KIND_UNIT, "title", "e", NULL));
  while (filled == 0 || !g_str_equal (fonds_result_item_get_row (item)->title, "e"))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&item);
  let_go (model);
}

static void
a_row_says_where_it_matched (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;
  g_autoptr (FondsResultItem) item = NULL;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "found");
  item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  wait_until_loaded (item);
  g_assert_cmpstr (fonds_result_item_get_snippet (item), ==, "\002Found\003 in all of them.");
  g_clear_object (&item);
  let_go (model);
}

static void
a_wrong_query_keeps_the_last_answer (Fixture *fixture, gconstpointer data)
{
  FondsResultModel *model;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  ask (model, "");
  {
    g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (model));

    ask (model, "kind:nothing ");
    g_assert_error (fonds_result_model_get_error (model), FONDS_SEARCH_ERROR,
                    FONDS_SEARCH_ERROR_SYNTAX);
    assert_changes (validator, "");
    ask (model, "");
    g_assert_null (fonds_result_model_get_error (model));
    assert_changes (validator, "");
  }
  let_go (model);
}

static void
only_the_last_of_quick_requests_is_answered (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "-a", "-a ", "-a -b", "-a -b " };
  FondsResultModel *model;

  begin (fixture);
  model = fonds_result_model_new (fixture->search);
  {
    g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (model));

    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      {
        g_autoptr (FondsRequest) request = fonds_request_new (typed[i]);

        fonds_result_model_set_request (model, request);
      }
    wait_for_answer (model);
    assert_changes (validator, "0-0+1");
    assert_titles (model, "d");
  }
  let_go (model);
}

static void
wait_for_children (FondsChildrenModel *model)
{
  while (fonds_children_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

static void
children_are_listed_with_whether_they_go_on (Fixture *fixture, gconstpointer data)
{
  FondsBody *fonds = fixture_body (FONDS_KIND_UNIT, "title", "Fonds", NULL);
  const char *uid = "018f0000-0000-7000-8000-000000000002";
  FondsChildrenModel *top;
  gint64 id;

  fonds_body_set_uid (fonds, uid);
  id = fixture_create (fixture, fonds);
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Second", "position", "b",
                                         "parent=", uid, NULL));
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "First", "position", "a",
                                         "parent=", uid, NULL));
  fixture_settle ();
  top = fonds_children_model_new (fixture->catalogue, FONDS_KIND_UNIT, 0);
  wait_for_children (top);
  assert_titles (top, "Fonds");
  {
    g_autoptr (FondsResultItem) item = g_list_model_get_item (G_LIST_MODEL (top), 0);
    FondsChildrenModel *under = fonds_children_model_new (fixture->catalogue, FONDS_KIND_UNIT, id);
    g_autoptr (FondsResultItem) child = NULL;

    g_assert_true (fonds_result_item_get_has_children (item));
    wait_for_children (under);
    assert_titles (under, "First Second");
    child = g_list_model_get_item (G_LIST_MODEL (under), 0);
    g_assert_false (fonds_result_item_get_has_children (child));
    g_clear_object (&child);
    {
      g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (under));

      fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Between", "position", "ab",
                                             "parent=", uid, NULL));
      while (validator->log->len == 0)
        g_main_context_iteration (NULL, TRUE);
      assert_changes (validator, "1-0+1");
      assert_titles (under, "First Between Second");
    }
    wait_for_children (under);
    fixture_settle ();
    g_assert_finalize_object (under);
  }
  wait_for_children (top);
  fixture_settle ();
  g_assert_finalize_object (top);
}

/* A list of ids and nothing else; its items are made once and told apart by their address. */
#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, GObject)

#define MOST_IDS 20

struct _TestList
{
  GObject parent_instance;
  FondsIdList list;
  GObject *items[MOST_IDS];
};

static void test_list_init_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestList,
                               test_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, test_list_init_model))

static GType
test_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
test_list_get_n_items (GListModel *model)
{
  return TEST_LIST (model)->list.n;
}

static gpointer
test_list_get_item (GListModel *model, guint position)
{
  TestList *self = TEST_LIST (model);

  return position < self->list.n ? g_object_ref (self->items[self->list.ids[position]]) : NULL;
}

static void
test_list_init_model (GListModelInterface *interface)
{
  interface->get_item_type = test_list_get_item_type;
  interface->get_n_items = test_list_get_n_items;
  interface->get_item = test_list_get_item;
}

static void
test_list_finalize (GObject *object)
{
  for (guint i = 0; i < MOST_IDS; i++)
    g_object_unref (TEST_LIST (object)->items[i]);
  G_OBJECT_CLASS (test_list_parent_class)->finalize (object);
}

static void
test_list_class_init (TestListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_list_finalize;
}

static void
test_list_init (TestList *self)
{
  self->list.model = G_LIST_MODEL (self);
  for (guint i = 0; i < MOST_IDS; i++)
    self->items[i] = g_object_new (G_TYPE_OBJECT, NULL);
}

static void
assert_replaced (const GArray *old, const GArray *new)
{
  TestList *model = g_object_new (TEST_TYPE_LIST, NULL);

  model->list.ids = (const guint32 *) (gpointer) old->data;
  model->list.n = old->len;
  {
    g_autoptr (Validator) validator = validator_new (G_LIST_MODEL (model));

    _fonds_id_list_replace (&model->list, (const guint32 *) (gpointer) new->data, new->len, TRUE);
    g_assert_cmpuint (validator->items->len, ==, new->len);
    for (guint i = 0; i < new->len; i++)
      g_assert_true (g_ptr_array_index (validator->items, i) ==
                     model->items[g_array_index (new, guint32, i)]);
    g_string_truncate (validator->log, 0);
  }
  g_assert_finalize_object (model);
}

static void
any_list_becomes_any_other (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) new = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 id = 0; id < MOST_IDS; id++)
        {
          if (g_rand_int_range (rand, 0, 4) > 0)
            g_array_insert_val (old, (guint) g_rand_int_range (rand, 0, (gint32) old->len + 1), id);
          if (g_rand_int_range (rand, 0, 4) > 0)
            g_array_insert_val (new, (guint) g_rand_int_range (rand, 0, (gint32) new->len + 1), id);
        }
      assert_replaced (old, new);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func)                                                                           \
  g_test_add ("/result-model/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("a-list-is-empty-until-something-is-asked", a_list_is_empty_until_something_is_asked);
  TEST ("an-answer-comes-in-two-steps-and-fills-itself",
        an_answer_comes_in_two_steps_and_fills_itself);
  TEST ("an-item-stays-at-its-place-and-becomes-another-records",
        an_item_stays_at_its_place_and_becomes_another_records);
  TEST ("an-item-that-lost-its-place-does-not-take-anothers",
        an_item_that_lost_its_place_does_not_take_anothers);
  TEST ("news-moves-only-the-records-that-it-is-about",
        news_moves_only_the_records_that_it_is_about);
  TEST ("a-row-that-changed-is-filled-again", a_row_that_changed_is_filled_again);
  TEST ("a-row-says-where-it-matched", a_row_says_where_it_matched);
  TEST ("a-wrong-query-keeps-the-last-answer", a_wrong_query_keeps_the_last_answer);
  TEST ("only-the-last-of-quick-requests-is-answered", only_the_last_of_quick_requests_is_answered);
  TEST ("children-are-listed-with-whether-they-go-on", children_are_listed_with_whether_they_go_on);
#undef TEST
  g_test_add_func ("/result-model/any-list-becomes-any-other", any_list_becomes_any_other);
  return g_test_run ();
}
