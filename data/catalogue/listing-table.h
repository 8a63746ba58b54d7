/* listing-table.h - the documents that are shown, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

GArray *fonds_listing_by_id (FondsDb *db, guint32 kinds, gint64 after, guint limit, GError **error);
GArray *fonds_listing_by_uid (FondsDb *db,
                              guint32 kinds,
                              const char *after,
                              guint limit,
                              char **last,
                              GError **error);

G_END_DECLS
