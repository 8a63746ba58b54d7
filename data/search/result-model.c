/* result-model.c - the answer to a search, as a list that loads itself
 *
 * Holds the ids of one answer and nothing else; a row's text is fetched when a row is bound. Asks
 * again when the catalogue has changed. While it asks, and when a query can't be understood, the last
 * answer stays.
 * Thread: main context. Ownership: the list shows the ids of the answer that it holds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/result-model.h"

#include "data/search/lazy-list-private.h"

struct _FondsResultModel
{
  FondsLazyList parent_instance;

  /* owned */
  FondsSearch *search;
  FondsRequest *request; /* (nullable): what was asked last */
  FondsAnswer *answer;   /* (nullable): the ids are its own */
  GCancellable *running; /* (nullable): the search that is waited for */

  /* state */
  gboolean renewing; /* the search that is waited for asks the same as the answer answered */
};

G_DEFINE_FINAL_TYPE (FondsResultModel, fonds_result_model, FONDS_TYPE_LAZY_LIST)

/* The old answer is kept until the list has let go of its ids. */
static void
adopt (FondsResultModel *self, FondsAnswer *answer)
{
  g_autoptr (FondsAnswer) old = g_steal_pointer (&self->answer);

  self->answer = fonds_answer_ref (answer);
  _fonds_row_loader_set_matcher (_fonds_lazy_list_get_loader (FONDS_LAZY_LIST (self)),
                                 answer->matcher);
  _fonds_lazy_list_replace (FONDS_LAZY_LIST (self), answer->ids, answer->n, self->renewing,
                            self->renewing);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsResultModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAnswer) answer = fonds_search_run_finish (FONDS_SEARCH (source), result, &error);

  /* Whoever is not waited for any more was cancelled, perhaps too late to notice. */
  if (self->running == NULL || self->running != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->running);
  if (answer != NULL)
    adopt (self, answer);
  _fonds_lazy_list_set_error (FONDS_LAZY_LIST (self), error);
  _fonds_lazy_list_notify_loading (FONDS_LAZY_LIST (self));
}

static void
ask (FondsResultModel *self, gboolean renewing)
{
  gboolean loading = self->running != NULL;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  self->renewing = renewing;
  fonds_search_run_async (self->search, self->request, self->running, answered_cb,
                          g_object_ref (self));
  if (!loading)
    _fonds_lazy_list_notify_loading (FONDS_LAZY_LIST (self));
}

/* A search that is under way may have begun with older facts. */
static void
changed_cb (FondsResultModel *self)
{
  if (self->request != NULL)
    ask (self, self->running == NULL
                   ? self->answer != NULL && fonds_result_model_get_error (self) == NULL
                   : self->renewing);
}

static void
fonds_result_model_dispose (GObject *object)
{
  FondsResultModel *self = FONDS_RESULT_MODEL (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  G_OBJECT_CLASS (fonds_result_model_parent_class)->dispose (object);
}

static void
fonds_result_model_finalize (GObject *object)
{
  FondsResultModel *self = FONDS_RESULT_MODEL (object);

  g_clear_object (&self->search);
  g_clear_pointer (&self->request, fonds_request_free);
  g_clear_pointer (&self->answer, fonds_answer_unref);
  G_OBJECT_CLASS (fonds_result_model_parent_class)->finalize (object);
}

static gboolean
fonds_result_model_is_loading (FondsLazyList *list)
{
  return fonds_result_model_get_loading (FONDS_RESULT_MODEL (list));
}

static void
fonds_result_model_class_init (FondsResultModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FondsLazyListClass *list_class = FONDS_LAZY_LIST_CLASS (klass);

  object_class->dispose = fonds_result_model_dispose;
  object_class->finalize = fonds_result_model_finalize;
  list_class->is_loading = fonds_result_model_is_loading;
}

static void
fonds_result_model_init (FondsResultModel *self)
{
}

/**
 * fonds_result_model_new:
 * @search: a search
 *
 * Makes an empty list, until something is asked.
 *
 * Returns: (transfer full): the list
 */
FondsResultModel *
fonds_result_model_new (FondsSearch *search)
{
  FondsResultModel *self = g_object_new (FONDS_TYPE_RESULT_MODEL, NULL);

  self->search = g_object_ref (search);
  _fonds_lazy_list_set_catalogue (FONDS_LAZY_LIST (self), fonds_search_get_catalogue (search));
  _fonds_lazy_list_keep_items (FONDS_LAZY_LIST (self));
  g_signal_connect_object (search, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * fonds_result_model_set_request:
 * @self: a list
 * @request: what is asked; copied
 *
 * Asks. An older request that is not answered yet is given up; until the answer comes, the list stays
 * as it is.
 */
void
fonds_result_model_set_request (FondsResultModel *self, const FondsRequest *request)
{
  FondsRequest *old = self->request;

  self->request = fonds_request_copy (request);
  g_clear_pointer (&old, fonds_request_free);
  ask (self, FALSE);
}

/**
 * fonds_result_model_get_request:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what was asked last
 */
const FondsRequest *
fonds_result_model_get_request (FondsResultModel *self)
{
  return self->request;
}

/**
 * fonds_result_model_get_answer:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the answer that the list shows
 */
FondsAnswer *
fonds_result_model_get_answer (FondsResultModel *self)
{
  return self->answer;
}

/**
 * fonds_result_model_get_loading:
 * @self: a list
 *
 * Returns: whether an answer is waited for
 */
gboolean
fonds_result_model_get_loading (FondsResultModel *self)
{
  return self->running != NULL;
}

/**
 * fonds_result_model_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the last request was not answered
 */
const GError *
fonds_result_model_get_error (FondsResultModel *self)
{
  return _fonds_lazy_list_get_error (FONDS_LAZY_LIST (self));
}

/**
 * fonds_result_model_find:
 * @self: a list
 * @id: a record
 *
 * Returns: its place; %G_MAXUINT where it was not found
 */
guint
fonds_result_model_find (FondsResultModel *self, gint64 id)
{
  return _fonds_id_list_find (_fonds_lazy_list_get_ids (FONDS_LAZY_LIST (self)), id);
}
