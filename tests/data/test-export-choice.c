/* test-export-choice.c - of a catalogue, what somebody chose and what that names goes out, and no more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/record-table.h"
#include "tests/data/exchange-fixture.h"

static const char *const files[] = {
  "repositories.csv", "authorities.csv",     "relationships.csv",
  "accessions.csv",   "physicalobjects.csv", "descriptions.csv"
};

/* A catalogue, one that is given a part of it, and a folder that each writes into. */
typedef struct
{
  ExchangeFixture one;
  ExchangeFixture other;
  char *out;
  char *again;
  GArray *ids; /* of guint32 */
} Fixture;

static void
import_all (ExchangeFixture *into)
{
  static const char *const texts[][2] = {
    { "people.csv", "culture,typeOfEntity,authorizedFormOfName\nen,Person,Anna Levi\n"
                    "en,Person,Boris Levi\nen,Person,Clara Levi\nen,Corporate body,Quba School\n" },
    { "relations.csv",
      "subjectAuthorizedFormOfName,relationType,objectAuthorizedFormOfName,culture\n"
      "Anna Levi,is the sibling of,Boris Levi,en\nBoris Levi,is the sibling of,Clara Levi,en\n" },
    { "accessions.csv", "accessionNumber,acquisitionDate,acquisitionType,title,creators,eventTypes,"
                        "culture\n2001/1,2001-02-03,Gift,First,Boris Levi,Creation,en\n"
                        "2001/2,2001-02-04,Gift,Second,Clara Levi,Creation,en\n" },
    { "units.csv",
      "legacyId,title,levelOfDescription,repository,accessionNumber,physicalObjectName,"
      "physicalObjectLocation,physicalObjectType,eventActors,eventTypes,placeAccessPoints,culture\n"
      "1,Papers,Fonds,City Archive,2001/1,Box 1,Shelf A,Box,Anna Levi,Creation,Quba,en\n"
      "2,Letters,Fonds,Town Museum,2001/2,Box 2,Shelf B,Box,Clara Levi,Creation,Baku,en\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      FondsImportReport *report;

      into->options.source = "house";
      into->options.link_names = TRUE;
      report = exchange_import (into, texts[i][0], texts[i][1]);
      g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
      fonds_import_report_free (report);
    }
  g_assert_cmpuint (exchange_count (into, FONDS_KIND_ACCESSION), ==, 2);
  g_assert_cmpuint (exchange_count (into, FONDS_KIND_PERSON), ==, 3);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  exchange_fixture_set_up (&fixture->one, data);
  exchange_fixture_set_up (&fixture->other, data);
  fixture->out = g_build_filename (fixture->one.base.folder, "out", NULL);
  fixture->again = g_build_filename (fixture->other.base.folder, "out", NULL);
  fixture->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  import_all (&fixture->one);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->out);
  remove_folder (fixture->again);
  g_free (fixture->out);
  g_free (fixture->again);
  g_array_unref (fixture->ids);
  exchange_fixture_tear_down (&fixture->one, data);
  exchange_fixture_tear_down (&fixture->other, data);
}

/* Chooses a record by what it is called. */
static void
choose (Fixture *fixture, FondsKind kind, const char *title)
{
  g_autoptr (FondsDb) db = exchange_db (&fixture->one);
  g_autoptr (GArray) ids = fonds_listing_by_id (db, FONDS_KIND_BIT (kind), 0, 1000, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (FondsDocument) document = fonds_document_load (db, id, NULL);
      g_autofree char *called = fonds_body_dup_title (document->body, NULL);
      guint32 chosen = (guint32) id;

      if (g_strcmp0 (called, title) != 0)
        continue;
      g_array_append_val (fixture->ids, chosen);
      return;
    }
  g_assert_not_reached ();
}

static FondsExportReport *
hand_out (Fixture *fixture, FondsAudience audience)
{
  FondsExportOptions options = {
    .format = FONDS_EXPORT_ATOM, .path = fixture->out, .audience = audience, .ids = fixture->ids
  };
  g_autoptr (GError) error = NULL;
  FondsExportReport *report =
      fonds_export_run (fixture->one.base.catalogue, &options, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) report = NULL;
  g_autofree char *people = NULL;

  choose (fixture, FONDS_KIND_PERSON, "Anna Levi");
  choose (fixture, FONDS_KIND_PERSON, "Boris Levi");
  report = hand_out (fixture, FONDS_AUDIENCE_STAFF);
  people = read_text (fixture->out, "authorities.csv");
  g_assert_cmpuint (report->n[FONDS_KIND_PERSON], ==, 2);
  g_assert_cmpuint (report->n[FONDS_KIND_RELATION], ==, 1);
  g_assert_cmpuint (fonds_export_report_total (report), ==, 3);
  g_assert_nonnull (strstr (people, "Boris Levi"));
  g_assert_null (strstr (people, "Clara Levi"));
}

/* The accession's creator is named by nothing but the accession. */
static void
test_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) report = NULL;

  choose (fixture, FONDS_KIND_UNIT, "Papers");
  report = hand_out (fixture, FONDS_AUDIENCE_STAFF);
  g_assert_cmpuint (report->n[FONDS_KIND_UNIT], ==, 1);
  g_assert_cmpuint (report->n[FONDS_KIND_INSTITUTION], ==, 1);
  g_assert_cmpuint (report->n[FONDS_KIND_ACCESSION], ==, 1);
  g_assert_cmpuint (report->n[FONDS_KIND_CONTAINER], ==, 1);
  g_assert_cmpuint (report->n[FONDS_KIND_PERSON], ==, 2);
  g_assert_cmpuint (report->n[FONDS_KIND_RELATION], ==, 1);
  g_assert_cmpuint (fonds_export_report_total (report), ==, 7);
}

static void
test_back_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) report = NULL;
  g_autoptr (FondsExportReport) again = NULL;
  g_autoptr (FondsImportReport) in = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  choose (fixture, FONDS_KIND_UNIT, "Papers");
  report = hand_out (fixture, FONDS_AUDIENCE_STAFF);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_ptr_array_add (paths, g_build_filename (fixture->out, files[i], NULL));
  g_ptr_array_add (paths, NULL);
  in = exchange_import_paths (&fixture->other, (const char *const *) paths->pdata);
  g_assert_cmpuint (fonds_import_report_total (in, FONDS_IMPORT_REFUSED), ==, 0);
  again = exchange_export (&fixture->other, FONDS_EXPORT_ATOM, fixture->again);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *one = read_text (fixture->out, files[i]);
      g_autofree char *other = read_text (fixture->again, files[i]);

      g_assert_nonnull (one);
      g_assert_cmpstr (one, ==, other);
    }
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsExportReport) report = NULL;
  g_autofree char *people = NULL;
  const FondsExportLoss *loss;

  choose (fixture, FONDS_KIND_PLACE, "Quba");
  report = hand_out (fixture, FONDS_AUDIENCE_STAFF);
  people = read_text (fixture->out, "authorities.csv");
  g_assert_cmpuint (fonds_export_report_total (report), ==, 0);
  g_assert_null (people);
  g_assert_cmpuint (report->losses->len, ==, 1);
  loss = g_ptr_array_index (report->losses, 0);
  g_assert_cmpint (loss->kind, ==, FONDS_KIND_PLACE);
  g_assert_cmpuint (loss->n, ==, 1);
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
  add ("/export/chosen-people-go-out-with-the-relations-among-them-only", test_people);
  add ("/export/a-chosen-description-takes-along-what-it-names", test_unit);
  add ("/export/a-part-of-a-catalogue-comes-out-the-same-from-another", test_back_in);
  add ("/export/a-chosen-place-has-no-file-and-nothing-goes-out-instead", test_places);
  return g_test_run ();
}
