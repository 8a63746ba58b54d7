/* media-thumbnails.c - the small pictures of a catalogue that are at hand
 *
 * Kept with the catalogue's media as long as those are open, so that every window and list shares
 * them; the ones used last, up to MAX_BYTES.
 * Thread: main context. Ownership: the cache holds textures and never the media, which hold it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-thumbnails.h"

#include "ui/picture-texture.h"

#define MAX_BYTES (24u << 20)

typedef struct
{
  char *key;
  GdkTexture *texture;
  gsize bytes;
  GList link;
} Entry;

typedef struct
{
  GHashTable *entries; /* key -> Entry */
  GQueue order;        /* the one used last is the head */
  gsize bytes;
} Cache;

static void
entry_free (Entry *entry)
{
  g_free (entry->key);
  g_object_unref (entry->texture);
  g_free (entry);
}

static void
cache_free (Cache *cache)
{
  g_hash_table_unref (cache->entries);
  g_free (cache);
}

static Cache *
cache_of (FondsMedia *media)
{
  GQuark quark = g_quark_from_static_string ("fonds-thumbnails");
  Cache *cache = g_object_get_qdata (G_OBJECT (media), quark);

  if (!cache)
    {
      cache = g_new0 (Cache, 1);
      cache->entries =
          g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
      g_object_set_qdata_full (G_OBJECT (media), quark, cache, (GDestroyNotify) cache_free);
    }
  return cache;
}

static void
drop (Cache *cache, Entry *entry)
{
  g_queue_unlink (&cache->order, &entry->link);
  cache->bytes -= entry->bytes;
  g_hash_table_remove (cache->entries, entry->key);
}

static void
add (Cache *cache, const char *key, GdkTexture *texture)
{
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (entry)
    drop (cache, entry);
  entry = g_new0 (Entry, 1);
  entry->key = g_strdup (key);
  entry->texture = g_object_ref (texture);
  entry->bytes = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture) * 4;
  entry->link.data = entry;
  cache->bytes += entry->bytes;
  g_hash_table_insert (cache->entries, entry->key, entry);
  g_queue_push_head_link (&cache->order, &entry->link);
  while (cache->bytes > MAX_BYTES && cache->order.length > 1)
    drop (cache, g_queue_peek_tail (&cache->order));
}

static char *
make_key (const char *hash, guint page, int size)
{
  return g_strdup_printf ("%s/%u/%d", hash, page, size);
}

/**
 * fonds_pixels_to_texture:
 * @pixels: a decoded picture
 *
 * Makes a texture that shares the pixels.
 *
 * Returns: (transfer full): the texture
 */
GdkTexture *
fonds_pixels_to_texture (FondsPixels *pixels)
{
  return fonds_picture_texture_new (pixels->width, pixels->height, pixels->stride, pixels->bytes);
}

/**
 * fonds_thumbnails_find:
 * @media: a catalogue's media
 * @hash: a file of theirs
 * @page: a page of the file, from 0
 * @size: the longer side, in dots of the screen
 *
 * Looks for a small picture that was shown not long ago.
 *
 * Returns: (transfer none) (nullable): the picture, if it is at hand
 */
GdkTexture *
fonds_thumbnails_find (FondsMedia *media, const char *hash, guint page, int size)
{
  Cache *cache = cache_of (media);
  g_autofree char *key = make_key (hash, page, size);
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (!entry)
    return NULL;
  g_queue_unlink (&cache->order, &entry->link);
  g_queue_push_head_link (&cache->order, &entry->link);
  return entry->texture;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FondsMedia *media = FONDS_MEDIA (source);
  GError *error = NULL;
  g_autoptr (FondsPixels) pixels = fonds_media_thumbnail_finish (media, result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (!pixels)
    {
      g_task_return_error (task, error);
      return;
    }
  texture = fonds_pixels_to_texture (pixels);
  add (cache_of (media), g_task_get_task_data (task), texture);
  g_task_return_pointer (task, g_steal_pointer (&texture), g_object_unref);
}

/**
 * fonds_thumbnails_load_async:
 * @media: a catalogue's media
 * @hash: a file of theirs
 * @page: a page of the file, from 0
 * @size: the longer side, in dots of the screen
 * @cancellable: (nullable): what stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Gets a small picture, off the main thread, and keeps it at hand.
 */
void
fonds_thumbnails_load_async (FondsMedia *media,
                             const char *hash,
                             guint page,
                             int size,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (media, cancellable, callback, user_data);

  g_task_set_source_tag (task, fonds_thumbnails_load_async);
  g_task_set_task_data (task, make_key (hash, page, size), g_free);
  fonds_media_thumbnail_async (media, hash, page, size, cancellable, loaded_cb, task);
}

/**
 * fonds_thumbnails_load_finish:
 * @media: a catalogue's media
 * @result: what the callback was given
 * @error: return location for an error; its message is a sentence for a person
 *
 * Takes the answer of fonds_thumbnails_load_async().
 *
 * Returns: (transfer full) (nullable): the small picture
 */
GdkTexture *
fonds_thumbnails_load_finish (FondsMedia *media, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, media), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
