/* tile-view.h - shows a picture of any size, as near and as far as one likes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-camera.h"
#include "ui/tile-source.h"

G_BEGIN_DECLS

#define FONDS_TYPE_TILE_VIEW (fonds_tile_view_get_type ())

G_DECLARE_FINAL_TYPE (FondsTileView, fonds_tile_view, FONDS, TILE_VIEW, GtkWidget)

GtkWidget *fonds_tile_view_new (void);

void fonds_tile_view_set_source (FondsTileView *self, FondsTileSource *source);
void fonds_tile_view_set_preview (FondsTileView *self, GdkTexture *texture, int width, int height);
gboolean fonds_tile_view_has_picture (FondsTileView *self);
gboolean fonds_tile_view_is_sharp (FondsTileView *self);

double fonds_tile_view_get_zoom (FondsTileView *self);
const FondsTileCamera *fonds_tile_view_get_camera (FondsTileView *self);

void fonds_tile_view_fit (FondsTileView *self);
void fonds_tile_view_show_actual (FondsTileView *self);
void fonds_tile_view_zoom_by (FondsTileView *self, double factor);
void fonds_tile_view_zoom_at (FondsTileView *self, double zoom, double x, double y);
gboolean fonds_tile_view_pan (FondsTileView *self, double dx, double dy);
void fonds_tile_view_turn (FondsTileView *self, int turns);

G_END_DECLS
