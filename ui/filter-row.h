/* filter-row.h - one value that the results can be narrowed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_FILTER_ROW (fonds_filter_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsFilterRow, fonds_filter_row, FONDS, FILTER_ROW, GtkListBoxRow)

FondsFilterRow *
fonds_filter_row_new (FondsFinder *finder, FondsFacet facet, const FondsFacetValue *value);
FondsFilterRow *fonds_filter_row_new_more (FondsFacet facet, guint n_values);

FondsFacet fonds_filter_row_get_facet (FondsFilterRow *self);
const char *fonds_filter_row_get_value (FondsFilterRow *self);

void fonds_filter_row_toggle (FondsFilterRow *self);

G_END_DECLS
