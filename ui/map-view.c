/* map-view.c - a widget that shows where a place lies
 *
 * The map is drawn once into a texture and again only when the size, the scale or the colours change:
 * scrolling past it costs nothing.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/map-view.h"

#include "ui/label.h"
#include "ui/map-draw.h"

#include <glib/gi18n-lib.h>
#include "data/text/coordinates.h"

#define HEIGHT 168
#define LEAST_WIDTH 160
#define ROUND 9

struct _FondsMapView
{
  GtkWidget parent_instance;

  /* owned */
  GdkTexture *texture; /* (nullable): what was drawn last */

  /* state */
  FondsMapScene scene; /* what it shows */
  int scale;
};

G_DEFINE_FINAL_TYPE (FondsMapView, fonds_map_view, GTK_TYPE_WIDGET)

static void
find_colours (FondsMapView *self, FondsMapScene *scene)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (context, &scene->ink);
  if (!gtk_style_context_lookup_color (context, "accent_color", &scene->accent))
    scene->accent = scene->ink;
}

static gboolean
same_scene (const FondsMapScene *a, const FondsMapScene *b)
{
  return a->width == b->width && a->height == b->height && gdk_rgba_equal (&a->ink, &b->ink) &&
         gdk_rgba_equal (&a->accent, &b->accent);
}

static GdkTexture *
draw (const FondsMapScene *scene, int scale)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, scene->width * scale, scene->height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  fonds_map_draw (cr, scene);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes =
      g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * scene->height * scale);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (scene->width * scale, scene->height * scale, GDK_MEMORY_DEFAULT,
                                 bytes, stride);
}

static void
update (FondsMapView *self)
{
  FondsMapScene scene = self->scene;
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  scene.width = gtk_widget_get_width (GTK_WIDGET (self));
  scene.height = gtk_widget_get_height (GTK_WIDGET (self));
  find_colours (self, &scene);
  if (self->texture && scale == self->scale && same_scene (&scene, &self->scene))
    return;
  g_clear_object (&self->texture);
  self->scene = scene;
  self->scale = scale;
  if (scene.width > 0 && scene.height > 0)
    self->texture = draw (&scene, scale);
}

static void
fonds_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FondsMapView *self = FONDS_MAP_VIEW (widget);
  GskRoundedRect frame;
  graphene_rect_t bounds;

  update (self);
  if (!self->texture)
    return;
  bounds = GRAPHENE_RECT_INIT (0, 0, self->scene.width, self->scene.height);
  gsk_rounded_rect_init_from_rect (&frame, &bounds, ROUND);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
fonds_map_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fonds_map_view_dispose (GObject *object)
{
  g_clear_object (&FONDS_MAP_VIEW (object)->texture);

  G_OBJECT_CLASS (fonds_map_view_parent_class)->dispose (object);
}

static void
fonds_map_view_class_init (FondsMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_map_view_dispose;

  widget_class->snapshot = fonds_map_view_snapshot;
  widget_class->measure = fonds_map_view_measure;
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fonds_map_view_init (FondsMapView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * fonds_map_view_new:
 * @latitude: in degrees, north positive
 * @longitude: in degrees, east positive
 * @span: how many degrees the map is high
 *
 * Makes a map of where a place lies; its name for screen readers says it in words.
 *
 * Returns: (transfer floating): a #FondsMapView
 */
GtkWidget *
fonds_map_view_new (double latitude, double longitude, double span)
{
  FondsMapView *self = g_object_new (FONDS_TYPE_MAP_VIEW, NULL);
  g_autofree char *spoken = fonds_coordinates_spoken (latitude, longitude);
  /* Translators: what a small map shows: "40.4 degrees north, 49.9 degrees east". */
  g_autofree char *name = g_strdup_printf (_ ("Map: %s"), spoken);

  self->scene = (FondsMapScene){ .latitude = latitude, .longitude = longitude, .span = span };
  fonds_widget_set_accessible_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}
