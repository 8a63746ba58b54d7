/* batch.c - an import that is brought in hidden and shown at once
 *
 * New documents are written in small transactions that all readers ignore; what will change is only
 * noted. One short transaction then does the noted changes, writes the journal entry and shows
 * everything. Until it has committed, nothing has happened; a crash leaves only what is swept later.
 * Thread: any one but the main one. Ownership: holds the catalogue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/batch.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/body-json.h"
#include "data/catalogue/delta.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/journal-table.h"
#include "data/catalogue/writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many staged changes are written or read at a time, and how much of them is kept at hand. */
#define PORTION 500
#define NOTED_BYTES_MAX 4194304

struct _FondsBatch
{
  /* owned */
  FondsCatalogue *catalogue;
  char *label;
  char *owner;
  GPtrArray *noted; /* of FondsStaged: changes that are not written down yet */

  /* state */
  gint64 id;
  gint64 since; /* the newest entry of the journal when what comes in was worked out */
  guint n_created;
  guint n_changed;
  gsize noted_bytes;
  gboolean over;
};

static gboolean
begin_cb (FondsWriter *writer, gpointer data, GError **error)
{
  FondsBatch *self = data;

  self->id = fonds_batch_insert (fonds_writer_db (writer), self->label, self->owner, error);
  return self->id > 0 && fonds_journal_last (fonds_writer_db (writer), &self->since, error);
}

/**
 * fonds_batch_begin:
 * @catalogue: a catalogue
 * @label: what it is, for people and the journal
 * @error: return location for an error
 *
 * Begins to bring something in.
 *
 * Returns: (transfer full) (nullable): the batch
 */
FondsBatch *
fonds_batch_begin (FondsCatalogue *catalogue, const char *label, GError **error)
{
  g_autoptr (FondsBatch) self = g_new0 (FondsBatch, 1);

  self->catalogue = g_object_ref (catalogue);
  self->label = g_strdup (label);
  self->owner = fonds_batch_owner_self ();
  self->noted = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_staged_free);
  if (fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, begin_cb, self, NULL, error))
    return g_steal_pointer (&self);
  self->over = TRUE;
  return NULL;
}

/**
 * fonds_batch_free:
 * @self: (transfer full) (nullable): a batch
 *
 * Frees a batch; one that was neither shown nor abandoned is abandoned.
 */
void
fonds_batch_free (FondsBatch *self)
{
  if (self == NULL)
    return;
  if (!self->over)
    fonds_batch_abandon (self, NULL);
  g_object_unref (self->catalogue);
  g_free (self->label);
  g_free (self->owner);
  g_ptr_array_unref (self->noted);
  g_free (self);
}

/**
 * fonds_batch_set_since:
 * @self: a batch
 * @since: the newest entry of the journal when the catalogue was first looked at for it
 *
 * Says what the batch was worked out from, if that was not what was there when it began.
 */
void
fonds_batch_set_since (FondsBatch *self, gint64 since)
{
  self->since = since;
}

static gboolean
check_hidden (FondsBatch *self, FondsDb *db, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (fonds_batch_is_hidden (db, self->id, &own))
    return TRUE;
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  else
    g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_GIVEN_UP,
                         _ ("Another process took this import for dead and swept it. Begin "
                            "again."));
  return FALSE;
}

typedef struct
{
  FondsBatch *batch;
  GPtrArray *bodies;
} Create;

static gboolean
create_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Create *create = data;
  gint64 first = 0, last = 0;

  if (!check_hidden (create->batch, fonds_writer_db (writer), error))
    return FALSE;
  for (guint i = 0; i < create->bodies->len; i++)
    {
      if (!fonds_writer_create (writer, g_ptr_array_index (create->bodies, i), create->batch->id,
                                &last, error))
        return FALSE;
      if (first == 0)
        first = last;
    }
  return first == 0 ||
         fonds_batch_note_ids (fonds_writer_db (writer), create->batch->id, first, last, error);
}

/**
 * fonds_batch_create:
 * @self: a batch
 * @bodies: (element-type FondsBody): new documents; some thousand at a time
 * @cancellable: (nullable): stops it; nothing of @bodies is kept then
 * @error: return location for an error
 *
 * Brings new documents in, hidden, in one transaction.
 *
 * Returns: whether they are in
 */
gboolean
fonds_batch_create (FondsBatch *self, GPtrArray *bodies, GCancellable *cancellable, GError **error)
{
  Create create = { self, bodies };

  if (!fonds_catalogue_write (self->catalogue, FONDS_LANE_HIDDEN, create_cb, &create, cancellable,
                              error))
    return FALSE;
  self->n_created += bodies->len;
  return TRUE;
}

static gboolean
settle_cb (FondsWriter *writer, gpointer data, GError **error)
{
  FondsBatch *self = data;
  FondsDb *db = fonds_writer_db (writer);

  if (!check_hidden (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->noted->len; i++)
    {
      const FondsStaged *note = g_ptr_array_index (self->noted, i);

      if (!fonds_batch_stage (db, self->id, note->document, note->rev, note->body, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fonds_batch_settle:
 * @self: a batch
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes down the changes that were noted since this was last done.
 *
 * Returns: whether all are written down
 */
gboolean
fonds_batch_settle (FondsBatch *self, GCancellable *cancellable, GError **error)
{
  if (self->noted->len == 0)
    return TRUE;
  if (!fonds_catalogue_write (self->catalogue, FONDS_LANE_HIDDEN, settle_cb, self, cancellable,
                              error))
    return FALSE;
  g_ptr_array_set_size (self->noted, 0);
  self->noted_bytes = 0;
  return TRUE;
}

/**
 * fonds_batch_change:
 * @self: a batch
 * @id: a document that was there before
 * @rev: the generation that @body was worked out from
 * @body: what it will be
 * @cancellable: (nullable): stops it
 * @error: return location for an error, perhaps of an earlier change
 *
 * Notes a change, to be done when the batch is shown. The last note for a document counts. Notes are
 * written down some hundred at a time.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_batch_change (FondsBatch *self,
                    gint64 id,
                    gint64 rev,
                    const FondsBody *body,
                    GCancellable *cancellable,
                    GError **error)
{
  FondsStaged *note = g_new0 (FondsStaged, 1);

  note->document = id;
  note->rev = rev;
  note->body = fonds_body_to_json (body);
  g_ptr_array_add (self->noted, note);
  self->noted_bytes += strlen (note->body);
  self->n_changed++;
  return (self->noted->len < PORTION && self->noted_bytes < NOTED_BYTES_MAX) ||
         fonds_batch_settle (self, cancellable, error);
}

/**
 * fonds_batch_load:
 * @self: a batch
 * @db: a connection with a view taken after [method@Batch.settle]
 * @id: a document
 * @error: return location for an error
 *
 * Reads a document as it will be when the batch is shown. Its generation is the one from which the
 * batch's change of it, if there is one, was worked out.
 *
 * Returns: (transfer full) (nullable): the document
 */
FondsDocument *
fonds_batch_load (FondsBatch *self, FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (db, id, error);
  g_autoptr (GError) own = NULL;
  g_autoptr (FondsStaged) staged =
      document != NULL ? fonds_batch_find_staged (db, self->id, id, &own) : NULL;
  FondsBody *body = staged != NULL ? fonds_body_from_json (staged->body, -1, &own) : NULL;

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  if (body != NULL)
    {
      fonds_body_set_uid (body, fonds_body_uid (document->body));
      fonds_body_free (document->body);
      document->body = body;
      document->rev = staged->rev;
    }
  return g_steal_pointer (&document);
}

static gboolean
apply_staged (FondsWriter *writer, gint64 entry, const FondsStaged *staged, GError **error)
{
  FondsDb *db = fonds_writer_db (writer);
  g_autoptr (FondsBody) body = fonds_body_from_json (staged->body, -1, error);
  g_autoptr (FondsBody) was = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (body == NULL ||
      !fonds_writer_change (writer, staged->document, body, staged->rev, &was, error))
    return FALSE;
  return !fonds_delta_between (was, body, &before, &after) ||
         fonds_journal_add_change (db, entry, staged->document, before, after, error);
}

static gboolean
apply_all_staged (FondsWriter *writer, gint64 batch, gint64 entry, gint64 *n, GError **error)
{
  FondsDb *db = fonds_writer_db (writer);
  gint64 after = 0;

  while (TRUE)
    {
      g_autoptr (GPtrArray) portion = fonds_batch_list_staged (db, batch, after, PORTION, error);

      if (portion == NULL)
        return FALSE;
      if (portion->len == 0)
        return fonds_batch_unstage (db, batch, error);
      for (guint i = 0; i < portion->len; i++)
        {
          const FondsStaged *staged = g_ptr_array_index (portion, i);

          if (!apply_staged (writer, entry, staged, error))
            return FALSE;
          after = staged->document;
        }
      *n += portion->len;
    }
}

/* What this import took for new, another that was shown meanwhile may have brought in; what it builds
 * on may have been taken back: records would hang on what is not there. Edits are seen by their
 * generations. Only then is it worth looking, since the look goes through all that the import made. */
static gboolean
check_ground (FondsBatch *self, FondsDb *db, GError **error)
{
  gboolean hangs = FALSE, twice = FALSE;
  gint64 last = 0;

  if (!fonds_journal_last (db, &last, error))
    return FALSE;
  if (last == self->since)
    return TRUE;
  if (!fonds_batch_hangs (db, self->id, &hangs, error) ||
      !fonds_batch_is_double (db, self->id, &twice, error))
    return FALSE;
  if (hangs)
    g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
                         _ ("Somebody took an import back, or did one again, meanwhile. "
                            "Nothing was written; import again to see what differs."));
  else if (twice)
    g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
                         _ ("Somebody else imported the same records meanwhile. Nothing "
                            "was written; import again to see what differs."));
  return !hangs && !twice;
}

typedef struct
{
  FondsBatch *batch;
  const char *who;
} Reveal;

static gboolean
reveal_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Reveal *reveal = data;
  FondsBatch *self = reveal->batch;
  FondsDb *db = fonds_writer_db (writer);
  gint64 n_changed = 0, entry;

  if (!check_hidden (self, db, error) || !check_ground (self, db, error))
    return FALSE;
  entry = fonds_journal_add (db, reveal->who, "import", self->label, self->id, 0, error);
  return entry > 0 && apply_all_staged (writer, self->id, entry, &n_changed, error) &&
         fonds_journal_count (db, entry, self->n_created, n_changed, error) &&
         fonds_batch_set_state (db, self->id, FONDS_BATCH_SHOWN, error);
}

/**
 * fonds_batch_reveal:
 * @self: a batch
 * @who: whose change it is
 * @error: return location; %FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE where a document that it changes
 *   is not what it was worked out from any more: nothing has happened then
 *
 * Shows everything at once and writes one entry into the journal.
 *
 * Returns: whether it is shown
 */
gboolean
fonds_batch_reveal (FondsBatch *self, const char *who, GError **error)
{
  Reveal reveal = { self, who };

  if (!fonds_batch_settle (self, NULL, error) ||
      !fonds_catalogue_write (self->catalogue, FONDS_LANE_WRITE, reveal_cb, &reveal, NULL, error))
    return FALSE;
  self->over = TRUE;
  return TRUE;
}

static gboolean
forget_cb (FondsWriter *writer, gpointer data, GError **error)
{
  FondsBatch *self = data;

  return fonds_batch_delete (fonds_writer_db (writer), self->id, error);
}

/**
 * fonds_batch_abandon:
 * @self: a batch
 * @error: return location for an error
 *
 * Takes away whatever was brought in. Where that fails, it is swept when the catalogue is next opened.
 *
 * Returns: whether everything is gone
 */
gboolean
fonds_batch_abandon (FondsBatch *self, GError **error)
{
  self->over = TRUE;
  return fonds_batch_clear_shadows (self->catalogue, self->id, self->owner, TRUE, NULL, error) &&
         fonds_catalogue_write (self->catalogue, FONDS_LANE_HIDDEN, forget_cb, self, NULL, error);
}

/**
 * fonds_batch_n_created:
 * @self: a batch
 *
 * Returns: how many documents it brings in
 */
guint
fonds_batch_n_created (FondsBatch *self)
{
  return self->n_created;
}

/**
 * fonds_batch_n_changed:
 * @self: a batch
 *
 * Returns: how many it will change
 */
guint
fonds_batch_n_changed (FondsBatch *self)
{
  return self->n_changed;
}
