/* test-date-reading.c - dates as a person reads them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-reading.h"
#include "tests/data/test-date-fixture.h"

static void
check_reading (char **cells)
{
  FondsCalendar calendar;
  g_autofree char *reading = NULL;

  g_assert_true (fonds_calendar_parse (cells[1], &calendar));
  reading = fonds_date_reading (cells[0], calendar);
  if (g_strcmp0 (reading, cells[2]) != 0)
    g_error ("%s reads “%s”, not “%s”", cells[0], reading, cells[2]);
}

static void
test_table (void)
{
  fixture_each_row ("readings.tsv", 3, check_reading);
}

/* Every date of every table has a reading of its own that is text. */
static void
check_any (char **cells)
{
  const char *edtf = cells[1];
  FondsDays days;

  if (!fonds_date_days (edtf, &days))
    return;
  for (FondsCalendar calendar = FONDS_CALENDAR_UNKNOWN; calendar <= FONDS_CALENDAR_ISLAMIC;
       calendar++)
    {
      g_autofree char *reading = fonds_date_reading (edtf, calendar);

      g_assert_cmpstr (reading, !=, "");
      g_assert_true (g_utf8_validate (reading, -1, NULL));
      g_assert_null (strpbrk (reading, "X%~["));
    }
}

static void
test_all (void)
{
  fixture_each_row ("edtf.tsv", 5, check_any);
  fixture_each_row ("phrases.tsv", 3, check_any);
}

static void
test_nothing (void)
{
  g_autofree char *nothing = fonds_date_reading (NULL, FONDS_CALENDAR_UNKNOWN);
  g_autofree char *wording = fonds_date_reading ("the year of the flood", FONDS_CALENDAR_HEBREW);

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (wording, ==, "the year of the flood");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-reading/dates-read-as-tabled", test_table);
  g_test_add_func ("/date-reading/no-sign-of-edtf-is-left-in-a-reading", test_all);
  g_test_add_func ("/date-reading/what-is-not-edtf-comes-back", test_nothing);

  return g_test_run ();
}
