/* map-draw.c - a small map around a place
 *
 * Land, lakes, rivers and lines of degrees, in shades of the text's own colour, so that it fits light,
 * dark and high contrast. There are no borders and no names: a map says where, not whose. North is up
 * and east is right in every language. Degrees of longitude are as wide as they are at the place.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/map-draw.h"

#include "ui/map-outline.h"

#include <math.h>

#define PER_DEGREE 100.0 /* of the outline's unit */
#define SEA 0.04         /* shares of the ink */
#define LAND 0.17
#define RIVER 0.10
#define GRID 0.10
#define EVERY 5 /* degrees between the lines */

/* From hundredths of a degree to the map, where the place is in the middle. */
typedef struct
{
  double x;
  double y;
  double across; /* of a hundredth of a degree */
  double down;
  double west; /* what is seen, in hundredths of a degree */
  double east;
  double south;
  double north;
} Frame;

static Frame
make_frame (const FondsMapScene *scene)
{
  double down = scene->height / (scene->span * PER_DEGREE);
  /* Near the poles the map would be endlessly wide. */
  double across = down * MAX (cos (scene->latitude * G_PI / 180), 0.15);
  double x = scene->longitude * PER_DEGREE, y = scene->latitude * PER_DEGREE;
  double wide = scene->width / across / 2, high = scene->height / down / 2;

  return (Frame){ x, y, across, down, x - wide, x + wide, y - high, y + high };
}

static void
move (cairo_t *cr, const FondsMapScene *scene, const Frame *frame, double x, double y, gboolean pen)
{
  double to_x = scene->width / 2.0 + (x - frame->x) * frame->across;
  double to_y = scene->height / 2.0 - (y - frame->y) * frame->down;

  if (pen)
    cairo_line_to (cr, to_x, to_y);
  else
    cairo_move_to (cr, to_x, to_y);
}

static void
add_line (cairo_t *cr,
          const FondsMapScene *scene,
          const Frame *frame,
          const FondsMapLine *line,
          double turn)
{
  guint i;

  if (line->high.longitude + turn < frame->west || line->low.longitude + turn > frame->east ||
      line->high.latitude < frame->south || line->low.latitude > frame->north)
    return;
  for (i = 0; i < line->n_points; i++)
    move (cr, scene, frame, line->points[i].longitude + turn, line->points[i].latitude, i > 0);
  if (line->layer != FONDS_MAP_RIVERS)
    cairo_close_path (cr);
}

/* East of 180 degrees the world begins anew. */
static void
add_layer (cairo_t *cr, const FondsMapScene *scene, const Frame *frame, FondsMapLayer layer)
{
  guint n, i;
  const FondsMapLine *lines = fonds_map_outline (&n);
  int turn;

  cairo_new_path (cr);
  for (i = 0; i < n; i++)
    for (turn = -36000; lines[i].layer == layer && turn <= 36000; turn += 36000)
      add_line (cr, scene, frame, &lines[i], turn);
}

static void
set_ink (cairo_t *cr, const FondsMapScene *scene, double share)
{
  cairo_set_source_rgba (cr, scene->ink.red, scene->ink.green, scene->ink.blue,
                         scene->ink.alpha * share);
}

/* Water is cut out of the land rather than painted on it: what lies under the map may have any
 * colour. */
static void
draw_world (cairo_t *cr, const FondsMapScene *scene, const Frame *frame)
{
  set_ink (cr, scene, SEA);
  cairo_paint (cr);
  cairo_push_group (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  add_layer (cr, scene, frame, FONDS_MAP_LAND);
  set_ink (cr, scene, LAND);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  add_layer (cr, scene, frame, FONDS_MAP_LAKES);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  add_layer (cr, scene, frame, FONDS_MAP_RIVERS);
  set_ink (cr, scene, RIVER);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_grid (cairo_t *cr, const FondsMapScene *scene, const Frame *frame)
{
  const double step = EVERY * PER_DEGREE;
  double at;

  cairo_new_path (cr);
  for (at = ceil (frame->west / step) * step; at <= frame->east; at += step)
    {
      move (cr, scene, frame, at, frame->south, FALSE);
      move (cr, scene, frame, at, frame->north, TRUE);
    }
  for (at = ceil (frame->south / step) * step; at <= frame->north; at += step)
    {
      move (cr, scene, frame, frame->west, at, FALSE);
      move (cr, scene, frame, frame->east, at, TRUE);
    }
  set_ink (cr, scene, GRID);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_place (cairo_t *cr, const FondsMapScene *scene)
{
  double x = scene->width / 2.0, y = scene->height / 2.0;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, 12, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, scene->accent.red, scene->accent.green, scene->accent.blue, 0.25);
  cairo_fill (cr);
  cairo_arc (cr, x, y, 5, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, scene->accent.red, scene->accent.green, scene->accent.blue, 1);
  cairo_fill (cr);
}

/**
 * fonds_map_draw:
 * @cr: where to draw
 * @scene: what to draw
 *
 * Draws a map from 0, 0 to the scene's width and height.
 */
void
fonds_map_draw (cairo_t *cr, const FondsMapScene *scene)
{
  Frame frame = make_frame (scene);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_clip (cr);
  draw_world (cr, scene, &frame);
  draw_grid (cr, scene, &frame);
  draw_place (cr, scene);
  cairo_restore (cr);
}
