/* facet-count.h - counts the values of facets, and narrows by them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "data/search/facet.h"

G_BEGIN_DECLS

FondsBitset *fonds_facet_select (FondsDb *db,
                                 const FondsColumns *columns,
                                 FondsFacet facet,
                                 const GPtrArray *values,
                                 const FondsBitset *candidates,
                                 GError **error);

GPtrArray *fonds_facet_count (FondsDb *db,
                              const FondsColumns *columns,
                              FondsFacet facet,
                              const FondsBitset *set,
                              const GPtrArray *wanted,
                              guint *n_values,
                              GError **error);

G_END_DECLS
