/* date-reading.h - dates in EDTF as a person reads them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "data/text/calendar.h"

G_BEGIN_DECLS

char *fonds_date_reading (const char *edtf, FondsCalendar original);

G_END_DECLS
