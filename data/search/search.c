/* search.c - the catalogue's search: one engine for window, kiosk and command line
 *
 * Holds the newest snapshot of the facts. It is read in a thread of its own with a connection of its
 * own, so that people go on searching the older one meanwhile; a search keeps the snapshot that it
 * began with. Whoever waits for an answer (fonds_search_run()) gets one of the catalogue as it is;
 * the window gets one at once and is told by "changed" when there is news.
 * Thread: properties and signals in the main context in which it was made; run from any thread.
 * Ownership: holds the catalogue; a thread that reads holds the search.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/search.h"

#include "data/search/answer.h"
#include "data/search/columns.h"
#include "data/search/keeper.h"
#include "data/store/database.h"

struct _FondsSearch
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  FondsStore *store;
  FondsKeeper *keeper;
  FondsColumns *columns; /* (nullable): under the mutex */
  FondsColumns *sight; /* (nullable): what there is of the first one before it is whole; likewise */
  GError *error;       /* (nullable): why there is no snapshot; under the mutex */
  GMutex mutex;
  GCond arrived;
  GCancellable *closing;

  /* state, of the main context */
  gulong changed_id;
  gint64 told; /* the sequence of the snapshot that "changed" was last emitted for */
  gboolean reading;
  gboolean failed; /* there was no snapshot for those who waited for the first one */
  gboolean again;  /* something changed while it was read */
};

enum
{
  PROP_READY = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsSearch, fonds_search, G_TYPE_OBJECT)

static void read_facts (FondsSearch *self);

/* (transfer full) (nullable): the newest snapshot. */
static FondsColumns *
hold_columns (FondsSearch *self)
{
  FondsColumns *columns;

  g_mutex_lock (&self->mutex);
  columns = self->columns != NULL ? fonds_columns_ref (self->columns) : NULL;
  g_mutex_unlock (&self->mutex);
  return columns;
}

/* The first questions need little of the first snapshot, and don't wait for the rest. */
static void
take_sight (FondsColumns *sight, gpointer data)
{
  FondsSearch *self = data;

  g_mutex_lock (&self->mutex);
  if (self->columns == NULL && self->sight == NULL)
    self->sight = fonds_columns_ref (sight);
  g_cond_broadcast (&self->arrived);
  g_mutex_unlock (&self->mutex);
}

/* Makes a snapshot the newest, unless a newer one came first. */
static void
adopt_columns (FondsSearch *self, FondsColumns *columns)
{
  g_mutex_lock (&self->mutex);
  if (self->columns == NULL || self->columns->sequence < columns->sequence)
    {
      g_clear_pointer (&self->columns, fonds_columns_unref);
      self->columns = fonds_columns_ref (columns);
      g_clear_pointer (&self->sight, fonds_columns_unref);
      g_clear_error (&self->error);
      g_cond_broadcast (&self->arrived);
    }
  g_mutex_unlock (&self->mutex);
}

/* The first snapshot is the one that lies in the file, brought up to date; else all is read. */
static FondsColumns *
read_columns (FondsSearch *self,
              FondsColumns *old,
              FondsDb *db,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (FondsColumns) restored = NULL;
  g_autoptr (GError) own = NULL;

  if (old != NULL)
    return fonds_columns_refresh (old, db, cancellable, error);
  restored = fonds_columns_restore (db, take_sight, self, cancellable, &own);
  if (restored != NULL)
    return fonds_columns_refresh (restored, db, cancellable, error);
  if (own == NULL)
    return fonds_columns_load (db, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static gboolean
read_news (FondsSearch *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsDb) db = fonds_store_connect (self->store, error);
  g_autoptr (FondsColumns) old = hold_columns (self);
  g_autoptr (FondsColumns) new = NULL;

  if (db == NULL || !fonds_db_begin (db, FALSE, error))
    return FALSE;
  new = read_columns (self, old, db, cancellable, error);
  fonds_db_rollback (db);
  if (new == NULL)
    return FALSE;
  adopt_columns (self, new);
  return TRUE;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  FondsSearch *self = source;
  g_autoptr (GError) error = NULL;

  if (read_news (self, cancellable, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  g_cond_broadcast (&self->arrived);
  g_mutex_unlock (&self->mutex);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsSearch *self = FONDS_SEARCH (source);
  g_autoptr (FondsColumns) columns = hold_columns (self);
  gint64 told = self->told;

  self->reading = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    self->failed = TRUE;
  if (columns != NULL && columns->sequence != told)
    {
      _fonds_keeper_note (self->keeper, columns);
      self->told = columns->sequence;
      if (told == 0)
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READY]);
      if (told != 0 || self->failed) /* else who asked before has waited for it */
        g_signal_emit (self, signals[CHANGED], 0);
    }
  if (self->again && !g_cancellable_is_cancelled (self->closing))
    read_facts (self);
}

/* One reading at a time; what changes meanwhile is read in the next one. */
static void
read_facts (FondsSearch *self)
{
  g_autoptr (GTask) task = NULL;

  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  task = g_task_new (self, self->closing, read_cb, NULL);
  g_task_set_source_tag (task, read_facts);
  g_task_run_in_thread (task, read_in_thread);
}

static void
catalogue_changed_cb (FondsSearch *self)
{
  read_facts (self);
}

static void
fonds_search_dispose (GObject *object)
{
  FondsSearch *self = FONDS_SEARCH (object);

  g_cancellable_cancel (self->closing);
  if (self->keeper != NULL)
    _fonds_keeper_finish (self->keeper);
  if (self->catalogue != NULL)
    g_clear_signal_handler (&self->changed_id, self->catalogue);
  G_OBJECT_CLASS (fonds_search_parent_class)->dispose (object);
}

static void
fonds_search_finalize (GObject *object)
{
  FondsSearch *self = FONDS_SEARCH (object);

  g_clear_pointer (&self->columns, fonds_columns_unref);
  g_clear_pointer (&self->sight, fonds_columns_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->keeper);
  g_clear_object (&self->store);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->closing);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->arrived);
  G_OBJECT_CLASS (fonds_search_parent_class)->finalize (object);
}

static void
fonds_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READY)
    g_value_set_boolean (value, fonds_search_get_ready (FONDS_SEARCH (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fonds_search_class_init (FondsSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fonds_search_dispose;
  object_class->finalize = fonds_search_finalize;
  object_class->get_property = fonds_search_get_property;

  /**
   * FondsSearch:ready:
   *
   * Whether the facts have been read, so that a search is answered at once.
   */
  props[PROP_READY] =
      g_param_spec_boolean ("ready", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * FondsSearch::changed:
   *
   * The catalogue has changed, and the next answer may be another.
   */
  signals[CHANGED] = g_signal_new ("changed", FONDS_TYPE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
fonds_search_init (FondsSearch *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->arrived);
  self->closing = g_cancellable_new ();
}

/**
 * fonds_search_new:
 * @catalogue: an open catalogue, with [func@search_projector] among its projectors
 *
 * Makes a search and begins to read the facts in the background. In the main context.
 *
 * Returns: (transfer full): the search
 */
FondsSearch *
fonds_search_new (FondsCatalogue *catalogue)
{
  FondsSearch *self = g_object_new (FONDS_TYPE_SEARCH, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->store = g_object_ref (fonds_catalogue_get_store (catalogue));
  self->keeper = _fonds_keeper_new (catalogue);
  self->changed_id =
      g_signal_connect_object (catalogue, "changed", G_CALLBACK (catalogue_changed_cb), self,
                               G_CONNECT_SWAPPED);
  read_facts (self);
  return self;
}

/**
 * fonds_search_get_catalogue:
 * @self: a search
 *
 * Returns: (transfer none): the catalogue that it searches
 */
FondsCatalogue *
fonds_search_get_catalogue (FondsSearch *self)
{
  return self->catalogue;
}

/**
 * fonds_search_get_ready:
 * @self: a search
 *
 * Returns: whether the facts have been read
 */
gboolean
fonds_search_get_ready (FondsSearch *self)
{
  gboolean ready;

  g_mutex_lock (&self->mutex);
  ready = self->columns != NULL;
  g_mutex_unlock (&self->mutex);
  return ready;
}

/* (transfer full) (nullable): waits for the first snapshot, or for as much of it as is enough. */
static FondsColumns *
wait_for_columns (FondsSearch *self, gboolean sight_will_do, GError **error)
{
  FondsColumns *columns;

  g_mutex_lock (&self->mutex);
  while (self->columns == NULL && self->error == NULL && !(sight_will_do && self->sight != NULL))
    g_cond_wait (&self->arrived, &self->mutex);
  columns = self->columns != NULL ? self->columns : sight_will_do ? self->sight : NULL;
  if (columns != NULL)
    fonds_columns_ref (columns);
  else
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->mutex);
  return columns;
}

typedef struct
{
  FondsSearch *search;
  FondsRequest *request;
  gboolean newest; /* the facts are brought up to date first */
  FondsAnswer *answer;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->search);
  g_clear_pointer (&job->request, fonds_request_free);
  g_clear_pointer (&job->answer, fonds_answer_unref);
  g_free (job);
}

static gboolean
answer_in_lane (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (FondsColumns) columns =
      wait_for_columns (job->search, !job->newest && fonds_answer_needs_sight_only (job->request),
                        error);

  if (columns == NULL)
    return FALSE;
  if (job->newest)
    {
      FondsColumns *newest = fonds_columns_refresh (columns, db, cancellable, error);

      if (newest == NULL)
        return FALSE;
      fonds_columns_unref (columns);
      columns = newest;
      adopt_columns (job->search, newest);
    }
  job->answer = fonds_answer_find (db, columns, job->request, cancellable, error);
  return job->answer != NULL;
}

static Job *
job_new (FondsSearch *self, const FondsRequest *request, gboolean newest)
{
  Job *job = g_new0 (Job, 1);

  job->search = g_object_ref (self);
  job->request = fonds_request_copy (request);
  job->newest = newest;
  return job;
}

/**
 * fonds_search_run:
 * @self: a search
 * @request: what is asked
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsSearchError, an error of the store or %G_IO_ERROR_CANCELLED
 *
 * Searches the catalogue as it is now and waits for the answer, and for the facts if need be: not
 * for the main thread of a window.
 *
 * Returns: (transfer full) (nullable): the answer
 */
FondsAnswer *
fonds_search_run (FondsSearch *self,
                  const FondsRequest *request,
                  GCancellable *cancellable,
                  GError **error)
{
  Job *job = job_new (self, request, TRUE);
  FondsAnswer *answer = NULL;

  if (fonds_store_run (self->store, FONDS_LANE_QUERY, answer_in_lane, job, cancellable, error))
    answer = g_steal_pointer (&job->answer);
  job_free (job);
  return answer;
}

/**
 * fonds_search_keep:
 * @self: a search
 * @cancellable: (nullable): stops it
 * @error: return location for an error of the store or %G_IO_ERROR_CANCELLED
 *
 * Lays the facts into the file as they are now, so that the next start need not read everything; a
 * window's search does so by itself. Waits for the disk: not for the main thread of a window.
 *
 * Returns: whether they lie there
 */
gboolean
fonds_search_keep (FondsSearch *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsColumns) columns = wait_for_columns (self, FALSE, error);

  if (columns == NULL || !read_news (self, cancellable, error))
    return FALSE;
  fonds_columns_unref (columns);
  columns = hold_columns (self);
  return _fonds_keeper_keep (self->keeper, columns, cancellable, error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = fonds_store_run_finish (FONDS_STORE (source), result, &error);

  if (job != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->answer),
                           (GDestroyNotify) fonds_answer_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * fonds_search_run_async:
 * @self: a search
 * @request: what is asked; copied
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Searches by the facts as they were last read; "changed" says when there are newer ones.
 */
void
fonds_search_run_async (FondsSearch *self,
                        const FondsRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, fonds_search_run_async);
  fonds_store_run_async (self->store, FONDS_LANE_QUERY, answer_in_lane,
                         job_new (self, request, FALSE), job_free, cancellable, answered_cb, task);
}

/**
 * fonds_search_run_finish:
 * @self: a search
 * @result: what the callback was given
 * @error: return location for a #FondsSearchError, an error of the store or %G_IO_ERROR_CANCELLED
 *
 * Ends [method@Search.run_async].
 *
 * Returns: (transfer full) (nullable): the answer
 */
FondsAnswer *
fonds_search_run_finish (FondsSearch *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
