/* test-batch.c - what bringing in hidden, showing at once and taking back promise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/catalogue-fixture.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/batch.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/journal.h"
#include "data/catalogue/record.h"
#include "data/catalogue/row.h"
#include "data/store/database.h"

typedef CatalogueFixture Fixture;

static GPtrArray *
make_units (guint n)
{
  GPtrArray *units = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *ref = g_strdup_printf ("%u", i);
      FondsBody *unit = catalogue_fixture_unit (ref, "A unit", NULL);
      FondsValue *identity = fonds_body_add_text (unit, "identity", ref, NULL);

      fonds_body_set (unit, identity, FONDS_ATTR_SOURCE, "test");
      g_ptr_array_add (units, unit);
    }
  return units;
}

static FondsBatch *
bring_in (Fixture *fixture, guint n)
{
  g_autoptr (GPtrArray) units = make_units (n);
  g_autoptr (GError) error = NULL;
  FondsBatch *batch = fonds_batch_begin (fixture->catalogue, "Import of units", &error);

  g_assert_no_error (error);
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
  fonds_batch_free (batch);
}

static FondsDb *
look (Fixture *fixture)
{
  return fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
}

static guint
count_top (Fixture *fixture)
{
  g_autoptr (FondsDb) db = look (fixture);
  g_autoptr (GArray) top = fonds_children_load (db, FONDS_KIND_UNIT, 0, NULL);

  return top->len;
}

static gint64
count_in (Fixture *fixture, const char *sql)
{
  g_autoptr (FondsDb) db = look (fixture);
  gint64 n = -1;

  g_assert_true (fonds_db_integer (db, sql, &n, NULL));
  return n;
}

static gint64
find_identity (Fixture *fixture, const char *legacy)
{
  g_autoptr (FondsDb) db = look (fixture);

  return fonds_identity_find (db, fonds_identity_find_origin (db, "test", NULL), FONDS_KIND_UNIT,
                              legacy, NULL);
}

static void
what_is_hidden_is_nowhere (Fixture *fixture, gconstpointer data)
{
  FondsBatch *batch = bring_in (fixture, 10);
  g_autoptr (FondsDb) db = look (fixture);
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (GArray) by_ref = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_top (fixture), ==, 0);
  g_assert_cmpint (find_identity (fixture, "3"), ==, 0);
  record = fonds_record_load (db, 1, &error);
  g_assert_null (record);
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND);
  by_ref = fonds_record_find_ref (db, "3", NULL);
  g_assert_cmpuint (by_ref->len, ==, 0);

  show (batch);
  g_assert_cmpuint (count_top (fixture), ==, 10);
  g_assert_cmpint (find_identity (fixture, "3"), ==, 4);
}

static void
an_edit_goes_on_while_an_import_is_hidden (Fixture *fixture, gconstpointer data)
{
  FondsBatch *batch = bring_in (fixture, 10);
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("x", "By hand", NULL);
  g_autoptr (GPtrArray) more = make_units (1);

  catalogue_fixture_create (fixture, unit);
  g_assert_cmpuint (count_top (fixture), ==, 1);
  g_assert_true (fonds_batch_create (batch, more, NULL, NULL));
  show (batch);
  g_assert_cmpuint (count_top (fixture), ==, 12);
}

static void
an_abandoned_import_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  fonds_batch_free (bring_in (fixture, 10));
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM document"), ==, 0);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM record"), ==, 0);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM batch"), ==, 0);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM journal"), ==, 0);
}

static gboolean
orphan_batches (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_db_exec (fonds_writer_db (writer), "UPDATE batch SET owner = 'boot 1 1'", error);
}

static void
what_a_dead_process_left_is_swept (Fixture *fixture, gconstpointer data)
{
  FondsBatch *batch = bring_in (fixture, 1200);
  g_autoptr (GError) error = NULL;

  g_assert_true (fonds_batch_tidy (fixture->catalogue, NULL, &error));
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM document"), ==, 1200);

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, orphan_batches, NULL, NULL, NULL);
  g_assert_true (fonds_batch_tidy (fixture->catalogue, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM document"), ==, 0);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM identity"), ==, 0);

  g_assert_false (fonds_batch_reveal (batch, "tester", &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_GIVEN_UP);
  fonds_batch_free (batch);
}

static FondsJournalEntry *
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FondsJournalEntry *entry = fonds_journal_undo (fixture->catalogue, "tester", NULL, &error);

  g_assert_no_error (error);
  return entry;
}

static void
an_import_can_be_taken_back_and_done_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsJournalEntry) undone = NULL;
  g_autoptr (FondsJournalEntry) redone = NULL;
  g_autoptr (GError) error = NULL;

  show (bring_in (fixture, 1200));
  g_assert_cmpuint (count_top (fixture), ==, 1200);

  undone = undo (fixture);
  g_assert_cmpstr (undone->label, ==, "Import of units");
  g_assert_cmpint (undone->created, ==, 1200);
  g_assert_cmpuint (count_top (fixture), ==, 0);
  g_assert_cmpint (count_in (fixture, "SELECT count(*) FROM record"), ==, 0);
  g_assert_cmpint (find_identity (fixture, "3"), ==, 0);

  redone = fonds_journal_redo (fixture->catalogue, "tester", NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (redone);
  g_assert_cmpuint (count_top (fixture), ==, 1200);
  g_assert_cmpint (find_identity (fixture, "3"), ==, 4);
}

static void
nothing_to_undo_is_said (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fonds_journal_undo (fixture->catalogue, "tester", NULL, &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (fonds_journal_redo (fixture->catalogue, "tester", NULL, &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOTHING);
}

static void
undo_survives_closing (Fixture *fixture, gconstpointer data)
{
  show (bring_in (fixture, 5));
  g_assert_finalize_object (g_steal_pointer (&fixture->catalogue));
  catalogue_fixture_open (fixture, FALSE);
  fonds_journal_entry_free (undo (fixture));
  g_assert_cmpuint (count_top (fixture), ==, 0);
}

static char *
title_of (Fixture *fixture, gint64 id)
{
  g_autoptr (FondsDb) db = look (fixture);
  g_autoptr (FondsRecord) record = fonds_record_load (db, id, NULL);

  return g_strdup (record->title);
}

static FondsBatch *
stage_change (Fixture *fixture, gint64 id, gint64 rev)
{
  g_autoptr (FondsBody) body = catalogue_fixture_unit ("0", "Another title", NULL);
  g_autoptr (GError) error = NULL;
  FondsBatch *batch = fonds_batch_begin (fixture->catalogue, "Second import", &error);

  g_assert_true (fonds_batch_change (batch, id, rev, body, NULL, &error));
  g_assert_no_error (error);
  return batch;
}

static void
what_an_import_changed_is_changed_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hidden = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *back = NULL;
  FondsBatch *batch;

  show (bring_in (fixture, 2));
  batch = stage_change (fixture, 1, 1);
  hidden = title_of (fixture, 1);
  g_assert_cmpstr (hidden, ==, "A unit");
  show (batch);
  shown = title_of (fixture, 1);
  g_assert_cmpstr (shown, ==, "Another title");
  g_assert_cmpint (find_identity (fixture, "0"), ==, 0);

  fonds_journal_entry_free (undo (fixture));
  back = title_of (fixture, 1);
  g_assert_cmpstr (back, ==, "A unit");
  g_assert_cmpint (find_identity (fixture, "0"), ==, 1);
  g_assert_cmpuint (count_top (fixture), ==, 2);
  g_assert_cmpint (count_in (fixture, "SELECT rev FROM document WHERE id = 1"), ==, 3);
}

static void
a_change_from_an_old_generation_stops_the_whole_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  FondsBatch *batch;
  g_autoptr (GPtrArray) more = make_units (3);

  show (bring_in (fixture, 2));
  batch = stage_change (fixture, 1, 7);
  g_assert_true (fonds_batch_create (batch, more, NULL, NULL));
  g_assert_false (fonds_batch_reveal (batch, "tester", &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE);
  fonds_batch_free (batch);
  title = title_of (fixture, 1);
  g_assert_cmpstr (title, ==, "A unit");
  g_assert_cmpuint (count_top (fixture), ==, 2);
}

static void
two_imports_of_the_same_rows_make_no_record_twice (Fixture *fixture, gconstpointer data)
{
  FondsBatch *first = bring_in (fixture, 5);
  FondsBatch *second = bring_in (fixture, 5);
  g_autoptr (GError) error = NULL;

  show (first);
  g_assert_false (fonds_batch_reveal (second, "tester", &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE);
  fonds_batch_free (second);
  g_assert_cmpuint (count_top (fixture), ==, 5);
}

static void
something_done_since_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (bring_in (fixture, 2));
  fonds_journal_entry_free (undo (fixture));
  show (bring_in (fixture, 3));
  g_assert_null (fonds_journal_redo (fixture->catalogue, "tester", NULL, &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOTHING);
}

static void
a_living_process_is_told_from_a_dead_one (void)
{
  g_autofree char *self = fonds_batch_owner_self ();

  g_assert_true (fonds_batch_owner_is_alive (self));
  g_assert_false (fonds_batch_owner_is_alive ("some-boot 1 1"));
  g_assert_false (fonds_batch_owner_is_alive ("nonsense"));
}

#define ADD(name, func)                                                                            \
  g_test_add (name, Fixture, NULL, catalogue_fixture_set_up, func, catalogue_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/batch/what-is-hidden-is-nowhere", what_is_hidden_is_nowhere);
  ADD ("/batch/an-edit-goes-on-while-an-import-is-hidden",
       an_edit_goes_on_while_an_import_is_hidden);
  ADD ("/batch/an-abandoned-import-leaves-nothing", an_abandoned_import_leaves_nothing);
  ADD ("/batch/what-a-dead-process-left-is-swept", what_a_dead_process_left_is_swept);
  ADD ("/batch/a-change-from-an-old-generation-stops-the-whole-import",
       a_change_from_an_old_generation_stops_the_whole_import);
  ADD ("/bug/batch/two-imports-of-the-same-rows-make-no-record-twice",
       two_imports_of_the_same_rows_make_no_record_twice);
  ADD ("/undo/an-import-can-be-taken-back-and-done-again",
       an_import_can_be_taken_back_and_done_again);
  ADD ("/undo/nothing-to-undo-is-said", nothing_to_undo_is_said);
  ADD ("/undo/undo-survives-closing", undo_survives_closing);
  ADD ("/undo/what-an-import-changed-is-changed-back", what_an_import_changed_is_changed_back);
  ADD ("/undo/something-done-since-ends-redo", something_done_since_ends_redo);
  g_test_add_func ("/batch/a-living-process-is-told-from-a-dead-one",
                   a_living_process_is_told_from_a_dead_one);
  return g_test_run ();
}
