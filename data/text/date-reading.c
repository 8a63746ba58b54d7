/* date-reading.c - dates in EDTF as a person reads them
 *
 * "1890/1938" is 1890–1938, "[..1916]" is before 1917. A date that a document gave in another
 * calendar is read in both. Directions of text are the window's affair.
 * Thread: any. Ownership: strings belong to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-reading.h"

#include "data/text/date-names.h"
#include "data/text/date-reading-date.h"

#include <glib/gi18n-lib.h>

static gboolean
is_plain_year (const FondsEdtfDate *date)
{
  return date->n_parts == 1 && !date->parts[0].before && !date->parts[0].after &&
         date->parts[0].unknown == 0 && date->significant == 0;
}

static char *
read_range (const FondsEdtfDate *first, const FondsEdtfDate *last)
{
  g_autofree char *from = fonds_date_reading_of_date (first);
  g_autofree char *to = fonds_date_reading_of_date (last);

  if (is_plain_year (first) && is_plain_year (last) && !first->negative && !last->negative)
    /* Translators: two years, 1890–1938 */
    return g_strdup_printf (C_ ("years", "%s–%s"), from, to);

  /* Translators: two dates, 1 January 1902 – 31 December 1917 */
  return g_strdup_printf (C_ ("dates", "%s – %s"), from, to);
}

static char *
read_interval (const FondsEdtfSpan *span)
{
  g_autofree char *text = NULL;

  if (span->first_end == FONDS_EDTF_END_DATE && span->last_end == FONDS_EDTF_END_DATE)
    return read_range (&span->first, &span->last);
  if (span->first_end == FONDS_EDTF_END_DATE)
    {
      text = fonds_date_reading_of_date (&span->first);
      return g_strdup_printf (span->last_end == FONDS_EDTF_END_OPEN ? _ ("since %s")
                                                                    : _ ("from %s, end unknown"),
                              text);
    }
  if (span->last_end == FONDS_EDTF_END_DATE)
    {
      text = fonds_date_reading_of_date (&span->last);
      return g_strdup_printf (span->first_end == FONDS_EDTF_END_OPEN
                                  ? _ ("until %s")
                                  : _ ("until %s, beginning unknown"),
                              text);
    }

  return g_strdup (_ ("at any time"));
}

/* One time up to a date: of a year it is said as "before" the next one. */
static char *
read_before (const FondsEdtfDate *date)
{
  g_autofree char *text = NULL;

  if (is_plain_year (date))
    {
      text = fonds_date_reading_of_year (fonds_edtf_date_year (date) + 1);
      return g_strdup_printf (_ ("before %s"), text);
    }

  text = fonds_date_reading_of_date (date);
  return g_strdup_printf (_ ("%s or earlier"), text);
}

static char *
read_after (const FondsEdtfDate *date)
{
  g_autofree char *text = NULL;

  if (is_plain_year (date))
    {
      text = fonds_date_reading_of_year (fonds_edtf_date_year (date) - 1);
      return g_strdup_printf (_ ("after %s"), text);
    }

  text = fonds_date_reading_of_date (date);
  return g_strdup_printf (_ ("%s or later"), text);
}

static char *
read_element (const FondsEdtf *edtf, const FondsEdtfSpan *span)
{
  if (span->single)
    return fonds_date_reading_of_date (&span->first);
  if (edtf->shape == FONDS_EDTF_SHAPE_ALL_OF)
    return read_interval (span);
  if (span->first_end == FONDS_EDTF_END_OPEN)
    return read_before (&span->last);
  if (span->last_end == FONDS_EDTF_END_OPEN)
    return read_after (&span->first);

  return read_range (&span->first, &span->last);
}

static char *
read_between (const FondsEdtfSpan *span)
{
  g_autofree char *first = fonds_date_reading_of_date (&span->first);
  g_autofree char *last = fonds_date_reading_of_date (&span->last);

  return g_strdup_printf (_ ("between %s and %s"), first, last);
}

static char *
join_last (const FondsEdtf *edtf, const char *list, const char *last)
{
  if (edtf->shape == FONDS_EDTF_SHAPE_ONE_OF)
    /* Translators: the last two of some dates, 1902 or 1903 */
    return g_strdup_printf (C_ ("dates", "%s or %s"), list, last);

  /* Translators: the last two of some dates, 1902 and 1903 */
  return g_strdup_printf (C_ ("dates", "%s and %s"), list, last);
}

static char *
read_set (const FondsEdtf *edtf)
{
  char *list = NULL;

  if (edtf->n_spans == 1 && edtf->shape == FONDS_EDTF_SHAPE_ONE_OF && !edtf->spans[0].single &&
      edtf->spans[0].first_end == FONDS_EDTF_END_DATE &&
      edtf->spans[0].last_end == FONDS_EDTF_END_DATE)
    return read_between (&edtf->spans[0]);

  for (guint i = 0; i < edtf->n_spans; i++)
    {
      g_autofree char *before = list, *element = read_element (edtf, &edtf->spans[i]);

      if (!before)
        list = g_steal_pointer (&element);
      else if (i == edtf->n_spans - 1)
        list = join_last (edtf, before, element);
      else
        /* Translators: a list of dates, 1902, 1903 */
        list = g_strdup_printf (C_ ("dates", "%s, %s"), before, element);
    }

  return list;
}

static char *
read_gregorian (const FondsEdtf *edtf)
{
  if (edtf->shape == FONDS_EDTF_SHAPE_DATE)
    return fonds_date_reading_of_date (&edtf->spans[0].first);
  if (edtf->shape == FONDS_EDTF_SHAPE_INTERVAL)
    return read_interval (&edtf->spans[0]);

  return read_set (edtf);
}

static gboolean
is_day (const FondsEdtfDate *date)
{
  return date->n_parts == 3 && date->parts[FONDS_EDTF_YEAR].unknown == 0 &&
         date->parts[FONDS_EDTF_MONTH].unknown == 0 && date->parts[FONDS_EDTF_DAY].unknown == 0;
}

/* Whether a date says days, so that another calendar can name them. */
static gboolean
has_days (const FondsEdtf *edtf)
{
  const FondsEdtfSpan *span = &edtf->spans[0];

  return edtf->n_spans == 1 && span->first_end == FONDS_EDTF_END_DATE &&
         span->last_end == FONDS_EDTF_END_DATE && is_day (&span->first) &&
         (span->single || is_day (&span->last));
}

static gboolean
begins_month (FondsCalendar calendar, const FondsCalendarDay *first, const FondsCalendarDay *last)
{
  return first->day == 1 &&
         last->day == fonds_calendar_month_length (calendar, last->year, last->month);
}

/* A whole year or month of the calendar; %NULL if the days are neither. Both Adars are "Adar". */
static char *
read_whole (FondsCalendar calendar, const FondsCalendarDay *first, const FondsCalendarDay *last)
{
  gboolean both_adars = calendar == FONDS_CALENDAR_HEBREW && first->month == FONDS_HEBREW_ADAR &&
                        last->month == FONDS_HEBREW_ADAR_II;

  if (first->year != last->year || !begins_month (calendar, first, last))
    return NULL;
  if (first->month == 1 && last->month == fonds_calendar_last_month (calendar))
    return fonds_date_reading_of_year (first->year);
  if (both_adars)
    return fonds_date_reading_of_month (calendar, first->year, FONDS_HEBREW_ADAR);
  if (first->month == last->month)
    return fonds_date_reading_of_month (calendar, first->year,
                                        fonds_date_reading_month_name (calendar, first->year,
                                                                       first->month));

  return NULL;
}

static char *
read_days (FondsCalendar calendar, const FondsDays *days)
{
  FondsCalendarDay first = fonds_day_to_calendar (calendar, days->from);
  FondsCalendarDay last = fonds_day_to_calendar (calendar, days->to);
  char *whole = days->from < days->to ? read_whole (calendar, &first, &last) : NULL;
  g_autofree char *from = NULL, *to = NULL;

  if (whole)
    return whole;
  from = fonds_date_reading_of_day (calendar, days->from);
  if (days->from == days->to)
    return g_steal_pointer (&from);

  to = fonds_date_reading_of_day (calendar, days->to);
  return g_strdup_printf (C_ ("dates", "%s – %s"), from, to);
}

/* A Julian date is known by its Gregorian form; a Hebrew or Islamic one by its own. */
static char *
read_both (const FondsEdtf *edtf, FondsCalendar original, const char *gregorian)
{
  g_autofree char *own = NULL;
  FondsDays days;

  if (!has_days (edtf))
    return original == FONDS_CALENDAR_JULIAN ? g_strdup_printf (_ ("%s (Old Style)"), gregorian)
                                             : g_strdup (gregorian);

  fonds_edtf_days (edtf, &days);
  own = read_days (original, &days);
  if (original == FONDS_CALENDAR_JULIAN)
    return g_strdup_printf (_ ("%s (%s Old Style)"), gregorian, own);

  /* Translators: a date in its own calendar and in the Gregorian one */
  return g_strdup_printf (C_ ("calendars", "%s (%s)"), own, gregorian);
}

/**
 * fonds_date_reading:
 * @edtf: (nullable): a date in EDTF
 * @original: the calendar of the document
 *
 * Any thread.
 *
 * Returns: (transfer full): the translated reading; what is not EDTF comes back as it is
 */
char *
fonds_date_reading (const char *edtf, FondsCalendar original)
{
  g_autoptr (FondsEdtf) parsed = edtf ? fonds_edtf_parse (edtf, NULL) : NULL;
  g_autofree char *gregorian = NULL;

  if (!parsed)
    return g_strdup (edtf ? edtf : "");
  gregorian = read_gregorian (parsed);
  if (original == FONDS_CALENDAR_GREGORIAN || original == FONDS_CALENDAR_UNKNOWN)
    return g_steal_pointer (&gregorian);

  return read_both (parsed, original, gregorian);
}
