/* tile-still.h - a look that stays, drawn as finely as it can be, away from the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FondsTilePiece:
 * @texture: (transfer full): its pixels
 * @place: where it is seen, in whole dots of the screen
 * @turns: quarter turns clockwise
 *
 * A tile as it is seen.
 */
typedef struct
{
  GdkTexture *texture;
  GdkRectangle place;
  int turns;
} FondsTilePiece;

GArray *fonds_tile_pieces_new (void);

void fonds_tile_still_async (GArray *pieces,
                             int width,
                             int height,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GdkTexture *fonds_tile_still_finish (GAsyncResult *result, GError **error);

G_END_DECLS
