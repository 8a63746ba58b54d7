/* import-table.c - the rows of a dry run as a table
 *
 * A line each: what becomes of a row; of a change what a field said and will say; of a refusal the
 * column, the value and why.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-table.h"

#include "ui/import-cell.h"
#include "ui/label.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

struct _FondsImportTable
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkColumnView *view;

  /* borrowed */
  GtkColumnViewColumn *columns[FONDS_N_IMPORT_COLUMNS];
};

G_DEFINE_FINAL_TYPE (FondsImportTable, fonds_import_table, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  guint chars; /* that its cells have room for */
  gboolean expand;
} columns[FONDS_N_IMPORT_COLUMNS] = {
  [FONDS_IMPORT_COLUMN_RESULT] = { N_ ("Result"), 10, FALSE },
  [FONDS_IMPORT_COLUMN_FILE] = { N_ ("File"), 16, FALSE },
  [FONDS_IMPORT_COLUMN_ROW] = { N_ ("Row"), 7, FALSE },
  [FONDS_IMPORT_COLUMN_RECORD] = { N_ ("Record"), 24, TRUE },
  [FONDS_IMPORT_COLUMN_COLUMN] = { N_ ("Column"), 16, FALSE },
  [FONDS_IMPORT_COLUMN_BEFORE] = { N_ ("Was"), 16, FALSE },
  [FONDS_IMPORT_COLUMN_VALUE] = { N_ ("Value"), 16, FALSE },
  [FONDS_IMPORT_COLUMN_REASON] = { N_ ("Reason"), 40, TRUE },
};

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_list_item_set_child (item, fonds_import_cell_new (GPOINTER_TO_INT (column),
                                                        columns[GPOINTER_TO_INT (column)].chars));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_import_cell_set_row (FONDS_IMPORT_CELL (gtk_list_item_get_child (item)),
                             gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  fonds_import_cell_set_row (FONDS_IMPORT_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_columns (FondsImportTable *self)
{
  int i;

  for (i = 0; i < FONDS_N_IMPORT_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (self->view, column);
      self->columns[i] = column;
    }
}

static void
fonds_import_table_class_init (FondsImportTableClass *klass)
{
}

static void
fonds_import_table_init (FondsImportTable *self)
{
  GtkWidget *stop = fonds_tab_stop_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  fonds_widget_set_accessible_name (GTK_WIDGET (self->view), _ ("Rows"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (stop), scrolled);
  adw_bin_set_child (ADW_BIN (self), stop);
  add_columns (self);
}

/**
 * fonds_import_table_new:
 *
 * Makes an empty table.
 *
 * Returns: (transfer floating): the table
 */
FondsImportTable *
fonds_import_table_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_TABLE, NULL);
}

/**
 * fonds_import_table_set_lines:
 * @self: a table
 * @lines: what it shows
 *
 * Shows a list.
 */
void
fonds_import_table_set_lines (FondsImportTable *self, FondsImportLines *lines)
{
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (lines))));

  g_return_if_fail (FONDS_IS_IMPORT_TABLE (self));

  gtk_column_view_set_model (self->view, selection);
  g_object_unref (selection);
}

/**
 * fonds_import_table_set_several_files:
 * @self: a table
 * @several: whether the rows are of more than one file
 *
 * Names the file of each row only where there may be doubt.
 */
void
fonds_import_table_set_several_files (FondsImportTable *self, gboolean several)
{
  g_return_if_fail (FONDS_IS_IMPORT_TABLE (self));

  gtk_column_view_column_set_visible (self->columns[FONDS_IMPORT_COLUMN_FILE], several);
}

/**
 * fonds_import_table_set_results:
 * @self: a table
 * @results: a bit `1 << FondsImportResult` for each that the rows may have
 *
 * Leaves columns out that would be empty.
 */
void
fonds_import_table_set_results (FondsImportTable *self, guint results)
{
  const guint changed = 1u << FONDS_IMPORT_CHANGED, refused = 1u << FONDS_IMPORT_REFUSED;
  const guint needed[FONDS_N_IMPORT_COLUMNS] = {
    [FONDS_IMPORT_COLUMN_RECORD] = ~refused, [FONDS_IMPORT_COLUMN_COLUMN] = changed | refused,
    [FONDS_IMPORT_COLUMN_BEFORE] = changed,  [FONDS_IMPORT_COLUMN_VALUE] = changed | refused,
    [FONDS_IMPORT_COLUMN_REASON] = refused,
  };
  int i;

  g_return_if_fail (FONDS_IS_IMPORT_TABLE (self));

  for (i = 0; i < FONDS_N_IMPORT_COLUMNS; i++)
    if (needed[i] != 0)
      gtk_column_view_column_set_visible (self->columns[i], (needed[i] & results) != 0);
}
