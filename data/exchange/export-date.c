/* export-date.c - the bounds of a date for formats that know only days
 *
 * What a source normalised goes out as it came in. Else the bounds are the first and the last day of
 * the date, as years where both are whole years.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-date.h"

#include "data/text/date.h"

static gboolean
is_real (gint64 day)
{
  return day != FONDS_DAY_EARLIEST && day != FONDS_DAY_LATEST && day != FONDS_DAY_UNKNOWN;
}

static gboolean
begins_year (gint64 day)
{
  FondsCalendarDay date = fonds_day_to_gregorian (day);

  return date.month == 1 && date.day == 1;
}

static char *
print (gint64 day, gboolean whole_years)
{
  FondsCalendarDay date;

  if (!is_real (day))
    return NULL;
  date = fonds_day_to_gregorian (day);
  if (date.year < 0 || date.year > 9999)
    return NULL;
  if (whole_years)
    return g_strdup_printf ("%04d", (int) date.year);
  return g_strdup_printf ("%04d-%02d-%02d", (int) date.year, date.month, date.day);
}

static gboolean
find_days (const FondsValue *value, FondsDays *days, gboolean *whole_years)
{
  const char *edtf = value->attr[FONDS_ATTR_EDTF];

  if (value->attr[FONDS_ATTR_START] != NULL || value->attr[FONDS_ATTR_END] != NULL ||
      edtf == NULL || !fonds_date_days (edtf, days))
    return FALSE;
  *whole_years = (!is_real (days->from) || begins_year (days->from)) &&
                 (!is_real (days->to) || begins_year (days->to + 1));
  return TRUE;
}

/**
 * fonds_export_date_start:
 * @value: a date
 *
 * Returns: (transfer full) (nullable): its first day or year, or what its source said of that
 */
char *
fonds_export_date_start (const FondsValue *value)
{
  FondsDays days;
  gboolean whole_years;

  if (!find_days (value, &days, &whole_years))
    return g_strdup (value->attr[FONDS_ATTR_START]);
  return print (days.from, whole_years);
}

/**
 * fonds_export_date_end:
 * @value: a date
 *
 * Returns: (transfer full) (nullable): its last day or year, or what its source said of that
 */
char *
fonds_export_date_end (const FondsValue *value)
{
  FondsDays days;
  gboolean whole_years;

  if (!find_days (value, &days, &whole_years))
    return g_strdup (value->attr[FONDS_ATTR_END]);
  return print (days.to, whole_years);
}
