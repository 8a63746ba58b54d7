/* test-media-pictures.c - pictures are shown upright, in their colours, whole or with a word about it
 *
 * The pictures are made here: four corners of four colours tell how one lies.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/pyramid.h"
#include "tests/data/media-look-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef MediaFixture Fixture;

/* How the picture is stored when it should look like corners(): the inverse of each orientation. */
static VipsImage *
lay_down (VipsImage *upright, int orientation)
{
  static const struct
  {
    gboolean flip;
    VipsAngle angle;
  } laid[] = {
    { FALSE, VIPS_ANGLE_D0 },  { TRUE, VIPS_ANGLE_D0 },   { FALSE, VIPS_ANGLE_D180 },
    { TRUE, VIPS_ANGLE_D180 }, { TRUE, VIPS_ANGLE_D270 }, { FALSE, VIPS_ANGLE_D270 },
    { TRUE, VIPS_ANGLE_D90 },  { FALSE, VIPS_ANGLE_D90 },
  };
  VipsImage *flipped = NULL, *turned = NULL, *copy = NULL;

  if (laid[orientation - 1].flip)
    g_assert_cmpint (vips_flip (upright, &flipped, VIPS_DIRECTION_HORIZONTAL, NULL), ==, 0);
  else
    flipped = g_object_ref (upright);
  g_assert_cmpint (vips_rot (flipped, &turned, laid[orientation - 1].angle, NULL), ==, 0);
  g_assert_cmpint (vips_copy (turned, &copy, NULL), ==, 0);
  vips_image_set_int (copy, VIPS_META_ORIENTATION, orientation);
  g_object_unref (flipped);
  g_object_unref (turned);
  return copy;
}

static void
test_orientation (Fixture *fixture, gconstpointer data)
{
  for (int orientation = 1; orientation <= 8; orientation++)
    {
      VipsImage *upright = corners (640, 320);
      g_autofree char *path =
          save (fixture, lay_down (upright, orientation), "lying.jpg", "[Q=95]");
      g_autofree char *hash = keep (fixture, path);
      g_autoptr (FondsMediaFacts) facts = facts_of (fixture, hash);
      g_autoptr (FondsPixels) pixels = thumbnail_of (fixture, hash, 0, 256, NULL);
      g_autoptr (FondsTiles) tiles = open_tiles (fixture, hash, 0);
      g_autoptr (FondsPixels) first = get_tile (tiles, 0, 0, 0);
      g_autoptr (FondsPixels) last = get_tile (tiles, 0, 2, 1);
      g_autoptr (FondsPixels) whole = get_tile (tiles, fonds_tiles_n_levels (tiles) - 1, 0, 0);

      g_object_unref (upright);
      g_test_message ("orientation %d", orientation);
      g_assert_cmpint (facts->orientation, ==, orientation);
      g_assert_cmpint (facts->width, ==, 640);
      g_assert_cmpint (facts->height, ==, 320);
      g_assert_cmpint (pixels->width, ==, 256);
      g_assert_cmpint (pixels->height, ==, 128);
      assert_corners (pixels, RED, GREEN, BLUE, WHITE);
      assert_corners (whole, RED, GREEN, BLUE, WHITE);
      g_assert_true (is_near (pixel_at (first, 8, 8), RED));
      g_assert_cmpint (last->width, ==, 128);
      g_assert_cmpint (last->height, ==, 64);
      g_assert_true (is_near (pixel_at (last, 120, 56), WHITE));
    }
}

static void
assert_shown (Fixture *fixture, const char *path, const char *type)
{
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (FondsMediaFacts) facts = facts_of (fixture, hash);
  g_autoptr (FondsPixels) pixels = thumbnail_of (fixture, hash, 0, 256, NULL);
  g_autoptr (FondsTiles) tiles = open_tiles (fixture, hash, 0);
  g_autoptr (FondsPixels) whole = get_tile (tiles, fonds_tiles_n_levels (tiles) - 1, 0, 0);

  g_test_message ("%s", path);
  g_assert_cmpstr (facts->type, ==, type);
  g_assert_cmpint (facts->sort, ==, FONDS_MEDIA_SORT_PICTURE);
  g_assert_null (facts->problem);
  assert_corners (pixels, RED, GREEN, BLUE, WHITE);
  assert_corners (whole, RED, GREEN, BLUE, WHITE);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name, *options, *type;
  } formats[] = {
    { "a.png", "", "image/png" },
    { "interlaced.png", "[interlace]", "image/png" },
    { "a.jpg", "[Q=95]", "image/jpeg" },
    { "progressive.jpg", "[Q=95,interlace]", "image/jpeg" },
    { "a.tif", "", "image/tiff" },
    { "lzw.tif", "[compression=lzw]", "image/tiff" },
    { "big.tif", "[bigtiff]", "image/tiff" },
    { "pyramid.tif", "[tile,pyramid,tile-width=128,tile-height=128]", "image/tiff" },
    { "a.webp", "[Q=95]", "image/webp" },
    { "a.gif", "", "image/gif" },
    { "a.jp2", "[lossless]", "image/jp2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path =
          save (fixture, corners (600, 400), formats[i].name, formats[i].options);

      assert_shown (fixture, path, formats[i].type);
    }
}

static void
test_sixteen_bits (Fixture *fixture, gconstpointer data)
{
  VipsImage *image = corners (600, 400), *wide = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpint (vips_colourspace (image, &wide, VIPS_INTERPRETATION_RGB16, NULL), ==, 0);
  g_object_unref (image);
  path = save (fixture, wide, "wide.tif", "");
  assert_shown (fixture, path, "image/tiff");
}

static void
test_inks (Fixture *fixture, gconstpointer data)
{
  VipsImage *image = corners (600, 400), *inks = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (FondsPixels) pixels = NULL;

  g_assert_cmpint (vips_icc_transform (image, &inks, "cmyk", "input_profile", "srgb", NULL), ==, 0);
  g_object_unref (image);
  path = save (fixture, inks, "inks.tif", "");
  hash = keep (fixture, path);
  pixels = thumbnail_of (fixture, hash, 0, 256, NULL);
  /* Inks have no such red and green: that they are reddish and greenish must do. */
  g_assert_cmpuint (pixel_at (pixels, 60, 40) >> 16 & 255, >, 180);
  g_assert_cmpuint (pixel_at (pixels, 60, 40) & 255, <, 120);
  g_assert_true (is_near (pixel_at (pixels, 190, 130), WHITE));
}

static void
test_one_bit (Fixture *fixture, gconstpointer data)
{
  VipsImage *black = NULL, *half = NULL, *bits = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (FondsTiles) tiles = NULL;
  g_autoptr (FondsPixels) tile = NULL;

  g_assert_cmpint (vips_black (&black, 300, 300, NULL), ==, 0);
  g_assert_cmpint (vips_embed (black, &half, 0, 0, 600, 300, "extend", VIPS_EXTEND_WHITE, NULL), ==,
                   0);
  g_assert_cmpint (vips_copy (half, &bits, "interpretation", VIPS_INTERPRETATION_B_W, NULL), ==, 0);
  g_object_unref (black);
  g_object_unref (half);
  path = save (fixture, bits, "bits.tif", "[bitdepth=1,compression=ccittfax4]");
  hash = keep (fixture, path);
  tiles = open_tiles (fixture, hash, 0);
  tile = get_tile (tiles, 0, 1, 0);
  g_assert_cmpuint (pixel_at (tile, 40, 10), ==, 0xff000000u);
  g_assert_cmpuint (pixel_at (tile, 60, 10), ==, WHITE);
}

static void
test_alpha (Fixture *fixture, gconstpointer data)
{
  VipsImage *image = corners (600, 400), *glass = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (FondsPixels) first = NULL;
  g_autoptr (FondsPixels) again = NULL;

  g_assert_cmpint (vips_bandjoin_const1 (image, &glass, 128, NULL), ==, 0);
  g_object_unref (image);
  path = save (fixture, glass, "glass.png", "");
  hash = keep (fixture, path);
  first = thumbnail_of (fixture, hash, 0, 256, NULL);
  again = thumbnail_of (fixture, hash, 0, 256, NULL);
  g_assert_true (is_near (pixel_at (first, 60, 40), 0x80800000u));
  g_assert_true (is_near (pixel_at (again, 60, 40), 0x80800000u));
}

static void
test_cut_short (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cut.jpg", "cut.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = save (fixture, corners (3000, 2000), names[i], "");
      g_autofree char *bytes = NULL;
      g_autofree char *hash = NULL;
      g_autoptr (FondsMediaFacts) facts = NULL;
      g_autoptr (FondsMediaFacts) again = NULL;
      g_autoptr (FondsPixels) pixels = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_file_set_contents (path, bytes, length * 2 / 3, NULL));
      hash = keep (fixture, path);
      facts = facts_of (fixture, hash);
      again = facts_of (fixture, hash);
      g_assert_nonnull (facts->problem);
      g_assert_cmpstr (facts->problem, ==, again->problem);
      pixels = thumbnail_of (fixture, hash, 0, 256, NULL);
      g_assert_true (is_near (pixel_at (pixels, 4, 4), RED));
    }
}

static void
test_rubbish (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "a.jpg", "b.tif", "c.png", "d.pdf", "e.bmp", "f.jp2", "g.svg" };
  const char *const beginnings[] = {
    "\xff\xd8\xff\xe0 no", "II*", "\x89PNG\r\n\x1a\n no", "%PDF-1.4 no", "BM no", "no", "<svg no"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = media_fixture_path (fixture, names[i]);
      g_autofree char *hash = NULL;
      g_autoptr (FondsMediaFacts) facts = NULL;
      g_autoptr (FondsPixels) pixels = NULL;
      g_autoptr (GError) error = NULL;

      media_fixture_write (fixture, names[i], beginnings[i]);
      hash = keep (fixture, path);
      facts = facts_of (fixture, hash);
      g_test_message ("%s: %s", names[i], facts->type);
      g_assert_nonnull (facts->problem);
      pixels = thumbnail_of (fixture, hash, 0, 256, &error);
      g_assert_null (pixels);
      g_assert_true (error->domain == FONDS_MEDIA_ERROR);
    }
}

static void
test_by_content (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (64, 64), "a.png", "");
  g_autofree char *lying = media_fixture_path (fixture, "letter.txt");
  g_autofree char *hash = NULL;
  g_autoptr (FondsMediaFacts) facts = NULL;

  g_assert_cmpint (g_rename (path, lying), ==, 0);
  hash = keep (fixture, lying);
  facts = facts_of (fixture, hash);
  g_assert_cmpstr (facts->type, ==, "image/png");
  g_assert_cmpint (facts->width, ==, 64);
}

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = media_fixture_path (fixture, "notes.txt");
  g_autofree char *hash = NULL;
  g_autoptr (FondsMediaFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  media_fixture_write (fixture, "notes.txt", "Only words.\n");
  hash = keep (fixture, path);
  facts = facts_of (fixture, hash);
  g_assert_cmpstr (facts->type, ==, "text/plain");
  g_assert_cmpint (facts->sort, ==, FONDS_MEDIA_SORT_OTHER);
  g_assert_cmpint (facts->bytes, ==, 12);
  g_assert_cmpuint (facts->pages, ==, 0);
  g_assert_null (facts->problem);
  g_assert_null (thumbnail_of (fixture, hash, 0, 256, &error));
  g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NO_PICTURE);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "nowhere", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (thumbnail_of (fixture, hash, 0, 256, &error));
  g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING);
}

static void
test_levels (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (1500, 700), "a.png", "");
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (FondsTiles) tiles = open_tiles (fixture, hash, 0);
  int width, height;

  fonds_tiles_level_size (tiles, 0, &width, &height);
  g_assert_cmpint (width, ==, 1500);
  g_assert_cmpint (height, ==, 700);
  for (guint level = 1; level < fonds_tiles_n_levels (tiles); level++)
    {
      int half_width, half_height;

      fonds_tiles_level_size (tiles, level, &half_width, &half_height);
      g_assert_cmpint (ABS (2 * half_width - width), <=, 1);
      g_assert_cmpint (ABS (2 * half_height - height), <=, 1);
      width = half_width;
      height = half_height;
    }
  g_assert_cmpint (width, <=, FONDS_TILE_SIZE);
  g_assert_cmpint (height, <=, FONDS_TILE_SIZE);
}

/* What is given up, and where it is seen that it has begun. */
typedef struct
{
  GCancellable *cancellable;
  const char *drawer;
} GivingUp;

static gpointer
cancel_when_begun (gpointer data)
{
  GivingUp *giving_up = data;

  while (!g_file_test (giving_up->drawer, G_FILE_TEST_EXISTS))
    g_thread_yield ();
  g_cancellable_cancel (giving_up->cancellable);
  return NULL;
}

static void
test_given_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (9000, 6000), "large.tif", "");
  g_autofree char *hash = keep (fixture, path);
  g_autofree char *folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autofree char *tiles = fonds_pyramid_path (folder, hash, 0);
  g_autofree char *drawer = g_path_get_dirname (tiles);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) in_memory = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) left = NULL;
  GivingUp giving_up = { cancellable, drawer };
  GThread *thread = g_thread_new ("cancel", cancel_when_begun, &giving_up);

  g_assert_null (fonds_pyramid_find (folder, hash, 0, &in_memory, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  left = g_dir_open (drawer, 0, NULL);
  g_assert_true (left == NULL || g_dir_read_name (left) == NULL);
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (3000, 2000), "large.tif", "");
  g_autofree char *hash = keep (fixture, path);
  g_autofree char *folder = g_build_filename (fixture->base.folder, "a.fonds-media", NULL);
  g_autoptr (GPtrArray) in_memory = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, little = { 30000, 30000 };

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little.rlim_max = before.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_null (fonds_pyramid_find (folder, hash, 0, &in_memory, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_free (fonds_pyramid_find (folder, hash, 0, &in_memory, NULL, &error));
  g_assert_no_error (error);
}

static void
test_thumbnail_of_tiles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (3000, 2000), "a.png", "");
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (FondsTiles) tiles = open_tiles (fixture, hash, 0);
  g_autoptr (FondsPixels) pixels = thumbnail_of (fixture, hash, 0, FONDS_THUMBNAIL_LARGE, NULL);

  g_assert_cmpint (pixels->width, ==, FONDS_THUMBNAIL_LARGE);
  assert_corners (pixels, RED, GREEN, BLUE, WHITE);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  VipsImage *pages[2] = { corners (200, 100), NULL }, *joined = NULL, *stack = NULL;
  g_autofree char *path = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (FondsMediaFacts) facts = NULL;
  g_autoptr (FondsPixels) second = NULL;

  g_assert_cmpint (vips_rot180 (pages[0], &pages[1], NULL), ==, 0);
  g_assert_cmpint (vips_arrayjoin (pages, &joined, 2, "across", 1, NULL), ==, 0);
  g_assert_cmpint (vips_copy (joined, &stack, NULL), ==, 0);
  vips_image_set_int (stack, VIPS_META_PAGE_HEIGHT, 100);
  for (int i = 0; i < 2; i++)
    g_object_unref (pages[i]);
  g_object_unref (joined);
  path = save (fixture, stack, "pages.tif", "");
  hash = keep (fixture, path);
  facts = facts_of (fixture, hash);
  g_assert_cmpuint (facts->pages, ==, 2);
  g_assert_cmpint (facts->height, ==, 100);
  second = thumbnail_of (fixture, hash, 1, 256, NULL);
  assert_corners (second, WHITE, BLUE, GREEN, RED);
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "media", "two-pages.pdf", NULL);
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (FondsMediaFacts) facts = facts_of (fixture, hash);
  g_autoptr (FondsTiles) tiles = open_tiles (fixture, hash, 1);
  g_autoptr (FondsPixels) first = thumbnail_of (fixture, hash, 0, 256, NULL);
  g_autoptr (FondsPixels) second = thumbnail_of (fixture, hash, 1, 256, NULL);
  int width, height;

  g_assert_cmpint (facts->sort, ==, FONDS_MEDIA_SORT_DOCUMENT);
  g_assert_cmpuint (facts->pages, ==, 2);
  g_assert_cmpint (facts->width, ==, 200);
  g_assert_cmpint (facts->height, ==, 100);
  g_assert_true (is_near (pixel_at (first, 64, 32), RED));
  g_assert_true (is_near (pixel_at (first, 192, 32), WHITE));
  g_assert_true (is_near (pixel_at (second, 64, 32), BLUE));
  fonds_tiles_level_size (tiles, 0, &width, &height);
  g_assert_cmpint (width, >, 800);
}

static void
test_locked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "media", "locked.pdf", NULL);
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (FondsMediaFacts) facts = facts_of (fixture, hash);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (facts->problem, "password"));
  g_assert_null (thumbnail_of (fixture, hash, 0, 256, &error));
  g_assert_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_LOCKED);
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (64, 64), "a.png", "");
  g_autofree char *hash = keep (fixture, path);
  g_autofree char *to = media_fixture_path (fixture, "copy.png");
  g_autoptr (GFile) destination = g_file_new_for_path (to);
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  GStatBuf status;

  fonds_media_copy_async (fixture->media, hash, destination, NULL, media_fixture_keep_cb, &result);
  fonds_media_copy_finish (fixture->media, media_fixture_wait (&result), &error);
  g_assert_no_error (error);
  g_object_unref (result);
  copied = fonds_folder_hash (to, NULL, &error);
  g_assert_cmpstr (copied, ==, hash);
  g_assert_cmpint (g_stat (to, &status), ==, 0);
  g_assert_true (status.st_mode & 0200);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = save (fixture, corners (64, 64), "a.png", "");
  g_autofree char *hash = keep (fixture, path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  g_cancellable_cancel (cancellable);
  fonds_media_thumbnail_async (fixture->media, hash, 0, 256, cancellable, media_fixture_keep_cb,
                               &result);
  g_assert_null (
      fonds_media_thumbnail_finish (fixture->media, media_fixture_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (result);
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, media_fixture_set_up, func, media_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Decoders warn of damaged files, which are what some of these tests are about. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  g_assert_cmpint (VIPS_INIT (argv[0]), ==, 0);

  ADD ("/media-pictures/every-orientation-is-shown-upright", test_orientation);
  ADD ("/media-pictures/every-format-is-shown-in-its-colours", test_formats);
  ADD ("/media-pictures/sixteen-bits-become-eight", test_sixteen_bits);
  ADD ("/media-pictures/inks-become-light", test_inks);
  ADD ("/media-pictures/black-and-white-stays-sharp", test_one_bit);
  ADD ("/media-pictures/what-shines-through-goes-on-to", test_alpha);
  ADD ("/media-pictures/a-file-cut-short-shows-what-there-is-and-says-so", test_cut_short);
  ADD ("/media-pictures/rubbish-gets-a-sentence-each", test_rubbish);
  ADD ("/media-pictures/the-content-says-what-a-file-is", test_by_content);
  ADD ("/media-pictures/a-file-without-a-picture-says-so", test_no_picture);
  ADD ("/media-pictures/a-missing-file-says-so", test_missing);
  ADD ("/media-pictures/each-level-is-half-the-one-before", test_levels);
  ADD ("/media-pictures/tiles-that-are-given-up-leave-nothing", test_given_up);
  ADD ("/media-pictures/a-full-disk-is-an-error-and-no-more", test_full_disk);
  ADD ("/media-pictures/a-thumbnail-made-of-tiles-is-as-large-as-any", test_thumbnail_of_tiles);
  ADD ("/media-pictures/pages-of-a-tiff-are-pages", test_pages);
  ADD ("/media-pictures/pages-of-a-pdf-are-pictures", test_pdf);
  ADD ("/media-pictures/a-pdf-with-a-password-says-so", test_locked);
  ADD ("/media-pictures/a-copy-is-the-same-and-may-be-written", test_copy);
  ADD ("/media-pictures/what-is-cancelled-is-not-made", test_cancelled);

  return g_test_run ();
}
