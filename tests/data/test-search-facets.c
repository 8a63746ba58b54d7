/* test-search-facets.c - how an answer divides, and how it is narrowed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/search-fixture.h"

/* A facet's values as "label count, …". */
static char *
counts_of (const FondsAnswer *answer, FondsFacet facet)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < answer->facets[facet]->len; i++)
    {
      const FondsFacetValue *value = g_ptr_array_index (answer->facets[facet], i);

      g_string_append_printf (counts, "%s%s %u", i > 0 ? ", " : "", value->label, value->count);
    }
  return g_string_free (counts, FALSE);
}

static void
assert_counts (const FondsAnswer *answer, FondsFacet facet, const char *expected)
{
  g_autofree char *counts = counts_of (answer, facet);

  g_assert_cmpstr (counts, ==, expected);
}

static void
facets_count_every_value_of_what_was_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;
  g_autoptr (FondsRequest) request = fonds_request_new ("kind:unit");
  g_autoptr (FondsAnswer) answer = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  fixture_create (fixture,
                  fixture_body (FONDS_KIND_UNIT, "title", "Diary", "dates", "1908/1923", "language",
                                "he", "language", "az", "creator=", institution, NULL));
  fixture_create (fixture,
                  fixture_body (FONDS_KIND_UNIT, "title", "Note", "dates", "1922/..", "language",
                                "he", "creator=", institution, "creator=", institution, NULL));
  request->facets = FONDS_FACETS_ALL;
  answer = run (fixture, request);

  assert_counts (answer, FONDS_FACET_KIND, "Units of description 8");
  assert_counts (answer, FONDS_FACET_LEVEL, "Item 2, Series 2, Fonds 1");
  assert_counts (answer, FONDS_FACET_REPOSITORY, "State Archive 5");
  assert_counts (answer, FONDS_FACET_DECADE, "1900s 1, 1910s 1, 1920s 2");
  assert_counts (answer, FONDS_FACET_ACCESS, "Staff only 7, Public 1");
  assert_counts (answer, FONDS_FACET_SUBJECT, "");
  assert_counts (answer, FONDS_FACET_CREATOR, "State Archive 2");
  assert_counts (answer, FONDS_FACET_LANGUAGE, "Hebrew 2, Azerbaijani 1");
  g_assert_cmpuint (answer->n_values[FONDS_FACET_LEVEL], ==, 3);
}

static void
a_filter_narrows_everything_but_its_own_facet (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;
  g_autoptr (FondsRequest) request = fonds_request_new ("");
  g_autoptr (FondsAnswer) answer = NULL;
  g_autofree char *titles = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  fonds_request_add_filter (request, FONDS_FACET_LEVEL, "series");
  fonds_request_add_filter (request, FONDS_FACET_LEVEL, "fonds");
  fonds_request_add_filter (request, FONDS_FACET_LEVEL, "fonds");
  fonds_request_add_filter (request, FONDS_FACET_ACCESS, "staff");
  fonds_request_add_filter (request, FONDS_FACET_DECADE, "1910");
  g_assert_true (fonds_request_remove_filter (request, FONDS_FACET_DECADE, "1910"));
  g_assert_false (fonds_request_remove_filter (request, FONDS_FACET_DECADE, "1910"));
  g_assert_true (fonds_request_is_filtered (request));
  request->sort = FONDS_SORT_TITLE;
  request->facets = FONDS_FACETS_ALL;
  answer = run (fixture, request);
  titles = titles_of (fixture, answer);

  g_assert_cmpstr (titles, ==, "Fonds, Series");
  assert_counts (answer, FONDS_FACET_LEVEL, "Item 2, Fonds 1, Series 1");
  assert_counts (answer, FONDS_FACET_ACCESS, "Staff only 2, Public 1");
  assert_counts (answer, FONDS_FACET_KIND, "Units of description 2");
}

static void
filters_take_the_values_that_facets_give (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;
  g_autoptr (FondsRequest) all = fonds_request_new ("");
  g_autoptr (FondsAnswer) answer = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Diary", "dates", "1908/1923",
                                         "language", "he", "creator=", institution,
                                         "subject=", institution, "place=", institution, NULL));
  all->facets = FONDS_FACETS_ALL;
  answer = run (fixture, all);
  for (guint facet = 0; facet < FONDS_N_FACETS; facet++)
    for (guint i = 0; i < answer->facets[facet]->len; i++)
      {
        const FondsFacetValue *value = g_ptr_array_index (answer->facets[facet], i);
        g_autoptr (FondsRequest) one = fonds_request_new ("");
        g_autoptr (FondsAnswer) narrowed = NULL;

        fonds_request_add_filter (one, facet, value->value);
        narrowed = run (fixture, one);
        g_assert_cmpuint (narrowed->n, ==, value->count);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func)                                                                           \
  g_test_add ("/search-facets/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("facets-count-every-value-of-what-was-found", facets_count_every_value_of_what_was_found);
  TEST ("a-filter-narrows-everything-but-its-own-facet",
        a_filter_narrows_everything_but_its_own_facet);
  TEST ("filters-take-the-values-that-facets-give", filters_take_the_values_that_facets_give);
#undef TEST
  return g_test_run ();
}
