/* decode.h - what libvips does for us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/pixels.h"

#include <gio/gio.h>
#include <vips/vips.h>

G_BEGIN_DECLS

/* A name of our own, since a newer libvips may define the same for its own. */
typedef VipsImage FondsPicture;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPicture, g_object_unref)

/**
 * FondsDecodeFlags:
 * @FONDS_DECODE_STRICT: refuse a file that is damaged anywhere, instead of showing what there is
 * @FONDS_DECODE_AT_ONCE: any piece in any order, instead of once from top to bottom
 */
typedef enum
{
  FONDS_DECODE_STRICT = 1 << 0,
  FONDS_DECODE_AT_ONCE = 1 << 1,
} FondsDecodeFlags;

gboolean fonds_decode_begin (void);

gboolean fonds_decode_is_vector (const char *type);

VipsImage *fonds_decode_open (const char *path,
                              const char *type,
                              guint page,
                              double scale,
                              FondsDecodeFlags flags,
                              GError **error);
VipsImage *fonds_decode_thumbnail (const char *path,
                                   const char *type,
                                   guint page,
                                   int size,
                                   FondsDecodeFlags flags,
                                   GCancellable *cancellable,
                                   GError **error);
VipsImage *fonds_decode_to_screen (VipsImage *image, GError **error);
FondsPixels *fonds_decode_to_pixels (VipsImage *image, GError **error);

void fonds_decode_watch (VipsImage *image, GCancellable *cancellable);
guint fonds_decode_n_pages (VipsImage *image, const char *path, const char *type);

void
fonds_decode_fail (const char *path, const char *type, GCancellable *cancellable, GError **error);

G_END_DECLS
