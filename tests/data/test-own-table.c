/* test-own-table.c - tables of our own come in again as what went out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/journal.h"
#include "data/exchange/error.h"
#include "data/exchange/own-table.h"
#include "tests/data/exchange-fixture.h"

/* Two catalogues. */
typedef struct
{
  ExchangeFixture one;
  ExchangeFixture other;
} Fixture;

static const char *const rows[] = { "repositories.csv", "authorities.csv",  "relationships.csv",
                                    "accessions.csv",   "deaccessions.csv", "physicalobjects.csv",
                                    "descriptions.csv", "rad.csv",          NULL };

/* A record whose values have all that a cell might stumble over. */
#define TRICKY                                                                                     \
  "legacyId,parentId,title,levelOfDescription,generalNote,subjectAccessPoints,eventDates,"         \
  "eventTypes,eventStartDates,eventEndDates,eventActors,eventActorHistories,shelf,culture\n"       \
  "1,,Papers | letters,Fonds,One|a \\ b|NULLs,Trade|Family,NULL|1902-1904,Creation|Accumulation,"  \
  "NULL|1902,NULL|1904,Anna Levi|NULL,Merchant.|NULL,S 1,en\n"                                     \
  "1,,Бумаги,,Два,,,,,,,,,ru\n2,1,Letter,Item,,,,,,,,,,en\n"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  exchange_fixture_set_up (&fixture->one, data);
  exchange_fixture_set_up (&fixture->other, data);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  exchange_fixture_tear_down (&fixture->one, data);
  exchange_fixture_tear_down (&fixture->other, data);
}

static void
import_rows (ExchangeFixture *into)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (FondsImportReport) report = NULL;

  for (guint i = 0; rows[i] != NULL; i++)
    g_ptr_array_add (paths, g_test_build_filename (G_TEST_DIST, "fixtures", "atom", "rows", rows[i],
                                                   NULL));
  g_ptr_array_add (paths, NULL);
  report = exchange_import_paths (into, (const char *const *) paths->pdata);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
}

/* Hands one kind of record out and returns the text. */
static char *export(ExchangeFixture *from, FondsKind kind)
{
  g_autofree char *path = g_build_filename (from->base.folder, "table.csv", NULL);
  g_autofree char *rest = g_strconcat (path, ".rows", NULL);
  FondsExportOptions options = {
    .format = FONDS_EXPORT_CSV, .path = path, .kind = kind, .audience = FONDS_AUDIENCE_STAFF
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) report =
      fonds_export_run (from->base.catalogue, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->losses->len, ==, 0);
  g_assert_false (g_file_test (rest, G_FILE_TEST_EXISTS));
  return read_text (from->base.folder, "table.csv");
}

static char *
replace_once (const char *text, const char *old, const char *fresh)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoin (fresh, parts[0], parts[1], NULL);
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines);
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  FondsKind kind = GPOINTER_TO_INT (data);
  g_autofree char *text = NULL;
  g_autofree char *back = NULL;
  g_autoptr (FondsImportReport) home = NULL;
  g_autoptr (FondsImportReport) elsewhere = NULL;

  import_rows (&fixture->one);
  text = export(&fixture->one, kind);
  g_assert_cmpuint (count_lines (text), >, 2);
  home = exchange_import (&fixture->one, "renamed.csv", text);
  g_assert_cmpuint (fonds_import_report_total (home, FONDS_IMPORT_UNCHANGED), >, 0);
  g_assert_cmpuint (fonds_import_report_total (home, FONDS_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (home, FONDS_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (home, FONDS_IMPORT_REFUSED), ==, 0);
  elsewhere = exchange_import (&fixture->other, "renamed.csv", text);
  g_assert_cmpuint (fonds_import_report_total (elsewhere, FONDS_IMPORT_REFUSED), ==, 0);
  back = export(&fixture->other, kind);
  g_assert_cmpstr (back, ==, text);
}

static void
test_tricky (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_UNIT);
  g_autoptr (FondsImportReport) home = exchange_import (&fixture->one, "b.csv", text);
  g_autoptr (FondsImportReport) elsewhere = exchange_import (&fixture->other, "b.csv", text);
  g_autofree char *back = export(&fixture->other, FONDS_KIND_UNIT);
  g_autoptr (FondsDocument) unit = exchange_find (&fixture->other, FONDS_KIND_UNIT, "1");

  g_assert_true (g_str_has_prefix (text, "uid,kind,parent,title@en,title@ru,dates,dates.edtf,dates."
                                         "start,dates.end,creator,"
                                         "creatorHistory,event.type,event.language,level,"));
  assert_counts (home, 0, 0, 2, 0);
  assert_counts (elsewhere, 2, 0, 0, 0);
  g_assert_cmpstr (back, ==, text);
  g_assert_nonnull (unit);
  g_assert_cmpstr (fonds_body_text (unit->body, "title"), ==, "Papers | letters");
  g_assert_cmpstr (fonds_body_value (unit->body, "generalNote", 1)->attr[FONDS_ATTR_TEXT], ==,
                   "a \\ b");
  g_assert_cmpstr (fonds_body_text (unit->body, "x-shelf"), ==, "S 1");
  g_assert_cmpstr (fonds_body_value (unit->body, "creator", 0)->attr[FONDS_ATTR_KEY], !=,
                   fonds_body_value (unit->body, "dates", 0)->attr[FONDS_ATTR_KEY]);
}

static void
test_pipe_and_null (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = NULL;
  g_autoptr (FondsImportReport) again = NULL;
  g_autofree char *text = NULL;
  const char *table = "uid,kind,title,generalNote\n,unit,A,one \\| two|\\NULL|NULL|three\n";
  g_autoptr (FondsDocument) unit = NULL;

  in = exchange_import (&fixture->one, "a.csv", table);
  assert_counts (in, 1, 0, 0, 0);
  text = export(&fixture->one, FONDS_KIND_UNIT);
  g_assert_nonnull (strstr (text, "one \\| two|\\NULL|three"));
  again = exchange_import (&fixture->one, "a.csv", text);
  assert_counts (again, 0, 0, 1, 0);
  unit = exchange_find (&fixture->one, FONDS_KIND_UNIT, "A");
  g_assert_cmpuint (fonds_body_n_values (unit->body, "generalNote"), ==, 3);
  g_assert_cmpstr (fonds_body_text (unit->body, "generalNote"), ==, "one | two");
}

static void
test_one_cell (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_UNIT);
  g_autofree char *edited = replace_once (text, "Letter", "Letter of 1902");
  g_autoptr (FondsImportReport) report = exchange_import (&fixture->one, "b.csv", edited);
  g_autofree char *after = export(&fixture->one, FONDS_KIND_UNIT);

  assert_counts (report, 0, 1, 1, 0);
  g_assert_cmpstr (after, ==, edited);
}

static void
test_reworded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_UNIT);
  g_autofree char *edited = replace_once (text, "NULL|1902-1904,", "NULL|1903-1905,");
  g_autoptr (FondsImportReport) report = exchange_import (&fixture->one, "b.csv", edited);
  g_autoptr (FondsDocument) unit = exchange_find (&fixture->one, FONDS_KIND_UNIT, "1");
  const FondsValue *date = fonds_body_value (unit->body, "dates", 0);

  assert_counts (report, 0, 1, 1, 0);
  g_assert_cmpstr (date->attr[FONDS_ATTR_TEXT], ==, "1903-1905");
  g_assert_cmpstr (date->attr[FONDS_ATTR_EDTF], ==, "1903/1905");
}

static void
test_identity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) one = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autoptr (FondsImportReport) two = exchange_import (&fixture->other, "a.csv", TRICKY);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_UNIT);
  g_autoptr (FondsImportReport) report = exchange_import (&fixture->other, "b.csv", text);

  assert_counts (report, 0, 0, 2, 0);
  g_assert_cmpuint (exchange_count (&fixture->other, FONDS_KIND_UNIT), ==, 2);
}

static void
test_after_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_UNIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_undo (fixture->one.base.catalogue, "test", NULL, &error);
  g_autoptr (FondsImportReport) report = exchange_import (&fixture->one, "b.csv", text);

  g_assert_no_error (error);
  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpuint (exchange_count (&fixture->one, FONDS_KIND_UNIT), ==, 2);
}

static void
test_added_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", TRICKY);
  g_autoptr (FondsDocument) top = exchange_find (&fixture->one, FONDS_KIND_UNIT, "1");
  g_autofree char *text =
      g_strdup_printf ("uid,kind,parent,title@en,level\n,unit,%s,Map,Item\n,,%s,Atlas,Item\n",
                       fonds_body_uid (top->body), fonds_body_uid (top->body));
  g_autoptr (FondsImportReport) report = exchange_import (&fixture->one, "b.csv", text);
  g_autoptr (FondsDocument) map = exchange_find (&fixture->one, FONDS_KIND_UNIT, "Map");

  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpstr (fonds_body_ref (map->body, "parent"), ==, fonds_body_uid (top->body));
}

static void
test_slip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = exchange_write (&fixture->one, "a.csv", "uid,kind,titel@en\n,unit,A\n");
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (exchange_try_paths (&fixture->one, paths, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (error->message, "titel@en"));
}

static void
test_beside (Fixture *fixture, gconstpointer data)
{
  const char *table = "uid,kind,name,name.type,name.language,name.note\n"
                      ",person,Anna Levi|Анна Леви,Authorised form|Parallel form,en|ru,NULL|less "
                      "sure\n";
  g_autoptr (FondsImportReport) in = exchange_import (&fixture->one, "a.csv", table);
  g_autofree char *text = export(&fixture->one, FONDS_KIND_PERSON);
  g_autofree char *without = replace_once (text, ",name.note", "");
  g_autofree char *cut = replace_once (without, "NULL|less sure,", "");
  g_autofree char *edited = replace_once (cut, "Anna Levi|", "Anna Levy|");
  g_autoptr (FondsImportReport) same = exchange_import (&fixture->one, "b.csv", cut);
  g_autoptr (FondsImportReport) changed = exchange_import (&fixture->one, "b.csv", edited);
  g_autofree char *after = export(&fixture->one, FONDS_KIND_PERSON);

  assert_counts (in, 1, 0, 0, 0);
  assert_counts (same, 0, 0, 1, 0);
  assert_counts (changed, 0, 1, 0, 0);
  g_assert_nonnull (strstr (after, "less sure"));
}

static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  const char *const header[] = { "uid",        "kind",           "parent",     "title",
                                 "title@he",   "dates",          "dates.edtf", "creator",
                                 "event.type", "generalNote@en", "x-shelf",    NULL };
  g_autoptr (FondsMapping) mapping = fonds_own_table_mapping (FONDS_KIND_UNIT, header);
  g_autofree char *text = fonds_mapping_print (mapping);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsMapping) read = fonds_mapping_parse (text, "own.mapping", &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = fonds_mapping_print (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (read->own);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  static const FondsKind kinds[] = { FONDS_KIND_UNIT,      FONDS_KIND_PERSON,
                                     FONDS_KIND_FAMILY,    FONDS_KIND_INSTITUTION,
                                     FONDS_KIND_PLACE,     FONDS_KIND_SUBJECT,
                                     FONDS_KIND_ACCESSION, FONDS_KIND_CONTAINER };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/own-table/what-goes-out-comes-in-as-the-same/",
                                           fonds_kind_id (kinds[i]), NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (kinds[i]), set_up, test_every_kind, tear_down);
    }
  add ("/own-table/languages-events-and-signs-survive", test_tricky);
  add ("/own-table/a-backslash-keeps-signs-in-their-value", test_pipe_and_null);
  add ("/own-table/after-editing-one-cell-only-that-cell-differs", test_one_cell);
  add ("/own-table/a-date-whose-wording-is-edited-is-read-anew", test_reworded);
  add ("/own-table/a-record-known-from-the-same-source-is-the-same", test_identity);
  add ("/own-table/what-was-taken-back-comes-in-anew", test_after_undo);
  add ("/own-table/a-row-without-uid-is-a-new-record", test_added_row);
  add ("/own-table/a-slip-in-a-column-is-refused", test_slip);
  add ("/own-table/what-has-no-column-stays-beside-its-value", test_beside);
  add ("/own-table/its-mapping-can-be-written-and-read", test_mapping);
  return g_test_run ();
}
