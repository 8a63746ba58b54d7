/* tile-plan.h - which tiles a look at a picture needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-camera.h"
#include "ui/tile-source.h"

G_BEGIN_DECLS

/* So much a level is blown up at most: where it rests, and where it moves and has to be quick. */
#define FONDS_TILE_BLOW_UP_STILL 1.15
#define FONDS_TILE_BLOW_UP_MOVING 1.5

guint fonds_tile_plan_level (const FondsTileShape *shape, double device_scale, double blow_up);
GArray *
fonds_tile_plan_seen (const FondsTileShape *shape, guint level, const graphene_rect_t *visible);
FondsTileId fonds_tile_plan_parent (const FondsTileShape *shape, FondsTileId tile, guint level);

G_END_DECLS
