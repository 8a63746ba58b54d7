/* test-codes.c - codes of languages, scripts, countries, and identifiers
 *
 * fixtures/words/identifiers.tsv holds identifiers that are right and wrong.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/codes.h"

static void
assert_canonical (const char *tag, const char *expected)
{
  g_autofree char *canonical = fonds_language_canonical (tag);

  g_assert_cmpstr (canonical, ==, expected);
}

static void
test_canonical (void)
{
  assert_canonical ("ru", "ru");
  assert_canonical ("az-cyrl", "az-Cyrl");
  assert_canonical ("AZ_CYRL_az", "az-Cyrl-AZ");
  assert_canonical ("iw", "he");
  assert_canonical ("ji-hebr", "yi-Hebr");
  assert_canonical ("rus", "ru");
  assert_canonical ("ger", "de");
  assert_canonical ("deu-Latn", "de-Latn");
  assert_canonical ("jdt-hebr", "jdt-Hebr");
  assert_canonical ("RU-PETR1708", "ru-petr1708");
  assert_canonical ("es-419", "es-419");
  assert_canonical ("de-1996-x-Mine", "de-1996-x-mine");
  assert_canonical ("ja-u-ca-Japanese", "ja-u-ca-japanese");
  assert_canonical ("x-house", "x-house");
  assert_canonical ("qqz", "qqz");
}

static void
test_malformed (void)
{
  const char *tags[] = { "",        "-",    "r",      "russian",      "ru-",          "ru--RU",
                         "ru RU",   "r1",   "ru-Cyr", "ru-Cyrl-Cyrl", "x-",           "x",
                         "ru-x",    "ru-u", "az,ru",  "de-1996-1996", "ru-abcdefghi", "рус",
                         "ru-RU-US" };

  assert_canonical (NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    assert_canonical (tags[i], NULL);
}

static void
test_known (void)
{
  const char *known[] = { "jdt", "ttt", "ru",    "az-Arab", "he",  "iw", "yi",  "arc",
                          "jpr", "bhh", "jge",   "ota",     "lez", "av", "kum", "dar",
                          "lbe", "tab", "ce",    "en-GB",   "pl",  "uk", "und", "zxx",
                          "mul", "mis", "ru-SU", "hy",      "ka",  "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (!fonds_language_is_known (known[i]))
      {
        g_test_message ("%s is not known", known[i]);
        g_test_fail ();
      }

  g_assert_false (fonds_language_is_known ("qqz"));
  g_assert_false (fonds_language_is_known ("ru-Qqqq"));
  g_assert_false (fonds_language_is_known ("ru-QQ"));
  g_assert_true (fonds_script_is_known ("Hebr"));
  g_assert_false (fonds_script_is_known ("Hebrew"));
  g_assert_true (fonds_country_is_known ("az"));
  g_assert_false (fonds_country_is_known ("ZY"));
}

static void
assert_language_name (const char *tag, const char *locale, const char *expected)
{
  g_autofree char *name = fonds_language_name (tag, locale);

  g_assert_cmpstr (name, ==, expected);
}

static void
assert_country_name (const char *code, const char *locale, const char *expected)
{
  g_autofree char *name = fonds_country_name (code, locale);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *script = fonds_script_name ("Hebr", NULL);
  g_autofree char *unknown = fonds_script_name ("Qqqq", "ru");

  assert_language_name ("az-cyrl", NULL, "Azerbaijani (Cyrillic)");
  assert_language_name ("rus", "ru_RU.UTF-8", "русский");
  assert_language_name ("jdt", "en", "Juhuri");
  assert_language_name ("jdt-Cyrl", "ru", "горско-еврейский (кириллица)");
  assert_language_name ("jdt", "az_AZ", "cuhuri");
  assert_language_name ("jdt", "de", "Juhuri");
  assert_language_name ("ru", "xx", "Russian");
  assert_language_name ("qqz", "en", "qqz");
  assert_language_name ("not a tag", "en", "not a tag");
  assert_language_name ("x-house", "en", "x-house");
  assert_language_name ("ru-petr1708", "en", "Russian (petr1708)");
  g_assert_cmpstr (script, ==, "Hebrew");
  g_assert_cmpstr (unknown, ==, "Qqqq");
  assert_country_name ("AZ", "az", "Azərbaycan");
  assert_country_name ("SU", "ru", "Советский Союз"); /* and not its successor */
  assert_country_name ("ZY", "en", "ZY");
}

static FondsIdentifierScheme
scheme_of (const char *name)
{
  if (g_str_equal (name, "orcid"))
    return FONDS_IDENTIFIER_ORCID;
  if (g_str_equal (name, "isni"))
    return FONDS_IDENTIFIER_ISNI;
  if (g_str_equal (name, "isil"))
    return FONDS_IDENTIFIER_ISIL;
  g_assert_cmpstr (name, ==, "ror");

  return FONDS_IDENTIFIER_ROR;
}

static void
test_identifiers (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "words", "identifiers.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *canonical = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      canonical = fonds_identifier_canonical (scheme_of (cells[0]), cells[1]);
      if ((canonical != NULL) != g_str_equal (cells[2], "1"))
        {
          g_test_message ("line %u: %s %s", i + 1, cells[0], cells[1]);
          g_test_fail ();
        }
    }
}

static void
assert_identifier (FondsIdentifierScheme scheme, const char *value, const char *expected)
{
  g_autofree char *canonical = fonds_identifier_canonical (scheme, value);

  g_assert_cmpstr (canonical, ==, expected);
}

static void
test_identifier_forms (void)
{
  assert_identifier (FONDS_IDENTIFIER_ORCID, " https://orcid.org/000000021694233x ",
                     "0000-0002-1694-233X");
  assert_identifier (FONDS_IDENTIFIER_ISNI, "http://www.isni.org/isni/000000012146438X",
                     "0000 0001 2146 438X");
  assert_identifier (FONDS_IDENTIFIER_ROR, "https://ror.org/05DXPS055", "05dxps055");
  assert_identifier (FONDS_IDENTIFIER_ISIL, "AZ-QRM", "AZ-QRM");
  assert_identifier (FONDS_IDENTIFIER_ISIL, "az-QRM", NULL);
  assert_identifier (FONDS_IDENTIFIER_ORCID, "X000-0002-1694-2330", NULL);
  assert_identifier (FONDS_IDENTIFIER_ORCID, NULL, NULL);
  assert_identifier (FONDS_IDENTIFIER_ROR, "", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codes/a-language-tag-has-one-spelling", test_canonical);
  g_test_add_func ("/codes/what-is-no-language-tag-is-refused", test_malformed);
  g_test_add_func ("/codes/the-languages-of-the-catalogue-are-known", test_known);
  g_test_add_func ("/codes/names-are-in-the-language-of-the-reader", test_names);
  g_test_add_func ("/codes/identifiers-are-checked", test_identifiers);
  g_test_add_func ("/codes/identifiers-are-stored-in-one-form", test_identifier_forms);

  return g_test_run ();
}
