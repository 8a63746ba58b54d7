/* test-tokenizer.c - which spellings find which words, and where they stand
 *
 * fixtures/words/spellings.tsv holds the pairs; the tests here say what a pair cannot.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/tokenizer.h"

#include <string.h>

/* The tokens of a text as "key+colocated key", with offsets on request. */
typedef struct
{
  GString *words;
  gboolean offsets;
  int stop_after;
} Collected;

static int
collect_cb (gpointer user_data,
            gboolean colocated,
            const char *token,
            int length,
            int start,
            int end)
{
  Collected *collected = user_data;

  if (collected->words->len > 0)
    g_string_append_c (collected->words, colocated ? '+' : ' ');
  g_string_append_len (collected->words, token, length);
  if (collected->offsets)
    g_string_append_printf (collected->words, "[%d,%d)", start, end);

  return collected->stop_after > 0 && --collected->stop_after == 0 ? 7 : 0;
}

static char *
words (const char *text, FondsTokenizeMode mode, gboolean offsets)
{
  Collected collected = { g_string_new (NULL), offsets, 0 };

  g_assert_cmpint (fonds_tokenize (text, -1, mode, collect_cb, &collected), ==, 0);

  return g_string_free (collected.words, FALSE);
}

#define assert_text(text, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = words ((text), FONDS_TOKENIZE_TEXT, FALSE);                          \
    g_assert_cmpstr (found_, ==, (expected));                                                      \
  }                                                                                                \
  G_STMT_END

#define assert_query(text, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = words ((text), FONDS_TOKENIZE_QUERY, FALSE);                         \
    g_assert_cmpstr (found_, ==, (expected));                                                      \
  }                                                                                                \
  G_STMT_END

#define assert_offsets(text, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_ = words ((text), FONDS_TOKENIZE_TEXT, TRUE);                           \
    g_assert_cmpstr (found_, ==, (expected));                                                      \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  const char *query;
  int length;
  gboolean prefix;
  gboolean found;
} Wanted;

static int
look_cb (gpointer user_data, gboolean colocated, const char *token, int length, int start, int end)
{
  Wanted *wanted = user_data;

  if (length == wanted->length || (wanted->prefix && length > wanted->length))
    wanted->found |= memcmp (token, wanted->query, wanted->length) == 0;

  return 0;
}

/* Whether a text of one word is found by a question of one word. */
static gboolean
finds (const char *query, const char *text, gboolean prefix)
{
  g_autofree char *key = words (query, FONDS_TOKENIZE_QUERY, FALSE);
  Wanted wanted = { key, (int) strlen (key), prefix, FALSE };

  g_assert_null (strchr (key, ' ')); /* one word */
  fonds_tokenize (text, -1, FONDS_TOKENIZE_TEXT, look_cb, &wanted);

  return wanted.found;
}

static void
test_spellings (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "words", "spellings.tsv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      if (finds (cells[1], cells[2], FALSE) != g_str_equal (cells[0], "finds"))
        {
          g_test_message ("line %u: %s should be '%s' for %s", i + 1, cells[1], cells[0], cells[2]);
          g_test_fail ();
        }
    }
}

static void
test_every_beginning_finds (void)
{
  const char *names[] = { "Khizgil",   "Dzhavad", "Джавад",      "Хизгил",  "Şamaxı",
                          "Шуша",      "Qırmızı", "גפן",         "צה\"ל",   "თბილისი",
                          "гьово",     "ŞUŞA",    "Խաչատուրյան", "Ёлка",    "Щёлоков",
                          "İsmayıllı", "mikhail", "Mişkhan",     "Shabayev" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (const char *end = g_utf8_next_char (names[i]); *end; end = g_utf8_next_char (end))
      {
        g_autofree char *typed = g_strndup (names[i], end - names[i]);

        if (!finds (typed, names[i], TRUE))
          {
            g_test_message ("%s does not find %s", typed, names[i]);
            g_test_fail ();
          }
      }

  g_assert_true (finds ("shush", "Шуши", TRUE));
  g_assert_true (finds ("sus", "Şuşa", TRUE));
}

static void
test_query_has_one_spelling (void)
{
  assert_query ("Şuşa Khan Šabaev", "shusha han shabaev");
}

static void
test_text_has_the_typed_spelling_too (void)
{
  assert_text ("Şuşa", "shusha+susa");
  assert_text ("Qəsəbə", "qesebe"); /* no second spelling when it would be the same */
  assert_text ("Khan", "han+khan");
  assert_text ("Mişkhan", "mishhan+mishan+mishkhan");
  assert_text ("Шуша", "shusha");
  assert_text ("ՈւȲա", "uya+ovya"); /* only its Latin letters have a plain spelling */
}

static void
test_what_separates (void)
{
  assert_text ("Box 9, 2016.40; a-b_c", "box 9 2016 40 a b c");
  assert_text ("O'Brien d’Arc", "o brien d arc");
  assert_text ("", "");
  assert_text (" -- … ", "");
  assert_text ("one\xe2\x80\x8btwo", "one two");
  assert_text ("об'єкт", "obyekt");
  assert_text ("сказал 'да'", "skazal da");
  assert_text ("\"צה\"ל\" ג׳", "tshl g");
  assert_text ("תל־אביב", "thl abyb");
}

static void
test_other_scripts (void)
{
  assert_text ("日本語", "日 本 語");
  assert_text ("간자 ギャンジャ ｷﾞ", "간자 ギャンジャ キ\u3099");
  assert_text ("Ｔａｔｅ２", "tate2");
  assert_text ("Ἀθήνα", "αθηνα");
  assert_text ("٣٤ हिन्दी", "34 हिन्दी");
  assert_text ("𐐀𐐁 𝟗𝟖", "𐐨𐐩 98"); /* Deseret and mathematical digits lie beyond the basic plane */
  assert_text ("ь Ѣ", "ь e");     /* a word of nothing but silence is still found */
  assert_text ("½ m²", "m2");
}

static void
test_offsets (void)
{
  assert_offsets ("a Şuşa", "a[0,1) shusha[2,8)+susa[2,8)");
  assert_offsets ("קוּבָּה.", "qvbh[0,14)");
  assert_offsets ("e\xcc\x81t\xcc\x81 x", "et[0,6) x[7,8)");
  assert_offsets ("צה״ל!", "tshl[0,8)");
  assert_offsets ("日本", "日[0,3) 本[3,6)");
  assert_offsets ("ab\xe2\x80\x8e c", "ab[0,2) c[6,7)");
}

static void
test_stopping (void)
{
  Collected collected = { g_string_new (NULL), FALSE, 2 };

  g_assert_cmpint (fonds_tokenize ("Şuşa two three", -1, FONDS_TOKENIZE_TEXT, collect_cb,
                                   &collected),
                   ==, 7);
  g_assert_cmpstr (collected.words->str, ==, "shusha+susa");
  g_string_free (collected.words, TRUE);
}

static void
test_length_is_kept (void)
{
  const char text[] = "one two";
  Collected collected = { g_string_new (NULL), TRUE, 0 };

  fonds_tokenize (text, 5, FONDS_TOKENIZE_TEXT, collect_cb, &collected);
  g_assert_cmpstr (collected.words->str, ==, "one[0,3) t[4,5)");
  g_string_truncate (collected.words, 0);
  fonds_tokenize ("a\0b", 3, FONDS_TOKENIZE_TEXT, collect_cb, &collected);
  g_assert_cmpstr (collected.words->str, ==, "a[0,1) b[2,3)");
  g_string_free (collected.words, TRUE);
}

static void
test_long_words (void)
{
  g_autofree char *latin = g_strnfill (5000, 'a');
  g_autoptr (GString) cyrillic = g_string_new (NULL);
  g_autofree char *key = words (latin, FONDS_TOKENIZE_TEXT, FALSE);
  g_autofree char *other = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (cyrillic, "щ");
  other = words (cyrillic->str, FONDS_TOKENIZE_TEXT, TRUE);
  g_assert_cmpuint (strlen (key), ==, 240);
  g_assert_true (g_str_has_suffix (other, "shch[0,6000)"));
}

static int
check_cb (gpointer user_data, gboolean colocated, const char *token, int length, int start, int end)
{
  int *last = user_data;

  g_assert_cmpint (length, >, 0);
  g_assert_cmpint (start, <, end);
  g_assert_cmpint (start, >=, *last);
  g_assert_true (g_utf8_validate (token, length, NULL));
  *last = start;

  return 0;
}

static void
test_random_bytes (void)
{
  const char *seeds[] = { "ş",   "\xcc\xa7", "kh",       "dzh",  "ь", "г1",
                          "ה\"", "日",       "\xf0\x9d", "\xff", " " };

  for (guint round = 0; round < 20000; round++)
    {
      int length = g_test_rand_int_range (0, 40), last = 0;
      g_autofree char *bytes = g_malloc (length); /* exactly: a reader past the end is caught */

      for (int i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);
      if (length > 8)
        {
          const char *seed = seeds[round % G_N_ELEMENTS (seeds)];

          memcpy (bytes + length / 2, seed, strlen (seed));
        }
      fonds_tokenize (bytes, length, FONDS_TOKENIZE_TEXT, check_cb, &last);
      g_assert_cmpint (last, <=, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/a-spelling-finds-the-words-it-should-and-no-others", test_spellings);
  g_test_add_func ("/tokenizer/every-beginning-of-a-word-finds-it", test_every_beginning_finds);
  g_test_add_func ("/tokenizer/a-question-has-one-spelling-a-word", test_query_has_one_spelling);
  g_test_add_func ("/tokenizer/a-text-is-also-found-as-an-ascii-keyboard-types-it",
                   test_text_has_the_typed_spelling_too);
  g_test_add_func ("/tokenizer/punctuation-separates-but-not-inside-hebrew", test_what_separates);
  g_test_add_func ("/tokenizer/other-scripts-stay-as-folded-text", test_other_scripts);
  g_test_add_func ("/tokenizer/offsets-cover-the-original-word-and-its-marks", test_offsets);
  g_test_add_func ("/tokenizer/what-the-callback-returns-stops", test_stopping);
  g_test_add_func ("/tokenizer/nothing-beyond-the-length-is-read", test_length_is_kept);
  g_test_add_func ("/tokenizer/a-word-too-long-is-cut-but-highlighted-whole", test_long_words);
  g_test_add_func ("/tokenizer/random-bytes-give-whole-tokens-in-order", test_random_bytes);

  return g_test_run ();
}
