/* test-csv-encoding.c - a stream of bytes read as UTF-8 text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-codepage.h"
#include "data/exchange/csv-encoding.h"
#include "data/exchange/error.h"

#include <string.h>

#define RUSSIAN "Протоколы собраний общины, письма и счета\n"
#define HEBREW "פנקס הקהילה של יהודי ההר בקובה, מכתבים\n"
#define FRENCH "Procès-verbaux de la communauté, école, élèves, français, août\n"
#define TURKISH "Kırmızı Kasaba, öğretmen, şehir, yazışmalar, İstanbul, üç\n"
#define ICELANDIC "Fundargerðir félagsins, bréf, þjóðminjar, skýrslur og síðar\n"

static char *
read_all (const char *bytes,
          gssize length,
          const char *name,
          FondsCsvEncoding *encoding,
          GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (FondsCsvDecoder) decoder = fonds_csv_decoder_new (stream, name, error);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *slice;
  gsize n;

  if (decoder == NULL)
    return NULL;
  if (encoding != NULL)
    *encoding = *fonds_csv_decoder_get_encoding (decoder);
  do
    {
      if (!fonds_csv_decoder_read (decoder, &slice, &n, error))
        return NULL;
      g_string_append_len (text, slice, (gssize) n);
    }
  while (n > 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A text in an encoding that is not told must be read as that encoding. */
static void
assert_guessed (const char *text, const char *in, const char *expected, gboolean guessed)
{
  gsize length;
  g_autofree char *bytes = g_convert (text, -1, in, "UTF-8", NULL, &length, NULL);
  g_autoptr (GError) error = NULL;
  FondsCsvEncoding encoding;
  g_autofree char *got = read_all (bytes, (gssize) length, NULL, &encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (encoding.name, ==, expected);
  g_assert_cmpstr (got, ==, text);
  g_assert_cmpint (encoding.guessed, ==, guessed);
}

static void
test_guess (void)
{
  assert_guessed (RUSSIAN, "UTF-8", "UTF-8", FALSE);
  assert_guessed ("plain\n", "UTF-8", "UTF-8", FALSE);
  assert_guessed (RUSSIAN, "WINDOWS-1251", "windows-1251", TRUE);
  assert_guessed (HEBREW, "WINDOWS-1255", "windows-1255", TRUE);
  assert_guessed (FRENCH, "WINDOWS-1252", "windows-1252", TRUE);
  assert_guessed (TURKISH, "WINDOWS-1254", "windows-1254", TRUE);
  assert_guessed (ICELANDIC, "WINDOWS-1252", "windows-1252", TRUE);
  assert_guessed (RUSSIAN HEBREW, "UTF-16LE", "UTF-16LE", TRUE);
  assert_guessed (RUSSIAN HEBREW, "UTF-16BE", "UTF-16BE", TRUE);
}

static void
test_guess_mixed (void)
{
  assert_guessed ("ref;title;note\nF1;Губа;see the letter of 1918\nF2;Дербент;in English only\n",
                  "WINDOWS-1251", "windows-1251", TRUE);
  assert_guessed ("ref;title;note\nF1;קובה;see the letter of 1918\nF2;שלום;in English only\n",
                  "WINDOWS-1255", "windows-1255", TRUE);
}

static void
test_sure (void)
{
  g_autofree char *much = NULL;
  g_autofree char *little = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  FondsCsvEncoding encoding;

  little = read_all ("caf\xE9", -1, NULL, &encoding, NULL);
  g_assert_cmpstr (little, ==, "café");
  g_assert_true (encoding.guessed);
  g_assert_cmpuint (encoding.sure, <, 70);

  for (guint i = 0; i < 20; i++)
    g_string_append (text, "\xCF\xF0\xEE\xF2\xEE\xEA\xEE\xEB\xFB ");
  much = read_all (text->str, -1, NULL, &encoding, NULL);
  g_assert_true (g_str_has_prefix (much, "Протоколы "));
  g_assert_cmpuint (encoding.sure, >, 90);
}

/* One wrong byte must be complained about, not turn the whole file into windows-1252. */
static void
test_damaged_utf8 (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *got = read_all (RUSSIAN "\xE9 end\n", -1, NULL, NULL, &error);

  g_assert_null (got);
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING);
  g_assert_true (strstr (error->message, "the byte E9 ") != NULL);
}

static void
test_everything_before_a_wrong_byte (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("ab\xFF"
                                                                         "c",
                                                                         -1, NULL);
  g_autoptr (FondsCsvDecoder) decoder = fonds_csv_decoder_new (stream, "utf8", NULL);
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  g_assert_true (fonds_csv_decoder_read (decoder, &text, &length, NULL));
  g_assert_cmpmem (text, length, "ab", 2);
  g_assert_false (fonds_csv_decoder_read (decoder, &text, &length, NULL));
  g_assert_false (fonds_csv_decoder_read (decoder, &text, &length, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING);
}

static void
test_names (void)
{
  static const char *const names[] = { "windows-1251", "Windows_1251", "CP1251", "win-1251" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      FondsCsvEncoding encoding;
      g_autofree char *got = read_all ("\xC3\xF3\xE1\xE0", -1, names[i], &encoding, NULL);

      g_assert_cmpstr (got, ==, "Губа");
      g_assert_cmpstr (encoding.name, ==, "windows-1251");
      g_assert_false (encoding.guessed);
    }
}

static void
test_unknown_name (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_all ("a", -1, "EBCDIC", NULL, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD);
}

static void
test_forced_utf16 (void)
{
  g_autofree char *big = read_all ("\xFE\xFF\0a", 4, "UTF-16", NULL, NULL);
  g_autofree char *little = read_all ("\xFF\xFE"
                                      "a\0",
                                      4, "utf16", NULL, NULL);
  g_autofree char *unmarked = read_all ("a\0", 2, "utf-16", NULL, NULL);
  g_autofree char *marked8 = read_all ("\xEF\xBB\xBF"
                                       "a",
                                       4, "utf-8", NULL, NULL);

  g_assert_cmpstr (big, ==, "a");
  g_assert_cmpstr (little, ==, "a");
  g_assert_cmpstr (unmarked, ==, "a");
  g_assert_cmpstr (marked8, ==, "a");
}

/* Each is refused: overlong, surrogate, above U+10FFFF, cut off, alone. RFC 3629, section 10. */
static void
test_strict_utf8 (void)
{
  static const char *const wrong[] = {
    "\xC0\x80",         "\xE0\x80\xAF",     "\xED\xA0\x80",
    "\xF4\x90\x80\x80", "\xF0\x8F\xBF\xBF", "\x80",
    "\xF8\x88\x80\x80", "\xE2\x82",         "\xC3",
    "\xE2\x28\xA1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_all (wrong[i], -1, "UTF-8", NULL, &error));
      g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING);
    }
}

/* Our tables against those of the C library, for those it was installed with. */
static void
test_tables (void)
{
  static const char *const names[] = { "windows-1250", "windows-1251", "windows-1252",
                                       "windows-1253", "windows-1254", "windows-1256",
                                       "windows-1257", "koi8-r",       "ibm866",
                                       "iso-8859-1",   "iso-8859-8" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const FondsCsvCodepage *page = fonds_csv_codepage_find (names[i]);

      g_assert_nonnull (page);
      for (guint byte = 0x80; byte <= 0xFF; byte++)
        {
          char bytes[2] = { (char) byte, '\0' };
          g_autofree char *theirs = g_convert (bytes, 1, "UTF-8", names[i], NULL, NULL, NULL);

          if (theirs != NULL && page->high[byte - 0x80] != 0)
            g_assert_cmphex (g_utf8_get_char (theirs), ==, page->high[byte - 0x80]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-encoding/each-encoding-is-known-by-its-bytes", test_guess);
  g_test_add_func ("/csv-encoding/a-few-words-among-ascii-are-enough", test_guess_mixed);
  g_test_add_func ("/csv-encoding/a-guess-from-little-is-not-sure", test_sure);
  g_test_add_func ("/csv-encoding/a-wrong-byte-in-utf8-is-damage", test_damaged_utf8);
  g_test_add_func ("/csv-encoding/all-before-a-wrong-byte-is-handed-out",
                   test_everything_before_a_wrong_byte);
  g_test_add_func ("/csv-encoding/names-are-taken-as-people-write-them", test_names);
  g_test_add_func ("/csv-encoding/an-unknown-name-is-refused", test_unknown_name);
  g_test_add_func ("/csv-encoding/a-mark-is-no-text-where-the-encoding-is-told", test_forced_utf16);
  g_test_add_func ("/csv-encoding/what-is-not-strict-utf8-is-refused", test_strict_utf8);
  g_test_add_func ("/csv-encoding/tables-agree-with-those-of-the-system", test_tables);

  return g_test_run ();
}
