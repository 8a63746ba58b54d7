/* tile-loader.h - gets the tiles that are looked at, and keeps some of those that were
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-source.h"

G_BEGIN_DECLS

#define FONDS_TYPE_TILE_LOADER (fonds_tile_loader_get_type ())

G_DECLARE_FINAL_TYPE (FondsTileLoader, fonds_tile_loader, FONDS, TILE_LOADER, GObject)

FondsTileLoader *fonds_tile_loader_new (FondsTileSource *source);

const FondsTileShape *fonds_tile_loader_get_shape (FondsTileLoader *self);
void fonds_tile_loader_want (FondsTileLoader *self, GArray *tiles);
GdkTexture *fonds_tile_loader_find (FondsTileLoader *self, FondsTileId tile);
guint fonds_tile_loader_get_n_missing (FondsTileLoader *self);
guint fonds_tile_loader_get_n_failed (FondsTileLoader *self);

G_END_DECLS
