/* date-reading-date.c - one date as a person reads it
 *
 * Thread: any. Ownership: strings belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-reading-date.h"

#include "data/text/date-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECADE 0x1
#define CENTURY 0x3
#define ANY_YEAR 0xF
#define BOTH_DIGITS 0x3
#define LAST_SEASON 32

/**
 * fonds_date_reading_of_year:
 * @year: a year, 0 being 1 BCE
 *
 * Returns: (transfer full): "1917", "587 BCE"
 */
char *
fonds_date_reading_of_year (gint64 year)
{
  char number[32];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, year > 0 ? year : 1 - year);
  /* Translators: a year before the common era, 587 BCE */
  return year > 0 ? g_strdup (number) : g_strdup_printf (_ ("%s BCE"), number);
}

/**
 * fonds_date_reading_of_month:
 * @calendar: a calendar
 * @year: a year of it
 * @month: a month of it; %FONDS_HEBREW_ADAR is the only Adar or, in a leap year, both
 *
 * Returns: (transfer full): "November 1917"
 */
char *
fonds_date_reading_of_month (FondsCalendar calendar, gint64 year, int month)
{
  g_autofree char *year_text = fonds_date_reading_of_year (year);

  /* Translators: month and year, November 1917 */
  return g_strdup_printf (C_ ("month", "%s %s"), fonds_date_month_name (calendar, month, FALSE),
                          year_text);
}

/**
 * fonds_date_reading_month_name:
 * @calendar: a calendar
 * @year: a year of it
 * @month: a month of it
 *
 * Returns: the number of its name: %FONDS_DATE_ADAR_I for the first Adar of a leap year
 */
int
fonds_date_reading_month_name (FondsCalendar calendar, gint64 year, int month)
{
  gboolean is_adar_i = calendar == FONDS_CALENDAR_HEBREW && month == FONDS_HEBREW_ADAR &&
                       fonds_hebrew_is_leap (year);

  return is_adar_i ? FONDS_DATE_ADAR_I : month;
}

static char *
read_day (FondsCalendar calendar, int day, int month, gint64 year)
{
  g_autofree char *year_text = fonds_date_reading_of_year (year);

  /* Translators: day, month and year, 7 November 1917 */
  return g_strdup_printf (C_ ("day", "%d %s %s"), day,
                          fonds_date_month_name (calendar,
                                                 fonds_date_reading_month_name (calendar, year,
                                                                                month),
                                                 TRUE),
                          year_text);
}

/**
 * fonds_date_reading_of_day:
 * @calendar: a calendar
 * @day: a Julian Day Number
 *
 * Returns: (transfer full): the day in that calendar, "7 November 1917"
 */
char *
fonds_date_reading_of_day (FondsCalendar calendar, gint64 day)
{
  FondsCalendarDay split = fonds_day_to_calendar (calendar, day);

  return read_day (calendar, split.day, split.month, split.year);
}

/* The years that a date with unspecified or insignificant digits may mean. */
static char *
read_span (const FondsEdtfDate *date)
{
  g_autofree char *first = NULL, *last = NULL;
  FondsDays days;

  if (!fonds_edtf_date_days (date, &days))
    return g_strdup ("");
  if (days.from == FONDS_DAY_EARLIEST || days.to == FONDS_DAY_LATEST)
    return g_strdup (_ ("year unknown"));

  if (date->n_parts == 1)
    {
      first = fonds_date_reading_of_year (fonds_day_year (days.from));
      last = fonds_date_reading_of_year (fonds_day_year (days.to));
    }
  else
    {
      first = fonds_date_reading_of_day (FONDS_CALENDAR_GREGORIAN, days.from);
      last = fonds_date_reading_of_day (FONDS_CALENDAR_GREGORIAN, days.to);
    }

  return g_strdup_printf (_ ("between %s and %s"), first, last);
}

/* 1910s, 19th century (1800s) */
static char *
read_decades (const FondsEdtfDate *date)
{
  int year = (int) date->parts[FONDS_EDTF_YEAR].value;
  guint8 unknown = date->parts[FONDS_EDTF_YEAR].unknown;
  int century = year / 100 + 1;

  if (date->negative || (unknown != DECADE && unknown != CENTURY) ||
      (unknown == CENTURY && (year < 100 || century > FONDS_N_CENTURY_NAMES)))
    return read_span (date);
  if (unknown == DECADE)
    /* Translators: ten years, the 1910s */
    return g_strdup_printf (C_ ("decade", "%ds"), year);

  /* Translators: a century and its years in digits, 19th century (1800s) */
  return g_strdup_printf (C_ ("century", "%s (%ds)"), fonds_date_century_name (century), year);
}

static char *
read_year (const FondsEdtfDate *date)
{
  g_autofree char *year = NULL, *span = NULL;

  if (date->parts[FONDS_EDTF_YEAR].unknown != 0)
    return read_decades (date);
  year = fonds_date_reading_of_year (fonds_edtf_date_year (date));
  if (date->significant == 0)
    return g_steal_pointer (&year);

  span = read_span (date);
  /* Translators: an estimated year, then the years it may be: 1950 (between 1900 and 1999) */
  return g_strdup_printf (C_ ("estimated year", "%s (%s)"), year, span);
}

static char *
read_season (const FondsEdtfDate *date)
{
  int season = (int) date->parts[FONDS_EDTF_MONTH].value;
  g_autofree char *year = read_year (date);

  if (season <= LAST_SEASON)
    /* Translators: a season and a year, spring 1917 */
    return g_strdup_printf (C_ ("season", "%s %s"), fonds_date_season_name (season), year);

  /* Translators: a part of a year and the year, first quarter of 1917 */
  return g_strdup_printf (C_ ("part of a year", "%s of %s"), fonds_date_season_name (season), year);
}

/* A year is known, the month or day is not: 1904-XX, 1904-02-XX, 1904-XX-XX. */
static char *
read_unknown_parts (const FondsEdtfDate *date)
{
  const FondsEdtfPart *month = &date->parts[FONDS_EDTF_MONTH], *day = &date->parts[FONDS_EDTF_DAY];
  gint64 year = fonds_edtf_date_year (date);
  g_autofree char *text = NULL;

  if (month->unknown == BOTH_DIGITS && (date->n_parts == 2 || day->unknown == BOTH_DIGITS))
    {
      text = fonds_date_reading_of_year (year);
      return g_strdup_printf (date->n_parts == 2 ? _ ("a month in %s") : _ ("a day in %s"), text);
    }
  if (month->unknown == 0 && day->unknown == BOTH_DIGITS)
    {
      text = fonds_date_reading_of_month (FONDS_CALENDAR_GREGORIAN, year, (int) month->value);
      return g_strdup_printf (_ ("a day in %s"), text);
    }

  return read_span (date);
}

/* 25 December, year unknown */
static char *
read_without_year (const FondsEdtfDate *date)
{
  int month = (int) date->parts[FONDS_EDTF_MONTH].value;

  if (date->parts[FONDS_EDTF_MONTH].unknown != 0 || date->parts[FONDS_EDTF_DAY].unknown != 0)
    return g_strdup (_ ("year unknown"));
  if (date->n_parts == 2)
    return g_strdup_printf (_ ("%s, year unknown"),
                            fonds_date_month_name (FONDS_CALENDAR_GREGORIAN, month, FALSE));

  return g_strdup_printf (_ ("%d %s, year unknown"), (int) date->parts[FONDS_EDTF_DAY].value,
                          fonds_date_month_name (FONDS_CALENDAR_GREGORIAN, month, TRUE));
}

static char *
read_parts (const FondsEdtfDate *date)
{
  const FondsEdtfPart *parts = date->parts;

  if (date->n_parts == 1)
    return read_year (date);
  if (fonds_edtf_date_is_season (date))
    return read_season (date);
  if (parts[FONDS_EDTF_YEAR].unknown == ANY_YEAR)
    return read_without_year (date);
  if (parts[FONDS_EDTF_YEAR].unknown != 0)
    return read_span (date);
  if (parts[FONDS_EDTF_MONTH].unknown != 0 || parts[FONDS_EDTF_DAY].unknown != 0)
    return read_unknown_parts (date);
  if (date->n_parts == 2)
    return fonds_date_reading_of_month (FONDS_CALENDAR_GREGORIAN, fonds_edtf_date_year (date),
                                        (int) parts[FONDS_EDTF_MONTH].value);

  return read_day (FONDS_CALENDAR_GREGORIAN, (int) parts[FONDS_EDTF_DAY].value,
                   (int) parts[FONDS_EDTF_MONTH].value, fonds_edtf_date_year (date));
}

/* "T21:45:00Z" is read 21:45:00 UTC; a distance from UTC stays as it is. */
static char *
read_time (const FondsEdtfDate *date, char *text)
{
  g_autofree char *day = text;
  g_autofree char *clock = g_strndup (date->time + 1, 8);
  const char *zone = date->time + 9;

  /* Translators: a day, a time, and the distance from UTC, if any: 7 November 1917, 21:45:00 +04 */
  return g_strdup_printf (C_ ("time", "%s, %s%s%s"), day, clock, *zone ? " " : "",
                          *zone == 'Z' ? "UTC" : zone);
}

/* The qualifiers of the whole date; what is only of a part is told apart. */
static char *
add_qualifiers (const FondsEdtfDate *date, char *text)
{
  g_autofree char *plain = text;
  char whole = date->parts[date->n_parts - 1].after;
  gboolean about = FALSE, doubtful = FALSE;

  for (int i = 0; i < date->n_parts; i++)
    {
      char before = date->parts[i].before, after = i < date->n_parts - 1 ? date->parts[i].after : 0;

      about |= before == '~' || before == '%' || after == '~' || after == '%';
      doubtful |= before == '?' || before == '%' || after == '?' || after == '%';
    }
  /* A lone year has no parts: its qualifier at the left is of the whole. */
  if (date->n_parts == 1 && whole == 0)
    whole = date->parts[FONDS_EDTF_YEAR].before;

  if (whole == '~')
    return g_strdup_printf (_ ("ca. %s"), plain);
  if (whole == '?')
    return g_strdup_printf (_ ("%s (uncertain)"), plain);
  if (whole == '%')
    return g_strdup_printf (_ ("ca. %s (uncertain)"), plain);
  if (about && doubtful)
    return g_strdup_printf (_ ("%s (in part approximate and uncertain)"), plain);
  if (about)
    return g_strdup_printf (_ ("%s (in part approximate)"), plain);
  if (doubtful)
    return g_strdup_printf (_ ("%s (in part uncertain)"), plain);

  return g_steal_pointer (&plain);
}

/**
 * fonds_date_reading_of_date:
 * @date: one date of a parsed text
 *
 * Returns: (transfer full): its translated reading, "ca. 1900", "spring 1917"
 */
char *
fonds_date_reading_of_date (const FondsEdtfDate *date)
{
  char *text = read_parts (date);

  if (date->time[0])
    text = read_time (date, text);

  return add_qualifiers (date, text);
}
