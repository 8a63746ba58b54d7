/* media-tiles.h - a page of a file as a picture in tiles
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/tiles.h"
#include "ui/tile-source.h"

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA_TILES (fonds_media_tiles_get_type ())

G_DECLARE_FINAL_TYPE (FondsMediaTiles, fonds_media_tiles, FONDS, MEDIA_TILES, GObject)

FondsTileSource *fonds_media_tiles_new (FondsTiles *tiles);

G_END_DECLS
