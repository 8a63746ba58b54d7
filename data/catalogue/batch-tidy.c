/* batch-tidy.c - puts right what a crash or an undo left of an import
 *
 * Works through a batch's documents in small transactions, so that edits go on in between, and can
 * be stopped and begun again anywhere: a batch that was never shown loses its documents, one that
 * was taken back keeps them and loses its shadows.
 * Invariant: only a batch's owner works on it, and looks at each portion whether it still is that.
 * Thread: any but the main one, except for tidy_async.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/batch-tidy.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/writer-private.h"

#include <glib/gi18n-lib.h>

/* So many documents a transaction: some ten milliseconds of the writer's time. */
#define PORTION 500

typedef struct
{
  gint64 batch;
  const char *owner;
  gint64 after;
  gboolean documents_too;
  gboolean write;
  gboolean more;
  gboolean lost; /* somebody else works on the batch now */
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
  FondsDb *db = fonds_writer_db (writer);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) own = NULL;

  sweep->lost = !fonds_batch_is_owned (db, sweep->batch, sweep->owner, &own);
  sweep->more = FALSE;
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  else if (sweep->lost)
    return TRUE;
  else
    ids = fonds_document_list_batch (db, sweep->batch, sweep->after, PORTION, error);
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
 * @owner: as whom this works on it
 * @documents_too: whether its documents go as well
 * @cancellable: (nullable): stops it between two portions
 * @error: return location for an error
 *
 * Takes a batch's shadows away. Stops where somebody else has taken the batch over.
 *
 * Returns: whether all are gone, or are no longer this owner's matter
 */
gboolean
fonds_batch_clear_shadows (FondsCatalogue *catalogue,
                           gint64 batch,
                           const char *owner,
                           gboolean documents_too,
                           GCancellable *cancellable,
                           GError **error)
{
  Sweep sweep = { .batch = batch, .owner = owner, .documents_too = documents_too };

  return sweep_all (catalogue, &sweep, cancellable, error);
}

/**
 * fonds_batch_say_lost:
 * @error: return location for the error
 *
 * Says that somebody else works on the batch now.
 */
void
fonds_batch_say_lost (GError **error)
{
  g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
                       _ ("Another process undoes or redoes the same import just now. Look again "
                          "in a moment."));
}

/**
 * fonds_batch_write_shadows:
 * @catalogue: a catalogue
 * @batch: a batch that is not shown
 * @owner: as whom this works on it
 * @cancellable: (nullable): stops it between two portions
 * @error: return location; %FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE where somebody else has taken
 *   the batch over
 *
 * Writes a batch's shadows anew from its documents.
 *
 * Returns: whether all are written
 */
gboolean
fonds_batch_write_shadows (FondsCatalogue *catalogue,
                           gint64 batch,
                           const char *owner,
                           GCancellable *cancellable,
                           GError **error)
{
  Sweep sweep = { .batch = batch, .owner = owner, .write = TRUE };

  if (!sweep_all (catalogue, &sweep, cancellable, error))
    return FALSE;
  if (sweep.lost)
    fonds_batch_say_lost (error);
  return !sweep.lost;
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

/* A batch that was left behind and is taken over. */
typedef struct
{
  gint64 batch;
  FondsBatchState state;
  const char *owner;
} Claim;

static gboolean
claim_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Claim *claim = data;

  return fonds_batch_own_left (fonds_writer_db (writer), claim->batch, claim->state, claim->owner,
                               error);
}

static gboolean
forget (FondsWriter *writer, gpointer data, GError **error)
{
  Claim *claim = data;
  FondsDb *db = fonds_writer_db (writer);
  g_autoptr (GError) own = NULL;

  if (fonds_batch_is_owned (db, claim->batch, claim->owner, &own))
    return fonds_batch_delete (db, claim->batch, error);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
tidy_one (FondsCatalogue *catalogue,
          gint64 batch,
          FondsBatchState state,
          GCancellable *cancellable,
          GError **error)
{
  gint64 with_shadows = batch;
  g_autofree char *owner = fonds_batch_owner_self ();
  Claim claim = { batch, state, owner };

  if (state == FONDS_BATCH_HIDDEN)
    return fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, claim_cb, &claim, cancellable,
                                  error) &&
           fonds_batch_clear_shadows (catalogue, batch, owner, TRUE, cancellable, error) &&
           fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, forget, &claim, cancellable, error);
  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, has_shadows,
                        &with_shadows, cancellable, error))
    return FALSE;
  return with_shadows == 0 ||
         (fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, claim_cb, &claim, cancellable,
                                 error) &&
          fonds_batch_clear_shadows (catalogue, batch, owner, FALSE, cancellable, error));
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
