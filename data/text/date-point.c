/* date-point.c - one date that a phrase names, on its way to EDTF
 *
 * Thread: any. Ownership: values only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-phrase.h"

/**
 * fonds_date_point_is_valid:
 * @point: a point
 *
 * Returns: whether it has a year of four digits and a real month and day
 */
gboolean
fonds_date_point_is_valid (const FondsDatePoint *point)
{
  if (point->year < -9999 || point->year > 9999 || (point->day > 0 && point->month == 0))
    return FALSE;
  if (point->month > 12)
    return point->month >= 21 && point->month <= 24 && point->day == 0;

  return point->month >= 0 && point->day >= 0 &&
         (point->day == 0 || point->day <= fonds_calendar_month_length (FONDS_CALENDAR_GREGORIAN,
                                                                        point->year, point->month));
}

/**
 * fonds_date_point_print:
 * @point: a valid point
 * @edtf: to this its EDTF is added
 */
void
fonds_date_point_print (const FondsDatePoint *point, GString *edtf)
{
  static const int powers[] = { 1, 10, 100 };
  char text[32];
  int length = g_snprintf (text, sizeof text, "%s%0*d", point->year < 0 ? "-" : "",
                           4 - point->unknown, ABS (point->year) / powers[point->unknown]);

  g_string_append_len (edtf, text, length);
  g_string_append_len (edtf, "XX", point->unknown);
  if (point->month > 0)
    g_string_append_len (edtf, text, g_snprintf (text, sizeof text, "-%02d", point->month));
  if (point->day > 0)
    g_string_append_len (edtf, text, g_snprintf (text, sizeof text, "-%02d", point->day));
  if (point->circa || point->uncertain)
    g_string_append_c (edtf, !point->circa ? '?' : point->uncertain ? '%' : '~');
}

/**
 * fonds_date_point_from_day:
 * @day: a Julian Day Number
 *
 * Returns: the Gregorian day
 */
FondsDatePoint
fonds_date_point_from_day (gint64 day)
{
  FondsCalendarDay split = fonds_day_to_gregorian (day);
  FondsDatePoint point = { (int) split.year, split.month, split.day, 0, FALSE, FALSE };

  return point;
}

/**
 * fonds_date_point_share:
 * @point: a point that may lack its year, or year and month: "10" of "10-12 May 1918"
 * @other: the point that has them
 */
void
fonds_date_point_share (FondsDatePoint *point, const FondsDatePoint *other)
{
  if (point->month == 0 && point->day > 0)
    point->month = other->month;
  if (point->year == FONDS_DATE_NO_YEAR)
    point->year = other->year;
}

/**
 * fonds_date_point_before:
 * @point: a valid point
 *
 * Returns: the last point of the same precision before it: for "before 1917" it is 1916
 */
FondsDatePoint
fonds_date_point_before (const FondsDatePoint *point)
{
  FondsDatePoint before = *point;

  if (point->day > 0)
    {
      before = fonds_date_point_from_day (
          fonds_day_from_gregorian (point->year, point->month, point->day) - 1);
      before.circa = point->circa;
      before.uncertain = point->uncertain;
    }
  else if (point->month > 1 && point->month <= 12)
    before.month--;
  else
    {
      before.year--;
      before.unknown = 0;
      before.month = point->month == 1 ? 12 : 0;
    }

  return before;
}

/**
 * fonds_date_point_order:
 * @point: a point with a year
 *
 * Returns: a number that is larger for later points
 */
gint64
fonds_date_point_order (const FondsDatePoint *point)
{
  int month = point->month > 12 ? 3 * (point->month - 20) : point->month;

  return ((gint64) point->year * 16 + month) * 32 + point->day;
}
