/* tile-view.c - shows a picture of any size, as near and as far as one likes
 *
 * Draws the tiles of one level; where a tile is still missing, the part of a coarser one, else of the
 * preview. Never holds the picture itself.
 * Invariant: tiles are asked for when the look changes, never while drawing.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-view.h"

#include "ui/tile-input.h"
#include "ui/tile-loader.h"
#include "ui/tile-plan.h"

#include <math.h>

/* What it asks for when nobody gives it more room. */
#define NATURAL 320

struct _FondsTileView
{
  GtkWidget parent_instance;

  /* owned */
  FondsTileLoader *loader; /* (nullable) */
  GdkTexture *preview;     /* (nullable) */

  /* state */
  FondsTileCamera camera;
  guint level; /* that is drawn */
};

G_DEFINE_FINAL_TYPE (FondsTileView, fonds_tile_view, GTK_TYPE_WIDGET)

enum
{
  LOOKED,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static double
dots (FondsTileView *self)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* The coarsest level comes along with every look: it is what there is to see first. */
static void
want_tiles (FondsTileView *self)
{
  const FondsTileShape *shape = fonds_tile_loader_get_shape (self->loader);
  graphene_rect_t all =
      GRAPHENE_RECT_INIT (0, 0, (float) shape->level[0].width, (float) shape->level[0].height);
  graphene_rect_t visible = fonds_tile_camera_visible (&self->camera);
  GArray *tiles = fonds_tile_plan_seen (shape, shape->n_levels - 1, &all);

  self->level = fonds_tile_plan_level (shape, self->camera.scale * dots (self));
  if (self->level != shape->n_levels - 1)
    {
      g_autoptr (GArray) seen = fonds_tile_plan_seen (shape, self->level, &visible);

      g_array_append_vals (tiles, seen->data, seen->len);
    }
  fonds_tile_loader_want (self->loader, tiles);
}

static void
look (FondsTileView *self)
{
  if (self->loader && self->camera.view_width > 0 && self->camera.view_height > 0)
    want_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOOKED], 0);
}

static void
loaded_cb (FondsTileView *self, const GError *error)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOADED], 0, error);
}

static void
drop_loader (FondsTileView *self)
{
  if (self->loader)
    g_signal_handlers_disconnect_by_func (self->loader, loaded_cb, self);
  g_clear_object (&self->loader);
}

/* On whole dots of the screen, so that no seam is seen between two tiles. */
static graphene_rect_t
snap (FondsTileView *self, const graphene_rect_t *place)
{
  double n = dots (self);
  double x0 = round (place->origin.x * n) / n;
  double y0 = round (place->origin.y * n) / n;
  double x1 = round ((place->origin.x + place->size.width) * n) / n;
  double y1 = round ((place->origin.y + place->size.height) * n) / n;

  return GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
}

static void
draw (FondsTileView *self, GtkSnapshot *snapshot, GdkTexture *texture, const graphene_rect_t *place)
{
  graphene_rect_t seen = fonds_tile_camera_to_view (&self->camera, place);
  graphene_rect_t there = snap (self, &seen);
  float width = there.size.width, height = there.size.height;

  /* A drawing that lets its paper shine through was made for white paper. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &there);
  if (self->camera.turns == 0)
    {
      gtk_snapshot_append_texture (snapshot, texture, &there);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (there.origin.x + width / 2,
                                                          there.origin.y + height / 2));
  gtk_snapshot_rotate (snapshot, 90.0f * (float) self->camera.turns);
  if (self->camera.turns % 2)
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (-height / 2, -width / 2, height, width));
  else
    gtk_snapshot_append_texture (snapshot, texture,
                                 &GRAPHENE_RECT_INIT (-width / 2, -height / 2, width, height));
  gtk_snapshot_restore (snapshot);
}

static void
draw_instead (FondsTileView *self,
              GtkSnapshot *snapshot,
              FondsTileId missing,
              const graphene_rect_t *place)
{
  const FondsTileShape *shape = fonds_tile_loader_get_shape (self->loader);
  graphene_rect_t seen = fonds_tile_camera_to_view (&self->camera, place);
  graphene_rect_t there = snap (self, &seen);
  GdkTexture *texture = NULL;
  graphene_rect_t whole;
  guint level;

  for (level = missing.level + 1; level < shape->n_levels && !texture; level++)
    {
      FondsTileId parent = fonds_tile_plan_parent (shape, missing, level);

      texture = fonds_tile_loader_find (self->loader, parent);
      whole = fonds_tile_shape_rect (shape, parent);
    }
  if (!texture)
    return;
  gtk_snapshot_push_clip (snapshot, &there);
  draw (self, snapshot, texture, &whole);
  gtk_snapshot_pop (snapshot);
}

static void
draw_tiles (FondsTileView *self, GtkSnapshot *snapshot)
{
  const FondsTileShape *shape = fonds_tile_loader_get_shape (self->loader);
  graphene_rect_t visible = fonds_tile_camera_visible (&self->camera);
  g_autoptr (GArray) tiles = fonds_tile_plan_seen (shape, self->level, &visible);
  guint i;

  for (i = 0; i < tiles->len; i++)
    {
      FondsTileId tile = g_array_index (tiles, FondsTileId, i);
      graphene_rect_t place = fonds_tile_shape_rect (shape, tile);
      GdkTexture *texture = fonds_tile_loader_find (self->loader, tile);

      if (texture)
        draw (self, snapshot, texture, &place);
      else
        draw_instead (self, snapshot, tile, &place);
    }
}

static void
fonds_tile_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FondsTileView *self = FONDS_TILE_VIEW (widget);
  graphene_rect_t all =
      GRAPHENE_RECT_INIT (0, 0, (float) self->camera.width, (float) self->camera.height);

  if (self->preview && !fonds_tile_view_is_sharp (self))
    draw (self, snapshot, self->preview, &all);
  if (self->loader)
    draw_tiles (self, snapshot);
}

static void
fonds_tile_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FondsTileView *self = FONDS_TILE_VIEW (widget);

  fonds_tile_camera_set_view (&self->camera, width, height);
  look (self);
}

static void
fonds_tile_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 0;
  *natural = NATURAL;
}

static void
fonds_tile_view_dispose (GObject *object)
{
  FondsTileView *self = FONDS_TILE_VIEW (object);

  drop_loader (self);
  g_clear_object (&self->preview);

  G_OBJECT_CLASS (fonds_tile_view_parent_class)->dispose (object);
}

static void
fonds_tile_view_class_init (FondsTileViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_tile_view_dispose;
  widget_class->snapshot = fonds_tile_view_snapshot;
  widget_class->size_allocate = fonds_tile_view_size_allocate;
  widget_class->measure = fonds_tile_view_measure;

  /**
   * FondsTileView::looked:
   * @self: the view
   *
   * Something else is looked at, or from nearer or farther.
   */
  signals[LOOKED] = g_signal_new ("looked", FONDS_TYPE_TILE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  /**
   * FondsTileView::loaded:
   * @self: the view
   * @error: (nullable): why a part can't be shown
   *
   * More of the picture is there, or can't be had.
   */
  signals[LOADED] = g_signal_new ("loaded", FONDS_TYPE_TILE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_css_name (widget_class, "tileview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fonds_tile_view_init (FondsTileView *self)
{
  self->camera.scale = 1;
  self->camera.fitted = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  fonds_tile_input_add (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (look), NULL);
}

/**
 * fonds_tile_view_new:
 *
 * Makes a view of nothing.
 *
 * Returns: (transfer floating): a #FondsTileView
 */
GtkWidget *
fonds_tile_view_new (void)
{
  return g_object_new (FONDS_TYPE_TILE_VIEW, NULL);
}

static void
set_picture (FondsTileView *self, double width, double height)
{
  if (self->camera.width == width && self->camera.height == height)
    return;
  fonds_tile_camera_set_picture (&self->camera, width, height);
}

/**
 * fonds_tile_view_set_source:
 * @self: a view
 * @source: (nullable): a picture
 *
 * Shows another picture; a look at the preview of the same picture goes on.
 */
void
fonds_tile_view_set_source (FondsTileView *self, FondsTileSource *source)
{
  const FondsTileShape *shape;

  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  drop_loader (self);
  if (source)
    {
      self->loader = fonds_tile_loader_new (source);
      g_signal_connect_swapped (self->loader, "loaded", G_CALLBACK (loaded_cb), self);
      shape = fonds_tile_loader_get_shape (self->loader);
      set_picture (self, shape->level[0].width, shape->level[0].height);
    }
  look (self);
}

/**
 * fonds_tile_view_set_preview:
 * @self: a view
 * @texture: (nullable): a small copy of the picture
 * @width: how large the picture really is, in its own pixels
 * @height: as @width
 *
 * Begins to look at another picture, of which only a small copy is at hand yet.
 */
void
fonds_tile_view_set_preview (FondsTileView *self, GdkTexture *texture, int width, int height)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  g_set_object (&self->preview, texture);
  if (!self->loader)
    fonds_tile_camera_set_picture (&self->camera, width, height);
  look (self);
}

/**
 * fonds_tile_view_has_picture:
 * @self: a view
 *
 * Returns: whether there is anything to see
 */
gboolean
fonds_tile_view_has_picture (FondsTileView *self)
{
  const FondsTileShape *shape;

  g_return_val_if_fail (FONDS_IS_TILE_VIEW (self), FALSE);

  if (self->preview || !self->loader)
    return self->preview != NULL;
  shape = fonds_tile_loader_get_shape (self->loader);
  return fonds_tile_loader_find (self->loader, (FondsTileId){ shape->n_levels - 1, 0, 0 }) ||
         fonds_tile_view_is_sharp (self);
}

/**
 * fonds_tile_view_is_sharp:
 * @self: a view
 *
 * Returns: whether all that is seen is as sharp as it gets
 */
gboolean
fonds_tile_view_is_sharp (FondsTileView *self)
{
  g_return_val_if_fail (FONDS_IS_TILE_VIEW (self), FALSE);

  return self->loader && self->camera.view_width > 0 &&
         fonds_tile_loader_get_n_missing (self->loader) == 0;
}

/**
 * fonds_tile_view_get_zoom:
 * @self: a view
 *
 * Returns: how many dots of the screen a pixel of the picture is wide
 */
double
fonds_tile_view_get_zoom (FondsTileView *self)
{
  g_return_val_if_fail (FONDS_IS_TILE_VIEW (self), 1);

  return self->camera.scale * dots (self);
}

/**
 * fonds_tile_view_get_camera:
 * @self: a view
 *
 * Returns: (transfer none): what is looked at
 */
const FondsTileCamera *
fonds_tile_view_get_camera (FondsTileView *self)
{
  g_return_val_if_fail (FONDS_IS_TILE_VIEW (self), NULL);

  return &self->camera;
}

/**
 * fonds_tile_view_fit:
 * @self: a view
 *
 * Shows the whole picture.
 */
void
fonds_tile_view_fit (FondsTileView *self)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  fonds_tile_camera_fit (&self->camera);
  look (self);
}

/**
 * fonds_tile_view_show_actual:
 * @self: a view
 *
 * Shows a dot of the screen for every pixel of the picture.
 */
void
fonds_tile_view_show_actual (FondsTileView *self)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  fonds_tile_view_zoom_at (self, 1, self->camera.view_width / 2, self->camera.view_height / 2);
}

/**
 * fonds_tile_view_zoom_by:
 * @self: a view
 * @factor: how much nearer; less than 1 for farther
 *
 * Comes nearer to the middle of what is seen.
 */
void
fonds_tile_view_zoom_by (FondsTileView *self, double factor)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  fonds_tile_view_zoom_at (self, fonds_tile_view_get_zoom (self) * factor,
                           self->camera.view_width / 2, self->camera.view_height / 2);
}

/**
 * fonds_tile_view_zoom_at:
 * @self: a view
 * @zoom: dots of the screen a pixel of the picture
 * @x: the point that stays where it is, in the widget's units
 * @y: as @x
 *
 * Comes nearer to a point, or goes away from it.
 */
void
fonds_tile_view_zoom_at (FondsTileView *self, double zoom, double x, double y)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  fonds_tile_camera_zoom (&self->camera, zoom / dots (self), x, y);
  look (self);
}

/**
 * fonds_tile_view_pan:
 * @self: a view
 * @dx: how far the picture is pulled, in the widget's units
 * @dy: the same, downwards
 *
 * Pulls the picture about.
 *
 * Returns: whether it could be pulled that way
 */
gboolean
fonds_tile_view_pan (FondsTileView *self, double dx, double dy)
{
  g_return_val_if_fail (FONDS_IS_TILE_VIEW (self), FALSE);

  if (!fonds_tile_camera_pan (&self->camera, dx, dy))
    return FALSE;
  look (self);
  return TRUE;
}

/**
 * fonds_tile_view_turn:
 * @self: a view
 * @turns: quarter turns clockwise; negative ones turn the other way
 *
 * Turns the picture, for this look only.
 */
void
fonds_tile_view_turn (FondsTileView *self, int turns)
{
  g_return_if_fail (FONDS_IS_TILE_VIEW (self));

  fonds_tile_camera_turn (&self->camera, turns);
  look (self);
}
