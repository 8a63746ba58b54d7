/* media.c - a catalogue's pictures and files: the facade that windows and commands speak to
 *
 * Hands work to two pools: what is slow to make (thumbnails, tiles) never keeps what is quick to read
 * (a tile, the place of a file) waiting.
 * Thread: asked from the main context, worked out in the pools. Ownership: the catalogue owns it; it
 * holds the catalogue weakly.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/media-private.h"

#include "data/catalogue/setting-table.h"
#include "data/media/attachment-private.h"
#include "data/media/facts-file.h"
#include "data/media/folder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The setting that names the folder, which always lies beside the catalogue. */
#define SETTING "media"

#define N_MAKERS 2
#define N_READERS 1

struct _FondsMedia
{
  GObject parent_instance;

  /* owned */
  FondsPool *makers;
  FondsPool *readers;
  char *catalogue_path;
  GMutex lock; /* of what follows */
  char *name;  /* (nullable): the folder's, once it was looked for */

  /* borrowed */
  GWeakRef catalogue;
};

G_DEFINE_FINAL_TYPE (FondsMedia, fonds_media, G_TYPE_OBJECT)

static void
fonds_media_finalize (GObject *object)
{
  FondsMedia *self = FONDS_MEDIA (object);

  fonds_pool_free (self->makers);
  fonds_pool_free (self->readers);
  g_weak_ref_clear (&self->catalogue);
  g_free (self->catalogue_path);
  g_free (self->name);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (fonds_media_parent_class)->finalize (object);
}

static void
fonds_media_class_init (FondsMediaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_media_finalize;
}

static void
fonds_media_init (FondsMedia *self)
{
  self->makers = fonds_pool_new (N_MAKERS);
  self->readers = fonds_pool_new (N_READERS);
  g_mutex_init (&self->lock);
}

/**
 * fonds_media_get:
 * @catalogue: a catalogue
 *
 * Gives the media of a catalogue: the same one to everybody who asks, for as long as it is open.
 *
 * Returns: (transfer none): its media
 */
FondsMedia *
fonds_media_get (FondsCatalogue *catalogue)
{
  GQuark key = g_quark_from_static_string ("fonds-media");
  FondsMedia *self = g_object_get_qdata (G_OBJECT (catalogue), key);

  if (self != NULL)
    return self;
  self = g_object_new (FONDS_TYPE_MEDIA, NULL);
  self->catalogue_path = g_strdup (fonds_catalogue_get_path (catalogue));
  g_weak_ref_init (&self->catalogue, catalogue);
  g_object_set_qdata_full (G_OBJECT (catalogue), key, self, g_object_unref);
  return self;
}

/* The catalogue, or an error that says nothing: who closed it doesn't want to hear of it any more. */
FondsCatalogue *
_fonds_media_hold_catalogue (FondsMedia *self, GError **error)
{
  FondsCatalogue *catalogue = g_weak_ref_get (&self->catalogue);

  if (catalogue == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The catalogue is closed."));
  return catalogue;
}

FondsPool *
_fonds_media_makers (FondsMedia *self)
{
  return self->makers;
}

FondsPool *
_fonds_media_readers (FondsMedia *self)
{
  return self->readers;
}

static char *
own_name (FondsMedia *self)
{
  g_autofree char *base = g_path_get_basename (self->catalogue_path);

  if (g_str_has_suffix (base, ".fonds"))
    base[strlen (base) - strlen (".fonds")] = '\0';
  return g_strconcat (base, ".fonds-media", NULL);
}

static gboolean
lies_beside (FondsMedia *self, const char *name)
{
  g_autofree char *parent = g_path_get_dirname (self->catalogue_path);
  g_autofree char *path = g_build_filename (parent, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static gboolean
is_plain (const char *name)
{
  return name != NULL && *name != '\0' && *name != '.' && strchr (name, '/') == NULL;
}

static gboolean
read_name (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) own = NULL;

  *(char **) data = fonds_setting_dup (db, SETTING, &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/* What the catalogue says; but where catalogue and folder were both given another name, that one. */
static char *
look_for_name (FondsMedia *self, GError **error)
{
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (self, error);
  g_autofree char *said = NULL;
  g_autofree char *own = own_name (self);

  if (catalogue == NULL || !fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS,
                                             read_name, &said, NULL, error))
    return NULL;
  return is_plain (said) && (lies_beside (self, said) || !lies_beside (self, own))
             ? g_steal_pointer (&said)
             : g_steal_pointer (&own);
}

char *
_fonds_media_folder_name (FondsMedia *self, GError **error)
{
  char *name;

  g_mutex_lock (&self->lock);
  if (self->name == NULL)
    self->name = look_for_name (self, error);
  name = g_strdup (self->name);
  g_mutex_unlock (&self->lock);
  return name;
}

char *
_fonds_media_folder (FondsMedia *self, GError **error)
{
  g_autofree char *name = _fonds_media_folder_name (self, error);
  g_autofree char *parent = g_path_get_dirname (self->catalogue_path);

  return name != NULL ? g_build_filename (parent, name, NULL) : NULL;
}

/**
 * fonds_media_dup_folder:
 * @self: media
 * @error: return location for an error
 *
 * Says where the media folder lies. Any thread but the main one.
 *
 * Returns: (transfer full) (nullable): its path; %NULL without an error where there is none yet
 */
char *
fonds_media_dup_folder (FondsMedia *self, GError **error)
{
  g_autofree char *folder = _fonds_media_folder (self, error);

  return folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder)
                                                                    : NULL;
}

/**
 * fonds_media_reaches:
 * @value: a value of the field of files
 * @media: (type FondsMedia): media
 *
 * Says whether the file of a value is in the folder. It is the function by which a report on what records
 * lack asks. Any thread but the main one.
 *
 * Returns: whether it is there; %TRUE also where nobody can know
 */
gboolean
fonds_media_reaches (const FondsValue *value, gpointer media)
{
  const char *hash = _fonds_attachment_hash (value);
  g_autofree char *folder = hash != NULL ? _fonds_media_folder (media, NULL) : NULL;
  g_autofree char *path = folder != NULL ? fonds_folder_find (folder, hash) : NULL;

  return folder == NULL || path != NULL;
}

/* What is asked of a file. */
typedef struct
{
  char *hash;
  guint page;
  int size;
  GFile *destination; /* (nullable) */
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->hash);
  g_clear_object (&ask->destination);
  g_free (ask);
}

static Ask *
ask_new (const char *hash)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->hash = g_strdup (hash);
  return ask;
}

static GTask *
task_new (FondsMedia *self,
          Ask *ask,
          gpointer tag,
          GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, ask, ask_free);
  return task;
}

static void
answer (GTask *task, gpointer found, GDestroyNotify destroy, GError *error)
{
  if (found != NULL)
    g_task_return_pointer (task, found, destroy);
  else
    g_task_return_error (task, error);
}

static void
facts_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ask *ask = data;
  GError *error = NULL;
  g_autofree char *folder = _fonds_media_folder (source, &error);
  FondsMediaFacts *facts =
      folder != NULL ? fonds_facts_find (folder, ask->hash, cancellable, &error) : NULL;

  answer (task, facts, (GDestroyNotify) fonds_media_facts_unref, error);
}

/**
 * fonds_media_facts_async:
 * @self: media
 * @hash: a file's hash
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Asks what a file is. The first time that means decoding it once.
 */
void
fonds_media_facts_async (FondsMedia *self,
                         const char *hash,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  fonds_pool_push (self->makers,
                   task_new (self, ask_new (hash), fonds_media_facts_async, cancellable, callback,
                             user_data),
                   facts_in_thread);
}

/**
 * fonds_media_facts_finish:
 * @self: media
 * @result: what the callback was given
 * @error: return location; %FONDS_MEDIA_ERROR_MISSING where the file is not in the folder
 *
 * Ends [method@Media.facts_async].
 *
 * Returns: (transfer full) (nullable): the facts, also of a damaged file, which they tell of
 */
FondsMediaFacts *
fonds_media_facts_finish (FondsMedia *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
thumbnail_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ask *ask = data;
  GError *error = NULL;
  g_autofree char *folder = _fonds_media_folder (source, &error);
  FondsPixels *pixels = folder != NULL ? fonds_thumbnail_find (folder, ask->hash, ask->page,
                                                               ask->size, cancellable, &error)
                                       : NULL;

  answer (task, pixels, (GDestroyNotify) fonds_pixels_unref, error);
}

/**
 * fonds_media_thumbnail_async:
 * @self: media
 * @hash: a file's hash
 * @page: from 0
 * @size: %FONDS_THUMBNAIL_SMALL or %FONDS_THUMBNAIL_LARGE; any other counts as the next larger
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Asks for a small picture of a file's page. What was asked for last is made first.
 */
void
fonds_media_thumbnail_async (FondsMedia *self,
                             const char *hash,
                             guint page,
                             int size,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Ask *ask = ask_new (hash);

  ask->page = page;
  ask->size = size;
  fonds_pool_push (self->makers,
                   task_new (self, ask, fonds_media_thumbnail_async, cancellable, callback,
                             user_data),
                   thumbnail_in_thread);
}

/**
 * fonds_media_thumbnail_finish:
 * @self: media
 * @result: what the callback was given
 * @error: return location for a #FondsMediaError or %G_IO_ERROR_CANCELLED
 *
 * Ends [method@Media.thumbnail_async].
 *
 * Returns: (transfer full) (nullable): the picture, upright; its longer side has the size asked for,
 *   unless the whole picture is smaller
 */
FondsPixels *
fonds_media_thumbnail_finish (FondsMedia *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ask *ask = data;
  GError *error = NULL;
  g_autofree char *folder = _fonds_media_folder (source, &error);
  g_autofree char *path = folder != NULL ? fonds_folder_require (folder, ask->hash, &error) : NULL;

  answer (task, path != NULL ? g_file_new_for_path (path) : NULL, g_object_unref, error);
}

/**
 * fonds_media_find_async:
 * @self: media
 * @hash: a file's hash
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Asks where a file lies: to play it. It must not be changed; to give it away, copy it.
 */
void
fonds_media_find_async (FondsMedia *self,
                        const char *hash,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  fonds_pool_push (self->readers,
                   task_new (self, ask_new (hash), fonds_media_find_async, cancellable, callback,
                             user_data),
                   find_in_thread);
}

/**
 * fonds_media_find_finish:
 * @self: media
 * @result: what the callback was given
 * @error: return location; %FONDS_MEDIA_ERROR_MISSING where it is not in the folder
 *
 * Ends [method@Media.find_async].
 *
 * Returns: (transfer full) (nullable): the file
 */
GFile *
fonds_media_find_finish (FondsMedia *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The copy is the reader's own, to be written as he likes. */
static gboolean
copy (GFile *from, GFile *to, GCancellable *cancellable, GError **error)
{
  return g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS,
                      cancellable, NULL, NULL, error);
}

static void
copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Ask *ask = data;
  GError *error = NULL;
  g_autofree char *folder = _fonds_media_folder (source, &error);
  g_autofree char *path = folder != NULL ? fonds_folder_require (folder, ask->hash, &error) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (file != NULL && copy (file, ask->destination, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_media_copy_async:
 * @self: media
 * @hash: a file's hash
 * @destination: where the copy goes; what is there already is replaced
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Saves a copy of a file.
 */
void
fonds_media_copy_async (FondsMedia *self,
                        const char *hash,
                        GFile *destination,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Ask *ask = ask_new (hash);

  ask->destination = g_object_ref (destination);
  fonds_pool_push (self->makers,
                   task_new (self, ask, fonds_media_copy_async, cancellable, callback, user_data),
                   copy_in_thread);
}

/**
 * fonds_media_copy_finish:
 * @self: media
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends [method@Media.copy_async].
 *
 * Returns: whether the copy was saved
 */
gboolean
fonds_media_copy_finish (FondsMedia *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
