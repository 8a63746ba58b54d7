/* csv-guess.c - which encoding the first bytes of a file speak for
 *
 * In this order: a byte order mark; zero bytes on one side of every pair (UTF-16 without a mark);
 * UTF-8 that holds; and only then the frequency of letters, among windows-1252, 1254, 1251 and
 * 1255. Alphabets of their own write whole words above 0x7F, Latin ones sprinkle such letters
 * among ASCII: that tells the two families apart, and the frequencies tell the members.
 * Thread: any; nothing is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-guess.h"

#include "data/exchange/csv-convert.h"

#include <math.h>
#include <string.h>

/* Commas, digits and line ends have a zero byte in UTF-16, in text of whatever script. */
#define ZEROS_FOR_UTF16_PERCENT 2

/* Above this many whole characters for each wrong byte a file is UTF-8 with damage in it. */
#define WHOLE_FOR_WRONG 4

/* Frequencies of the letters in running text, in 1/10,000, from 0xE0 on. Russian а to я. */
static const guint16 russian[32] = {
  801, 159, 454, 170, 298, 845, 94, 165, 735, 121, 349, 440, 321, 670, 1097, 281,
  473, 547, 626, 262, 26,  97,  48, 144, 73,  36,  4,   190, 174, 32,  64,   201,
};

/* Hebrew alef to tav; the last five places stand empty in windows-1255 but for direction marks. */
static const guint16 hebrew[32] = {
  634, 474, 130, 259, 1087, 1038, 133, 248, 124, 1106, 81,  270, 739, 270, 489, 289,
  283, 148, 323, 27,  169,  12,   124, 214, 561, 441,  501, 1,   1,   1,   1,   1,
};

/* What the high bytes of a sample look like. */
typedef struct
{
  guint n_latin;   /* letters above 0x7F beside one below */
  guint n_own;     /* letters above 0x7F among their like only */
  guint n_turkish; /* Ğ İ Ş ğ ı ş, which windows-1252 has as Icelandic letters */
  guint n_nordic;  /* á é í ó ú æ, without which there is no Icelandic */
  double russian;  /* log likelihoods of the letters among their like */
  double hebrew;
} Looks;

/**
 * fonds_csv_find_bom:
 * @sample: (array length=length): the first bytes of a file
 * @length: how many there are
 * @encoding: (out): what the mark says
 *
 * Looks for a byte order mark (The Unicode Standard, 23.8).
 *
 * Returns: whether there is one; @encoding is only written if there is
 */
gboolean
fonds_csv_find_bom (const guint8 *sample, gsize length, FondsCsvEncoding *encoding)
{
  /* The marks of UTF-32 come first, since that of UTF-16LE begins like one of them. */
  static const struct
  {
    const char *name;
    guint n;
    guint8 bytes[4];
  } marks[] = {
    { "UTF-32LE", 4, { 0xFF, 0xFE, 0x00, 0x00 } },
    { "UTF-32BE", 4, { 0x00, 0x00, 0xFE, 0xFF } },
    { "UTF-8", 3, { 0xEF, 0xBB, 0xBF } },
    { "UTF-16LE", 2, { 0xFF, 0xFE } },
    { "UTF-16BE", 2, { 0xFE, 0xFF } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (length >= marks[i].n && memcmp (sample, marks[i].bytes, marks[i].n) == 0)
      {
        *encoding = (FondsCsvEncoding){ marks[i].name, marks[i].n, FALSE, 100 };
        return TRUE;
      }
  return FALSE;
}

/* Whether the units of two bytes that have @high on that side are UTF-16. Line ends tell: in UTF-16
 * each has a zero beside it, and in damaged 8-bit text almost none has. */
static gboolean
is_utf16 (const guint8 *sample, gsize length, guint high)
{
  gsize n_zeros = 0;
  gsize n_wrong_zeros = 0;
  gsize n_ends = 0;
  gsize n_true_ends = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guint8 low = sample[i + 1 - high];
      gboolean has_zero = sample[i + high] == 0;

      n_zeros += has_zero;
      n_wrong_zeros += low == 0;
      n_ends += low == '\n' || low == '\r';
      n_true_ends += has_zero && (low == '\n' || low == '\r');
    }
  return n_zeros > 0 && n_zeros * 100 >= length / 2 * ZEROS_FOR_UTF16_PERCENT &&
         n_wrong_zeros <= n_zeros / 20 && n_true_ends * 2 >= n_ends;
}

/* One wrong byte in a hundred pages of good UTF-8 is damage, and to be complained about. */
static gboolean
is_utf8 (const guint8 *sample, gsize length)
{
  gsize n_whole = 0;
  gsize n_wrong = 0;
  gsize at = 0;

  while (at < length)
    {
      gsize end = at + fonds_csv_utf8_prefix (sample + at, length - at);

      for (; at < end; at++)
        n_whole += sample[at] >= 0xC0;
      if (at < length)
        n_wrong += sample[at++] != 0;
    }
  return n_whole >= n_wrong * WHOLE_FOR_WRONG;
}

static gboolean
is_high_letter (guint8 byte)
{
  return byte >= 0xC0 || byte == 0xB8 || byte == 0xA8;
}

/* Capitals are a few in a hundred in Russian; in Hebrew their places hold the points, which are
 * rarer still in a catalogue. */
static double
likelihood (const guint16 *frequencies, guint8 byte, double capitals)
{
  if (byte >= 0xE0)
    return log (frequencies[byte - 0xE0] / 10000.0);
  if (byte >= 0xC0)
    return log (capitals * (frequencies[byte - 0xC0] + 1) / 10000.0);
  return log (capitals / 1000.0);
}

static void
look_at (Looks *looks, guint8 before, guint8 byte, guint8 after)
{
  if (g_ascii_isalpha (before) || g_ascii_isalpha (after))
    {
      looks->n_latin++;
    }
  else if (is_high_letter (before) || is_high_letter (after))
    {
      looks->n_own++;
      looks->russian += likelihood (russian, byte, 0.05);
      looks->hebrew += likelihood (hebrew, byte, 0.005);
    }
  looks->n_turkish += memchr ("\xD0\xDD\xDE\xF0\xFD\xFE", byte, 6) != NULL;
  looks->n_nordic += memchr ("\xE1\xE9\xED\xF3\xFA\xE6", byte, 6) != NULL;
}

/* Few letters make any guess unsure, and so does a sample of which half speaks against it. */
static guint
how_sure (guint n_for, guint n_against)
{
  double share = n_for > 0 ? (double) n_for / (n_for + n_against) : 0.5;

  return (guint) (50 + 49 * MAX (2 * share - 1, 0) * n_for / (n_for + 10.0));
}

static void
guess_page (const guint8 *sample, gsize length, FondsCsvEncoding *encoding)
{
  Looks looks = { 0 };
  double margin;

  for (gsize i = 0; i < length; i++)
    if (is_high_letter (sample[i]))
      look_at (&looks, i > 0 ? sample[i - 1] : 0, sample[i], i + 1 < length ? sample[i + 1] : 0);

  encoding->guessed = TRUE;
  if (looks.n_latin >= looks.n_own)
    {
      encoding->name = looks.n_turkish > 4 * looks.n_nordic ? "windows-1254" : "windows-1252";
      encoding->sure = how_sure (looks.n_latin, looks.n_own);
      return;
    }

  /* Ten nats between the two languages are beyond doubt. */
  margin = MIN (fabs (looks.russian - looks.hebrew) / 10.0, 1.0);
  encoding->name = looks.russian >= looks.hebrew ? "windows-1251" : "windows-1255";
  encoding->sure = 50 + (guint) ((how_sure (looks.n_own, looks.n_latin) - 50) * margin);
}

/**
 * fonds_csv_guess_encoding:
 * @sample: (array length=length): the first bytes of a file; the more, the better
 * @length: how many there are; they must not end within a character
 * @encoding: (out): the encoding that they speak for
 *
 * Guesses an encoding.
 */
void
fonds_csv_guess_encoding (const guint8 *sample, gsize length, FondsCsvEncoding *encoding)
{
  if (fonds_csv_find_bom (sample, length, encoding))
    return;

  *encoding = (FondsCsvEncoding){ "UTF-8", 0, FALSE, 100 };
  if (is_utf16 (sample, length, 1))
    *encoding = (FondsCsvEncoding){ "UTF-16LE", 0, TRUE, 95 };
  else if (is_utf16 (sample, length, 0))
    *encoding = (FondsCsvEncoding){ "UTF-16BE", 0, TRUE, 95 };
  else if (!is_utf8 (sample, length))
    guess_page (sample, length, encoding);
}
