/* tile-cache.h - the tiles of one picture that are at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-source.h"

G_BEGIN_DECLS

typedef struct _FondsTileCache FondsTileCache;

FondsTileCache *fonds_tile_cache_new (gsize max_bytes);
void fonds_tile_cache_free (FondsTileCache *self);

void fonds_tile_cache_add (FondsTileCache *self, FondsTileId tile, GdkTexture *texture);
GdkTexture *fonds_tile_cache_find (FondsTileCache *self, FondsTileId tile);
void fonds_tile_cache_trim (FondsTileCache *self, const GArray *wanted);
guint fonds_tile_cache_get_n_tiles (FondsTileCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsTileCache, fonds_tile_cache_free)

G_END_DECLS
