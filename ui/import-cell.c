/* import-cell.c - one cell of the table of a dry run
 *
 * Fills when its row is loaded. What is too long for it is in its tooltip.
 * Thread: main context. Ownership: the row is held while the cell shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-cell.h"

#include "data/catalogue/field.h"
#include "data/text/direction.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsImportCell
{
  AdwBin parent_instance;

  /* owned by its parent */
  GtkInscription *text;

  /* owned */
  FondsImportRow *row; /* (nullable) */
  gulong loaded_handler;

  /* state */
  FondsImportColumn column;
};

G_DEFINE_FINAL_TYPE (FondsImportCell, fonds_import_cell, ADW_TYPE_BIN)

/* Of a change the column is a field, of whatever kind the record is. */
static const char *
name_column (const FondsImportLine *line)
{
  int kind;

  for (kind = FONDS_KIND_UNIT; line->result == FONDS_IMPORT_CHANGED && kind < FONDS_N_KINDS; kind++)
    {
      const FondsField *field = line->column ? fonds_field_find (kind, line->column) : NULL;

      if (field)
        return _ (field->label);
    }
  return line->column;
}

static char *
dup_text (FondsImportColumn column, const FondsImportLine *line)
{
  switch (column)
    {
    case FONDS_IMPORT_COLUMN_RESULT:
      return g_strdup (fonds_import_result_label (line->result));
    case FONDS_IMPORT_COLUMN_FILE:
      return fonds_text_isolate (line->file);
    case FONDS_IMPORT_COLUMN_ROW:
      return fonds_format_count ((gint64) line->row);
    case FONDS_IMPORT_COLUMN_RECORD:
      return g_strdup (line->name);
    case FONDS_IMPORT_COLUMN_COLUMN:
      return g_strdup (name_column (line));
    case FONDS_IMPORT_COLUMN_BEFORE:
      return g_strdup (line->before);
    case FONDS_IMPORT_COLUMN_VALUE:
      return g_strdup (line->value);
    case FONDS_IMPORT_COLUMN_REASON:
      return g_strdup (line->reason);
    case FONDS_N_IMPORT_COLUMNS:
    default:
      return NULL;
    }
}

static void
update (FondsImportCell *self)
{
  const FondsImportLine *line = self->row ? fonds_import_row_get_line (self->row) : NULL;
  g_autofree char *text = line ? dup_text (self->column, line) : NULL;

  fonds_inscription_set_value (self->text, text);
  if (line && self->column == FONDS_IMPORT_COLUMN_RESULT && line->result == FONDS_IMPORT_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "error");
}

static void
fonds_import_cell_dispose (GObject *object)
{
  FondsImportCell *self = FONDS_IMPORT_CELL (object);

  if (self->row)
    g_clear_signal_handler (&self->loaded_handler, self->row);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (fonds_import_cell_parent_class)->dispose (object);
}

static void
fonds_import_cell_class_init (FondsImportCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fonds_import_cell_dispose;
}

static void
fonds_import_cell_init (FondsImportCell *self)
{
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  fonds_inscription_explain (self->text);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->text));
}

/**
 * fonds_import_cell_new:
 * @column: what it shows
 * @chars: how many characters it has room for at least
 *
 * Makes an empty cell.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
fonds_import_cell_new (FondsImportColumn column, guint chars)
{
  FondsImportCell *self = g_object_new (FONDS_TYPE_IMPORT_CELL, NULL);

  self->column = column;
  gtk_inscription_set_min_chars (self->text, chars);
  if (column == FONDS_IMPORT_COLUMN_ROW)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  return GTK_WIDGET (self);
}

/**
 * fonds_import_cell_set_row:
 * @self: a cell
 * @row: (nullable): what it is of
 *
 * Shows a piece of a row, and asks the row to load itself.
 */
void
fonds_import_cell_set_row (FondsImportCell *self, FondsImportRow *row)
{
  g_return_if_fail (FONDS_IS_IMPORT_CELL (self));

  if (self->row)
    g_clear_signal_handler (&self->loaded_handler, self->row);
  g_set_object (&self->row, row);
  if (!row)
    return;
  self->loaded_handler =
      g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (update), self);
  fonds_import_row_want (row);
  update (self);
}
