/* result-column.c - the columns that a table of records can have
 *
 * What each is called, what it says of a record, and the cell that says it. A value stands in its own
 * direction and begins where the column begins.
 * Thread: main context; the texts may be asked for on any thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-column.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field-words.h"
#include "data/catalogue/level.h"
#include "ui/label.h"
#include "ui/row-words.h"
#include "ui/snippet.h"

#include <glib/gi18n-lib.h>

/* Texts take the room there is; this is what they ask for. */
#define FEW_CHARS 4

static const FondsColumnFacts facts[FONDS_N_COLUMNS] = {
  [FONDS_COLUMN_TITLE] = { "title", N_ ("Title"), FONDS_SORT_TITLE, 260, TRUE },
  [FONDS_COLUMN_REFERENCE] = { "reference", N_ ("Reference code"), FONDS_SORT_REFERENCE, 140,
                               TRUE },
  [FONDS_COLUMN_LEVEL] = { "level", N_ ("Level"), FONDS_N_SORTS, 90, TRUE },
  [FONDS_COLUMN_DATES] = { "dates", N_ ("Dates"), FONDS_SORT_DATE, 120, TRUE },
  [FONDS_COLUMN_CREATORS] = { "creators", N_ ("Creators"), FONDS_N_SORTS, 180, FALSE },
  [FONDS_COLUMN_REPOSITORY] = { "repository", N_ ("Repository"), FONDS_N_SORTS, 180, FALSE },
  [FONDS_COLUMN_ACCESS] = { "access", N_ ("Access"), FONDS_N_SORTS, 110, FALSE },
  [FONDS_COLUMN_KIND] = { "kind", N_ ("Kind"), FONDS_N_SORTS, 120, FALSE },
  [FONDS_COLUMN_CHANGED] = { "changed", N_ ("Last changed"), FONDS_SORT_CHANGED, 130, FALSE },
  [FONDS_COLUMN_MATCH] = { "match", N_ ("Match"), FONDS_N_SORTS, 260, TRUE },
};

struct _FondsColumnCell
{
  FondsResultCell parent_instance;

  /* owned by its parent */
  GtkImage *icon; /* (nullable): beside a title */
  GtkInscription *text;

  /* state */
  FondsColumn column;
};

#define FONDS_TYPE_COLUMN_CELL (fonds_column_cell_get_type ())

G_DECLARE_FINAL_TYPE (FondsColumnCell, fonds_column_cell, FONDS, COLUMN_CELL, FondsResultCell)

G_DEFINE_FINAL_TYPE (FondsColumnCell, fonds_column_cell, FONDS_TYPE_RESULT_CELL)

/* The row of a table has cells of its own around ours; it is called by what the record says. */
static void
name_row (FondsColumnCell *self, const FondsRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *line = cell ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = line ? fonds_row_dup_spoken (row) : NULL;

  if (line)
    fonds_widget_set_accessible_name (line, name);
}

static void
show_title (FondsColumnCell *self, const FondsRow *row)
{
  gtk_image_set_from_icon_name (self->icon, fonds_row_icon (row));
  if (fonds_row_title (row) != row->title)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
  name_row (self, row);
}

static void
fonds_column_cell_show (FondsResultCell *cell, const FondsRow *row, const char *snippet)
{
  FondsColumnCell *self = FONDS_COLUMN_CELL (cell);
  gboolean is_title = self->column == FONDS_COLUMN_TITLE;
  g_autofree char *text = NULL;

  if (is_title)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
      gtk_image_clear (self->icon);
    }
  if (self->column == FONDS_COLUMN_MATCH)
    {
      fonds_inscription_set_snippet (self->text, row && row->id != 0 ? snippet : NULL);
      return;
    }
  if (row && row->id != 0)
    {
      text = fonds_column_dup_text (self->column, row);
      if (is_title)
        show_title (self, row);
    }
  else if (row && is_title)
    {
      text = g_strdup (_ ("No longer in the catalogue"));
      gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
    }
  fonds_inscription_set_value (self->text, text);
}

static void
fonds_column_cell_class_init (FondsColumnCellClass *klass)
{
  FONDS_RESULT_CELL_CLASS (klass)->show = fonds_column_cell_show;
}

static void
fonds_column_cell_init (FondsColumnCell *self)
{
}

/**
 * fonds_column_facts:
 * @column: a column
 *
 * Returns: (transfer none): what is known of it
 */
const FondsColumnFacts *
fonds_column_facts (FondsColumn column)
{
  g_return_val_if_fail (column < FONDS_N_COLUMNS, NULL);

  return &facts[column];
}

/**
 * fonds_column_from_id:
 * @id: a word from a saved arrangement
 *
 * Returns: the column that is called so; %FONDS_N_COLUMNS for none
 */
FondsColumn
fonds_column_from_id (const char *id)
{
  FondsColumn column;

  for (column = 0; column < FONDS_N_COLUMNS; column++)
    {
      if (g_strcmp0 (facts[column].id, id) == 0)
        break;
    }
  return column;
}

static char *
say_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  /* Translators: a day, year first, so that a column of them can be run down with the eye. */
  return time ? g_date_time_format (time, _ ("%Y-%m-%d")) : NULL;
}

/**
 * fonds_column_dup_text:
 * @column: a column, but not the one of matches
 * @row: a row that is loaded
 *
 * Says what a column says of a record.
 *
 * Returns: (transfer full) (nullable): the text; %NULL where there is nothing to say
 */
char *
fonds_column_dup_text (FondsColumn column, const FondsRow *row)
{
  switch (column)
    {
    case FONDS_COLUMN_TITLE:
      return g_strdup (fonds_row_title (row));
    case FONDS_COLUMN_REFERENCE:
      return g_strdup (row->ref);
    case FONDS_COLUMN_LEVEL:
      return row->level && *row->level ? g_strdup (_ (fonds_level_label (row->level))) : NULL;
    case FONDS_COLUMN_DATES:
      return fonds_field_words_moment (row->dates);
    case FONDS_COLUMN_CREATORS:
      return g_strdup (row->creators);
    case FONDS_COLUMN_REPOSITORY:
      return g_strdup (row->repository);
    case FONDS_COLUMN_ACCESS:
      return g_strdup (_ (fonds_code_label ("access", fonds_access_id (row->access))));
    case FONDS_COLUMN_KIND:
      return g_strdup (_ (fonds_kind_label (row->kind)));
    case FONDS_COLUMN_CHANGED:
      return say_day (row->changed);
    case FONDS_COLUMN_MATCH:
    case FONDS_N_COLUMNS:
    default:
      return NULL;
    }
}

/**
 * fonds_column_cell_new:
 * @column: a column
 *
 * Makes an empty cell of a column. By hand, not from a template: a table keeps a thousand of these.
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
fonds_column_cell_new (FondsColumn column)
{
  FondsColumnCell *self = g_object_new (FONDS_TYPE_COLUMN_CELL, NULL);
  GtkWidget *text = gtk_inscription_new (NULL);
  GtkWidget *box;

  self->column = column;
  self->text = GTK_INSCRIPTION (text);
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (self->text, FEW_CHARS);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  if (column != FONDS_COLUMN_TITLE)
    {
      adw_bin_set_child (ADW_BIN (self), text);
      return GTK_WIDGET (self);
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->icon = GTK_IMAGE (fonds_decoration_new (NULL));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), text);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
