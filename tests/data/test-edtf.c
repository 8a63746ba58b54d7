/* test-edtf.c - EDTF is read strictly and comes back as it was
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/edtf.h"
#include "data/text/error.h"
#include "tests/data/test-date-fixture.h"

static void
assert_same_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsEdtf) edtf = fonds_edtf_parse (text, &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  printed = fonds_edtf_to_string (edtf);
  g_assert_cmpstr (printed, ==, text);
}

static void
assert_refused (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsEdtf) edtf = fonds_edtf_parse (text, &error);
  FondsDays days;

  if (edtf)
    g_error ("“%s” is accepted", text);
  g_assert_error (error, FONDS_TEXT_ERROR, FONDS_TEXT_ERROR_DATE);
  g_assert_nonnull (strstr (error->message, "at character "));
  g_assert_false (fonds_date_days (text, &days));
}

static void
assert_level (const char *text, int level)
{
  g_autoptr (FondsEdtf) edtf = fonds_edtf_parse (text, NULL);

  g_assert_nonnull (edtf);
  if (fonds_edtf_level (edtf) != level)
    g_error ("%s is of level %d, not %d", text, level, fonds_edtf_level (edtf));
}

static void
check_vector (char **cells)
{
  if (g_str_equal (cells[0], "0"))
    {
      assert_refused (cells[1]);
      return;
    }

  assert_same_text (cells[1]);
  assert_level (cells[1], atoi (cells[2]));
  fixture_assert_days (cells[1], cells[3], cells[4]);
}

static void
test_vectors (void)
{
  fixture_each_row ("edtf.tsv", 5, check_vector);
}

/* Where our reading and another suite's differ, the table says why. */
static void
check_other (char **cells)
{
  gboolean valid = g_str_equal (cells[1], "valid") == (*cells[3] == '\0');

  if (!valid)
    {
      assert_refused (cells[2]);
      return;
    }

  assert_same_text (cells[2]);
  if (*cells[4])
    fixture_assert_days (cells[2], cells[4], cells[5]);
}

static void
test_others (void)
{
  fixture_each_row ("others.tsv", 6, check_other);
}

static void
assert_message (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsEdtf) edtf = fonds_edtf_parse (text, &error);

  g_assert_null (edtf);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_messages (void)
{
  assert_message ("1917-13", "There is no such month or season, at character 6");
  assert_message ("1917-11-31", "The month has no such day, at character 9");
  assert_message ("1938/1890", "The end comes before the beginning, at character 6");
  assert_message ("1938/19x0", "A year is four digits or “X”, at character 8");
  assert_message ("[1902, 1903]", "A year is four digits or “X”, at character 7");
  assert_message ("-0000", "The year 0000 has no minus, at character 2");
  assert_message ("1917 ", "The date ends before this, at character 5");
}

static void
test_leap_days (void)
{
  assert_same_text ("1904-02-29");
  assert_same_text ("XXXX-02-29");
  assert_refused ("1900-02-29");
  assert_refused ("19X7-02-29");
  assert_refused ("1900-02-3X");
  fixture_assert_days ("190X-02-29", "1904-02-29", "1908-02-29");
}

static void
test_years (void)
{
  fixture_assert_days ("-01XX", "-0199-01-01", "-0100-12-31");
  fixture_assert_days ("-000X", "-0009-01-01", "-0001-12-31");
  fixture_assert_days ("-XXXX", "-inf", "-0001-12-31");
  fixture_assert_days ("Y-17E7", "-170000000-01-01", "-170000000-12-31");
  fixture_assert_days ("Y3388E2S3", "338000-01-01", "338999-12-31");
  assert_same_text ("Y10000000000000");
  assert_refused ("Y10000000000001");
  assert_refused ("Y9E99");
  assert_refused ("Y99999999999999999999999999");
  assert_refused ("1950S5");
  assert_refused ("195XS2");
}

static void
test_sets (void)
{
  fixture_assert_days ("[..1984,1990..]", "-inf", "+inf");
  fixture_assert_days ("[..1667,1670]", "-inf", "1670-12-31");
  fixture_assert_days ("{1905,1902}", "1902-01-01", "1905-12-31");
  assert_refused ("[]");
  assert_refused ("[1902..1903");
  assert_refused ("[1903..1902]");
  assert_refused ("[..1902..1903]");
  assert_refused ("[1902..,1903]");
  assert_refused ("[1902,..1903]");
  assert_refused ("[1902}");
  assert_refused ("[1902,]");
  assert_refused ("[1917-11-07T10:10:10]");
  assert_refused ("[1902/1903]");
}

static void
test_times (void)
{
  assert_same_text ("1917-11-07T24:00:00");
  assert_same_text ("1917-11-07T21:45:00+14:00");
  assert_same_text ("1917-11-07T21:45:00-12");
  assert_refused ("1917-11-07T24:00:01");
  assert_refused ("1917-11-07T21:45:60");
  assert_refused ("1917-11-07T21:45:00+14:01");
  assert_refused ("1917-11-07T21:45:00-00:00");
  assert_refused ("1917-11-XXT21:45:00");
  assert_refused ("1917-11-07~T21:45:00");
  assert_refused ("1917-11T21:45:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/every-row-of-the-vectors-holds", test_vectors);
  g_test_add_func ("/edtf/other-suites-agree-or-the-table-says-why-not", test_others);
  g_test_add_func ("/edtf/a-refusal-says-what-and-where", test_messages);
  g_test_add_func ("/edtf/a-leap-day-needs-a-leap-year", test_leap_days);
  g_test_add_func ("/edtf/years-beyond-four-digits-and-before-one", test_years);
  g_test_add_func ("/edtf/an-open-end-stands-only-at-the-end-of-a-set", test_sets);
  g_test_add_func ("/edtf/a-time-follows-a-full-day", test_times);

  return g_test_run ();
}
