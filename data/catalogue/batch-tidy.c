/* batch-tidy.c - puts right what a crash or an undo left of an import
 *
 * Works through a batch's documents in small transactions, so that edits go on in between, and can
 * be stopped and begun again anywhere: a batch that was never shown loses its documents, one that
 * was taken back keeps them and loses its shadows.
 * Thread: any but the main one, except for tidy_async.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/batch-tidy.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/writer-private.h"

/* So many documents a transaction: some ten milliseconds of the writer's time. */
#define PORTION 500

typedef struct
{
  gint64 batch;
  gint64 after;
  gboolean documents_too;
  gboolean write;
  gboolean more;
} Sweep;

static gboolean
sweep_one (FondsWriter *writer, gint64 id, Sweep *sweep, GError **error)
{
  FondsDb *db = fonds_writer_db (writer);
  g_autoptr (FondsDocument) document = fonds_document_load (db, id, error);

  if (document == NULL)
    return FALSE;
  /* Whatever is there of its shadows goes first, so that a portion may be done twice. */
  if (!_fonds_writer_remove (writer, id, document->body, error))
    return FALSE;
  if (sweep->write &&
      !_fonds_writer_project (writer, id, document->batch, document->body, NULL, error))
    return FALSE;
  return !sweep->documents_too || fonds_document_delete (db, id, error);
}

static gboolean
sweep_portion (FondsWriter *writer, gpointer data, GError **error)
{
  Sweep *sweep = data;
  g_autoptr (GArray) ids = fonds_document_list_batch (fonds_writer_db (writer), sweep->batch,
                                                      sweep->after, PORTION, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!sweep_one (writer, g_array_index (ids, gint64, i), sweep, error))
      return FALSE;
  sweep->more = ids->len == PORTION;
  if (ids->len > 0)
    sweep->after = g_array_index (ids, gint64, ids->len - 1);
  return TRUE;
}

static gboolean
sweep_all (FondsCatalogue *catalogue, Sweep *sweep, GCancellable *cancellable, GError **error)
{
  do
    if (!fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, sweep_portion, sweep, cancellable,
                                error))
      return FALSE;
  while (sweep->more);
  return TRUE;
}

/**
 * fonds_batch_clear_shadows:
 * @catalogue: a catalogue
 * @batch: a batch that is not shown
 * @documents_too: whether its documents go as well
 * @cancellable: (nullable): stops it between two portions
 * @error: return location for an error
 *
 * Takes a batch's shadows away.
 *
 * Returns: whether all are gone
 */
gboolean
fonds_batch_clear_shadows (FondsCatalogue *catalogue,
                           gint64 batch,
                           gboolean documents_too,
                           GCancellable *cancellable,
                           GError **error)
{
  Sweep sweep = { .batch = batch, .documents_too = documents_too };

  return sweep_all (catalogue, &sweep, cancellable, error);
}

/**
 * fonds_batch_write_shadows:
 * @catalogue: a catalogue
 * @batch: a batch that is not shown
 * @cancellable: (nullable): stops it between two portions
 * @error: return location for an error
 *
 * Writes a batch's shadows anew from its documents.
 *
 * Returns: whether all are written
 */
gboolean
fonds_batch_write_shadows (FondsCatalogue *catalogue,
                           gint64 batch,
                           GCancellable *cancellable,
                           GError **error)
{
  Sweep sweep = { .batch = batch, .write = TRUE };

  return sweep_all (catalogue, &sweep, cancellable, error);
}

typedef struct
{
  FondsBatchState state;
  GArray *batches;
} Left;

static gboolean
list_left (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Left *left = data;

  left->batches = fonds_batch_list_left (db, left->state, error);
  return left->batches != NULL;
}

static gboolean
has_shadows (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *batch = data;
  g_autoptr (GArray) some = fonds_batch_list_shadows (db, *batch, 1, error);

  if (some == NULL)
    return FALSE;
  if (some->len == 0)
    *batch = 0;
  return TRUE;
}

static gboolean
forget (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_batch_delete (fonds_writer_db (writer), *(gint64 *) data, error);
}

static gboolean
tidy_one (FondsCatalogue *catalogue,
          gint64 batch,
          FondsBatchState state,
          GCancellable *cancellable,
          GError **error)
{
  gint64 with_shadows = batch;

  if (state == FONDS_BATCH_HIDDEN)
    return fonds_batch_clear_shadows (catalogue, batch, TRUE, cancellable, error) &&
           fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, forget, &batch, cancellable, error);
  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, has_shadows,
                        &with_shadows, cancellable, error))
    return FALSE;
  return with_shadows == 0 ||
         fonds_batch_clear_shadows (catalogue, batch, FALSE, cancellable, error);
}

static gboolean
tidy_state (FondsCatalogue *catalogue,
            FondsBatchState state,
            GCancellable *cancellable,
            GError **error)
{
  Left left = { state, NULL };
  g_autoptr (GArray) batches = NULL;

  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, list_left, &left,
                        cancellable, error))
    return FALSE;
  batches = left.batches;
  for (guint i = 0; i < batches->len; i++)
    if (!tidy_one (catalogue, g_array_index (batches, gint64, i), state, cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * fonds_batch_tidy:
 * @catalogue: a catalogue
 * @cancellable: (nullable): stops it between two portions
 * @error: return location for an error
 *
 * Sweeps the imports that were left half brought in by processes that are gone, and finishes undos
 * that were interrupted. What another living process brings in is not touched.
 *
 * Returns: whether everything is tidy
 */
gboolean
fonds_batch_tidy (FondsCatalogue *catalogue, GCancellable *cancellable, GError **error)
{
  return tidy_state (catalogue, FONDS_BATCH_HIDDEN, cancellable, error) &&
         tidy_state (catalogue, FONDS_BATCH_TAKEN_BACK, cancellable, error);
}

static void
tidy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (fonds_batch_tidy (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fonds_batch_tidy_async:
 * @catalogue: a catalogue
 *
 * Tidies in a thread. Where that fails, it is tried again when the catalogue is next opened; nothing
 * that is left is ever shown.
 */
void
fonds_batch_tidy_async (FondsCatalogue *catalogue)
{
  g_autoptr (GTask) task = g_task_new (catalogue, NULL, NULL, NULL);

  g_task_set_source_tag (task, fonds_batch_tidy_async);
  g_task_run_in_thread (task, tidy_in_thread);
}
