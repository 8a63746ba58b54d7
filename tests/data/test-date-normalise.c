/* test-date-normalise.c - dates as people write them become EDTF, or nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-normalise.h"
#include "tests/data/test-date-fixture.h"

static void
assert_phrase (const char *phrase, const char *edtf, const char *calendar)
{
  FondsCalendar found;
  g_autofree char *said = NULL;
  g_autofree char *normalised = fonds_date_normalise (phrase, &found, &said);

  if (g_strcmp0 (normalised, edtf) != 0)
    g_error ("“%s” is “%s”, not “%s”", phrase, normalised, edtf);
  if (edtf)
    g_assert_cmpstr (fonds_calendar_id (found), ==, calendar);
  else
    g_assert_cmpint (found, ==, FONDS_CALENDAR_UNKNOWN);
  if (edtf && !g_str_equal (edtf, phrase))
    g_assert_nonnull (said);
  if (!edtf)
    g_assert_null (said);
}

static void
check_phrase (char **cells)
{
  const char *edtf = g_str_equal (cells[1], "!")   ? NULL
                     : g_str_equal (cells[1], "-") ? ""
                                                   : cells[1];

  assert_phrase (cells[0], edtf, cells[2]);
}

static void
test_phrases (void)
{
  fixture_each_row ("phrases.tsv", 3, check_phrase);
}

/* What is EDTF stays as it is, but for 1917-21 and the like, which people write for two years. */
static void
check_edtf (char **cells)
{
  const char *text = cells[1];

  if (g_str_equal (cells[0], "1") &&
      !(strlen (text) == 7 && g_str_has_prefix (text, "1917-") && atoi (text + 5) > 17))
    assert_phrase (text, text, "gregorian");
}

static void
test_edtf (void)
{
  fixture_each_row ("edtf.tsv", 5, check_edtf);
}

static void
assert_said (const char *phrase, const char *sentence)
{
  g_autofree char *said = NULL;
  g_autofree char *normalised = fonds_date_normalise (phrase, NULL, &said);

  g_assert_nonnull (normalised);
  g_assert_cmpstr (said, ==, sentence);
}

static void
test_said (void)
{
  assert_said ("1917", NULL);
  assert_said ("ca. 1917", "The wording was read as “1917~”.");
  assert_said ("1/2/1908", "The first number was read as the day.");
  assert_said ("25 Oct. (7 Nov.) 1917", "A Julian date was converted to the Gregorian calendar.");
  assert_said ("1902 O.S.",
               "A Julian month or year was kept as it is, two weeks apart from the Gregorian one.");
  assert_said ("1978, printed 2005", "“printed 2005” was left out.");
  assert_said ("1911-12", "It was read as a month, not as two years.");
  assert_said ("1918-21", "It was read as two years, not as a season.");
  assert_said ("n.d.", "The text says that there is no date.");
}

static void
test_hostile (void)
{
  g_autofree char *longest = g_strnfill (100000, '1');
  g_autofree char *words = g_strnfill (198, ',');

  assert_phrase (NULL, NULL, NULL);
  assert_phrase ("", NULL, NULL);
  assert_phrase ("   ", NULL, NULL);
  assert_phrase (longest, NULL, NULL);
  assert_phrase (words, NULL, NULL);
  assert_phrase ("19\xff"
                 "17",
                 NULL, NULL);
  assert_phrase ("99999999999999999999", NULL, NULL);
  assert_phrase ("-", NULL, NULL);
  assert_phrase ("?", NULL, NULL);
  assert_phrase ("( ( ( (", NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-normalise/phrases-of-six-languages-become-edtf-or-nothing", test_phrases);
  g_test_add_func ("/date-normalise/edtf-stays-as-it-is", test_edtf);
  g_test_add_func ("/date-normalise/it-says-what-it-assumed", test_said);
  g_test_add_func ("/date-normalise/what-is-no-date-has-no-answer", test_hostile);

  return g_test_run ();
}
