/* link-table.h - other records as they are named on a record's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

FondsLink *fonds_link_load (FondsDb *db, gint64 id, GError **error);
GPtrArray *fonds_link_list_ancestors (FondsDb *db, gint64 id, GError **error);
GPtrArray *fonds_link_list_targets (FondsDb *db, gint64 id, GError **error);
GPtrArray *fonds_link_list_incoming (FondsDb *db, gint64 id, guint limit, GError **error);
char *fonds_link_join_codes (const GPtrArray *ancestors, const char *own);
gboolean fonds_link_count_incoming (FondsDb *db, gint64 id, gint64 *n, GError **error);
gboolean fonds_link_count_children (FondsDb *db, gint64 id, gint64 *n, GError **error);

G_END_DECLS
