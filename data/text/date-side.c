/* date-side.c - one date of a phrase with all that stands around it, and a range of two
 *
 * "about", "?", a second calendar, a shortened year: "c.1775-80", "25 Oct. (7 Nov.) 1917".
 * Invariant: calendars are only named by the phrase itself; a pair of days is one only if both
 * calendars agree on it.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

/**
 * fonds_phrase_leave_out:
 * @phrase: a phrase
 * @from: the first token that is left out
 * @to: the last one
 *
 * Notes that words were left out; only the first such words are told.
 */
void
fonds_phrase_leave_out (FondsPhrase *phrase, const FondsDateToken *from, const FondsDateToken *to)
{
  fonds_phrase_assume (phrase, FONDS_DATE_SAID_LEFT_OUT);
  if (!phrase->left_out)
    {
      phrase->left_out = from->start;
      phrase->left_out_end = to->end;
    }
}

/**
 * fonds_phrase_take_noise:
 * @phrase: a phrase
 *
 * Returns: whether the next word says nothing; it is taken then
 */
gboolean
fonds_phrase_take_noise (FondsPhrase *phrase)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0);

  return fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NOISE) ||
         fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CE) ||
         (next->value == 1 && fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CENTURY));
}

/* "first published", "engraved" at the beginning: what happened is for another field. */
static gboolean
take_event (FondsPhrase *phrase)
{
  const FondsDateToken *first = fonds_phrase_peek (phrase, 0);
  int start = phrase->at;

  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NUMERAL);
  if (!fonds_phrase_take_word (phrase, FONDS_DATE_WORD_EVENT))
    {
      phrase->at = start;
      return FALSE;
    }
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_UNTIL);

  fonds_phrase_leave_out (phrase, first, fonds_phrase_peek (phrase, -1));
  return TRUE;
}

static void
take_marks_before (FondsPhrase *phrase, gboolean *circa, gboolean *uncertain)
{
  for (;;)
    {
      if (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_TILDE) ||
          fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CIRCA))
        *circa = TRUE;
      else if (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_QUESTION) ||
               fonds_phrase_take_word (phrase, FONDS_DATE_WORD_PROBABLY))
        *uncertain = TRUE;
      else if (!fonds_phrase_take_noise (phrase) && !take_event (phrase))
        return;
    }
}

/* "1900?", "1900 (?)", "1900 approx.", "1900-cü il" */
static void
take_marks_after (FondsPhrase *phrase, gboolean *circa, gboolean *uncertain)
{
  for (;;)
    {
      if (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_QUESTION))
        *uncertain = TRUE;
      else if (fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_OPEN &&
               fonds_phrase_peek (phrase, 1)->kind == FONDS_DATE_TOKEN_QUESTION &&
               fonds_phrase_peek (phrase, 2)->kind == FONDS_DATE_TOKEN_CLOSE)
        {
          *uncertain = TRUE;
          phrase->at += 3;
        }
      else if (fonds_phrase_peek (phrase, 1)->kind == FONDS_DATE_TOKEN_END &&
               (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_TILDE) ||
                fonds_phrase_take_word (phrase, FONDS_DATE_WORD_CIRCA)))
        *circa = TRUE;
      else if (!fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DOT) &&
               !fonds_phrase_take_noise (phrase) &&
               !fonds_phrase_take_word (phrase, FONDS_DATE_WORD_ORDINAL))
        return;
    }
}

static gboolean
is_full (const FondsDatePoint *point)
{
  return point->year != FONDS_DATE_NO_YEAR && point->month >= 1 && point->month <= 12 &&
         point->day > 0 && point->unknown == 0;
}

static gint64
julian_day (const FondsDatePoint *point)
{
  return fonds_day_from_julian (point->year, point->month, point->day);
}

static gboolean
is_julian (const FondsDatePoint *point)
{
  return is_full (point) && point->year > 0 &&
         point->day <=
             fonds_calendar_month_length (FONDS_CALENDAR_JULIAN, point->year, point->month);
}

/* Converts a day of the old style. A Julian month or year stays as it is written. */
static gboolean
settle (FondsPhrase *phrase, FondsDatePoint *point, gboolean is_old)
{
  FondsDatePoint day;

  if (!is_old)
    return TRUE;
  phrase->calendar = FONDS_CALENDAR_JULIAN;
  if (point->day == 0)
    {
      fonds_phrase_assume (phrase, FONDS_DATE_SAID_JULIAN_KEPT);
      return TRUE;
    }
  if (!is_julian (point))
    return FALSE;

  day = fonds_date_point_from_day (julian_day (point));
  day.circa = point->circa;
  day.uncertain = point->uncertain;
  *point = day;
  fonds_phrase_assume (phrase, FONDS_DATE_SAID_JULIAN);
  return TRUE;
}

/* 25 Oct. (7 Nov.) 1917, 12/25 December 1905: one day in two calendars, or no pair at all. */
static gboolean
take_pair (FondsPhrase *phrase, FondsDateSide *side)
{
  int start = phrase->at;
  FondsDatePoint old = side->first, new;
  gboolean bracket = fonds_phrase_take (phrase, FONDS_DATE_TOKEN_OPEN);

  if ((bracket || fonds_phrase_take (phrase, FONDS_DATE_TOKEN_SLASH)) &&
      (fonds_phrase_take_point (phrase, &new) ||
       (bracket && fonds_phrase_peek (phrase, 0)->kind == FONDS_DATE_TOKEN_NUMBER)))
    {
      FondsDatePoint tail;

      if (phrase->tokens[phrase->at].kind == FONDS_DATE_TOKEN_NUMBER &&
          fonds_phrase_peek (phrase, -1)->kind == FONDS_DATE_TOKEN_OPEN)
        {
          new = (FondsDatePoint){
            FONDS_DATE_NO_YEAR, 0, fonds_phrase_peek (phrase, 0)->value, 0, FALSE, FALSE
          };
          phrase->at++;
        }
      while (fonds_phrase_take_noise (phrase))
        ;
      bracket = bracket && fonds_phrase_take (phrase, FONDS_DATE_TOKEN_CLOSE);
      if (bracket && fonds_phrase_take_point (phrase, &tail))
        fonds_date_point_share (&new, &tail);
      fonds_date_point_share (&old, &new);
      fonds_date_point_share (&new, &old);
      if (is_julian (&old) && is_full (&new) && fonds_date_point_is_valid (&new) &&
          julian_day (&old) == fonds_day_from_gregorian (new.year, new.month, new.day))
        {
          side->first = old;
          side->is_old = TRUE;
          return TRUE;
        }
    }

  phrase->at = start;
  return FALSE;
}

/* "O.S.", "(ст. ст.)", "по старому стилю" say which calendar a date is of. */
static gboolean
take_style (FondsPhrase *phrase, gboolean *old)
{
  int start = phrase->at;
  gboolean bracket = fonds_phrase_take (phrase, FONDS_DATE_TOKEN_OPEN), found;

  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_UNTIL);
  *old = fonds_phrase_take_word (phrase, FONDS_DATE_WORD_OLD_STYLE);
  found = *old || fonds_phrase_take_word (phrase, FONDS_DATE_WORD_NEW_STYLE);
  if (!found && fonds_phrase_peek (phrase, 1)->word == FONDS_DATE_WORD_STYLE &&
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_STYLE))
    *old = found = TRUE;
  fonds_phrase_take_word (phrase, FONDS_DATE_WORD_STYLE);
  if (!found || (bracket && !fonds_phrase_take (phrase, FONDS_DATE_TOKEN_CLOSE)))
    {
      phrase->at = start;
      return FALSE;
    }

  return TRUE;
}

static void
take_calendar (FondsPhrase *phrase, FondsDateSide *side)
{
  gboolean old;

  if (!take_pair (phrase, side) && take_style (phrase, &old))
    side->is_old |= old;
}

static void
mark (FondsDateSide *side, gboolean circa, gboolean uncertain)
{
  side->first.circa |= circa;
  side->last.circa |= circa;
  side->first.uncertain |= uncertain;
  side->last.uncertain |= uncertain;
}

/* The end of 1915-16, 1843-4, "1860 or 63". */
static gboolean
take_short_year (FondsPhrase *phrase, const FondsDatePoint *short_of, FondsDateSide *side)
{
  const FondsDateToken *next = fonds_phrase_peek (phrase, 0),
                       *after = fonds_phrase_peek (phrase, 1);
  int power = next->digits == 1 ? 10 : 100;

  if (!short_of || short_of->month > 0 || short_of->year <= 0 ||
      short_of->year == FONDS_DATE_NO_YEAR || short_of->unknown > 0 ||
      next->kind != FONDS_DATE_TOKEN_NUMBER || next->digits > 2 || next->unknown > 0 ||
      after->word == FONDS_DATE_WORD_MONTH || after->word == FONDS_DATE_WORD_CENTURY ||
      after->word == FONDS_DATE_WORD_ORDINAL || after->kind == FONDS_DATE_TOKEN_DOT)
    return FALSE;

  *side = (FondsDateSide){ 0 };
  side->first.year = short_of->year / power * power + next->value;
  if (side->first.year <= short_of->year)
    return FALSE;
  phrase->at++;
  side->is_short = TRUE;
  fonds_phrase_assume (phrase, FONDS_DATE_SAID_SHORT_YEAR);
  return TRUE;
}

/**
 * fonds_phrase_take_side:
 * @phrase: a phrase
 * @short_of: (nullable): a point whose year completes a year of one or two digits
 * @side: (out): a date or a period with its marks
 *
 * Returns: whether there was one
 */
gboolean
fonds_phrase_take_side (FondsPhrase *phrase, const FondsDatePoint *short_of, FondsDateSide *side)
{
  gboolean circa = FALSE, uncertain = FALSE;

  *side = (FondsDateSide){ 0 };
  take_marks_before (phrase, &circa, &uncertain);
  if (!take_short_year (phrase, short_of, side) && !fonds_phrase_take_hebrew (phrase, side) &&
      !fonds_phrase_take_period (phrase, side) && !fonds_phrase_take_point (phrase, &side->first))
    return FALSE;
  take_calendar (phrase, side);
  side->circa_leads = circa;
  side->uncertain_leads = uncertain;
  take_marks_after (phrase, &circa, &uncertain);
  take_calendar (phrase, side);
  take_marks_after (phrase, &circa, &uncertain);
  mark (side, circa, uncertain);

  side->written = side->first;
  return side->first.year == FONDS_DATE_NO_YEAR || settle (phrase, &side->first, side->is_old);
}

/**
 * fonds_date_side_end:
 * @side: a side
 *
 * Returns: (transfer none): its last point
 */
FondsDatePoint *
fonds_date_side_end (FondsDateSide *side)
{
  return side->is_range ? &side->last : &side->first;
}

/**
 * fonds_date_side_join:
 * @phrase: a phrase
 * @side: (inout): where a range begins; on return, the range
 * @end: where it ends
 *
 * Either may complete the other's year and month; an old style named at the end is that of both.
 * "about" before a range is meant for both of its
 * ends, and so is "?" if the second year is shortened: "?1787-8".
 *
 * Returns: whether the range ends after it begins
 */
gboolean
fonds_date_side_join (FondsPhrase *phrase, FondsDateSide *side, FondsDateSide *end)
{
  FondsDatePoint first = side->is_range ? side->first : side->written;
  FondsDatePoint last = end->is_range ? end->last : end->written;

  fonds_date_point_share (&first, &last);
  fonds_date_point_share (&last, &first);
  if (first.year == FONDS_DATE_NO_YEAR || !settle (phrase, &first, side->is_old || end->is_old) ||
      !settle (phrase, &last, end->is_old))
    return FALSE;

  if (side->circa_leads && !last.circa)
    fonds_phrase_assume (phrase, FONDS_DATE_SAID_BOTH_ENDS);
  last.circa |= side->circa_leads;
  last.uncertain |= side->uncertain_leads && end->is_short;
  side->first = first;
  side->last = last;
  side->is_range = TRUE;

  return fonds_date_point_order (&first) <= fonds_date_point_order (&last) +
                                                (last.month == 0 ? 32 * 16 : 0) +
                                                (last.day == 0 ? 32 : 0);
}

/**
 * fonds_phrase_take_range_sign:
 * @phrase: a phrase
 *
 * Returns: whether a dash, a slash or "to" came next
 */
gboolean
fonds_phrase_take_range_sign (FondsPhrase *phrase)
{
  int start = phrase->at;

  fonds_phrase_take_noise (phrase);
  if (fonds_phrase_take (phrase, FONDS_DATE_TOKEN_DASH) ||
      fonds_phrase_take (phrase, FONDS_DATE_TOKEN_SLASH) ||
      fonds_phrase_take_word (phrase, FONDS_DATE_WORD_UNTIL))
    return TRUE;

  phrase->at = start;
  return FALSE;
}

/**
 * fonds_phrase_take_span:
 * @phrase: a phrase
 * @short_of: (nullable): as for fonds_phrase_take_side()
 * @side: (out): a side, or the range of two with a dash between
 *
 * Returns: whether there was one; a dash with nothing behind stays in the phrase
 */
gboolean
fonds_phrase_take_span (FondsPhrase *phrase, const FondsDatePoint *short_of, FondsDateSide *side)
{
  FondsDateSide end;
  int start;

  if (!fonds_phrase_take_side (phrase, short_of, side))
    return FALSE;
  start = phrase->at;
  if (!fonds_phrase_take_range_sign (phrase))
    return TRUE;
  if (fonds_phrase_take_side (phrase, fonds_date_side_end (side), &end))
    return fonds_date_side_join (phrase, side, &end);

  phrase->at = start;
  return TRUE;
}
