/* tile-plan.c - which tiles a look at a picture needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-plan.h"

#include <math.h>

/**
 * fonds_tile_plan_level:
 * @shape: a picture's shape
 * @device_scale: dots of the screen a picture's pixel
 * @blow_up: how much a level may be blown up; the next finer one has four times as many tiles
 *
 * Chooses the coarsest level that is fine enough.
 *
 * Returns: the level
 */
guint
fonds_tile_plan_level (const FondsTileShape *shape, double device_scale, double blow_up)
{
  guint level = 0;

  while (level + 1 < shape->n_levels)
    {
      double part = (double) shape->level[level + 1].width / shape->level[0].width;

      if (device_scale > part * blow_up)
        break;
      level++;
    }
  return level;
}

typedef struct
{
  FondsTileId tile;
  double distance;
} Placed;

static int
nearer (gconstpointer a, gconstpointer b)
{
  double first = ((const Placed *) a)->distance, second = ((const Placed *) b)->distance;

  return first < second ? -1 : first > second;
}

/* First and last tile that a stretch of the picture touches; none where the stretch has no length. */
static gboolean
span (double start, double length, double pixels_a_tile, int n_tiles, int *first, int *last)
{
  if (length <= 0)
    return FALSE;
  *first = CLAMP ((int) floor (start / pixels_a_tile), 0, n_tiles - 1);
  *last = CLAMP ((int) ceil ((start + length) / pixels_a_tile) - 1, *first, n_tiles - 1);
  return TRUE;
}

static GArray *
place (const FondsTileShape *shape, guint level, const graphene_rect_t *visible)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  int width = shape->level[level].width, height = shape->level[level].height;
  double across = (double) shape->tile_size * shape->level[0].width / width;
  double down = (double) shape->tile_size * shape->level[0].height / height;
  int columns = (width + shape->tile_size - 1) / shape->tile_size;
  int rows = (height + shape->tile_size - 1) / shape->tile_size;
  int left, right, top, bottom, column, row;

  if (!span (visible->origin.x, visible->size.width, across, columns, &left, &right) ||
      !span (visible->origin.y, visible->size.height, down, rows, &top, &bottom))
    return placed;
  for (row = top; row <= bottom; row++)
    {
      for (column = left; column <= right; column++)
        {
          Placed one = { .tile = { level, (guint) column, (guint) row } };

          one.distance =
              hypot ((column + 0.5) * across - visible->origin.x - visible->size.width / 2,
                     (row + 0.5) * down - visible->origin.y - visible->size.height / 2);
          g_array_append_val (placed, one);
        }
    }
  return placed;
}

/**
 * fonds_tile_plan_seen:
 * @shape: a picture's shape
 * @level: which size is drawn
 * @visible: the part of the picture that is seen, in its pixels
 *
 * Lists the tiles that are seen, from the middle outwards: where one looks is sharp first.
 *
 * Returns: (transfer full) (element-type FondsTileId): the tiles
 */
GArray *
fonds_tile_plan_seen (const FondsTileShape *shape, guint level, const graphene_rect_t *visible)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (FondsTileId));
  g_autoptr (GArray) placed = place (shape, level, visible);
  guint i;

  g_array_sort (placed, nearer);
  for (i = 0; i < placed->len; i++)
    g_array_append_val (tiles, g_array_index (placed, Placed, i).tile);
  return tiles;
}

/**
 * fonds_tile_plan_parent:
 * @shape: a picture's shape
 * @tile: a tile
 * @level: a coarser level
 *
 * Finds what can stand in for a tile that is not there yet.
 *
 * Returns: the coarser tile that covers its middle
 */
FondsTileId
fonds_tile_plan_parent (const FondsTileShape *shape, FondsTileId tile, guint level)
{
  graphene_rect_t place = fonds_tile_shape_rect (shape, tile);
  double x = (place.origin.x + place.size.width / 2) / shape->level[0].width;
  double y = (place.origin.y + place.size.height / 2) / shape->level[0].height;

  return (FondsTileId){ level, (guint) (x * shape->level[level].width) / (guint) shape->tile_size,
                        (guint) (y * shape->level[level].height) / (guint) shape->tile_size };
}
