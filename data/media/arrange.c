/* arrange.c - captions, order, removal and replacement of a record's files
 *
 * Each is one edit of one value, which is found by its key at the moment of the edit: whatever somebody
 * else did to the record meanwhile stays. A file that is removed stays in the folder, so that undo brings
 * it back.
 * Thread: asked from the main context. The edits are done in the order in which they were asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/attach-private.h"

#include "data/media/attachment-private.h"
#include "data/media/media-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to be done to which file of which record. */
typedef struct
{
  gint64 record;
  char *key;
  char *caption;
  char *language;
  guint position;
  GFile *file;
  char *who;
  FondsKept *kept;
  char *folder_name;
} Arranging;

static void
arranging_free (gpointer data)
{
  Arranging *self = data;

  g_free (self->key);
  g_free (self->caption);
  g_free (self->language);
  g_free (self->who);
  g_free (self->folder_name);
  g_clear_object (&self->file);
  g_clear_pointer (&self->kept, fonds_kept_free);
  g_free (self);
}

static Arranging *
arranging_new (gint64 record, const char *key, const char *who)
{
  Arranging *self = g_new0 (Arranging, 1);

  self->record = record;
  self->key = g_strdup (key);
  self->who = g_strdup (who);
  return self;
}

/* The place of the value among the others, and the record's body. */
static FondsBody *
take_up (FondsEdit *edit, const Arranging *self, guint *at, GError **error)
{
  FondsBody *body = fonds_edit_body (edit, self->record, error);
  guint n = body != NULL ? fonds_body_n_values (body, FONDS_MEDIA_FIELD) : 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (fonds_body_value (body, FONDS_MEDIA_FIELD, i)->attr[FONDS_ATTR_KEY],
                   self->key) == 0)
      {
        *at = i;
        return body;
      }
  if (body != NULL)
    g_set_error_literal (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_FOUND,
                         _ ("The file is not attached to this record any more."));
  return NULL;
}

/* What happens to one value on the way from the old list to the new one; NULL: it is left out. */
typedef void (*Change) (FondsBody *body, FondsValue *value, const Arranging *self);

static void
rewrite (FondsBody *body, guint at, gboolean keep, Change change, const Arranging *self)
{
  g_autoptr (FondsBody) was = fonds_body_copy (body);

  fonds_body_clear_field (body, FONDS_MEDIA_FIELD);
  for (guint i = 0; i < fonds_body_n_values (was, FONDS_MEDIA_FIELD); i++)
    {
      FondsValue *value;

      if (i == at && !keep)
        continue;
      value = fonds_body_add_copy (body, FONDS_MEDIA_FIELD,
                                   fonds_body_value (was, FONDS_MEDIA_FIELD, i));
      if (i == at)
        change (body, value, self);
    }
}

static void
set_caption (FondsBody *body, FondsValue *value, const Arranging *self)
{
  fonds_body_set (body, value, FONDS_ATTR_TEXT, self->caption);
  fonds_body_set (body, value, FONDS_ATTR_LANGUAGE,
                  self->caption != NULL && *self->caption != '\0' ? self->language : NULL);
}

static gboolean
caption_cb (FondsEdit *edit, gpointer data, GError **error)
{
  guint at = 0;
  FondsBody *body = take_up (edit, data, &at, error);

  if (body == NULL)
    return FALSE;
  rewrite (body, at, TRUE, set_caption, data);
  return TRUE;
}

static gboolean
remove_cb (FondsEdit *edit, gpointer data, GError **error)
{
  guint at = 0;
  FondsBody *body = take_up (edit, data, &at, error);

  if (body == NULL)
    return FALSE;
  rewrite (body, at, FALSE, NULL, data);
  return TRUE;
}

static gboolean
move_cb (FondsEdit *edit, gpointer data, GError **error)
{
  const Arranging *self = data;
  guint from = 0, n, to;
  FondsBody *body = take_up (edit, data, &from, error);
  g_autoptr (FondsBody) was = NULL;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  if (body == NULL)
    return FALSE;
  was = fonds_body_copy (body);
  n = fonds_body_n_values (was, FONDS_MEDIA_FIELD);
  to = MIN (self->position, n - 1);
  for (guint i = 0; i < n; i++)
    if (i != from)
      g_array_append_val (order, i);
  g_array_insert_val (order, to, from);
  fonds_body_clear_field (body, FONDS_MEDIA_FIELD);
  for (guint i = 0; i < n; i++)
    fonds_body_add_copy (body, FONDS_MEDIA_FIELD,
                         fonds_body_value (was, FONDS_MEDIA_FIELD,
                                           g_array_index (order, guint, i)));
  return TRUE;
}

static void
set_file (FondsBody *body, FondsValue *value, const Arranging *self)
{
  _fonds_attachment_set (body, value, self->kept->hash, self->kept->type, self->kept->name);
}

static gboolean
replace_cb (FondsEdit *edit, gpointer data, GError **error)
{
  const Arranging *self = data;
  guint at = 0;
  FondsBody *body = take_up (edit, data, &at, error);

  if (body == NULL || !_fonds_attach_note_folder (fonds_edit_db (edit), self->folder_name, error))
    return FALSE;
  rewrite (body, at, TRUE, set_file, data);
  return TRUE;
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (fonds_edit_run_finish (FONDS_CATALOGUE (source), result, &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (FondsMedia *media,
       Arranging *self,
       FondsEditFunc func,
       const char *label,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (media, NULL, callback, user_data);
  GError *error = NULL;
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (media, &error);

  g_task_set_source_tag (task, start);
  if (catalogue != NULL)
    {
      fonds_edit_run_async (catalogue, label, self->who, func, self, arranging_free, NULL,
                            edited_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
  arranging_free (self);
}

/**
 * fonds_attach_caption_async:
 * @media: media
 * @record: a record
 * @key: which of its files
 * @caption: (nullable): what stands under it; %NULL or empty: nothing
 * @language: (nullable): the caption's language, BCP 47
 * @who: whose edit it is
 * @callback: called in the caller's main context; ends with [func@attach_edit_finish]
 * @user_data: for @callback
 *
 * Writes a caption.
 */
void
fonds_attach_caption_async (FondsMedia *media,
                            gint64 record,
                            const char *key,
                            const char *caption,
                            const char *language,
                            const char *who,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Arranging *self = arranging_new (record, key, who);

  self->caption = g_strdup (caption);
  self->language = g_strdup (language);
  start (media, self, caption_cb, _ ("Change a caption"), callback, user_data);
}

/**
 * fonds_attach_move_async:
 * @media: media
 * @record: a record
 * @key: which of its files
 * @position: where it shall stand, from 0; beyond the last means last
 * @who: whose edit it is
 * @callback: called in the caller's main context; ends with [func@attach_edit_finish]
 * @user_data: for @callback
 *
 * Moves a file among the others.
 */
void
fonds_attach_move_async (FondsMedia *media,
                         gint64 record,
                         const char *key,
                         guint position,
                         const char *who,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Arranging *self = arranging_new (record, key, who);

  self->position = position;
  start (media, self, move_cb, _ ("Move a file"), callback, user_data);
}

/**
 * fonds_attach_remove_async:
 * @media: media
 * @record: a record
 * @key: which of its files
 * @who: whose edit it is
 * @callback: called in the caller's main context; ends with [func@attach_edit_finish]
 * @user_data: for @callback
 *
 * Takes a file off a record. It stays in the folder.
 */
void
fonds_attach_remove_async (FondsMedia *media,
                           gint64 record,
                           const char *key,
                           const char *who,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  start (media, arranging_new (record, key, who), remove_cb, _ ("Remove a file"), callback,
         user_data);
}

static void
replace_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Arranging *self = data;
  GError *error = NULL;
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (source, &error);
  g_autofree char *folder = catalogue != NULL ? _fonds_media_folder (source, &error) : NULL;

  if (folder != NULL)
    {
      self->folder_name = g_path_get_basename (folder);
      self->kept = fonds_folder_keep (folder, self->file, cancellable, &error);
    }
  if (self->kept != NULL && fonds_edit_run (catalogue, _ ("Replace a file"), self->who, replace_cb,
                                            self, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_attach_replace_async:
 * @media: media
 * @record: a record
 * @key: which of its files
 * @file: what takes its place, under the same caption
 * @who: whose edit it is
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context; ends with [func@attach_edit_finish]
 * @user_data: for @callback
 *
 * Puts another file in the place of one.
 */
void
fonds_attach_replace_async (FondsMedia *media,
                            gint64 record,
                            const char *key,
                            GFile *file,
                            const char *who,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (media, cancellable, callback, user_data);
  Arranging *self = arranging_new (record, key, who);

  self->file = g_object_ref (file);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self, arranging_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, replace_in_thread);
}

/**
 * fonds_attach_edit_finish:
 * @media: media
 * @result: what the callback was given
 * @error: return location; %FONDS_MEDIA_ERROR_NOT_FOUND where the record has no such file any more
 *
 * Ends a caption, a move, a removal or a replacement.
 *
 * Returns: whether it was kept
 */
gboolean
fonds_attach_edit_finish (FondsMedia *media, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, media), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
