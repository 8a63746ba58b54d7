/* test-calendar.c - four calendars agree on every day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/calendar.h"
#include "tests/data/test-date-fixture.h"

static void
assert_day (FondsCalendar calendar, gint64 number, const char *text)
{
  FondsCalendarDay expected, day = fonds_day_to_calendar (calendar, number);
  long long year;

  g_assert_cmpint (sscanf (text, "%lld-%d-%d", &year, &expected.month, &expected.day), ==, 3);
  expected.year = year;
  g_assert_cmpint (day.year, ==, expected.year);
  g_assert_cmpint (day.month, ==, expected.month);
  g_assert_cmpint (day.day, ==, expected.day);
  g_assert_cmpint (fonds_day_from_calendar (calendar, &expected), ==, number);
}

static void
check_vector (char **cells)
{
  gint64 number = g_ascii_strtoll (cells[0], NULL, 10);

  assert_day (FONDS_CALENDAR_GREGORIAN, number, cells[1]);
  assert_day (FONDS_CALENDAR_JULIAN, number, cells[2]);
  assert_day (FONDS_CALENDAR_HEBREW, number, cells[3]);
}

static void
test_vectors (void)
{
  fixture_each_row ("calendars.tsv", 4, check_vector);
}

static void
check_hebrew_year (char **cells)
{
  gint64 year = g_ascii_strtoll (cells[0], NULL, 10);
  g_autofree char *letters = fonds_hebrew_year_print (year);

  g_assert_cmpstr (letters, ==, cells[1]);
  g_assert_cmpint (fonds_hebrew_year_parse (cells[1]), ==, year);
  g_assert_cmpint (fonds_day_from_hebrew (year, 1, 1), ==, fixture_day (cells[2]));
  g_assert_cmpint (fonds_day_from_hebrew (year, 13, 29), ==, fixture_day (cells[3]));
  g_assert_cmpint (fonds_hebrew_year_length (year), ==, atoi (cells[4]));
  g_assert_cmpint (fonds_hebrew_is_leap (year), ==, atoi (cells[5]));
}

static void
test_hebrew_years (void)
{
  fixture_each_row ("hebrew-years.tsv", 6, check_hebrew_year);
}

/* Every day of four centuries, and single ones far around them, in every calendar. */
static void
assert_inverse (gint64 number)
{
  for (FondsCalendar calendar = FONDS_CALENDAR_GREGORIAN; calendar <= FONDS_CALENDAR_ISLAMIC;
       calendar++)
    {
      FondsCalendarDay day = fonds_day_to_calendar (calendar, number);

      g_assert_cmpint (fonds_day_from_calendar (calendar, &day), ==, number);
      g_assert_cmpint (day.month, >=, 1);
      g_assert_cmpint (day.day, >=, 1);
      g_assert_cmpint (day.day, <=, fonds_calendar_month_length (calendar, day.year, day.month));
    }
}

static void
test_inverse (void)
{
  for (gint64 number = 2300000; number <= 2470000; number++)
    assert_inverse (number);
  for (gint64 number = -5000000; number <= 10000000; number += 9973)
    assert_inverse (number);
}

/* The farthest days that EDTF may name: products of them must fit. */
static void
test_far_days (void)
{
  gint64 far = G_GINT64_CONSTANT (10000000000000);

  for (int i = -3; i <= 3; i++)
    {
      assert_inverse (fonds_day_from_gregorian (far, 1, 1) + i);
      assert_inverse (fonds_day_from_gregorian (-far, 1, 1) + i);
      assert_inverse (fonds_day_from_gregorian (far / 7, 1, 1) + i);
    }
}

static void
test_known_days (void)
{
  g_assert_cmpint (fonds_day_from_gregorian (1917, 11, 7), ==, 2421540);
  g_assert_cmpint (fonds_day_from_julian (1917, 10, 25), ==, 2421540);
  g_assert_cmpint (fonds_day_from_julian (1900, 2, 29), ==, fixture_day ("1900-03-13"));
  g_assert_cmpint (fonds_day_from_hebrew (1, 1, 1), ==, 347998);
  g_assert_cmpint (fonds_day_from_hebrew (5784, 8, 15), ==, fixture_day ("2024-04-23"));
  g_assert_cmpint (fonds_day_from_hebrew (5784, 7, 14), ==, fixture_day ("2024-03-24"));
  g_assert_cmpint (fonds_day_from_hebrew (5708, 9, 5), ==, fixture_day ("1948-05-14"));
  g_assert_cmpint (fonds_day_from_hebrew (5679, 5, 15), ==, fixture_day ("1919-01-16"));
  g_assert_cmpint (fonds_day_from_islamic (1300, 1, 1), ==, fixture_day ("1882-11-12"));
  g_assert_cmpint (fonds_day_from_islamic (1336, 1, 1), ==, fixture_day ("1917-10-17"));
  g_assert_cmpint (fonds_day_year (0), ==, -4713);
  g_assert_cmpint (fonds_day_year (2421540), ==, 1917);
}

static void
test_month_lengths (void)
{
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, 1900, 2), ==, 28);
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_JULIAN, 1900, 2), ==, 29);
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_HEBREW, 5678, 7), ==, 0);
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_HEBREW, 5679, 6), ==, 30);
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_ISLAMIC, 1336, 12), ==, 30);
  g_assert_cmpint (fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, 1900, 13), ==, 0);
}

static void
test_letters (void)
{
  g_autofree char *fifteen = fonds_hebrew_number_print (15);
  g_autofree char *sixteen = fonds_hebrew_number_print (16);
  g_autofree char *five = fonds_hebrew_number_print (5);

  g_assert_cmpstr (fifteen, ==, "ט״ו");
  g_assert_cmpstr (sixteen, ==, "ט״ז");
  g_assert_cmpstr (five, ==, "ה׳");
  g_assert_cmpint (fonds_hebrew_number_parse ("ט\"ו"), ==, 15);
  g_assert_cmpint (fonds_hebrew_number_parse ("ל׳"), ==, 30);
  g_assert_cmpint (fonds_hebrew_year_parse ("ה׳תרע״ח"), ==, 5678);
  g_assert_cmpint (fonds_hebrew_year_parse ("תַּרְעַ״ח"), ==, 5678);
  g_assert_cmpint (fonds_hebrew_year_parse ("תשד״מ"), ==, 5744);
  g_assert_cmpint (fonds_hebrew_year_parse ("תש״ץ"), ==, 5790);
  g_assert_cmpint (fonds_hebrew_year_parse ("שלום"), ==, 0);
  g_assert_cmpint (fonds_hebrew_year_parse ("1917"), ==, 0);
  g_assert_null (fonds_hebrew_year_print (6000));
}

static void
test_ids (void)
{
  for (guint i = 0; i < FONDS_N_CALENDARS; i++)
    {
      FondsCalendar calendar;

      g_assert_true (fonds_calendar_parse (fonds_calendar_id ((FondsCalendar) i), &calendar));
      g_assert_cmpint (calendar, ==, i);
    }
  g_assert_cmpstr (fonds_calendar_id (FONDS_CALENDAR_JULIAN), ==, "julian");
}

static void
test_unknown_id (void)
{
  FondsCalendar calendar;

  g_assert_false (fonds_calendar_parse ("Julian", &calendar));
  g_assert_false (fonds_calendar_parse ("", &calendar));
  g_assert_false (fonds_calendar_parse (NULL, &calendar));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/every-row-of-the-vectors-holds", test_vectors);
  g_test_add_func ("/calendar/hebrew-years-begin-and-end-as-tabled", test_hebrew_years);
  g_test_add_func ("/calendar/days-come-back-from-every-calendar", test_inverse);
  g_test_add_func ("/bug/calendar/far-days-come-back-too", test_far_days);
  g_test_add_func ("/calendar/known-days", test_known_days);
  g_test_add_func ("/calendar/months-have-their-lengths", test_month_lengths);
  g_test_add_func ("/calendar/hebrew-letters-are-numbers", test_letters);
  g_test_add_func ("/calendar/a-calendar-is-found-by-its-id", test_ids);
  g_test_add_func ("/calendar/another-id-is-no-calendar", test_unknown_id);

  return g_test_run ();
}
