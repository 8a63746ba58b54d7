/* filter-chips.h - what the results are narrowed to, each with a way out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_FILTER_CHIPS (fonds_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (FondsFilterChips, fonds_filter_chips, FONDS, FILTER_CHIPS, AdwBin)

FondsFilterChips *fonds_filter_chips_new (void);

void fonds_filter_chips_set_finder (FondsFilterChips *self, FondsFinder *finder);

G_END_DECLS
