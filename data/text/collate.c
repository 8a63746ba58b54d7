/* collate.c - the order of titles and names, in all scripts at once
 *
 * One order for everybody, whatever language the window speaks, so that it can be stored: first
 * digits, then Latin, Cyrillic, Georgian, Armenian, Hebrew, Arabic, then the others. Inside Latin
 * the letters of Azerbaijani stand beside their bases (c ç, e ə, g ğ, ı i, o ö, s ş, u ü); X and Q
 * stay where English, French and Azerbaijani names of this catalogue are all looked up. Inside
 * Cyrillic the digraphs of Juhuri are letters, and ё sorts as е.
 * Invariant: keys compare with memcmp(); a key is cut at 48 bytes, so titles that agree for about
 * the first 40 letters may compare equal.
 * Thread: any; each thread has its own clone of one collator.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/collate.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* ICU collation rules (UTS 35 part 5). The order of the scripts is the settings line. */
static const char RULES[] = "[reorder Latn Cyrl Geor Armn Hebr Arab][numericOrdering on]"
                            "&c<ç<<<Ç &e<ə<<<Ə &g<ğ<<<Ğ &[before 1]i<ı &o<ö<<<Ö &s<ş<<<Ş &u<ü<<<Ü"
                            "&г<гъ<<<Гъ<<<ГЪ<гь<<<Гь<<<ГЬ<гӏ<<<Гӏ<<<гӀ<<<ГӀ"
                            "&у<уь<<<Уь<<<УЬ &х<хь<<<Хь<<<ХЬ";

/* The part of a title whose letters nearly always fill a key. */
#define HEAD 120

/* Empty text comes after all keys of ICU, whose bytes never begin with 0xff. */
#define EMPTY 0xff

static UCollator *
open_collator (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar rules[G_N_ELEMENTS (RULES)];
  int32_t length;
  UCollator *collator;

  u_strFromUTF8 (rules, G_N_ELEMENTS (rules), &length, RULES, -1, &status);
  collator = ucol_openRules (rules, length, UCOL_DEFAULT, UCOL_TERTIARY, NULL, &status);
  g_assert (U_SUCCESS (status)); /* the rules are constant, the root order is compiled into ICU */

  return collator;
}

static void
close_collator (gpointer collator)
{
  ucol_close (collator);
}

/* This thread's collator; a clone shares the tables of the one that was made from the rules. */
static UCollator *
collator_of_thread (void)
{
  static gsize shared = 0;
  static GPrivate own = G_PRIVATE_INIT (close_collator);
  UCollator *collator = g_private_get (&own);

  if (g_once_init_enter (&shared))
    g_once_init_leave (&shared, (gsize) open_collator ());

  if (!collator)
    {
      UErrorCode status = U_ZERO_ERROR;

      collator = ucol_clone ((const UCollator *) shared, &status);
      g_assert (U_SUCCESS (status)); /* fails only for want of memory, as g_malloc() does */
      g_private_set (&own, collator);
    }

  return collator;
}

/* Quotation marks that Hebrew writes inside words do not part them in the order. */
static gboolean
is_hebrew_quote (const UChar *units, int position, int length)
{
  UChar unit = units[position];

  if (unit == 0x05f3 || unit == 0x05f4)
    return TRUE;
  if (unit != '"' && unit != '\'' && (unit < 0x2018 || unit > 0x201f))
    return FALSE;

  return position > 0 && position + 1 < length && units[position - 1] >= 0x0591 &&
         units[position - 1] <= 0x05ea && units[position + 1] >= 0x05d0 &&
         units[position + 1] <= 0x05ea;
}

/* Whether a title may begin or end with it, as the order sees it. */
static gboolean
counts (UChar32 character)
{
  return (U_GET_GC_MASK (character) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

/* Leaves out what surrounds the letters and digits (brackets, quotes, dashes), unless there are
 * none, and Hebrew's quotes. Returns the new length. */
static int
tidy (UChar *units, int length)
{
  int from = 0, to = length, used = 0;

  for (int next = from; next < to; from = next)
    {
      UChar32 character;

      U16_NEXT (units, next, to, character);
      if (counts (character))
        break;
    }
  for (int before = to; before > from; to = before)
    {
      UChar32 character;

      U16_PREV (units, from, before, character);
      if (counts (character))
        break;
    }
  if (from == to)
    return length;

  for (int i = from; i < to; i++)
    if (!is_hebrew_quote (units, i, to))
      units[used++] = units[i];

  return used;
}

/* Writes the key of @size bytes of text into @key. Returns its length before the cut, and in
 * @letters how many of its bytes speak of letters only. */
static gsize
make_key (const char *text, int size, guint8 *key, gsize *letters)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar head[HEAD];
  g_autofree UChar *whole = NULL;
  UChar *units = head;
  int32_t length = 0;
  gsize used;
  const guint8 *end;

  if (size > HEAD)
    units = whole = g_new (UChar, size);
  /* UTF-16 never has more units than UTF-8 has bytes. */
  u_strFromUTF8WithSub (units, size, &length, text, size, 0xfffd, NULL, &status);
  length = tidy (units, length);

  used = ucol_getSortKey (collator_of_thread (), units, length, key, FONDS_SORT_KEY_MAX);
  end = memchr (key, 0x01, MIN (used, FONDS_SORT_KEY_MAX));
  *letters = end ? (gsize) (end - key) : FONDS_SORT_KEY_MAX;

  return used;
}

/* Whole characters of @text in its first HEAD bytes. */
static int
head_of (const char *text, int size)
{
  int head = HEAD;

  if (size <= HEAD)
    return size;
  while (head > 0 && (text[head] & 0xc0) == 0x80)
    head--;

  return head;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * fonds_text_sort_key:
 * @text: (nullable): a title or name in any script
 * @length: (out): bytes of the key, 1 to %FONDS_SORT_KEY_MAX
 *
 * Makes the key by which texts are sorted: memcmp() of two keys, the shorter first if one begins
 * the other, orders their texts. Numbers sort by value ("Box 9" before "Box 10"), niqqud and
 * Hebrew quotes do not count, nor do brackets and marks around the whole; blank text comes
 * last. Any thread; about 2 µs.
 *
 * Returns: (transfer full) (array length=length): the key
 */
guint8 *
fonds_text_sort_key (const char *text, gsize *length)
{
  guint8 key[FONDS_SORT_KEY_MAX] = { EMPTY };
  gsize used = 1, letters;
  int size, head;

  g_return_val_if_fail (length != NULL, NULL);

  if (!is_blank (text))
    {
      size = (int) MIN (strlen (text), G_MAXINT / 4);
      head = head_of (text, size);
      used = make_key (text, head, key, &letters);
      /* A head whose letters do not fill the key would put its accents before what is cut off. */
      if (head < size && letters < FONDS_SORT_KEY_MAX)
        used = make_key (text, size, key, &letters);
    }

  *length = MIN (used, FONDS_SORT_KEY_MAX);

  return g_memdup2 (key, *length);
}

/**
 * fonds_text_compare:
 * @a: a text
 * @b: a text
 *
 * Compares whole texts in the same order, to the last letter: for names that agree for long, as those
 * of scanned pages do. Any thread.
 *
 * Returns: less than, equal to or more than 0
 */
int
fonds_text_compare (const char *a, const char *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order = ucol_strcollUTF8 (collator_of_thread (), a, -1, b, -1, &status);

  return order != 0 ? order : strcmp (a, b);
}
