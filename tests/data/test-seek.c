/* test-seek.c - where in an answer a letter, a year or a code begins
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/seek.h"
#include "tests/data/search-fixture.h"

typedef struct
{
  gboolean done;
  gboolean found;
  guint position;
  GError *error;
  FondsCatalogue *catalogue;
} Sought;

static const struct
{
  const char *title;
  const char *reference;
  const char *date; /* (nullable) */
} units[] = {
  { "Azerbaijan", "1", "1918" },   { "Baku", "2", "1920/1923" }, { "Derbent", "10", NULL },
  { "Əliağa", "20", "1918-05" },   { "Quba", "100", "1899" },    { "Губа", "A", NULL },
  { "קובה", "A.2", "2001-09-11" }, { "Çuxur", "A.10", "1921" },
};

static void
sought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sought *sought = user_data;

  sought->found = fonds_seek_finish (sought->catalogue, result, &sought->position, &sought->error);
  sought->done = TRUE;
}

static char *
title_at (Fixture *fixture, FondsAnswer *answer, guint position)
{
  g_autofree char *all = titles_of (fixture, answer);
  g_auto (GStrv) titles = g_strsplit (all, ", ", -1);

  return g_strdup (titles[position]);
}

/* The title at which @text begins; NULL where it makes no sense. */
static char *
seek (Fixture *fixture, FondsSort sort, gboolean descending, const char *text)
{
  g_autoptr (FondsRequest) request = fonds_request_new ("");
  g_autoptr (FondsAnswer) answer = NULL;
  Sought sought = { .catalogue = fixture->catalogue };
  char *title;

  request->sort = sort;
  request->descending = descending;
  answer = run (fixture, request);
  g_assert_cmpuint (answer->n, ==, G_N_ELEMENTS (units));
  fonds_seek_async (fixture->catalogue, answer, request, text, NULL, sought_cb, &sought);
  while (!sought.done)
    g_main_context_iteration (NULL, TRUE);
  title = sought.found ? title_at (fixture, answer, sought.position) : NULL;
  if (!sought.found)
    g_assert_error (sought.error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_SYNTAX);
  g_clear_error (&sought.error);
  return title;
}

static void
expect (Fixture *fixture, FondsSort sort, gboolean descending, const char *text, const char *wanted)
{
  g_autofree char *title = seek (fixture, sort, descending, text);

  g_assert_cmpstr (title, ==, wanted);
}

static void
fill (Fixture *fixture, gconstpointer data)
{
  guint i;

  fixture_set_up (fixture, data);
  for (i = 0; i < G_N_ELEMENTS (units); i++)
    fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", units[i].title,
                                           "referenceCode", units[i].reference,
                                           units[i].date ? "dates" : NULL, units[i].date, NULL));
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FONDS_SORT_TITLE, FALSE, "b", "Baku");
  expect (fixture, FONDS_SORT_TITLE, FALSE, "DE", "Derbent");
  expect (fixture, FONDS_SORT_RELEVANCE, FALSE, "q", "Quba");
  expect (fixture, FONDS_SORT_TITLE, FALSE, "г", "Губа");
  expect (fixture, FONDS_SORT_TITLE, FALSE, "ק", "קובה");
  expect (fixture, FONDS_SORT_TITLE, TRUE, "b", "Baku");
  expect (fixture, FONDS_SORT_TITLE, TRUE, "de", "Derbent");
}

static void
test_between (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FONDS_SORT_TITLE, FALSE, "dz", "Əliağa");
  expect (fixture, FONDS_SORT_DATE, FALSE, "1919", "Baku");
  expect (fixture, FONDS_SORT_DATE, TRUE, "1919", "Əliağa");
}

static void
test_year (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FONDS_SORT_DATE, FALSE, "1918", "Azerbaijan");
  expect (fixture, FONDS_SORT_DATE, FALSE, "1918-05", "Əliağa");
  expect (fixture, FONDS_SORT_DATE, FALSE, "1000", "Quba");
  expect (fixture, FONDS_SORT_DATE, TRUE, "1921", "Çuxur");
  expect (fixture, FONDS_SORT_DATE, TRUE, "2020", "קובה");
}

static void
test_code (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FONDS_SORT_REFERENCE, FALSE, "10", "Derbent");
  expect (fixture, FONDS_SORT_REFERENCE, FALSE, "11", "Əliağa");
  expect (fixture, FONDS_SORT_REFERENCE, FALSE, "A.10", "Çuxur");
}

static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FONDS_SORT_DATE, FALSE, "nonsense", NULL);
  expect (fixture, FONDS_SORT_CHANGED, FALSE, "b", NULL);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fill, test, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/seek/a-letter-begins-where-its-first-title-stands", test_letter);
  add ("/seek/what-is-not-there-is-sought-where-it-would-stand", test_between);
  add ("/seek/a-year-begins-with-its-first-day-in-either-direction", test_year);
  add ("/seek/numbers-in-codes-count-by-their-value", test_code);
  add ("/seek/what-makes-no-sense-in-an-order-is-an-error", test_nonsense);

  return g_test_run ();
}
