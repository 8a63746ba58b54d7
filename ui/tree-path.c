/* tree-path.c - the way down a tree to a record
 *
 * Reads what a record lies in, then unfolds that from the top, a step whenever the children of the
 * step before have been read.
 * Signals: reached, with the record's place in the unfolded tree.
 * Thread: main context. Ownership: a question does not hold the path; the path cancels it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tree-path.h"

#include "data/catalogue/record.h"
#include "ui/lazy-children.h"

struct _FondsTreePath
{
  GObject parent_instance;

  /* owned */
  GtkTreeListModel *tree;
  FondsCatalogue *catalogue;
  GCancellable *loading; /* (nullable) */
  GtkTreeListRow *row;   /* (nullable): the last step that was taken; NULL at the top */

  /* state */
  GArray *ids; /* of gint64: what is still to be unfolded, the record itself last */
  gboolean stepping;
};

enum
{
  REACHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsTreePath, fonds_tree_path, G_TYPE_OBJECT)

/* Where one may step from here: what lies at the top, or in the last step. */
static FondsLazyChildren *
get_level (FondsTreePath *self)
{
  GListModel *level = self->row ? gtk_tree_list_row_get_children (self->row)
                                : gtk_tree_list_model_get_model (self->tree);

  return level ? FONDS_LAZY_CHILDREN (level) : NULL;
}

/* One step down. FALSE where the children are not there yet, or the last step is taken. */
static gboolean
step (FondsTreePath *self)
{
  FondsLazyChildren *level = get_level (self);
  guint position =
      level ? fonds_lazy_children_find (level, g_array_index (self->ids, gint64, 0)) : G_MAXUINT;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (position == G_MAXUINT)
    return FALSE;
  row = self->row ? gtk_tree_list_row_get_child_row (self->row, position)
                  : gtk_tree_list_model_get_child_row (self->tree, position);
  if (!row)
    return FALSE;
  g_set_object (&self->row, row);
  g_array_remove_index (self->ids, 0);
  if (self->ids->len > 0)
    gtk_tree_list_row_set_expanded (row, TRUE);
  return self->ids->len > 0;
}

/* Unfolding changes the tree, which asks for the next step in turn. */
static void
go_on (FondsTreePath *self)
{
  if (self->stepping || self->ids->len == 0)
    return;
  self->stepping = TRUE;
  while (step (self))
    ;
  self->stepping = FALSE;
  if (self->ids->len > 0)
    return;
  g_signal_emit (self, signals[REACHED], 0, gtk_tree_list_row_get_position (self->row));
  g_clear_object (&self->row);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsTreePath *self = user_data;
  g_autoptr (FondsRecord) record = NULL;
  guint i;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  record = fonds_record_load_finish (self->catalogue, result, NULL);
  g_clear_object (&self->loading);
  if (!record)
    return;
  for (i = 0; i < record->ancestors->len; i++)
    {
      const FondsLink *ancestor = g_ptr_array_index (record->ancestors, i);

      g_array_append_val (self->ids, ancestor->id);
    }
  g_array_append_val (self->ids, record->id);
  go_on (self);
}

static void
give_up (FondsTreePath *self)
{
  if (self->loading)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->row);
  g_array_set_size (self->ids, 0);
}

static void
fonds_tree_path_dispose (GObject *object)
{
  give_up (FONDS_TREE_PATH (object));

  G_OBJECT_CLASS (fonds_tree_path_parent_class)->dispose (object);
}

static void
fonds_tree_path_finalize (GObject *object)
{
  FondsTreePath *self = FONDS_TREE_PATH (object);

  g_object_unref (self->tree);
  g_object_unref (self->catalogue);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (fonds_tree_path_parent_class)->finalize (object);
}

static void
fonds_tree_path_class_init (FondsTreePathClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_tree_path_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_tree_path_finalize;

  signals[REACHED] = g_signal_new ("reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
fonds_tree_path_init (FondsTreePath *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * fonds_tree_path_new:
 * @tree: a tree of #FondsLazyChildren
 * @catalogue: whose records they are
 *
 * Makes a path that leads nowhere yet.
 *
 * Returns: (transfer full): the path
 */
FondsTreePath *
fonds_tree_path_new (GtkTreeListModel *tree, FondsCatalogue *catalogue)
{
  FondsTreePath *self = g_object_new (FONDS_TYPE_TREE_PATH, NULL);

  self->tree = g_object_ref (tree);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (tree, "items-changed", G_CALLBACK (go_on), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}

/**
 * fonds_tree_path_go:
 * @self: a path
 * @id: a record of the tree
 *
 * Unfolds the tree down to a record. A way that was not gone to its end is left.
 */
void
fonds_tree_path_go (FondsTreePath *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_TREE_PATH (self));

  give_up (self);
  self->loading = g_cancellable_new ();
  fonds_record_load_async (self->catalogue, id, self->loading, loaded_cb, self);
}
