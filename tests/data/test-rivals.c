/* test-rivals.c - two processes on one catalogue do not undo each other's work unseen
 *
 * Each has a catalogue of its own, as two processes have.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/catalogue-fixture.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/batch.h"
#include "data/catalogue/error.h"
#include "data/catalogue/journal.h"
#include "data/catalogue/row.h"
#include "data/store/database.h"

typedef struct
{
  CatalogueFixture base;
  FondsCatalogue *rival;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  catalogue_fixture_set_up (&fixture->base, data);
  fixture->rival = fonds_catalogue_open (fixture->base.path, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fonds_catalogue_close (fixture->rival);
  g_object_unref (fixture->rival);
  catalogue_fixture_tear_down (&fixture->base, data);
}

static FondsBody *
make_unit (guint n, const char *parent)
{
  g_autofree char *ref = g_strdup_printf ("%u", n);
  FondsBody *unit = catalogue_fixture_unit (ref, "A unit", parent);
  FondsValue *identity = fonds_body_add_text (unit, "identity", ref, NULL);

  fonds_body_set (unit, identity, FONDS_ATTR_SOURCE, "test");
  return unit;
}

static FondsBatch *
bring_in (FondsCatalogue *catalogue, guint first, guint n)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  g_autoptr (GError) error = NULL;
  FondsBatch *batch = fonds_batch_begin (catalogue, "An import", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (units, make_unit (first + i, NULL));
  g_assert_true (fonds_batch_create (batch, units, NULL, &error));
  g_assert_no_error (error);
  return batch;
}

static void
show (FondsBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fonds_batch_reveal (batch, "tester", &error));
  g_assert_no_error (error);
}

static void
refuse (FondsBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fonds_batch_reveal (batch, "tester", &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE);
}

static guint
count_top (Fixture *fixture)
{
  g_autoptr (FondsDb) db =
      fonds_store_connect (fonds_catalogue_get_store (fixture->base.catalogue), NULL);
  g_autoptr (GArray) top = fonds_children_load (db, FONDS_KIND_UNIT, 0, NULL);

  return top->len;
}

static void
undo (FondsCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry = fonds_journal_undo (catalogue, "tester", NULL, &error);

  g_assert_no_error (error);
}

static void
redo (FondsCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry = fonds_journal_redo (catalogue, "tester", NULL, &error);

  g_assert_no_error (error);
}

static gboolean
create_and_fail_cb (FondsWriter *writer, gpointer data, GError **error)
{
  g_assert_true (fonds_writer_create (writer, data, 0, NULL, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "thought better of it");
  return FALSE;
}

static gboolean
create_cb (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_writer_create (writer, data, 0, NULL, error);
}

static void
what_was_rolled_back_is_not_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) lost = make_unit (1, NULL);
  g_autoptr (FondsBody) other = make_unit (2, NULL);
  g_autoptr (FondsBody) child = NULL;

  g_assert_false (fonds_catalogue_write (fixture->base.catalogue, FONDS_LANE_WRITE,
                                         create_and_fail_cb, lost, NULL, NULL));
  g_assert_true (
      fonds_catalogue_write (fixture->rival, FONDS_LANE_WRITE, create_cb, other, NULL, NULL));
  child = make_unit (3, fonds_body_uid (lost));
  g_assert_true (fonds_catalogue_write (fixture->base.catalogue, FONDS_LANE_WRITE, create_cb, child,
                                        NULL, NULL));
  g_assert_cmpuint (count_top (fixture), ==, 2);
}

static void
the_same_rows_do_not_come_in_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBatch) one = bring_in (fixture->base.catalogue, 0, 5);
  g_autoptr (FondsBatch) other = bring_in (fixture->rival, 3, 5);

  show (one);
  refuse (other);
  g_assert_cmpuint (count_top (fixture), ==, 5);
}

static void
two_imports_of_different_rows_both_come_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBatch) one = bring_in (fixture->base.catalogue, 0, 5);
  g_autoptr (FondsBatch) other = bring_in (fixture->rival, 5, 5);

  show (one);
  show (other);
  g_assert_cmpuint (count_top (fixture), ==, 10);
}

static void
an_import_does_not_build_on_what_was_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBatch) one = fonds_batch_begin (fixture->base.catalogue, "One", NULL);
  g_autoptr (FondsBatch) other = fonds_batch_begin (fixture->rival, "Other", NULL);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  g_autoptr (GPtrArray) children =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);

  g_ptr_array_add (parents, make_unit (0, NULL));
  g_assert_true (fonds_batch_create (one, parents, NULL, NULL));
  show (one);
  g_ptr_array_add (children, make_unit (1, fonds_body_uid (g_ptr_array_index (parents, 0))));
  g_assert_true (fonds_batch_create (other, children, NULL, NULL));
  undo (fixture->base.catalogue);
  refuse (other);
  g_assert_cmpuint (count_top (fixture), ==, 0);
}

static void
an_import_goes_in_though_another_was_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBatch) one = bring_in (fixture->base.catalogue, 0, 5);
  g_autoptr (FondsBatch) other = NULL;

  show (one);
  other = bring_in (fixture->rival, 5, 5);
  undo (fixture->base.catalogue);
  show (other);
  g_assert_cmpuint (count_top (fixture), ==, 5);
}

typedef struct
{
  gint64 batch;
  const char *owner;
} Claim;

static gboolean
claim_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Claim *claim = data;

  return fonds_batch_own (fonds_writer_db (writer), claim->batch, claim->owner, error);
}

static void
what_is_done_again_is_not_cleared_by_who_took_it_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *slow = fonds_batch_owner_self ();
  Claim claim = { 1, slow };
  g_autoptr (FondsBatch) one = bring_in (fixture->base.catalogue, 0, 5);

  show (one);
  undo (fixture->base.catalogue);
  g_assert_true (
      fonds_catalogue_write (fixture->rival, FONDS_LANE_HIDDEN, claim_cb, &claim, NULL, NULL));
  redo (fixture->base.catalogue);
  g_assert_true (fonds_batch_clear_shadows (fixture->rival, 1, slow, FALSE, NULL, NULL));
  g_assert_cmpuint (count_top (fixture), ==, 5);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/bug/what-was-rolled-back-is-not-remembered", what_was_rolled_back_is_not_remembered);
  ADD ("/bug/the-same-rows-do-not-come-in-twice", the_same_rows_do_not_come_in_twice);
  ADD ("/rivals/two-imports-of-different-rows-both-come-in",
       two_imports_of_different_rows_both_come_in);
  ADD ("/bug/an-import-does-not-build-on-what-was-taken-back",
       an_import_does_not_build_on_what_was_taken_back);
  ADD ("/rivals/an-import-goes-in-though-another-was-taken-back",
       an_import_goes_in_though_another_was_taken_back);
  ADD ("/bug/what-is-done-again-is-not-cleared-by-who-took-it-back",
       what_is_done_again_is_not_cleared_by_who_took_it_back);
  return g_test_run ();
}
