/* test-date-days.c - which days a date covers, and in what order dates stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/data/test-date-fixture.h"

static FondsDays
days_of (const char *edtf)
{
  FondsDays days;

  if (!fonds_date_days (edtf, &days))
    g_error ("%s is not a date", edtf);
  return days;
}

static void
assert_margin (const char *edtf, const char *from, const char *to)
{
  FondsDays days = days_of (edtf);

  g_assert_cmpint (days.search_from, ==, fixture_day (from));
  g_assert_cmpint (days.search_to, ==, fixture_day (to));
}

static void
test_plain (void)
{
  FondsDays days;

  fixture_assert_days ("1917", "1917-01-01", "1917-12-31");
  fixture_assert_days ("1904-02", "1904-02-01", "1904-02-29");
  fixture_assert_days ("1917-11-07", "1917-11-07", "1917-11-07");
  fixture_assert_days ("1890/1938-05", "1890-01-01", "1938-05-31");
  g_assert_false (fonds_date_days ("1917-02-29", &days));
  g_assert_false (fonds_date_days ("1917-00", &days));
  g_assert_false (fonds_date_days ("1917-01-00", &days));
  g_assert_false (fonds_date_days ("1918/1917", &days));
  g_assert_false (fonds_date_days ("1917/1918/1919", &days));
  g_assert_false (fonds_date_days ("", &days));
  g_assert_false (fonds_date_days (NULL, &days));
}

static void
test_margins (void)
{
  assert_margin ("1917", "1917-01-01", "1917-12-31");
  assert_margin ("1917?", "1917-01-01", "1917-12-31");
  assert_margin ("1917-11-07~", "1917-11-04", "1917-11-10");
  assert_margin ("1917-02~", "1917-01-01", "1917-03-31");
  assert_margin ("1917~", "1912-01-01", "1922-12-31");
  assert_margin ("1917%", "1912-01-01", "1922-12-31");
  assert_margin ("191X~", "1905-01-01", "1924-12-31");
  assert_margin ("18XX~", "1775-01-01", "1924-12-31");
  assert_margin ("1917~-11-07", "1912-11-07", "1922-11-07");
  assert_margin ("1917-~11-07", "1917-10-07", "1917-12-07");
  assert_margin ("1890~/1938", "1885-01-01", "1938-12-31");
  assert_margin ("[1890,1900~]", "1890-01-01", "1905-12-31");
}

static void
test_open_ends (void)
{
  assert_margin ("1902/..", "1902-01-01", "+inf");
  assert_margin ("1902/", "1902-01-01", "+inf");
  assert_margin ("/1917", "-inf", "1917-12-31");
  assert_margin ("../1917~", "-inf", "1922-12-31");
  assert_margin ("XXXX-12-25", "-inf", "+inf");
  g_assert_cmpint (FONDS_DAY_EARLIEST, <, days_of ("Y-10000000000000").from);
  g_assert_cmpint (FONDS_DAY_LATEST, >, days_of ("Y10000000000000").to);
}

static void
test_order (void)
{
  FondsDays unknown_end = days_of ("1902/"), unknown_start = days_of ("/1917");
  FondsDays open_end = days_of ("1902/..");

  g_assert_cmpint (unknown_end.to, ==, FONDS_DAY_UNKNOWN);
  g_assert_cmpint (fonds_days_sort_to (&unknown_end), ==, fixture_day ("1902-12-31"));
  g_assert_cmpint (fonds_days_sort_from (&unknown_start), ==, fixture_day ("1917-01-01"));
  g_assert_cmpint (fonds_days_sort_to (&open_end), ==, FONDS_DAY_LATEST);
}

/* The short way of date.c and the long way of edtf.c must not differ: "?" forces the long one. */
static void
test_both_ways (void)
{
  static const char *const dates[] = { "0000", "1582-10-15", "1600-02", "1900-12", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *uncertain = g_strconcat (dates[i], "?", NULL);
      FondsDays plain = days_of (dates[i]), parsed = days_of (uncertain);

      g_assert_cmpint (plain.from, ==, parsed.from);
      g_assert_cmpint (plain.to, ==, parsed.to);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-days/plain-dates-cover-whole-years-and-months", test_plain);
  g_test_add_func ("/date-days/only-about-has-a-margin-and-only-for-search", test_margins);
  g_test_add_func ("/date-days/open-and-unknown-ends-are-found-by-every-search", test_open_ends);
  g_test_add_func ("/date-days/an-unknown-bound-sorts-by-the-other", test_order);
  g_test_add_func ("/date-days/the-short-way-agrees-with-the-long-one", test_both_ways);

  return g_test_run ();
}
