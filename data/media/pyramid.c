/* pyramid.c - a picture in tiles and halves, made once and kept
 *
 * A TIFF in .derived/, whose first page is the whole picture in tiles and whose further pages are each
 * half as large. It is made from top to bottom without turning the picture upright, for which a whole
 * picture would have to be held: how it lies is noted, and each tile is turned when it is read.
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
 * Returns: (transfer full): where the tiles of a page are kept
 */
char *
fonds_pyramid_path (const char *folder, const char *hash, guint page)
{
  g_autofree char *name = g_strdup_printf ("%u-tiles.tif", page);

  return fonds_folder_derived (folder, hash, name);
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
  "tile", TRUE, "pyramid", TRUE, "tile_width", FONDS_TILE_SIZE, "tile_height", FONDS_TILE_SIZE,    \
      "compression", compression, "Q", QUALITY, "predictor",                                       \
      VIPS_FOREIGN_TIFF_PREDICTOR_HORIZONTAL

static gboolean
save_file (VipsImage *image, VipsForeignTiffCompression compression, const char *path)
{
  g_autofree char *half = g_strdup_printf ("%s.%08x", path, g_random_int ());

  if (vips_tiffsave (image, half, SAVE_OPTIONS, NULL) == 0 && g_rename (half, path) == 0)
    return TRUE;
  g_unlink (half);
  return FALSE;
}

static GBytes *
save_memory (VipsImage *image, VipsForeignTiffCompression compression)
{
  void *data = NULL;
  size_t length = 0;

  return vips_tiffsave_buffer (image, &data, &length, SAVE_OPTIONS, NULL) == 0
             ? g_bytes_new_take (data, length)
             : NULL;
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
      GBytes **in_memory,
      GCancellable *cancellable,
      GError **error)
{
  gboolean photograph = FALSE;
  gboolean fine;
  g_autoptr (FondsPicture) image = open_for_screen (path, type, page, &photograph, error);
  VipsForeignTiffCompression compression =
      photograph ? VIPS_FOREIGN_TIFF_COMPRESSION_JPEG : VIPS_FOREIGN_TIFF_COMPRESSION_DEFLATE;

  if (image == NULL)
    return FALSE;
  fonds_decode_watch (image, cancellable);
  if (may_write (to))
    fine = save_file (image, compression, to);
  else
    fine = (*in_memory = save_memory (image, compression)) != NULL;
  if (!fine)
    fonds_decode_fail (path, type, cancellable, error);
  return fine;
}

/**
 * fonds_pyramid_find:
 * @folder: the media folder
 * @hash: a file's hash
 * @page: from 0
 * @in_memory: (out) (nullable) (transfer full): the tiles, where they can't be kept on the disk
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Looks for the tiles of a page, or makes them.
 *
 * Returns: (transfer full) (nullable): where they lie, or would lie
 */
char *
fonds_pyramid_find (const char *folder,
                    const char *hash,
                    guint page,
                    GBytes **in_memory,
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
  if (g_file_test (tiles, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&tiles);
  type = fonds_facts_type (path, error);
  if (type == NULL || !make (path, type, page, tiles, in_memory, cancellable, error))
    return NULL;
  return g_steal_pointer (&tiles);
}
