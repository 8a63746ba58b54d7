/* test-export.c - what is handed out comes in again, and who may see what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/exchange-fixture.h"

static const char *const inputs[] = { "repositories.csv", "authorities.csv",  "relationships.csv",
                                      "accessions.csv",   "deaccessions.csv", "physicalobjects.csv",
                                      "descriptions.csv", "rad.csv" };

static const char *const outputs[] = { "repositories.csv",  "authorities.csv",
                                       "relationships.csv", "accessions.csv",
                                       "deaccessions.csv",  "physicalobjects.csv",
                                       "descriptions.csv" };

/* Two catalogues, and a folder that each writes into. */
typedef struct
{
  ExchangeFixture one;
  ExchangeFixture other;
  char *out_one;
  char *out_other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  exchange_fixture_set_up (&fixture->one, data);
  exchange_fixture_set_up (&fixture->other, data);
  fixture->out_one = g_build_filename (fixture->one.base.folder, "out", NULL);
  fixture->out_other = g_build_filename (fixture->other.base.folder, "out", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->out_one);
  remove_folder (fixture->out_other);
  g_free (fixture->out_one);
  g_free (fixture->out_other);
  exchange_fixture_tear_down (&fixture->one, data);
  exchange_fixture_tear_down (&fixture->other, data);
}

static FondsImportReport *
import_folder (ExchangeFixture *into, const char *folder, const char *const *names, guint n)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_add (paths, NULL);
  return exchange_import_paths (into, (const char *const *) paths->pdata);
}

static void
import_rows (Fixture *fixture)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fixtures", "atom", "rows", NULL);
  g_autoptr (FondsImportReport) report =
      import_folder (&fixture->one, folder, inputs, G_N_ELEMENTS (inputs));

  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
}

static void
assert_same_files (const Fixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *one = read_text (fixture->out_one, outputs[i]);
      g_autofree char *other = read_text (fixture->out_other, outputs[i]);

      g_assert_nonnull (one);
      g_assert_cmpstr (one, ==, other);
    }
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) first = NULL;
  g_autoptr (FondsExportReport) second = NULL;
  g_autoptr (FondsImportReport) report = NULL;

  import_rows (fixture);
  first = exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  report = import_folder (&fixture->other, fixture->out_one, outputs, G_N_ELEMENTS (outputs));
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
  second = exchange_export (&fixture->other, FONDS_EXPORT_ATOM, fixture->out_other);
  assert_same_files (fixture);
}

static void
test_back_home (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) out = NULL;
  g_autoptr (FondsImportReport) report = NULL;

  import_rows (fixture);
  out = exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  report = import_folder (&fixture->one, fixture->out_one, outputs, G_N_ELEMENTS (outputs));
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
}

static char *
replace_once (const char *text, const char *old, const char *fresh)
{
  g_auto (GStrv) parts = g_strsplit (text, old, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoin (fresh, parts[0], parts[1], NULL);
}

static void
test_one_cell (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) first = NULL;
  g_autoptr (FondsExportReport) second = NULL;
  g_autoptr (FondsImportReport) report = NULL;
  g_autofree char *before = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *after = NULL;
  g_autofree char *path = g_build_filename (fixture->out_one, "descriptions.csv", NULL);
  const char *const paths[] = { path, NULL };

  import_rows (fixture);
  first = exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  before = read_text (fixture->out_one, "descriptions.csv");
  edited = replace_once (before, "Some mould.", "No mould.");
  g_file_set_contents (path, edited, -1, NULL);
  report = exchange_import_paths (&fixture->one, paths);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_CHANGED), ==, 1);
  second = exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  after = read_text (fixture->out_one, "descriptions.csv");
  g_assert_cmpstr (after, ==, edited);
}

/* Some people are from one source, some from another, and one was made by hand. */
static void
test_several_sources (Fixture *fixture, gconstpointer data)
{
  const char *units = "legacyId,title,levelOfDescription,nameAccessPoints,culture\n";
  g_autofree char *a =
      g_strconcat (units, "1,A,Fonds,Anna Levi,en\n2,B,Fonds,Boris Levi,en\n", NULL);
  g_autofree char *b = g_strconcat (units, "7,C,Fonds,Anna Levi,en\n", NULL);
  g_autoptr (FondsImportReport) one = exchange_import (&fixture->one, "a.csv", a);
  g_autoptr (FondsImportReport) two = exchange_import (&fixture->one, "b.csv", b);
  g_autoptr (FondsBody) made = fonds_body_new (FONDS_KIND_PERSON);
  g_autoptr (FondsExportReport) out = NULL;
  g_autoptr (FondsImportReport) same = NULL;
  g_autoptr (FondsImportReport) changed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *edited = NULL;

  fonds_body_set (made, fonds_body_add_text (made, "name", "Clara Levi", "en"), FONDS_ATTR_TYPE,
                  "authorised");
  catalogue_fixture_create (&fixture->one.base, made);
  out = exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  same = import_folder (&fixture->one, fixture->out_one, outputs, G_N_ELEMENTS (outputs));
  assert_counts (same, 0, 0, 7, 0);
  text = read_text (fixture->out_one, "authorities.csv");
  edited = replace_once (text, "Clara Levi", "Klara Levi");
  changed = exchange_import (&fixture->one, "renamed.csv", edited);
  assert_counts (changed, 0, 1, 3, 0);
}

static void
test_renamed_relations (Fixture *fixture, gconstpointer data)
{
  const char *text =
      "subjectAuthorizedFormOfName,relationType,objectAuthorizedFormOfName,description,culture\n"
      "Anna Levi,is controlled by,Quba School,Taught there,en\n";
  g_autofree char *edited = replace_once (text, "Taught there", "Taught there until 1905");
  g_autoptr (FondsImportReport) people =
      exchange_import (&fixture->one, "people.csv",
                       "culture,typeOfEntity,authorizedFormOfName\nen,Person,Anna Levi\n"
                       "en,Corporate body,Quba School\n");
  g_autoptr (FondsImportReport) first = exchange_import (&fixture->one, "relations.csv", text);
  g_autoptr (FondsImportReport) second = exchange_import (&fixture->one, "renamed.csv", edited);

  assert_counts (first, 1, 0, 0, 0);
  assert_counts (second, 0, 1, 0, 0);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (&fixture->one, "a.csv",
                       "legacyId,title,levelOfDescription,shelf,culture\n1,A,Fonds,S "
                       "1,en\n2,B,Item,,en\n");
  g_autoptr (FondsExportReport) out =
      exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  g_autofree char *text = read_text (fixture->out_one, "descriptions.csv");
  g_autofree char *none = read_text (fixture->out_one, "accessions.csv");

  g_assert_true (g_str_has_prefix (text, "legacyId,parentId,qubitParentSlug,accessionNumber,"));
  g_assert_nonnull (strstr (text, ",eventActorHistories,culture,shelf\n"));
  g_assert_null (none);
}

static void
test_public (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in =
      exchange_import (&fixture->one, "a.csv",
                       "legacyId,parentId,title,levelOfDescription,archivistNote,publicationStatus,"
                       "culture\n"
                       "1,,Open,Fonds,For colleagues,Published,en\n2,1,Draft,Series,,Draft,en\n"
                       "3,2,Below,Item,,Published,en\n4,1,Also open,Item,,Published,en\n");
  FondsExportOptions options = { .format = FONDS_EXPORT_ATOM,
                                 .path = fixture->out_one,
                                 .audience = FONDS_AUDIENCE_PUBLIC };
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) out =
      fonds_export_run (fixture->one.base.catalogue, &options, NULL, &error);
  g_autofree char *text = read_text (fixture->out_one, "descriptions.csv");

  g_assert_no_error (error);
  g_assert_cmpuint (out->n[FONDS_KIND_UNIT], ==, 2);
  g_assert_cmpuint (out->n_withheld, ==, 2);
  g_assert_nonnull (strstr (text, "Also open"));
  g_assert_null (strstr (text, "Draft"));
  g_assert_null (strstr (text, "Below"));
  g_assert_null (strstr (text, "For colleagues"));
}

/* Institutions may stand in one of two files, accessions stand in two. */
static void
test_held_back_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) made = fonds_body_new (FONDS_KIND_INSTITUTION);
  FondsExportOptions options = {
    .format = FONDS_EXPORT_ATOM, .path = "", .audience = FONDS_AUDIENCE_PUBLIC, .dry_run = TRUE
  };
  g_autoptr (FondsBody) accession = fonds_body_new (FONDS_KIND_ACCESSION);
  g_autoptr (FondsExportReport) out = NULL;

  fonds_body_add_text (made, "name", "Secret Archive", "en");
  fonds_body_add_text (made, "access", "private", NULL);
  fonds_body_add_text (accession, "accessionNumber", "2001/1", NULL);
  fonds_body_add_text (accession, "access", "staff", NULL);
  catalogue_fixture_create (&fixture->one.base, made);
  catalogue_fixture_create (&fixture->one.base, accession);
  out = fonds_export_run (fixture->one.base.catalogue, &options, NULL, NULL);
  g_assert_cmpuint (fonds_export_report_total (out), ==, 0);
  g_assert_cmpuint (out->n_withheld, ==, 2);
}

static void
test_losses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in =
      exchange_import (&fixture->one, "a.csv",
                       "legacyId,title,levelOfDescription,subjectAccessPoints,culture\n"
                       "1,A,Fonds,Trade,en\n");
  g_autoptr (FondsExportReport) out =
      exchange_export (&fixture->one, FONDS_EXPORT_ATOM, fixture->out_one);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (out->losses->len, ==, 1);
  sentence = fonds_export_loss_describe (g_ptr_array_index (out->losses, 0));
  g_assert_true (g_str_has_prefix (sentence, "Subjects: only their names are handed out"));
}

static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in = exchange_import (
      &fixture->one, "a.csv",
      "legacyId,parentId,title,levelOfDescription,eventDates,eventTypes,eventActors,generalNote,"
      "culture\n"
      "1,,Papers,Fonds,1902-1904,Creation,Anna Levi,One|Two,en\n1,,Бумаги,,,,,,ru\n"
      "2,1,Letter,Item,,,,,en\n");
  g_autofree char *path = g_build_filename (fixture->one.base.folder, "table.csv", NULL);
  g_autoptr (FondsExportReport) out = exchange_export (&fixture->one, FONDS_EXPORT_CSV, path);
  g_autofree char *text = read_text (fixture->one.base.folder, "table.csv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (lines[0], ==,
                   "uid,kind,parent,title@en,title@ru,dates,dates.edtf,creator,event.type,level,"
                   "generalNote@en,identity,identity.source");
  g_assert_nonnull (strstr (lines[1], ",unit,,Papers,Бумаги,1902-1904,1902/1904,Anna Levi,Creation,"
                                      "Fonds,One|Two,1,a"));
  g_assert_nonnull (strstr (lines[2], ",Letter,,,,,,Item,,2,a"));
  g_assert_cmpuint (out->n[FONDS_KIND_UNIT], ==, 2);
}

static void
test_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in =
      exchange_import (&fixture->one, "a.csv",
                       "legacyId,title,levelOfDescription,eventDates,eventTypes,culture\n"
                       "1,\"A \"\"quoted\"\" title\",Fonds,1902,Creation,en\n");
  g_autofree char *path = g_build_filename (fixture->one.base.folder, "all.json", NULL);
  g_autoptr (FondsExportReport) out = exchange_export (&fixture->one, FONDS_EXPORT_JSON, path);
  g_autofree char *text = read_text (fixture->one.base.folder, "all.json");

  g_assert_true (g_str_has_prefix (text, "[\n{\"uid\":\""));
  g_assert_true (g_str_has_suffix (text, "}\n]\n"));
  g_assert_nonnull (strstr (text, "\"kind\":\"unit\",\"fields\":{\"dates\":[{\"t\":\"1902\",\"y\":"
                                  "\"creation\",\"e\":\"1902\",\"event\":1}]"));
  g_assert_nonnull (strstr (text, "\"title\":[{\"t\":\"A \\\"quoted\\\" title\",\"l\":\"en\"}]"));
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) in =
      exchange_import (&fixture->one, "a.csv",
                       "legacyId,parentId,title,levelOfDescription,culture\n1,,Papers,Fonds,en\n2,"
                       "1,Letter,Item,en\n"
                       "3,2,Enclosure,Item,en\n");
  g_autoptr (FondsDocument) letter = exchange_find (&fixture->one, FONDS_KIND_UNIT, "2");
  g_autoptr (FondsDocument) enclosure = exchange_find (&fixture->one, FONDS_KIND_UNIT, "3");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 chosen[] = { (guint32) letter->id, (guint32) enclosure->id };
  FondsExportOptions options = { .format = FONDS_EXPORT_ATOM,
                                 .path = fixture->out_one,
                                 .audience = FONDS_AUDIENCE_STAFF,
                                 .ids = ids };
  g_autoptr (FondsExportReport) out = NULL;
  g_autofree char *text = NULL;

  g_array_append_vals (ids, chosen, G_N_ELEMENTS (chosen));
  out = fonds_export_run (fixture->one.base.catalogue, &options, NULL, NULL);
  text = read_text (fixture->out_one, "descriptions.csv");
  g_assert_null (strstr (text, "Papers"));
  g_assert_nonnull (strstr (text, "\n2,,,"));
  g_assert_nonnull (strstr (text, "\n3,2,,"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/export/atom-files-come-out-the-same-from-another-catalogue", test_round_trip);
  add ("/export/atom-files-change-nothing-where-they-come-from", test_back_home);
  add ("/export/after-editing-one-cell-only-that-cell-differs", test_one_cell);
  add ("/export/records-of-several-sources-are-known-again", test_several_sources);
  add ("/import/relations-of-a-renamed-file-are-known-again", test_renamed_relations);
  add ("/export/atom-columns-stand-in-their-order-and-others-only-if-used", test_columns);
  add ("/export/the-public-gets-what-it-may-see", test_public);
  add ("/export/what-is-held-back-is-counted-once", test_held_back_once);
  add ("/export/what-a-format-can-not-carry-is-told", test_losses);
  add ("/export/a-table-has-a-row-a-record-and-a-column-a-field", test_table);
  add ("/export/json-has-values-and-nothing-of-how-they-are-kept", test_json);
  add ("/export/chosen-records-keep-their-hierarchy-among-themselves", test_chosen);
  return g_test_run ();
}
