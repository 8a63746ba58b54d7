/* edit.c - an ordinary edit: one transaction, one entry in the journal
 *
 * Whoever edits is given bodies to change in place; what differs in the end is written down, and an
 * edit that changes nothing leaves no entry. Documents that an edit makes belong to a batch that is
 * shown in the same transaction, so that undo hides them and redo shows them as it does an import.
 * Thread: the function runs on the writer's. Ownership: an edit lives for its transaction.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/edit.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/delta.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/find-table.h"
#include "data/catalogue/journal-table.h"
#include "data/catalogue/writer.h"

#include <glib/gi18n-lib.h>

struct _FondsEdit
{
  /* owned */
  GPtrArray *touched; /* of Touched, in the order in which they were asked for */
  GHashTable *by_id;  /* gint64 -> Touched, borrowed from touched */

  /* borrowed */
  FondsWriter *writer;
  const char *label;
  const char *who;

  /* state */
  gint64 entry; /* 0 before the first change */
  gint64 batch; /* 0 before the first creation */
  gint64 first, last;
  gint64 n_created, n_changed;
};

/* A document that may have been changed. */
typedef struct
{
  gint64 id;
  gint64 rev; /* the generation that the body was worked out from */
  FondsBody *body;
} Touched;

static void
touched_free (gpointer data)
{
  Touched *touched = data;

  fonds_body_free (touched->body);
  g_free (touched);
}

static Touched *
touch (FondsEdit *self, gint64 id, gint64 rev, FondsBody *body)
{
  Touched *touched = g_new0 (Touched, 1);

  touched->id = id;
  touched->rev = rev;
  touched->body = body;
  g_ptr_array_add (self->touched, touched);
  g_hash_table_insert (self->by_id, &touched->id, touched);
  return touched;
}

static FondsDocument *
load (FondsEdit *self, gint64 id, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (FondsDocument) document = fonds_document_load (fonds_edit_db (self), id, &own);

  if (document != NULL && fonds_find_is_shown (fonds_edit_db (self), document->batch, &own))
    return g_steal_pointer (&document);
  if (own == NULL || g_error_matches (own, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND))
    g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND,
                         _ ("The record is not there any more."));
  else
    g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_edit_db:
 * @self: an edit in its transaction
 *
 * Returns: (transfer none): the connection
 */
FondsDb *
fonds_edit_db (FondsEdit *self)
{
  return fonds_writer_db (self->writer);
}

/**
 * fonds_edit_body:
 * @self: an edit in its transaction
 * @id: a document
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOT_FOUND where it is gone
 *
 * Takes a document up to change it as it is now, whatever somebody may have read earlier.
 *
 * Returns: (transfer none) (nullable): its body; what it holds when the edit ends is saved
 */
FondsBody *
fonds_edit_body (FondsEdit *self, gint64 id, GError **error)
{
  Touched *touched = g_hash_table_lookup (self->by_id, &id);
  g_autoptr (FondsDocument) document = NULL;

  if (touched != NULL)
    return touched->body;
  document = load (self, id, error);
  if (document == NULL)
    return NULL;
  return touch (self, id, document->rev, g_steal_pointer (&document->body))->body;
}

/**
 * fonds_edit_replace:
 * @self: an edit in its transaction
 * @id: a document
 * @body: what it shall be; copied
 * @expected_rev: the generation that @body was worked out from
 * @error: return location; %FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE where it is not that any more
 *
 * Saves what a person wrote in a form.
 *
 * Returns: whether it was taken
 */
gboolean
fonds_edit_replace (FondsEdit *self,
                    gint64 id,
                    const FondsBody *body,
                    gint64 expected_rev,
                    GError **error)
{
  Touched *touched = g_hash_table_lookup (self->by_id, &id);

  if (touched == NULL)
    {
      g_autoptr (FondsDocument) document = load (self, id, error);

      if (document == NULL)
        return FALSE;
      touched = touch (self, id, expected_rev, NULL);
    }
  g_clear_pointer (&touched->body, fonds_body_free);
  touched->body = fonds_body_copy (body);
  return TRUE;
}

/* The entry is made when it is first needed. */
static gboolean
begin_entry (FondsEdit *self, GError **error)
{
  if (self->entry == 0)
    self->entry = fonds_journal_add (fonds_edit_db (self), self->who, "edit", self->label,
                                     self->batch, 0, error);
  return self->entry > 0;
}

static gboolean
begin_batch (FondsEdit *self, GError **error)
{
  g_autofree char *owner = fonds_batch_owner_self ();

  if (self->batch == 0)
    self->batch = fonds_batch_insert (fonds_edit_db (self), self->label, owner, error);
  return self->batch > 0;
}

/**
 * fonds_edit_create:
 * @self: an edit in its transaction
 * @body: the new document's body; it gets a uid if it has none
 * @id: (out) (optional): the new document's id
 * @error: return location for an error
 *
 * Makes a document. Undoing the edit takes it away.
 *
 * Returns: whether it was made
 */
gboolean
fonds_edit_create (FondsEdit *self, FondsBody *body, gint64 *id, GError **error)
{
  if (!begin_batch (self, error) ||
      !fonds_writer_create (self->writer, body, self->batch, &self->last, error))
    return FALSE;
  if (self->first == 0)
    self->first = self->last;
  if (id != NULL)
    *id = self->last;
  self->n_created++;
  return TRUE;
}

static gboolean
save (FondsEdit *self, Touched *touched, GError **error)
{
  FondsDb *db = fonds_edit_db (self);
  g_autoptr (FondsDocument) now = fonds_document_load (db, touched->id, error);
  g_autoptr (FondsBody) was = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (now == NULL)
    return FALSE;
  if (now->rev == touched->rev && !fonds_delta_between (now->body, touched->body, &before, &after))
    return TRUE;
  g_clear_pointer (&before, g_free);
  g_clear_pointer (&after, g_free);
  if (!fonds_writer_change (self->writer, touched->id, touched->body, touched->rev, &was, error))
    return FALSE;
  if (!fonds_delta_between (was, touched->body, &before, &after))
    return TRUE;
  self->n_changed++;
  return begin_entry (self, error) &&
         fonds_journal_add_change (db, self->entry, touched->id, before, after, error);
}

/* The batch is made before the entry, which names it; an entry that has none was begun in save(). */
static gboolean
finish (FondsEdit *self, GError **error)
{
  FondsDb *db = fonds_edit_db (self);

  if (self->batch > 0 && (!begin_entry (self, error) ||
                          !fonds_batch_note_ids (db, self->batch, self->first, self->last, error) ||
                          !fonds_batch_set_state (db, self->batch, FONDS_BATCH_SHOWN, error)))
    return FALSE;
  for (guint i = 0; i < self->touched->len; i++)
    if (!save (self, g_ptr_array_index (self->touched, i), error))
      return FALSE;
  return self->entry == 0 ||
         fonds_journal_count (db, self->entry, self->n_created, self->n_changed, error);
}

typedef struct
{
  char *label;
  char *who;
  FondsEditFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->label);
  g_free (job->who);
  g_free (job);
}

static gboolean
run_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Job *job = data;
  FondsEdit edit = { .writer = writer, .label = job->label, .who = job->who };
  gboolean fine;

  edit.touched = g_ptr_array_new_with_free_func (touched_free);
  edit.by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  fine = job->func (&edit, job->data, error) && finish (&edit, error);
  g_hash_table_unref (edit.by_id);
  g_ptr_array_unref (edit.touched);
  return fine;
}

/**
 * fonds_edit_run:
 * @catalogue: a catalogue
 * @label: what it is, for people: "Attach 3 files"
 * @who: whose edit it is
 * @func: says what it does
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @error: return location for an error; nothing has happened then
 *
 * Edits, and waits until it is kept: not for the main thread of a window.
 *
 * Returns: whether it was kept
 */
gboolean
fonds_edit_run (FondsCatalogue *catalogue,
                const char *label,
                const char *who,
                FondsEditFunc func,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  Job job = { (char *) label, (char *) who, func, data, NULL };

  return fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, run_cb, &job, cancellable, error);
}

/**
 * fonds_edit_run_async:
 * @catalogue: a catalogue
 * @label: what it is, for people: "Attach 3 files"
 * @who: whose edit it is
 * @func: says what it does, on the writer's thread
 * @data: (not nullable): for @func; lives as long as the result
 * @destroy: (nullable): frees @data
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Edits, after all edits that were asked for before.
 */
void
fonds_edit_run_async (FondsCatalogue *catalogue,
                      const char *label,
                      const char *who,
                      FondsEditFunc func,
                      gpointer data,
                      GDestroyNotify destroy,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->label = g_strdup (label);
  job->who = g_strdup (who);
  job->func = func;
  job->data = data;
  job->destroy = destroy;
  fonds_catalogue_write_async (catalogue, FONDS_LANE_WRITE, run_cb, job, job_free, cancellable,
                               callback, user_data);
}

/**
 * fonds_edit_run_finish:
 * @catalogue: a catalogue
 * @result: what the callback was given
 * @error: return location for an error; nothing has happened then
 *
 * Ends [func@edit_run_async].
 *
 * Returns: (transfer none) (nullable): the data that the edit was given, which lives as long as
 *   @result
 */
gpointer
fonds_edit_run_finish (FondsCatalogue *catalogue, GAsyncResult *result, GError **error)
{
  Job *job = fonds_catalogue_write_finish (catalogue, result, error);

  return job != NULL ? job->data : NULL;
}
