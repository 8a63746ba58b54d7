/* pyramid.h - a picture in tiles and halves, made once and kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/pixels.h"

#include <gio/gio.h>

G_BEGIN_DECLS

char *fonds_pyramid_path (const char *folder, const char *hash, guint page);
char *fonds_pyramid_find (const char *folder,
                          const char *hash,
                          guint page,
                          GBytes **in_memory,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
