/* media-look-fixture.h - pictures to be looked at, and what is seen of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/facts-file.h"
#include "data/media/folder.h"
#include "data/media/tiles.h"
#include "tests/data/media-fixture.h"

#include <vips/vips.h>

#define RED 0xffff0000u
#define GREEN 0xff00ff00u
#define BLUE 0xff0000ffu
#define WHITE 0xffffffffu

/* Red at the upper left, green at the upper right, blue and white below: 2 : 1. */
static inline VipsImage *
corners (int width, int height)
{
  const double colours[4][3] = { { 255, 0, 0 }, { 0, 255, 0 }, { 0, 0, 255 }, { 255, 255, 255 } };
  VipsImage *pieces[4], *joined = NULL, *image = NULL;

  for (int i = 0; i < 4; i++)
    {
      VipsImage *black = NULL, *piece = NULL;

      g_assert_cmpint (vips_black (&black, width / 2, height / 2, "bands", 3, NULL), ==, 0);
      g_assert_cmpint (vips_linear (black, &piece, (double[]){ 0, 0, 0 }, (double *) colours[i], 3,
                                    NULL),
                       ==, 0);
      g_assert_cmpint (vips_cast_uchar (piece, &pieces[i], NULL), ==, 0);
      g_object_unref (black);
      g_object_unref (piece);
    }
  g_assert_cmpint (vips_arrayjoin (pieces, &joined, 4, "across", 2, NULL), ==, 0);
  g_assert_cmpint (vips_copy (joined, &image, "interpretation", VIPS_INTERPRETATION_sRGB, NULL), ==,
                   0);
  for (int i = 0; i < 4; i++)
    g_object_unref (pieces[i]);
  g_object_unref (joined);
  return image;
}

static inline char *
save (MediaFixture *fixture, VipsImage *image, const char *name, const char *options)
{
  g_autofree char *path = media_fixture_path (fixture, name);
  g_autofree char *with_options = g_strconcat (path, options, NULL);

  if (vips_image_write_to_file (image, with_options, NULL) != 0)
    g_error ("%s: %s", name, vips_error_buffer ());
  g_object_unref (image);
  return g_steal_pointer (&path);
}

/* Keeps a file without hanging it anywhere; a record is not needed to look at it. */
static inline char *
keep (MediaFixture *fixture, const char *path)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsKept) kept = fonds_folder_keep (folder, file, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (kept->hash);
}

static inline FondsMediaFacts *
facts_of (MediaFixture *fixture, const char *hash)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  FondsMediaFacts *facts;

  fonds_media_facts_async (fixture->media, hash, NULL, media_fixture_keep_cb, &result);
  facts = fonds_media_facts_finish (fixture->media, media_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_object_unref (result);
  return facts;
}

static inline FondsPixels *
thumbnail_of (MediaFixture *fixture, const char *hash, guint page, int size, GError **error)
{
  GAsyncResult *result = NULL;
  FondsPixels *pixels;

  fonds_media_thumbnail_async (fixture->media, hash, page, size, NULL, media_fixture_keep_cb,
                               &result);
  pixels = fonds_media_thumbnail_finish (fixture->media, media_fixture_wait (&result), error);
  g_object_unref (result);
  return pixels;
}

static inline FondsTiles *
open_tiles (MediaFixture *fixture, const char *hash, guint page)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  FondsTiles *tiles;

  fonds_tiles_open_async (fixture->media, hash, page, NULL, media_fixture_keep_cb, &result);
  tiles = fonds_tiles_open_finish (fixture->media, media_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_object_unref (result);
  return tiles;
}

static inline FondsPixels *
get_tile (FondsTiles *tiles, guint level, int column, int row)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  FondsPixels *pixels;

  fonds_tiles_get_async (tiles, level, column, row, NULL, media_fixture_keep_cb, &result);
  pixels = fonds_tiles_get_finish (tiles, media_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_object_unref (result);
  return pixels;
}

static inline guint32
pixel_at (const FondsPixels *pixels, int x, int y)
{
  const guint8 *bytes = g_bytes_get_data (pixels->bytes, NULL);

  return ((const guint32 *) (bytes + (gsize) y * pixels->stride))[x];
}

static inline gboolean
is_near (guint32 found, guint32 expected)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (found >> shift & 255) - (int) (expected >> shift & 255)) > 24)
      return FALSE;
  return TRUE;
}

static inline void
assert_corners (const FondsPixels *pixels,
                guint32 upper_left,
                guint32 upper_right,
                guint32 lower_left,
                guint32 lower_right)
{
  int right = pixels->width * 3 / 4, lower = pixels->height * 3 / 4;
  int left = pixels->width / 4, upper = pixels->height / 4;

  g_assert_true (is_near (pixel_at (pixels, left, upper), upper_left));
  g_assert_true (is_near (pixel_at (pixels, right, upper), upper_right));
  g_assert_true (is_near (pixel_at (pixels, left, lower), lower_left));
  g_assert_true (is_near (pixel_at (pixels, right, lower), lower_right));
}
