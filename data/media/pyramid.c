/* pyramid.c - a picture in tiles and halves, made once and kept
 *
 * A folder in .derived/ of TIFFs in tiles: 0.tif is the whole picture, each further one half as large.
 * They are made from top to bottom without turning the picture upright, for which a whole picture would
 * have to be held: how it lies is noted, and each tile is turned when it is read.
 * libvips could write all sizes into one file, but crashes there when it is cancelled, when a part can't
 * be read and when the disk is full (8.14).
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/pyramid.h"

#include "data/media/decode.h"
#include "data/media/error.h"
#include "data/media/facts-file.h"
#include "data/media/folder.h"
#include "data/media/tiles.h"

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#define QUALITY 85

/* What has no pixels of its own is drawn as a good printer would, a PDF's points being 1/72 inch… */
#define PRINTED (300.0 / 72.0)

/* …but never with more pixels than this: 64 megabytes while it is drawn. */
#define MOST_DRAWN (16.0 * 1024 * 1024)

/**
 * fonds_pyramid_path:
 * @folder: the media folder
 * @hash: a file's hash
 * @page: from 0
 *
 * Returns: (transfer full): the folder where the tiles of a page are kept
 */
char *
fonds_pyramid_path (const char *folder, const char *hash, guint page)
{
  g_autofree char *name = g_strdup_printf ("%u-tiles", page);

  return fonds_folder_derived (folder, hash, name);
}

/**
 * fonds_pyramid_level:
 * @tiles: the folder
 * @level: from 0, the largest
 *
 * Returns: (transfer full): where the tiles of a level lie or would lie
 */
char *
fonds_pyramid_level (const char *tiles, guint level)
{
  g_autofree char *name = g_strdup_printf ("%u.tif", level);

  return g_build_filename (tiles, name, NULL);
}

static double
find_scale (const char *path, const char *type, guint page)
{
  g_autoptr (FondsPicture) plain =
      fonds_decode_is_vector (type) ? fonds_decode_open (path, type, page, 1, 0, NULL) : NULL;
  double pixels;

  if (plain == NULL)
    return 1;
  pixels = (double) vips_image_get_width (plain) * vips_image_get_height (plain);
  return MIN (PRINTED, sqrt (MOST_DRAWN / MAX (pixels, 1)));
}

static gpointer
forget_field (VipsImage *image, const char *field, GValue *value, gpointer data)
{
  if (g_str_has_prefix (field, "exif-") || g_str_has_prefix (field, "xmp-") ||
      g_str_has_prefix (field, "iptc-") || g_str_has_prefix (field, "icc-"))
    g_ptr_array_add (data, g_strdup (field));
  return NULL;
}

/* Whatever else the file says of itself would be carried into every page. How it lies stays. */
static void
forget_rest (VipsImage *image)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  vips_image_map (image, forget_field, fields);
  for (guint i = 0; i < fields->len; i++)
    vips_image_remove (image, g_ptr_array_index (fields, i));
}

/* JPEG would blur the edges of what is drawn, of black and white, and can't shine through. */
static gboolean
is_photograph (VipsImage *stored, VipsImage *image, const char *type)
{
  int bits = 8;

  if (vips_image_get_typeof (stored, "bits-per-sample") != 0)
    vips_image_get_int (stored, "bits-per-sample", &bits);
  return !vips_image_hasalpha (image) && !fonds_decode_is_vector (type) && bits >= 8 &&
         g_strcmp0 (type, "image/gif") != 0;
}

static VipsImage *
open_for_screen (const char *path,
                 const char *type,
                 guint page,
                 gboolean *photograph,
                 GError **error)
{
  g_autoptr (FondsPicture) stored =
      fonds_decode_open (path, type, page, find_scale (path, type, page), 0, error);
  g_autoptr (FondsPicture) screen = stored != NULL ? fonds_decode_to_screen (stored, error) : NULL;
  VipsImage *own = NULL;

  if (screen == NULL)
    return NULL;
  if (vips_copy (screen, &own, NULL) != 0)
    {
      fonds_decode_fail (path, type, NULL, error);
      return NULL;
    }
  *photograph = is_photograph (stored, own, type);
  forget_rest (own);
  return own;
}

#define SAVE_OPTIONS                                                                               \
  "tile", TRUE, "tile_width", FONDS_TILE_SIZE, "tile_height", FONDS_TILE_SIZE, "compression",      \
      self->compression, "Q", QUALITY, "predictor", VIPS_FOREIGN_TIFF_PREDICTOR_HORIZONTAL

/* The making of one page's tiles. */
typedef struct
{
  char *folder; /* (nullable): where they are written; NULL: they are kept in memory */
  GPtrArray *memory;
  VipsForeignTiffCompression compression;
  GCancellable *cancellable;
} Making;

static gboolean
save_level (Making *self, VipsImage *image, guint level)
{
  void *data = NULL;
  size_t length = 0;
  g_autofree char *path = NULL;

  fonds_decode_watch (image, self->cancellable);
  if (self->folder != NULL)
    {
      path = fonds_pyramid_level (self->folder, level);
      return vips_tiffsave (image, path, SAVE_OPTIONS, NULL) == 0;
    }
  if (vips_tiffsave_buffer (image, &data, &length, SAVE_OPTIONS, NULL) != 0)
    return FALSE;
  g_ptr_array_add (self->memory, g_bytes_new_take (data, length));
  return TRUE;
}

static VipsImage *
load_level (Making *self, guint level)
{
  g_autofree char *path = self->folder != NULL ? fonds_pyramid_level (self->folder, level) : NULL;

  return fonds_pyramid_open (path,
                             self->folder == NULL ? g_ptr_array_index (self->memory, level) : NULL,
                             TRUE);
}

static gboolean
save_half (Making *self, VipsImage *above, guint level)
{
  g_autoptr (FondsPicture) half = NULL;

  return vips_shrink (above, &half, MIN (2, vips_image_get_width (above)),
                      MIN (2, vips_image_get_height (above)), NULL) == 0 &&
         save_level (self, half, level);
}

static gboolean
save_levels (Making *self, VipsImage *image)
{
  g_autoptr (FondsPicture) above = NULL;
  guint level = 0;

  if (!save_level (self, image, 0))
    return FALSE;
  above = load_level (self, 0);
  while (above != NULL && (vips_image_get_width (above) > FONDS_TILE_SIZE ||
                           vips_image_get_height (above) > FONDS_TILE_SIZE))
    {
      VipsImage *half = save_half (self, above, ++level) ? load_level (self, level) : NULL;

      g_object_unref (above);
      above = half;
    }
  return above != NULL;
}

static void
remove_folder (const char *path)
{
  for (guint level = 0; TRUE; level++)
    {
      g_autofree char *file = fonds_pyramid_level (path, level);

      if (g_unlink (file) != 0)
        break;
    }
  g_rmdir (path);
}

/* Only a whole folder gets its name. Whoever was first, the tiles are the same. */
static gboolean
save_folder (Making *self, VipsImage *image, const char *to)
{
  gboolean fine;

  self->folder = g_strdup_printf ("%s.%08x", to, g_random_int ());
  fine = g_mkdir (self->folder, 0777) == 0 && save_levels (self, image) &&
         (g_rename (self->folder, to) == 0 || g_file_test (to, G_FILE_TEST_IS_DIR));
  remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
  return fine;
}

static gboolean
save_memory (Making *self, VipsImage *image, GPtrArray **in_memory)
{
  self->memory = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  if (!save_levels (self, image))
    {
      g_ptr_array_unref (self->memory);
      return FALSE;
    }
  *in_memory = self->memory;
  return TRUE;
}

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return fonds_folder_make (path, NULL) && g_access (folder, W_OK) == 0;
}

static gboolean
make (const char *path,
      const char *type,
      guint page,
      const char *to,
      GPtrArray **in_memory,
      GCancellable *cancellable,
      GError **error)
{
  gboolean photograph = FALSE;
  g_autoptr (FondsPicture) image = open_for_screen (path, type, page, &photograph, error);
  Making self = { .cancellable = cancellable };

  if (image == NULL)
    return FALSE;
  self.compression =
      photograph ? VIPS_FOREIGN_TIFF_COMPRESSION_JPEG : VIPS_FOREIGN_TIFF_COMPRESSION_DEFLATE;
  if (may_write (to) ? save_folder (&self, image, to) : save_memory (&self, image, in_memory))
    return TRUE;
  fonds_decode_fail (path, type, cancellable, error);
  return FALSE;
}

/**
 * fonds_pyramid_open:
 * @path: (nullable): where the tiles of a level lie
 * @memory: (nullable): or the tiles themselves
 * @once: whether it is read once from top to bottom, and not in pieces
 *
 * Opens a level, lying as it is stored.
 *
 * Returns: (transfer full) (nullable): the level; %NULL where it can't be read
 */
VipsImage *
fonds_pyramid_open (const char *path, GBytes *memory, gboolean once)
{
  VipsAccess access = once ? VIPS_ACCESS_SEQUENTIAL : VIPS_ACCESS_RANDOM;
  VipsImage *image = NULL;
  int failed;

  if (!fonds_decode_begin ())
    return NULL;
  if (memory != NULL)
    failed = vips_tiffload_buffer ((void *) g_bytes_get_data (memory, NULL),
                                   g_bytes_get_size (memory), &image, "access", access, NULL);
  else
    failed = vips_tiffload (path, &image, "access", access, NULL);
  return failed == 0 ? image : NULL;
}

/**
 * fonds_pyramid_find:
 * @folder: the media folder
 * @hash: a file's hash
 * @page: from 0
 * @in_memory: (out) (nullable) (transfer full) (element-type GBytes): the levels, where they can't be
 *   kept on the disk
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Looks for the tiles of a page, or makes them.
 *
 * Returns: (transfer full) (nullable): the folder where they lie, or would lie
 */
char *
fonds_pyramid_find (const char *folder,
                    const char *hash,
                    guint page,
                    GPtrArray **in_memory,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *path = fonds_folder_require (folder, hash, error);
  g_autofree char *tiles = NULL;
  g_autofree char *type = NULL;

  *in_memory = NULL;
  if (path == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  tiles = fonds_pyramid_path (folder, hash, page);
  if (g_file_test (tiles, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&tiles);
  type = fonds_facts_type (path, error);
  if (type == NULL || !make (path, type, page, tiles, in_memory, cancellable, error))
    return NULL;
  return g_steal_pointer (&tiles);
}
