/* tile-view.c - shows a picture of any size, as near and as far as one likes
 *
 * Draws the tiles of one level; where a tile is still missing, the part of a coarser one, else of the
 * preview. When the look rests, a finer one is drawn elsewhere and takes its place. Never holds the
 * picture itself.
 * Invariant: tiles are asked for when the look changes or rests, never while drawing.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-view-private.h"

#include "ui/picture-texture.h"
#include "ui/tile-input.h"
#include "ui/tile-plan.h"
#include "ui/tile-still.h"

#include <math.h>

/* What it asks for when nobody gives it more room. */
#define NATURAL 320
/* A look rests when it didn't change for so long. */
#define RESTS_AFTER_MS 120

G_DEFINE_FINAL_TYPE (FondsTileView, fonds_tile_view, GTK_TYPE_WIDGET)

enum
{
  LOOKED,
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_seen (FondsTileView *self, GArray *tiles, guint level)
{
  graphene_rect_t visible = fonds_tile_camera_visible (&self->camera);
  g_autoptr (GArray) seen =
      fonds_tile_plan_seen (fonds_tile_loader_get_shape (self->loader), level, &visible);

  g_array_append_vals (tiles, seen->data, seen->len);
}

/* The coarsest level comes along with every look: it is what there is to see first. */
static void
want_tiles (FondsTileView *self)
{
  const FondsTileShape *shape = fonds_tile_loader_get_shape (self->loader);
  graphene_rect_t all =
      GRAPHENE_RECT_INIT (0, 0, (float) shape->level[0].width, (float) shape->level[0].height);
  GArray *tiles = fonds_tile_plan_seen (shape, shape->n_levels - 1, &all);

  if (self->level != shape->n_levels - 1)
    add_seen (self, tiles, self->level);
  if (self->finer != self->level)
    add_seen (self, tiles, self->finer);
  fonds_tile_loader_want (self->loader, tiles);
}

static guint
choose_level (FondsTileView *self, double blow_up)
{
  return fonds_tile_plan_level (fonds_tile_loader_get_shape (self->loader),
                                self->camera.scale * _fonds_tile_dots (self), blow_up);
}

static void
drop_still (FondsTileView *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_object (&self->still);
}

static gboolean
is_looking (FondsTileView *self)
{
  return self->loader && self->camera.view_width > 0 && self->camera.view_height > 0;
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsTileView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = fonds_tile_still_finish (result, &error);

  /* Cancelled is what a new look and dispose do. */
  if (!texture)
    return;
  g_clear_object (&self->drawing);
  self->still = g_steal_pointer (&texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOADED], 0, NULL);
}

/* Only a level that is blown up leaves anything to be wished for. A damaged part is left to what
 * stands in for it. */
static gboolean
wants_still (FondsTileView *self)
{
  return is_looking (self) && self->finer != self->level && !self->still;
}

static void
draw_still (FondsTileView *self)
{
  if (!wants_still (self) || self->drawing || fonds_tile_loader_get_n_missing (self->loader) > 0)
    return;
  if (fonds_tile_loader_get_n_failed (self->loader) > 0)
    {
      self->finer = self->level;
      return;
    }
  self->drawing = g_cancellable_new ();
  fonds_tile_still_async (_fonds_tile_collect_pieces (self),
                          (int) round (self->camera.view_width * _fonds_tile_dots (self)),
                          (int) round (self->camera.view_height * _fonds_tile_dots (self)),
                          self->drawing, drawn_cb, self);
}

static gboolean
rest_cb (gpointer user_data)
{
  FondsTileView *self = user_data;

  self->rest_source = 0;
  self->finer = choose_level (self, FONDS_TILE_BLOW_UP_STILL);
  if (self->finer != self->level)
    want_tiles (self);
  draw_still (self);
  return G_SOURCE_REMOVE;
}

static void
look (FondsTileView *self)
{
  drop_still (self);
  if (is_looking (self))
    {
      self->level = self->finer = choose_level (self, FONDS_TILE_BLOW_UP_MOVING);
      want_tiles (self);
      self->rest_source = g_timeout_add (RESTS_AFTER_MS, rest_cb, self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LOOKED], 0);
}

static void
loaded_cb (FondsTileView *self, const GError *error)
{
  if (self->rest_source == 0)
    draw_still (self);
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

static void
fonds_tile_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FondsTileView *self = FONDS_TILE_VIEW (widget);
  graphene_rect_t all =
      GRAPHENE_RECT_INIT (0, 0, (float) self->camera.width, (float) self->camera.height);

  if (self->still)
    {
      fonds_snapshot_append_picture (snapshot, widget, self->still,
                                     &GRAPHENE_RECT_INIT (0, 0, (float) self->camera.view_width,
                                                          (float) self->camera.view_height));
      return;
    }
  if (self->preview && (!self->loader || fonds_tile_loader_get_n_missing (self->loader) > 0))
    _fonds_tile_draw (self, snapshot, self->preview, &all);
  if (self->loader)
    _fonds_tile_draw_seen (self, snapshot);
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

  drop_still (self);
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

  return is_looking (self) && self->rest_source == 0 && !wants_still (self) &&
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

  return self->camera.scale * _fonds_tile_dots (self);
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

  fonds_tile_camera_zoom (&self->camera, zoom / _fonds_tile_dots (self), x, y);
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
