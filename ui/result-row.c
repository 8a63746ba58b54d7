/* result-row.c - one line of the results
 *
 * Icon of the kind, title in its own direction, dates at the end; below, reference, creators and
 * level; below, where the query matched. A row not loaded yet keeps its height, so that nothing
 * jumps when it fills.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-row.h"

#include "data/catalogue/field-words.h"
#include "data/text/direction.h"
#include "ui/label.h"
#include "ui/row-words.h"
#include "ui/snippet.h"

#include <glib/gi18n-lib.h>

/* Lines take the room there is; these are what they ask for. */
#define FEW_CHARS 8
#define DATE_CHARS 18

struct _FondsResultRow
{
  FondsResultCell parent_instance;

  /* owned by its parent */
  GtkImage *icon;
  GtkInscription *title;
  GtkLabel *dates;
  GtkInscription *second;
  GtkInscription *snippet;
};

G_DEFINE_FINAL_TYPE (FondsResultRow, fonds_result_row, FONDS_TYPE_RESULT_CELL)

/* Pieces of any direction follow one another as the window runs, and begin where it begins. */
static void
show_second (FondsResultRow *self, const FondsRow *row)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *pieces = fonds_row_dup_second_line (row);
  g_autofree char *line = g_strconcat (rtl ? "\u200f" : "\u200e", pieces, NULL);

  gtk_inscription_set_text (self->second, line);
}

static void
show_gone (FondsResultRow *self)
{
  fonds_inscription_set_value (self->title, _ ("No longer in the catalogue"));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
}

static void
show_row (FondsResultRow *self, const FondsRow *row, const char *snippet)
{
  g_autofree char *name = fonds_row_dup_spoken (row);
  /* Isolated, so that a range of years doesn't turn round in a window that runs from the right. */
  g_autofree char *worded = fonds_field_words_moment (row->dates);
  g_autofree char *dates = worded ? fonds_text_isolate (worded) : NULL;

  gtk_image_set_from_icon_name (self->icon, fonds_row_icon (row));
  fonds_inscription_set_value (self->title, fonds_row_title (row));
  if (fonds_row_title (row) != row->title)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "dim-label");
  gtk_label_set_text (self->dates, dates ? dates : "");
  gtk_widget_set_visible (GTK_WIDGET (self->dates), row->dates && *row->dates);
  show_second (self, row);
  fonds_inscription_set_snippet (self->snippet, snippet);
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), snippet && *snippet);
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    fonds_widget_set_accessible_name (gtk_widget_get_parent (GTK_WIDGET (self)), name);
}

static void
fonds_result_row_show (FondsResultCell *cell, const FondsRow *row, const char *snippet)
{
  FondsResultRow *self = FONDS_RESULT_ROW (cell);

  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "dim-label");
  if (row && row->id != 0)
    {
      show_row (self, row, snippet);
      return;
    }
  gtk_image_clear (self->icon);
  gtk_label_set_text (self->dates, "");
  /* A no-break space keeps the line's height. */
  gtk_inscription_set_text (self->second, "\u00a0");
  gtk_widget_set_visible (GTK_WIDGET (self->snippet), FALSE);
  if (row)
    show_gone (self);
  else
    gtk_inscription_set_text (self->title, "\u00a0");
}

static GtkInscription *
make_line (GtkWidget *box, const char *const *classes)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), FEW_CHARS);
  for (; *classes; classes++)
    gtk_widget_add_css_class (line, *classes);
  gtk_box_append (GTK_BOX (box), line);
  return GTK_INSCRIPTION (line);
}

static void
fonds_result_row_class_init (FondsResultRowClass *klass)
{
  FONDS_RESULT_CELL_CLASS (klass)->show = fonds_result_row_show;
}

/* Made by hand, not from a template: a list keeps some two hundred of these. Inscriptions, not labels:
 * they shape only text that is seen, and a new text doesn't lay the list out anew. */
static void
fonds_result_row_init (FondsResultRow *self)
{
  static const char *const plain[] = { NULL };
  static const char *const second[] = { "dim-label", "second", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = GTK_IMAGE (fonds_decoration_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  self->title = make_line (first, plain);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->dates = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->dates, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->dates, DATE_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->dates), "second");
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (lines), first);
  self->second = make_line (lines, second);
  self->snippet = make_line (lines, second);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (row), lines);
  gtk_widget_add_css_class (row, "result-row");
  adw_bin_set_child (ADW_BIN (self), row);
}

/**
 * fonds_result_row_new:
 *
 * Makes an empty line.
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
fonds_result_row_new (void)
{
  return g_object_new (FONDS_TYPE_RESULT_ROW, NULL);
}
