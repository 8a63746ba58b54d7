/* date-period.c - centuries, decades and their parts, and Hebrew dates, in a phrase
 *
 * Thirds of a century, "early", "mid", "late", are ours and are marked as approximate. A Hebrew
 * date becomes the civil days on which most of it fell.
 * Invariant: a function that returns FALSE leaves the phrase where it was.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

/* Hebrew years that a number of four digits may mean: 1240 to 2239 CE. */
#define HEBREW_FIRST 5000
#define HEBREW_LAST 5999
/* The letters of a year alone are at least ש, so that no page number becomes one. */
#define HEBREW_LEAST_LETTERS 300
#define FIRST_MONTH_OF_SPRING 5

typedef struct
{
  int part, parts; /* the second of two; 0 for the whole */
  gboolean circa;
  const FondsDateToken *token;
} Part;

/* "first half of the", "early", "late" */
static void
take_part (FondsPhrase *phrase, Part *part)
{
  static const FondsDateWord thirds[] = { FONDS_DATE_WORD_EARLY, FONDS_DATE_WORD_MIDDLE,
                                          FONDS_DATE_WORD_LATE };
  int start = phrase->at, numeral = 0;
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);

  *part = (Part){ 0, 0, FALSE, next };
  for (int i = 0; i < 3; i++)
    if (fonds_phrase_take_word (phrase, thirds[i]))
      *part = (Part){ i + 1, 3, TRUE, next };
  if (next->kind == FONDS_DATE_TOKEN_WORD && next->word == FONDS_DATE_WORD_NUMERAL)
    numeral = next->value;
  else if (next->kind == FONDS_DATE_TOKEN_NUMBER && next->digits == 1 &&
           fonds_phrase_peek (phrase, 1)->word == FONDS_DATE_WORD_ORDINAL)
    numeral = next->value;
  if (numeral > 0)
    {
      phrase->at += next->kind == FONDS_DATE_TOKEN_WORD ? 1 : 2;
      if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_HALF))
        *part = (Part){ numeral, 2, FALSE, next };
      else if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_THIRD))
        *part = (Part){ numeral, 3, FALSE, next };
      else if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_QUARTER))
        *part = (Part){ numeral, 4, FALSE, next };
      else
        phrase->at = start;
    }
  if (part->parts > 0)
    while (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE))
      ;
  if (part->part > MAX (part->parts, 0))
    part->parts = -1;
}

/* 19, 19th, XIX, י״ט; 0 if no century is numbered so. */
static int
take_century_number (FondsPhrase *phrase)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);
  int number = 0;

  if (next->kind == FONDS_DATE_TOKEN_NUMBER && next->digits <= 2)
    number = next->value;
  else if (next->kind == FONDS_DATE_TOKEN_WORD)
    number = next->roman > 0 ? next->roman : next->letters;
  if (number < 1 || number > 21)
    return 0;

  phrase->at++;
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL);
  return number;
}

/* The English "19th c." is written with the letter of "circa". */
static gboolean
take_century_word (FondsPhrase *phrase)
{
  return fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CENTURY) ||
         (fonds_phrase_peek (phrase, -1)->word == FONDS_DATE_WORD_ORDINAL &&
          fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CIRCA));
}

/* "19th century", "XIX-XX вв.", "המאה ה־19": @last is the same number unless two are named. With a
   part, the word may come later: "кон. XIX - нач. XX в." */
static gboolean
take_century (FondsPhrase *phrase, gboolean has_part, int *first, int *last)
{
  int start = phrase->at;
  gboolean is_roman = fonds_phrase_peek (phrase, 0)->roman > 0;

  if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CENTURY))
    {
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE);
      fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DASH);
      *first = *last = take_century_number (phrase);
      if (*first > 0)
        return TRUE;
    }
  else
    {
      *first = *last = take_century_number (phrase);
      if (*first > 0 && has_part && is_roman &&
          fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_DASH)
        return TRUE;
      if (*first > 0 && fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DASH))
        *last = take_century_number (phrase);
      if (*first > 0 && *last >= *first && take_century_word (phrase))
        return TRUE;
    }

  phrase->at = start;
  return FALSE;
}

static FondsDatePoint
year_point (int year, int unknown, gboolean circa)
{
  FondsDatePoint point = { year, 0, 0, unknown, circa, FALSE };

  return point;
}

/* The years of a part are counted from 1, as centuries are: 1801 to 1850. */
static void
set_part (FondsDateSide *side, int century, const Part *part)
{
  int before = 100 * (century - 1);

  side->is_range = TRUE;
  side->first = year_point (before + 100 * (part->part - 1) / part->parts + 1, 0, part->circa);
  side->last = year_point (before + 100 * part->part / part->parts, 0, part->circa);
}

static gboolean
take_centuries (FondsPhrase *phrase, const Part *part, FondsDateSide *side)
{
  int first, last;

  if (!take_century (phrase, part->parts > 0, &first, &last))
    return FALSE;

  side->is_range = first != last;
  side->first = year_point (100 * (first - 1), 2, FALSE);
  side->last = year_point (100 * (last - 1), 2, FALSE);
  if (fonds_phrase_take_word (phrase, FONDS_DATE_WORD_BCE))
    {
      side->is_range = TRUE;
      side->first = year_point (1 - 100 * first, 0, FALSE);
      side->last = year_point (-100 * (first - 1), 0, FALSE);
      return first == last && part->parts == 0;
    }
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CE);
  fonds_phrase_assume (phrase, part->parts > 0 ? FONDS_DATE_SAID_PART : FONDS_DATE_SAID_CENTURY);
  if (part->parts > 0)
    set_part (side, first, part);

  return part->parts == 0 || first == last;
}

static gboolean
is_decade (const FondsDateToken *token, int digits)
{
  return token->kind == FONDS_DATE_TOKEN_NUMBER && token->digits == digits && token->unknown == 0 &&
         token->value % 10 == 0;
}

/* 1890s, 1890-е, 1890-cı illər, 1910-20-е, שנות ה־1920 */
static gboolean
take_decades (FondsPhrase *phrase, FondsDateSide *side)
{
  int start = phrase->at;
  gboolean word_first = fonds_phrase_take_word (phrase, FONDS_DATE_WORD_DECADE);
  const FondsDateToken *first, *last;

  if (word_first)
    {
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE);
      fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DASH);
    }
  first = last = fonds_phrase_peek (phrase, 0);
  phrase->at++;
  if (is_decade (first, 4) &&
      (is_decade (fonds_phrase_peek (phrase, 1), 2) ||
       is_decade (fonds_phrase_peek (phrase, 1), 4)) &&
      fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DASH))
    {
      last = fonds_phrase_peek (phrase, 0);
      phrase->at++;
    }
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL);
  if (!is_decade (first, 4) ||
      !(word_first || fonds_phrase_take_word (phrase, FONDS_DATE_WORD_DECADE)))
    {
      phrase->at = start;
      return FALSE;
    }

  side->is_range = first != last;
  side->first = year_point (first->value, 1, FALSE);
  side->last = year_point (last->digits == 4 ? last->value : first->value / 100 * 100 + last->value,
                           1, FALSE);
  if (first->value % 100 == 0)
    fonds_phrase_assume (phrase, FONDS_DATE_SAID_DECADE);
  return TRUE;
}

/**
 * fonds_phrase_take_period:
 * @phrase: a phrase
 * @side: (out): the period
 *
 * Returns: whether a century, a decade or a part of one came next
 */
gboolean
fonds_phrase_take_period (FondsPhrase *phrase, FondsDateSide *side)
{
  int start = phrase->at;
  Part part;

  take_part (phrase, &part);
  if (part.parts >= 0 && take_centuries (phrase, &part, side))
    return TRUE;
  if (part.parts >= 0 && take_decades (phrase, side))
    {
      /* EDTF has no thirds of a decade; the word is left out and named. */
      if (part.parts > 0)
        {
          fonds_phrase_assume (phrase, FONDS_DATE_SAID_LEFT_OUT);
          phrase->left_out = part.token->start;
          phrase->left_out_end = part.token->end;
        }
      return TRUE;
    }

  phrase->at = start;
  return FALSE;
}

/* 5678, תרע״ח; 0 if no Hebrew year comes next. */
static int
take_hebrew_year (FondsPhrase *phrase)
{
  const FondsDateToken *next;
  int year = 0;

  while (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_COMMA) ||
         fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE))
    ;
  next = fonds_phrase_peek (phrase, 0);
  if (next->kind == FONDS_DATE_TOKEN_NUMBER && next->digits == 4 && next->unknown == 0)
    year = next->value;
  else if (next->letters >= HEBREW_LEAST_LETTERS)
    year = next->letters < 1000 ? next->letters + HEBREW_FIRST : next->letters;
  if (year < HEBREW_FIRST || year > HEBREW_LAST)
    return 0;

  phrase->at++;
  return year;
}

static void
set_days (FondsPhrase *phrase, gint64 from, gint64 to, FondsDateSide *side)
{
  side->is_range = from != to;
  side->first = fonds_date_point_from_day (from);
  side->last = fonds_date_point_from_day (to);
  phrase->calendar = FONDS_CALENDAR_HEBREW;
  fonds_phrase_assume (phrase, FONDS_DATE_SAID_HEBREW);
}

/* Pesach 5678, Hanukkah 1910. Those of autumn and winter fall before the civil New Year. */
static gboolean
take_festival (FondsPhrase *phrase, FondsDateSide *side)
{
  int festival = fonds_phrase_peek (phrase, 0)->value, month = festival / 10000, year;
  const FondsDateToken *next;
  gint64 day;

  if (!fonds_phrase_take_word (phrase, FONDS_DATE_WORD_FESTIVAL))
    return FALSE;
  year = take_hebrew_year (phrase);
  next = fonds_phrase_peek (phrase, 0);
  if (year == 0 && next->kind == FONDS_DATE_TOKEN_NUMBER && next->digits == 4 && !next->unknown)
    {
      year = next->value + (month < FIRST_MONTH_OF_SPRING ? 3761 : 3760);
      phrase->at++;
    }
  if (year < HEBREW_FIRST - 2000)
    return FALSE;
  if (month == FONDS_HEBREW_ADAR_II && !fonds_hebrew_is_leap (year))
    month = FONDS_HEBREW_ADAR;

  day = fonds_day_from_hebrew (year, month, festival / 100 % 100);
  set_days (phrase, day, day + festival % 100 - 1, side);
  return TRUE;
}

/* A day of the month in digits or letters; 0 if there is none. */
static int
take_hebrew_day (FondsPhrase *phrase)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);
  int day = 0;

  if (next->kind == FONDS_DATE_TOKEN_NUMBER && next->digits <= 2)
    day = next->value;
  else if (next->kind == FONDS_DATE_TOKEN_WORD && next->marked)
    day = next->letters;
  if (day < 1 || day > 30)
    return 0;

  phrase->at++;
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL);
  return day;
}

/* Which Adar: "II", "ב׳"; 0 if that is not said. */
static int
take_adar_number (FondsPhrase *phrase)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);
  int number = next->marked ? next->letters : next->roman;

  if (next->kind != FONDS_DATE_TOKEN_WORD || number < 1 || number > 2)
    return 0;

  phrase->at++;
  return number;
}

/* Adar alone is in a leap year one of the two: the days of both; but only the first has a 30th. */
static gboolean
set_hebrew (FondsPhrase *phrase, int year, int month, int adar, int day, FondsDateSide *side)
{
  int last_month = month;

  if (month == FONDS_HEBREW_ADAR && fonds_hebrew_is_leap (year) && adar != 1)
    {
      last_month = adar == 0 && day == 30 ? month : FONDS_HEBREW_ADAR_II;
      month = adar == 2 ? FONDS_HEBREW_ADAR_II : month;
    }
  else if (month == FONDS_HEBREW_ADAR && adar > 0 && !fonds_hebrew_is_leap (year))
    return FALSE;
  if (day > fonds_calendar_month_length (FONDS_CALENDAR_HEBREW, year, month))
    return FALSE;

  set_days (phrase, fonds_day_from_hebrew (year, month, MAX (day, 1)),
            fonds_day_from_hebrew (year, last_month,
                                   day > 0 ? day
                                           : fonds_calendar_month_length (FONDS_CALENDAR_HEBREW,
                                                                          year, last_month)),
            side);
  return TRUE;
}

/* 15 Shevat 5679, ט״ו בשבט תרע״ט, Adar II 5679 */
static gboolean
take_hebrew_month (FondsPhrase *phrase, FondsDateSide *side)
{
  int day = take_hebrew_day (phrase), month = fonds_phrase_peek (phrase, 0)->value, adar = 0;
  int year;

  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE);
  month = fonds_phrase_peek (phrase, 0)->value;
  if (!fonds_phrase_take_word (phrase, FONDS_DATE_WORD_HEBREW_MONTH))
    return FALSE;
  if (month == FONDS_HEBREW_ADAR)
    adar = take_adar_number (phrase);
  if (day == 0)
    day = take_hebrew_day (phrase);
  year = take_hebrew_year (phrase);

  return year > 0 && set_hebrew (phrase, year, month, adar, day, side);
}

/* A Hebrew year alone: in letters with their mark, or a number that no other calendar has had. */
static gboolean
take_lone_hebrew_year (FondsPhrase *phrase, FondsDateSide *side)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);
  int year;

  if (next->kind != FONDS_DATE_TOKEN_NUMBER && !next->marked)
    return FALSE;
  year = take_hebrew_year (phrase);
  if (year == 0)
    return FALSE;

  set_days (phrase, fonds_day_from_hebrew (year, 1, 1), fonds_day_from_hebrew (year, 13, 29), side);
  return TRUE;
}

/**
 * fonds_phrase_take_hebrew:
 * @phrase: a phrase
 * @side: (out): the days
 *
 * Returns: whether a Hebrew year, month, day or a festival came next
 */
gboolean
fonds_phrase_take_hebrew (FondsPhrase *phrase, FondsDateSide *side)
{
  int start = phrase->at;

  if (take_festival (phrase, side))
    return TRUE;
  phrase->at = start;
  if (take_hebrew_month (phrase, side))
    return TRUE;
  phrase->at = start;
  if (take_lone_hebrew_year (phrase, side))
    return TRUE;

  phrase->at = start;
  return FALSE;
}
