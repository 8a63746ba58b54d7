/* edtf-days.c - the days that a parsed date covers
 *
 * A date with unspecified digits covers from the first real day of its pattern to the last one; so
 * 1904-02-XX ends on the 29th. Bounds as they are written and bounds for search are kept apart.
 * Thread: any. Ownership: values only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/edtf.h"

#define ALL_OF_YEAR 0xF

/* The months of the divisions of a year, 21 to 41: the first, from 1, and how many. Winters of the
   north and summers of the south end in the next year. */
static const struct
{
  guint8 first, n;
} seasons[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 },           /* 21-24 seasons, taken as northern */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 },           /* 25-28 northern seasons */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },            /* 29-32 southern seasons */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 },           /* 33-36 quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 }, { 1, 6 },  { 7, 6 }, /* 37-39 quadrimesters, 40-41 halves */
};

static gint64
power_of_ten (int exponent)
{
  gint64 power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;

  return power;
}

static int
count_digits (gint64 number)
{
  int n = 1;

  for (; number >= 10; number /= 10)
    n++;

  return n;
}

/**
 * fonds_edtf_date_year:
 * @date: a date
 *
 * Returns: the year with its sign and exponent, unspecified digits being 0
 */
gint64
fonds_edtf_date_year (const FondsEdtfDate *date)
{
  gint64 year = date->parts[FONDS_EDTF_YEAR].value * power_of_ten (date->exponent);

  return date->negative ? -year : year;
}

/* The first and last year by magnitude, then by sign. There is no year -0000. */
static void
find_years (const FondsEdtfDate *date, gint64 *low, gint64 *high)
{
  const FondsEdtfPart *part = &date->parts[FONDS_EDTF_YEAR];
  gint64 near = ABS (fonds_edtf_date_year (date)), far = near;

  if (date->significant > 0)
    {
      int n = date->is_long ? count_digits (near) : 4;
      gint64 step = power_of_ten (MAX (n - date->significant, 0));

      near -= near % step;
      far = near + step - 1;
    }
  for (int i = 0; i < 4; i++)
    if (part->unknown & (1 << i))
      far += 9 * power_of_ten (i);
  if (date->negative)
    near = MAX (near, 1);

  *low = date->negative ? -far : near;
  *high = date->negative ? -near : far;
}

static gboolean
fits (const FondsEdtfPart *part, gint64 number)
{
  gint64 value = part->value;

  for (guint unknown = part->unknown; number > 0 || value > 0; unknown >>= 1)
    {
      if (!(unknown & 1) && number % 10 != value % 10)
        return FALSE;
      number /= 10;
      value /= 10;
    }

  return TRUE;
}

/* The first day of the pattern in a year, counting months and days up or down. */
static gboolean
find_day (const FondsEdtfDate *date, gint64 year, int step, gint64 *found)
{
  for (int month = step > 0 ? 1 : 12; month >= 1 && month <= 12; month += step)
    {
      int length = fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, year, month);

      if (date->n_parts > 1 && !fits (&date->parts[FONDS_EDTF_MONTH], month))
        continue;
      for (int day = step > 0 ? 1 : length; day >= 1 && day <= length; day += step)
        if (date->n_parts < 3 || fits (&date->parts[FONDS_EDTF_DAY], day))
          {
            *found = fonds_day_from_gregorian (year, month, day);
            return TRUE;
          }
    }

  return FALSE;
}

/* The first day of the pattern in the years from one to another, counting up or down. */
static gboolean
find_bound (const FondsEdtfDate *date, gint64 from, gint64 to, int step, gint64 *found)
{
  for (gint64 year = from;; year += step)
    {
      if ((date->is_long || fits (&date->parts[FONDS_EDTF_YEAR], ABS (year))) &&
          find_day (date, year, step, found))
        return TRUE;
      if (year == to)
        return FALSE;
    }
}

static gboolean
find_bounds (const FondsEdtfDate *date, gint64 *from, gint64 *to)
{
  gint64 low, high;

  find_years (date, &low, &high);
  if (date->significant > 0 || fonds_edtf_date_is_season (date))
    {
      int season = fonds_edtf_date_is_season (date) ? (int) date->parts[FONDS_EDTF_MONTH].value : 0;
      int first = season ? seasons[season - 21].first : 1, n = season ? seasons[season - 21].n : 12;
      int last = (first + n - 2) % 12 + 1;

      high += first + n - 1 > 12;
      *from = fonds_day_from_gregorian (low, first, 1);
      *to = fonds_day_from_gregorian (high, last,
                                      fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, high,
                                                                   last));
      return TRUE;
    }

  return find_bound (date, low, high, 1, from) && find_bound (date, high, low, -1, to);
}

static gboolean
is_approximate (char qualifier)
{
  return qualifier == '~' || qualifier == '%';
}

/* How many years "about" is, by how much of the year is known. */
static int
year_margin (const FondsEdtfDate *date)
{
  guint8 unknown = date->parts[FONDS_EDTF_YEAR].unknown;
  gint64 low, high;

  find_years (date, &low, &high);
  if (unknown & 0xC || high - low >= 999)
    return 250;

  return unknown & 0x2 || high - low >= 99 ? 25 : 5;
}

/* Moves a day by whole months; the last day of a month stays the last. */
static gint64
move_months (gint64 day, gint64 months)
{
  FondsCalendarDay split = fonds_day_to_gregorian (day);
  int length = fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, split.year, split.month);
  gint64 moved = 12 * split.year + split.month - 1 + months;
  gint64 year = moved >= 0 ? moved / 12 : -((11 - moved) / 12);
  int month = (int) (moved - 12 * year) + 1;
  int moved_length = fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, year, month);

  return fonds_day_from_gregorian (year, month,
                                   split.day == length ? moved_length
                                                       : MIN (split.day, moved_length));
}

/* A qualifier after a part speaks of all before it too, but its margin is that of the part. */
static void
widen (const FondsEdtfDate *date, FondsDays *days)
{
  gint64 months = 0, extra = 0;

  for (int i = 0; i < date->n_parts; i++)
    {
      if (!is_approximate (date->parts[i].before) && !is_approximate (date->parts[i].after))
        continue;
      if (i == FONDS_EDTF_YEAR)
        months = 12 * year_margin (date);
      else if (i == FONDS_EDTF_MONTH)
        months = MAX (months, 1);
      else
        extra = 3;
    }

  if (months == 0 && extra == 0)
    return;
  if (days->from != FONDS_DAY_EARLIEST)
    days->search_from = move_months (days->from, -months) - extra;
  if (days->to != FONDS_DAY_LATEST)
    days->search_to = move_months (days->to, months) + extra;
}

/**
 * fonds_edtf_date_days:
 * @date: a date of a parsed text
 * @days: (out): its days
 *
 * Returns: whether any day of the calendar fits it; always so after parsing
 */
gboolean
fonds_edtf_date_days (const FondsEdtfDate *date, FondsDays *days)
{
  if (!find_bounds (date, &days->from, &days->to))
    return FALSE;

  if (date->parts[FONDS_EDTF_YEAR].unknown == ALL_OF_YEAR)
    {
      days->from = FONDS_DAY_EARLIEST;
      days->to = date->negative ? days->to : FONDS_DAY_LATEST;
    }
  days->search_from = days->from;
  days->search_to = days->to;
  days->known = days->to;
  widen (date, days);
  return TRUE;
}

/* What an end of a span without a date is worth. */
static FondsDays
end_days (FondsEdtfEnd end, gint64 outermost)
{
  FondsDays days = { outermost, outermost, outermost, outermost, outermost };

  if (end == FONDS_EDTF_END_UNKNOWN)
    days.from = days.to = FONDS_DAY_UNKNOWN;

  return days;
}

/**
 * fonds_edtf_span_days:
 * @span: an interval or an element of a set
 * @days: (out): its days
 *
 * Returns: whether it ends after it begins; always so after parsing
 */
gboolean
fonds_edtf_span_days (const FondsEdtfSpan *span, FondsDays *days)
{
  FondsDays first = end_days (span->first_end, FONDS_DAY_EARLIEST);
  FondsDays last = end_days (span->last_end, FONDS_DAY_LATEST);

  if (span->first_end == FONDS_EDTF_END_DATE)
    fonds_edtf_date_days (&span->first, &first);
  if (span->single)
    last = first;
  else if (span->last_end == FONDS_EDTF_END_DATE)
    fonds_edtf_date_days (&span->last, &last);

  days->from = first.from;
  days->to = last.to;
  days->search_from = first.search_from;
  days->search_to = last.search_to;
  days->known = span->last_end == FONDS_EDTF_END_UNKNOWN ? first.to : last.from;
  return days->from == FONDS_DAY_UNKNOWN || days->to == FONDS_DAY_UNKNOWN || days->from <= days->to;
}

/**
 * fonds_edtf_days:
 * @edtf: a date
 * @days: (out): all that it covers: of a set, from the first day of any element to the last of any
 */
void
fonds_edtf_days (const FondsEdtf *edtf, FondsDays *days)
{
  fonds_edtf_span_days (&edtf->spans[0], days);
  for (guint i = 1; i < edtf->n_spans; i++)
    {
      FondsDays span;

      fonds_edtf_span_days (&edtf->spans[i], &span);
      days->from = MIN (days->from, span.from);
      days->to = MAX (days->to, span.to);
      days->search_from = MIN (days->search_from, span.search_from);
      days->search_to = MAX (days->search_to, span.search_to);
    }
}
