/* tile-source.h - a large picture that is had in tiles, at several sizes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture of two milliards of pixels a side needs no more. */
#define FONDS_TILE_MAX_LEVELS 24

/**
 * FondsTileShape:
 * @tile_size: the side of a tile in its own pixels; the last of a row or column may be smaller
 * @n_levels: how many sizes there are, at least one
 * @level: width and height of each, from the full size down
 *
 * What a picture's tiles look like.
 */
typedef struct
{
  int tile_size;
  guint n_levels;
  struct
  {
    int width, height;
  } level[FONDS_TILE_MAX_LEVELS];
} FondsTileShape;

/**
 * FondsTileId:
 *
 * One tile: its level (0 is the full size), column and row.
 */
typedef struct
{
  guint level, column, row;
} FondsTileId;

#define FONDS_TYPE_TILE_SOURCE (fonds_tile_source_get_type ())

G_DECLARE_INTERFACE (FondsTileSource, fonds_tile_source, FONDS, TILE_SOURCE, GObject)

struct _FondsTileSourceInterface
{
  GTypeInterface parent_interface;

  void (*get_shape) (FondsTileSource *self, FondsTileShape *shape);
  void (*load_async) (FondsTileSource *self,
                      FondsTileId tile,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  GdkTexture *(*load_finish) (FondsTileSource *self, GAsyncResult *result, GError **error);
};

void fonds_tile_source_get_shape (FondsTileSource *self, FondsTileShape *shape);
void fonds_tile_source_load_async (FondsTileSource *self,
                                   FondsTileId tile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GdkTexture *
fonds_tile_source_load_finish (FondsTileSource *self, GAsyncResult *result, GError **error);

void fonds_tile_shape_fill (FondsTileShape *self, int width, int height, int tile_size);
graphene_rect_t fonds_tile_shape_rect (const FondsTileShape *self, FondsTileId tile);

G_END_DECLS
