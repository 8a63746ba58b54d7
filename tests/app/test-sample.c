/* test-sample.c - the sample catalogue as the program makes it
 *
 * What is asked here comes from the facts, not from the text files. Who and what is named is another
 * test's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/app/sample-fixture.h"

#include "data/catalogue/check.h"
#include "data/catalogue/field.h"
#include "data/catalogue/journal.h"
#include "data/catalogue/listing-table.h"
#include "data/catalogue/stats-table.h"
#include "data/exchange/import.h"
#include "data/media/fixity.h"
#include "data/store/error.h"
#include "sample-resources.h"

#include <string.h>

#define FOLDER "/org/fonds/sample/"
#define LESS_SURE "less sure"

static gboolean
refers_to (FondsRecord *record, const char *field, const char *title)
{
  for (guint i = 0; i < fonds_body_n_values (record->body, field); i++)
    {
      const char *uid = fonds_body_value (record->body, field, i)->attr[FONDS_ATTR_REF];
      const FondsLink *link = uid != NULL ? fonds_record_target (record, uid) : NULL;

      if (link != NULL && g_strcmp0 (link->title, title) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
assert_public_and_whole (Sample *sample, gint64 id)
{
  g_autoptr (FondsRecord) record = load_id (sample, id);

  g_test_message ("%s: %s", fonds_kind_id (record->kind), record->title);
  g_assert_cmpint (record->access, ==, FONDS_ACCESS_PUBLIC);
  g_assert_cmpint (fonds_access_of_body (record->body), ==, FONDS_ACCESS_PUBLIC);
  for (guint i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const char *id_of_field = fonds_body_field_id (record->body, i);
      const FondsField *field = fonds_field_find (record->kind, id_of_field);

      g_assert_nonnull (field);
      for (guint j = 0; j < fonds_body_n_values (record->body, id_of_field); j++)
        {
          const FondsValue *value = fonds_body_value (record->body, id_of_field, j);

          if (field->datatype == FONDS_TYPE_REFERENCE)
            {
              g_assert_nonnull (value->attr[FONDS_ATTR_REF]);
              g_assert_nonnull (fonds_record_target (record, value->attr[FONDS_ATTR_REF]));
            }
          if (field->datatype == FONDS_TYPE_DATE)
            g_assert_nonnull (value->attr[FONDS_ATTR_EDTF]);
        }
    }
}

static void
test_public (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = fonds_listing_by_id (sample->db, ~0u, 0, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, >, 0);
  for (guint i = 0; i < ids->len; i++)
    assert_public_and_whole (sample, g_array_index (ids, gint64, i));
}

typedef struct
{
  const char *key;
  const char *type;
  const char *object;
  const char *description;
} Role;

static void
test_roles (Sample *sample, gconstpointer data)
{
  static const char *const conference =
      "Heritage and Culture of the Jews of the North and East Caucasus";
  const Role roles[] = {
    { "ohayon-conference", "speaker-at", conference, "Opening remarks" },
    { "abdulla-conference", "speaker-at", conference, NULL },
    { "yevdayev-conference", "speaker-at", conference, "Speech" },
    { "abdulla-university", "leads", "Azerbaijan University of Languages", "Rector" },
    { "hasanov-centre", "leads", "Baku International Centre for Multiculturalism",
      "Executive director" },
    { "ohayon-university", "associative", "Bar-Ilan University", "Professor" },
    { "centre-part-of-university", "part-of", "Bar-Ilan University", NULL },
  };
  g_autoptr (FondsRecord) report = load (sample, FONDS_KIND_SOURCE, "report");

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (FondsRecord) relation = load (sample, FONDS_KIND_RELATION, roles[i].key);

      g_assert_cmpstr (fonds_body_text (relation->body, "type"), ==, roles[i].type);
      g_assert_true (refers_to (relation, "object", roles[i].object));
      g_assert_true (refers_to (relation, "source", report->title));
      g_assert_cmpstr (fonds_body_text (relation->body, "description"), ==, roles[i].description);
    }
}

static void
test_conference (Sample *sample, gconstpointer data)
{
  static const char *const organisers[] = {
    "Centre for the Study of Sephardic and Eastern Jewry",
    "Ashkelon Academic College",
    "Baku International Centre for Multiculturalism",
    "Azerbaijan University of Languages",
    "Azerbaijan Institute of Theology",
    "STMEGI International Charitable Foundation for Mountain Jews",
  };
  g_autoptr (FondsRecord) record = load (sample, FONDS_KIND_CONFERENCE, "conference");
  const FondsValue *date = find_value (record, "dates", "30 August 2023");

  g_assert_nonnull (date);
  g_assert_cmpstr (date->attr[FONDS_ATTR_EDTF], ==, "2023-08-30");
  g_assert_true (g_str_has_prefix (fonds_body_text (record->body, "participantCount"), "Over 60 "));
  g_assert_true (refers_to (record, "host", "Azerbaijan University of Languages"));
  g_assert_true (refers_to (record, "place", "Baku"));
  g_assert_cmpuint (fonds_body_n_values (record->body, "organiser"), ==, G_N_ELEMENTS (organisers));
  for (guint i = 0; i < G_N_ELEMENTS (organisers); i++)
    g_assert_true (refers_to (record, "organiser", organisers[i]));
  g_assert_cmpuint (fonds_body_n_values (record->body, "subject"), ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      static const char *const topics[] = {
        "customs", "multiculturalism", "identity",  "zionism", "ties",
        "baku",    "present",          "1939-1945", "arts",    "evidence"
      };
      g_autofree char *key = g_strconcat ("topic-", topics[i], NULL);
      g_autoptr (FondsRecord) topic = load (sample, FONDS_KIND_SUBJECT, key);

      g_assert_true (refers_to (record, "subject", topic->title));
    }
}

static void
test_report (Sample *sample, gconstpointer data)
{
  g_autoptr (FondsRecord) record = load (sample, FONDS_KIND_SOURCE, "report");
  const FondsValue *publisher = fonds_body_value (record->body, "publisher", 0);

  g_assert_cmpstr (fonds_body_text (record->body, "volume"), ==, "Volume Issue 18 Issue 2");
  g_assert_cmpstr (fonds_body_text (record->body, "issn"), ==, "2975-0474");
  g_assert_cmpuint (fonds_body_n_values (record->body, "date"), ==, 0);
  g_assert_cmpuint (fonds_body_n_values (record->body, "note"), ==, 4);
  g_assert_true (refers_to (record, "author", "Giuliano Bifolchi"));
  g_assert_true (refers_to (record, "author", "Silvia Boltuc"));
  g_assert_true (refers_to (record, "publisher", "SpecialEurasia"));
  g_assert_cmpstr (publisher->attr[FONDS_ATTR_NOTE], ==, "inferred");
}

static void
test_events (Sample *sample, gconstpointer data)
{
  static const char *const events[][2] = {
    { "event-recognition", "1991" }, { "event-relations", "1992" }, { "event-meetings", "1995/.." },
    { "event-military", "2004/.." }, { "event-gantz", "2022-10" },  { "event-cohen", "2023-04" },
    { "event-embassy", "2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autoptr (FondsRecord) event = load (sample, FONDS_KIND_SUBJECT, events[i][0]);

      g_assert_cmpstr (fonds_body_value (event->body, "dates", 0)->attr[FONDS_ATTR_EDTF], ==,
                       events[i][1]);
      g_assert_cmpstr (fonds_body_text (event->body, "scopeNote"), ==,
                       "As the authors of the report state it.");
    }
}

static void
test_less_sure (Sample *sample, gconstpointer data)
{
  static const struct
  {
    FondsKind kind;
    const char *key;
    const char *form;
  } unsure[] = {
    { FONDS_KIND_INSTITUTION, "theology-institute", "Азербайджанский институт теологии" },
    { FONDS_KIND_PERSON, "yevdayev", "Milix Yevdayev" },
    { FONDS_KIND_SUBJECT, "mountain-jews", "Juhuro" },
    { FONDS_KIND_SUBJECT, "mountain-jews", "Cuhuro" },
    { FONDS_KIND_SUBJECT, "mountain-jews", "джуһур" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (unsure); i++)
    {
      g_autoptr (FondsRecord) record = load (sample, unsure[i].kind, unsure[i].key);

      g_assert_cmpstr (find_value (record, "name", unsure[i].form)->attr[FONDS_ATTR_NOTE], ==,
                       LESS_SURE);
    }
}

static void
test_neutral_places (Sample *sample, gconstpointer data)
{
  static const char *const keys[] = { "nagorno-karabakh", "artsakh" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (FondsRecord) place = load (sample, FONDS_KIND_PLACE, keys[i]);

      g_assert_cmpuint (fonds_body_n_values (place->body, "broader"), ==, 0);
      g_assert_cmpuint (fonds_body_n_values (place->body, "name"), >, 2);
      for (guint j = 0; j < fonds_body_n_values (place->body, "name"); j++)
        {
          const FondsValue *name = fonds_body_value (place->body, "name", j);

          g_assert_cmpstr (name->attr[FONDS_ATTR_TYPE], ==, "parallel");
          g_assert_true (g_str_has_prefix (name->attr[FONDS_ATTR_NOTE], "used in "));
        }
    }
}

static void
test_fonds (Sample *sample, gconstpointer data)
{
  static const char *const series[] = { "programme", "correspondence", "photographs", "press" };
  g_autoptr (FondsRecord) top = load (sample, FONDS_KIND_UNIT, "records");

  g_assert_cmpint (top->n_children, ==, G_N_ELEMENTS (series));
  g_assert_cmpstr (fonds_body_text (top->body, "level"), ==, "fonds");
  g_assert_cmpuint (fonds_body_n_values (top->body, "creator"), ==, 0);
  g_assert_cmpuint (fonds_body_n_values (top->body, "repository"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (FondsRecord) record = load (sample, FONDS_KIND_UNIT, series[i]);

      g_assert_cmpstr (fonds_body_text (record->body, "level"), ==, "series");
      g_assert_cmpint (record->n_children, ==, 0);
      g_assert_true (
          g_str_has_prefix (fonds_body_text (record->body, "generalNote"), "Illustrative"));
    }
}

static void
test_sound (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = fonds_check (sample->catalogue, NULL, &error);
  g_autofree char *name = fonds_catalogue_dup_name (sample->catalogue);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (name, ==, "Jews of the Caucasus: a sample");
}

/* Lays the text files into a folder, as somebody has who took them from the project. */
static char **
lay_out (const char *folder)
{
  g_auto (GStrv) names =
      g_resource_enumerate_children (fonds_sample_get_resource (), FOLDER, 0, NULL);
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *inside = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GBytes) text =
          g_resource_lookup_data (fonds_sample_get_resource (), inside, 0, NULL);

      g_assert_true (
          g_file_set_contents (path, g_bytes_get_data (text, NULL), g_bytes_get_size (text), NULL));
      if (g_str_has_suffix (path, ".csv"))
        g_strv_builder_add (tables, path);
    }
  return g_strv_builder_end (tables);
}

static void
test_import_again (Sample *sample, gconstpointer data)
{
  g_auto (GStrv) tables = lay_out (sample->folder);
  FondsImportOptions options = { .paths = (const char *const *) tables, .source = SOURCE };
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsImportReport) report =
      fonds_import_run (sample->catalogue, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_NEW), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_CHANGED), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_REFUSED), ==, 0);
  g_assert_cmpuint (fonds_import_report_total (report, FONDS_IMPORT_UNCHANGED), >, 0);
}

static void
test_one_import (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fonds_journal_list (sample->db, 10, &error);
  g_autoptr (FondsJournalEntry) entry = NULL;
  FondsStats stats = { { 0 } };

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = fonds_journal_undo (sample->catalogue, "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (fonds_stats_load (sample->db, &stats, &error));
  for (guint kind = 0; kind < FONDS_N_KINDS; kind++)
    g_assert_cmpint (stats.documents[kind], ==, 0);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
test_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fonds-sample-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "Sample.fonds", NULL);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "mine", -1, &error));
  g_assert_false (fonds_sample_create (path, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_EXISTS);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_clear_error (&error);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_true (fonds_sample_create (path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 2); /* with its media folder */
  remove_all (folder);
}

static void
test_pictures (Sample *sample, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = fonds_record_find_ref (sample->db, "CR", &error);
  g_autoptr (FondsRecord) record = load_id (sample, g_array_index (ids, gint64, 0));
  g_autoptr (GPtrArray) list = fonds_attachments_of (record->body);
  g_autoptr (FondsFixity) found = NULL;

  g_assert_cmpuint (list->len, ==, 2);
  for (guint i = 0; i < list->len; i++)
    g_assert_true (g_str_has_prefix (((FondsAttachment *) g_ptr_array_index (list, i))->caption,
                                     "Illustration made for Fonds"));
  found = fonds_fixity_check (fonds_media_get (sample->catalogue), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->n_files, ==, 2);
  g_assert_cmpuint (found->problems->len, ==, 0);
  g_assert_cmpuint (found->strays->len, ==, 0);
}

static void
test_name_of_a_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fonds-sample-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "places.csv", NULL);
  g_autoptr (FondsCatalogue) catalogue = NULL;

  g_assert_true (fonds_sample_create (path, &error));
  g_assert_no_error (error);
  catalogue = fonds_catalogue_open (path, FALSE, NULL, &error);
  g_assert_no_error (error);
  fonds_catalogue_close (catalogue);
  remove_all (folder);
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fonds-sample-XXXXXX", &error);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *path = g_build_filename (file, "Sample.fonds", NULL);

  g_assert_true (g_file_set_contents (file, "", -1, &error));
  g_assert_false (fonds_sample_create (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_cmpuint (count_files (folder), ==, 1);
  remove_all (folder);
}

static void
test_default_path (void)
{
  g_autofree char *path = fonds_sample_default_path ();

  g_assert_true (g_path_is_absolute (path));
  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (path, "/fonds/Sample.fonds"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("every-document-is-public-and-points-at-nothing-missing", test_public);
  ADD ("roles-that-the-report-prints-are-relations-with-the-report-as-their-source", test_roles);
  ADD ("the-conference-has-its-day-its-place-its-organisers-and-its-topics", test_conference);
  ADD ("the-report-is-transcribed-as-printed-and-has-no-date", test_report);
  ADD ("dated-events-are-those-that-the-authors-state", test_events);
  ADD ("a-name-of-which-we-are-less-sure-says-so", test_less_sure);
  ADD ("region-and-entity-lie-nowhere-and-prefer-no-name", test_neutral_places);
  ADD ("the-fonds-is-an-illustration-with-empty-series", test_fonds);
  ADD ("bringing-the-same-tables-in-again-changes-nothing", test_import_again);
  ADD ("its-drawings-say-that-they-are-drawings", test_pictures);
  ADD ("it-came-in-by-one-import-that-undo-takes-back", test_one_import);
  ADD ("the-file-is-sound-and-has-a-name", test_sound);
  g_test_add_func ("/sample/a-file-that-is-there-is-left-alone-and-nothing-is-left-beside-it",
                   test_again);
  g_test_add_func ("/sample/it-may-bear-the-name-of-one-of-its-tables", test_name_of_a_table);
  g_test_add_func ("/sample/where-no-folder-can-be-made-nothing-is-left", test_no_folder);
  g_test_add_func ("/sample/it-belongs-in-the-user-s-data-folder", test_default_path);

  return g_test_run ();
}
