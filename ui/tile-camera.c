/* tile-camera.c - what part of a picture is seen, how large and which way up
 *
 * Pure geometry. A picture that is smaller than the view lies in its middle; a larger one never lets
 * the view look past its edge.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-camera.h"

#include <math.h>

/* So much is enough to see single dots of a print or of a scan. */
#define MOST 8.0

/* A quarter turn clockwise sends what points right down, and what points down left. */
static void
turn (int turns, double *x, double *y)
{
  double was = *x;

  switch (turns)
    {
    case 1:
      *x = -*y;
      *y = was;
      break;
    case 2:
      *x = -*x;
      *y = -*y;
      break;
    case 3:
      *x = *y;
      *y = -was;
      break;
    default:
      break;
    }
}

static void
point_to_view (const FondsTileCamera *self, double *x, double *y)
{
  *x = (*x - self->x) * self->scale;
  *y = (*y - self->y) * self->scale;
  turn (self->turns, x, y);
  *x += self->view_width / 2;
  *y += self->view_height / 2;
}

static void
point_to_picture (const FondsTileCamera *self, double *x, double *y)
{
  *x -= self->view_width / 2;
  *y -= self->view_height / 2;
  turn ((4 - self->turns) % 4, x, y);
  *x = *x / self->scale + self->x;
  *y = *y / self->scale + self->y;
}

static double
hold (double centre, double size, double seen)
{
  return seen >= size ? size / 2 : CLAMP (centre, seen / 2, size - seen / 2);
}

static void
hold_in_view (FondsTileCamera *self)
{
  double across = (self->turns % 2 ? self->view_height : self->view_width) / self->scale;
  double down = (self->turns % 2 ? self->view_width : self->view_height) / self->scale;

  self->x = hold (self->x, self->width, across);
  self->y = hold (self->y, self->height, down);
}

/**
 * fonds_tile_camera_fit_scale:
 * @self: a camera
 *
 * Computes the scale at which the whole picture is seen; a small one is not blown up.
 *
 * Returns: the scale
 */
double
fonds_tile_camera_fit_scale (const FondsTileCamera *self)
{
  double width = self->turns % 2 ? self->height : self->width;
  double height = self->turns % 2 ? self->width : self->height;

  if (width <= 0 || height <= 0 || self->view_width <= 0 || self->view_height <= 0)
    return 1;
  return MIN (1, MIN (self->view_width / width, self->view_height / height));
}

/**
 * fonds_tile_camera_min_scale:
 * @self: a camera
 *
 * Returns: the smallest scale there is a use for
 */
double
fonds_tile_camera_min_scale (const FondsTileCamera *self)
{
  return fonds_tile_camera_fit_scale (self);
}

/**
 * fonds_tile_camera_max_scale:
 * @self: a camera
 *
 * Returns: the largest scale there is a use for
 */
double
fonds_tile_camera_max_scale (const FondsTileCamera *self)
{
  return MOST;
}

/**
 * fonds_tile_camera_set_picture:
 * @self: a camera
 * @width: the picture's width in pixels
 * @height: its height
 *
 * Looks at the whole of another picture, the way it lies.
 */
void
fonds_tile_camera_set_picture (FondsTileCamera *self, double width, double height)
{
  self->width = width;
  self->height = height;
  self->turns = 0;
  fonds_tile_camera_fit (self);
}

/**
 * fonds_tile_camera_set_view:
 * @self: a camera
 * @width: the view's width in the widget's units
 * @height: its height
 *
 * Follows the widget's size.
 */
void
fonds_tile_camera_set_view (FondsTileCamera *self, double width, double height)
{
  self->view_width = width;
  self->view_height = height;
  if (self->fitted)
    fonds_tile_camera_fit (self);
  else
    self->scale = MAX (self->scale, fonds_tile_camera_min_scale (self));
  hold_in_view (self);
}

/**
 * fonds_tile_camera_fit:
 * @self: a camera
 *
 * Looks at the whole picture, also when the view changes its size.
 */
void
fonds_tile_camera_fit (FondsTileCamera *self)
{
  self->fitted = TRUE;
  self->scale = fonds_tile_camera_fit_scale (self);
  self->x = self->width / 2;
  self->y = self->height / 2;
}

/**
 * fonds_tile_camera_zoom:
 * @self: a camera
 * @scale: the scale asked for
 * @x: a point of the view
 * @y: the same, downwards
 *
 * Comes nearer or goes away; what lies under the point stays there, as far as the edges let it.
 */
void
fonds_tile_camera_zoom (FondsTileCamera *self, double scale, double x, double y)
{
  double smallest = fonds_tile_camera_min_scale (self);
  double px = x, py = y;
  double dx = x - self->view_width / 2, dy = y - self->view_height / 2;

  scale = CLAMP (scale, smallest, fonds_tile_camera_max_scale (self));
  point_to_picture (self, &px, &py);
  turn ((4 - self->turns) % 4, &dx, &dy);
  self->scale = scale;
  self->x = px - dx / scale;
  self->y = py - dy / scale;
  self->fitted = scale <= smallest;
  hold_in_view (self);
}

/**
 * fonds_tile_camera_pan:
 * @self: a camera
 * @dx: how far the picture is pulled, in the view's units
 * @dy: the same, downwards
 *
 * Pulls the picture about.
 *
 * Returns: whether anything moved
 */
gboolean
fonds_tile_camera_pan (FondsTileCamera *self, double dx, double dy)
{
  double x = self->x, y = self->y;

  turn ((4 - self->turns) % 4, &dx, &dy);
  self->x -= dx / self->scale;
  self->y -= dy / self->scale;
  hold_in_view (self);
  return fabs (self->x - x) * self->scale > 0.01 || fabs (self->y - y) * self->scale > 0.01;
}

/**
 * fonds_tile_camera_turn:
 * @self: a camera
 * @turns: quarter turns clockwise; negative ones turn the other way
 *
 * Turns the picture about the middle of the view.
 */
void
fonds_tile_camera_turn (FondsTileCamera *self, int turns)
{
  self->turns = (((self->turns + turns) % 4) + 4) % 4;
  if (self->fitted)
    fonds_tile_camera_fit (self);
  else
    self->scale = MAX (self->scale, fonds_tile_camera_min_scale (self));
  hold_in_view (self);
}

/**
 * fonds_tile_camera_to_view:
 * @self: a camera
 * @picture: a part of the picture
 *
 * Finds where a part of the picture is seen.
 *
 * Returns: its place in the view
 */
graphene_rect_t
fonds_tile_camera_to_view (const FondsTileCamera *self, const graphene_rect_t *picture)
{
  double x0 = picture->origin.x, y0 = picture->origin.y;
  double x1 = x0 + picture->size.width, y1 = y0 + picture->size.height;

  point_to_view (self, &x0, &y0);
  point_to_view (self, &x1, &y1);
  return GRAPHENE_RECT_INIT ((float) MIN (x0, x1), (float) MIN (y0, y1), (float) fabs (x1 - x0),
                             (float) fabs (y1 - y0));
}

/**
 * fonds_tile_camera_visible:
 * @self: a camera
 *
 * Finds the part of the picture that is seen.
 *
 * Returns: it, in the picture's pixels
 */
graphene_rect_t
fonds_tile_camera_visible (const FondsTileCamera *self)
{
  double x0 = 0, y0 = 0, x1 = self->view_width, y1 = self->view_height;
  double left, top;

  point_to_picture (self, &x0, &y0);
  point_to_picture (self, &x1, &y1);
  left = CLAMP (MIN (x0, x1), 0, self->width);
  top = CLAMP (MIN (y0, y1), 0, self->height);
  return GRAPHENE_RECT_INIT ((float) left, (float) top,
                             (float) (CLAMP (MAX (x0, x1), 0, self->width) - left),
                             (float) (CLAMP (MAX (y0, y1), 0, self->height) - top));
}
