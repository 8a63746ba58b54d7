/* media-thumbnail.h - the small picture of a file, in a row, a grid or a strip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_THUMBNAIL (fonds_thumbnail_get_type ())

G_DECLARE_FINAL_TYPE (FondsThumbnail, fonds_thumbnail, FONDS, THUMBNAIL, GtkWidget)

GtkWidget *fonds_thumbnail_new (int size);

void fonds_thumbnail_set (FondsThumbnail *self,
                          FondsMedia *media,
                          const char *hash,
                          guint page,
                          const char *icon);
void fonds_thumbnail_set_stretch (FondsThumbnail *self, int width, int height);
gboolean fonds_thumbnail_has_picture (FondsThumbnail *self);

G_END_DECLS
