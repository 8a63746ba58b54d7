/* result-cell.c - what shows a record, or a piece of one, in any view of the results
 *
 * Follows an item while a view shows it there, asks it to load itself, and lets each kind of cell
 * show what there is by now. By its cell a view knows which record is under the pointer or has the
 * focus; GTK 4.8 tells of neither.
 * Thread: main context. Ownership: the item is held while the cell shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-cell.h"

typedef struct
{
  /* owned */
  FondsResultItem *item; /* (nullable) */
  gulong loaded_handler;
} FondsResultCellPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FondsResultCell, fonds_result_cell, ADW_TYPE_BIN)

#define PRIVATE(self) ((FondsResultCellPrivate *) fonds_result_cell_get_instance_private (self))

/* How far a cell can lie under the widget that is a row: a table has cells of its own between. */
#define DEEPEST 3

typedef struct
{
  FondsResultCellMaker maker;
  gpointer data;
} Making;

static void
update (FondsResultCell *self)
{
  FondsResultItem *item = PRIVATE (self)->item;

  FONDS_RESULT_CELL_GET_CLASS (self)->show (self, fonds_result_item_get_row (item),
                                            fonds_result_item_get_snippet (item));
}

static void
fonds_result_cell_dispose (GObject *object)
{
  fonds_result_cell_set_item (FONDS_RESULT_CELL (object), NULL);

  G_OBJECT_CLASS (fonds_result_cell_parent_class)->dispose (object);
}

static void
fonds_result_cell_class_init (FondsResultCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_result_cell_dispose;
}

static void
fonds_result_cell_init (FondsResultCell *self)
{
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Making *making = user_data;

  gtk_list_item_set_child (item, making->maker (making->data));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_result_cell_set_item (FONDS_RESULT_CELL (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_result_cell_set_item (FONDS_RESULT_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
making_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * fonds_result_cell_factory_new:
 * @maker: makes a cell
 * @data: for @maker; outlives the factory
 *
 * Makes what fills a view with cells.
 *
 * Returns: (transfer full): the factory
 */
GtkListItemFactory *
fonds_result_cell_factory_new (FondsResultCellMaker maker, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Making *making = g_new0 (Making, 1);

  making->maker = maker;
  making->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), making, making_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * fonds_result_cell_set_item:
 * @self: a cell
 * @item: (nullable): what it shows
 *
 * Shows an item, and asks it to load itself.
 */
void
fonds_result_cell_set_item (FondsResultCell *self, FondsResultItem *item)
{
  FondsResultCellPrivate *priv;

  g_return_if_fail (FONDS_IS_RESULT_CELL (self));

  priv = PRIVATE (self);
  if (priv->item)
    g_clear_signal_handler (&priv->loaded_handler, priv->item);
  g_set_object (&priv->item, item);
  if (!item)
    return;
  priv->loaded_handler =
      g_signal_connect_swapped (item, "notify::loaded", G_CALLBACK (update), self);
  fonds_result_item_want (item);
  update (self);
}

/**
 * fonds_result_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FondsResultItem *
fonds_result_cell_get_item (FondsResultCell *self)
{
  g_return_val_if_fail (FONDS_IS_RESULT_CELL (self), NULL);

  return PRIVATE (self)->item;
}

/**
 * fonds_result_cell_in:
 * @row: a widget
 *
 * Finds the cell of a row, the first one where a row has several.
 *
 * Returns: (transfer none) (nullable): the cell; %NULL where @row is no row
 */
FondsResultCell *
fonds_result_cell_in (GtkWidget *row)
{
  guint depth;

  for (depth = 0; row && depth < DEEPEST; depth++)
    {
      if (FONDS_IS_RESULT_CELL (row))
        return FONDS_RESULT_CELL (row);
      row = gtk_widget_get_first_child (row);
    }
  return NULL;
}

/**
 * fonds_result_cell_at:
 * @view: a list, a table or a grid
 * @x: a place in it
 * @y: a place in it
 *
 * Finds what is shown at some place.
 *
 * Returns: (transfer none) (nullable): a cell of the row there
 */
FondsResultCell *
fonds_result_cell_at (GtkWidget *view, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);

  for (; widget && widget != view && !GTK_IS_LIST_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      FondsResultCell *cell = fonds_result_cell_in (widget);

      if (cell)
        return cell;
    }
  return NULL;
}
