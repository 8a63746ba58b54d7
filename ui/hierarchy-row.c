/* hierarchy-row.c - one record in the tree
 *
 * An expander where something lies under the record, its level as an icon, its title; the rest is
 * in the tooltip and in the accessible name.
 * Thread: main context. Ownership: the item is held while the row shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/hierarchy-row.h"

#include "data/search/result-item.h"
#include "ui/label.h"
#include "ui/row-words.h"

/* Titles take the room there is; this is what they ask for. */
#define FEW_CHARS 8

struct _FondsHierarchyRow
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkTreeExpander *expander;
  GtkImage *icon;
  GtkInscription *title;

  /* owned */
  FondsResultItem *item; /* (nullable) */
  gulong loaded_handler;
};

G_DEFINE_FINAL_TYPE (FondsHierarchyRow, fonds_hierarchy_row, ADW_TYPE_BIN)

static void
update (FondsHierarchyRow *self)
{
  const FondsRow *row = self->item ? fonds_result_item_get_row (self->item) : NULL;
  g_autofree char *name = NULL;

  if (!row || row->id == 0)
    {
      /* A no-break space keeps the line's height. */
      gtk_inscription_set_text (self->title, "\u00a0");
      gtk_image_clear (self->icon);
      return;
    }
  name = fonds_row_dup_spoken (row);
  fonds_inscription_set_value (self->title, fonds_row_title (row));
  gtk_image_set_from_icon_name (self->icon, fonds_row_icon (row));
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    fonds_widget_set_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self)), name);
}

/* Asked when it is wanted: to set it costs a question to the display, for each row that is bound. */
static gboolean
fonds_hierarchy_row_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean by_keyboard,
                                   GtkTooltip *tooltip)
{
  FondsHierarchyRow *self = FONDS_HIERARCHY_ROW (widget);
  const FondsRow *row = self->item ? fonds_result_item_get_row (self->item) : NULL;
  g_autofree char *name = NULL;

  if (!row || row->id == 0)
    return FALSE;
  name = fonds_row_dup_spoken (row);
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static void
set_item (FondsHierarchyRow *self, FondsResultItem *item)
{
  if (self->item)
    g_clear_signal_handler (&self->loaded_handler, self->item);
  g_set_object (&self->item, item);
  if (!item)
    return;
  self->loaded_handler =
      g_signal_connect_swapped (item, "notify::loaded", G_CALLBACK (update), self);
  fonds_result_item_want (item);
  update (self);
}

static void
fonds_hierarchy_row_dispose (GObject *object)
{
  set_item (FONDS_HIERARCHY_ROW (object), NULL);

  G_OBJECT_CLASS (fonds_hierarchy_row_parent_class)->dispose (object);
}

static void
fonds_hierarchy_row_class_init (FondsHierarchyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_hierarchy_row_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = fonds_hierarchy_row_query_tooltip;
}

/* Made by hand, not from a template: a list keeps some two hundred of these. */
static void
fonds_hierarchy_row_init (FondsHierarchyRow *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_inscription_new (NULL);

  self->expander = GTK_TREE_EXPANDER (expander);
  self->icon = GTK_IMAGE (fonds_decoration_new (NULL));
  self->title = GTK_INSCRIPTION (title);
  gtk_inscription_set_text_overflow (self->title, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->title, FEW_CHARS);
  gtk_widget_set_hexpand (title, TRUE);
  /* By their middles: an inscription that was cut short has another baseline than a whole one. */
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_tree_expander_set_child (self->expander, box);
  adw_bin_set_child (ADW_BIN (self), expander);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * fonds_hierarchy_row_new:
 *
 * Makes an empty row.
 *
 * Returns: (transfer floating): the row
 */
FondsHierarchyRow *
fonds_hierarchy_row_new (void)
{
  return g_object_new (FONDS_TYPE_HIERARCHY_ROW, NULL);
}

/**
 * fonds_hierarchy_row_set_tree_row:
 * @self: a row
 * @tree_row: (nullable): the place in the tree that it shows
 *
 * Shows a place in the tree, and asks its record to load itself.
 */
void
fonds_hierarchy_row_set_tree_row (FondsHierarchyRow *self, GtkTreeListRow *tree_row)
{
  g_autoptr (FondsResultItem) item = NULL;

  g_return_if_fail (FONDS_IS_HIERARCHY_ROW (self));

  gtk_tree_expander_set_list_row (self->expander, tree_row);
  if (tree_row)
    item = gtk_tree_list_row_get_item (tree_row);
  set_item (self, item);
}
