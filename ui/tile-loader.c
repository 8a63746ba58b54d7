/* tile-loader.c - gets the tiles that are looked at, and keeps some of those that were
 *
 * A look replaces the one before: what only that one wanted and has not begun is forgotten, what has
 * begun is cancelled. A tile that can't be had is not asked for again.
 * Invariant: at most MAX_LOADING tiles are under way.
 * Thread: main context. Ownership: a load under way holds neither loader nor view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-loader.h"

#include "ui/tile-cache.h"

/* Two workers decode; two more wait at their door, so that they never wait for us. */
#define MAX_LOADING 4
#define MAX_BYTES (64u << 20)

typedef struct
{
  FondsTileLoader *loader; /* borrowed: %NULL once the loader let go of it */
  FondsTileId tile;
  GCancellable *cancellable;
} Load;

struct _FondsTileLoader
{
  GObject parent_instance;

  /* owned */
  FondsTileSource *source;
  FondsTileCache *cache;
  GArray *wanted;     /* of FondsTileId: of the last look, the dearest first */
  GPtrArray *loading; /* of Load, not owned: their callbacks free them */
  GArray *failed;     /* of FondsTileId */

  /* state */
  FondsTileShape shape;
};

G_DEFINE_FINAL_TYPE (FondsTileLoader, fonds_tile_loader, G_TYPE_OBJECT)

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void begin_loads (FondsTileLoader *self);

static gboolean
same (FondsTileId a, FondsTileId b)
{
  return a.level == b.level && a.column == b.column && a.row == b.row;
}

static gboolean
holds (const GArray *tiles, FondsTileId tile)
{
  guint i;

  for (i = 0; i < tiles->len; i++)
    {
      if (same (g_array_index (tiles, FondsTileId, i), tile))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_loading (FondsTileLoader *self, FondsTileId tile)
{
  guint i;

  for (i = 0; i < self->loading->len; i++)
    {
      if (same (((Load *) g_ptr_array_index (self->loading, i))->tile, tile))
        return TRUE;
    }
  return FALSE;
}

static void
load_free (Load *load)
{
  g_object_unref (load->cancellable);
  g_free (load);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Load *load = user_data;
  g_autoptr (FondsTileLoader) self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
      fonds_tile_source_load_finish (FONDS_TILE_SOURCE (source), result, &error);

  if (load->loader)
    {
      self = g_object_ref (load->loader);
      g_ptr_array_remove_fast (self->loading, load);
      if (texture)
        fonds_tile_cache_add (self->cache, load->tile, texture);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_array_append_val (self->failed, load->tile);
      fonds_tile_cache_trim (self->cache, self->wanted);
      begin_loads (self);
      if (texture || fonds_tile_loader_get_n_missing (self) == 0)
        g_signal_emit (self, signals[LOADED], 0, error);
    }
  load_free (load);
}

static void
begin (FondsTileLoader *self, FondsTileId tile)
{
  Load *load = g_new0 (Load, 1);

  load->loader = self;
  load->tile = tile;
  load->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->loading, load);
  fonds_tile_source_load_async (self->source, tile, load->cancellable, loaded_cb, load);
}

static void
begin_loads (FondsTileLoader *self)
{
  guint i;

  for (i = 0; i < self->wanted->len && self->loading->len < MAX_LOADING; i++)
    {
      FondsTileId tile = g_array_index (self->wanted, FondsTileId, i);

      if (!fonds_tile_cache_find (self->cache, tile) && !is_loading (self, tile) &&
          !holds (self->failed, tile))
        begin (self, tile);
    }
}

/* A source that answers at once, even to a cancellation, changes the array under the loop. */
static void
cancel_unwanted (FondsTileLoader *self)
{
  g_autoptr (GPtrArray) cancellables = g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  for (i = 0; i < self->loading->len; i++)
    {
      Load *load = g_ptr_array_index (self->loading, i);

      if (!holds (self->wanted, load->tile))
        g_ptr_array_add (cancellables, g_object_ref (load->cancellable));
    }
  for (i = 0; i < cancellables->len; i++)
    g_cancellable_cancel (g_ptr_array_index (cancellables, i));
}

static void
fonds_tile_loader_dispose (GObject *object)
{
  FondsTileLoader *self = FONDS_TILE_LOADER (object);
  guint i;

  for (i = 0; i < self->loading->len; i++)
    ((Load *) g_ptr_array_index (self->loading, i))->loader = NULL;
  for (i = 0; i < self->loading->len; i++)
    g_cancellable_cancel (((Load *) g_ptr_array_index (self->loading, i))->cancellable);
  g_ptr_array_set_size (self->loading, 0);

  G_OBJECT_CLASS (fonds_tile_loader_parent_class)->dispose (object);
}

static void
fonds_tile_loader_finalize (GObject *object)
{
  FondsTileLoader *self = FONDS_TILE_LOADER (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->cache, fonds_tile_cache_free);
  g_array_unref (self->wanted);
  g_ptr_array_unref (self->loading);
  g_array_unref (self->failed);

  G_OBJECT_CLASS (fonds_tile_loader_parent_class)->finalize (object);
}

static void
fonds_tile_loader_class_init (FondsTileLoaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fonds_tile_loader_dispose;
  object_class->finalize = fonds_tile_loader_finalize;

  /**
   * FondsTileLoader::loaded:
   * @self: the loader
   * @error: (nullable): why the tile isn't there
   *
   * Another tile is at hand, or the last one that was under way can't be had.
   */
  signals[LOADED] = g_signal_new ("loaded", FONDS_TYPE_TILE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fonds_tile_loader_init (FondsTileLoader *self)
{
  self->cache = fonds_tile_cache_new (MAX_BYTES);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (FondsTileId));
  self->loading = g_ptr_array_new ();
  self->failed = g_array_new (FALSE, FALSE, sizeof (FondsTileId));
}

/**
 * fonds_tile_loader_new:
 * @source: a picture
 *
 * Makes a loader of a picture's tiles.
 *
 * Returns: (transfer full): the loader
 */
FondsTileLoader *
fonds_tile_loader_new (FondsTileSource *source)
{
  FondsTileLoader *self = g_object_new (FONDS_TYPE_TILE_LOADER, NULL);

  self->source = g_object_ref (source);
  fonds_tile_source_get_shape (source, &self->shape);
  return self;
}

/**
 * fonds_tile_loader_get_shape:
 * @self: a loader
 *
 * Returns: (transfer none): the picture's shape
 */
const FondsTileShape *
fonds_tile_loader_get_shape (FondsTileLoader *self)
{
  g_return_val_if_fail (FONDS_IS_TILE_LOADER (self), NULL);

  return &self->shape;
}

/**
 * fonds_tile_loader_want:
 * @self: a loader
 * @tiles: (transfer full) (element-type FondsTileId): what is looked at now, the dearest first
 *
 * Gets tiles, each announced by `loaded`.
 */
void
fonds_tile_loader_want (FondsTileLoader *self, GArray *tiles)
{
  g_return_if_fail (FONDS_IS_TILE_LOADER (self));

  g_array_unref (self->wanted);
  self->wanted = tiles;
  cancel_unwanted (self);
  begin_loads (self);
}

/**
 * fonds_tile_loader_find:
 * @self: a loader
 * @tile: one of the picture's tiles
 *
 * Returns: (transfer none) (nullable): its pixels, if they are at hand
 */
GdkTexture *
fonds_tile_loader_find (FondsTileLoader *self, FondsTileId tile)
{
  g_return_val_if_fail (FONDS_IS_TILE_LOADER (self), NULL);

  return fonds_tile_cache_find (self->cache, tile);
}

/**
 * fonds_tile_loader_get_n_missing:
 * @self: a loader
 *
 * Returns: how many of the tiles that are looked at are still to come
 */
guint
fonds_tile_loader_get_n_missing (FondsTileLoader *self)
{
  guint n = 0;
  guint i;

  g_return_val_if_fail (FONDS_IS_TILE_LOADER (self), 0);

  for (i = 0; i < self->wanted->len; i++)
    {
      FondsTileId tile = g_array_index (self->wanted, FondsTileId, i);

      n += !fonds_tile_cache_find (self->cache, tile) && !holds (self->failed, tile);
    }
  return n;
}

/**
 * fonds_tile_loader_get_n_failed:
 * @self: a loader
 *
 * Returns: how many of the picture's tiles turned out not to be had
 */
guint
fonds_tile_loader_get_n_failed (FondsTileLoader *self)
{
  g_return_val_if_fail (FONDS_IS_TILE_LOADER (self), 0);

  return self->failed->len;
}
