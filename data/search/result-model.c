/* result-model.c - the answer to a search, as a list that loads itself
 *
 * Holds the ids of one answer and nothing else; a row's text is fetched when a row is bound. Asks
 * again when the catalogue has changed. While it asks, and when a query can't be understood, the last
 * answer stays.
 * Invariant: ids change only in adopt(), which alone emits items-changed.
 * Thread: main context. Ownership: items are known by the loader, held by the view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/result-model.h"

#include "data/search/id-list.h"
#include "data/search/row-loader.h"

struct _FondsResultModel
{
  GObject parent_instance;

  /* owned */
  FondsSearch *search;
  FondsRowLoader *loader;
  FondsRequest *request; /* (nullable): what was asked last */
  FondsAnswer *answer;   /* (nullable): the ids are its own */
  GCancellable *running; /* (nullable): the search that is waited for */
  GError *error;         /* (nullable) */

  /* state */
  FondsIdList list;
  gboolean renewing; /* the search that is waited for asks the same as the answer answered */
};

enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void fonds_result_model_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsResultModel,
                               fonds_result_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      fonds_result_model_list_init))

static GType
fonds_result_model_get_item_type (GListModel *model)
{
  return FONDS_TYPE_RESULT_ITEM;
}

static guint
fonds_result_model_get_n_items (GListModel *model)
{
  return FONDS_RESULT_MODEL (model)->list.n;
}

static gpointer
fonds_result_model_get_item (GListModel *model, guint position)
{
  FondsResultModel *self = FONDS_RESULT_MODEL (model);

  if (position >= self->list.n)
    return NULL;
  return _fonds_row_loader_get_item (self->loader, self->list.ids[position], FALSE);
}

static void
fonds_result_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = fonds_result_model_get_item_type;
  interface->get_n_items = fonds_result_model_get_n_items;
  interface->get_item = fonds_result_model_get_item;
}

static void
set_error (FondsResultModel *self, const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

/* The old answer is kept until the list has let go of its ids. */
static void
adopt (FondsResultModel *self, FondsAnswer *answer)
{
  g_autoptr (FondsAnswer) old = g_steal_pointer (&self->answer);
  guint n = self->list.n;

  self->answer = fonds_answer_ref (answer);
  _fonds_row_loader_set_matcher (self->loader, answer->matcher);
  _fonds_id_list_replace (&self->list, answer->ids, answer->n, self->renewing);
  if (self->renewing)
    _fonds_row_loader_renew (self->loader);
  if (n != self->list.n)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
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
  set_error (self, error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
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
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

/* A search that is under way may have begun with older facts. */
static void
changed_cb (FondsResultModel *self)
{
  if (self->request != NULL)
    ask (self,
         self->running == NULL ? self->answer != NULL && self->error == NULL : self->renewing);
}

static void
failed_cb (FondsResultModel *self, const GError *error)
{
  set_error (self, error);
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

  g_clear_object (&self->loader);
  g_clear_object (&self->search);
  g_clear_pointer (&self->request, fonds_request_free);
  g_clear_pointer (&self->answer, fonds_answer_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (fonds_result_model_parent_class)->finalize (object);
}

static void
fonds_result_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsResultModel *self = FONDS_RESULT_MODEL (object);

  switch (id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, FONDS_TYPE_RESULT_ITEM);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->list.n);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, fonds_result_model_get_loading (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_result_model_class_init (FondsResultModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = fonds_result_model_dispose;
  object_class->finalize = fonds_result_model_finalize;
  object_class->get_property = fonds_result_model_get_property;

  /**
   * FondsResultModel:item-type:
   *
   * #FondsResultItem.
   */
  props[PROP_ITEM_TYPE] =
      g_param_spec_gtype ("item-type", NULL, NULL, FONDS_TYPE_RESULT_ITEM, flags);

  /**
   * FondsResultModel:n-items:
   *
   * How many records were found.
   */
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * FondsResultModel:loading:
   *
   * Whether an answer is waited for.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * FondsResultModel:error:
   *
   * Why the last request was not answered; the answer before it stays.
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fonds_result_model_init (FondsResultModel *self)
{
  self->list.model = G_LIST_MODEL (self);
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
  self->loader = _fonds_row_loader_new (fonds_search_get_catalogue (search));
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
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
  return self->error;
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
  return _fonds_id_list_find (&self->list, id);
}
