/* picture-texture.h - pixels that any renderer draws without turning them over first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *fonds_picture_texture_new (int width, int height, gsize stride, GBytes *bytes);
cairo_surface_t *fonds_picture_texture_get_surface (GdkTexture *texture);
void fonds_snapshot_append_picture (GtkSnapshot *snapshot,
                                    GtkWidget *widget,
                                    GdkTexture *texture,
                                    const graphene_rect_t *place);

G_END_DECLS
