/* test-catalogue.c - what an open catalogue promises about documents and their shadows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/catalogue-fixture.h"

#include "data/catalogue/error.h"
#include "data/catalogue/field.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/record.h"
#include "data/catalogue/row.h"
#include "data/store/database.h"

typedef CatalogueFixture Fixture;

typedef struct
{
  gint64 id;
  FondsRecord *record;
  GError *error;
} LoadRecord;

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  LoadRecord *load = data;

  load->record = fonds_record_load (db, load->id, &load->error);
  return TRUE;
}

static FondsRecord *
load (Fixture *fixture, gint64 id)
{
  LoadRecord job = { .id = id };

  g_assert_true (fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS,
                                  load_cb, &job, NULL, NULL));
  g_assert_no_error (job.error);
  return job.record;
}

static void
change (Fixture *fixture, gint64 id, gint64 rev, FondsBody *body, GError **error)
{
  CatalogueFixtureWrite write = { .body = body, .id = id, .rev = rev, .change = TRUE };

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, catalogue_fixture_write_cb, &write,
                         NULL, error);
}

static void
a_record_knows_what_it_lies_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F1", "The fonds", NULL);
  g_autoptr (FondsBody) series = NULL;
  g_autoptr (FondsBody) item = NULL;
  g_autoptr (FondsRecord) record = NULL;
  gint64 id;

  catalogue_fixture_create (fixture, fonds);
  series = catalogue_fixture_unit ("S2", "The series", fonds_body_uid (fonds));
  catalogue_fixture_create (fixture, series);
  item = catalogue_fixture_unit ("3", "The item", fonds_body_uid (series));
  id = catalogue_fixture_create (fixture, item);

  record = load (fixture, id);
  g_assert_cmpuint (record->ancestors->len, ==, 2);
  g_assert_cmpstr (((FondsLink *) g_ptr_array_index (record->ancestors, 0))->title, ==,
                   "The fonds");
  g_assert_cmpstr (((FondsLink *) g_ptr_array_index (record->ancestors, 1))->title, ==,
                   "The series");
  g_assert_cmpstr (record->reference_code, ==, "F1/S2/3");
}

static void
a_child_may_come_before_its_parent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F1", "The fonds", NULL);
  g_autoptr (FondsBody) item = NULL;
  g_autoptr (FondsRecord) before = NULL;
  g_autoptr (FondsRecord) after = NULL;
  g_autoptr (FondsRecord) parent = NULL;
  gint64 id, parent_id;

  fonds_body_set_uid (fonds, "01890000-0000-7000-8000-000000000001");
  item = catalogue_fixture_unit ("3", "The item", fonds_body_uid (fonds));
  id = catalogue_fixture_create (fixture, item);
  before = load (fixture, id);
  g_assert_cmpuint (before->ancestors->len, ==, 0);
  g_assert_null (fonds_record_target (before, fonds_body_uid (fonds)));

  parent_id = catalogue_fixture_create (fixture, fonds);
  after = load (fixture, id);
  g_assert_cmpuint (after->ancestors->len, ==, 1);
  parent = load (fixture, parent_id);
  g_assert_cmpint (parent->n_children, ==, 1);
}

static void
a_reference_is_seen_from_both_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) person = fonds_body_new (FONDS_KIND_PERSON);
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Letters", NULL);
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (FondsRecord) other = NULL;
  const FondsLink *link;
  gint64 person_id, unit_id;

  fonds_body_add_text (person, "name", "Ohayon, Shimon", "en");
  person_id = catalogue_fixture_create (fixture, person);
  fonds_body_set (unit, fonds_body_add_ref (unit, "creator", fonds_body_uid (person)),
                  FONDS_ATTR_TYPE, "Creation");
  unit_id = catalogue_fixture_create (fixture, unit);

  record = load (fixture, unit_id);
  link = fonds_record_target (record, fonds_body_uid (person));
  g_assert_nonnull (link);
  g_assert_cmpint (link->id, ==, person_id);
  g_assert_cmpstr (link->title, ==, "Ohayon, Shimon");

  other = load (fixture, person_id);
  g_assert_cmpuint (other->incoming->len, ==, 1);
  link = g_ptr_array_index (other->incoming, 0);
  g_assert_cmpstr (link->title, ==, "Letters");
  g_assert_cmpstr (link->field, ==, "creator");
  g_assert_cmpstr (link->type, ==, "Creation");
}

static void
a_relation_is_seen_through_to_its_other_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) person = fonds_body_new (FONDS_KIND_PERSON);
  g_autoptr (FondsBody) institution = fonds_body_new (FONDS_KIND_INSTITUTION);
  g_autoptr (FondsBody) relation = fonds_body_new (FONDS_KIND_RELATION);
  g_autoptr (FondsRecord) record = NULL;
  const FondsLink *link;
  gint64 id;

  fonds_body_add_text (person, "name", "Abdulla, Kamal", "az-Latn");
  fonds_body_add_text (institution, "name", "Azerbaijan University of Languages", "en");
  catalogue_fixture_create (fixture, person);
  id = catalogue_fixture_create (fixture, institution);
  fonds_body_add_ref (relation, "subject", fonds_body_uid (person));
  fonds_body_add_ref (relation, "object", fonds_body_uid (institution));
  fonds_body_add_text (relation, "type", "is rector of", NULL);
  catalogue_fixture_create (fixture, relation);

  record = load (fixture, id);
  g_assert_cmpint (record->n_incoming, ==, 1);
  link = g_ptr_array_index (record->incoming, 0);
  g_assert_cmpstr (link->title, ==, "Abdulla, Kamal");
  g_assert_cmpstr (link->type, ==, "is rector of");
  g_assert_cmpstr (link->field, ==, "object");
}

static gboolean
hide_a_batch_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_db_exec (db,
                        "INSERT INTO batch (id, state, owner, label, started)"
                        " VALUES (77, 0, '', '', 0)",
                        error);
}

/* By a field that only records have, by one that others have as well, and by a relation; what is
 * claimed of a record does not refer to it. */
static void
refer_often (Fixture *fixture, const FondsBody *person, guint n)
{
  g_autoptr (FondsBody) claim = fonds_body_new (FONDS_KIND_CLAIM);
  g_autoptr (FondsBody) relation = fonds_body_new (FONDS_KIND_RELATION);
  const char *uid = fonds_body_uid (person);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "A letter", NULL);

      fonds_body_add_ref (unit, i % 8 == 0 ? "subject" : "creator", uid);
      catalogue_fixture_create (fixture, unit);
      if (i == 0)
        fonds_body_add_ref (relation, "object", fonds_body_uid (unit));
    }
  fonds_body_add_ref (relation, "subject", uid);
  catalogue_fixture_create (fixture, relation);
  fonds_body_add_ref (claim, "subject", uid);
  catalogue_fixture_create (fixture, claim);
}

static void
many_that_refer_are_all_counted (Fixture *fixture, gconstpointer data)
{
  static const guint n[] = { 20, 190 };
  guint expected = 0;
  g_autoptr (FondsBody) person = fonds_body_new (FONDS_KIND_PERSON);
  gint64 id;

  fonds_body_add_text (person, "name", "Ohayon, Shimon", "en");
  id = catalogue_fixture_create (fixture, person);
  for (guint i = 0; i < G_N_ELEMENTS (n); i++)
    {
      g_autoptr (FondsRecord) record = NULL;

      refer_often (fixture, person, n[i]);
      expected += n[i] + 1;
      record = load (fixture, id);
      g_assert_cmpint (record->n_incoming, ==, expected);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FondsRecord) record = load (fixture, id);

      g_assert_cmpint (record->n_incoming, ==, expected);
      g_assert_cmpuint (record->incoming->len, <, expected);
      if (i == 0)
        g_assert_true (fonds_store_run (fonds_catalogue_get_store (fixture->catalogue),
                                        FONDS_LANE_WRITE, hide_a_batch_cb, NULL, NULL, NULL));
    }
}

static void
what_only_records_refer_by_is_no_field_of_others (void)
{
  static const char *const fields[] = { "creator", "place", "repository",
                                        "genre",   "name",  "container" };

  for (int kind = FONDS_KIND_RELATION; kind < FONDS_N_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      {
        const FondsField *field = fonds_field_find (kind, fields[i]);

        g_assert_true (field == NULL || field->datatype != FONDS_TYPE_REFERENCE);
      }
}

static void
dates_of_a_record_span_all_that_describe_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Letters", NULL);
  gint64 id, from = 0, to = 0;
  g_autofree char *sql_from = NULL;
  FondsValue *value;
  FondsDb *db;

  value = fonds_body_add_text (unit, "dates", "1902–1917", NULL);
  fonds_body_set (unit, value, FONDS_ATTR_EDTF, "1902/1917");
  value = fonds_body_add_text (unit, "dates", "1920", NULL);
  fonds_body_set (unit, value, FONDS_ATTR_EDTF, "1920");
  id = catalogue_fixture_create (fixture, unit);
  g_assert_cmpint (id, ==, 1);

  db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  g_assert_true (fonds_db_integer (db, "SELECT from_day FROM record WHERE id = 1", &from, NULL));
  g_assert_true (fonds_db_integer (db, "SELECT to_day FROM record WHERE id = 1", &to, NULL));
  g_assert_cmpint (from, ==, 2415751); /* 1 January 1902 */
  g_assert_cmpint (to, ==, 2422690);   /* 31 December 1920 */
  fonds_db_close (db);
}

static void
a_change_from_an_old_generation_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Letters", NULL);
  g_autoptr (FondsBody) second = catalogue_fixture_unit ("1", "Letters and cards", NULL);
  g_autoptr (FondsBody) third = catalogue_fixture_unit ("1", "Cards", NULL);
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = catalogue_fixture_create (fixture, unit);

  change (fixture, id, 1, second, &error);
  g_assert_no_error (error);
  change (fixture, id, 1, third, &error);
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE);
  record = load (fixture, id);
  g_assert_cmpstr (record->title, ==, "Letters and cards");
  g_assert_cmpint (record->rev, ==, 2);
}

static void
a_full_reference_code_finds_its_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) one = catalogue_fixture_unit ("F1", "One", NULL);
  g_autoptr (FondsBody) two = catalogue_fixture_unit ("F2", "Two", NULL);
  g_autoptr (FondsBody) in_one = NULL;
  g_autoptr (FondsBody) in_two = NULL;
  g_autoptr (GArray) local = NULL;
  g_autoptr (GArray) full = NULL;
  FondsDb *db;
  gint64 id;

  catalogue_fixture_create (fixture, one);
  catalogue_fixture_create (fixture, two);
  in_one = catalogue_fixture_unit ("7/a", "In one", fonds_body_uid (one));
  in_two = catalogue_fixture_unit ("7/a", "In two", fonds_body_uid (two));
  catalogue_fixture_create (fixture, in_one);
  id = catalogue_fixture_create (fixture, in_two);

  db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  local = fonds_record_find_ref (db, "7/a", NULL);
  full = fonds_record_find_ref (db, "F2/7/a", NULL);
  g_assert_cmpuint (local->len, ==, 2);
  g_assert_cmpuint (full->len, ==, 1);
  g_assert_cmpint (g_array_index (full, gint64, 0), ==, id);
  fonds_db_close (db);
}

static void
an_exact_name_is_found_and_no_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) person = fonds_body_new (FONDS_KIND_PERSON);
  g_autoptr (GArray) exact = NULL;
  g_autoptr (GArray) near = NULL;
  g_autoptr (GArray) other_kind = NULL;
  FondsDb *db;

  fonds_body_add_text (person, "name", "Rəvan Həsənov", "az-Latn");
  fonds_body_add_text (person, "name", "Раван Гасанов", "ru");
  catalogue_fixture_create (fixture, person);
  db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  exact = fonds_name_find (db, "Раван Гасанов", 1u << FONDS_KIND_PERSON, NULL);
  near = fonds_name_find (db, "раван гасанов", 1u << FONDS_KIND_PERSON, NULL);
  other_kind = fonds_name_find (db, "Раван Гасанов", 1u << FONDS_KIND_FAMILY, NULL);
  g_assert_cmpuint (exact->len, ==, 1);
  g_assert_cmpuint (near->len, ==, 0);
  g_assert_cmpuint (other_kind->len, ==, 0);
  fonds_db_close (db);
}

static void
children_come_in_their_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F1", "The fonds", NULL);
  g_autoptr (GArray) children = NULL;
  g_autoptr (GArray) top = NULL;
  const char *const positions[] = { "c", "a", "b" };
  gint64 ids[3], fonds_id;
  FondsDb *db;

  fonds_id = catalogue_fixture_create (fixture, fonds);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (FondsBody) child = catalogue_fixture_unit (NULL, "x", fonds_body_uid (fonds));

      fonds_body_add_text (child, "position", positions[i], NULL);
      ids[i] = catalogue_fixture_create (fixture, child);
    }
  db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  children = fonds_children_load (db, FONDS_KIND_UNIT, fonds_id, NULL);
  g_assert_cmpuint (children->len, ==, 3);
  g_assert_cmpuint (g_array_index (children, FondsChild, 0).id, ==, ids[1]);
  g_assert_cmpuint (g_array_index (children, FondsChild, 1).id, ==, ids[2]);
  g_assert_cmpuint (g_array_index (children, FondsChild, 2).id, ==, ids[0]);
  g_assert_false (g_array_index (children, FondsChild, 2).has_children);
  top = fonds_children_load (db, FONDS_KIND_UNIT, 0, NULL);
  g_assert_cmpuint (top->len, ==, 1);
  g_assert_true (g_array_index (top, FondsChild, 0).has_children);
  fonds_db_close (db);
}

static void
a_child_is_never_opener_than_what_it_lies_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F1", "Closed", NULL);
  g_autoptr (FondsBody) open = NULL;
  g_autoptr (FondsBody) excepted = NULL;
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (FondsRecord) exception = NULL;

  fonds_body_add_text (fonds, "access", "staff", NULL);
  catalogue_fixture_create (fixture, fonds);
  open = catalogue_fixture_unit ("1", "Says public", fonds_body_uid (fonds));
  fonds_body_add_text (open, "access", "public", NULL);
  excepted = catalogue_fixture_unit ("2", "Public with a reason", fonds_body_uid (fonds));
  fonds_body_add_text (excepted, "access", "public", NULL);
  fonds_body_add_text (excepted, "accessReason", "Printed in 1923", "en");

  record = load (fixture, catalogue_fixture_create (fixture, open));
  exception = load (fixture, catalogue_fixture_create (fixture, excepted));
  g_assert_cmpint (record->access, ==, FONDS_ACCESS_STAFF);
  g_assert_cmpint (exception->access, ==, FONDS_ACCESS_PUBLIC);
  g_assert_false (fonds_access_allows (record->access, FONDS_AUDIENCE_PUBLIC));
}

static void
what_does_not_say_how_open_it_is_is_for_staff (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Silent", NULL);
  g_autoptr (FondsBody) wrong = catalogue_fixture_unit ("2", "Misspelt", NULL);
  g_autoptr (FondsBody) contact = fonds_body_new (FONDS_KIND_CONTACT);

  fonds_body_add_text (wrong, "access", "publick", NULL);
  fonds_body_add_text (contact, "access", "public", NULL);
  g_assert_cmpint (fonds_access_of_body (unit), ==, FONDS_ACCESS_STAFF);
  g_assert_cmpint (fonds_access_of_body (wrong), ==, FONDS_ACCESS_STAFF);
  g_assert_cmpint (fonds_access_of_body (contact), ==, FONDS_ACCESS_PRIVATE);
}

static void
it_is_there_again_after_closing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Letters", NULL);
  g_autoptr (FondsRecord) record = NULL;
  gint64 id = catalogue_fixture_create (fixture, unit);

  g_assert_finalize_object (g_steal_pointer (&fixture->catalogue));
  catalogue_fixture_open (fixture, FALSE);
  record = load (fixture, id);
  g_assert_cmpstr (record->title, ==, "Letters");
}

static void
changed_cb (FondsCatalogue *catalogue, gpointer user_data)
{
  g_main_loop_quit (user_data);
}

static void
whoever_listens_hears_of_a_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("1", "Letters", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (fixture->catalogue, "changed", G_CALLBACK (changed_cb), loop);
  catalogue_fixture_create (fixture, unit);
  g_main_loop_run (loop);
}

static gboolean
find_while_cancelled_cb (FondsWriter *writer, gpointer data, GError **error)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  fonds_db_set_cancellable (fonds_writer_db (writer), cancellable);
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpint (fonds_writer_find (writer, "018f0000-0000-7000-8000-000000000000"), ==, 0);
  return TRUE;
}

static void
a_look_up_that_failed_is_not_taken_for_absence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE,
                                         find_while_cancelled_cb, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func)                                                                            \
  g_test_add (name, Fixture, NULL, catalogue_fixture_set_up, func, catalogue_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/catalogue/a-record-knows-what-it-lies-in", a_record_knows_what_it_lies_in);
  ADD ("/catalogue/a-child-may-come-before-its-parent", a_child_may_come_before_its_parent);
  ADD ("/catalogue/a-reference-is-seen-from-both-ends", a_reference_is_seen_from_both_ends);
  ADD ("/catalogue/a-relation-is-seen-through-to-its-other-end",
       a_relation_is_seen_through_to_its_other_end);
  ADD ("/catalogue/many-that-refer-are-all-counted", many_that_refer_are_all_counted);
  g_test_add_func ("/catalogue/what-only-records-refer-by-is-no-field-of-others",
                   what_only_records_refer_by_is_no_field_of_others);
  ADD ("/catalogue/dates-of-a-record-span-all-that-describe-it",
       dates_of_a_record_span_all_that_describe_it);
  ADD ("/catalogue/a-change-from-an-old-generation-is-refused",
       a_change_from_an_old_generation_is_refused);
  ADD ("/catalogue/a-full-reference-code-finds-its-record", a_full_reference_code_finds_its_record);
  ADD ("/catalogue/an-exact-name-is-found-and-no-other", an_exact_name_is_found_and_no_other);
  ADD ("/catalogue/children-come-in-their-order", children_come_in_their_order);
  ADD ("/access/a-child-is-never-opener-than-what-it-lies-in",
       a_child_is_never_opener_than_what_it_lies_in);
  ADD ("/access/what-does-not-say-how-open-it-is-is-for-staff",
       what_does_not_say_how_open_it_is_is_for_staff);
  ADD ("/catalogue/it-is-there-again-after-closing", it_is_there_again_after_closing);
  ADD ("/bug/a-look-up-that-failed-is-not-taken-for-absence",
       a_look_up_that_failed_is_not_taken_for_absence);
  ADD ("/catalogue/whoever-listens-hears-of-a-change", whoever_listens_hears_of_a_change);
  return g_test_run ();
}
