/* store.c - a catalogue file with its threads: one that writes, two that read
 *
 * Every change goes through the one writer, in order; short reads of rows never wait behind a search.
 * Invariant: a connection is used by its worker only; [method@Store.connect] makes further ones.
 * Thread: all functions from any thread but the workers' own, except where they say otherwise.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/store.h"

#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/schema.h"
#include "data/store/worker.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _FondsStore
{
  GObject parent_instance;

  /* owned */
  char *path;
  FondsWorker *rows;
  FondsWorker *query;
  FondsWorker *writer;

  /* borrowed */
  FondsStoreSetup setup;
};

G_DEFINE_FINAL_TYPE (FondsStore, fonds_store, G_TYPE_OBJECT)

static FondsDb *
connect (FondsStore *self, FondsDbFlags flags, GError **error)
{
  g_autoptr (FondsDb) db = fonds_db_open (self->path, flags, error);

  if (db == NULL || (self->setup != NULL && !self->setup (db, error)))
    return NULL;
  return g_steal_pointer (&db);
}

static FondsDb *
prepare (FondsStore *self, gboolean create, GError **error)
{
  g_autoptr (FondsDb) db = NULL;

  if (create && g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_EXISTS,
                   _ ("“%s” is there already; it was not touched."), self->path);
      return NULL;
    }
  if (!create && !fonds_schema_check_header (self->path, error))
    return NULL;
  db = connect (self, create ? FONDS_DB_CREATE : 0, error);
  if (db == NULL)
    return NULL;
  if (fonds_schema_prepare (db, create, error))
    return g_steal_pointer (&db);
  if (create)
    {
      g_clear_pointer (&db, fonds_db_close);
      g_unlink (self->path);
    }
  return NULL;
}

static gboolean
start (FondsStore *self, gboolean create, GError **error)
{
  g_autoptr (FondsDb) writer = prepare (self, create, error);
  g_autoptr (FondsDb) rows = NULL;
  g_autoptr (FondsDb) query = NULL;

  if (writer == NULL)
    return FALSE;
  rows = connect (self, FONDS_DB_READ_ONLY, error);
  query = rows != NULL ? connect (self, FONDS_DB_READ_ONLY, error) : NULL;
  if (query == NULL)
    return FALSE;

  self->writer = fonds_worker_new (g_steal_pointer (&writer), "fonds-writer");
  self->rows = fonds_worker_new (g_steal_pointer (&rows), "fonds-rows");
  self->query = fonds_worker_new (g_steal_pointer (&query), "fonds-query");
  return TRUE;
}

static void
fonds_store_finalize (GObject *object)
{
  FondsStore *self = FONDS_STORE (object);

  fonds_store_close (self);
  g_free (self->path);
  G_OBJECT_CLASS (fonds_store_parent_class)->finalize (object);
}

static void
fonds_store_class_init (FondsStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_store_finalize;
}

static void
fonds_store_init (FondsStore *self)
{
}

/**
 * fonds_store_open:
 * @path: the file
 * @flags: whether to make it
 * @setup: (nullable): prepares each connection
 * @error: return location for a #FondsStoreError
 *
 * Opens or makes a catalogue file, brings it to the newest schema and starts its threads. Waits for
 * the disk: not for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): the store
 */
FondsStore *
fonds_store_open (const char *path, FondsStoreFlags flags, FondsStoreSetup setup, GError **error)
{
  g_autoptr (FondsStore) self = g_object_new (FONDS_TYPE_STORE, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->setup = setup;
  if (!start (self, (flags & FONDS_STORE_CREATE) != 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fonds_store_close:
 * @self: a store
 *
 * Ends its threads: what runs is ended, what waits is answered with "cancelled".
 */
void
fonds_store_close (FondsStore *self)
{
  g_return_if_fail (FONDS_IS_STORE (self));

  g_clear_pointer (&self->query, fonds_worker_stop);
  g_clear_pointer (&self->rows, fonds_worker_stop);
  g_clear_pointer (&self->writer, fonds_worker_stop);
}

/**
 * fonds_store_get_path:
 * @self: a store
 *
 * Returns: the file's path
 */
const char *
fonds_store_get_path (FondsStore *self)
{
  return self->path;
}

static FondsWorker *
worker_of (FondsStore *self, FondsLane lane)
{
  switch (lane)
    {
    case FONDS_LANE_ROWS:
      return self->rows;
    case FONDS_LANE_QUERY:
      return self->query;
    case FONDS_LANE_WRITE:
    case FONDS_LANE_HIDDEN:
    default:
      return self->writer;
    }
}

static GError *
closed_error (void)
{
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The catalogue was closed"));
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean over;
  GError *error;
} Wait;

static void
wait_done_cb (FondsJob *job, GError *error, gpointer user_data)
{
  Wait *wait = user_data;

  g_mutex_lock (&wait->mutex);
  wait->error = error != NULL ? g_error_copy (error) : NULL;
  wait->over = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->mutex);
}

/**
 * fonds_store_run:
 * @self: a store
 * @lane: what kind of work it is
 * @func: the work, inside one transaction of its own
 * @data: for @func; borrowed
 * @cancellable: (nullable): stops it
 * @error: return location for an error: the work's, COMMIT's, or %G_IO_ERROR_CANCELLED
 *
 * Runs a job on the store's thread and waits for it: for the command line, tests and other threads
 * than the window's.
 *
 * Returns: whether it was done and, for a write, kept
 */
gboolean
fonds_store_run (FondsStore *self,
                 FondsLane lane,
                 FondsStoreFunc func,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  Wait wait = { 0 };

  g_return_val_if_fail (FONDS_IS_STORE (self), FALSE);

  if (worker_of (self, lane) == NULL)
    {
      g_propagate_error (error, closed_error ());
      return FALSE;
    }
  g_return_val_if_fail (!fonds_worker_is_current (worker_of (self, lane)), FALSE);

  g_mutex_init (&wait.mutex);
  g_cond_init (&wait.cond);
  fonds_worker_push (worker_of (self, lane), lane, func, data, cancellable, wait_done_cb, &wait);
  g_mutex_lock (&wait.mutex);
  while (!wait.over)
    g_cond_wait (&wait.cond, &wait.mutex);
  g_mutex_unlock (&wait.mutex);
  g_mutex_clear (&wait.mutex);
  g_cond_clear (&wait.cond);

  if (wait.error == NULL)
    return TRUE;
  g_propagate_error (error, wait.error);
  return FALSE;
}

static void
task_done_cb (FondsJob *job, GError *error, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (error != NULL)
    g_task_return_error (task, g_error_copy (error));
  else
    g_task_return_pointer (task, g_task_get_task_data (task), NULL);
}

/**
 * fonds_store_run_async:
 * @self: a store
 * @lane: what kind of work it is
 * @func: the work, inside one transaction of its own
 * @data: for @func
 * @destroy: (nullable): frees @data once the callback has run
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Runs a job on the store's thread.
 */
void
fonds_store_run_async (FondsStore *self,
                       FondsLane lane,
                       FondsStoreFunc func,
                       gpointer data,
                       GDestroyNotify destroy,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FONDS_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, fonds_store_run_async);
  g_task_set_task_data (task, data, destroy);
  if (worker_of (self, lane) == NULL)
    {
      g_task_return_error (task, closed_error ());
      g_object_unref (task);
      return;
    }
  fonds_worker_push (worker_of (self, lane), lane, func, data, cancellable, task_done_cb, task);
}

/**
 * fonds_store_run_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error: the work's, COMMIT's, or %G_IO_ERROR_CANCELLED
 *
 * Ends [method@Store.run_async].
 *
 * Returns: (transfer none) (nullable): the job's data, which lives as long as @result
 */
gpointer
fonds_store_run_finish (FondsStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fonds_store_connect:
 * @self: a store
 * @error: return location for an error
 *
 * Opens a further connection for reading, for one thread's long work: an export, a dry run.
 *
 * Returns: (transfer full) (nullable): the connection
 */
FondsDb *
fonds_store_connect (FondsStore *self, GError **error)
{
  return connect (self, FONDS_DB_READ_ONLY, error);
}
