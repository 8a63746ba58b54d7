/* undo.c - taking back and bringing back, for one window's catalogue
 *
 * Asks the journal, off the main thread and after every change, whether there is something to take
 * back; does it in a thread of its own, since taking back an import may take a while.
 * Invariant: one undo or redo at a time; while it runs, neither can be asked for.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/undo.h"

#include "data/catalogue/journal.h"

struct _FondsUndo
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  GCancellable *cancellable;

  /* state */
  gboolean can_undo;
  gboolean can_redo;
  gboolean running;
};

typedef struct
{
  gboolean can_undo;
  gboolean can_redo;
} State;

typedef struct
{
  FondsCatalogue *catalogue;
  char *who;
  gboolean redo;
} Job;

G_DEFINE_FINAL_TYPE (FondsUndo, fonds_undo, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
job_free (Job *job)
{
  g_object_unref (job->catalogue);
  g_free (job->who);
  g_free (job);
}

static void
notify_both (FondsUndo *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
}

static gboolean
read_state (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  State *state = data;
  g_autoptr (FondsJournalEntry) undo = NULL;
  g_autoptr (FondsJournalEntry) redo = NULL;

  /* An empty journal is an answer here, not an error. */
  undo = fonds_journal_next_undo (db, NULL);
  redo = fonds_journal_next_redo (db, NULL);
  state->can_undo = undo != NULL;
  state->can_redo = redo != NULL;
  return TRUE;
}

static void
state_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsUndo *self = user_data;
  State *state = fonds_store_run_finish (FONDS_STORE (source), result, NULL);

  /* Cancelled is what dispose did: then there is no self, and no window whose actions follow it. */
  if (!state)
    return;
  self->can_undo = state->can_undo;
  self->can_redo = state->can_redo;
  notify_both (self);
}

static void
ask_state (FondsUndo *self)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  fonds_store_run_async (fonds_catalogue_get_store (self->catalogue), FONDS_LANE_ROWS, read_state,
                         g_new0 (State, 1), g_free, self->cancellable, state_cb, self);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      job->redo ? fonds_journal_redo (job->catalogue, job->who, cancellable, &error)
                : fonds_journal_undo (job->catalogue, job->who, cancellable, &error);

  if (entry)
    g_task_return_pointer (task, g_strdup (entry->label), g_free);
  else
    g_task_return_error (task, error);
}

static void
fonds_undo_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsUndo *self = FONDS_UNDO (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, fonds_undo_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, fonds_undo_get_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_undo_dispose (GObject *object)
{
  FondsUndo *self = FONDS_UNDO (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (fonds_undo_parent_class)->dispose (object);
}

static void
fonds_undo_finalize (GObject *object)
{
  FondsUndo *self = FONDS_UNDO (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->catalogue);

  G_OBJECT_CLASS (fonds_undo_parent_class)->finalize (object);
}

static void
fonds_undo_class_init (FondsUndoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fonds_undo_get_property;
  object_class->dispose = fonds_undo_dispose;
  object_class->finalize = fonds_undo_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fonds_undo_init (FondsUndo *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * fonds_undo_new:
 * @catalogue: an open catalogue
 *
 * Watches what can be taken back in a catalogue.
 *
 * Returns: (transfer full): the watcher
 */
FondsUndo *
fonds_undo_new (FondsCatalogue *catalogue)
{
  FondsUndo *self = g_object_new (FONDS_TYPE_UNDO, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (ask_state), self, G_CONNECT_SWAPPED);
  ask_state (self);
  return self;
}

/**
 * fonds_undo_get_can_undo:
 * @self: an undo
 *
 * Says whether there is something to take back.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_undo_get_can_undo (FondsUndo *self)
{
  return self->can_undo && !self->running;
}

/**
 * fonds_undo_get_can_redo:
 * @self: an undo
 *
 * Says whether there is something to bring back.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_undo_get_can_redo (FondsUndo *self)
{
  return self->can_redo && !self->running;
}

/**
 * fonds_undo_run_async:
 * @self: an undo
 * @redo: whether to bring back rather than to take back
 * @cancellable: (nullable): what stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Takes the last change back, or brings the last one taken back again.
 */
void
fonds_undo_run_async (FondsUndo *self,
                      gboolean redo,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (FONDS_IS_UNDO (self));

  g_task_set_source_tag (task, fonds_undo_run_async);
  job->catalogue = g_object_ref (self->catalogue);
  job->who = g_strdup (fonds_catalogue_get_who (self->catalogue));
  job->redo = redo;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  self->running = TRUE;
  notify_both (self);
  /* The thread only waits for the writer, which keeps the order. */
  g_task_run_in_thread (task, run_thread);
}

/**
 * fonds_undo_run_finish:
 * @self: an undo
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Takes the answer of fonds_undo_run_async().
 *
 * Returns: (transfer full) (nullable): what was taken back or brought back, in words
 */
char *
fonds_undo_run_finish (FondsUndo *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  self->running = FALSE;
  ask_state (self);
  notify_both (self);
  return g_task_propagate_pointer (G_TASK (result), error);
}
