/* date-names.h - the names of months, seasons and centuries (private to the readings) */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/calendar.h"

G_BEGIN_DECLS

#define FONDS_N_CENTURY_NAMES 21
/* In a leap year month 6 has a name of its own; "Adar" is then the two together. */
#define FONDS_DATE_ADAR_I 14

const char *fonds_date_month_name (FondsCalendar calendar, int month, gboolean with_day);
const char *fonds_date_season_name (int season);
const char *fonds_date_century_name (int century);

G_END_DECLS
