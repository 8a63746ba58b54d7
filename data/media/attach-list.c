/* attach-list.c - bringing the files that a table names
 *
 * A table may come from anywhere: a path in it leads to a file below the table's own folder, or it is
 * refused, whatever links and dots it goes by. All files hang on their records by one edit.
 * Thread: any but the main one, or a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/attach-list.h"

#include "data/catalogue/document-table.h"
#include "data/media/attach-private.h"
#include "data/media/attachment-private.h"
#include "data/media/media-private.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/**
 * fonds_attach_order_new:
 * @uid: the record's uid
 * @folder: where paths begin
 * @path: where the file lies, as the table has it
 * @row: the table's row
 *
 * Returns: (transfer full): the order
 */
FondsAttachOrder *
fonds_attach_order_new (const char *uid, const char *folder, const char *path, guint64 row)
{
  FondsAttachOrder *self = g_new0 (FondsAttachOrder, 1);

  self->uid = g_strdup (uid);
  self->folder = g_strdup (folder);
  self->path = g_strdup (path);
  self->row = row;
  return self;
}

/**
 * fonds_attach_order_free:
 * @self: (transfer full) (nullable): an order
 *
 * Frees an order.
 */
void
fonds_attach_order_free (FondsAttachOrder *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->table);
  g_free (self->refusal);
  g_free (self);
}

/* Where a path really leads; NULL where there is nothing. */
static char *
really (const char *folder, const char *path)
{
  g_autofree char *joined =
      g_path_is_absolute (path) ? g_strdup (path) : g_build_filename (folder, path, NULL);
  char *real = realpath (joined, NULL);
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

/* A table made on Windows parts folders by backslashes, which elsewhere are letters like any other. */
static char *
find (const char *folder, const char *path)
{
  g_autofree char *slashed = NULL;
  char *real = really (folder, path);

  if (real != NULL || strchr (path, '\\') == NULL)
    return real;
  slashed = g_strdelimit (g_strdup (path), "\\", '/');
  return really (folder, slashed);
}

static gboolean
lies_below (const char *path, const char *folder)
{
  gsize length = folder != NULL ? strlen (folder) : 0;

  return folder != NULL && strncmp (path, folder, length) == 0 &&
         (path[length] == '/' || (length > 0 && folder[length - 1] == '/'));
}

/**
 * fonds_attach_resolve:
 * @folder: where paths begin
 * @path: a path as a table has it
 * @error: return location; %FONDS_MEDIA_ERROR_MISSING or %FONDS_MEDIA_ERROR_OUTSIDE
 *
 * Finds the file that a table names.
 *
 * Returns: (transfer full) (nullable): the file, which lies below the folder
 */
GFile *
fonds_attach_resolve (const char *folder, const char *path, GError **error)
{
  g_autofree char *real = find (folder, path);
  g_autofree char *real_folder = really (folder, ".");

  if (real == NULL)
    g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_MISSING,
                 _ ("There is no file “%s” in the table's folder."), path);
  else if (!lies_below (real, real_folder))
    g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_OUTSIDE,
                 _ ("“%s” leads out of the table's folder and was not read."), path);
  else
    return g_file_new_for_path (real);
  return NULL;
}

/* One file, ready to hang. */
typedef struct
{
  const char *uid;
  FondsKept *kept;
} Ready;

static void
ready_free (gpointer data)
{
  Ready *ready = data;

  fonds_kept_free (ready->kept);
  g_free (ready);
}

/* The bringing of a list. */
typedef struct
{
  GPtrArray *orders; /* of FondsAttachOrder */
  char *who;
  char *folder_name;
  GPtrArray *ready; /* of Ready */
  FondsAttached *attached;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *self = data;

  g_ptr_array_unref (self->orders);
  g_free (self->who);
  g_free (self->folder_name);
  g_ptr_array_unref (self->ready);
  g_clear_pointer (&self->attached, fonds_attached_free);
  g_free (self);
}

static Listing *
listing_new (GPtrArray *orders, const char *who)
{
  Listing *self = g_new0 (Listing, 1);

  self->orders = g_ptr_array_ref (orders);
  self->who = g_strdup (who);
  self->ready = g_ptr_array_new_with_free_func (ready_free);
  self->attached = g_new0 (FondsAttached, 1);
  self->attached->refused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
is_fatal (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
}

static gboolean
keep_one (Listing *self,
          const char *folder,
          FondsAttachOrder *order,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GFile) file = fonds_attach_resolve (order->folder, order->path, &own);
  FondsKept *kept = file != NULL ? fonds_folder_keep (folder, file, cancellable, &own) : NULL;
  Ready *ready;

  if (kept != NULL)
    {
      ready = g_new0 (Ready, 1);
      ready->uid = order->uid;
      ready->kept = kept;
      g_ptr_array_add (self->ready, ready);
      return TRUE;
    }
  if (is_fatal (own))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  g_free (order->refusal);
  order->refusal = g_strdup (own->message);
  g_ptr_array_add (self->attached->refused,
                   g_strdup_printf (_ ("Row %" G_GUINT64_FORMAT ": %s"), order->row, own->message));
  return TRUE;
}

static gboolean
hangs_already (const FondsBody *body, const char *hash)
{
  for (guint i = 0; i < fonds_body_n_values (body, FONDS_MEDIA_FIELD); i++)
    if (g_strcmp0 (_fonds_attachment_hash (fonds_body_value (body, FONDS_MEDIA_FIELD, i)), hash) ==
        0)
      return TRUE;
  return FALSE;
}

static gboolean
hang (FondsEdit *edit, Listing *self, const Ready *ready, GError **error)
{
  g_autoptr (GError) own = NULL;
  gint64 id = fonds_document_find (fonds_edit_db (edit), ready->uid, &own);
  FondsBody *body;

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  body = fonds_edit_body (edit, id, error);
  if (body == NULL)
    return FALSE;
  if (hangs_already (body, ready->kept->hash))
    return TRUE;
  _fonds_attach_add (body, ready->kept);
  self->attached->n_attached++;
  return TRUE;
}

static gboolean
edit_cb (FondsEdit *edit, gpointer data, GError **error)
{
  Listing *self = data;

  for (guint i = 0; i < self->ready->len; i++)
    if (!hang (edit, self, g_ptr_array_index (self->ready, i), error))
      return FALSE;
  return _fonds_attach_note_folder (fonds_edit_db (edit), self->folder_name, error);
}

static gboolean
run (FondsMedia *media,
     Listing *self,
     FondsAttachProgress progress,
     gpointer progress_data,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (media, error);
  g_autofree char *folder = catalogue != NULL ? _fonds_media_folder (media, error) : NULL;

  if (folder == NULL)
    return FALSE;
  self->folder_name = g_path_get_basename (folder);
  for (guint i = 0; i < self->orders->len; i++)
    {
      if (!keep_one (self, folder, g_ptr_array_index (self->orders, i), cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, self->orders->len, progress_data);
    }
  return self->ready->len == 0 || fonds_edit_run (catalogue, _ ("Attach the files of an import"),
                                                  self->who, edit_cb, self, cancellable, error);
}

/**
 * fonds_attach_list:
 * @media: media
 * @orders: (element-type FondsAttachOrder): which files for which records; those that could not be
 *   taken are told why
 * @who: whose edit it is
 * @progress: (nullable): told on this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; nothing hangs anywhere then
 * @error: return location for an error
 *
 * Brings the files that a table names to their records, in one entry of the journal. A file that hangs
 * there already is not hung again. Waits for the disk.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
FondsAttached *
fonds_attach_list (FondsMedia *media,
                   GPtrArray *orders,
                   const char *who,
                   FondsAttachProgress progress,
                   gpointer progress_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Listing *self = listing_new (orders, who);
  FondsAttached *attached = NULL;

  if (run (media, self, progress, progress_data, cancellable, error))
    attached = g_steal_pointer (&self->attached);
  listing_free (self);
  return attached;
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Listing *self = data;
  GError *error = NULL;

  if (run (source, self, NULL, NULL, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->attached),
                           (GDestroyNotify) fonds_attached_free);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_attach_list_async:
 * @media: media
 * @orders: (element-type FondsAttachOrder): which files for which records; not touched until it is over,
 *   when those that could not be taken were told why
 * @who: whose edit it is
 * @cancellable: (nullable): stops it; nothing hangs anywhere then
 * @callback: called in the caller's main context; ends with [func@attach_finish]
 * @user_data: for @callback
 *
 * Brings the files in a thread; see [func@attach_list].
 */
void
fonds_attach_list_async (FondsMedia *media,
                         GPtrArray *orders,
                         const char *who,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (media, cancellable, callback, user_data);

  g_task_set_source_tag (task, fonds_attach_list_async);
  g_task_set_task_data (task, listing_new (orders, who), listing_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, list_in_thread);
}
