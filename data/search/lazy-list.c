/* lazy-list.c - a list of records by their ids, whose rows load themselves
 *
 * What the answer to a search and the children of a record have in common: ids that are replaced,
 * items that a loader fills as they are seen, and whether and why not. Where the ids come from is
 * the matter of each kind of list, which owns them.
 * Invariant: the ids change only in replace(), which alone emits items-changed.
 * Thread: main context. Ownership: items are known by the loader, held by the view.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/lazy-list-private.h"

typedef struct
{
  /* owned */
  FondsRowLoader *loader;
  GError *error; /* (nullable) */

  /* state */
  FondsIdList list;
} FondsLazyListPrivate;

enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS,
};

enum
{
  REPLACED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void fonds_lazy_list_list_init (GListModelInterface *interface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FondsLazyList,
                                  fonds_lazy_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (FondsLazyList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                             fonds_lazy_list_list_init))

#define PRIVATE(self) ((FondsLazyListPrivate *) fonds_lazy_list_get_instance_private (self))

static GType
fonds_lazy_list_get_item_type (GListModel *model)
{
  return FONDS_TYPE_RESULT_ITEM;
}

static guint
fonds_lazy_list_get_n_items (GListModel *model)
{
  return PRIVATE (FONDS_LAZY_LIST (model))->list.n;
}

static gpointer
fonds_lazy_list_get_item (GListModel *model, guint position)
{
  FondsLazyList *self = FONDS_LAZY_LIST (model);
  FondsLazyListClass *klass = FONDS_LAZY_LIST_GET_CLASS (self);
  FondsLazyListPrivate *priv = PRIVATE (self);
  guint32 id;

  if (position >= priv->list.n)
    return NULL;
  id = priv->list.ids[position];
  return _fonds_row_loader_get_item (priv->loader, id,
                                     klass->has_children != NULL && klass->has_children (self, id));
}

static void
fonds_lazy_list_list_init (GListModelInterface *interface)
{
  interface->get_item_type = fonds_lazy_list_get_item_type;
  interface->get_n_items = fonds_lazy_list_get_n_items;
  interface->get_item = fonds_lazy_list_get_item;
}

static void
fonds_lazy_list_finalize (GObject *object)
{
  FondsLazyListPrivate *priv = PRIVATE (FONDS_LAZY_LIST (object));

  g_clear_object (&priv->loader);
  g_clear_error (&priv->error);
  G_OBJECT_CLASS (fonds_lazy_list_parent_class)->finalize (object);
}

static void
fonds_lazy_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FondsLazyList *self = FONDS_LAZY_LIST (object);

  switch (id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, FONDS_TYPE_RESULT_ITEM);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, PRIVATE (self)->list.n);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, FONDS_LAZY_LIST_GET_CLASS (self)->is_loading (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, PRIVATE (self)->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fonds_lazy_list_class_init (FondsLazyListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = fonds_lazy_list_finalize;
  object_class->get_property = fonds_lazy_list_get_property;

  /**
   * FondsLazyList:item-type:
   *
   * #FondsResultItem.
   */
  props[PROP_ITEM_TYPE] =
      g_param_spec_gtype ("item-type", NULL, NULL, FONDS_TYPE_RESULT_ITEM, flags);

  /**
   * FondsLazyList:n-items:
   *
   * How many records there are.
   */
  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * FondsLazyList:loading:
   *
   * Whether ids are waited for.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  /**
   * FondsLazyList:error:
   *
   * Why the ids did not come the last time; those before them stay.
   */
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * FondsLazyList::replaced:
   *
   * Another list stands here now, though its first items may be the same objects: what was selected,
   * and how far the list was scrolled, means nothing any more.
   */
  signals[REPLACED] = g_signal_new ("replaced", FONDS_TYPE_LAZY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_lazy_list_init (FondsLazyList *self)
{
  PRIVATE (self)->list.model = G_LIST_MODEL (self);
}

/* Says whose records they are; once, before there are ids. */
void
_fonds_lazy_list_set_catalogue (FondsLazyList *self, FondsCatalogue *catalogue)
{
  FondsLazyListPrivate *priv = PRIVATE (self);

  priv->loader = _fonds_row_loader_new (catalogue);
  g_signal_connect_object (priv->loader, "failed", G_CALLBACK (_fonds_lazy_list_set_error), self,
                           G_CONNECT_SWAPPED);
}

static void
turn_items (const FondsIdList *list, const guint32 *ids, guint n, gpointer loader)
{
  _fonds_row_loader_turn (loader, list->ids, list->n, ids, n);
}

/* From now on items keep their places when another list comes; once, before there are ids. */
void
_fonds_lazy_list_keep_items (FondsLazyList *self)
{
  FondsLazyListPrivate *priv = PRIVATE (self);

  priv->list.turn = turn_items;
  priv->list.turn_data = priv->loader;
}

FondsRowLoader *
_fonds_lazy_list_get_loader (FondsLazyList *self)
{
  return PRIVATE (self)->loader;
}

const FondsIdList *
_fonds_lazy_list_get_ids (FondsLazyList *self)
{
  return &PRIVATE (self)->list;
}

const GError *
_fonds_lazy_list_get_error (FondsLazyList *self)
{
  return PRIVATE (self)->error;
}

/* The new ids live as long as they are the list's; the old ones may go when this returns. Similar ids
 * are told as few changes; renewing makes the rows that are seen load again. */
void
_fonds_lazy_list_replace (FondsLazyList *self,
                          const guint32 *ids,
                          guint n,
                          gboolean similar,
                          gboolean renew)
{
  FondsLazyListPrivate *priv = PRIVATE (self);
  guint n_before = priv->list.n;
  gboolean same = _fonds_id_list_replace (&priv->list, ids, n, similar);

  if (renew)
    _fonds_row_loader_renew (priv->loader);
  if (n_before != priv->list.n)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
  if (!same)
    g_signal_emit (self, signals[REPLACED], 0);
}

void
_fonds_lazy_list_set_error (FondsLazyList *self, const GError *error)
{
  FondsLazyListPrivate *priv = PRIVATE (self);

  if (error == NULL && priv->error == NULL)
    return;
  g_clear_error (&priv->error);
  priv->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

void
_fonds_lazy_list_notify_loading (FondsLazyList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}
