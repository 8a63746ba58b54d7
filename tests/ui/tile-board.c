/* tile-board.c - a picture of plain tiles, for tests of what shows it
 *
 * The left half is red and the right half blue; it can keep everybody waiting, and lack a level.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/tile-board.h"

struct _TileBoard
{
  GObject parent_instance;

  GPtrArray *held; /* of GTask */
  FondsTileShape shape;
  gboolean hold;
  guint broken;
  guint n_asked;
  guint n_now;
  guint most;
};

static GdkTexture *
paint (const FondsTileShape *shape, FondsTileId tile)
{
  graphene_rect_t place = fonds_tile_shape_rect (shape, tile);
  int width =
      MIN (shape->tile_size, shape->level[tile.level].width - (int) tile.column * shape->tile_size);
  int height =
      MIN (shape->tile_size, shape->level[tile.level].height - (int) tile.row * shape->tile_size);
  gsize n = (gsize) width * height;
  guint32 *dots = g_new (guint32, n);
  g_autoptr (GBytes) bytes = g_bytes_new_take (dots, n * 4);
  gsize i;

  for (i = 0; i < n; i++)
    {
      double x = place.origin.x + (double) (i % width) / width * place.size.width;

      dots[i] = x < shape->level[0].width / 2.0 ? 0xffff0000 : 0xff0000ff;
    }
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) width * 4);
}

static void
answer (TileBoard *self, GTask *task)
{
  FondsTileId *tile = g_task_get_task_data (task);

  self->n_now--;
  if (g_task_return_error_if_cancelled (task))
    return;
  if (tile->level == self->broken)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "The tile is damaged");
  else
    g_task_return_pointer (task, paint (&self->shape, *tile), g_object_unref);
}

static void
get_shape (FondsTileSource *source, FondsTileShape *shape)
{
  *shape = TILE_BOARD (source)->shape;
}

static void
load_async (FondsTileSource *source,
            FondsTileId tile,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  TileBoard *self = TILE_BOARD (source);
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&tile, sizeof tile), g_free);
  self->n_asked++;
  self->n_now++;
  self->most = MAX (self->most, self->n_now);
  if (self->hold)
    g_ptr_array_add (self->held, g_steal_pointer (&task));
  else
    answer (self, task);
}

static GdkTexture *
load_finish (FondsTileSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tile_source_init (FondsTileSourceInterface *iface)
{
  iface->get_shape = get_shape;
  iface->load_async = load_async;
  iface->load_finish = load_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TileBoard,
                               tile_board,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FONDS_TYPE_TILE_SOURCE, tile_source_init))

static void
tile_board_finalize (GObject *object)
{
  g_ptr_array_unref (TILE_BOARD (object)->held);

  G_OBJECT_CLASS (tile_board_parent_class)->finalize (object);
}

static void
tile_board_class_init (TileBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tile_board_finalize;
}

static void
tile_board_init (TileBoard *self)
{
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->broken = G_MAXUINT;
}

/**
 * tile_board_new:
 * @width: its width in pixels
 * @height: its height
 *
 * Returns: (transfer full): a picture
 */
TileBoard *
tile_board_new (int width, int height)
{
  TileBoard *self = g_object_new (TYPE_TILE_BOARD, NULL);

  fonds_tile_shape_fill (&self->shape, width, height, 256);
  return self;
}

/**
 * tile_board_hold:
 * @self: a picture
 * @hold: whether to answer nobody until further notice
 *
 * Keeps everybody waiting, or answers them all.
 */
void
tile_board_hold (TileBoard *self, gboolean hold)
{
  g_autoptr (GPtrArray) held = g_steal_pointer (&self->held);
  guint i;

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  self->hold = hold;
  for (i = 0; i < held->len; i++)
    answer (self, g_ptr_array_index (held, i));
}

/**
 * tile_board_break_level:
 * @self: a picture
 * @level: the level none of whose tiles can be had
 *
 * Damages the picture.
 */
void
tile_board_break_level (TileBoard *self, guint level)
{
  self->broken = level;
}

/**
 * tile_board_get_n_asked:
 * @self: a picture
 *
 * Returns: how many tiles were asked for
 */
guint
tile_board_get_n_asked (TileBoard *self)
{
  return self->n_asked;
}

/**
 * tile_board_get_most:
 * @self: a picture
 *
 * Returns: how many were asked for at one time, at most
 */
guint
tile_board_get_most (TileBoard *self)
{
  return self->most;
}
