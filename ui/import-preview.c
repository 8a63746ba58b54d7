/* import-preview.c - what an import would do, as counts and a table
 *
 * The counts are exact; the table lists every row. Choosing a count narrows the table to its rows, and
 * so do words; what is shown can be saved. Refused rows are shown first, since they are what one has to
 * look at.
 * Thread: main context; saving has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-preview.h"

#include "ui/file-chooser.h"
#include "ui/import-table.h"
#include "ui/label.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

struct _FondsImportPreview
{
  AdwBin parent_instance;

  /* owned by the template */
  GtkFlowBox *counts;
  FondsImportAttach *attach;
  GtkEditable *words;
  GtkLabel *said;
  GtkStack *stack;
  FondsImportTable *table;

  /* borrowed */
  GtkToggleButton *buttons[FONDS_N_IMPORT_RESULTS + 1]; /* the last one is for all */

  /* owned */
  FondsImportListing *listing; /* (nullable) */
  FondsImportLines *lines;     /* (nullable) */

  /* state */
  int result;    /* that is shown; FONDS_N_IMPORT_RESULTS for all */
  guint results; /* a bit for each that there is */
};

G_DEFINE_FINAL_TYPE (FondsImportPreview, fonds_import_preview, ADW_TYPE_BIN)

static void
show (FondsImportPreview *self)
{
  if (!self->lines)
    return;
  fonds_import_table_set_results (self->table, self->result == FONDS_N_IMPORT_RESULTS
                                                   ? self->results
                                                   : 1u << self->result);
  fonds_import_lines_show (self->lines, self->result, gtk_editable_get_text (self->words));
}

static void
found_cb (FondsImportPreview *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autofree char *count = fonds_format_count (n);
  g_autofree char *said = g_strdup_printf (ngettext ("%s line", "%s lines", n), count);

  if (fonds_import_lines_get_finding (self->lines))
    return;
  gtk_label_set_text (self->said, said);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "lines" : "none");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.save", n > 0);
}

static void
toggled_cb (GtkToggleButton *button, FondsImportPreview *self)
{
  int i;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (i = 0; self->buttons[i] != button; i++)
    ;
  self->result = i;
  show (self);
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

  self->results = 0;
  for (i = 0; i < FONDS_N_IMPORT_RESULTS; i++)
    {
      guint64 n = fonds_import_report_total (report, i);
      g_autofree char *count = fonds_format_count ((gint64) n);
      g_autofree char *label = g_strdup_printf ("%s %s", count, fonds_import_result_label (i));

      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), n > 0);
      self->results |= n > 0 ? 1u << i : 0;
    }
  gtk_button_set_label (GTK_BUTTON (self->buttons[FONDS_N_IMPORT_RESULTS]), _ ("All"));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsImportPreview) self = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (path && self->lines)
    fonds_import_preview_save (self, path);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fonds_choose_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the list"),
                           _ ("_Save"), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, _ ("Import.csv"),
                           chosen_cb, g_object_ref (widget));
}

static void
let_go (FondsImportPreview *self)
{
  if (self->lines)
    g_signal_handlers_disconnect_by_data (self->lines, self);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->listing, fonds_import_listing_unref);
}

static void
fonds_import_preview_dispose (GObject *object)
{
  FondsImportPreview *self = FONDS_IMPORT_PREVIEW (object);

  let_go (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_PREVIEW);

  G_OBJECT_CLASS (fonds_import_preview_parent_class)->dispose (object);
}

static void
fonds_import_preview_class_init (FondsImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_preview_dispose;

  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save);

  g_type_ensure (FONDS_TYPE_IMPORT_ATTACH);
  g_type_ensure (FONDS_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, counts);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, attach);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, words);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, said);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsImportPreview, table);
  gtk_widget_class_bind_template_callback (widget_class, show);
}

static void
fonds_import_preview_init (FondsImportPreview *self)
{
  self->result = FONDS_N_IMPORT_RESULTS;
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  add_buttons (self);
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

/* Whether the lines are of more than one file, as far as the report's own list tells. */
static gboolean
has_several_files (const FondsImportReport *report)
{
  guint i;

  for (i = 1; i < report->lines->len; i++)
    {
      const FondsImportLine *first = report->lines->pdata[0];
      const FondsImportLine *line = report->lines->pdata[i];

      if (g_strcmp0 (line->file, first->file) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * fonds_import_preview_set_report:
 * @self: a preview
 * @report: what a dry run with a listing says; not kept
 *
 * Shows what an import would do.
 */
void
fonds_import_preview_set_report (FondsImportPreview *self, const FondsImportReport *report)
{
  gboolean refused = fonds_import_report_total (report, FONDS_IMPORT_REFUSED) > 0;

  g_return_if_fail (FONDS_IS_IMPORT_PREVIEW (self));

  let_go (self);
  self->listing = fonds_import_listing_ref (report->listing);
  self->lines = fonds_import_lines_new (self->listing);
  g_signal_connect_swapped (self->lines, "notify::finding", G_CALLBACK (found_cb), self);
  label_buttons (self, report);
  fonds_import_table_set_several_files (self->table, has_several_files (report));
  fonds_import_table_set_lines (self->table, self->lines);
  self->result = refused ? FONDS_IMPORT_REFUSED : FONDS_N_IMPORT_RESULTS;
  gtk_editable_set_text (self->words, "");
  gtk_toggle_button_set_active (self->buttons[self->result], TRUE);
  show (self);
}

/**
 * fonds_import_preview_get_attach:
 * @self: a preview
 *
 * Returns: (transfer none): the row that asks about the files that the table names
 */
FondsImportAttach *
fonds_import_preview_get_attach (FondsImportPreview *self)
{
  g_return_val_if_fail (FONDS_IS_IMPORT_PREVIEW (self), NULL);

  return self->attach;
}

typedef struct
{
  FondsImportListing *listing;
  GArray *positions;
  char *path;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  fonds_import_listing_unref (job->listing);
  g_array_unref (job->positions);
  g_free (job->path);
  g_free (job);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;

  if (fonds_import_listing_save (job->listing, job->positions, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportPreview *self = FONDS_IMPORT_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->said)
    gtk_label_set_text (self->said, saved ? _ ("Saved") : error->message);
}

/**
 * fonds_import_preview_save:
 * @self: a preview that shows a report
 * @path: a file; what is there is overwritten
 *
 * Saves the rows that are shown as a table.
 */
void
fonds_import_preview_save (FondsImportPreview *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  SaveJob *job;

  g_return_if_fail (FONDS_IS_IMPORT_PREVIEW (self) && self->lines);

  job = g_new0 (SaveJob, 1);
  job->listing = fonds_import_listing_ref (self->listing);
  job->positions = g_array_ref (fonds_import_lines_get_shown (self->lines));
  job->path = g_strdup (path);
  g_task_set_source_tag (task, fonds_import_preview_save);
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (task, save_thread);
}
