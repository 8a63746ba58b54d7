/* import-writer.c - hands new records to the catalogue while the next are being made
 *
 * Bodies are collected into portions; a thread of its own waits for the catalogue to take each, so that
 * rows are read and compared at the same time. The first error stops everything.
 * Invariant: a body belongs to the importing thread until its portion is full, then to the other.
 * Ownership: owns the batch; one that is not revealed is abandoned.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-writer.h"

/* How many bodies go in at a time, and how many such portions may wait. */
#define PORTION 2000
#define WAITING_MAX 2

struct _FondsImportWriter
{
  FondsBatch *batch;
  GCancellable *cancellable; /* borrowed, (nullable) */
  GPtrArray *portion;
  GThread *thread;

  /* shared by both threads */
  GMutex lock;
  GCond changed;
  GQueue waiting; /* of GPtrArray of FondsBody */
  gboolean busy;
  gboolean over;
  GError *error;
  gboolean has_work;
};

static GPtrArray *
new_portion (void)
{
  return g_ptr_array_new_full (PORTION, (GDestroyNotify) fonds_body_free);
}

/* Waits for the next portion; NULL when there will be none. */
static GPtrArray *
take (FondsImportWriter *self)
{
  GPtrArray *portion;

  g_mutex_lock (&self->lock);
  self->busy = FALSE;
  g_cond_broadcast (&self->changed);
  while (!self->over && g_queue_is_empty (&self->waiting))
    g_cond_wait (&self->changed, &self->lock);
  portion = g_queue_pop_head (&self->waiting);
  self->busy = portion != NULL;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return portion;
}

static gboolean
has_failed (FondsImportWriter *self)
{
  gboolean failed;

  g_mutex_lock (&self->lock);
  failed = self->error != NULL;
  g_mutex_unlock (&self->lock);
  return failed;
}

static void
fail (FondsImportWriter *self, GError *error)
{
  g_mutex_lock (&self->lock);
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&self->lock);
}

static gpointer
write_cb (gpointer data)
{
  FondsImportWriter *self = data;
  GPtrArray *portion;

  while ((portion = take (self)) != NULL)
    {
      GError *error = NULL;

      if (!has_failed (self) &&
          !fonds_batch_create (self->batch, portion, self->cancellable, &error))
        fail (self, error);
      g_ptr_array_unref (portion);
    }
  return NULL;
}

/**
 * fonds_import_writer_new:
 * @catalogue: where to
 * @label: what the journal calls it
 * @since: the newest entry of the journal when the catalogue was first looked at
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Begins a batch.
 *
 * Returns: (transfer full) (nullable): the writer
 */
FondsImportWriter *
fonds_import_writer_new (FondsCatalogue *catalogue,
                         const char *label,
                         gint64 since,
                         GCancellable *cancellable,
                         GError **error)
{
  FondsBatch *batch = fonds_batch_begin (catalogue, label, error);
  FondsImportWriter *self;

  if (batch == NULL)
    return NULL;
  self = g_new0 (FondsImportWriter, 1);
  self->batch = batch;
  fonds_batch_set_since (batch, since);
  self->cancellable = cancellable;
  self->portion = new_portion ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->waiting);
  self->thread = g_thread_new ("import", write_cb, self);
  return self;
}

static void
stop (FondsImportWriter *self)
{
  if (self->thread == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * fonds_import_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Ends a batch; one that was not revealed leaves nothing.
 */
void
fonds_import_writer_free (FondsImportWriter *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) g_ptr_array_unref);
  g_mutex_unlock (&self->lock);
  stop (self);
  fonds_batch_free (self->batch);
  g_ptr_array_unref (self->portion);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* Hands a portion over, waiting for room; says if the other thread has failed. */
static gboolean
push (FondsImportWriter *self, GPtrArray *portion, GError **error)
{
  gboolean fine;

  g_mutex_lock (&self->lock);
  while (self->error == NULL && g_queue_get_length (&self->waiting) >= WAITING_MAX)
    g_cond_wait (&self->changed, &self->lock);
  fine = self->error == NULL;
  if (fine)
    g_queue_push_tail (&self->waiting, g_ptr_array_ref (portion));
  else
    g_propagate_error (error, g_error_copy (self->error));
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  return fine;
}

static gboolean
hand_over (FondsImportWriter *self, GError **error)
{
  g_autoptr (GPtrArray) full = self->portion;

  self->portion = new_portion ();
  return full->len == 0 || push (self, full, error);
}

/**
 * fonds_import_writer_create:
 * @self: a writer
 * @body: (transfer full): a new document
 * @error: return location for an error, perhaps of an earlier one
 *
 * Takes a new document.
 *
 * Returns: %FALSE where something has failed
 */
gboolean
fonds_import_writer_create (FondsImportWriter *self, FondsBody *body, GError **error)
{
  g_ptr_array_add (self->portion, body);
  self->has_work = TRUE;
  return self->portion->len < PORTION || hand_over (self, error);
}

/**
 * fonds_import_writer_create_all:
 * @self: a writer
 * @bodies: (transfer full) (element-type FondsBody): new documents
 * @error: return location for an error
 *
 * Takes several new documents.
 *
 * Returns: %FALSE where something has failed
 */
gboolean
fonds_import_writer_create_all (FondsImportWriter *self, GPtrArray *bodies, GError **error)
{
  g_autoptr (GPtrArray) list = bodies;

  g_ptr_array_set_free_func (list, NULL);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (self->portion, g_ptr_array_index (list, i));
  self->has_work = self->has_work || list->len > 0;
  return self->portion->len < PORTION || hand_over (self, error);
}

/**
 * fonds_import_writer_change:
 * @self: a writer
 * @id: a document that was there before, or that was brought in and flushed
 * @rev: the generation that @body was worked out from
 * @body: what it will be
 * @error: return location for an error
 *
 * Notes a change.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_import_writer_change (FondsImportWriter *self,
                            gint64 id,
                            gint64 rev,
                            const FondsBody *body,
                            GError **error)
{
  self->has_work = TRUE;
  return fonds_batch_change (self->batch, id, rev, body, self->cancellable, error);
}

/**
 * fonds_import_writer_settle:
 * @self: a writer
 * @error: return location for an error
 *
 * Waits until the changes that were noted so far are written down.
 *
 * Returns: whether they are
 */
gboolean
fonds_import_writer_settle (FondsImportWriter *self, GError **error)
{
  return fonds_batch_settle (self->batch, self->cancellable, error);
}

/**
 * fonds_import_writer_load:
 * @self: a writer
 * @db: a connection with a view taken after [method@ImportWriter.settle]
 * @id: a document
 * @error: return location for an error
 *
 * Reads a document with the change of it that was noted.
 *
 * Returns: (transfer full) (nullable): the document
 */
FondsDocument *
fonds_import_writer_load (FondsImportWriter *self, FondsDb *db, gint64 id, GError **error)
{
  return fonds_batch_load (self->batch, db, id, error);
}

/**
 * fonds_import_writer_flush:
 * @self: a writer
 * @error: return location for an error
 *
 * Waits until everything taken so far is in.
 *
 * Returns: whether it is
 */
gboolean
fonds_import_writer_flush (FondsImportWriter *self, GError **error)
{
  gboolean fine;

  if (!hand_over (self, error))
    return FALSE;
  g_mutex_lock (&self->lock);
  while (self->error == NULL && (self->busy || !g_queue_is_empty (&self->waiting)))
    g_cond_wait (&self->changed, &self->lock);
  fine = self->error == NULL;
  if (!fine)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->lock);
  return fine;
}

/**
 * fonds_import_writer_has_work:
 * @self: a writer
 *
 * Returns: whether it has taken anything
 */
gboolean
fonds_import_writer_has_work (FondsImportWriter *self)
{
  return self->has_work;
}

/**
 * fonds_import_writer_reveal:
 * @self: a writer
 * @who: whose change it is
 * @error: return location for an error
 *
 * Shows everything at once.
 *
 * Returns: whether it is shown
 */
gboolean
fonds_import_writer_reveal (FondsImportWriter *self, const char *who, GError **error)
{
  return fonds_import_writer_flush (self, error) && fonds_batch_reveal (self->batch, who, error);
}
