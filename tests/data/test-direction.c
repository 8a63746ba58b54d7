/* test-direction.c - which way texts run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/direction.h"

static void
test_first_strong (void)
{
  g_assert_cmpint (fonds_text_direction ("Quba קובה"), ==, FONDS_DIRECTION_LTR);
  g_assert_cmpint (fonds_text_direction ("קובה Quba"), ==, FONDS_DIRECTION_RTL);
  g_assert_cmpint (fonds_text_direction ("1918 (תרע״ח)"), ==, FONDS_DIRECTION_RTL);
  g_assert_cmpint (fonds_text_direction ("«باکو»"), ==, FONDS_DIRECTION_RTL);
  g_assert_cmpint (fonds_text_direction ("Губа"), ==, FONDS_DIRECTION_LTR);
}

static void
test_neutral (void)
{
  g_assert_cmpint (fonds_text_direction ("1918-1921"), ==, FONDS_DIRECTION_NEUTRAL);
  g_assert_cmpint (fonds_text_direction (""), ==, FONDS_DIRECTION_NEUTRAL);
  g_assert_cmpint (fonds_text_direction (NULL), ==, FONDS_DIRECTION_NEUTRAL);
  g_assert_cmpint (fonds_text_direction ("\xff\xfe"), ==, FONDS_DIRECTION_NEUTRAL);
}

static void
test_isolates_are_skipped (void)
{
  g_assert_cmpint (fonds_text_direction ("\u2068Quba\u2069 קובה"), ==, FONDS_DIRECTION_RTL);
  g_assert_cmpint (fonds_text_direction ("\u2069Quba"), ==, FONDS_DIRECTION_LTR);
}

static void
assert_isolated (const char *text, const char *expected)
{
  g_autofree char *isolated = fonds_text_isolate (text);

  g_assert_cmpstr (isolated, ==, expected);
}

static void
test_isolate (void)
{
  assert_isolated ("קובה", "\u2068קובה\u2069");
  assert_isolated ("", "");
  assert_isolated (NULL, "");
  assert_isolated ("a\u2067b", "\u2068a\u2067b\u2069\u2069");
  assert_isolated ("a\u2069b", "\u2068ab\u2069");
  assert_isolated ("\xe2\x81\u2069\xa9", "\u2068\ufffd\ufffd\u2069");
  assert_isolated ("\u2068a\u2069", "\u2068\u2068a\u2069\u2069");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/direction/the-first-strong-character-decides", test_first_strong);
  g_test_add_func ("/direction/digits-and-punctuation-have-none", test_neutral);
  g_test_add_func ("/direction/what-is-isolated-does-not-decide", test_isolates_are_skipped);
  g_test_add_func ("/direction/an-isolate-cannot-be-opened-or-closed-from-inside", test_isolate);

  return g_test_run ();
}
