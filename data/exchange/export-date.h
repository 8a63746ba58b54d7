/* export-date.h - the bounds of a date for formats that know only days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

char *fonds_export_date_start (const FondsValue *value);
char *fonds_export_date_end (const FondsValue *value);

G_END_DECLS
