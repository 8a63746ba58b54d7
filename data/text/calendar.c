/* calendar.c - Gregorian, Julian and Islamic days, and one door to all calendars
 *
 * Every conversion goes through the Julian Day Number, the count of days whose number 2 421 540 is
 * 7 November 1917. All divisions round towards minus infinity, so that years before 1 work too.
 * Years stay within ten million million, which keeps every product inside 64 bits.
 * Thread: any. Ownership: values only.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/calendar.h"

#include "data/text/calendar-private.h"

/* The day before 1 Muharram 1, in the civil reckoning. */
#define ISLAMIC_EPOCH 1948439

static const char *const ids[FONDS_N_CALENDARS] = {
  [FONDS_CALENDAR_UNKNOWN] = "unknown", [FONDS_CALENDAR_GREGORIAN] = "gregorian",
  [FONDS_CALENDAR_JULIAN] = "julian",   [FONDS_CALENDAR_HEBREW] = "hebrew",
  [FONDS_CALENDAR_ISLAMIC] = "islamic",
};

/* Days from 1 March of year -4800 to a month's first, in years that begin with March. */
static gint64
days_in_years (gint64 march_year, int march_month)
{
  return (153 * march_month + 2) / 5 + 365 * march_year + fonds_floor_div (march_year, 4);
}

/* The month (from March) and day in the year of a count of days in four Julian years. */
static FondsCalendarDay
split_years (gint64 days, gint64 before)
{
  gint64 year = fonds_floor_div (4 * days + 3, 1461);
  int rest = (int) (days - fonds_floor_div (1461 * year, 4)), month = (5 * rest + 2) / 153;
  FondsCalendarDay split;

  split.day = rest - (153 * month + 2) / 5 + 1;
  split.month = month + 3 - 12 * (month / 10);
  split.year = before + year - 4800 + month / 10;
  return split;
}

static gboolean
is_leap (FondsCalendar calendar, gint64 year)
{
  if (calendar == FONDS_CALENDAR_JULIAN)
    return fonds_floor_mod (year, 4) == 0;

  return fonds_floor_mod (year, 4) == 0 &&
         (fonds_floor_mod (year, 100) != 0 || fonds_floor_mod (year, 400) == 0);
}

/**
 * fonds_calendar_id:
 * @calendar: a calendar
 *
 * Returns: (transfer none): its name in files, "gregorian" and so on
 */
const char *
fonds_calendar_id (FondsCalendar calendar)
{
  g_return_val_if_fail ((guint) calendar < FONDS_N_CALENDARS, NULL);

  return ids[calendar];
}

/**
 * fonds_calendar_parse:
 * @id: (nullable): a name as fonds_calendar_id() gives it
 * @calendar: (out): the calendar
 *
 * Returns: whether @id names a calendar
 */
gboolean
fonds_calendar_parse (const char *id, FondsCalendar *calendar)
{
  for (guint i = 0; i < FONDS_N_CALENDARS; i++)
    if (g_strcmp0 (id, ids[i]) == 0)
      {
        *calendar = (FondsCalendar) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * fonds_day_from_gregorian:
 * @year: 0 is 1 BCE
 * @month: 1 to 12
 * @day: 1 to 31; more runs on into the next month
 *
 * Returns: the Julian Day Number
 */
gint64
fonds_day_from_gregorian (gint64 year, int month, int day)
{
  int january = (14 - month) / 12;
  gint64 march_year = year + 4800 - january;

  return day + days_in_years (march_year, month + 12 * january - 3) -
         fonds_floor_div (march_year, 100) + fonds_floor_div (march_year, 400) - 32045;
}

/**
 * fonds_day_from_julian:
 * @year: 0 is 1 BCE
 * @month: 1 to 12
 * @day: 1 to 31; more runs on into the next month
 *
 * Returns: the Julian Day Number
 */
gint64
fonds_day_from_julian (gint64 year, int month, int day)
{
  int january = (14 - month) / 12;

  return day + days_in_years (year + 4800 - january, month + 12 * january - 3) - 32083;
}

/**
 * fonds_day_from_islamic:
 * @year: from 1
 * @month: 1 (Muharram) to 12
 * @day: 1 to 30
 *
 * The tabular calendar, which the sighted moon may precede or follow by a day or two.
 *
 * Returns: the Julian Day Number
 */
gint64
fonds_day_from_islamic (gint64 year, int month, int day)
{
  return day + 29 * (month - 1) + month / 2 + 354 * (year - 1) +
         fonds_floor_div (3 + 11 * year, 30) + ISLAMIC_EPOCH;
}

/**
 * fonds_day_to_gregorian:
 * @day: a Julian Day Number
 *
 * Returns: the day in the proleptic Gregorian calendar
 */
FondsCalendarDay
fonds_day_to_gregorian (gint64 day)
{
  gint64 days = day + 32044, century = fonds_floor_div (4 * days + 3, 146097);

  return split_years (days - fonds_floor_div (146097 * century, 4), 100 * century);
}

/**
 * fonds_day_to_julian:
 * @day: a Julian Day Number
 *
 * Returns: the day in the Julian calendar
 */
FondsCalendarDay
fonds_day_to_julian (gint64 day)
{
  return split_years (day + 32082, 0);
}

/**
 * fonds_day_to_islamic:
 * @day: a Julian Day Number
 *
 * Returns: the day in the tabular Islamic calendar
 */
FondsCalendarDay
fonds_day_to_islamic (gint64 day)
{
  FondsCalendarDay split = { 0, 12, 0 };

  split.year = fonds_floor_div (30 * (day - ISLAMIC_EPOCH - 1) + 10646, 10631);
  while (split.month > 1 && fonds_day_from_islamic (split.year, split.month, 1) > day)
    split.month--;
  split.day = (int) (day - fonds_day_from_islamic (split.year, split.month, 1) + 1);

  return split;
}

/**
 * fonds_day_from_calendar:
 * @calendar: a known calendar
 * @day: a day of it
 *
 * Returns: the Julian Day Number
 */
gint64
fonds_day_from_calendar (FondsCalendar calendar, const FondsCalendarDay *day)
{
  switch (calendar)
    {
    case FONDS_CALENDAR_JULIAN:
      return fonds_day_from_julian (day->year, day->month, day->day);
    case FONDS_CALENDAR_HEBREW:
      return fonds_day_from_hebrew (day->year, day->month, day->day);
    case FONDS_CALENDAR_ISLAMIC:
      return fonds_day_from_islamic (day->year, day->month, day->day);
    case FONDS_CALENDAR_GREGORIAN:
    case FONDS_CALENDAR_UNKNOWN:
    default:
      return fonds_day_from_gregorian (day->year, day->month, day->day);
    }
}

/**
 * fonds_day_to_calendar:
 * @calendar: a calendar; an unknown one is read as Gregorian
 * @day: a Julian Day Number
 *
 * Returns: the day in that calendar
 */
FondsCalendarDay
fonds_day_to_calendar (FondsCalendar calendar, gint64 day)
{
  switch (calendar)
    {
    case FONDS_CALENDAR_JULIAN:
      return fonds_day_to_julian (day);
    case FONDS_CALENDAR_HEBREW:
      return fonds_day_to_hebrew (day);
    case FONDS_CALENDAR_ISLAMIC:
      return fonds_day_to_islamic (day);
    case FONDS_CALENDAR_GREGORIAN:
    case FONDS_CALENDAR_UNKNOWN:
    default:
      return fonds_day_to_gregorian (day);
    }
}

/**
 * fonds_calendar_last_month:
 * @calendar: a calendar
 *
 * Returns: the number of a year's last month: 13 in the Hebrew calendar, else 12
 */
int
fonds_calendar_last_month (FondsCalendar calendar)
{
  return calendar == FONDS_CALENDAR_HEBREW ? 13 : 12;
}

/**
 * fonds_calendar_month_length:
 * @calendar: a calendar; an unknown one is read as Gregorian
 * @year: a year of it
 * @month: a month of it
 *
 * Returns: the days of the month; 0 for Adar II in a common Hebrew year and for no month at all
 */
int
fonds_calendar_month_length (FondsCalendar calendar, gint64 year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  FondsCalendarDay first = { year, month, 1 }, next = { year, month + 1, 1 };

  if (month < 1 || month > fonds_calendar_last_month (calendar))
    return 0;
  if (calendar != FONDS_CALENDAR_HEBREW && calendar != FONDS_CALENDAR_ISLAMIC)
    return lengths[month - 1] + (month == 2 && is_leap (calendar, year));

  if (month == fonds_calendar_last_month (calendar))
    next = (FondsCalendarDay){ year + 1, 1, 1 };
  return (int) (fonds_day_from_calendar (calendar, &next) -
                fonds_day_from_calendar (calendar, &first));
}

/**
 * fonds_day_year:
 * @day: a Julian Day Number
 *
 * Returns: its Gregorian year, 0 being 1 BCE
 */
gint64
fonds_day_year (gint64 day)
{
  return fonds_day_to_gregorian (day).year;
}
