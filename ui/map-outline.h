/* map-outline.h - land, lakes and rivers of the world, as the small maps draw them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FONDS_MAP_LAND,
  FONDS_MAP_LAKES,
  FONDS_MAP_RIVERS,
  FONDS_MAP_N_LAYERS,
} FondsMapLayer;

/* Hundredths of a degree, east and north positive. */
typedef struct
{
  gint16 longitude;
  gint16 latitude;
} FondsMapPoint;

/**
 * FondsMapLine:
 * @layer: what it is
 * @points: its points, those of the outline
 * @n_points: how many
 * @low: the least longitude and latitude
 * @high: the greatest
 *
 * One line; of land and of lakes it is closed.
 */
typedef struct
{
  FondsMapLayer layer;
  const FondsMapPoint *points;
  guint n_points;
  FondsMapPoint low;
  FondsMapPoint high;
} FondsMapLine;

const FondsMapLine *fonds_map_outline (guint *n_lines);
GArray *fonds_map_outline_read (const guint8 *data, gsize length, GArray *points);

G_END_DECLS
