/* date.c - from a date in EDTF to its days
 *
 * A year, a month, a day and an interval of two of them are nearly all dates there are; they are
 * read here without a struct of their own, by the same rules as edtf-parse.c, which reads the rest.
 * Thread: any. Ownership: values only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date.h"

#include "data/text/edtf.h"

/* Reads exactly n digits; -1 if there are others. */
static int
take_digits (const char **at, int n)
{
  int number = 0;

  for (; n > 0; n--, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return -1;
      number = 10 * number + (**at - '0');
    }

  return number;
}

static gboolean
ends (char character)
{
  return character == '\0' || character == '/';
}

/* Reads YYYY, YYYY-MM or YYYY-MM-DD up to the end or a slash; FALSE means only "not this way". */
static gboolean
take_plain (const char **at, gint64 *from, gint64 *to)
{
  int year = take_digits (at, 4), month = 0, day = 0, length;

  if (year >= 0 && **at == '-')
    {
      ++*at;
      month = take_digits (at, 2);
      if (month < 1 || month > 12)
        return FALSE;
    }
  if (month > 0 && **at == '-')
    {
      ++*at;
      day = take_digits (at, 2);
      if (day < 1)
        return FALSE;
    }
  if (year < 0 || !ends (**at))
    return FALSE;

  length = month > 0 ? fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN, year, month) : 31;
  *from = fonds_day_from_gregorian (year, MAX (month, 1), MAX (day, 1));
  *to = day > 0 ? *from : fonds_day_from_gregorian (year, month > 0 ? month : 12, length);
  return day <= length;
}

static gboolean
take_plain_dates (const char *edtf, FondsDays *days)
{
  gint64 start_to, end_from;

  if (!take_plain (&edtf, &days->from, &days->to))
    return FALSE;
  start_to = days->to;
  if (*edtf == '/')
    {
      edtf++;
      if (!take_plain (&edtf, &end_from, &days->to) || days->from > days->to)
        return FALSE;
    }
  if (*edtf != '\0')
    return FALSE;

  days->search_from = days->from;
  days->search_to = days->to;
  days->known = start_to;
  return TRUE;
}

/**
 * fonds_date_days:
 * @edtf: (nullable): a date in EDTF
 * @days: (out): its days; untouched on failure
 *
 * Finds the days that a date covers. Seasons are northern where EDTF leaves that open; winter is
 * December to February. The margins of "~" and "%" are three days, a month, five years (also of a
 * decade), 25 years of a century. "?" has no margin. Any thread; does not allocate for plain dates.
 *
 * Returns: whether @edtf is a date
 */
gboolean
fonds_date_days (const char *edtf, FondsDays *days)
{
  g_autoptr (FondsEdtf) parsed = NULL;
  FondsDays plain;

  g_return_val_if_fail (days != NULL, FALSE);

  if (!edtf)
    return FALSE;
  if (take_plain_dates (edtf, &plain))
    {
      *days = plain;
      return TRUE;
    }
  parsed = fonds_edtf_parse (edtf, NULL);
  if (!parsed)
    return FALSE;

  fonds_edtf_days (parsed, days);
  return TRUE;
}

/**
 * fonds_days_sort_from:
 * @days: days
 *
 * Returns: the day to sort a beginning by: an unknown one by the first day of the end
 */
gint64
fonds_days_sort_from (const FondsDays *days)
{
  return days->from == FONDS_DAY_UNKNOWN ? days->known : days->from;
}

/**
 * fonds_days_sort_to:
 * @days: days
 *
 * Returns: the day to sort an end by: an unknown one by the last day of the beginning
 */
gint64
fonds_days_sort_to (const FondsDays *days)
{
  return days->to == FONDS_DAY_UNKNOWN ? days->known : days->to;
}
