/* worker.c - a thread with a connection and a queue
 *
 * Runs jobs strictly in the order in which they came, each in its own transaction, and answers every
 * one of them: those still waiting when it is stopped are answered with "cancelled".
 * A writing job that was cancelled before it began is not begun; COMMIT is never cancelled, and its
 * failure is the job's failure.
 * Thread: push and stop from any; jobs run on the worker's own. Ownership: the connection is owned.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/worker.h"

#include "data/store/database.h"

#include <glib/gi18n-lib.h>

/* In microseconds: longer than somebody who waits takes between two looks. */
#define PAUSE_AFTER_PORTION 3000

struct _FondsWorker
{
  /* owned */
  FondsDb *db;
  GAsyncQueue *queue; /* of FondsJob; one without a function is the end */
  GThread *thread;

  /* state, of the worker's thread */
  gboolean relaxed;  /* synchronous = NORMAL */
  gboolean orphaned; /* stopped from its own thread, which frees it at its end */
};

struct _FondsJob
{
  FondsStoreFunc func;
  gpointer data;
  FondsLane lane;
  GCancellable *cancellable;
  FondsJobDone done;
  gpointer user_data;
};

/* What nobody sees yet is not waited for by the disk, and fills indexes all over the file: it gets
 * memory that is given back with the next ordinary write. None of this can change inside a
 * transaction. */
static gboolean
set_relaxed (FondsWorker *self, gboolean relaxed, GError **error)
{
  if (self->relaxed == relaxed)
    return TRUE;
  self->relaxed = relaxed;
  return fonds_db_exec (self->db,
                        relaxed ? "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536"
                                : "PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
                                  " PRAGMA shrink_memory",
                        error);
}

static gboolean
run_in_transaction (FondsWorker *self, FondsJob *job, GError **error)
{
  gboolean write = job->lane == FONDS_LANE_WRITE || job->lane == FONDS_LANE_HIDDEN;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
    return FALSE;
  if (write && !set_relaxed (self, job->lane == FONDS_LANE_HIDDEN, error))
    return FALSE;
  if (!fonds_db_begin (self->db, write, error))
    return FALSE;

  fonds_db_set_cancellable (self->db, job->cancellable);
  if (!job->func (self->db, job->data, job->cancellable, error))
    {
      fonds_db_rollback (self->db);
      return FALSE;
    }
  if (!fonds_db_commit (self->db, error))
    return FALSE;
  /* Another process that waits for the file gets it before the next portion. */
  if (job->lane == FONDS_LANE_HIDDEN)
    g_usleep (PAUSE_AFTER_PORTION);
  return TRUE;
}

static void
free_worker (FondsWorker *self)
{
  g_async_queue_unref (self->queue);
  fonds_db_close (self->db);
  g_free (self);
}

static gpointer
work (gpointer data)
{
  FondsWorker *self = data;
  gboolean stopping = FALSE;
  FondsJob *job;

  while ((job = stopping ? g_async_queue_try_pop (self->queue) : g_async_queue_pop (self->queue)) !=
         NULL)
    {
      g_autoptr (GError) error = NULL;

      if (job->func == NULL)
        stopping = TRUE;
      else if (stopping)
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             _ ("The catalogue was closed"));
      else
        run_in_transaction (self, job, &error);

      if (job->done != NULL)
        job->done (job, error, job->user_data);
      g_clear_object (&job->cancellable);
      g_free (job);
    }
  if (self->orphaned)
    free_worker (self);
  return NULL;
}

/**
 * fonds_worker_new:
 * @db: (transfer full): a connection, from now on used by the worker only
 * @name: the thread's name, at most 15 characters
 *
 * Starts a worker.
 *
 * Returns: (transfer full): the worker
 */
FondsWorker *
fonds_worker_new (FondsDb *db, const char *name)
{
  FondsWorker *self = g_new0 (FondsWorker, 1);

  self->db = db;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * fonds_worker_stop:
 * @self: (transfer full) (nullable): a worker
 *
 * Lets the running job end, answers the waiting ones with "cancelled", and closes the connection. A
 * job of the worker's own may be what lets the store go last; then the thread sees to its end itself.
 */
void
fonds_worker_stop (FondsWorker *self)
{
  if (self == NULL)
    return;
  g_async_queue_push (self->queue, g_new0 (FondsJob, 1));
  if (fonds_worker_is_current (self))
    {
      self->orphaned = TRUE;
      g_thread_unref (self->thread);
      return;
    }
  g_thread_join (self->thread);
  free_worker (self);
}

/**
 * fonds_worker_is_current:
 * @self: a worker
 *
 * Returns: whether this is the worker's own thread
 */
gboolean
fonds_worker_is_current (FondsWorker *self)
{
  return self->thread == g_thread_self ();
}

/**
 * fonds_worker_push:
 * @self: a worker
 * @lane: what kind of work it is
 * @func: the work
 * @data: for @func
 * @cancellable: (nullable): stops it
 * @done: (nullable): called on the worker's thread when it is over; the error is borrowed
 * @user_data: for @done
 *
 * Puts a job at the end of the queue.
 */
void
fonds_worker_push (FondsWorker *self,
                   FondsLane lane,
                   FondsStoreFunc func,
                   gpointer data,
                   GCancellable *cancellable,
                   FondsJobDone done,
                   gpointer user_data)
{
  FondsJob *job = g_new0 (FondsJob, 1);

  g_return_if_fail (func != NULL);

  job->func = func;
  job->data = data;
  job->lane = lane;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->done = done;
  job->user_data = user_data;
  g_async_queue_push (self->queue, job);
}
