/* tile-source.c - a large picture that is had in tiles, at several sizes
 *
 * Who draws knows only this; where the pixels come from is the implementation's affair.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-source.h"

G_DEFINE_INTERFACE (FondsTileSource, fonds_tile_source, G_TYPE_OBJECT)

static void
fonds_tile_source_default_init (FondsTileSourceInterface *iface)
{
}

/**
 * fonds_tile_source_get_shape:
 * @self: a source
 * @shape: (out caller-allocates): its shape
 *
 * Says how large the picture is and which tiles there are.
 */
void
fonds_tile_source_get_shape (FondsTileSource *self, FondsTileShape *shape)
{
  g_return_if_fail (FONDS_IS_TILE_SOURCE (self));

  FONDS_TILE_SOURCE_GET_IFACE (self)->get_shape (self, shape);
}

/**
 * fonds_tile_source_load_async:
 * @self: a source
 * @tile: one of its tiles
 * @cancellable: (nullable): what stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Gets a tile's pixels, off the main thread.
 */
void
fonds_tile_source_load_async (FondsTileSource *self,
                              FondsTileId tile,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (FONDS_IS_TILE_SOURCE (self));

  FONDS_TILE_SOURCE_GET_IFACE (self)->load_async (self, tile, cancellable, callback, user_data);
}

/**
 * fonds_tile_source_load_finish:
 * @self: a source
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Takes the answer of fonds_tile_source_load_async().
 *
 * Returns: (transfer full) (nullable): the tile
 */
GdkTexture *
fonds_tile_source_load_finish (FondsTileSource *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FONDS_IS_TILE_SOURCE (self), NULL);

  return FONDS_TILE_SOURCE_GET_IFACE (self)->load_finish (self, result, error);
}

/**
 * fonds_tile_shape_fill:
 * @self: a shape
 * @width: the picture's width in pixels
 * @height: its height
 * @tile_size: the side of a tile
 *
 * Lays out levels, each half the size of the one before, until one tile holds all of it.
 */
void
fonds_tile_shape_fill (FondsTileShape *self, int width, int height, int tile_size)
{
  self->tile_size = tile_size;
  self->n_levels = 0;
  for (;;)
    {
      self->level[self->n_levels].width = width;
      self->level[self->n_levels].height = height;
      self->n_levels++;
      if ((width <= tile_size && height <= tile_size) || self->n_levels == FONDS_TILE_MAX_LEVELS)
        return;
      width = MAX (1, width / 2);
      height = MAX (1, height / 2);
    }
}

/**
 * fonds_tile_shape_rect:
 * @self: a shape
 * @tile: one of its tiles
 *
 * Finds where a tile lies.
 *
 * Returns: its place in the picture's own pixels
 */
graphene_rect_t
fonds_tile_shape_rect (const FondsTileShape *self, FondsTileId tile)
{
  double width = self->level[tile.level].width;
  double height = self->level[tile.level].height;
  double across = self->level[0].width / width;
  double down = self->level[0].height / height;
  double x = (double) tile.column * self->tile_size;
  double y = (double) tile.row * self->tile_size;

  return GRAPHENE_RECT_INIT ((float) (x * across), (float) (y * down),
                             (float) (MIN (self->tile_size, width - x) * across),
                             (float) (MIN (self->tile_size, height - y) * down));
}
