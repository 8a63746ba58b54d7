/* test-citation.c - how records are cited, and what of it the public gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/catalogue-fixture.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/error.h"
#include "data/catalogue/neighbours.h"
#include "data/store/database.h"

typedef CatalogueFixture Fixture;

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

typedef struct
{
  gint64 id;
  gboolean public;
  FondsRecord *record;
  GError *error;
} Load;

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->record = load->public ? fonds_record_load_public (db, load->id, &load->error)
                              : fonds_record_load (db, load->id, &load->error);
  return TRUE;
}

static FondsRecord *
load (Fixture *fixture, gint64 id, gboolean public, GError **error)
{
  Load job = { .id = id, .public = public };

  g_assert_true (fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS,
                                  load_cb, &job, NULL, NULL));
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.record;
}

/* The citation without the link, which is another one every time. */
static char *
cite (FondsRecord *record)
{
  char *citation = fonds_citation (record);
  g_autofree char *link = fonds_citation_link (fonds_body_uid (record->body));
  char *end = g_strrstr (citation, link);

  g_assert_nonnull (end);
  g_assert_cmpstr (end, ==, link);
  *end = '\0';
  return g_strchomp (citation);
}

static void
assert_cited (Fixture *fixture, gint64 id, const char *expected)
{
  g_autoptr (FondsRecord) record = load (fixture, id, FALSE, NULL);
  g_autofree char *citation = cite (record);

  g_assert_cmpstr (citation, ==, expected);
}

static FondsBody *
named (FondsKind kind, const char *name)
{
  FondsBody *body = fonds_body_new (kind);

  fonds_body_add_text (body, "name", name, NULL);
  fonds_body_add_text (body, "access", "public", NULL);
  return body;
}

static const char *
create (Fixture *fixture, FondsBody *body, gint64 *id)
{
  gint64 made = catalogue_fixture_create (fixture, body);

  if (id != NULL)
    *id = made;
  return fonds_body_uid (body);
}

static void
an_item_says_who_made_it_and_where_it_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) archive = named (FONDS_KIND_INSTITUTION, "City Archive");
  g_autoptr (FondsBody) council = named (FONDS_KIND_INSTITUTION, "Community council");
  g_autoptr (FondsBody) publisher = named (FONDS_KIND_INSTITUTION, "A press");
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F1", "Records of the council", NULL);
  g_autoptr (FondsBody) item = NULL;
  FondsValue *value;
  gint64 id;

  fonds_body_add_ref (fonds, "repository", create (fixture, archive, NULL));
  item = catalogue_fixture_unit ("12", "Letter to the mayor", create (fixture, fonds, NULL));
  fonds_body_add_text (item, "level", "item", NULL);
  fonds_body_add_ref (item, "creator", create (fixture, council, NULL));
  value = fonds_body_add_ref (item, "creator", create (fixture, publisher, NULL));
  fonds_body_set (item, value, FONDS_ATTR_TYPE, "publication");
  fonds_body_add_text (item, "dates", "12 May 1919", NULL);
  create (fixture, item, &id);
  assert_cited (fixture, id,
                "Community council. Letter to the mayor, 12 May 1919. Item, Records of the "
                "council, "
                "F1/12. City Archive.");
}

static void
a_title_that_ends_with_a_mark_gets_no_second_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("7", "Who are we?", NULL);
  gint64 id;

  fonds_body_add_text (unit, "level", "file", NULL);
  create (fixture, unit, &id);
  assert_cited (fixture, id, "Who are we? File, 7.");
}

static void
of_many_authors_the_first_is_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) source = fonds_body_new (FONDS_KIND_SOURCE);
  gint64 id;

  fonds_body_add_text (source, "title", "A report", NULL);
  fonds_body_add_text (source, "author", "First", NULL);
  fonds_body_add_text (source, "author", "Second", NULL);
  fonds_body_add_text (source, "author", "Third", NULL);
  fonds_body_add_text (source, "author", "Fourth", NULL);
  fonds_body_add_text (source, "containerTitle", "A journal", NULL);
  fonds_body_add_text (source, "date", "2023", NULL);
  fonds_body_add_text (source, "pages", "3–9", NULL);
  fonds_body_add_text (source, "issn", "2975-0474", NULL);
  create (fixture, source, &id);
  assert_cited (fixture, id, "First et al. A report. A journal. 2023, 3–9. ISSN 2975-0474.");
}

static void
a_hebrew_title_turns_what_is_latin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("F2", "מכתב", NULL);
  gint64 id;

  fonds_body_add_text (unit, "level", "item", NULL);
  fonds_body_add_text (unit, "dates", "1918–1923", NULL);
  create (fixture, unit, &id);
  assert_cited (fixture, id,
                "מכתב, " FSI "1918–1923" PDI ". " FSI "Item" PDI ", " FSI "F2" PDI ".");
}

static void
a_latin_title_turns_what_is_hebrew_and_nothing_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) source = fonds_body_new (FONDS_KIND_SOURCE);
  gint64 id;

  fonds_body_add_text (source, "title", "Memories", NULL);
  fonds_body_add_text (source, "author", "שמעון", NULL);
  fonds_body_add_text (source, "date", "1918–1923", NULL);
  create (fixture, source, &id);
  assert_cited (fixture, id, FSI "שמעון" PDI ". Memories. 1918–1923.");
}

static void
a_contribution_names_its_conference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) conference = fonds_body_new (FONDS_KIND_CONFERENCE);
  g_autoptr (FondsBody) talk = fonds_body_new (FONDS_KIND_CONTRIBUTION);
  gint64 id;

  fonds_body_add_text (conference, "title", "A conference", NULL);
  fonds_body_add_text (conference, "dates", "30 August 2023", NULL);
  fonds_body_add_text (talk, "title", "A talk", NULL);
  fonds_body_add_text (talk, "speaker", "Somebody", NULL);
  fonds_body_add_ref (talk, "conference", create (fixture, conference, NULL));
  create (fixture, talk, &id);
  assert_cited (fixture, id, "Somebody. A talk. A conference, 30 August 2023.");
}

static void
a_link_leads_back_to_its_record (void)
{
  const char *uid = "0190a8f2-3c4d-7e5f-8a9b-0c1d2e3f4a5b";
  g_autofree char *link = fonds_citation_link (uid);

  g_assert_cmpstr (fonds_citation_uid (link), ==, uid);
  g_assert_null (fonds_citation_uid (uid));
  g_assert_null (fonds_citation_uid ("fonds:nobody"));
  g_assert_null (fonds_citation_uid (NULL));
}

static void
the_public_does_not_learn_of_a_record_for_the_staff (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) unit = catalogue_fixture_unit ("S", "A secret", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsRecord) record = NULL;
  gint64 id;

  create (fixture, unit, &id);
  record = load (fixture, id, TRUE, &error);
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND);
  g_assert_null (record);
}

static gint64
create_open_item_in_closed_fonds (Fixture *fixture)
{
  g_autoptr (FondsBody) donor = named (FONDS_KIND_PERSON, "A donor");
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("HIDDEN", "A closed fonds", NULL);
  g_autoptr (FondsBody) item = NULL;
  gint64 id;

  fonds_body_clear_field (donor, "access");
  item = catalogue_fixture_unit ("9", "An open letter", create (fixture, fonds, NULL));
  fonds_body_add_text (item, "access", "public", NULL);
  fonds_body_add_text (item, "accessReason", "Printed long ago", NULL);
  fonds_body_add_text (item, "internalNote", "Found in the cellar", NULL);
  fonds_body_add_ref (item, "creator", create (fixture, donor, NULL));
  create (fixture, item, &id);
  return id;
}

static void
the_public_learns_nothing_of_what_lies_around_in_the_dark (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRecord) record =
      load (fixture, create_open_item_in_closed_fonds (fixture), TRUE, NULL);
  g_autofree char *citation = cite (record);

  g_assert_cmpstr (citation, ==, "An open letter. 9.");
  g_assert_cmpuint (record->ancestors->len, ==, 0);
  g_assert_null (fonds_body_text (record->body, "internalNote"));
  g_assert_cmpuint (fonds_body_n_values (record->body, "creator"), ==, 0);
}

static void
neighbours_stand_in_the_order_of_the_hierarchy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F", "The fonds", NULL);
  const char *uid = create (fixture, fonds, NULL);
  static const char *const positions[] = { "c", "a", "b" };
  gint64 ids[3];
  g_autoptr (FondsRecord) middle = NULL;
  g_autoptr (FondsRecord) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (FondsBody) unit = catalogue_fixture_unit (positions[i], positions[i], uid);

      fonds_body_add_text (unit, "position", positions[i], NULL);
      create (fixture, unit, &ids[i]);
    }
  middle = load (fixture, ids[2], FALSE, NULL);
  g_assert_cmpint (middle->neighbours->previous->id, ==, ids[1]);
  g_assert_cmpint (middle->neighbours->next->id, ==, ids[0]);
  g_assert_cmpint (middle->neighbours->place, ==, 2);
  g_assert_cmpint (middle->neighbours->n_siblings, ==, 3);
  first = load (fixture, ids[1], FALSE, NULL);
  g_assert_null (first->neighbours->previous);
}

static void
a_fonds_shows_its_first_children_with_what_they_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsBody) fonds = catalogue_fixture_unit ("F", "The fonds", NULL);
  g_autoptr (FondsBody) series = NULL;
  g_autoptr (FondsBody) file = NULL;
  g_autoptr (FondsRecord) record = NULL;
  gint64 id;

  series = catalogue_fixture_unit ("S", "The series", create (fixture, fonds, &id));
  file = catalogue_fixture_unit ("1", "The file", create (fixture, series, NULL));
  create (fixture, file, NULL);
  record = load (fixture, id, FALSE, NULL);
  g_assert_cmpuint (record->neighbours->children->len, ==, 1);
  g_assert_cmpint (g_array_index (record->neighbours->n_below, gint64, 0), ==, 1);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, catalogue_fixture_set_up, test, catalogue_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/citation/an-item-says-who-made-it-and-where-it-is-found",
       an_item_says_who_made_it_and_where_it_is_found);
  ADD ("/citation/a-title-that-ends-with-a-mark-gets-no-second-one",
       a_title_that_ends_with_a_mark_gets_no_second_one);
  ADD ("/citation/of-many-authors-the-first-is-named", of_many_authors_the_first_is_named);
  ADD ("/citation/a-hebrew-title-turns-what-is-latin", a_hebrew_title_turns_what_is_latin);
  ADD ("/citation/a-latin-title-turns-what-is-hebrew-and-nothing-else",
       a_latin_title_turns_what_is_hebrew_and_nothing_else);
  ADD ("/citation/a-contribution-names-its-conference", a_contribution_names_its_conference);
  g_test_add_func ("/citation/a-link-leads-back-to-its-record", a_link_leads_back_to_its_record);
  ADD ("/record-public/the-public-does-not-learn-of-a-record-for-the-staff",
       the_public_does_not_learn_of_a_record_for_the_staff);
  ADD ("/record-public/the-public-learns-nothing-of-what-lies-around-in-the-dark",
       the_public_learns_nothing_of_what_lies_around_in_the_dark);
  ADD ("/neighbours/neighbours-stand-in-the-order-of-the-hierarchy",
       neighbours_stand_in_the_order_of_the_hierarchy);
  ADD ("/neighbours/a-fonds-shows-its-first-children-with-what-they-hold",
       a_fonds_shows_its_first_children_with_what_they_hold);
  return g_test_run ();
}
