/* pixels.h - a decoded picture, or a piece of one, ready to be painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/types.h"

G_BEGIN_DECLS

/**
 * FondsPixels:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @bytes: the rows, sRGB, four bytes a pixel: alpha, red, green, blue as one number of 32 bits in the
 *   machine's order, premultiplied: what cairo calls ARGB32 and GDK calls GDK_MEMORY_DEFAULT
 *
 * Counted references; may be handed from thread to thread.
 */
struct _FondsPixels
{
  int width;
  int height;
  gsize stride;
  GBytes *bytes;
};

FondsPixels *fonds_pixels_new (int width, int height, gsize stride, GBytes *bytes);
FondsPixels *fonds_pixels_ref (FondsPixels *self);
void fonds_pixels_unref (FondsPixels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPixels, fonds_pixels_unref)

G_END_DECLS
