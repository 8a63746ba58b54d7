/* media-tiles.c - a page of a file as a picture in tiles
 *
 * Thread: main context; the pixels are decoded elsewhere and only wrapped here.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-tiles.h"

#include "ui/media-thumbnails.h"

struct _FondsMediaTiles
{
  GObject parent_instance;

  FondsTiles *tiles; /* owned */
};

static void
get_shape (FondsTileSource *source, FondsTileShape *shape)
{
  FondsTiles *tiles = FONDS_MEDIA_TILES (source)->tiles;
  guint i;

  shape->tile_size = FONDS_TILE_SIZE;
  shape->n_levels = MIN (fonds_tiles_n_levels (tiles), FONDS_TILE_MAX_LEVELS);
  for (i = 0; i < shape->n_levels; i++)
    fonds_tiles_level_size (tiles, i, &shape->level[i].width, &shape->level[i].height);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (FondsPixels) pixels = fonds_tiles_get_finish (FONDS_TILES (source), result, &error);

  if (pixels)
    g_task_return_pointer (task, fonds_pixels_to_texture (pixels), g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
load_async (FondsTileSource *source,
            FondsTileId tile,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  FondsMediaTiles *self = FONDS_MEDIA_TILES (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, load_async);
  fonds_tiles_get_async (self->tiles, tile.level, (int) tile.column, (int) tile.row, cancellable,
                         got_cb, task);
}

static GdkTexture *
load_finish (FondsTileSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tile_source_init (FondsTileSourceInterface *iface)
{
  iface->get_shape = get_shape;
  iface->load_async = load_async;
  iface->load_finish = load_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsMediaTiles,
                               fonds_media_tiles,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FONDS_TYPE_TILE_SOURCE, tile_source_init))

static void
fonds_media_tiles_finalize (GObject *object)
{
  g_object_unref (FONDS_MEDIA_TILES (object)->tiles);

  G_OBJECT_CLASS (fonds_media_tiles_parent_class)->finalize (object);
}

static void
fonds_media_tiles_class_init (FondsMediaTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_media_tiles_finalize;
}

static void
fonds_media_tiles_init (FondsMediaTiles *self)
{
}

/**
 * fonds_media_tiles_new:
 * @tiles: a page of a file
 *
 * Lets a page be shown.
 *
 * Returns: (transfer full): the picture
 */
FondsTileSource *
fonds_media_tiles_new (FondsTiles *tiles)
{
  FondsMediaTiles *self = g_object_new (FONDS_TYPE_MEDIA_TILES, NULL);

  self->tiles = g_object_ref (tiles);
  return FONDS_TILE_SOURCE (self);
}
