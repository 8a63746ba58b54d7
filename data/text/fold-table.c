/* fold-table.c - what each character contributes to a search key
 *
 * One row a character of the basic plane, made once with ICU (NFKC_Casefold, marks removed, then
 * romanised) and only read afterwards: no word costs an ICU call. Characters beyond that plane are
 * described the same way when they are met.
 * Invariant: a row's key and fold are whole UTF-8 characters; an expansion that does not fit (a few
 * Arabic ligatures that stand for names and sentences) ends early, alike in text and query.
 * Thread: any; the table is made under g_once_init_enter() and is never freed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/fold-table.h"
#include "data/text/romanise.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#define PLANE 0x10000
#define EXPANSION 64 /* UTF-16 units; the longest NFKC expansion of one character has 18 */

typedef struct
{
  const UNormalizer2 *casefold;
  const UNormalizer2 *decompose;
} Normalizers;

static gboolean
open_normalizers (Normalizers *normalizers)
{
  UErrorCode status = U_ZERO_ERROR;

  normalizers->casefold = unorm2_getNFKCCasefoldInstance (&status);
  normalizers->decompose = unorm2_getNFDInstance (&status);

  return U_SUCCESS (status);
}

static FondsLetterScript
script_of (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;

  switch (uscript_getScript ((UChar32) character, &status))
    {
    case USCRIPT_LATIN:
      return FONDS_SCRIPT_LATIN;
    case USCRIPT_CYRILLIC:
      return FONDS_SCRIPT_CYRILLIC;
    case USCRIPT_HEBREW:
      return FONDS_SCRIPT_HEBREW;
    case USCRIPT_ARABIC:
      return FONDS_SCRIPT_ARABIC;
    case USCRIPT_ARMENIAN:
      return FONDS_SCRIPT_ARMENIAN;
    case USCRIPT_GEORGIAN:
      return FONDS_SCRIPT_GEORGIAN;
    default:
      return FONDS_SCRIPT_OTHER;
    }
}

/* Vowel signs of Indic and South-East Asian scripts are marks too, but carry the word's meaning. */
static gboolean
is_removable_mark (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  int type = u_charType ((UChar32) character);

  if (character == 0x3099 || character == 0x309a)
    return FALSE; /* they make another syllable of a kana */
  if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK)
    return FALSE;

  return script_of (character) != FONDS_SCRIPT_OTHER ||
         uscript_getScript ((UChar32) character, &status) == USCRIPT_INHERITED;
}

/* Soft signs, ayin and alef of romanisations (ʹ ʺ ʻ ʼ ʾ ʿ), and the Arabic stretching line. */
static gboolean
is_silent_modifier (gunichar character)
{
  return (character >= 0x02b9 && character <= 0x02bf) || character == 0x0640;
}

/* Apostrophes and quotation marks, of which Hebrew makes geresh and gershayim, and Cyrillic (the
 * apostrophe only) a hard sign. */
static gboolean
is_quote (gunichar character)
{
  return character == '\'' || character == '"' || character == 0x05f3 || character == 0x05f4 ||
         (character >= 0x2018 && character <= 0x201f);
}

static gboolean
is_word_part (gunichar character)
{
  return (U_GET_GC_MASK ((UChar32) character) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

static FondsLetterClass
class_of (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;

  if (is_quote (character))
    return FONDS_LETTER_QUOTE;
  if (character == 0x200b)
    return FONDS_LETTER_SEPARATOR; /* the zero-width space says that a word ends */
  if (u_hasBinaryProperty ((UChar32) character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return FONDS_LETTER_IGNORABLE;
  if (is_silent_modifier (character) || is_removable_mark (character))
    return FONDS_LETTER_MARK;
  if (!is_word_part (character))
    return FONDS_LETTER_SEPARATOR;
  if (u_charType ((UChar32) character) == U_OTHER_LETTER &&
      uscript_getScript ((UChar32) character, &status) == USCRIPT_HAN)
    return FONDS_LETTER_IDEOGRAPH;

  return FONDS_LETTER_WORD;
}

static FondsJoin
join_of (gunichar lower)
{
  static const struct
  {
    gunichar letter;
    FondsJoin join;
  } PARTS[] = {
    { 'a', FONDS_JOIN_LATIN_VOWEL },    { 'd', FONDS_JOIN_LATIN_D },
    { 'e', FONDS_JOIN_LATIN_E },        { 'h', FONDS_JOIN_LATIN_H },
    { 'i', FONDS_JOIN_LATIN_VOWEL },    { 'k', FONDS_JOIN_LATIN_K },
    { 'o', FONDS_JOIN_LATIN_VOWEL },    { 'u', FONDS_JOIN_LATIN_VOWEL },
    { 'v', FONDS_JOIN_LATIN_V },        { 'y', FONDS_JOIN_LATIN_Y },
    { 'z', FONDS_JOIN_LATIN_Z },        { L'г', FONDS_JOIN_CYRILLIC_G },
    { L'д', FONDS_JOIN_CYRILLIC_D },    { L'ж', FONDS_JOIN_CYRILLIC_ZH },
    { L'ь', FONDS_JOIN_CYRILLIC_SOFT }, { L'к', FONDS_JOIN_CYRILLIC_STOP },
    { L'п', FONDS_JOIN_CYRILLIC_STOP }, { L'т', FONDS_JOIN_CYRILLIC_STOP },
    { L'х', FONDS_JOIN_CYRILLIC_STOP }, { L'ц', FONDS_JOIN_CYRILLIC_STOP },
    { L'ч', FONDS_JOIN_CYRILLIC_STOP }, { L'ո', FONDS_JOIN_ARMENIAN_O },
    { L'ւ', FONDS_JOIN_ARMENIAN_W },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
    if (PARTS[i].letter == lower)
      return PARTS[i].join;

  return FONDS_JOIN_NONE;
}

static void
append (char *room, guint8 *used, gsize size, const char *bytes, gsize count)
{
  if (*used + count > size)
    return;
  memcpy (room + *used, bytes, count);
  *used += count;
}

static void
append_letter (char *room, guint8 *used, gsize size, gunichar letter)
{
  char bytes[6];
  int count = g_unichar_to_utf8 (letter, bytes);

  append (room, used, size, bytes, count);
}

/* Adds one letter without marks to both columns. */
static void
add_base (FondsLetter *row, gunichar base)
{
  const char *plain = fonds_romanise_plain (base);
  const char *key = fonds_romanise_letter (base);
  int digit = u_charDigitValue ((UChar32) base);
  gunichar letter = digit >= 0 ? (gunichar) ('0' + digit) : base;

  if (plain)
    append (row->fold, &row->fold_length, sizeof row->fold, plain, strlen (plain));
  else
    append_letter (row->fold, &row->fold_length, sizeof row->fold, letter);

  if (!key)
    key = plain;
  if (key)
    append (row->key, &row->key_length, sizeof row->key, key, strlen (key));
  else
    append_letter (row->key, &row->key_length, sizeof row->key, letter);
}

/* Adds the base letters of one case-folded character; FALSE if it is no letter or digit. What
 * decomposes without a mark that we remove (a Korean syllable, a voiced kana) stays whole. */
static gboolean
add_apart (FondsLetter *row, const UNormalizer2 *decompose, UChar32 folded)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar composed[2], parts[EXPANSION];
  int composed_length = 0, length, kept = 0;
  gboolean marked = FALSE;

  U16_APPEND_UNSAFE (composed, composed_length, folded);
  length = unorm2_normalize (decompose, composed, composed_length, parts, EXPANSION, &status);
  if (U_FAILURE (status))
    return FALSE;

  for (int position = 0; position < length;)
    {
      UChar32 part;

      U16_NEXT (parts, position, length, part);
      if (is_removable_mark (part))
        marked = TRUE;
      else if (!is_word_part (part))
        return FALSE;
      else
        U16_APPEND_UNSAFE (parts, kept, part);
    }

  if (!marked)
    add_base (row, folded);
  for (int position = 0; marked && position < kept;)
    {
      UChar32 base;

      U16_NEXT (parts, position, kept, base);
      add_base (row, base);
    }

  return TRUE;
}

/* Takes a character apart into base letters; FALSE if it contains anything but letters and digits,
 * as ½ does, which is then no part of a word. */
static gboolean
add_bases (FondsLetter *row, const Normalizers *normalizers, gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar original[2], folded[EXPANSION];
  int original_length = 0, length, position = 0;

  U16_APPEND_UNSAFE (original, original_length, character);
  length = unorm2_normalize (normalizers->casefold, original, original_length, folded, EXPANSION,
                             &status);
  if (U_FAILURE (status))
    return FALSE;

  while (position < length)
    {
      UChar32 next;

      U16_NEXT (folded, position, length, next);
      if (!add_apart (row, normalizers->decompose, next))
        return FALSE;
    }

  return row->key_length > 0 || row->fold_length > 0;
}

/* й is a letter of its own, not и with a mark: its fold keeps it. */
static void
add_own_spelling (FondsLetter *row, gunichar lower)
{
  const char *key = fonds_romanise_letter (lower);

  if (key)
    {
      row->key_length = 0;
      append (row->key, &row->key_length, sizeof row->key, key, strlen (key));
    }
  if (lower == L'й')
    {
      row->fold_length = 0;
      append_letter (row->fold, &row->fold_length, sizeof row->fold, lower);
    }
}

/* Ecclesiastical Georgian (Nuskhuri) spells as the civil alphabet does. */
static gunichar
lower_of (gunichar character)
{
  gunichar lower = u_tolower ((UChar32) character);

  return lower >= 0x2d00 && lower <= 0x2d25 ? lower - 0x2d00 + 0x10d0 : lower;
}

static void
describe (FondsLetter *row, const Normalizers *normalizers, gunichar character)
{
  gunichar lower = lower_of (character);

  memset (row, 0, sizeof *row);
  row->letter_class = class_of (character);
  if (row->letter_class != FONDS_LETTER_WORD && row->letter_class != FONDS_LETTER_IDEOGRAPH)
    return;

  row->script = script_of (character);
  row->join = join_of (lower);
  if (add_bases (row, normalizers, character))
    add_own_spelling (row, lower);
  else
    row->letter_class = FONDS_LETTER_SEPARATOR;
}

/**
 * fonds_letter_table:
 *
 * Gives the table of the basic plane, and makes it at the first call (some 15 ms). Any thread.
 *
 * Returns: (transfer none): 65,536 rows, one a character
 */
const FondsLetter *
fonds_letter_table (void)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    {
      FondsLetter *rows = g_new0 (FondsLetter, PLANE);
      Normalizers normalizers;
      gboolean opened = open_normalizers (&normalizers);

      g_assert (opened); /* ICU's normalisation data is compiled into its library */
      for (gunichar character = 0; character < PLANE; character++)
        describe (&rows[character], &normalizers, character);
      g_once_init_leave (&table, (gsize) rows);
    }

  return (const FondsLetter *) table;
}

/**
 * fonds_letter_describe:
 * @character: a character beyond the basic plane
 * @room: where it is described
 *
 * Describes a character that the table does not hold. Any thread.
 *
 * Returns: (transfer none): @room
 */
const FondsLetter *
fonds_letter_describe (gunichar character, FondsLetter *room)
{
  Normalizers normalizers;

  if (open_normalizers (&normalizers))
    describe (room, &normalizers, character);
  else
    memset (room, 0, sizeof *room);

  return room;
}
