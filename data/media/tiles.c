/* tiles.c - one page of a file in pieces, at every magnification
 *
 * Level 0 is the whole page; each further level is half as large, down to one that fits into a tile.
 * Nothing but the pieces that are asked for is ever decoded.
 * Thread: asked from the main context, worked out in the pools. Ownership: holds the media.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/tiles.h"

#include "data/media/decode.h"
#include "data/media/media-private.h"
#include "data/media/pyramid.h"

#include <glib/gi18n-lib.h>

struct _FondsTiles
{
  GObject parent_instance;

  /* owned */
  FondsMedia *media;
  GPtrArray *levels; /* of VipsImage, upright */
  GPtrArray *memory; /* (nullable): of GBytes: the levels, where they are not on the disk */
};

G_DEFINE_FINAL_TYPE (FondsTiles, fonds_tiles, G_TYPE_OBJECT)

static void
fonds_tiles_finalize (GObject *object)
{
  FondsTiles *self = FONDS_TILES (object);

  g_ptr_array_unref (self->levels);
  g_clear_pointer (&self->memory, g_ptr_array_unref);
  g_clear_object (&self->media);
  G_OBJECT_CLASS (fonds_tiles_parent_class)->finalize (object);
}

static void
fonds_tiles_class_init (FondsTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_tiles_finalize;
}

static void
fonds_tiles_init (FondsTiles *self)
{
  self->levels = g_ptr_array_new_with_free_func (g_object_unref);
}

static VipsImage *
load_level (FondsTiles *self, const char *path, GBytes *memory)
{
  g_autoptr (FondsPicture) stored = fonds_pyramid_open (path, memory, FALSE);
  VipsImage *upright = NULL;

  return stored != NULL && vips_autorot (stored, &upright, NULL) == 0 ? upright : NULL;
}

static gboolean
has_level (FondsTiles *self, const char *path, guint level)
{
  return self->memory != NULL ? level < self->memory->len : g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
load_levels (FondsTiles *self, const char *tiles, GError **error)
{
  for (guint level = 0; TRUE; level++)
    {
      g_autofree char *path = fonds_pyramid_level (tiles, level);
      VipsImage *image;

      if (level > 0 && !has_level (self, path, level))
        return TRUE;
      image = load_level (self, path,
                          self->memory != NULL ? g_ptr_array_index (self->memory, level) : NULL);
      if (image == NULL)
        {
          fonds_decode_fail (path, "image/tiff", NULL, error);
          return FALSE;
        }
      g_ptr_array_add (self->levels, image);
    }
}

/* Which page of which file. */
typedef struct
{
  char *hash;
  guint page;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->hash);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (FondsTiles) self = g_object_new (FONDS_TYPE_TILES, NULL);
  GError *error = NULL;
  g_autofree char *folder = _fonds_media_folder (source, &error);
  g_autofree char *path = folder != NULL ? fonds_pyramid_find (folder, opening->hash, opening->page,
                                                               &self->memory, cancellable, &error)
                                         : NULL;

  self->media = g_object_ref (source);
  if (path != NULL && load_levels (self, path, &error))
    g_task_return_pointer (task, g_steal_pointer (&self), g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_tiles_open_async:
 * @media: media
 * @hash: a file's hash
 * @page: from 0
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Opens a page to be looked at closely. The first time its tiles are made, which takes a second or two
 * for a hundred million pixels: show the large thumbnail meanwhile.
 */
void
fonds_tiles_open_async (FondsMedia *media,
                        const char *hash,
                        guint page,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (media, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->hash = g_strdup (hash);
  opening->page = page;
  g_task_set_source_tag (task, fonds_tiles_open_async);
  g_task_set_task_data (task, opening, opening_free);
  fonds_pool_push (_fonds_media_makers (media), task, open_in_thread);
}

/**
 * fonds_tiles_open_finish:
 * @media: media
 * @result: what the callback was given
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Ends [func@tiles_open_async].
 *
 * Returns: (transfer full) (nullable): the page
 */
FondsTiles *
fonds_tiles_open_finish (FondsMedia *media, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, media), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fonds_tiles_n_levels:
 * @self: a page
 *
 * Returns: how many magnifications there are, at least 1
 */
guint
fonds_tiles_n_levels (FondsTiles *self)
{
  return self->levels->len;
}

/**
 * fonds_tiles_level_size:
 * @self: a page
 * @level: from 0, the largest
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Says how large the page is at a magnification, upright.
 */
void
fonds_tiles_level_size (FondsTiles *self, guint level, int *width, int *height)
{
  VipsImage *image = g_ptr_array_index (self->levels, level);

  *width = vips_image_get_width (image);
  *height = vips_image_get_height (image);
}

/* Which tile. */
typedef struct
{
  guint level;
  int column;
  int row;
} Place;

static FondsPixels *
read_tile (FondsTiles *self, const Place *place, GError **error)
{
  VipsImage *level = g_ptr_array_index (self->levels, place->level);
  int left = place->column * FONDS_TILE_SIZE, top = place->row * FONDS_TILE_SIZE;
  g_autoptr (FondsPicture) piece = NULL;

  if (vips_extract_area (level, &piece, left, top,
                         MIN (FONDS_TILE_SIZE, vips_image_get_width (level) - left),
                         MIN (FONDS_TILE_SIZE, vips_image_get_height (level) - top), NULL) == 0)
    return fonds_decode_to_pixels (piece, error);
  fonds_decode_fail ("/", "image/tiff", NULL, error);
  return NULL;
}

static void
get_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  FondsPixels *pixels = read_tile (source, data, &error);

  if (pixels != NULL)
    g_task_return_pointer (task, pixels, (GDestroyNotify) fonds_pixels_unref);
  else
    g_task_return_error (task, error);
}

static gboolean
has_tile (FondsTiles *self, guint level, int column, int row)
{
  int width, height;

  if (level >= self->levels->len || column < 0 || row < 0)
    return FALSE;
  fonds_tiles_level_size (self, level, &width, &height);
  return column * FONDS_TILE_SIZE < width && row * FONDS_TILE_SIZE < height;
}

/**
 * fonds_tiles_get_async:
 * @self: a page
 * @level: from 0, the largest
 * @column: which tile from the left, from 0
 * @row: which tile from the top, from 0
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Asks for a tile. What was asked for last is read first.
 */
void
fonds_tiles_get_async (FondsTiles *self,
                       guint level,
                       int column,
                       int row,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Place *place;

  g_return_if_fail (has_tile (self, level, column, row));

  task = g_task_new (self, cancellable, callback, user_data);
  place = g_new0 (Place, 1);
  place->level = level;
  place->column = column;
  place->row = row;
  g_task_set_source_tag (task, fonds_tiles_get_async);
  g_task_set_task_data (task, place, g_free);
  fonds_pool_push (_fonds_media_readers (self->media), task, get_in_thread);
}

/**
 * fonds_tiles_get_finish:
 * @self: a page
 * @result: what the callback was given
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Ends [method@Tiles.get_async].
 *
 * Returns: (transfer full) (nullable): the tile
 */
FondsPixels *
fonds_tiles_get_finish (FondsTiles *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
