/* test-finder.c - the question that a window asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/small-catalogue.h"
#include "tests/ui/wait.h"
#include "ui/finder.h"

typedef struct
{
  char *folder;
  FondsCatalogue *catalogue;
  FondsFinder *finder;
  guint wanted;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsSearch) search = NULL;

  fixture->catalogue = small_catalogue_new (&fixture->folder);
  search = fonds_search_new (fixture->catalogue);
  fixture->finder = fonds_finder_new (search);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->finder);
  small_catalogue_free (fixture->catalogue, fixture->folder);
}

static gboolean
has_wanted (gpointer data)
{
  Fixture *fixture = data;
  FondsAnswer *answer = fonds_result_model_get_answer (fonds_finder_get_results (fixture->finder));

  return answer && answer->n == fixture->wanted;
}

static void
expect (Fixture *fixture, guint wanted)
{
  fixture->wanted = wanted;
  wait_until (has_wanted, fixture);
}

static gboolean
is_counted (gpointer data)
{
  Fixture *fixture = data;

  return fonds_finder_count_section (fixture->finder, FONDS_SECTION_EVERYTHING) == fixture->wanted;
}

static void
test_everything (Fixture *fixture, gconstpointer data)
{
  expect (fixture, SMALL_N_RECORDS);
  g_assert_false (fonds_finder_is_filtered (fixture->finder));
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "quba");
  expect (fixture, 1);
  fonds_finder_set_text (fixture->finder, "");
  expect (fixture, SMALL_N_RECORDS);
}

static void
test_section (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_ARCHIVE);
  expect (fixture, SMALL_N_UNITS);
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_PEOPLE);
  expect (fixture, SMALL_N_PEOPLE);
  g_assert_true (fonds_finder_is_filtered (fixture->finder));
}

static void
test_section_keeps_words (Fixture *fixture, gconstpointer data)
{
  const FondsRequest *request = fonds_finder_get_request (fixture->finder);

  fonds_finder_set_text (fixture->finder, "letter");
  fonds_finder_add_filter (fixture->finder, FONDS_FACET_LEVEL, "item", "Item");
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_PEOPLE);
  g_assert_cmpstr (request->query, ==, "letter");
  g_assert_false (fonds_request_has_filter (request, FONDS_FACET_LEVEL, "item"));
}

static void
test_alternatives (Fixture *fixture, gconstpointer data)
{
  fonds_finder_add_filter (fixture->finder, FONDS_FACET_LEVEL, "fonds", "Fonds");
  expect (fixture, 1);
  fonds_finder_add_filter (fixture->finder, FONDS_FACET_LEVEL, "item", "Item");
  expect (fixture, 4);
  fonds_finder_remove_filter (fixture->finder, FONDS_FACET_LEVEL, "fonds");
  expect (fixture, 3);
  g_assert_cmpstr (fonds_finder_get_filter_label (fixture->finder, FONDS_FACET_LEVEL, "item"), ==,
                   "Item");
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_ARCHIVE);
  fonds_finder_set_text (fixture->finder, "letter");
  fonds_finder_add_filter (fixture->finder, FONDS_FACET_LEVEL, "item", "Item");
  fonds_finder_clear_filters (fixture->finder);
  g_assert_cmpint (fonds_finder_get_section (fixture->finder), ==, FONDS_SECTION_ARCHIVE);
  fonds_finder_clear_filters (fixture->finder);
  g_assert_cmpint (fonds_finder_get_section (fixture->finder), ==, FONDS_SECTION_EVERYTHING);
  g_assert_false (fonds_finder_is_filtered (fixture->finder));
  g_assert_cmpstr (fonds_finder_get_request (fixture->finder)->query, ==, "letter");
}

static void
test_counted (Fixture *fixture, gconstpointer data)
{
  fonds_finder_set_text (fixture->finder, "no such word");
  fixture->wanted = SMALL_N_RECORDS;
  wait_until (is_counted, fixture);
  g_assert_cmpint (fonds_finder_count_section (fixture->finder, FONDS_SECTION_ARCHIVE), ==,
                   SMALL_N_UNITS);
  g_assert_cmpint (fonds_finder_count_section (fixture->finder, FONDS_SECTION_PEOPLE), ==,
                   SMALL_N_PEOPLE);
  g_assert_cmpint (fonds_finder_count_section (fixture->finder, FONDS_SECTION_PLACES), ==, 0);
}

static void
test_offers (Fixture *fixture, gconstpointer data)
{
  g_assert_true (fonds_finder_offers (fixture->finder, FONDS_FACET_KIND));
  fonds_finder_set_section (fixture->finder, FONDS_SECTION_ARCHIVE);
  g_assert_false (fonds_finder_offers (fixture->finder, FONDS_FACET_KIND));
  g_assert_true (fonds_finder_offers (fixture->finder, FONDS_FACET_LEVEL));
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  expect (fixture, SMALL_N_RECORDS);
  small_catalogue_add_unit (fixture->catalogue, "A letter that came later", "2");
  expect (fixture, SMALL_N_RECORDS + 1);
  fixture->wanted = SMALL_N_RECORDS + 1;
  wait_until (is_counted, fixture);
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

  add ("/finder/everything-is-found-at-first", test_everything);
  add ("/finder/words-narrow-and-no-words-do-not", test_words);
  add ("/finder/a-section-narrows-to-its-kinds", test_section);
  add ("/finder/another-section-keeps-the-words-and-drops-the-filters", test_section_keeps_words);
  add ("/finder/values-of-one-facet-are-alternatives", test_alternatives);
  add ("/finder/clearing-takes-filters-first-and-then-the-section", test_clear);
  add ("/finder/sections-are-counted-whatever-is-asked", test_counted);
  add ("/finder/the-kind-is-no-filter-inside-a-section", test_offers);
  add ("/finder/what-is-new-in-the-catalogue-is-found-and-counted", test_news);

  return g_test_run ();
}
