/* date-reading-date.h - one date as a person reads it (private to the readings) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/edtf.h"

G_BEGIN_DECLS

char *fonds_date_reading_of_year (gint64 year);
int fonds_date_reading_month_name (FondsCalendar calendar, gint64 year, int month);
char *fonds_date_reading_of_month (FondsCalendar calendar, gint64 year, int month);
char *fonds_date_reading_of_day (FondsCalendar calendar, gint64 day);
char *fonds_date_reading_of_date (const FondsEdtfDate *date);

G_END_DECLS
