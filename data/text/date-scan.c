/* date-scan.c - cuts a phrase about a date into numbers, words and signs
 *
 * Square brackets, which only say that a cataloguer supplied the date, are left out here. A phrase
 * with any other sign is not a date: the scan fails rather than guess.
 * Thread: any. Ownership: tokens point into the phrase.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

#include <string.h>

#define LONGEST_WORD 48
#define LONGEST_NUMBER 8

typedef struct
{
  FondsPhrase *phrase;
  const char *at;
  gboolean spaced;
} Scanner;

static FondsDateToken *
add (Scanner *scanner, FondsDateTokenKind kind, const char *start)
{
  FondsPhrase *phrase = scanner->phrase;
  FondsDateToken *token;

  /* The last place is kept for the end. */
  if (phrase->n_tokens >= FONDS_DATE_MOST_TOKENS - 1)
    return NULL;

  token = &phrase->tokens[phrase->n_tokens++];
  memset (token, 0, sizeof *token);
  token->kind = kind;
  token->start = start;
  token->end = scanner->at;
  token->spaced = scanner->spaced;
  scanner->spaced = FALSE;
  return token;
}

static const FondsDateToken *
last_token (Scanner *scanner)
{
  return scanner->phrase->n_tokens > 0 ? &scanner->phrase->tokens[scanner->phrase->n_tokens - 1]
                                       : NULL;
}

static gboolean
follows_number (Scanner *scanner)
{
  const FondsDateToken *last = last_token (scanner);

  return last && last->kind == FONDS_DATE_TOKEN_NUMBER && !scanner->spaced;
}

static gboolean
is_dash (gunichar character)
{
  return character == '-' || (character >= 0x2010 && character <= 0x2015) || character == 0x2212 ||
         character == 0x05BE;
}

/* Libraries write 189- for a decade and 18-- for a century; others 189?, 189X, 18xx, 199u. */
static int
take_unknown (Scanner *scanner, int digits)
{
  const char *at = scanner->at;
  char sign = (char) g_ascii_tolower (*at);
  int n = 0;

  if ((digits != 2 && digits != 3) || (sign != '-' && sign != '?' && sign != 'x' && sign != 'u'))
    return 0;
  while (n < 4 - digits && g_ascii_tolower (at[n]) == sign)
    n++;
  if (n < 4 - digits || g_ascii_isalnum (at[n]) || (sign == '-' && (guchar) at[n] >= 0x80))
    return 0;

  scanner->at += n;
  return n;
}

static gboolean
scan_number (Scanner *scanner)
{
  const char *start = scanner->at;
  int value = 0, digits = 0, unknown;
  FondsDateToken *token;

  for (; g_ascii_isdigit (*scanner->at) && digits <= LONGEST_NUMBER; scanner->at++, digits++)
    value = 10 * value + (*scanner->at - '0');
  if (digits > LONGEST_NUMBER)
    return FALSE;
  unknown = take_unknown (scanner, digits);
  for (int i = 0; i < unknown; i++)
    value *= 10;
  token = add (scanner, FONDS_DATE_TOKEN_NUMBER, start);
  if (!token)
    return FALSE;

  token->value = value;
  token->digits = (guint8) (digits + unknown);
  token->unknown = (guint8) unknown;
  return TRUE;
}

/* Cyrillic letters that look like Roman ones stand for them. */
static int
roman_digit (gunichar letter)
{
  switch (letter)
    {
    case 'i':
    case 0x0456:
      return 1;
    case 'v':
      return 5;
    case 'x':
    case 0x0445:
      return 10;
    case 'l':
      return 50;
    case 'c':
    case 0x0441:
      return 100;
    default:
      return 0;
    }
}

static int
read_roman (const char *word)
{
  int sum = 0, last = 1000;

  for (; *word; word = g_utf8_next_char (word))
    {
      int digit = roman_digit (g_utf8_get_char (word));

      if (digit == 0)
        return 0;
      sum += digit > last ? digit - 2 * last : digit;
      last = digit;
      /* The French ordinal: XIXe. */
      if (g_str_equal (g_utf8_next_char (word), "e"))
        break;
    }

  return sum;
}

static gboolean
is_hebrew (gunichar letter)
{
  return letter >= 0x0591 && letter <= 0x05F4 && letter != 0x05BE;
}

static gboolean
is_quote (gunichar letter)
{
  return letter == '"' || letter == '\'' || letter == 0x2019 || letter == 0x201D;
}

static gboolean
is_prefix (gunichar letter)
{
  return letter == 0x05D1 || letter == 0x05D4 || letter == 0x05D5 || letter == 0x05DC ||
         letter == 0x05DE;
}

/* The dots inside "O.S." and "b.c.e.": each joins single letters. */
static gboolean
joins_letters (Scanner *scanner, const char *start)
{
  const char *at = scanner->at, *before = g_utf8_find_prev_char (start, at), *after;

  if (*at != '.' || (before != start && before[-1] != '.'))
    return FALSE;
  after = at + 1;

  return g_unichar_isalpha (g_utf8_get_char (after)) &&
         !g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (after)));
}

/* Copies a word in lower case; quotation marks belong to Hebrew words, where they mark numbers. */
static gboolean
copy_word (Scanner *scanner, char *word, gboolean *hebrew, gboolean *marked)
{
  const char *start = scanner->at;
  gsize length = 0;

  *hebrew = *marked = FALSE;
  while (*scanner->at)
    {
      gunichar letter = g_utf8_get_char (scanner->at);
      gboolean mark = is_quote (letter) || letter == 0x05F3 || letter == 0x05F4;

      if (length > 0 && joins_letters (scanner, start))
        {
          scanner->at++;
          continue;
        }
      if (!g_unichar_isalpha (letter) && !g_unichar_ismark (letter) && !(*hebrew && mark))
        break;
      if (length + 8 > LONGEST_WORD)
        return FALSE;
      *hebrew |= is_hebrew (letter);
      *marked |= mark;
      length += g_unichar_to_utf8 (g_unichar_tolower (letter), word + length);
      scanner->at = g_utf8_next_char (scanner->at);
    }

  word[length] = '\0';
  return length > 0;
}

static gboolean
scan_word (Scanner *scanner)
{
  const char *start = scanner->at;
  char word[LONGEST_WORD];
  gboolean hebrew, marked;
  FondsDateToken *token;

  if (!copy_word (scanner, word, &hebrew, &marked))
    return FALSE;
  token = add (scanner, FONDS_DATE_TOKEN_WORD, start);
  if (!token)
    return FALSE;

  token->word = fonds_date_word (word, &token->value);
  if (hebrew && token->word == FONDS_DATE_WORD_OTHER && is_prefix (g_utf8_get_char (word)))
    token->word = fonds_date_word (g_utf8_next_char (word), &token->value);
  token->roman = hebrew ? 0 : read_roman (word);
  token->letters = hebrew ? fonds_hebrew_number_parse (word) : 0;
  if (hebrew && token->letters == 0 && is_prefix (g_utf8_get_char (word)))
    token->letters = fonds_hebrew_number_parse (g_utf8_next_char (word));
  token->marked = marked;
  return TRUE;
}

/* A dash, or the hyphen of 1890-е, 19-й, XIX-cu, which is left out. */
static gboolean
scan_dash (Scanner *scanner)
{
  const char *start = scanner->at, *behind;
  gboolean spaced = scanner->spaced;
  gboolean suffix_may_follow = last_token (scanner) && !spaced;

  while (is_dash (g_utf8_get_char (scanner->at)))
    scanner->at = g_utf8_next_char (scanner->at);
  behind = scanner->at;
  if (suffix_may_follow && g_unichar_isalpha (g_utf8_get_char (scanner->at)))
    {
      const FondsDateToken *last;

      if (!scan_word (scanner))
        return FALSE;
      last = last_token (scanner);
      if (last->word == FONDS_DATE_WORD_ORDINAL || last->word == FONDS_DATE_WORD_DECADE)
        return TRUE;
      scanner->phrase->n_tokens--;
      scanner->at = behind;
      scanner->spaced = spaced;
    }

  return add (scanner, FONDS_DATE_TOKEN_DASH, start) != NULL;
}

static gboolean
scan_sign (Scanner *scanner)
{
  static const struct
  {
    char sign;
    FondsDateTokenKind kind;
  } signs[] = {
    { '/', FONDS_DATE_TOKEN_SLASH }, { ',', FONDS_DATE_TOKEN_COMMA },
    { ';', FONDS_DATE_TOKEN_COMMA }, { '(', FONDS_DATE_TOKEN_OPEN },
    { ')', FONDS_DATE_TOKEN_CLOSE }, { '?', FONDS_DATE_TOKEN_QUESTION },
    { '~', FONDS_DATE_TOKEN_TILDE },
  };
  const char *start = scanner->at++;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (*start == signs[i].sign)
      return add (scanner, signs[i].kind, start) != NULL;

  if (*start == '&')
    {
      FondsDateToken *token = add (scanner, FONDS_DATE_TOKEN_WORD, start);

      if (token)
        token->word = FONDS_DATE_WORD_AND;
      return token != NULL;
    }

  return FALSE;
}

/* What separates nothing: the dot of an abbreviation, brackets, the apostrophe of 1840's. */
static gboolean
skip_sign (Scanner *scanner, gunichar character)
{
  if (character == '[' || character == ']')
    fonds_phrase_assume (scanner->phrase, FONDS_DATE_SAID_BRACKETS);
  else if (character != '.' && character != ':' && !is_quote (character) && character != 0x200E &&
           character != 0x200F)
    return FALSE;

  scanner->at = g_utf8_next_char (scanner->at);
  return TRUE;
}

/* A dot joins a number, or a Roman month, with what follows; else it ends an abbreviation. */
static gboolean
is_date_dot (Scanner *scanner)
{
  const FondsDateToken *last = last_token (scanner);

  if (follows_number (scanner))
    return TRUE;

  return last && !scanner->spaced && last->roman >= 1 && last->roman <= 12 &&
         g_ascii_isdigit (scanner->at[1]);
}

static gboolean
scan_next (Scanner *scanner)
{
  gunichar character = g_utf8_get_char (scanner->at);
  const char *start = scanner->at;

  if (g_unichar_isspace (character))
    {
      scanner->at = g_utf8_next_char (scanner->at);
      scanner->spaced = TRUE;
      return TRUE;
    }
  if (g_ascii_isdigit (*scanner->at))
    return scan_number (scanner);
  if (g_unichar_isalpha (character))
    return scan_word (scanner);
  if (is_dash (character))
    return scan_dash (scanner);
  if (character == '.' && is_date_dot (scanner))
    {
      scanner->at++;
      return add (scanner, FONDS_DATE_TOKEN_DOT, start) != NULL;
    }

  return skip_sign (scanner, character) || (character < 0x80 && scan_sign (scanner));
}

/**
 * fonds_phrase_scan:
 * @phrase: (out): an empty phrase
 * @text: valid UTF-8, which must outlive @phrase
 *
 * Returns: whether all of @text may be about a date
 */
gboolean
fonds_phrase_scan (FondsPhrase *phrase, const char *text)
{
  Scanner scanner = { phrase, text, FALSE };

  phrase->n_tokens = phrase->at = 0;
  phrase->calendar = FONDS_CALENDAR_GREGORIAN;
  phrase->said = 0;
  phrase->left_out = phrase->left_out_end = NULL;
  while (*scanner.at)
    if (!scan_next (&scanner))
      return FALSE;

  memset (&phrase->tokens[phrase->n_tokens], 0, sizeof *phrase->tokens);
  phrase->tokens[phrase->n_tokens].start = phrase->tokens[phrase->n_tokens].end = scanner.at;
  return phrase->n_tokens > 0;
}
