/* facet-bucket.h - the values of a facet as numbers, and as people and files know them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "data/search/facet.h"

G_BEGIN_DECLS

/* A decade's bucket is the decade and this. */
#define FONDS_DECADE_BASE 32768

guint32 fonds_bucket_count (const FondsColumns *columns, FondsFacet facet);
FondsMultiId fonds_bucket_multi (FondsFacet facet);
gboolean fonds_bucket_find (FondsDb *db,
                            const FondsColumns *columns,
                            FondsFacet facet,
                            const char *value,
                            guint32 *bucket,
                            GError **error);
gboolean fonds_bucket_describe (FondsDb *db,
                                const FondsColumns *columns,
                                FondsFacet facet,
                                guint32 bucket,
                                FondsFacetValue *value,
                                GError **error);

G_END_DECLS
