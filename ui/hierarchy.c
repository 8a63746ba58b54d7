/* hierarchy.c - the archive as a tree
 *
 * What lies under a record is read when the record is unfolded; a hundred thousand children are
 * fine, since the model holds their ids and the view fills the rows that are seen.
 * Signals: record-selected, record-activated, with a record's id; narrowed, when a person keeps the
 * search under a record.
 * Invariant: while the toggle is on, the finder searches under the selected record.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/hierarchy.h"

#include "ui/hierarchy-row.h"
#include "ui/lazy-children.h"
#include "ui/row-words.h"
#include "ui/tab-stop.h"
#include "ui/tree-keys.h"
#include "ui/tree-path.h"

struct _FondsHierarchy
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkWidget *box;
  GtkToggleButton *only;
  GtkListView *list;

  /* owned */
  FondsFinder *finder;
  GtkSingleSelection *selection;
  FondsTreeKeys *keys;
  FondsTreePath *path;

  /* state */
  gboolean quiet; /* the selection is moved by the program, not by a person */
};

G_DEFINE_FINAL_TYPE (FondsHierarchy, fonds_hierarchy, ADW_TYPE_BIN)

enum
{
  RECORD_SELECTED,
  RECORD_ACTIVATED,
  NARROWED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FondsResultItem *
dup_selected (FondsHierarchy *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row ? gtk_tree_list_row_get_item (row) : NULL;
}

static void
narrow (FondsHierarchy *self)
{
  g_autoptr (FondsResultItem) item = dup_selected (self);
  const FondsRow *row = item ? fonds_result_item_get_row (item) : NULL;

  if (!item || !gtk_toggle_button_get_active (self->only))
    fonds_finder_set_under (self->finder, 0, NULL);
  else
    fonds_finder_set_under (self->finder, fonds_result_item_get_id (item),
                            row ? fonds_row_title (row) : NULL);
}

static void
only_toggled_cb (FondsHierarchy *self)
{
  if (!self->finder)
    return;
  narrow (self);
  if (gtk_toggle_button_get_active (self->only))
    g_signal_emit (self, signals[NARROWED], 0);
}

static void
selected_cb (FondsHierarchy *self)
{
  g_autoptr (FondsResultItem) item = dup_selected (self);

  gtk_widget_set_visible (GTK_WIDGET (self->only), item != NULL);
  if (!item)
    return;
  if (self->quiet)
    return;
  if (gtk_toggle_button_get_active (self->only))
    narrow (self);
  if (!gtk_list_view_get_single_click_activate (self->list))
    g_signal_emit (self, signals[RECORD_SELECTED], 0, fonds_result_item_get_id (item));
}

static void
activate_cb (FondsHierarchy *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (FondsResultItem) item = row ? gtk_tree_list_row_get_item (row) : NULL;

  if (item)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, fonds_result_item_get_id (item));
}

static void
reached_cb (FondsHierarchy *self, guint position)
{
  self->quiet = TRUE;
  fonds_tree_keys_move_to (self->keys, position);
  self->quiet = FALSE;
}

/* The place can be left through its chip, too. */
static void
question_cb (FondsHierarchy *self)
{
  if (!fonds_finder_get_under_title (self->finder))
    gtk_toggle_button_set_active (self->only, FALSE);
}

static void
items_changed_cb (FondsHierarchy *self)
{
  gtk_widget_set_visible (self->box, g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0);
}

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  FondsCatalogue *catalogue = user_data;

  if (!fonds_result_item_get_has_children (item))
    return NULL;
  return G_LIST_MODEL (
      fonds_lazy_children_new (catalogue, FONDS_KIND_UNIT, fonds_result_item_get_id (item)));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (fonds_hierarchy_row_new ()));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_hierarchy_row_set_tree_row (FONDS_HIERARCHY_ROW (gtk_list_item_get_child (item)),
                                    gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_hierarchy_row_set_tree_row (FONDS_HIERARCHY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
fonds_hierarchy_dispose (GObject *object)
{
  FondsHierarchy *self = FONDS_HIERARCHY (object);

  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->keys);
  g_clear_object (&self->path);
  g_clear_object (&self->selection);
  g_clear_object (&self->finder);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_HIERARCHY);

  G_OBJECT_CLASS (fonds_hierarchy_parent_class)->dispose (object);
}

static void
fonds_hierarchy_class_init (FondsHierarchyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_hierarchy_dispose;

  signals[RECORD_SELECTED] = g_signal_new ("record-selected", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  signals[NARROWED] =
      g_signal_new ("narrowed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/hierarchy.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsHierarchy, box);
  gtk_widget_class_bind_template_child (widget_class, FondsHierarchy, only);
  gtk_widget_class_bind_template_child (widget_class, FondsHierarchy, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
fonds_hierarchy_init (FondsHierarchy *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_factory (self->list, factory);
}

/**
 * fonds_hierarchy_new:
 *
 * Makes an empty tree, which isn't seen.
 *
 * Returns: (transfer floating): the tree
 */
FondsHierarchy *
fonds_hierarchy_new (void)
{
  return g_object_new (FONDS_TYPE_HIERARCHY, NULL);
}

/**
 * fonds_hierarchy_set_finder:
 * @self: a tree
 * @finder: whose catalogue is shown
 *
 * Fills the tree with what stands at the top of a catalogue's hierarchy.
 */
void
fonds_hierarchy_set_finder (FondsHierarchy *self, FondsFinder *finder)
{
  FondsCatalogue *catalogue = fonds_search_get_catalogue (fonds_finder_get_search (finder));
  FondsLazyChildren *top;
  GtkTreeListModel *tree;

  g_return_if_fail (FONDS_IS_HIERARCHY (self));
  g_return_if_fail (!self->finder);

  self->finder = g_object_ref (finder);
  top = fonds_lazy_children_new (catalogue, FONDS_KIND_UNIT, 0);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (top), FALSE, FALSE, create_children,
                                  g_object_ref (catalogue), g_object_unref);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  self->path = fonds_tree_path_new (tree, catalogue);
  g_object_unref (tree);
  g_signal_connect_object (self->path, "reached", G_CALLBACK (reached_cb), self, G_CONNECT_SWAPPED);
  self->keys = fonds_tree_keys_new (self->list, self->selection, catalogue);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (finder, "question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  items_changed_cb (self);
}

/**
 * fonds_hierarchy_reveal:
 * @self: a tree
 * @id: a record of the hierarchy
 *
 * Unfolds the tree down to a record and selects it there. What is searched stays as it is.
 */
void
fonds_hierarchy_reveal (FondsHierarchy *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_HIERARCHY (self));

  if (self->path)
    fonds_tree_path_go (self->path, id);
}

/**
 * fonds_hierarchy_set_activate_on_click:
 * @self: a tree
 * @activate: whether one click opens a record
 *
 * Chooses between selecting, which shows a record beside the tree, and opening, which goes to it.
 */
void
fonds_hierarchy_set_activate_on_click (FondsHierarchy *self, gboolean activate)
{
  g_return_if_fail (FONDS_IS_HIERARCHY (self));

  gtk_list_view_set_single_click_activate (self->list, activate);
}
