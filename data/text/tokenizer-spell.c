/* tokenizer-spell.c - the spellings under which one word is found
 *
 * A word is spelled letter by letter, so that the key of its beginning is the beginning of its key,
 * with five exceptions that join letters to one sound: Latin kh = х = h, Latin dzh and Cyrillic дж
 * = j, Juhuri гь = h, Armenian ու = u, and the palochka's stand-ins, which are silent. While such a
 * sound is half typed the key would lose the word; the unjoined spelling keeps it (for the first such
 * sound of a word; the second of a Hadzhikhan flickers for one keystroke).
 * A word that mixes Latin and Cyrillic was typed with look-alikes: it is read in the script that
 * has the letters which cannot be mistaken.
 * Thread: any. Nothing is allocated.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/tokenizer-spell.h"

#include <string.h>

typedef struct
{
  char *room;
  int used;
  FondsJoin before, before_that;
  gboolean joined;
} Pen;

static const struct
{
  guint8 before_that, before, now; /* FondsJoin; NONE before matches anything */
  guint8 erase;                    /* bytes already written for the letters before */
  char sound;
} JOINS[] = {
  { FONDS_JOIN_NONE, FONDS_JOIN_LATIN_K, FONDS_JOIN_LATIN_H, 1, 'h' },
  { FONDS_JOIN_LATIN_D, FONDS_JOIN_LATIN_Z, FONDS_JOIN_LATIN_H, 2, 'j' },
  { FONDS_JOIN_NONE, FONDS_JOIN_CYRILLIC_D, FONDS_JOIN_CYRILLIC_ZH, 1, 'j' },
  { FONDS_JOIN_NONE, FONDS_JOIN_CYRILLIC_G, FONDS_JOIN_CYRILLIC_SOFT, 1, 'h' },
  { FONDS_JOIN_NONE, FONDS_JOIN_ARMENIAN_O, FONDS_JOIN_ARMENIAN_W, 1, 'u' },
};

static const struct
{
  gunichar latin, cyrillic;
} TWINS[] = {
  { 'a', L'а' }, { 'c', L'с' }, { 'e', L'е' }, { 'i', L'і' },  { 'j', L'ј' }, { 'k', L'к' },
  { 'o', L'о' }, { 'p', L'р' }, { 's', L'ѕ' }, { 'x', L'х' },  { 'y', L'у' }, { L'ə', L'ә' },
  { 'A', L'А' }, { 'B', L'В' }, { 'C', L'С' }, { 'E', L'Е' },  { 'H', L'Н' }, { 'I', L'І' },
  { 'J', L'Ј' }, { 'K', L'К' }, { 'M', L'М' }, { 'O', L'О' },  { 'P', L'Р' }, { 'S', L'Ѕ' },
  { 'T', L'Т' }, { 'X', L'Х' }, { 'Y', L'У' }, { L'Ə', L'Ә' }, { 'h', L'һ' }, { L'ƅ', L'ь' },
};

/* The letter of @script that looks like @character, or 0. */
static gunichar
twin_in (FondsLetterScript script, gunichar character)
{
  for (gsize i = 0; i < G_N_ELEMENTS (TWINS); i++)
    {
      if (script == FONDS_SCRIPT_CYRILLIC && TWINS[i].latin == character)
        return TWINS[i].cyrillic;
      if (script == FONDS_SCRIPT_LATIN && TWINS[i].cyrillic == character)
        return TWINS[i].latin;
    }

  return 0;
}

/* Letters without a twin decide; if there are none or as many of each, most letters do. */
static FondsLetterScript
script_meant (const FondsLetter *table, const char *word, int length)
{
  int latin = 0, cyrillic = 0;

  for (int position = 0; position < length;)
    {
      FondsLetter room;
      gunichar character;
      const FondsLetter *row;

      position = fonds_letter_read (word, length, position, &character);
      row = fonds_letter_look (table, character, &room);
      if (row->script == FONDS_SCRIPT_LATIN)
        latin += twin_in (FONDS_SCRIPT_CYRILLIC, character) ? 1 : FONDS_SPELLING_MAX;
      else if (row->script == FONDS_SCRIPT_CYRILLIC)
        cyrillic += twin_in (FONDS_SCRIPT_LATIN, character) ? 1 : FONDS_SPELLING_MAX;
    }

  return cyrillic > latin ? FONDS_SCRIPT_CYRILLIC : FONDS_SCRIPT_LATIN;
}

/* The palochka is missing on most keyboards: I, l and, inside a word, 1 are typed instead after к, г
 * and others. @rest is what follows @character. */
static gboolean
is_palochka (const Pen *pen,
             const FondsLetter *table,
             gunichar character,
             const char *rest,
             int rest_length)
{
  FondsLetter room;
  gunichar next;

  if (pen->before != FONDS_JOIN_CYRILLIC_STOP && pen->before != FONDS_JOIN_CYRILLIC_G)
    return FALSE;
  if (character != '1' || rest_length == 0)
    return character == 'I' || character == 'l';

  fonds_letter_read (rest, rest_length, 0, &next);

  return fonds_letter_look (table, next, &room)->script == FONDS_SCRIPT_CYRILLIC;
}

static gboolean
put (Pen *pen, const char *bytes, int count)
{
  if (pen->used + count > FONDS_SPELLING_MAX)
    return FALSE;
  memcpy (pen->room + pen->used, bytes, count);
  pen->used += count;

  return TRUE;
}

/* Replaces what the letters before wrote if they and @join make one sound. */
static gboolean
join (Pen *pen, FondsJoin now)
{
  if (now == FONDS_JOIN_NONE)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (JOINS); i++)
    {
      if (JOINS[i].now != now || JOINS[i].before != pen->before)
        continue;
      if (JOINS[i].before_that != FONDS_JOIN_NONE && JOINS[i].before_that != pen->before_that)
        continue;
      pen->used -= JOINS[i].erase;
      pen->room[pen->used++] = JOINS[i].sound;
      pen->joined = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
write_letter (Pen *pen, const FondsLetter *row, FondsSpelling spelling)
{
  gboolean more = TRUE;

  if (spelling != FONDS_SPELLING_UNJOINED && join (pen, row->join))
    pen->before = FONDS_JOIN_NONE;
  else
    {
      if (spelling == FONDS_SPELLING_PLAIN)
        more = put (pen, row->fold, row->fold_length);
      else
        more = put (pen, row->key, row->key_length);
      pen->before_that = pen->before;
      pen->before = row->join;
    }

  return more;
}

/* A word of silent letters only, such as a lone ь, is found under itself. */
static void
spell_silent (Pen *pen, const FondsLetter *table, const char *word, int length)
{
  for (int position = 0; position < length;)
    {
      FondsLetter room;
      gunichar character;
      const FondsLetter *row;

      position = fonds_letter_read (word, length, position, &character);
      row = fonds_letter_look (table, character, &room);
      if (!put (pen, row->fold, row->fold_length))
        return;
    }
}

/**
 * fonds_word_spell:
 * @table: the table of fonds_letter_table()
 * @word: a word as the tokenizer cuts it
 * @length: its bytes
 * @spelling: which spelling
 * @mixed: whether it has letters of Latin, or a digit 1, among Cyrillic ones
 * @room: (out caller-allocates): %FONDS_SPELLING_MAX bytes, not terminated
 * @joined: (out): whether letters were joined to one sound
 *
 * Spells a word for the index. Any thread.
 *
 * Returns: the length of the spelling, at least 1 for a word with a letter
 */
int
fonds_word_spell (const FondsLetter *table,
                  const char *word,
                  int length,
                  FondsSpelling spelling,
                  gboolean mixed,
                  char *room,
                  gboolean *joined)
{
  Pen pen = { .room = room };
  FondsLetterScript script = FONDS_SCRIPT_OTHER;

  if (mixed)
    script = script_meant (table, word, length);

  for (int position = 0; position < length;)
    {
      FondsLetter described;
      gunichar character, twin;
      const FondsLetter *row;

      position = fonds_letter_read (word, length, position, &character);
      row = fonds_letter_look (table, character, &described);
      if (row->letter_class != FONDS_LETTER_WORD && row->letter_class != FONDS_LETTER_IDEOGRAPH)
        continue;
      if (script == FONDS_SCRIPT_CYRILLIC &&
          is_palochka (&pen, table, character, word + position, length - position))
        continue;
      twin = mixed ? twin_in (script, character) : 0;
      if (twin)
        row = fonds_letter_look (table, twin, &described);
      if (!write_letter (&pen, row, spelling))
        break;
    }

  if (pen.used == 0)
    spell_silent (&pen, table, word, length);
  *joined = pen.joined;

  return pen.used;
}
