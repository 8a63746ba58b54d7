/* map-draw.h - a small map around a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FondsMapScene:
 * @latitude: of the place, in degrees
 * @longitude: of the place, in degrees
 * @span: how many degrees of latitude the map is high
 * @width: in units of the cairo context
 * @height: in units of the cairo context
 * @ink: the colour of writing around the map
 * @accent: the colour of the place
 *
 * What a map shows and how.
 */
typedef struct
{
  double latitude;
  double longitude;
  double span;
  int width;
  int height;
  GdkRGBA ink;
  GdkRGBA accent;
} FondsMapScene;

void fonds_map_draw (cairo_t *cr, const FondsMapScene *scene);

G_END_DECLS
