/* children-model.c - what lies directly under a record, as a list that loads itself
 *
 * The ids come first, each with whether it has children itself, so that a tree can be drawn; rows
 * follow as they are seen. Read again when the catalogue has changed.
 * Thread: main context; ids are read on the store's rows thread. Ownership: holds the catalogue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/children-model.h"

#include "data/search/id-list.h"
#include "data/search/row-loader.h"
#include "data/store/bitset.h"

struct _FondsChildrenModel
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  FondsRowLoader *loader;
  GArray *ids;          /* of guint32 */
  FondsBitset *parents; /* those that have children */
  GCancellable *closing;
  GError *error; /* (nullable) */

  /* state */
  FondsKind kind;
  gint64 parent;
  FondsIdList list;
  gboolean loading;
  gboolean again; /* something changed while it was read */
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

static void fonds_children_model_list_init (GListModelInterface *interface);
static void read_children (FondsChildrenModel *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsChildrenModel,
                               fonds_children_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      fonds_children_model_list_init))

static GType
fonds_children_model_get_item_type (GListModel *model)
{
  return FONDS_TYPE_RESULT_ITEM;
}

static guint
fonds_children_model_get_n_items (GListModel *model)
{
  return FONDS_CHILDREN_MODEL (model)->list.n;
}

static gpointer
fonds_children_model_get_item (GListModel *model, guint position)
{
  FondsChildrenModel *self = FONDS_CHILDREN_MODEL (model);
  guint32 id;

  if (position >= self->list.n)
    return NULL;
  id = self->list.ids[position];
  return _fonds_row_loader_get_item (self->loader, id, fonds_bitset_contains (self->parents, id));
}

static void
fonds_children_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = fonds_children_model_get_item_type;
  interface->get_n_items = fonds_children_model_get_n_items;
  interface->get_item = fonds_children_model_get_item;
}

static void
set_error (FondsChildrenModel *self, const GError *error)
{
  if (error == NULL && self->error == NULL)
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
adopt (FondsChildrenModel *self, const GArray *children)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  guint n = self->list.n;

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), children->len);
  fonds_bitset_clear (self->parents);
  for (guint i = 0; i < children->len; i++)
    {
      const FondsChild *child = &g_array_index (children, FondsChild, i);

      g_array_append_val (self->ids, child->id);
      if (child->has_children)
        fonds_bitset_add (self->parents, child->id);
    }
  _fonds_id_list_replace (&self->list, (const guint32 *) (gpointer) self->ids->data, self->ids->len,
                          n > 0);
  _fonds_row_loader_renew (self->loader);
  if (n != self->list.n)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
}

typedef struct
{
  FondsKind kind;
  gint64 parent;
  GArray *children;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->children, g_array_unref);
  g_free (job);
}

static gboolean
read_in_lane (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  job->children = fonds_children_load (db, job->kind, job->parent, error);
  return job->children != NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsChildrenModel) self = user_data;
  g_autoptr (GError) error = NULL;
  Job *job = fonds_store_run_finish (FONDS_STORE (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->closing))
    return;
  if (job != NULL)
    adopt (self, job->children);
  set_error (self, error);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
  if (self->again)
    read_children (self);
}

static void
read_children (FondsChildrenModel *self)
{
  FondsStore *store = fonds_catalogue_get_store (self->catalogue);
  Job *job;

  self->again = self->loading;
  if (self->loading || store == NULL)
    return;
  self->loading = TRUE;
  job = g_new0 (Job, 1);
  job->kind = self->kind;
  job->parent = self->parent;
  fonds_store_run_async (store, FONDS_LANE_ROWS, read_in_lane, job, job_free, self->closing,
                         read_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
failed_cb (FondsChildrenModel *self, const GError *error)
{
  set_error (self, error);
}

static void
fonds_children_model_dispose (GObject *object)
{
  FondsChildrenModel *self = FONDS_CHILDREN_MODEL (object);

  g_cancellable_cancel (self->closing);
  G_OBJECT_CLASS (fonds_children_model_parent_class)->dispose (object);
}

static void
fonds_children_model_finalize (GObject *object)
{
  FondsChildrenModel *self = FONDS_CHILDREN_MODEL (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->parents, fonds_bitset_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (fonds_children_model_parent_class)->finalize (object);
}

static void
fonds_children_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsChildrenModel *self = FONDS_CHILDREN_MODEL (object);

  switch (id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, FONDS_TYPE_RESULT_ITEM);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->list.n);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_children_model_class_init (FondsChildrenModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = fonds_children_model_dispose;
  object_class->finalize = fonds_children_model_finalize;
  object_class->get_property = fonds_children_model_get_property;

  /**
   * FondsChildrenModel:item-type:
   *
   * #FondsResultItem.
   */
  props[PROP_ITEM_TYPE] =
      g_param_spec_gtype ("item-type", NULL, NULL, FONDS_TYPE_RESULT_ITEM, flags);

  /**
   * FondsChildrenModel:n-items:
   *
   * How many children there are.
   */
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * FondsChildrenModel:loading:
   *
   * Whether the children are being read.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * FondsChildrenModel:error:
   *
   * Why the children could not be read.
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fonds_children_model_init (FondsChildrenModel *self)
{
  self->list.model = G_LIST_MODEL (self);
  self->closing = g_cancellable_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->parents = fonds_bitset_new ();
}

/**
 * fonds_children_model_new:
 * @catalogue: a catalogue
 * @kind: the kind of the hierarchy: units, places or subjects
 * @parent: a record; 0: the top
 *
 * Makes a list and begins to read it.
 *
 * Returns: (transfer full): the list
 */
FondsChildrenModel *
fonds_children_model_new (FondsCatalogue *catalogue, FondsKind kind, gint64 parent)
{
  FondsChildrenModel *self = g_object_new (FONDS_TYPE_CHILDREN_MODEL, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->kind = kind;
  self->parent = parent;
  self->loader = _fonds_row_loader_new (catalogue);
  g_signal_connect_object (self->loader, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (read_children), self,
                           G_CONNECT_SWAPPED);
  read_children (self);
  return self;
}

/**
 * fonds_children_model_get_loading:
 * @self: a list
 *
 * Returns: whether the children are being read
 */
gboolean
fonds_children_model_get_loading (FondsChildrenModel *self)
{
  return self->loading;
}

/**
 * fonds_children_model_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why the children could not be read
 */
const GError *
fonds_children_model_get_error (FondsChildrenModel *self)
{
  return self->error;
}
