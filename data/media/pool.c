/* pool.c - workers that begin with what was asked for last
 *
 * Whoever scrolls through a thousand pictures waits for those that are on the screen now, which were
 * asked for last; those that went by are cancelled and cost nothing.
 * Thread: pushed to from any. Ownership: a task is held until it was answered.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/pool.h"

struct _FondsPool
{
  GThreadPool *threads;
  gint pushed; /* atomic */
};

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
  gint number;
} Job;

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  GTask *task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
               g_task_get_cancellable (task));
  g_object_unref (task);
  g_free (job);
}

static int
latest_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *job = a, *other = b;

  return job->number < other->number ? 1 : -1;
}

/**
 * fonds_pool_new:
 * @n_threads: how many may work at a time
 *
 * Returns: (transfer full): the pool
 */
FondsPool *
fonds_pool_new (guint n_threads)
{
  FondsPool *self = g_new0 (FondsPool, 1);

  self->threads = g_thread_pool_new (work, self, (int) n_threads, FALSE, NULL);
  g_thread_pool_set_sort_function (self->threads, latest_first, NULL);
  return self;
}

/**
 * fonds_pool_free:
 * @self: (transfer full): a pool whose tasks were all answered
 *
 * Frees a pool. May be called by one of its own workers, which ends by itself then.
 */
void
fonds_pool_free (FondsPool *self)
{
  g_thread_pool_free (self->threads, FALSE, FALSE);
  g_free (self);
}

/**
 * fonds_pool_push:
 * @self: a pool
 * @task: (transfer full): what is to be answered; its source object keeps the pool
 * @func: answers it in a worker, unless it is cancelled by then
 *
 * Has something done.
 */
void
fonds_pool_push (FondsPool *self, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->number = g_atomic_int_add (&self->pushed, 1);
  g_thread_pool_push (self->threads, job, NULL);
}
