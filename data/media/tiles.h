/* tiles.h - one page of a file in pieces, at every magnification
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

G_BEGIN_DECLS

#define FONDS_TYPE_TILES (fonds_tiles_get_type ())

G_DECLARE_FINAL_TYPE (FondsTiles, fonds_tiles, FONDS, TILES, GObject)

/* A tile's side in pixels; those at the right and lower edges are smaller. */
#define FONDS_TILE_SIZE 256

void fonds_tiles_open_async (FondsMedia *media,
                             const char *hash,
                             guint page,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
FondsTiles *fonds_tiles_open_finish (FondsMedia *media, GAsyncResult *result, GError **error);

guint fonds_tiles_n_levels (FondsTiles *self);
void fonds_tiles_level_size (FondsTiles *self, guint level, int *width, int *height);

void fonds_tiles_get_async (FondsTiles *self,
                            guint level,
                            int column,
                            int row,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
FondsPixels *fonds_tiles_get_finish (FondsTiles *self, GAsyncResult *result, GError **error);

G_END_DECLS
