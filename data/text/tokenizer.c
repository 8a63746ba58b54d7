/* tokenizer.c - cuts text into the words that are searched
 *
 * A word is a run of letters and digits with the marks on them; everything else separates, except
 * the quotation marks that Hebrew (geresh, gershayim) and Cyrillic (the apostrophe) write inside
 * words. A Chinese character is a word by itself. Words of ASCII letters, the greater part of most
 * catalogues, take a short way; the others are measured first and then spelled.
 * Invariant: offsets are those of the original text, marks included, so that a highlight covers
 * what was found. Bytes that are not UTF-8 separate, and nothing is read past the length given.
 * Thread: any. Nothing is allocated after the first call.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/tokenizer.h"
#include "data/text/fold-table.h"
#include "data/text/tokenizer-spell.h"

#include <string.h>

/* Owned: nothing. Borrowed: everything. */
typedef struct
{
  const FondsLetter *table;
  const char *text;
  int length;
  FondsTokenizeMode mode;
  FondsTokenFunc func;
  gpointer user_data;
} Run;

typedef struct
{
  int start, end; /* bytes of the text; end is after the last letter or mark */
  int next;       /* where to go on */
  gboolean latin, cyrillic, accented, one;
} Word;

/* Lower-case letter or digit of an ASCII letter or digit, else 0. */
static const char ASCII_KEYS[128] = {
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6',
  ['7'] = '7', ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',
  ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k',
  ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
  ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y',
  ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f',
  ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm',
  ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
  ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Whether the quote between a letter of @before and what is at @position belongs to the word. */
static gboolean
quote_is_inside (const Run *run, gunichar quote, guint8 before, int position)
{
  FondsLetter room;
  gunichar next;

  if (position >= run->length)
    return FALSE;
  if (before == FONDS_SCRIPT_CYRILLIC && quote != '\'' && quote != 0x2019)
    return FALSE;
  if (before != FONDS_SCRIPT_CYRILLIC && before != FONDS_SCRIPT_HEBREW)
    return FALSE;

  fonds_letter_read (run->text, run->length, position, &next);

  return fonds_letter_look (run->table, next, &room)->script == before;
}

static void
note_letter (Word *word, const FondsLetter *row, gunichar character)
{
  word->latin |= row->script == FONDS_SCRIPT_LATIN;
  word->cyrillic |= row->script == FONDS_SCRIPT_CYRILLIC;
  word->accented |= row->script == FONDS_SCRIPT_LATIN && character > 0x7f;
  word->one |= character == '1';
}

/* Finds where the word that begins at @start ends. */
static void
measure (const Run *run, int start, Word *word)
{
  int position = start;
  guint8 script = FONDS_SCRIPT_OTHER;

  *word = (Word){ .start = start, .end = start };
  while (position < run->length)
    {
      FondsLetter room;
      gunichar character;
      int after = fonds_letter_read (run->text, run->length, position, &character);
      const FondsLetter *row = fonds_letter_look (run->table, character, &room);

      if (row->letter_class == FONDS_LETTER_SEPARATOR)
        break;
      if (row->letter_class == FONDS_LETTER_IDEOGRAPH && word->end > start)
        break;
      if (row->letter_class == FONDS_LETTER_QUOTE &&
          !quote_is_inside (run, character, script, after))
        break;

      if (row->letter_class == FONDS_LETTER_WORD || row->letter_class == FONDS_LETTER_IDEOGRAPH)
        {
          note_letter (word, row, character);
          script = row->script;
          word->end = after;
        }
      else if (row->letter_class == FONDS_LETTER_MARK)
        word->end = after;

      position = after;
      if (row->letter_class == FONDS_LETTER_IDEOGRAPH)
        break;
    }
  word->next = position;
}

static int
send (const Run *run, gboolean colocated, const char *token, int length, const Word *word)
{
  return run->func (run->user_data, colocated, token, length, word->start, word->end);
}

/* Sends a word's other spellings, each but once. */
static int
send_others (const Run *run, const Word *word, const char *key, int key_length, gboolean joined)
{
  char plain[FONDS_SPELLING_MAX], unjoined[FONDS_SPELLING_MAX];
  const char *bytes = run->text + word->start;
  int size = word->end - word->start, plain_length = 0, unjoined_length, result = 0;
  gboolean ignored, mixed = word->cyrillic && (word->latin || word->one);

  if (word->accented)
    {
      plain_length =
          fonds_word_spell (run->table, bytes, size, FONDS_SPELLING_PLAIN, mixed, plain, &ignored);
      if (plain_length != key_length || memcmp (plain, key, key_length) != 0)
        result = send (run, TRUE, plain, plain_length, word);
    }
  if (joined && result == 0)
    {
      unjoined_length = fonds_word_spell (run->table, bytes, size, FONDS_SPELLING_UNJOINED, mixed,
                                          unjoined, &ignored);
      if (unjoined_length != plain_length || memcmp (unjoined, plain, plain_length) != 0)
        result = send (run, TRUE, unjoined, unjoined_length, word);
    }

  return result;
}

static int
spell (const Run *run, const Word *word)
{
  char key[FONDS_SPELLING_MAX];
  gboolean joined, mixed = word->cyrillic && (word->latin || word->one);
  int length, result;

  length = fonds_word_spell (run->table, run->text + word->start, word->end - word->start,
                             FONDS_SPELLING_KEY, mixed, key, &joined);
  result = send (run, FALSE, key, length, word);
  if (result == 0 && run->mode == FONDS_TOKENIZE_TEXT && (word->accented || joined))
    result = send_others (run, word, key, length, joined);

  return result;
}

/* Whether @letter after @count letters of @key ends kh, dzh, or a vowel and -yev. */
static gboolean
closes_sound (const char *key, int count, char letter)
{
  if (letter == 'h' && count > 0)
    return key[count - 1] == 'k' || (count > 1 && key[count - 1] == 'z' && key[count - 2] == 'd');
  if (letter == 'v' && count > 2 && key[count - 1] == 'e' && key[count - 2] == 'y')
    return strchr ("aeiou", key[count - 3]) != NULL;

  return FALSE;
}

/* Spells the ASCII word at @start into @key. Returns its length, or -1 if it is not that simple. */
static int
spell_ascii (const Run *run, int start, char *key)
{
  const guint8 *bytes = (const guint8 *) run->text + start;
  int limit = run->length - start, count = 0;

  while (count < limit && bytes[count] < 0x80)
    {
      char letter = ASCII_KEYS[bytes[count]];

      if (letter == 0)
        return count;
      if (count == FONDS_SPELLING_MAX ||
          ((letter == 'h' || letter == 'v') && closes_sound (key, count, letter)))
        return -1;
      key[count++] = letter;
    }

  return count < limit ? -1 : count;
}

/* Where the first word at or after @position begins, or the end. */
static int
skip_separators (const Run *run, int position)
{
  while (position < run->length)
    {
      FondsLetter room;
      gunichar character;
      const FondsLetter *row;
      guint8 byte = (guint8) run->text[position];
      int after;

      if (byte < 0x80)
        {
          if (ASCII_KEYS[byte])
            break;
          position++;
          continue;
        }
      after = fonds_letter_read (run->text, run->length, position, &character);
      row = fonds_letter_look (run->table, character, &room);
      if (row->letter_class == FONDS_LETTER_WORD || row->letter_class == FONDS_LETTER_IDEOGRAPH)
        break;
      position = after;
    }

  return position;
}

/**
 * fonds_tokenize:
 * @text: the text, UTF-8 as far as it is
 * @length: its bytes, or -1 if it is terminated
 * @mode: for the index or for a question
 * @func: (scope call): called for every spelling of every word, in order
 * @user_data: its closure
 *
 * Cuts a text into words and spells each in lower-case Latin letters, so that a word is found
 * however its script, case, accents and vowel points are typed. With %FONDS_TOKENIZE_TEXT a
 * word also gets, colocated, what an ASCII keyboard types for it (Şuşa: shusha, susa) and, if
 * letters were joined to one sound, the spelling without (Khan: han, khan), so that every typed
 * beginning of a word finds it. Any thread.
 *
 * Returns: 0, or what @func returned to stop
 */
int
fonds_tokenize (const char *text,
                int length,
                FondsTokenizeMode mode,
                FondsTokenFunc func,
                gpointer user_data)
{
  Run run = { NULL, text, length, mode, func, user_data };
  char key[FONDS_SPELLING_MAX];
  int position = 0, result = 0;

  g_return_val_if_fail (func != NULL, 0);
  if (text == NULL)
    return 0;
  if (length < 0)
    run.length = (int) MIN (strlen (text), G_MAXINT);
  run.table = fonds_letter_table ();

  while (result == 0 && (position = skip_separators (&run, position)) < run.length)
    {
      Word word = { .start = position };
      int count = spell_ascii (&run, position, key);

      if (count > 0)
        {
          word.end = position + count;
          word.next = word.end;
          result = send (&run, FALSE, key, count, &word);
        }
      else
        {
          measure (&run, position, &word);
          result = spell (&run, &word);
        }
      position = word.next;
    }

  return result;
}
