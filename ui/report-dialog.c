/* report-dialog.c - what the records of a catalogue still lack
 *
 * A window beside that of the catalogue, so that one can go through a list and mend record by record.
 * The report is made on a thread of its own, of one moment; when the catalogue has changed since, it
 * says so and can be made anew.
 * Invariant: at most one report is being made.
 * Thread: main context. Ownership: a run keeps the window until it is over.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/report-dialog.h"

#include "data/catalogue/completeness.h"
#include "data/exchange/completeness-csv.h"
#include "data/media/media.h"
#include "ui/error-words.h"
#include "ui/file-chooser.h"
#include "ui/label.h"
#include "ui/report-list.h"
#include "ui/report-summary.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

struct _FondsReportDialog
{
  AdwWindow parent_instance;

  /* owned by the template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkStack *stack;
  GtkWidget *again;
  GtkProgressBar *bar;
  FondsReportSummary *summary;
  FondsReportList *list;
  AdwStatusPage *fine;
  AdwStatusPage *problem;

  /* owned */
  FondsCatalogue *catalogue;
  FondsCompleteness *report; /* (nullable) */
  GCancellable *running;     /* (nullable): while a report is made */
  GCancellable *closing;

  /* state */
  gboolean outdated;
};

G_DEFINE_FINAL_TYPE (FondsReportDialog, fonds_report_dialog, ADW_TYPE_WINDOW)

static gboolean
is_at (FondsReportDialog *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static char *
say_summary (FondsReportDialog *self)
{
  g_autofree char *records = fonds_format_records ((gint64) self->report->n_records);
  g_autofree char *gaps = fonds_format_count ((gint64) self->report->n_with_gaps);

  if (self->outdated)
    return g_strdup (_ ("The catalogue has changed since"));
  /* Translators: "61 records, 12 with gaps" */
  return g_strdup_printf (_ ("%s, %s with gaps"), records, gaps);
}

static void
update (FondsReportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *subtitle = self->report && !self->running ? say_summary (self) : NULL;

  gtk_widget_action_set_enabled (widget, "report.back", is_at (self, "list"));
  gtk_widget_action_set_enabled (widget, "report.again", !self->running);
  gtk_widget_action_set_enabled (widget, "report.save",
                                 !self->running && self->report && self->report->gaps->len > 0);
  if (self->outdated)
    gtk_widget_add_css_class (self->again, "suggested-action");
  else
    gtk_widget_remove_css_class (self->again, "suggested-action");
  if (!is_at (self, "list"))
    {
      adw_window_title_set_title (self->title, _ ("Completeness"));
      adw_window_title_set_subtitle (self->title, subtitle ? subtitle : "");
    }
}

static void
show_page (FondsReportDialog *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  update (self);
}

static void
show_problem (FondsReportDialog *self, const GError *error)
{
  g_autofree char *advice = fonds_error_advice (error, NULL);
  g_autofree char *markup = g_markup_escape_text (advice, -1);

  adw_status_page_set_title (self->problem, fonds_error_title (error));
  adw_status_page_set_description (self->problem, markup);
  show_page (self, "problem");
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsCompleteness) report = fonds_completeness_run_finish (result, &error);

  g_clear_object (&self->running);
  if (!self->catalogue)
    return;
  if (!report)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->report, fonds_completeness_unref);
  self->report = g_steal_pointer (&report);
  fonds_report_summary_set_report (self->summary, self->report);
  show_page (self, self->report->gaps->len > 0 ? "summary" : "fine");
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  FondsReportDialog *self = data;

  if (self->running && total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN ((double) done / (double) total, 1));
}

static void
run (FondsReportDialog *self)
{
  const FondsCompletenessOptions options = {
    .reach = fonds_media_reaches,
    .reach_data = fonds_media_get (self->catalogue),
    .progress = progress_cb,
    .progress_data = self,
  };

  if (self->running)
    return;
  self->outdated = FALSE;
  self->running = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->bar, 0);
  show_page (self, "working");
  fonds_completeness_run_async (self->catalogue, &options, self->running, ran_cb,
                                g_object_ref (self));
}

static void
changed_cb (FondsReportDialog *self)
{
  self->outdated = self->report != NULL;
  update (self);
}

static void
chosen_cb (FondsReportDialog *self, guint number)
{
  const FondsGap *gap = g_ptr_array_index (self->report->gaps, number);
  g_autofree char *label = fonds_gap_label (gap);
  g_autofree char *records = fonds_format_records (gap->n);

  fonds_report_list_show (self->list, self->catalogue, gap);
  adw_window_title_set_title (self->title, label);
  adw_window_title_set_subtitle (self->title, records);
  show_page (self, "list");
}

static void
activated_cb (FondsReportDialog *self, gint64 id)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-record", "x", id);
}

static void
again (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (FONDS_REPORT_DIALOG (widget));
}

static void
back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_page (FONDS_REPORT_DIALOG (widget), "summary");
}

static void
save_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsReportDialog *self = FONDS_REPORT_DIALOG (source);
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (self), result, NULL);

  if (path && self->report)
    fonds_report_dialog_save (self, path);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FondsReportDialog *self = FONDS_REPORT_DIALOG (widget);
  g_autofree char *stem = fonds_catalogue_dup_name (self->catalogue);
  g_autofree char *name = g_strdup_printf (_ ("%s, completeness.csv"), stem);

  fonds_choose_file_async (GTK_WINDOW (self), _ ("Save the list"), _ ("_Save"),
                           GTK_FILE_CHOOSER_ACTION_SAVE, NULL, name, save_chosen_cb, NULL);
}

static gboolean
fonds_report_dialog_close_request (GtkWindow *window)
{
  FondsReportDialog *self = FONDS_REPORT_DIALOG (window);

  g_cancellable_cancel (self->running);
  return GTK_WINDOW_CLASS (fonds_report_dialog_parent_class)->close_request (window);
}

static void
fonds_report_dialog_dispose (GObject *object)
{
  FondsReportDialog *self = FONDS_REPORT_DIALOG (object);

  g_cancellable_cancel (self->running);
  g_cancellable_cancel (self->closing);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->report, fonds_completeness_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (fonds_report_dialog_parent_class)->dispose (object);
}

static void
fonds_report_dialog_finalize (GObject *object)
{
  g_object_unref (FONDS_REPORT_DIALOG (object)->closing);

  G_OBJECT_CLASS (fonds_report_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, again);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, fine);
  gtk_widget_class_bind_template_child (widget_class, FondsReportDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
fonds_report_dialog_class_init (FondsReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_report_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_report_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = fonds_report_dialog_close_request;

  gtk_widget_class_install_action (widget_class, "report.again", NULL, again);
  gtk_widget_class_install_action (widget_class, "report.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "report.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "report.again", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);

  g_type_ensure (FONDS_TYPE_REPORT_SUMMARY);
  g_type_ensure (FONDS_TYPE_REPORT_LIST);
  bind_template (widget_class);
}

static void
fonds_report_dialog_init (FondsReportDialog *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
}

/**
 * fonds_report_dialog_present:
 * @parent: the window of the catalogue; its action `win.open-record` opens records
 * @catalogue: the catalogue
 *
 * Opens a report beside a window, and begins to make it.
 *
 * Returns: (transfer none): the dialog, which lives until it is closed
 */
FondsReportDialog *
fonds_report_dialog_present (GtkWindow *parent, FondsCatalogue *catalogue)
{
  FondsReportDialog *self = g_object_new (FONDS_TYPE_REPORT_DIALOG, "transient-for", parent,
                                          "destroy-with-parent", TRUE, NULL);

  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (catalogue, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  run (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

typedef struct
{
  FondsCompleteness *report;
  FondsCatalogue *catalogue;
  char *path;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  fonds_completeness_unref (job->report);
  g_object_unref (job->catalogue);
  g_free (job->path);
  g_free (job);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;

  if (fonds_completeness_save_csv (job->report, job->catalogue, job->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsReportDialog *self = FONDS_REPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);
  g_autofree char *markup = NULL;

  if (!self->catalogue || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  markup = g_markup_escape_text (saved ? _ ("The list is saved") : error->message, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

/**
 * fonds_report_dialog_save:
 * @self: a dialog that shows a report
 * @path: a file; what is there is overwritten
 *
 * Saves the records of all lines as a table.
 */
void
fonds_report_dialog_save (FondsReportDialog *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, self->closing, saved_cb, NULL);
  SaveJob *job;

  g_return_if_fail (FONDS_IS_REPORT_DIALOG (self) && self->report);

  job = g_new0 (SaveJob, 1);
  job->report = fonds_completeness_ref (self->report);
  job->catalogue = g_object_ref (self->catalogue);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, fonds_report_dialog_save);
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (task, save_thread);
}
