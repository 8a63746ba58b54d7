/* tile-cache.c - the tiles of one picture that are at hand
 *
 * Least recently used ones go first, when all together are too large. What is wanted now never goes,
 * however large the screen: a view that threw away what it is about to draw would load for ever.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tile-cache.h"

typedef struct
{
  FondsTileId tile;
  GdkTexture *texture;
  gsize bytes;
  GList link; /* its place in the queue; data is the entry */
} Entry;

struct _FondsTileCache
{
  GHashTable *entries; /* FondsTileId -> Entry */
  GQueue order;        /* the one used last is the head */
  gsize bytes;
  gsize max_bytes;
};

static guint
hash_tile (gconstpointer key)
{
  const FondsTileId *tile = key;

  return tile->level * 0x9e3779b1u ^ tile->column * 0x85ebca6bu ^ tile->row * 0xc2b2ae35u;
}

static gboolean
equal_tiles (gconstpointer a, gconstpointer b)
{
  const FondsTileId *first = a, *second = b;

  return first->level == second->level && first->column == second->column &&
         first->row == second->row;
}

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->texture);
  g_free (entry);
}

/**
 * fonds_tile_cache_new:
 * @max_bytes: how much all tiles together may take
 *
 * Makes an empty cache.
 *
 * Returns: (transfer full): the cache
 */
FondsTileCache *
fonds_tile_cache_new (gsize max_bytes)
{
  FondsTileCache *self = g_new0 (FondsTileCache, 1);

  self->entries = g_hash_table_new_full (hash_tile, equal_tiles, NULL, (GDestroyNotify) entry_free);
  self->max_bytes = max_bytes;
  return self;
}

/**
 * fonds_tile_cache_free:
 * @self: a cache
 *
 * Lets go of all tiles.
 */
void
fonds_tile_cache_free (FondsTileCache *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
use (FondsTileCache *self, Entry *entry)
{
  g_queue_unlink (&self->order, &entry->link);
  g_queue_push_head_link (&self->order, &entry->link);
}

static void
drop (FondsTileCache *self, Entry *entry)
{
  g_queue_unlink (&self->order, &entry->link);
  self->bytes -= entry->bytes;
  g_hash_table_remove (self->entries, &entry->tile);
}

/**
 * fonds_tile_cache_add:
 * @self: a cache
 * @tile: which tile
 * @texture: its pixels
 *
 * Keeps a tile.
 */
void
fonds_tile_cache_add (FondsTileCache *self, FondsTileId tile, GdkTexture *texture)
{
  Entry *entry = g_hash_table_lookup (self->entries, &tile);

  if (entry)
    drop (self, entry);
  entry = g_new0 (Entry, 1);
  entry->tile = tile;
  entry->texture = g_object_ref (texture);
  entry->bytes = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
  entry->link.data = entry;
  self->bytes += entry->bytes;
  g_hash_table_insert (self->entries, &entry->tile, entry);
  g_queue_push_head_link (&self->order, &entry->link);
}

/**
 * fonds_tile_cache_find:
 * @self: a cache
 * @tile: which tile
 *
 * Looks for a tile.
 *
 * Returns: (transfer none) (nullable): its pixels, if they are at hand
 */
GdkTexture *
fonds_tile_cache_find (FondsTileCache *self, FondsTileId tile)
{
  Entry *entry = g_hash_table_lookup (self->entries, &tile);

  if (!entry)
    return NULL;
  use (self, entry);
  return entry->texture;
}

/**
 * fonds_tile_cache_trim:
 * @self: a cache
 * @wanted: (element-type FondsTileId): the tiles that are needed now
 *
 * Drops what was not used for longest and is not wanted, until the rest is small enough.
 */
void
fonds_tile_cache_trim (FondsTileCache *self, const GArray *wanted)
{
  guint kept = 0;
  guint i;

  for (i = 0; i < wanted->len; i++)
    kept += fonds_tile_cache_find (self, g_array_index (wanted, FondsTileId, i)) != NULL;
  while (self->bytes > self->max_bytes && self->order.length > kept)
    drop (self, g_queue_peek_tail (&self->order));
}

/**
 * fonds_tile_cache_get_n_tiles:
 * @self: a cache
 *
 * Returns: how many tiles are at hand
 */
guint
fonds_tile_cache_get_n_tiles (FondsTileCache *self)
{
  return self->order.length;
}
