/* date-normalise.h - dates as people write them, to EDTF */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/calendar.h"

G_BEGIN_DECLS

char *fonds_date_normalise (const char *phrase, FondsCalendar *calendar, char **said);

G_END_DECLS
