/* tile-paint.c - what is drawn of a look, and where on the screen it comes to lie
 *
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/picture-texture.h"
#include "ui/tile-plan.h"
#include "ui/tile-still.h"
#include "ui/tile-view-private.h"

#include <math.h>

/* Dots of the screen a unit of the widget. */
double
_fonds_tile_dots (FondsTileView *self)
{
  return gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* On whole dots of the screen, so that no seam is seen between two tiles. */
static graphene_rect_t
snap (FondsTileView *self, const graphene_rect_t *place)
{
  double n = _fonds_tile_dots (self);
  double x0 = round (place->origin.x * n) / n;
  double y0 = round (place->origin.y * n) / n;
  double x1 = round ((place->origin.x + place->size.width) * n) / n;
  double y1 = round ((place->origin.y + place->size.height) * n) / n;

  return GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
}

/* Draws a texture where a part of the picture is seen. */
void
_fonds_tile_draw (FondsTileView *self,
                  GtkSnapshot *snapshot,
                  GdkTexture *texture,
                  const graphene_rect_t *place)
{
  graphene_rect_t seen = fonds_tile_camera_to_view (&self->camera, place);
  graphene_rect_t there = snap (self, &seen);
  float width = there.size.width, height = there.size.height;

  /* A drawing that lets its paper shine through was made for white paper. */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &there);
  if (self->camera.turns == 0)
    {
      fonds_snapshot_append_picture (snapshot, GTK_WIDGET (self), texture, &there);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (there.origin.x + width / 2,
                                                          there.origin.y + height / 2));
  gtk_snapshot_rotate (snapshot, 90.0f * (float) self->camera.turns);
  if (self->camera.turns % 2)
    fonds_snapshot_append_picture (snapshot, GTK_WIDGET (self), texture,
                                   &GRAPHENE_RECT_INIT (-height / 2, -width / 2, height, width));
  else
    fonds_snapshot_append_picture (snapshot, GTK_WIDGET (self), texture,
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
  _fonds_tile_draw (self, snapshot, texture, &whole);
  gtk_snapshot_pop (snapshot);
}

/* Draws the tiles of the level that is looked at, or what stands in for them. */
void
_fonds_tile_draw_seen (FondsTileView *self, GtkSnapshot *snapshot)
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
        _fonds_tile_draw (self, snapshot, texture, &place);
      else
        draw_instead (self, snapshot, tile, &place);
    }
}

/* Collects the tiles of the finer level that are seen, with their places on the screen. */
GArray *
_fonds_tile_collect_pieces (FondsTileView *self)
{
  const FondsTileShape *shape = fonds_tile_loader_get_shape (self->loader);
  graphene_rect_t visible = fonds_tile_camera_visible (&self->camera);
  g_autoptr (GArray) tiles = fonds_tile_plan_seen (shape, self->finer, &visible);
  GArray *pieces = fonds_tile_pieces_new ();
  double n = _fonds_tile_dots (self);
  guint i;

  for (i = 0; i < tiles->len; i++)
    {
      FondsTileId tile = g_array_index (tiles, FondsTileId, i);
      GdkTexture *texture = fonds_tile_loader_find (self->loader, tile);
      graphene_rect_t place = fonds_tile_shape_rect (shape, tile);
      graphene_rect_t seen = fonds_tile_camera_to_view (&self->camera, &place);
      graphene_rect_t there = snap (self, &seen);
      FondsTilePiece piece = { .turns = self->camera.turns };

      piece.place =
          (GdkRectangle){ (int) round (there.origin.x * n), (int) round (there.origin.y * n),
                          (int) round (there.size.width * n), (int) round (there.size.height * n) };
      if (texture)
        {
          piece.texture = g_object_ref (texture);
          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}
