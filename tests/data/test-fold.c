/* test-fold.c - names that are equal, and texts in one case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/fold.h"

static void
assert_key (const char *text, const char *expected)
{
  g_autofree char *key = fonds_text_key (text);

  g_assert_cmpstr (key, ==, expected);
}

static void
assert_fold (const char *text, const char *expected)
{
  g_autofree char *fold = fonds_text_fold (text);

  g_assert_cmpstr (fold, ==, expected);
}

static void
test_key (void)
{
  assert_key ("  Шабаев,\tХизгил  ", "shabaev hizgil");
  assert_key ("SHABAEV Khizgil", "shabaev hizgil");
  assert_key ("Qırmızı-Qəsəbə", "qirmizi qesebe");
  assert_key ("צה\"ל", "tshl");
  assert_key (NULL, "");
  assert_key ("—", "");
}

static void
test_fold (void)
{
  assert_fold ("  Şuşa,\n\t1905 г. ", "susa, 1905 г.");
  assert_fold ("QIRMIZI İsmayıllı", "qirmizi ismayilli");
  assert_fold ("Ёлка май", "елка май");
  assert_fold ("קוּבָּה: צה״ל", "קובה: צה״ל");
  assert_fold ("Straße Łódź ﬁn 北京", "strasse lodz fin 北京");
  assert_fold ("a\xffz", "a\xef\xbf\xbdz");
  assert_fold (NULL, "");
  assert_fold ("   ", "");
}

static void
test_decomposed_is_equal (void)
{
  g_autofree char *composed = fonds_text_fold ("Чайковский Şəki");
  g_autofree char *decomposed = fonds_text_fold ("Чаи\xcc\x86ковскии\xcc\x86 S\xcc\xa7əki");

  g_assert_cmpstr (composed, ==, decomposed);
}

static void
test_version (void)
{
  g_autofree char *version = fonds_text_version ();

  g_assert_true (g_regex_match_simple ("^tokens \\d+, order \\d+, ICU \\d+\\.", version, 0, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/names-are-equal-across-scripts-case-and-punctuation", test_key);
  g_test_add_func ("/fold/a-folded-text-keeps-its-script-and-punctuation", test_fold);
  g_test_add_func ("/fold/composed-and-decomposed-letters-fold-alike", test_decomposed_is_equal);
  g_test_add_func ("/fold/the-version-names-everything-keys-depend-on", test_version);

  return g_test_run ();
}
