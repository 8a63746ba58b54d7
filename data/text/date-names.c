/* date-names.c - the names of months, seasons and centuries
 *
 * Months have a form that stands with a day and one that stands alone, since in Russian, Hebrew and
 * others these differ.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/date-names.h"

#include <glib/gi18n-lib.h>

#define FIRST_HEBREW 12
#define FIRST_ISLAMIC 26

/* clang-format off */
/* Gregorian, Hebrew and Islamic months, in this order in both tables. */
static const char *const with_day_names[] = {
  NC_ ("month with a day", "January"),
  NC_ ("month with a day", "February"),
  NC_ ("month with a day", "March"),
  NC_ ("month with a day", "April"),
  NC_ ("month with a day", "May"),
  NC_ ("month with a day", "June"),
  NC_ ("month with a day", "July"),
  NC_ ("month with a day", "August"),
  NC_ ("month with a day", "September"),
  NC_ ("month with a day", "October"),
  NC_ ("month with a day", "November"),
  NC_ ("month with a day", "December"),
  NC_ ("month with a day", "Tishri"),
  NC_ ("month with a day", "Heshvan"),
  NC_ ("month with a day", "Kislev"),
  NC_ ("month with a day", "Tevet"),
  NC_ ("month with a day", "Shevat"),
  NC_ ("month with a day", "Adar"),
  NC_ ("month with a day", "Adar II"),
  NC_ ("month with a day", "Nisan"),
  NC_ ("month with a day", "Iyar"),
  NC_ ("month with a day", "Sivan"),
  NC_ ("month with a day", "Tammuz"),
  NC_ ("month with a day", "Av"),
  NC_ ("month with a day", "Elul"),
  NC_ ("month with a day", "Adar I"),
  NC_ ("month with a day", "Muharram"),
  NC_ ("month with a day", "Safar"),
  NC_ ("month with a day", "Rabi I"),
  NC_ ("month with a day", "Rabi II"),
  NC_ ("month with a day", "Jumada I"),
  NC_ ("month with a day", "Jumada II"),
  NC_ ("month with a day", "Rajab"),
  NC_ ("month with a day", "Shaban"),
  NC_ ("month with a day", "Ramadan"),
  NC_ ("month with a day", "Shawwal"),
  NC_ ("month with a day", "Dhu al-Qada"),
  NC_ ("month with a day", "Dhu al-Hijja"),
};

static const char *const alone_names[] = {
  NC_ ("month alone", "January"),
  NC_ ("month alone", "February"),
  NC_ ("month alone", "March"),
  NC_ ("month alone", "April"),
  NC_ ("month alone", "May"),
  NC_ ("month alone", "June"),
  NC_ ("month alone", "July"),
  NC_ ("month alone", "August"),
  NC_ ("month alone", "September"),
  NC_ ("month alone", "October"),
  NC_ ("month alone", "November"),
  NC_ ("month alone", "December"),
  NC_ ("month alone", "Tishri"),
  NC_ ("month alone", "Heshvan"),
  NC_ ("month alone", "Kislev"),
  NC_ ("month alone", "Tevet"),
  NC_ ("month alone", "Shevat"),
  NC_ ("month alone", "Adar"),
  NC_ ("month alone", "Adar II"),
  NC_ ("month alone", "Nisan"),
  NC_ ("month alone", "Iyar"),
  NC_ ("month alone", "Sivan"),
  NC_ ("month alone", "Tammuz"),
  NC_ ("month alone", "Av"),
  NC_ ("month alone", "Elul"),
  NC_ ("month alone", "Adar I"),
  NC_ ("month alone", "Muharram"),
  NC_ ("month alone", "Safar"),
  NC_ ("month alone", "Rabi I"),
  NC_ ("month alone", "Rabi II"),
  NC_ ("month alone", "Jumada I"),
  NC_ ("month alone", "Jumada II"),
  NC_ ("month alone", "Rajab"),
  NC_ ("month alone", "Shaban"),
  NC_ ("month alone", "Ramadan"),
  NC_ ("month alone", "Shawwal"),
  NC_ ("month alone", "Dhu al-Qada"),
  NC_ ("month alone", "Dhu al-Hijja"),
};

static const char *const seasons[] = {
  NC_ ("part of a year", "spring"),
  NC_ ("part of a year", "summer"),
  NC_ ("part of a year", "autumn"),
  NC_ ("part of a year", "winter"),
  NC_ ("part of a year", "spring"),
  NC_ ("part of a year", "summer"),
  NC_ ("part of a year", "autumn"),
  NC_ ("part of a year", "winter"),
  NC_ ("part of a year", "spring, southern hemisphere,"),
  NC_ ("part of a year", "summer, southern hemisphere,"),
  NC_ ("part of a year", "autumn, southern hemisphere,"),
  NC_ ("part of a year", "winter, southern hemisphere,"),
  NC_ ("part of a year", "first quarter"),
  NC_ ("part of a year", "second quarter"),
  NC_ ("part of a year", "third quarter"),
  NC_ ("part of a year", "fourth quarter"),
  NC_ ("part of a year", "first four months"),
  NC_ ("part of a year", "middle four months"),
  NC_ ("part of a year", "last four months"),
  NC_ ("part of a year", "first half"),
  NC_ ("part of a year", "second half"),
};

static const char *const centuries[] = {
  NC_ ("century", "1st century"),
  NC_ ("century", "2nd century"),
  NC_ ("century", "3rd century"),
  NC_ ("century", "4th century"),
  NC_ ("century", "5th century"),
  NC_ ("century", "6th century"),
  NC_ ("century", "7th century"),
  NC_ ("century", "8th century"),
  NC_ ("century", "9th century"),
  NC_ ("century", "10th century"),
  NC_ ("century", "11th century"),
  NC_ ("century", "12th century"),
  NC_ ("century", "13th century"),
  NC_ ("century", "14th century"),
  NC_ ("century", "15th century"),
  NC_ ("century", "16th century"),
  NC_ ("century", "17th century"),
  NC_ ("century", "18th century"),
  NC_ ("century", "19th century"),
  NC_ ("century", "20th century"),
  NC_ ("century", "21st century"),
};

/* clang-format on */

/**
 * fonds_date_month_name:
 * @calendar: a calendar; Julian and unknown ones have the Gregorian names
 * @month: a month of it, or %FONDS_DATE_ADAR_I
 * @with_day: whether a day stands beside it
 *
 * Returns: (transfer none): its translated name
 */
const char *
fonds_date_month_name (FondsCalendar calendar, int month, gboolean with_day)
{
  int first = calendar == FONDS_CALENDAR_HEBREW    ? FIRST_HEBREW
              : calendar == FONDS_CALENDAR_ISLAMIC ? FIRST_ISLAMIC
                                                   : 0;

  g_return_val_if_fail (month >= 1, "");
  g_return_val_if_fail (month <= fonds_calendar_last_month (calendar) ||
                            (calendar == FONDS_CALENDAR_HEBREW && month == FONDS_DATE_ADAR_I),
                        "");

  if (with_day)
    return g_dpgettext2 (GETTEXT_PACKAGE, "month with a day", with_day_names[first + month - 1]);

  return g_dpgettext2 (GETTEXT_PACKAGE, "month alone", alone_names[first + month - 1]);
}

/**
 * fonds_date_season_name:
 * @season: 21 to 41, as EDTF counts seasons and other parts of a year
 *
 * Returns: (transfer none): its translated name
 */
const char *
fonds_date_season_name (int season)
{
  g_return_val_if_fail (season >= 21 && season < 21 + (int) G_N_ELEMENTS (seasons), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "part of a year", seasons[season - 21]);
}

/**
 * fonds_date_century_name:
 * @century: 1 to 21
 *
 * Returns: (transfer none): its translated name
 */
const char *
fonds_date_century_name (int century)
{
  g_return_val_if_fail (century >= 1 && century <= FONDS_N_CENTURY_NAMES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "century", centuries[century - 1]);
}
