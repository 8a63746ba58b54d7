/* tile-camera.h - what part of a picture is seen, how large and which way up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FondsTileCamera:
 * @width: the picture's width, not turned, in its own pixels
 * @height: its height
 * @view_width: the view's width, in the widget's units
 * @view_height: its height
 * @x: what lies in the middle of the view, in the picture's pixels
 * @y: the same, downwards
 * @scale: the widget's units a picture's pixel
 * @turns: quarter turns clockwise, 0 to 3
 * @fitted: whether the whole picture is kept in view when the view changes its size
 *
 * A look at a picture.
 */
typedef struct
{
  double width, height;
  double view_width, view_height;
  double x, y;
  double scale;
  int turns;
  gboolean fitted;
} FondsTileCamera;

void fonds_tile_camera_set_picture (FondsTileCamera *self, double width, double height);
void fonds_tile_camera_set_view (FondsTileCamera *self, double width, double height);

double fonds_tile_camera_fit_scale (const FondsTileCamera *self);
double fonds_tile_camera_min_scale (const FondsTileCamera *self);
double fonds_tile_camera_max_scale (const FondsTileCamera *self);

void fonds_tile_camera_fit (FondsTileCamera *self);
void fonds_tile_camera_zoom (FondsTileCamera *self, double scale, double x, double y);
gboolean fonds_tile_camera_pan (FondsTileCamera *self, double dx, double dy);
void fonds_tile_camera_turn (FondsTileCamera *self, int turns);

graphene_rect_t fonds_tile_camera_to_view (const FondsTileCamera *self,
                                           const graphene_rect_t *picture);
graphene_rect_t fonds_tile_camera_visible (const FondsTileCamera *self);

G_END_DECLS
