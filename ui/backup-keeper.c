/* backup-keeper.c - has a catalogue's backups made in good time
 *
 * Looks some seconds after the catalogue was opened, when the window has what it needs, and again
 * every hour, for a window that stays open for days. Whoever lets go of the keeper stops it.
 * Signals: failed, with the error, when the day's backup couldn't be made.
 * Thread: main context; the copying has a thread and a connection of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/backup-keeper.h"

#include "data/catalogue/backup.h"

/* In seconds. */
#define FIRST_LOOK 5
#define NEXT_LOOK (60 * 60)

/* Of how many weeks before the days a backup is kept. */
#define N_WEEKS 4
#define N_DAYS 7

struct _FondsBackupKeeper
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  GSettings *settings; /* (nullable) */
  GCancellable *cancellable;

  /* state */
  guint timeout;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsBackupKeeper, fonds_backup_keeper, G_TYPE_OBJECT)

typedef struct
{
  FondsCatalogue *catalogue;
  guint n_days; /* 0: one that somebody asked for */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->catalogue);
  g_free (job);
}

static gboolean
run_job (const Job *job, GCancellable *cancellable, GError **error)
{
  FondsStore *store = fonds_catalogue_get_store (job->catalogue);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *path = NULL;
  gboolean made;

  if (job->n_days > 0)
    return fonds_backup_rotate (store, now, job->n_days, N_WEEKS, &made, cancellable, error);
  path = fonds_backup_make (store, FONDS_BACKUP_KEPT, now, cancellable, error);
  return path != NULL;
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_job (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (FondsBackupKeeper *self, guint n_days, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->catalogue = g_object_ref (self->catalogue);
  job->n_days = n_days;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

static void
rotated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (source, signals[FAILED], 0, error);
}

static gboolean
look_cb (gpointer user_data)
{
  FondsBackupKeeper *self = user_data;
  gboolean wanted = !self->settings || g_settings_get_boolean (self->settings, "backups");
  int n_days = self->settings ? g_settings_get_int (self->settings, "backup-days") : N_DAYS;

  if (wanted)
    start (self, (guint) MAX (n_days, 1), rotated_cb, NULL);
  self->timeout = g_timeout_add_seconds (NEXT_LOOK, look_cb, self);
  return G_SOURCE_REMOVE;
}

static void
fonds_backup_keeper_dispose (GObject *object)
{
  FondsBackupKeeper *self = FONDS_BACKUP_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (fonds_backup_keeper_parent_class)->dispose (object);
}

static void
fonds_backup_keeper_finalize (GObject *object)
{
  g_object_unref (FONDS_BACKUP_KEEPER (object)->cancellable);

  G_OBJECT_CLASS (fonds_backup_keeper_parent_class)->finalize (object);
}

static void
fonds_backup_keeper_class_init (FondsBackupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_backup_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_backup_keeper_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
fonds_backup_keeper_init (FondsBackupKeeper *self)
{
  self->cancellable = g_cancellable_new ();
  self->timeout = g_timeout_add_seconds (FIRST_LOOK, look_cb, self);
}

/**
 * fonds_backup_keeper_new:
 * @catalogue: an open catalogue
 * @settings: (nullable): whether, and how many
 *
 * Begins to look after a catalogue.
 *
 * Returns: (transfer full): the keeper
 */
FondsBackupKeeper *
fonds_backup_keeper_new (FondsCatalogue *catalogue, GSettings *settings)
{
  FondsBackupKeeper *self = g_object_new (FONDS_TYPE_BACKUP_KEEPER, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->settings = settings ? g_object_ref (settings) : NULL;
  return self;
}

/**
 * fonds_backup_keeper_make_async:
 * @self: a keeper
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Makes a backup now, which stays until somebody removes it.
 */
void
fonds_backup_keeper_make_async (FondsBackupKeeper *self,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_return_if_fail (FONDS_IS_BACKUP_KEEPER (self));

  start (self, 0, callback, user_data);
}

/**
 * fonds_backup_keeper_make_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends fonds_backup_keeper_make_async().
 *
 * Returns: whether the backup was made
 */
gboolean
fonds_backup_keeper_make_finish (FondsBackupKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
