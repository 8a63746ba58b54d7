/* query-sql.h - the words of a query, asked of FTS5
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/query-private.h"
#include "data/store/bitset.h"

G_BEGIN_DECLS

gboolean fonds_match_can_say (const FondsNode *node);
char *fonds_match_say (const FondsNode *node, guint columns);
char *fonds_match_say_side_by_side (const GPtrArray *nodes, guint columns);

gboolean fonds_match_bits (FondsDb *db, const char *match, FondsBitset *set, GError **error);
GHashTable *fonds_match_scores (FondsDb *db, const char *match, GError **error);

G_END_DECLS
