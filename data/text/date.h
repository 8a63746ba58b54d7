/* date.h - the days that a date covers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/calendar.h"

G_BEGIN_DECLS

/* Open ends: whole numbers that JSON and SQLite carry exactly, before and after every real day. */
#define FONDS_DAY_EARLIEST (-G_GINT64_CONSTANT (9007199254740991))
#define FONDS_DAY_LATEST G_GINT64_CONSTANT (9007199254740991)
/* A bound that exists but that nobody knows: "1902/". */
#define FONDS_DAY_UNKNOWN (-G_GINT64_CONSTANT (9007199254740992))

/**
 * FondsDays:
 * @from: the first day as it is written, for display and order
 * @to: the last day as it is written
 * @search_from: the first day that a search finds, with the margins of "~"; never unknown
 * @search_to: the last day that a search finds; never unknown
 * @known: only if one bound is unknown: the inner end of the other one, for order
 *
 * Julian Day Numbers, both ends included.
 */
typedef struct
{
  gint64 from, to, search_from, search_to;
  gint64 known;
} FondsDays;

gboolean fonds_date_days (const char *edtf, FondsDays *days);

gint64 fonds_days_sort_from (const FondsDays *days);
gint64 fonds_days_sort_to (const FondsDays *days);

G_END_DECLS
