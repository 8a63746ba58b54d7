/* calendar.h - four calendars and the day numbers between them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FONDS_CALENDAR_UNKNOWN,
  FONDS_CALENDAR_GREGORIAN, /* proleptic: also before 1582 */
  FONDS_CALENDAR_JULIAN,
  FONDS_CALENDAR_HEBREW,
  FONDS_CALENDAR_ISLAMIC /* tabular, civil: a day or two off the sighted moon */
} FondsCalendar;

#define FONDS_N_CALENDARS 5

/**
 * FondsCalendarDay:
 * @year: the calendar's own year; Gregorian and Julian years count 0 for 1 BCE
 * @month: from 1; a Hebrew year begins with Tishri, 6 is Adar or Adar I, 7 is Adar II and stays
 *   empty in a common year, 8 is Nisan, 13 is Elul
 * @day: from 1
 */
typedef struct
{
  gint64 year;
  int month;
  int day;
} FondsCalendarDay;

#define FONDS_HEBREW_ADAR 6
#define FONDS_HEBREW_ADAR_II 7

const char *fonds_calendar_id (FondsCalendar calendar);
gboolean fonds_calendar_parse (const char *id, FondsCalendar *calendar);

gint64 fonds_day_from_gregorian (gint64 year, int month, int day);
gint64 fonds_day_from_julian (gint64 year, int month, int day);
gint64 fonds_day_from_hebrew (gint64 year, int month, int day);
gint64 fonds_day_from_islamic (gint64 year, int month, int day);
gint64 fonds_day_from_calendar (FondsCalendar calendar, const FondsCalendarDay *day);

FondsCalendarDay fonds_day_to_gregorian (gint64 day);
FondsCalendarDay fonds_day_to_julian (gint64 day);
FondsCalendarDay fonds_day_to_hebrew (gint64 day);
FondsCalendarDay fonds_day_to_islamic (gint64 day);
FondsCalendarDay fonds_day_to_calendar (FondsCalendar calendar, gint64 day);

int fonds_calendar_month_length (FondsCalendar calendar, gint64 year, int month);
int fonds_calendar_last_month (FondsCalendar calendar);
gint64 fonds_day_year (gint64 day);

gboolean fonds_hebrew_is_leap (gint64 year);
int fonds_hebrew_year_length (gint64 year);
int fonds_hebrew_number_parse (const char *letters);
int fonds_hebrew_year_parse (const char *letters);
char *fonds_hebrew_number_print (int number);
char *fonds_hebrew_year_print (gint64 year);

G_END_DECLS
