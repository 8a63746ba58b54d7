/* filters.h - the button that narrows the results, with its panel of counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_FILTERS (fonds_filters_get_type ())

G_DECLARE_FINAL_TYPE (FondsFilters, fonds_filters, FONDS, FILTERS, AdwBin)

FondsFilters *fonds_filters_new (void);

void fonds_filters_set_finder (FondsFilters *self, FondsFinder *finder);

G_END_DECLS
