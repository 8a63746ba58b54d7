/* import-preview.c - what an import would do, as counts and a table
 *
 * The counts are exact; the table lists the first rows of each result. Choosing a count narrows the
 * table to its rows; refused rows are shown first, since they are what one has to look at.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-preview.h"

#include "data/text/direction.h"
#include "ui/import-lines.h"
#include "ui/label.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

struct _FondsImportPreview
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkFlowBox *counts;
  GtkStack *stack;
  AdwStatusPage *none;
  GtkColumnView *table;

  /* borrowed */
  GtkToggleButton *buttons[FONDS_N_IMPORT_RESULTS + 1]; /* the last one is for all */
  GtkColumnViewColumn *file_column;

  /* owned */
  FondsImportLines *lines; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FondsImportPreview, fonds_import_preview, ADW_TYPE_BIN)

typedef enum
{
  COLUMN_RESULT,
  COLUMN_FILE,
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_VALUE,
  COLUMN_REASON,
  N_COLUMNS,
} Column;

static const struct
{
  const char *title;
  int least; /* characters that its cells have at least */
  int chars; /* and like to have */
} columns[N_COLUMNS] = {
  { N_ ("Result"), 8, 10 },  { N_ ("File"), 10, 16 },  { N_ ("Row"), 4, 7 },
  { N_ ("Column"), 10, 16 }, { N_ ("Value"), 10, 24 }, { N_ ("Reason"), 40, 40 },
};

static char *
dup_cell (const FondsImportLine *line, Column column)
{
  switch (column)
    {
    case COLUMN_RESULT:
      return g_strdup (fonds_import_result_label (line->result));
    case COLUMN_FILE:
      return fonds_text_isolate (line->file);
    case COLUMN_ROW:
      return fonds_format_count ((gint64) line->row);
    case COLUMN_COLUMN:
      return g_strdup (line->column);
    case COLUMN_VALUE:
      return g_strdup (line->value);
    case COLUMN_REASON:
      return g_strdup (line->reason);
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* A reason is read to its end; the other cells are known from the file. */
  if (GPOINTER_TO_INT (column) == COLUMN_REASON)
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (label), columns[GPOINTER_TO_INT (column)].least);
  gtk_label_set_max_width_chars (GTK_LABEL (label), columns[GPOINTER_TO_INT (column)].chars);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const FondsImportLine *line = fonds_import_row_get_line (gtk_list_item_get_item (item));
  g_autofree char *text = dup_cell (line, GPOINTER_TO_INT (column));

  fonds_label_set_value (label, text);
  if (GPOINTER_TO_INT (column) == COLUMN_COLUMN || GPOINTER_TO_INT (column) == COLUMN_VALUE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  if (GPOINTER_TO_INT (column) == COLUMN_RESULT && line->result == FONDS_IMPORT_REFUSED)
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
}

static void
add_columns (FondsImportPreview *self)
{
  int i;

  for (i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == COLUMN_REASON);
      gtk_column_view_append_column (self->table, column);
      if (i == COLUMN_FILE)
        self->file_column = column;
    }
}

/* Why the table is empty: the report lists what changed and what was refused, and counts the rest. */
static void
explain_nothing (FondsImportPreview *self)
{
  const FondsImportReport *report = fonds_import_lines_get_report (self->lines);
  guint64 n_new = fonds_import_report_total (report, FONDS_IMPORT_NEW);
  guint64 n_changed = fonds_import_report_total (report, FONDS_IMPORT_CHANGED);
  g_autofree char *count = fonds_format_count ((gint64) n_new);
  g_autofree char *title =
      g_strdup_printf (ngettext ("%s new record", "%s new records", (gulong) n_new), count);

  if (n_new + n_changed == 0)
    {
      adw_status_page_set_title (self->none, _ ("Nothing to import"));
      adw_status_page_set_description (self->none, _ ("The catalogue says the same already."));
      return;
    }
  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, _ ("Rows that go in as they are need no look; they "
                                                  "are counted, not listed."));
}

static void
show_lines (FondsImportPreview *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0;

  explain_nothing (self);
  gtk_stack_set_visible_child_name (self->stack, any ? "lines" : "none");
}

static void
toggled_cb (GtkToggleButton *button, FondsImportPreview *self)
{
  int i;

  if (!self->lines || !gtk_toggle_button_get_active (button))
    return;
  for (i = 0; self->buttons[i] != button; i++)
    ;
  fonds_import_lines_show_only (self->lines, i);
  show_lines (self);
}

/* In the order in which one reads them: what happens, then what does not. */
static void
add_buttons (FondsImportPreview *self)
{
  static const int order[] = { FONDS_N_IMPORT_RESULTS, FONDS_IMPORT_NEW, FONDS_IMPORT_CHANGED,
                               FONDS_IMPORT_UNCHANGED, FONDS_IMPORT_REFUSED };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      self->buttons[order[i]] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                   i > 0 ? self->buttons[order[0]] : NULL);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_flow_box_append (self->counts, button);
      /* The button takes the focus, not the box around it. */
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
}

static void
label_buttons (FondsImportPreview *self, const FondsImportReport *report)
{
  int i;

  for (i = 0; i < FONDS_N_IMPORT_RESULTS; i++)
    {
      guint64 n = fonds_import_report_total (report, i);
      g_autofree char *count = fonds_format_count ((gint64) n);
      g_autofree char *label = g_strdup_printf ("%s %s", count, fonds_import_result_label (i));

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), n > 0);
    }
  gtk_button_set_label (GTK_BUTTON (self->buttons[FONDS_N_IMPORT_RESULTS]), _ ("All"));
}

static gboolean
has_several_files (const FondsImportReport *report)
{
  const FondsImportLine *first = report->lines->len > 0 ? report->lines->pdata[0] : NULL;
  guint i;

  for (i = 1; i < report->lines->len; i++)
    {
      const FondsImportLine *line = g_ptr_array_index (report->lines, i);

      if (g_strcmp0 (line->file, first->file) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
fonds_import_preview_dispose (GObject *object)
{
  FondsImportPreview *self = FONDS_IMPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (fonds_import_preview_parent_class)->dispose (object);
}

static void
fonds_import_preview_class_init (FondsImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_preview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, counts);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, none);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, table);
}

static void
fonds_import_preview_init (FondsImportPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  add_buttons (self);
  add_columns (self);
}

/**
 * fonds_import_preview_new:
 *
 * Makes an empty preview.
 *
 * Returns: (transfer floating): the preview
 */
FondsImportPreview *
fonds_import_preview_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_PREVIEW, NULL);
}

/**
 * fonds_import_preview_set_report:
 * @self: a preview
 * @report: (transfer full): what a dry run says
 *
 * Shows what an import would do.
 */
void
fonds_import_preview_set_report (FondsImportPreview *self, FondsImportReport *report)
{
  int first = fonds_import_report_total (report, FONDS_IMPORT_REFUSED) > 0 ? FONDS_IMPORT_REFUSED
                                                                           : FONDS_N_IMPORT_RESULTS;
  GtkSelectionModel *selection;

  g_return_if_fail (FONDS_IS_IMPORT_PREVIEW (self));

  g_clear_object (&self->lines);
  self->lines = fonds_import_lines_new (report);
  label_buttons (self, report);
  gtk_column_view_column_set_visible (self->file_column, has_several_files (report));
  fonds_import_lines_show_only (self->lines, first);
  gtk_toggle_button_set_active (self->buttons[first], TRUE);
  selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  gtk_column_view_set_model (self->table, selection);
  g_object_unref (selection);
  show_lines (self);
}
