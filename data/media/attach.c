/* attach.c - bringing files to records: as pages of one, or each as an item of its own
 *
 * First all files are copied into the media folder, then one edit hangs them where they belong; whatever
 * happens in between leaves at most files that no record names.
 * Thread: the work is done in a thread of its own, since copying hundreds of scans takes minutes and must
 * not keep thumbnails waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/attach-private.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/field.h"
#include "data/catalogue/row.h"
#include "data/catalogue/setting-table.h"
#include "data/media/attachment-private.h"
#include "data/media/media-private.h"
#include "data/text/collate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A progress is told no oftener than this, in microseconds. */
#define TELL_INTERVAL (G_USEC_PER_SEC / 10)

/**
 * fonds_attached_free:
 * @self: (transfer full) (nullable): what came of attaching
 *
 * Frees it.
 */
void
fonds_attached_free (FondsAttached *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refused);
  g_free (self);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *name = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *other = g_file_get_basename (*(GFile *const *) b);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *other_valid = g_utf8_make_valid (other, -1);
  int order = fonds_text_compare (valid, other_valid);

  return order != 0 ? order : strcmp (name, other);
}

/**
 * fonds_attach_sort:
 * @files: (element-type GFile): files
 *
 * Puts files into the order in which a person would lay them: by name, page 2 before page 10.
 */
void
fonds_attach_sort (GPtrArray *files)
{
  g_ptr_array_sort (files, compare_files);
}

/* What hangs on records lies in a folder that the catalogue names, once and for all. */
gboolean
_fonds_attach_note_folder (FondsDb *db, const char *name, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *known = fonds_setting_dup (db, "media", &own);

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return g_strcmp0 (known, name) == 0 || fonds_setting_set (db, "media", name, error);
}

static gboolean
check_kind (const FondsBody *body, FondsAttachAs as, GError **error)
{
  FondsKind kind = fonds_body_kind (body);

  if (fonds_field_find (kind, FONDS_MEDIA_FIELD) == NULL)
    g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_FOUND,
                 _ ("Records of this kind have no pictures or files."));
  else if (as == FONDS_ATTACH_AS_ITEMS && kind != FONDS_KIND_UNIT)
    g_set_error (error, FONDS_MEDIA_ERROR, FONDS_MEDIA_ERROR_NOT_FOUND,
                 _ ("Only units of description have items under them."));
  else
    return TRUE;
  return FALSE;
}

void
_fonds_attach_add (FondsBody *body, const FondsKept *kept)
{
  fonds_attachment_add (body, kept->hash, kept->type, kept->name, NULL, NULL);
}

/* One attaching. */
typedef struct
{
  FondsMedia *media; /* borrowed */
  gint64 record;
  FondsAttachAs as;
  GPtrArray *files; /* of GFile */
  char *who;
  FondsAttachProgress progress;
  gpointer progress_data;
  GMainContext *context; /* (nullable): where the progress is told; NULL: here */

  /* what it finds */
  char *folder_name;
  GPtrArray *kept; /* of FondsKept */
  FondsAttached *attached;
  gint64 told; /* when, monotonic */
} Attaching;

static void
attaching_free (gpointer data)
{
  Attaching *self = data;

  g_ptr_array_unref (self->files);
  g_free (self->who);
  g_free (self->folder_name);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->attached, fonds_attached_free);
  g_free (self);
}

static Attaching *
attaching_new (FondsMedia *media,
               gint64 record,
               FondsAttachAs as,
               GPtrArray *files,
               const char *who,
               FondsAttachProgress progress,
               gpointer progress_data)
{
  Attaching *self = g_new0 (Attaching, 1);

  self->media = media;
  self->record = record;
  self->as = as;
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->files, g_object_ref (g_ptr_array_index (files, i)));
  self->who = g_strdup (who);
  self->progress = progress;
  self->progress_data = progress_data;
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_kept_free);
  self->attached = g_new0 (FondsAttached, 1);
  self->attached->record = record;
  self->attached->refused = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* What is told of the work in the context of whoever asked for it. */
typedef struct
{
  GTask *task; /* keeps the work, and so whatever the progress belongs to, until it was told */
  FondsAttachProgress progress;
  gpointer data;
  guint done;
  guint total;
} Telling;

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  if (!g_task_get_completed (telling->task))
    telling->progress (telling->done, telling->total, telling->data);
  return G_SOURCE_REMOVE;
}

static void
telling_free (gpointer data)
{
  g_object_unref (((Telling *) data)->task);
  g_free (data);
}

static void
tell (Attaching *self, GTask *task, guint done)
{
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) turn = NULL;
  Telling *telling;

  if (self->progress == NULL || (now - self->told < TELL_INTERVAL && done < self->files->len))
    return;
  self->told = now;
  if (task == NULL)
    {
      self->progress (done, self->files->len, self->progress_data);
      return;
    }
  telling = g_new0 (Telling, 1);
  telling->task = g_object_ref (task);
  telling->progress = self->progress;
  telling->data = self->progress_data;
  telling->done = done;
  telling->total = self->files->len;
  turn = g_idle_source_new ();
  g_source_set_priority (turn, G_PRIORITY_DEFAULT);
  g_source_set_callback (turn, tell_cb, telling, telling_free);
  g_source_attach (turn, self->context);
}

static gboolean
keep_one (Attaching *self,
          const char *folder,
          GFile *file,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsKept *kept = fonds_folder_keep (folder, file, cancellable, &own);

  if (kept != NULL)
    {
      g_ptr_array_add (self->kept, kept);
      return TRUE;
    }
  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (own, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ||
      g_error_matches (own, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  g_ptr_array_add (self->attached->refused, g_strdup (own->message));
  return TRUE;
}

static gboolean
keep_all (Attaching *self, GTask *task, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = _fonds_media_folder (self->media, error);

  self->folder_name = folder != NULL ? g_path_get_basename (folder) : NULL;
  for (guint i = 0; folder != NULL && i < self->files->len; i++)
    {
      if (!keep_one (self, folder, g_ptr_array_index (self->files, i), cancellable, error))
        return FALSE;
      tell (self, task, i + 1);
    }
  return folder != NULL;
}

/* The position of the last child, made longer so that it sorts behind; NULL where ids order them. */
static gboolean
find_position (FondsDb *db, gint64 parent, char **position, GError **error)
{
  g_autoptr (GArray) children = fonds_children_load (db, FONDS_KIND_UNIT, parent, error);
  g_autoptr (FondsDocument) last = NULL;
  const char *behind;

  *position = NULL;
  if (children == NULL || children->len == 0)
    return children != NULL;
  last =
      fonds_document_load (db, g_array_index (children, FondsChild, children->len - 1).id, error);
  if (last == NULL)
    return FALSE;
  behind = fonds_body_text (last->body, "position");
  *position = behind != NULL ? g_strconcat (behind, "n", NULL) : NULL;
  return TRUE;
}

/* "Letter_017.tif" becomes "Letter 017". */
static char *
title_of (const char *name)
{
  const char *dot = strrchr (name, '.');
  char *title = dot != NULL && dot != name ? g_strndup (name, dot - name) : g_strdup (name);

  g_strdelimit (title, "_", ' ');
  return g_strstrip (title);
}

static gboolean
make_item (FondsEdit *edit,
           const FondsKept *kept,
           const char *parent,
           const char *position,
           GError **error)
{
  g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_UNIT);
  g_autofree char *title = title_of (kept->name);

  fonds_body_add_text (body, "title", *title != '\0' ? title : kept->name, NULL);
  fonds_body_add_text (body, "level", "item", NULL);
  fonds_body_add_ref (body, "parent", parent);
  if (position != NULL)
    fonds_body_add_text (body, "position", position, NULL);
  _fonds_attach_add (body, kept);
  return fonds_edit_create (edit, body, NULL, error);
}

static gboolean
make_items (FondsEdit *edit, Attaching *self, const FondsBody *parent, GError **error)
{
  g_autofree char *position = NULL;
  g_autofree char *uid = g_strdup (fonds_body_uid (parent));

  if (!find_position (fonds_edit_db (edit), self->record, &position, error))
    return FALSE;
  for (guint i = 0; i < self->kept->len; i++)
    if (!make_item (edit, g_ptr_array_index (self->kept, i), uid, position, error))
      return FALSE;
  return TRUE;
}

static gboolean
edit_cb (FondsEdit *edit, gpointer data, GError **error)
{
  Attaching *self = data;
  FondsBody *body = fonds_edit_body (edit, self->record, error);

  if (body == NULL || !check_kind (body, self->as, error) ||
      !_fonds_attach_note_folder (fonds_edit_db (edit), self->folder_name, error))
    return FALSE;
  if (self->as == FONDS_ATTACH_AS_ITEMS)
    return make_items (edit, self, body, error);
  for (guint i = 0; i < self->kept->len; i++)
    _fonds_attach_add (body, g_ptr_array_index (self->kept, i));
  return TRUE;
}

/* That the record can take files is asked before a thousand scans are copied for it. */
static gboolean
look_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Attaching *self = data;
  g_autoptr (FondsDocument) document = fonds_document_load (db, self->record, error);

  return document != NULL && check_kind (document->body, self->as, error);
}

static gboolean
run (Attaching *self, GTask *task, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsCatalogue) catalogue = _fonds_media_hold_catalogue (self->media, error);
  g_autofree char *label = NULL;

  if (catalogue == NULL ||
      !fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS, look_cb, self,
                        cancellable, error) ||
      !keep_all (self, task, cancellable, error))
    return FALSE;
  self->attached->n_attached = self->kept->len;
  if (self->kept->len == 0)
    return TRUE;
  label = g_strdup_printf (ngettext ("Attach %u file", "Attach %u files", self->kept->len),
                           self->kept->len);
  return fonds_edit_run (catalogue, label, self->who, edit_cb, self, cancellable, error);
}

/**
 * fonds_attach:
 * @media: media
 * @record: the record
 * @as: how they hang
 * @files: (element-type GFile): the files, in the order in which they shall hang
 * @who: whose edit it is
 * @progress: (nullable): told on this thread
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; nothing hangs anywhere then
 * @error: return location for an error
 *
 * Brings files to a record, in one entry of the journal. A file that can't be read is refused and the
 * others are taken. Waits for the disk: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): what came of it
 */
FondsAttached *
fonds_attach (FondsMedia *media,
              gint64 record,
              FondsAttachAs as,
              GPtrArray *files,
              const char *who,
              FondsAttachProgress progress,
              gpointer progress_data,
              GCancellable *cancellable,
              GError **error)
{
  Attaching *self = attaching_new (media, record, as, files, who, progress, progress_data);
  FondsAttached *attached = NULL;

  if (run (self, NULL, cancellable, error))
    attached = g_steal_pointer (&self->attached);
  attaching_free (self);
  return attached;
}

static void
attach_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attaching *self = data;
  GError *error = NULL;

  if (run (self, task, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->attached),
                           (GDestroyNotify) fonds_attached_free);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_attach_async:
 * @media: media
 * @record: the record
 * @as: how they hang
 * @files: (element-type GFile): the files, in the order in which they shall hang
 * @who: whose edit it is
 * @progress: (nullable): told in the caller's main context, never after @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): stops it; nothing hangs anywhere then
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Brings files to a record in a thread; see [func@attach].
 */
void
fonds_attach_async (FondsMedia *media,
                    gint64 record,
                    FondsAttachAs as,
                    GPtrArray *files,
                    const char *who,
                    FondsAttachProgress progress,
                    gpointer progress_data,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (media, cancellable, callback, user_data);
  Attaching *self = attaching_new (media, record, as, files, who, progress, progress_data);

  self->context = g_main_context_ref_thread_default ();
  g_task_set_source_tag (task, fonds_attach_async);
  g_task_set_task_data (task, self, attaching_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, attach_in_thread);
}

/**
 * fonds_attach_finish:
 * @media: media
 * @result: what the callback was given
 * @error: return location for an error; nothing hangs anywhere then
 *
 * Ends [func@attach_async].
 *
 * Returns: (transfer full) (nullable): what came of it
 */
FondsAttached *
fonds_attach_finish (FondsMedia *media, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, media), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
