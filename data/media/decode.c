/* decode.c - what libvips does for us
 *
 * Only decoders that the table of signatures leads to are let in, each file is read as a stream from
 * top to bottom, and nothing is cached, so that memory doesn't grow with the picture.
 * libvips keeps one buffer of messages for all threads; its words are never shown to anybody.
 * Thread: any but the main one, except for what only asks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/decode.h"

#include "data/media/error.h"
#include "data/media/facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beyond so many pixels a picture is not even tried: a small file may claim any size. */
#define MOST_PIXELS (4.0 * 1024 * 1024 * 1024)

/* BMP is read whole, by a library that needs eight bytes a pixel. */
#define MOST_PIXELS_WHOLE (64.0 * 1024 * 1024)

/* Of the decoders that libvips calls unproven, those that an archive can't do without. */
static const char *const let_in[] = {
  "VipsForeignLoadPdf",  "VipsForeignLoadSvg", "VipsForeignLoadJp2k",
  "VipsForeignLoadHeif", "VipsForeignLoadJxl", "VipsForeignLoadMagick",
};

/* libvips tells of odd tags and the like, which nobody at a desk can do anything about. */
static void
stay_silent (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

static gpointer
begin (gpointer data)
{
  if (VIPS_INIT ("fonds") != 0)
    return NULL;
  g_log_set_handler ("VIPS", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG,
                     stay_silent, NULL);
  vips_cache_set_max (0);
  vips_concurrency_set (1);
  vips_block_untrusted_set (TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (let_in); i++)
    vips_operation_block_set (let_in[i], FALSE);
  return GINT_TO_POINTER (1);
}

/**
 * fonds_decode_begin:
 *
 * Makes libvips ready, once; another thread that asks meanwhile waits. Whoever calls libvips asks
 * this first: half ready, it takes a good file for one that it can't read.
 *
 * Returns: whether libvips can be used
 */
gboolean
fonds_decode_begin (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, begin, NULL) != NULL;
}

/**
 * fonds_decode_is_vector:
 * @type: a media type
 *
 * Returns: whether such a file has no pixels of its own and is drawn at any size
 */
gboolean
fonds_decode_is_vector (const char *type)
{
  return strcmp (type, "image/svg+xml") == 0 || strcmp (type, "application/pdf") == 0;
}

static gboolean
is_locked (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL && g_mapped_file_get_length (file) > 0 &&
         memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), "/Encrypt",
                 strlen ("/Encrypt")) != NULL;
}

/**
 * fonds_decode_fail:
 * @path: a file that could not be decoded
 * @type: its media type
 * @cancellable: (nullable): what may have stopped it
 * @error: return location; %G_IO_ERROR_CANCELLED, %FONDS_MEDIA_ERROR_LOCKED or
 *   %FONDS_MEDIA_ERROR_DAMAGED
 *
 * Says why a file could not be decoded.
 */
void
fonds_decode_fail (const char *path, const char *type, GCancellable *cancellable, GError **error)
{
  vips_error_clear ();
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING,
                         _ ("The file is missing from the media folder."));
  else if (strcmp (type, "application/pdf") == 0 && is_locked (path))
    g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_LOCKED,
                         _ ("This PDF opens only with a password."));
  else
    g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_DAMAGED,
                         _ ("This file is damaged, or stored in a way that can't be shown here."));
}

static gboolean
check_shown (const char *path, const char *type, GError **error)
{
  FondsMediaSort sort = fonds_media_sort_of_type (type);

  if (sort != FONDS_MEDIA_SORT_PICTURE && sort != FONDS_MEDIA_SORT_DOCUMENT)
    {
      g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NO_PICTURE,
                           _ ("A file of this sort has no picture to show."));
      return FALSE;
    }
  if (fonds_decode_begin ())
    return TRUE;
  fonds_decode_fail (path, type, NULL, error);
  return FALSE;
}

static gboolean
check_size (VipsImage *image, const char *type, GError **error)
{
  double pixels = (double) vips_image_get_width (image) * vips_image_get_height (image);

  if (pixels <= (strcmp (type, "image/bmp") == 0 ? MOST_PIXELS_WHOLE : MOST_PIXELS))
    return TRUE;
  g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_DAMAGED,
                       _ ("This picture is too large to be shown here."));
  return FALSE;
}

static gboolean
has_pages (const char *type)
{
  return strcmp (type, "image/tiff") == 0 || strcmp (type, "application/pdf") == 0;
}

/* Kept at several sizes, which libvips counts as pages. */
static gboolean
has_sizes (const char *type)
{
  return strcmp (type, "image/jp2") == 0 || strcmp (type, "image/x-jp2-codestream") == 0;
}

/* libvips takes brackets at a name's end for options. The name of a file that is kept ends in letters. */
static char *
name_with_options (const char *path, const char *type, guint page, double scale)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *options = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (page > 0 && (has_pages (type) || has_sizes (type)))
    g_string_append_printf (options, "page=%u", page);
  if (fonds_decode_is_vector (type) && scale != 1)
    g_string_append_printf (options, "%sscale=%s", options->len > 0 ? "," : "",
                            g_ascii_formatd (number, sizeof number, "%.4f", scale));
  text = g_string_free (options, FALSE);
  return *text != '\0' ? g_strdup_printf ("%s[%s]", path, text) : g_strdup (path);
}

static VipsFailOn
fail_on (FondsDecodeFlags flags)
{
  return flags & FONDS_DECODE_STRICT ? VIPS_FAIL_ON_ERROR : VIPS_FAIL_ON_NONE;
}

/**
 * fonds_decode_open:
 * @path: a file
 * @type: its media type
 * @page: from 0
 * @scale: how much larger than it says; only for what is drawn at any size
 * @flags: how it is read
 * @error: return location for a #FondsMediaError
 *
 * Opens a picture as it is stored: not turned upright, in its own colours.
 *
 * Returns: (transfer full) (nullable): the picture, not decoded yet
 */
VipsImage *
fonds_decode_open (const char *path,
                   const char *type,
                   guint page,
                   double scale,
                   FondsDecodeFlags flags,
                   GError **error)
{
  g_autofree char *name = name_with_options (path, type, has_sizes (type) ? 0 : page, scale);
  g_autoptr (FondsPicture) image = NULL;

  if (!check_shown (path, type, error))
    return NULL;
  image = vips_image_new_from_file (name, "access",
                                    flags & FONDS_DECODE_AT_ONCE ? VIPS_ACCESS_RANDOM
                                                                 : VIPS_ACCESS_SEQUENTIAL,
                                    "fail_on", fail_on (flags), NULL);
  if (image == NULL)
    {
      fonds_decode_fail (path, type, NULL, error);
      return NULL;
    }
  return check_size (image, type, error) ? g_steal_pointer (&image) : NULL;
}

static void
forget (gpointer data, GClosure *closure)
{
  g_object_unref (data);
}

static void
eval_cb (VipsImage *image, VipsProgress *progress, gpointer user_data)
{
  if (g_cancellable_is_cancelled (user_data))
    vips_image_set_kill (image, TRUE);
}

/**
 * fonds_decode_watch:
 * @image: a picture that will be worked out
 * @cancellable: (nullable): what stops that; must live as long as @image
 *
 * Lets the work on a picture be stopped halfway.
 */
void
fonds_decode_watch (VipsImage *image, GCancellable *cancellable)
{
  if (cancellable == NULL)
    return;
  vips_image_set_progress (image, TRUE);
  g_signal_connect_data (image, "eval", G_CALLBACK (eval_cb), g_object_ref (cancellable), forget,
                         0);
}

/* A TIFF may keep smaller copies of the same picture as further pages. */
static gboolean
holds_copies (VipsImage *first, const char *path)
{
  g_autoptr (FondsPicture) second = fonds_decode_open (path, "image/tiff", 1, 1, 0, NULL);
  int half = vips_image_get_width (first) / 2;

  return second != NULL && ABS (vips_image_get_width (second) - half) <= 1 &&
         ABS (vips_image_get_height (second) - vips_image_get_height (first) / 2) <= 1;
}

/* The smallest of the sizes that a picture is kept at and that are still large enough. */
static guint
find_size (VipsImage *largest, int size)
{
  int side = MAX (vips_image_get_width (largest), vips_image_get_height (largest));
  int n = vips_image_get_n_pages (largest);
  int page = 0;

  while (page + 1 < n && side >> (page + 1) >= size)
    page++;
  return (guint) page;
}

/* libvips picks too small a size by itself (8.14). */
static VipsImage *
shrink_sizes (VipsImage *largest, const char *path, const char *type, int size, VipsFailOn strict)
{
  g_autofree char *name = name_with_options (path, type, find_size (largest, size), 1);
  g_autoptr (FondsPicture) image =
      vips_image_new_from_file (name, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", strict, NULL);
  VipsImage *small = NULL;

  return image != NULL && vips_thumbnail_image (image, &small, size, "height", size, "size",
                                                VIPS_SIZE_DOWN, NULL) == 0
             ? small
             : NULL;
}

static VipsImage *
shrink (VipsImage *whole,
        const char *path,
        const char *type,
        guint page,
        int size,
        VipsFailOn strict)
{
  g_autofree char *name = name_with_options (path, type, page, 1);
  VipsImage *small = NULL;

  if (has_sizes (type) || (page == 0 && strcmp (type, "image/tiff") == 0 &&
                           vips_image_get_n_pages (whole) > 1 && holds_copies (whole, path)))
    return shrink_sizes (whole, path, type, size, strict);
  return vips_thumbnail (name, &small, size, "height", size, "size",
                         fonds_decode_is_vector (type) ? VIPS_SIZE_BOTH : VIPS_SIZE_DOWN, "fail_on",
                         strict, NULL) == 0
             ? small
             : NULL;
}

/**
 * fonds_decode_thumbnail:
 * @path: a file
 * @type: its media type
 * @page: from 0
 * @size: neither side will be longer, in pixels
 * @flags: how it is read
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Makes a small picture, upright and in the colours of a screen, without ever holding the large one.
 *
 * Returns: (transfer full) (nullable): the picture, in memory
 */
VipsImage *
fonds_decode_thumbnail (const char *path,
                        const char *type,
                        guint page,
                        int size,
                        FondsDecodeFlags flags,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (FondsPicture) whole = fonds_decode_open (path, type, page, 1, flags, error);
  g_autoptr (FondsPicture) small = NULL;
  g_autoptr (FondsPicture) plain = NULL;
  g_autoptr (FondsPicture) held = NULL;

  if (whole == NULL)
    return NULL;
  small = shrink (whole, path, type, page, size, fail_on (flags));
  if (small != NULL)
    plain = fonds_decode_to_screen (small, NULL);
  if (plain != NULL)
    {
      fonds_decode_watch (plain, cancellable);
      held = vips_image_copy_memory (plain);
    }
  if (held == NULL)
    fonds_decode_fail (path, type, cancellable, error);
  return g_steal_pointer (&held);
}

/* In a picture of more colours than a screen has, the first ones are the most usual to look at. */
static VipsImage *
reduce_bands (VipsImage *image)
{
  VipsImage *reduced = NULL;
  int n = vips_image_get_bands (image);

  if (n <= 4)
    return g_object_ref (image);
  return vips_extract_band (image, &reduced, 0, "n", 3, NULL) == 0 ? reduced : NULL;
}

static VipsImage *
convert_colours (VipsImage *image)
{
  VipsInterpretation interpretation = vips_image_guess_interpretation (image);
  gboolean grey =
      interpretation == VIPS_INTERPRETATION_B_W || interpretation == VIPS_INTERPRETATION_GREY16;
  gboolean inks = interpretation == VIPS_INTERPRETATION_CMYK;
  VipsImage *converted = NULL;

  if ((inks || vips_image_get_typeof (image, VIPS_META_ICC_NAME) != 0) &&
      vips_icc_transform (image, &converted, "srgb", "embedded", TRUE, "depth", 8,
                          inks ? "input_profile" : NULL, "cmyk", NULL) == 0)
    return converted;
  vips_error_clear ();
  if (vips_colourspace (image, &converted,
                        grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB, NULL) == 0)
    return converted;
  vips_error_clear ();
  return g_object_ref (image);
}

/**
 * fonds_decode_to_screen:
 * @image: a picture
 * @error: (nullable): return location for %FONDS_MEDIA_ERROR_DAMAGED
 *
 * Brings a picture into the colours of a screen: eight bits, sRGB or grey, with or without alpha.
 *
 * Returns: (transfer full) (nullable): the picture, not worked out yet
 */
VipsImage *
fonds_decode_to_screen (VipsImage *image, GError **error)
{
  g_autoptr (FondsPicture) converted = convert_colours (image);
  g_autoptr (FondsPicture) reduced = reduce_bands (converted);
  VipsImage *plain = NULL;

  if (reduced != NULL && vips_cast_uchar (reduced, &plain, NULL) == 0)
    return plain;
  vips_error_clear ();
  g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_DAMAGED,
                       _ ("The colours of this picture can't be shown here."));
  return NULL;
}

static inline guint32
premultiply (guint value, guint alpha)
{
  return (value * alpha + 127) / 255;
}

static inline guint32
pixel_of (const guint8 *p, int bands)
{
  guint alpha = bands == 2 ? p[1] : bands == 4 ? p[3] : 255;
  guint red = p[0], green = bands < 3 ? p[0] : p[1], blue = bands < 3 ? p[0] : p[2];

  return alpha == 255 ? 0xff000000u | red << 16 | green << 8 | blue
                      : alpha << 24 | premultiply (red, alpha) << 16 |
                            premultiply (green, alpha) << 8 | premultiply (blue, alpha);
}

/**
 * fonds_decode_to_pixels:
 * @image: a small picture or a piece of one, as from [func@decode_to_screen]
 * @error: return location for %FONDS_MEDIA_ERROR_DAMAGED
 *
 * Works a picture out.
 *
 * Returns: (transfer full) (nullable): its pixels
 */
FondsPixels *
fonds_decode_to_pixels (VipsImage *image, GError **error)
{
  int width = vips_image_get_width (image), height = vips_image_get_height (image);
  int bands = vips_image_get_bands (image);
  gsize length = 0, n = (gsize) width * (gsize) height;
  guint8 *from = vips_image_write_to_memory (image, &length);
  guint32 *to;

  if (from == NULL || length < n * bands)
    {
      vips_error_clear ();
      g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_DAMAGED,
                           _ ("A part of this picture can't be read."));
      g_free (from);
      return NULL;
    }
  to = g_new (guint32, n);
  for (gsize i = 0; i < n; i++)
    to[i] = pixel_of (from + i * bands, bands);
  g_free (from);
  return fonds_pixels_new (width, height, (gsize) width * 4, g_bytes_new_take (to, n * 4));
}

/**
 * fonds_decode_n_pages:
 * @image: the first page, as from [func@decode_open]
 * @path: the file
 * @type: its media type
 *
 * Counts what a person would call pages: not the frames of an animation, nor the smaller copies that
 * some formats keep.
 *
 * Returns: how many there are, at least 1
 */
guint
fonds_decode_n_pages (VipsImage *image, const char *path, const char *type)
{
  int n;

  if (!has_pages (type))
    return 1;
  n = vips_image_get_n_pages (image);
  return n > 1 && strcmp (type, "image/tiff") == 0 && holds_copies (image, path) ? 1 : MAX (1, n);
}
