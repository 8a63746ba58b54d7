/* tokenizer-spell.c - the spellings under which one word is found
 *
 * A word is spelled letter by letter, so that the key of its beginning is the beginning of its key,
 * with six exceptions that join letters to one sound: Latin kh = х = h, Latin dzh and Cyrillic дж
 * = j, the -yev of surnames after a vowel = ев = ev, Juhuri гь = h, Armenian ու = u, and the
 * palochka's stand-ins, which are silent. While such a
 * sound is half typed the key would lose the word; the unjoined spelling keeps it, for the
 * first such sound of a word (the second of a Hadzhikhan flickers for one keystroke).
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
  guint8 past[3]; /* FondsJoin of the letters before, the nearest first */
  gboolean joined;
} Pen;

/* A sound, by the letter that ends it and those before, the nearest first; NONE is anything. */
static const struct
{
  guint8 now, past[3]; /* FondsJoin */
  guint8 erase;        /* bytes already written that the sound replaces */
  char sound[3];
} JOINS[] = {
  { FONDS_JOIN_LATIN_H, { FONDS_JOIN_LATIN_K }, 1, "h" },
  { FONDS_JOIN_LATIN_H, { FONDS_JOIN_LATIN_Z, FONDS_JOIN_LATIN_D }, 2, "j" },
  { FONDS_JOIN_LATIN_V,
    { FONDS_JOIN_LATIN_E, FONDS_JOIN_LATIN_Y, FONDS_JOIN_LATIN_VOWEL },
    2,
    "ev" },
  { FONDS_JOIN_LATIN_V, { FONDS_JOIN_LATIN_E, FONDS_JOIN_LATIN_Y, FONDS_JOIN_LATIN_E }, 2, "ev" },
  { FONDS_JOIN_CYRILLIC_ZH, { FONDS_JOIN_CYRILLIC_D }, 1, "j" },
  { FONDS_JOIN_CYRILLIC_SOFT, { FONDS_JOIN_CYRILLIC_G }, 1, "h" },
  { FONDS_JOIN_ARMENIAN_W, { FONDS_JOIN_ARMENIAN_O }, 1, "u" },
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

/* The palochka is missing on most keyboards: I, l and, inside a word, 1 are typed instead after к,
 * г and others. @rest is what follows @character. */
static gboolean
is_palochka (const Pen *pen,
             const FondsLetter *table,
             gunichar character,
             const char *rest,
             int rest_length)
{
  FondsLetter room;
  gunichar next;

  if (pen->past[0] != FONDS_JOIN_CYRILLIC_STOP && pen->past[0] != FONDS_JOIN_CYRILLIC_G)
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

static gboolean
follows (const Pen *pen, const guint8 past[3])
{
  for (int i = 0; i < 3; i++)
    if (past[i] != FONDS_JOIN_NONE && past[i] != pen->past[i])
      return FALSE;

  return TRUE;
}

/* Replaces what the letters before wrote if they and @now make one sound. */
static gboolean
join (Pen *pen, FondsJoin now)
{
  for (gsize i = 0; i < G_N_ELEMENTS (JOINS); i++)
    if (JOINS[i].now == now && follows (pen, JOINS[i].past))
      {
        pen->used -= JOINS[i].erase;
        pen->joined = TRUE;
        return put (pen, JOINS[i].sound, strlen (JOINS[i].sound));
      }

  return FALSE;
}

static gboolean
write_letter (Pen *pen, const FondsLetter *row, FondsSpelling spelling)
{
  gboolean more = TRUE;
  FondsJoin now = row->join;

  if (now != FONDS_JOIN_NONE && spelling != FONDS_SPELLING_UNJOINED && join (pen, now))
    now = FONDS_JOIN_NONE;
  else if (spelling == FONDS_SPELLING_PLAIN && row->script == FONDS_SCRIPT_LATIN)
    more = put (pen, row->fold, row->fold_length);
  else
    more = put (pen, row->key, row->key_length);

  pen->past[2] = pen->past[1];
  pen->past[1] = pen->past[0];
  pen->past[0] = now;

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
