/* thumbnail.c - small pictures, made once and kept
 *
 * Kept in .derived/ as JPEG, or as PNG where something shines through. Where the folder can't be
 * written they are made anew every time.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/thumbnail.h"

#include "data/media/decode.h"
#include "data/media/error.h"
#include "data/media/facts-file.h"
#include "data/media/folder.h"
#include "data/media/pyramid.h"

#include <glib/gstdio.h>

#define QUALITY 85

static char *
path_of (const char *folder, const char *hash, guint page, int size, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%u-%d.%s", page, size, ending);

  return fonds_folder_derived (folder, hash, name);
}

/* Under another name first: another thread may look for it at any moment. */
static void
keep (VipsImage *image, const char *path)
{
  g_autofree char *half = g_strdup_printf ("%s.%08x", path, g_random_int ());
  int failed = 1;

  if (!fonds_folder_make (path, NULL))
    return;
  if (vips_image_hasalpha (image))
    failed = vips_pngsave (image, half, "strip", TRUE, "compression", 6, NULL);
  else
    failed = vips_jpegsave (image, half, "strip", TRUE, "Q", QUALITY, NULL);
  vips_error_clear ();
  if (failed != 0 || g_rename (half, path) != 0)
    g_unlink (half);
}

static FondsPixels *
load (const char *path, const char *type)
{
  g_autoptr (FondsPicture) image =
      g_file_test (path, G_FILE_TEST_EXISTS)
          ? fonds_decode_open (path, type, 0, 1, FONDS_DECODE_STRICT, NULL)
          : NULL;

  return image != NULL ? fonds_decode_to_pixels (image, NULL) : NULL;
}

/* Where the tiles are made already, the smallest level that is large enough is much sooner read than the
 * file itself. */
static VipsImage *
shrink_pyramid (const char *folder,
                const char *hash,
                guint page,
                int size,
                GCancellable *cancellable)
{
  g_autofree char *tiles = fonds_pyramid_path (folder, hash, page);
  g_autofree char *best = NULL;

  for (guint level = 0; TRUE; level++)
    {
      g_autofree char *path = fonds_pyramid_level (tiles, level);
      g_autoptr (FondsPicture) image =
          g_file_test (path, G_FILE_TEST_EXISTS) ? fonds_pyramid_open (path, NULL, TRUE) : NULL;

      if (image == NULL ||
          (level > 0 && MAX (vips_image_get_width (image), vips_image_get_height (image)) < size))
        break;
      g_free (best);
      best = g_steal_pointer (&path);
    }
  return best != NULL ? fonds_decode_thumbnail (best, "image/tiff", 0, size, 0, cancellable, NULL)
                      : NULL;
}

/**
 * fonds_thumbnail_make:
 * @folder: the media folder
 * @hash: a file's hash
 * @path: where it lies
 * @type: its media type
 * @page: from 0
 * @size: %FONDS_THUMBNAIL_SMALL or %FONDS_THUMBNAIL_LARGE
 * @damaged: (out): whether a part of the picture could not be read
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Makes a thumbnail and keeps it. Of a damaged file it shows what can be read.
 *
 * Returns: (transfer full) (nullable): the thumbnail
 */
FondsPixels *
fonds_thumbnail_make (const char *folder,
                      const char *hash,
                      const char *path,
                      const char *type,
                      guint page,
                      int size,
                      gboolean *damaged,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (FondsPicture) image =
      fonds_decode_thumbnail (path, type, page, size, FONDS_DECODE_STRICT, cancellable, NULL);
  g_autofree char *kept = NULL;

  *damaged = image == NULL;
  if (image == NULL)
    image = fonds_decode_thumbnail (path, type, page, size, 0, cancellable, error);
  if (image == NULL)
    return NULL;
  kept = path_of (folder, hash, page, size, vips_image_hasalpha (image) ? "png" : "jpg");
  keep (image, kept);
  return fonds_decode_to_pixels (image, error);
}

static FondsPixels *
find_kept (const char *folder, const char *hash, guint page, int size)
{
  g_autofree char *jpeg = path_of (folder, hash, page, size, "jpg");
  g_autofree char *png = path_of (folder, hash, page, size, "png");
  FondsPixels *pixels = load (jpeg, "image/jpeg");

  return pixels != NULL ? pixels : load (png, "image/png");
}

/**
 * fonds_thumbnail_find:
 * @folder: the media folder
 * @hash: a file's hash
 * @page: from 0
 * @size: %FONDS_THUMBNAIL_SMALL or %FONDS_THUMBNAIL_LARGE; any other counts as the next larger
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Reads a thumbnail, or makes it.
 *
 * Returns: (transfer full) (nullable): the thumbnail
 */
FondsPixels *
fonds_thumbnail_find (const char *folder,
                      const char *hash,
                      guint page,
                      int size,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = fonds_folder_require (folder, hash, error);
  g_autofree char *type = NULL;
  g_autoptr (FondsPicture) shrunk = NULL;
  FondsPixels *pixels;
  gboolean damaged;

  size = size <= FONDS_THUMBNAIL_SMALL ? FONDS_THUMBNAIL_SMALL : FONDS_THUMBNAIL_LARGE;
  if (path == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  pixels = find_kept (folder, hash, page, size);
  if (pixels != NULL)
    return pixels;
  shrunk = shrink_pyramid (folder, hash, page, size, cancellable);
  if (shrunk != NULL)
    return fonds_decode_to_pixels (shrunk, error);
  type = fonds_facts_type (path, error);
  return type != NULL ? fonds_thumbnail_make (folder, hash, path, type, page, size, &damaged,
                                              cancellable, error)
                      : NULL;
}
