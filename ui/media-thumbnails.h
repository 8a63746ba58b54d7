/* media-thumbnails.h - the small pictures of a catalogue that are at hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *fonds_pixels_to_texture (FondsPixels *pixels);

GdkTexture *fonds_thumbnails_find (FondsMedia *media, const char *hash, guint page, int size);
void fonds_thumbnails_load_async (FondsMedia *media,
                                  const char *hash,
                                  guint page,
                                  int size,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GdkTexture *fonds_thumbnails_load_finish (FondsMedia *media, GAsyncResult *result, GError **error);

G_END_DECLS
