/* pyramid.h - a picture in tiles and halves, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/decode.h"

G_BEGIN_DECLS

char *fonds_pyramid_path (const char *folder, const char *hash, guint page);
char *fonds_pyramid_level (const char *tiles, guint level);

VipsImage *fonds_pyramid_open (const char *path, GBytes *memory, gboolean once);
char *fonds_pyramid_find (const char *folder,
                          const char *hash,
                          guint page,
                          GPtrArray **in_memory,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
