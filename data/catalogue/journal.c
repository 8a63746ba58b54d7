/* journal.c - takes the last change back, and takes that back too
 *
 * An undo is a change: it raises generations and is an entry itself. What an import made is hidden
 * by one short transaction and its shadows are cleared afterwards, piece by piece; redoing writes
 * them anew, hidden, and shows them by one short transaction.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/journal.h"

#include "data/catalogue/batch-table.h"
#include "data/catalogue/batch-tidy.h"
#include "data/catalogue/delta.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/journal-table.h"
#include "data/catalogue/writer.h"
#include "data/store/database.h"

#include <glib/gi18n-lib.h>

/* One undo or redo on its way. */
typedef struct
{
  const char *who;
  gboolean redo;
  char *owner; /* as whom it works on the batch */

  /* what it found */
  FondsJournalEntry *next; /* the entry to undo, or the undo to redo */
  FondsJournalRow *target; /* the entry whose changes go out or come back */
} Step;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->owner, g_free);
  g_clear_pointer (&step->next, fonds_journal_entry_free);
  if (step->target != NULL)
    fonds_journal_entry_free (&step->target->entry);
}

static gboolean
find_step (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;
  g_autoptr (GError) own = NULL;
  gint64 target;

  step->next = step->redo ? fonds_journal_next_redo (db, &own) : fonds_journal_next_undo (db, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (step->next == NULL)
    {
      g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOTHING,
                           step->redo ? _ ("There is nothing to redo.")
                                      : _ ("There is nothing to undo."));
      return FALSE;
    }
  target = step->next->id;
  if (step->redo)
    {
      FondsJournalRow *undo = fonds_journal_load (db, target, error);

      if (undo == NULL)
        return FALSE;
      target = undo->undoes;
      fonds_journal_entry_free (&undo->entry);
    }
  step->target = fonds_journal_load (db, target, error);
  return step->target != NULL;
}

static gboolean
restore (FondsWriter *writer,
         gint64 entry,
         const FondsJournalChange *change,
         gboolean redo,
         GError **error)
{
  g_autoptr (FondsDocument) document =
      fonds_document_load (fonds_writer_db (writer), change->document, error);
  const char *to = redo ? change->after : change->before;

  if (document == NULL || !fonds_delta_apply (document->body, to, error) ||
      !fonds_writer_change (writer, document->id, document->body, document->rev, NULL, error))
    return FALSE;
  return fonds_journal_add_change (fonds_writer_db (writer), entry, change->document,
                                   redo ? change->before : change->after, to, error);
}

static gboolean
restore_all (FondsWriter *writer, gint64 entry, const Step *step, GError **error)
{
  g_autoptr (GPtrArray) changes =
      fonds_journal_list_changes (fonds_writer_db (writer), step->target->entry.id, error);

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!restore (writer, entry, g_ptr_array_index (changes, i), step->redo, error))
      return FALSE;
  return TRUE;
}

static gboolean
mark (FondsDb *db, const Step *step, gint64 entry, GError **error)
{
  if (!step->redo)
    return fonds_journal_mark_undone (db, step->target->entry.id, entry, error);
  return fonds_journal_mark_undone (db, step->next->id, entry, error) &&
         fonds_journal_mark_undone (db, step->target->entry.id, 0, error);
}

/* Another process may have changed something between the look and the step. */
static gboolean
check_still_next (FondsDb *db, const Step *step, GError **error)
{
  g_autoptr (FondsJournalEntry) next =
      step->redo ? fonds_journal_next_redo (db, NULL) : fonds_journal_next_undo (db, NULL);

  if (next != NULL && next->id == step->next->id)
    return TRUE;
  g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
                       _ ("Something else was changed meanwhile. Look again before you undo."));
  return FALSE;
}

/* Another process may have taken the batch over and cleared what was written of it. */
static gboolean
check_owned (FondsDb *db, const Step *step, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (step->target->batch == 0 || fonds_batch_is_owned (db, step->target->batch, step->owner, &own))
    return TRUE;
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  else
    fonds_batch_say_lost (error);
  return FALSE;
}

static gboolean
take_step (FondsWriter *writer, gpointer data, GError **error)
{
  Step *step = data;
  FondsDb *db = fonds_writer_db (writer);
  const FondsJournalRow *target = step->target;
  gint64 entry;

  if (!check_still_next (db, step, error) || !check_owned (db, step, error))
    return FALSE;
  entry = fonds_journal_add (db, step->who, step->redo ? "redo" : "undo", target->entry.label,
                             target->batch, step->next->id, error);
  if (entry == 0 || !restore_all (writer, entry, step, error) ||
      !fonds_journal_count (db, entry, target->entry.created, target->entry.changed, error) ||
      !mark (db, step, entry, error))
    return FALSE;
  return target->batch == 0 ||
         fonds_batch_set_state (db, target->batch,
                                step->redo ? FONDS_BATCH_SHOWN : FONDS_BATCH_TAKEN_BACK, error);
}

static gboolean
own_cb (FondsWriter *writer, gpointer data, GError **error)
{
  Step *step = data;

  return check_still_next (fonds_writer_db (writer), step, error) &&
         fonds_batch_own (fonds_writer_db (writer), step->target->batch, step->owner, error);
}

static FondsJournalEntry *
go (FondsCatalogue *catalogue, Step *step, GCancellable *cancellable, GError **error)
{
  gint64 batch;

  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, find_step, step,
                        cancellable, error))
    return NULL;
  batch = step->target->batch;
  step->owner = fonds_batch_owner_self ();
  if (batch > 0 &&
      !fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, own_cb, step, cancellable, error))
    return NULL;
  if (batch > 0 && step->redo &&
      !fonds_batch_write_shadows (catalogue, batch, step->owner, cancellable, error))
    return NULL;
  if (!fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, take_step, step, cancellable, error))
    return NULL;

  /* It is taken back; what is left to clear is invisible, and is cleared later if this fails. */
  if (batch > 0 && !step->redo)
    fonds_batch_clear_shadows (catalogue, batch, step->owner, FALSE, cancellable, NULL);
  return &g_steal_pointer (&step->target)->entry;
}

/**
 * fonds_journal_undo:
 * @catalogue: a catalogue
 * @who: whose change the undo is
 * @cancellable: (nullable): stops it before anything has happened
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOTHING where there is nothing to undo
 *
 * Takes back the last change that stands.
 *
 * Returns: (transfer full) (nullable): what was taken back
 */
FondsJournalEntry *
fonds_journal_undo (FondsCatalogue *catalogue,
                    const char *who,
                    GCancellable *cancellable,
                    GError **error)
{
  Step step = { .who = who };
  FondsJournalEntry *entry = go (catalogue, &step, cancellable, error);

  step_clear (&step);
  return entry;
}

/**
 * fonds_journal_redo:
 * @catalogue: a catalogue
 * @who: whose change the redo is
 * @cancellable: (nullable): stops it before anything has happened
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOTHING where there is nothing to redo
 *
 * Does again what was undone last, unless something else was done since.
 *
 * Returns: (transfer full) (nullable): what was done again
 */
FondsJournalEntry *
fonds_journal_redo (FondsCatalogue *catalogue,
                    const char *who,
                    GCancellable *cancellable,
                    GError **error)
{
  Step step = { .who = who, .redo = TRUE };
  FondsJournalEntry *entry = go (catalogue, &step, cancellable, error);

  step_clear (&step);
  return entry;
}
