/* children-model.c - what lies directly under a record, as a list that loads itself
 *
 * The ids come first, each with whether it has children itself, so that a tree can be drawn; rows
 * follow as they are seen. Read again when the catalogue has changed.
 * Thread: main context; ids are read on the store's rows thread. Ownership: holds the catalogue.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/children-model.h"

#include "data/search/lazy-list-private.h"
#include "data/store/bitset.h"

struct _FondsChildrenModel
{
  FondsLazyList parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  GArray *ids;          /* of guint32 */
  FondsBitset *parents; /* those that have children */
  GCancellable *closing;

  /* state */
  FondsKind kind;
  gint64 parent;
  gboolean loading;
  gboolean again; /* something changed while it was read */
};

static void read_children (FondsChildrenModel *self);

G_DEFINE_FINAL_TYPE (FondsChildrenModel, fonds_children_model, FONDS_TYPE_LAZY_LIST)

static void
adopt (FondsChildrenModel *self, const GArray *children)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  gboolean similar = old->len > 0;

  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), children->len);
  fonds_bitset_clear (self->parents);
  for (guint i = 0; i < children->len; i++)
    {
      const FondsChild *child = &g_array_index (children, FondsChild, i);

      g_array_append_val (self->ids, child->id);
      if (child->has_children)
        fonds_bitset_add (self->parents, child->id);
    }
  _fonds_lazy_list_replace (FONDS_LAZY_LIST (self), (const guint32 *) (gpointer) self->ids->data,
                            self->ids->len, similar, TRUE);
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
  _fonds_lazy_list_set_error (FONDS_LAZY_LIST (self), error);
  _fonds_lazy_list_notify_loading (FONDS_LAZY_LIST (self));
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
  _fonds_lazy_list_notify_loading (FONDS_LAZY_LIST (self));
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

  g_clear_object (&self->catalogue);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->parents, fonds_bitset_free);
  G_OBJECT_CLASS (fonds_children_model_parent_class)->finalize (object);
}

static gboolean
fonds_children_model_is_loading (FondsLazyList *list)
{
  return fonds_children_model_get_loading (FONDS_CHILDREN_MODEL (list));
}

static gboolean
fonds_children_model_has_children (FondsLazyList *list, guint32 id)
{
  return fonds_bitset_contains (FONDS_CHILDREN_MODEL (list)->parents, id);
}

static void
fonds_children_model_class_init (FondsChildrenModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  FondsLazyListClass *list_class = FONDS_LAZY_LIST_CLASS (klass);

  object_class->dispose = fonds_children_model_dispose;
  object_class->finalize = fonds_children_model_finalize;
  list_class->is_loading = fonds_children_model_is_loading;
  list_class->has_children = fonds_children_model_has_children;
}

static void
fonds_children_model_init (FondsChildrenModel *self)
{
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
  _fonds_lazy_list_set_catalogue (FONDS_LAZY_LIST (self), catalogue);
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
  return _fonds_lazy_list_get_error (FONDS_LAZY_LIST (self));
}

/**
 * fonds_children_model_find:
 * @self: a list
 * @id: a record
 *
 * Returns: its place; %G_MAXUINT where it is not among the children, or they are not read yet
 */
guint
fonds_children_model_find (FondsChildrenModel *self, gint64 id)
{
  return _fonds_id_list_find (_fonds_lazy_list_get_ids (FONDS_LAZY_LIST (self)), id);
}
