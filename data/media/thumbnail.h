/* thumbnail.h - small pictures, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/pixels.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The two sizes in which thumbnails are kept: neither side is longer. */
#define FONDS_THUMBNAIL_SMALL 256
#define FONDS_THUMBNAIL_LARGE 1024

FondsPixels *fonds_thumbnail_find (const char *folder,
                                   const char *hash,
                                   guint page,
                                   int size,
                                   GCancellable *cancellable,
                                   GError **error);
FondsPixels *fonds_thumbnail_make (const char *folder,
                                   const char *hash,
                                   const char *path,
                                   const char *type,
                                   guint page,
                                   int size,
                                   gboolean *damaged,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
