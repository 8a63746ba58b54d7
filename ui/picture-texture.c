/* picture-texture.c - pixels that any renderer draws without turning them over first
 *
 * GTK 4.8 draws a texture with cairo by converting each pixel to four floats and back, at every
 * frame. So a picture carries a cairo surface of the same bytes, which is drawn where cairo draws.
 * Thread: a picture may be made and read in any thread, drawn in the main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/picture-texture.h"

#include <gsk/gsk.h>

static const cairo_user_data_key_t bytes_key;

static GQuark
surface_quark (void)
{
  return g_quark_from_static_string ("fonds-picture-surface");
}

/**
 * fonds_picture_texture_new:
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 * @bytes: the rows, as %GDK_MEMORY_DEFAULT has them
 *
 * Makes a texture; the bytes are shared, not copied.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
fonds_picture_texture_new (int width, int height, gsize stride, GBytes *bytes)
{
  GdkTexture *texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  gboolean aligned = stride == (gsize) cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  cairo_surface_t *surface;

  if (!aligned)
    return texture;
  surface = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (bytes, NULL),
                                                 CAIRO_FORMAT_ARGB32, width, height, (int) stride);
  cairo_surface_set_user_data (surface, &bytes_key, g_bytes_ref (bytes),
                               (cairo_destroy_func_t) g_bytes_unref);
  g_object_set_qdata_full (G_OBJECT (texture), surface_quark (), surface,
                           (GDestroyNotify) cairo_surface_destroy);
  return texture;
}

/**
 * fonds_picture_texture_get_surface:
 * @texture: a texture
 *
 * Returns: (transfer none) (nullable): the same pixels for cairo, not to be drawn on
 */
cairo_surface_t *
fonds_picture_texture_get_surface (GdkTexture *texture)
{
  return g_object_get_qdata (G_OBJECT (texture), surface_quark ());
}

static gboolean
draws_with_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native ? gtk_native_get_renderer (native) : NULL;

  return renderer && GSK_IS_CAIRO_RENDERER (renderer);
}

/**
 * fonds_snapshot_append_picture:
 * @snapshot: what is drawn
 * @widget: the widget that draws
 * @texture: a texture
 * @place: where it goes, in whole units
 *
 * Draws a texture.
 */
void
fonds_snapshot_append_picture (GtkSnapshot *snapshot,
                               GtkWidget *widget,
                               GdkTexture *texture,
                               const graphene_rect_t *place)
{
  cairo_surface_t *surface = fonds_picture_texture_get_surface (texture);
  cairo_t *cr;

  if (!surface || !draws_with_cairo (widget))
    {
      gtk_snapshot_append_texture (snapshot, texture, place);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, place);
  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_rectangle (cr, 0, 0, place->size.width, place->size.height);
  cairo_scale (cr, place->size.width / gdk_texture_get_width (texture),
               place->size.height / gdk_texture_get_height (texture));
  cairo_set_source_surface (cr, surface, 0, 0);
  /* The edge is drawn on, so that no seam shows between two tiles. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_fill (cr);
  cairo_destroy (cr);
}
