/* test-custom-table.c - the fields that an archive made for itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/custom-table.h"
#include "data/catalogue/record.h"
#include "data/store/database.h"
#include "tests/data/catalogue-fixture.h"

typedef CatalogueFixture Fixture;

static FondsDb *
connect (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FondsDb *db = fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), &error);

  g_assert_no_error (error);
  return db;
}

static void
define (Fixture *fixture, const char *is_public)
{
  g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_CUSTOM_FIELD);

  fonds_body_add_text (body, "fieldId", "x-shelf", NULL);
  fonds_body_add_text (body, "label", "Shelf mark", "en");
  fonds_body_add_text (body, "label", "מדף", "he");
  fonds_body_add_text (body, "datatype", "string", NULL);
  fonds_body_add_text (body, "repeatable", "yes", NULL);
  fonds_body_add_text (body, "public", is_public, NULL);
  catalogue_fixture_create (fixture, body);
}

static gint64
add_unit (Fixture *fixture)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("F 1", "Papers", NULL);

  fonds_body_add_text (unit, "access", "public", NULL);
  fonds_body_add_text (unit, "x-shelf", "S 12", NULL);
  fonds_body_add_text (unit, "x-lost", "Nobody knows what", NULL);
  return catalogue_fixture_create (fixture, unit);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsDb) db = NULL;
  g_autoptr (FondsCustomTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const FondsField *field;

  define (fixture, "yes");
  db = connect (fixture);
  table = fonds_custom_table_load (db, &error);
  g_assert_no_error (error);
  field = fonds_custom_table_find (table, "x-shelf");
  g_assert_nonnull (field);
  g_assert_cmpstr (field->label, ==, "Shelf mark");
  g_assert_cmpint (field->datatype, ==, FONDS_TYPE_STRING);
  g_assert_cmpuint (field->flags, ==, FONDS_FIELD_REPEATABLE | FONDS_FIELD_PUBLIC);
  g_assert_null (fonds_custom_table_find (table, "x-lost"));
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  const char *const hebrew[] = { "he_IL.UTF-8", "he", "C", NULL };
  const char *const french[] = { "fr", "C", NULL };
  g_autoptr (FondsDb) db = NULL;
  g_autoptr (FondsCustomTable) table = NULL;

  define (fixture, "no");
  db = connect (fixture);
  table = fonds_custom_table_load (db, NULL);
  g_assert_cmpstr (fonds_custom_table_label (table, "x-shelf", hebrew), ==, "מדף");
  g_assert_cmpstr (fonds_custom_table_label (table, "x-shelf", french), ==, "Shelf mark");
  g_assert_null (fonds_custom_table_label (table, "x-lost", french));
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsDb) db = NULL;
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  define (fixture, "no");
  id = add_unit (fixture);
  db = connect (fixture);
  record = fonds_record_load (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fonds_record_custom (record, "x-shelf")->label, ==, "Shelf mark");
  g_assert_null (fonds_record_custom (record, "x-lost"));
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsDb) db = NULL;
  g_autoptr (FondsRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_ticked = GPOINTER_TO_INT (data);
  gint64 id;

  define (fixture, is_ticked ? "yes" : "no");
  id = add_unit (fixture);
  db = connect (fixture);
  record = fonds_record_load_public (db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fonds_body_n_values (record->body, "x-shelf"), ==, is_ticked);
  g_assert_cmpuint (fonds_body_n_values (record->body, "x-lost"), ==, 0);
}

static void
add (const char *path, int data, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (data), catalogue_fixture_set_up, test,
              catalogue_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/custom-table/a-definition-reads-as-a-row", 0, test_row);
  add ("/custom-table/a-label-is-in-the-language-of-the-reader", 0, test_label);
  add ("/custom-table/a-record-knows-the-fields-of-its-own", 0, test_record);
  add ("/custom-table/the-public-sees-a-field-that-is-ticked", 1, test_public);
  add ("/custom-table/the-public-sees-no-field-that-is-not", 0, test_public);
  return g_test_run ();
}
