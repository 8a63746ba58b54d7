/* pixels.c - a decoded picture, or a piece of one, ready to be painted
 *
 * Thread: any; references are counted atomically and nothing changes after it was made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/pixels.h"

/**
 * fonds_pixels_new:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @bytes: (transfer full): the rows, as #FondsPixels has them
 *
 * Returns: (transfer full): the pixels
 */
FondsPixels *
fonds_pixels_new (int width, int height, gsize stride, GBytes *bytes)
{
  FondsPixels *self = g_atomic_rc_box_new0 (FondsPixels);

  self->width = width;
  self->height = height;
  self->stride = stride;
  self->bytes = bytes;
  return self;
}

/**
 * fonds_pixels_ref:
 * @self: pixels
 *
 * Returns: (transfer full): the same pixels
 */
FondsPixels *
fonds_pixels_ref (FondsPixels *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_bytes_unref (((FondsPixels *) data)->bytes);
}

/**
 * fonds_pixels_unref:
 * @self: (transfer full): pixels
 *
 * Lets pixels go.
 */
void
fonds_pixels_unref (FondsPixels *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
