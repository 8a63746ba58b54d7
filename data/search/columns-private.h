/* columns-private.h - how a snapshot of the facts is put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns-table.h"
#include "data/search/columns.h"

G_BEGIN_DECLS

FondsColumns *_fonds_columns_new (guint32 n, const FondsColumns *old);
void _fonds_columns_put (FondsColumns *self, const FondsFacts *facts, GHashTable *level_numbers);
GHashTable *_fonds_columns_number_levels (FondsColumns *self);
gboolean _fonds_columns_shows (const FondsColumns *self, const FondsFacts *facts);
void _fonds_columns_build_tree (FondsColumns *self);

G_END_DECLS
