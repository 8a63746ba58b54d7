/* test-edit.c - an ordinary edit is one transaction and one entry, and can be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/edit.h"

#include "data/catalogue/error.h"
#include "data/catalogue/journal.h"
#include "data/catalogue/record.h"
#include "data/catalogue/row.h"
#include "tests/data/catalogue-fixture.h"

typedef CatalogueFixture Fixture;

/* What one test wants done to whom. */
typedef struct
{
  gint64 ids[3];
  const char *title;
  const FondsBody *body;
  gint64 rev;
  gint64 made;
} Wish;

static gint64
add_unit (Fixture *fixture, const char *ref, const char *title)
{
  g_autoptr (FondsBody) body = catalogue_fixture_unit (ref, title, NULL);

  return catalogue_fixture_create (fixture, body);
}

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gpointer *both = data;

  both[1] = fonds_record_load (db, *(gint64 *) both[0], error);
  return both[1] != NULL;
}

static char *
title_of (Fixture *fixture, gint64 id)
{
  gpointer both[2] = { &id, NULL };
  g_autoptr (FondsRecord) record = NULL;

  fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS, load_cb, both,
                   NULL, NULL);
  record = both[1];
  return record != NULL ? g_strdup (record->title) : NULL;
}

static gboolean
row_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  guint32 id = *(gint64 *) data;
  g_autoptr (GArray) rows = fonds_row_load (db, &id, 1, error);

  *(gint64 *) data = rows != NULL ? g_array_index (rows, FondsRow, 0).id : -1;
  return rows != NULL;
}

static gboolean
is_listed (Fixture *fixture, gint64 id)
{
  gint64 found = id;

  fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS, row_cb, &found,
                   NULL, NULL);
  return found == id;
}

static gboolean
list_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  *(GPtrArray **) data = fonds_journal_list (db, 100, error);
  return TRUE;
}

static GPtrArray *
journal_of (Fixture *fixture)
{
  GPtrArray *list = NULL;

  fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS, list_cb, &list,
                   NULL, NULL);
  g_assert_nonnull (list);
  return list;
}

static gboolean
retitle_cb (FondsEdit *edit, gpointer data, GError **error)
{
  Wish *wish = data;

  for (int i = 0; i < 3 && wish->ids[i] != 0; i++)
    {
      FondsBody *body = fonds_edit_body (edit, wish->ids[i], error);

      if (body == NULL)
        return FALSE;
      fonds_body_clear_field (body, "title");
      fonds_body_add_text (body, "title", wish->title, "en");
    }
  return TRUE;
}

static gboolean
make_cb (FondsEdit *edit, gpointer data, GError **error)
{
  Wish *wish = data;
  g_autoptr (FondsBody) made = catalogue_fixture_unit ("new", "Made by an edit", NULL);

  return retitle_cb (edit, data, error) && fonds_edit_create (edit, made, &wish->made, error);
}

static gboolean
replace_cb (FondsEdit *edit, gpointer data, GError **error)
{
  Wish *wish = data;

  return fonds_edit_replace (edit, wish->ids[0], wish->body, wish->rev, error);
}

static void
run (Fixture *fixture, FondsEditFunc func, Wish *wish)
{
  g_autoptr (GError) error = NULL;

  fonds_edit_run (fixture->catalogue, "Rename", "Archivist", func, wish, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_undo (fixture->catalogue, "Archivist", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry->label, ==, "Rename");
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_redo (fixture->catalogue, "Archivist", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (entry->label, ==, "Rename");
}

static void
assert_title (Fixture *fixture, gint64 id, const char *expected)
{
  g_autofree char *title = title_of (fixture, id);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One"), add_unit (fixture, "2", "Two") }, "Both" };
  g_autoptr (GPtrArray) list = NULL;
  const FondsJournalEntry *entry;

  run (fixture, retitle_cb, &wish);
  assert_title (fixture, wish.ids[0], "Both");
  assert_title (fixture, wish.ids[1], "Both");
  list = journal_of (fixture);
  g_assert_cmpuint (list->len, ==, 1);
  entry = g_ptr_array_index (list, 0);
  g_assert_cmpstr (entry->who, ==, "Archivist");
  g_assert_cmpstr (entry->verb, ==, "edit");
  g_assert_cmpint (entry->changed, ==, 2);
  g_assert_cmpint (entry->created, ==, 0);
}

static void
test_back_and_forth (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One"), add_unit (fixture, "2", "Two") }, "Both" };

  run (fixture, retitle_cb, &wish);
  undo (fixture);
  assert_title (fixture, wish.ids[0], "One");
  assert_title (fixture, wish.ids[1], "Two");
  redo (fixture);
  assert_title (fixture, wish.ids[0], "Both");
  assert_title (fixture, wish.ids[1], "Both");
}

static void
test_creation (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One") }, "Changed" };

  run (fixture, make_cb, &wish);
  g_assert_true (is_listed (fixture, wish.made));
  undo (fixture);
  g_assert_false (is_listed (fixture, wish.made));
  assert_title (fixture, wish.ids[0], "One");
  redo (fixture);
  g_assert_true (is_listed (fixture, wish.made));
  assert_title (fixture, wish.made, "Made by an edit");
  assert_title (fixture, wish.ids[0], "Changed");
}

static void
test_taken_back_is_gone (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { 0 }, "Changed" };
  g_autoptr (GError) error = NULL;

  run (fixture, make_cb, &wish);
  undo (fixture);
  wish.ids[0] = wish.made;
  fonds_edit_run (fixture->catalogue, "Rename", "Archivist", retitle_cb, &wish, NULL, &error);
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One") }, "One" };
  g_autoptr (GPtrArray) list = NULL;

  run (fixture, retitle_cb, &wish);
  list = journal_of (fixture);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One"), 4711 }, "Both" };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (
      fonds_edit_run (fixture->catalogue, "Rename", "Archivist", retitle_cb, &wish, NULL, &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND);
  assert_title (fixture, wish.ids[0], "One");
  list = journal_of (fixture);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_stale_form (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) body = catalogue_fixture_unit ("1", "Written in a form", NULL);
  Wish wish = { { add_unit (fixture, "1", "One") }, "Changed first" };
  g_autoptr (GError) error = NULL;

  run (fixture, retitle_cb, &wish);
  wish.body = body;
  wish.rev = 1;
  fonds_edit_run (fixture->catalogue, "Rename", "Other", replace_cb, &wish, NULL, &error);
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE);
  assert_title (fixture, wish.ids[0], "Changed first");
  wish.rev = 2;
  run (fixture, replace_cb, &wish);
  assert_title (fixture, wish.ids[0], "Written in a form");
}

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_ptr_array_add (user_data, g_object_ref (result));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  Wish first = { { add_unit (fixture, "1", "One") }, "First" };
  Wish last = { { first.ids[0] }, "Last" };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);

  fonds_edit_run_async (fixture->catalogue, "Rename", "A", retitle_cb, &first, NULL, NULL, keep_cb,
                        results);
  fonds_edit_run_async (fixture->catalogue, "Rename", "A", retitle_cb, &last, NULL, NULL, keep_cb,
                        results);
  while (results->len < 2)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (
          fonds_edit_run_finish (fixture->catalogue, g_ptr_array_index (results, i), &error));
      g_assert_no_error (error);
    }
  assert_title (fixture, first.ids[0], "Last");
}

static void
changed_cb (FondsCatalogue *catalogue, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_told (Fixture *fixture, gconstpointer data)
{
  Wish wish = { { add_unit (fixture, "1", "One") }, "Changed" };
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  guint told = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->catalogue, "changed", G_CALLBACK (changed_cb), &told);
  fonds_edit_run_async (fixture->catalogue, "Rename", "A", retitle_cb, &wish, NULL, NULL, keep_cb,
                        results);
  while (told == 0 || results->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (told, ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, catalogue_fixture_set_up, func, catalogue_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/edit/several-documents-change-in-one-entry", test_several);
  ADD ("/edit/undo-and-redo-bring-every-document-back-and-forth", test_back_and_forth);
  ADD ("/edit/undo-takes-away-what-an-edit-made-and-redo-brings-it-back", test_creation);
  ADD ("/edit/what-was-taken-back-cannot-be-changed", test_taken_back_is_gone);
  ADD ("/edit/an-edit-that-changes-nothing-leaves-no-entry", test_nothing);
  ADD ("/edit/an-edit-that-fails-halfway-leaves-everything-as-it-was", test_all_or_nothing);
  ADD ("/edit/a-form-filled-in-from-an-older-state-is-refused", test_stale_form);
  ADD ("/edit/edits-are-done-in-the-order-in-which-they-were-asked-for", test_order);
  ADD ("/edit/an-edit-is-told-once", test_told);

  return g_test_run ();
}
