/* lazy-children.c - what lies under a record, read when the record is unfolded
 *
 * GTK makes a model of children for every row that it draws, only to learn whether there is one, and
 * throws it away. This one costs nothing until somebody counts its items, which is what unfolding
 * does.
 * Thread: main context. Ownership: holds the catalogue and the list that it stands for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/lazy-children.h"

#include "data/search/children-model.h"

struct _FondsLazyChildren
{
  GObject parent_instance;

  /* owned */
  FondsCatalogue *catalogue;
  GListModel *children; /* (nullable): missing until it is asked for */

  /* state */
  FondsKind kind;
  gint64 parent;
};

static void fonds_lazy_children_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FondsLazyChildren,
                               fonds_lazy_children,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      fonds_lazy_children_list_init))

static void
items_changed_cb (FondsLazyChildren *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GListModel *
get_children (FondsLazyChildren *self)
{
  if (!self->children)
    {
      self->children =
          G_LIST_MODEL (fonds_children_model_new (self->catalogue, self->kind, self->parent));
      g_signal_connect_object (self->children, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return self->children;
}

static GType
fonds_lazy_children_get_item_type (GListModel *model)
{
  return FONDS_TYPE_RESULT_ITEM;
}

static guint
fonds_lazy_children_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (get_children (FONDS_LAZY_CHILDREN (model)));
}

static gpointer
fonds_lazy_children_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (get_children (FONDS_LAZY_CHILDREN (model)), position);
}

static void
fonds_lazy_children_list_init (GListModelInterface *interface)
{
  interface->get_item_type = fonds_lazy_children_get_item_type;
  interface->get_n_items = fonds_lazy_children_get_n_items;
  interface->get_item = fonds_lazy_children_get_item;
}

static void
fonds_lazy_children_finalize (GObject *object)
{
  FondsLazyChildren *self = FONDS_LAZY_CHILDREN (object);

  g_clear_object (&self->children);
  g_clear_object (&self->catalogue);

  G_OBJECT_CLASS (fonds_lazy_children_parent_class)->finalize (object);
}

static void
fonds_lazy_children_class_init (FondsLazyChildrenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fonds_lazy_children_finalize;
}

static void
fonds_lazy_children_init (FondsLazyChildren *self)
{
}

/**
 * fonds_lazy_children_new:
 * @catalogue: a catalogue
 * @kind: the kind of the hierarchy: units, places or subjects
 * @parent: a record; 0: the top
 *
 * Makes a list that is read as soon as its items are counted.
 *
 * Returns: (transfer full): the list
 */
FondsLazyChildren *
fonds_lazy_children_new (FondsCatalogue *catalogue, FondsKind kind, gint64 parent)
{
  FondsLazyChildren *self = g_object_new (FONDS_TYPE_LAZY_CHILDREN, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->kind = kind;
  self->parent = parent;
  return self;
}

/**
 * fonds_lazy_children_get_begun:
 * @self: a list
 *
 * Says whether the list has been asked for, so that it is read or being read.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_lazy_children_get_begun (FondsLazyChildren *self)
{
  g_return_val_if_fail (FONDS_IS_LAZY_CHILDREN (self), FALSE);

  return self->children != NULL;
}

/**
 * fonds_lazy_children_find:
 * @self: a list
 * @id: a record
 *
 * Returns: its place; %G_MAXUINT where it isn't there, or not yet
 */
guint
fonds_lazy_children_find (FondsLazyChildren *self, gint64 id)
{
  g_return_val_if_fail (FONDS_IS_LAZY_CHILDREN (self), G_MAXUINT);

  return self->children ? fonds_children_model_find (FONDS_CHILDREN_MODEL (self->children), id)
                        : G_MAXUINT;
}
