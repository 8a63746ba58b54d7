/* date-take.c - years, months, days and seasons in a phrase
 *
 * The order of numbers is the day first; only a number above 12 makes another order certain.
 * Invariant: a function that returns FALSE leaves the phrase where it was.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

#define WINTER 24

/**
 * fonds_phrase_peek:
 * @phrase: a phrase
 * @ahead: 0 for the next token
 *
 * Returns: (transfer none): a token; beyond the last one the end
 */
const FondsDateToken *
fonds_phrase_peek (const FondsPhrase *phrase, int ahead)
{
  return &phrase->tokens[CLAMP (phrase->at + ahead, 0, phrase->n_tokens)];
}

/**
 * fonds_phrase_take:
 * @phrase: a phrase
 * @kind: a kind of token
 *
 * Returns: whether the next token was of that kind; it is taken then
 */
gboolean
fonds_phrase_take (FondsPhrase *phrase, FondsDateTokenKind kind)
{
  if (fonds_phrase_peek (phrase, 0)->kind != kind)
    return FALSE;

  phrase->at++;
  return TRUE;
}

/**
 * fonds_phrase_take_word:
 * @phrase: a phrase
 * @word: a kind of word
 *
 * Returns: whether the next token was such a word; it is taken then
 */
gboolean
fonds_phrase_take_word (FondsPhrase *phrase, FondsDateWord word)
{
  return fonds_phrase_peek (phrase, 0)->word == word &&
         fonds_phrase_take (phrase, FONDS_DATE_TOKEN_WORD);
}

/**
 * fonds_phrase_assume:
 * @phrase: a phrase
 * @said: what is assumed in reading it
 */
void
fonds_phrase_assume (FondsPhrase *phrase, FondsDateSaid said)
{
  phrase->said |= 1u << said;
}

static gboolean
is_number (const FondsDateToken *token, int least_digits, int most_digits)
{
  return token->kind == FONDS_DATE_TOKEN_NUMBER && token->unknown == 0 &&
         token->digits >= least_digits && token->digits <= most_digits;
}

static gboolean
is_month (const FondsDateToken *token)
{
  return token->kind == FONDS_DATE_TOKEN_WORD && token->word == FONDS_DATE_WORD_MONTH;
}

/* A year after a month, whatever stands between: "May, 1917", "мая в 1917". */
static void
take_year (FondsPhrase *phrase, FondsDatePoint *point)
{
  int start = phrase->at;

  while (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA) ||
         fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DOT) ||
         fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE))
    ;
  if (is_number (fonds_phrase_peek (phrase, 0), 4, 4))
    {
      point->year = fonds_phrase_peek (phrase, 0)->value;
      phrase->at++;
    }
  else
    phrase->at = start;
}

/* Any of the signs that join the numbers of one date. */
static gboolean
is_joint (const FondsDateToken *token)
{
  return (token->kind == FONDS_DATE_TOKEN_DASH || token->kind == FONDS_DATE_TOKEN_SLASH ||
          token->kind == FONDS_DATE_TOKEN_DOT) &&
         !token->spaced;
}

/* number, joint, number or Roman month, joint, number: tokens 0 to 4 with the same joint. */
static gboolean
is_triple (FondsPhrase *phrase)
{
  const FondsDateToken *first = fonds_phrase_peek (phrase, 1);
  const FondsDateToken *second = fonds_phrase_peek (phrase, 3);
  const FondsDateToken *middle = fonds_phrase_peek (phrase, 2);

  return is_joint (first) && is_joint (second) && first->kind == second->kind &&
         (is_number (middle, 1, 2) ||
          (middle->kind == FONDS_DATE_TOKEN_WORD && middle->roman >= 1 && middle->roman <= 12)) &&
         fonds_phrase_peek (phrase, 4)->kind == FONDS_DATE_TOKEN_NUMBER;
}

static gboolean
take_triple (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *first = fonds_phrase_peek (phrase, 0);
  const FondsDateToken *middle = fonds_phrase_peek (phrase, 2);
  const FondsDateToken *last = fonds_phrase_peek (phrase, 4);
  int month = middle->kind == FONDS_DATE_TOKEN_WORD ? middle->roman : middle->value;

  if (!is_triple (phrase))
    return FALSE;
  if (is_number (first, 4, 4) && is_number (last, 1, 2))
    {
      *point = (FondsDatePoint){ first->value, month, last->value, 0, FALSE, FALSE };
      /* 2016-00-00 and 2016-05-00 are what some programs write for the year and month alone. */
      if (point->month == 0 || point->day == 0)
        fonds_phrase_assume (phrase, FONDS_DATE_SAID_ZEROS);
    }
  else if (is_number (first, 1, 2) && is_number (last, 4, 4) && month > 12 && first->value <= 12)
    *point = (FondsDatePoint){ last->value, first->value, month, 0, FALSE, FALSE };
  else if (is_number (first, 1, 2) && is_number (last, 4, 4))
    {
      *point = (FondsDatePoint){ last->value, month, first->value, 0, FALSE, FALSE };
      if (first->value <= 12 && first->value != month && middle->kind == FONDS_DATE_TOKEN_NUMBER)
        fonds_phrase_assume (phrase, FONDS_DATE_SAID_DAY_FIRST);
      if (first->value == 0 || month == 0)
        return FALSE;
    }
  else
    return FALSE;

  phrase->at += 5;
  return TRUE;
}

/* 05.1917, V.1917 */
static gboolean
take_month_and_year (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *first = fonds_phrase_peek (phrase, 0);
  const FondsDateToken *joint = fonds_phrase_peek (phrase, 1);
  const FondsDateToken *year = fonds_phrase_peek (phrase, 2);
  int month = first->kind == FONDS_DATE_TOKEN_WORD ? first->roman : first->value;

  if (!is_joint (joint) || joint->kind == FONDS_DATE_TOKEN_DASH || !is_number (year, 4, 4) ||
      month < 1 || month > 12 || !(first->kind == FONDS_DATE_TOKEN_WORD || is_number (first, 1, 2)))
    return FALSE;

  *point = (FondsDatePoint){ year->value, month, 0, 0, FALSE, FALSE };
  phrase->at += 3;
  return TRUE;
}

static void
skip_joint (FondsPhrase *phrase)
{
  if (is_joint (fonds_phrase_peek (phrase, 0)))
    phrase->at++;
}

/* 5 May 1917, 5. Mai, 9-Jun-1999, 5th of May; @phrase stands at the day. */
static gboolean
take_day_and_month (FondsPhrase *phrase, FondsDatePoint *point)
{
  int start = phrase->at;

  *point = (FondsDatePoint){ FONDS_DATE_NO_YEAR, 0, 0, 0, FALSE, FALSE };
  point->day = fonds_phrase_peek (phrase, 0)->value;
  phrase->at++;
  skip_joint (phrase);
  while (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL) ||
         fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE))
    ;
  if (point->day < 1 || point->day > 31 || !is_month (fonds_phrase_peek (phrase, 0)))
    {
      phrase->at = start;
      return FALSE;
    }

  point->month = fonds_phrase_peek (phrase, 0)->value;
  phrase->at++;
  if (is_joint (fonds_phrase_peek (phrase, 0)) && is_number (fonds_phrase_peek (phrase, 1), 4, 4) &&
      fonds_phrase_peek (phrase, 0)->kind == fonds_phrase_peek (phrase, -2)->kind)
    phrase->at++;
  take_year (phrase, point);
  return TRUE;
}

/* May 1917, May 5, 1917, May 5 */
static gboolean
take_month_first (FondsPhrase *phrase, FondsDatePoint *point)
{
  *point = (FondsDatePoint){ FONDS_DATE_NO_YEAR, 0, 0, 0, FALSE, FALSE };
  point->month = fonds_phrase_peek (phrase, 0)->value;
  phrase->at++;
  if (is_number (fonds_phrase_peek (phrase, 0), 1, 2))
    {
      point->day = fonds_phrase_peek (phrase, 0)->value;
      phrase->at++;
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL);
    }
  take_year (phrase, point);

  return TRUE;
}

/* spring of 1917, winter 1917/18, which began in 1917 */
static gboolean
take_season (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *next;

  *point = (FondsDatePoint){ FONDS_DATE_NO_YEAR, 0, 0, 0, FALSE, FALSE };
  point->month = fonds_phrase_peek (phrase, 0)->value;
  phrase->at++;
  take_year (phrase, point);
  next = fonds_phrase_peek (phrase, 1);
  if (point->month == WINTER && point->year != FONDS_DATE_NO_YEAR &&
      is_joint (fonds_phrase_peek (phrase, 0)) &&
      ((is_number (next, 2, 2) && next->value == (point->year + 1) % 100) ||
       (is_number (next, 4, 4) && next->value == point->year + 1)))
    phrase->at += 2;

  return TRUE;
}

/* The month of 1917-11, unless it is the short end of a range: 1917-18, c.1809-10. */
static gboolean
is_month_of_year (FondsPhrase *phrase)
{
  const FondsDateToken *year = fonds_phrase_peek (phrase, 0);
  const FondsDateToken *dash = fonds_phrase_peek (phrase, 1);
  const FondsDateToken *month = fonds_phrase_peek (phrase, 2);
  const FondsDateToken *before = fonds_phrase_peek (phrase, -1);
  gboolean starts = phrase->at == 0 || before->kind == FONDS_DATE_TOKEN_DASH ||
                    before->kind == FONDS_DATE_TOKEN_SLASH;

  if (dash->kind != FONDS_DATE_TOKEN_DASH || *dash->start != '-' || dash->spaced || month->spaced ||
      !is_number (month, 2, 2) || month->value > 12)
    return FALSE;

  return month->value <= year->value % 100 || starts;
}

/* What follows a year may be its month and day: 1917 May 5, 1999-Jun-09, 1917 spring. */
static void
take_rest_of_year (FondsPhrase *phrase, FondsDatePoint *point)
{
  int start = phrase->at;
  const FondsDateToken *next;

  if (fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_DASH)
    skip_joint (phrase);
  next = fonds_phrase_peek (phrase, 0);
  if (next->kind != FONDS_DATE_TOKEN_WORD ||
      (next->word != FONDS_DATE_WORD_MONTH && next->word != FONDS_DATE_WORD_SEASON) ||
      is_number (fonds_phrase_peek (phrase, 1), 4, 4))
    {
      phrase->at = start;
      return;
    }

  point->month = next->value;
  phrase->at++;
  skip_joint (phrase);
  if (next->word == FONDS_DATE_WORD_MONTH && is_number (fonds_phrase_peek (phrase, 0), 1, 2))
    {
      point->day = fonds_phrase_peek (phrase, 0)->value;
      phrase->at++;
    }
}

static gboolean
take_year_first (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *year = fonds_phrase_peek (phrase, 0);

  *point = (FondsDatePoint){ year->value, 0, 0, year->unknown, FALSE, FALSE };
  if (year->unknown == 0 && is_month_of_year (phrase))
    {
      point->month = fonds_phrase_peek (phrase, 2)->value;
      phrase->at += 3;
      if (point->month == 0)
        fonds_phrase_assume (phrase, FONDS_DATE_SAID_ZEROS);
      return TRUE;
    }

  phrase->at++;
  if (year->unknown == 0)
    take_rest_of_year (phrase, point);
  if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_BCE))
    point->year = 1 - point->year;
  return TRUE;
}

/* A day whose month comes later: 10-12 May, 12/25 December, 5, 1918 after "January 1 -". */
static gboolean
take_lone_day (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 1);
  int value = fonds_phrase_peek (phrase, 0)->value;

  *point = (FondsDatePoint){ FONDS_DATE_NO_YEAR, 0, value, 0, FALSE, FALSE };
  if (value < 1 || value > 31)
    return FALSE;
  if (next->kind == FONDS_DATE_TOKEN_COMMA && is_number (fonds_phrase_peek (phrase, 2), 4, 4))
    {
      phrase->at++;
      take_year (phrase, point);
      return TRUE;
    }
  if (next->kind != FONDS_DATE_TOKEN_DASH && next->kind != FONDS_DATE_TOKEN_SLASH &&
      next->kind != FONDS_DATE_TOKEN_OPEN)
    return FALSE;

  phrase->at++;
  return TRUE;
}

/* 20160501, as EAD normalises days. */
static gboolean
take_packed (FondsPhrase *phrase, FondsDatePoint *point)
{
  int value = fonds_phrase_peek (phrase, 0)->value;

  *point = (FondsDatePoint){ value / 10000, value / 100 % 100, value % 100, 0, FALSE, FALSE };
  phrase->at++;
  return TRUE;
}

/* A year of few digits is one only with its era: 79 CE, AD 79, 587 BCE. */
static gboolean
take_early_year (FondsPhrase *phrase, FondsDatePoint *point)
{
  FondsDateWord era = fonds_phrase_peek (phrase, 1)->word;
  int value = fonds_phrase_peek (phrase, 0)->value;
  gboolean era_first = phrase->at > 0 && phrase->tokens[phrase->at - 1].word == FONDS_DATE_WORD_CE;

  if (era != FONDS_DATE_WORD_BCE && era != FONDS_DATE_WORD_CE && !era_first)
    return FALSE;

  *point = (FondsDatePoint){ 0 };
  point->year = era == FONDS_DATE_WORD_BCE ? 1 - value : value;
  phrase->at += era_first ? 1 : 2;
  return TRUE;
}

/**
 * fonds_phrase_take_point:
 * @phrase: a phrase that stands at a number, month or season
 * @point: (out): the date; it may still lack a year or month that stands elsewhere
 *
 * Returns: whether there was a date
 */
gboolean
fonds_phrase_take_point (FondsPhrase *phrase, FondsDatePoint *point)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);

  if (next->kind == FONDS_DATE_TOKEN_WORD && next->word == FONDS_DATE_WORD_MONTH)
    return take_month_first (phrase, point);
  if (next->kind == FONDS_DATE_TOKEN_WORD && next->word == FONDS_DATE_WORD_SEASON)
    return take_season (phrase, point);
  if (next->kind == FONDS_DATE_TOKEN_WORD && next->roman > 0)
    return take_month_and_year (phrase, point);
  if (next->kind != FONDS_DATE_TOKEN_NUMBER)
    return FALSE;

  if (take_triple (phrase, point))
    return TRUE;
  if (next->digits == 8)
    return take_packed (phrase, point);
  if (next->digits == 4)
    return take_year_first (phrase, point);
  if (next->unknown > 0)
    return FALSE;

  return take_early_year (phrase, point) || take_month_and_year (phrase, point) ||
         (next->digits <= 2 &&
          (take_day_and_month (phrase, point) || take_lone_day (phrase, point)));
}
