/* test-import-origin.c - whose keys the rows of a file have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/exchange-fixture.h"

typedef ExchangeFixture Fixture;

static const char *const header[] = { "legacyId",           "identifier",      "title",
                                      "levelOfDescription", "scopeAndContent", "eventTypes",
                                      "eventDates",         "culture",         NULL };
static const char *const cells[] = { "1",        "F-1",  "Papers", "Fonds", "Letters",
                                     "Creation", "1902", "en",     NULL };
static const char *const edited[] = {
  NULL, "F-2", "Family papers", "Series", "Letters and maps", "Accumulation", "1903", "az", NULL
};

/* A file of one row whose cell in one column is edited; -1: none. */
static char *
print (const char *const *row, int column)
{
  g_auto (GStrv) line = g_strdupv ((char **) row);
  g_autofree char *names = g_strjoinv (",", (char **) header);
  g_autofree char *values = NULL;

  if (column >= 0)
    {
      g_free (line[column]);
      line[column] = g_strdup (edited[column]);
    }
  values = g_strjoinv (",", line);
  return g_strconcat (names, "\n", values, "\n", NULL);
}

static void
test_edited_cell (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print (cells, -1);
  g_autofree char *after = print (cells, GPOINTER_TO_INT (data));
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "papers.csv", before);
  g_autoptr (FondsImportReport) second = exchange_import (fixture, "renamed.csv", after);

  assert_counts (first, 1, 0, 0, 0);
  assert_counts (second, 0, 1, 0, 0);
  g_assert_true (says (second, "known from the source “papers”"));
}

static void
test_other_row (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = print (cells, -1);
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "papers.csv", before);
  g_autoptr (FondsImportReport) second =
      exchange_import (fixture, "papers.csv",
                       "legacyId,identifier,title,levelOfDescription,scopeAndContent,eventTypes,"
                       "eventDates,culture\n"
                       "1,A-7,Atlas,Fonds,Maps of Baku,Creation,1902,en\n");

  assert_counts (second, 1, 0, 0, 0);
}

/* Numbers that begin at 1 are the keys and the codes of many archives. */
static void
test_same_codes (Fixture *fixture, gconstpointer data)
{
  const char *top = "legacyId,identifier,title,levelOfDescription,culture\n";
  g_autofree char *one =
      g_strconcat (top, "1,1,A,Fonds,en\n2,2,B,Fonds,en\n3,3,C,Fonds,en\n", NULL);
  g_autofree char *two =
      g_strconcat (top, "1,1,K,Fonds,en\n2,2,L,Fonds,en\n3,3,M,Fonds,en\n", NULL);
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "descriptions.csv", one);
  g_autoptr (FondsImportReport) second = exchange_import (fixture, "descriptions.csv", two);

  assert_counts (second, 3, 0, 0, 0);
  g_assert_true (says (second, "a new source “descriptions (2)”"));
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsMapping) mapping =
      fonds_mapping_parse ("kind person\nkey id\nlanguage en\ncolumn name -> name\n"
                           "column born -> datesOfExistence\n",
                           "people.mapping", &error);
  g_autoptr (FondsImportReport) first = NULL;
  g_autoptr (FondsImportReport) second = NULL;

  g_assert_no_error (error);
  fixture->options.mapping = mapping;
  first = exchange_import (fixture, "people.csv", "id,name,born\n1,Anna Levi,1870\n");
  second = exchange_import (fixture, "renamed.csv", "id,name,born\n1,Anna Levy,1870\n");
  assert_counts (second, 0, 1, 0, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; header[i] != NULL; i++)
    {
      g_autofree char *path =
          g_strconcat ("/import-origin/a-renamed-row-is-known-with-another-", header[i], NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (i), exchange_fixture_set_up, test_edited_cell,
                  exchange_fixture_tear_down);
    }
  g_test_add ("/import-origin/a-row-that-says-other-things-is-another-source", Fixture, NULL,
              exchange_fixture_set_up, test_other_row, exchange_fixture_tear_down);
  g_test_add ("/import-origin/equal-codes-alone-make-no-source", Fixture, NULL,
              exchange_fixture_set_up, test_same_codes, exchange_fixture_tear_down);
  g_test_add ("/import-origin/a-person-with-another-name-is-known-by-the-dates", Fixture, NULL,
              exchange_fixture_set_up, test_person, exchange_fixture_tear_down);
  return g_test_run ();
}
