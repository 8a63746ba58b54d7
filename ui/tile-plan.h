/* tile-plan.h - which tiles a look at a picture needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-camera.h"
#include "ui/tile-source.h"

G_BEGIN_DECLS

guint fonds_tile_plan_level (const FondsTileShape *shape, double device_scale);
GArray *
fonds_tile_plan_seen (const FondsTileShape *shape, guint level, const graphene_rect_t *visible);
FondsTileId fonds_tile_plan_parent (const FondsTileShape *shape, FondsTileId tile, guint level);

G_END_DECLS
