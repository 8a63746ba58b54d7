/* import-done.c - what an import has done
 *
 * Counts, and what one may want next: to look at what came in, to take it back, to keep the report. The
 * first two are actions of the dialog around it.
 * Thread: main context; saving has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/import-done.h"

#include "data/exchange/safe-file.h"
#include "ui/file-chooser.h"
#include "ui/label.h"

#include <glib/gi18n-lib.h>

struct _FondsImportDone
{
  AdwBin parent_instance;

  /* owned by the template */
  AdwStatusPage *page;
  GtkButton *undo;
  GtkLabel *saved;

  /* owned */
  GBytes *report; /* (nullable): as a table */
};

G_DEFINE_FINAL_TYPE (FondsImportDone, fonds_import_done, ADW_TYPE_BIN)

static char *
describe (const FondsImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int i;

  for (i = 0; i < FONDS_N_IMPORT_RESULTS; i++)
    {
      guint64 n = fonds_import_report_total (report, i);
      g_autofree char *count = fonds_format_count ((gint64) n);

      if (n > 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", count,
                                fonds_import_result_label (i));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_title (const FondsImportReport *report)
{
  guint64 n = fonds_import_report_total (report, FONDS_IMPORT_NEW) +
              fonds_import_report_total (report, FONDS_IMPORT_CHANGED);
  g_autofree char *count = fonds_format_count ((gint64) n);

  return g_strdup_printf (ngettext ("%s record came in", "%s records came in", (gulong) n), count);
}

static GBytes *
make_table (const FondsImportReport *report)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!fonds_import_report_write (report, stream, NULL) ||
      !g_output_stream_close (stream, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsImportDone) self = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (path && self->report)
    fonds_import_done_save (self, path);
}

static void
save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  fonds_choose_file_async (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Save the report"),
                           _ ("_Save"), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, _ ("Import.csv"),
                           chosen_cb, g_object_ref (widget));
}

static void
fonds_import_done_dispose (GObject *object)
{
  FondsImportDone *self = FONDS_IMPORT_DONE (object);

  g_clear_pointer (&self->report, g_bytes_unref);
  /* The bin's child is bound to the template, which would take it from under the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), FONDS_TYPE_IMPORT_DONE);

  G_OBJECT_CLASS (fonds_import_done_parent_class)->dispose (object);
}

static void
fonds_import_done_class_init (FondsImportDoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_import_done_dispose;

  gtk_widget_class_install_action (widget_class, "done.save", NULL, save);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/import-done.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsImportDone, page);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDone, undo);
  gtk_widget_class_bind_template_child (widget_class, FondsImportDone, saved);
}

static void
fonds_import_done_init (FondsImportDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fonds_import_done_new:
 *
 * Makes an empty page.
 *
 * Returns: (transfer floating): the page
 */
FondsImportDone *
fonds_import_done_new (void)
{
  return g_object_new (FONDS_TYPE_IMPORT_DONE, NULL);
}

/**
 * fonds_import_done_set_report:
 * @self: a page
 * @report: what was done; not kept
 *
 * Says what was done.
 */
void
fonds_import_done_set_report (FondsImportDone *self, const FondsImportReport *report)
{
  g_autofree char *title = make_title (report);
  g_autofree char *description = describe (report);

  g_return_if_fail (FONDS_IS_IMPORT_DONE (self));

  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, description);
  gtk_button_set_label (self->undo, _ ("Undo the import"));
  gtk_widget_set_visible (GTK_WIDGET (self->saved), FALSE);
  g_clear_pointer (&self->report, g_bytes_unref);
  self->report = make_table (report);
  /* What is new needs no report; it lists what was changed and what was refused. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "done.save",
                                 self->report && report->lines->len > 0);
}

static char *
describe_files (const FondsAttached *attached)
{
  g_autofree char *count = fonds_format_count (attached->n_attached);
  g_autofree char *refused = fonds_format_count (attached->refused->len);
  g_autofree char *done =
      g_strdup_printf (ngettext ("%s file attached", "%s files attached", attached->n_attached),
                       count);

  if (attached->refused->len == 0)
    return g_steal_pointer (&done);
  return g_strdup_printf (ngettext ("%s, %s could not be: the report says why",
                                    "%s, %s could not be: the report says why",
                                    attached->refused->len),
                          done, refused);
}

/**
 * fonds_import_done_set_attached:
 * @self: a page that says what was done
 * @attached: (nullable): what came of attaching files; %NULL: nothing
 * @error: (nullable): why, if nothing
 *
 * Says also what was done about the files. They are an edit of their own, which is taken back first.
 */
void
fonds_import_done_set_attached (FondsImportDone *self,
                                const FondsAttached *attached,
                                const GError *error)
{
  g_autofree char *files = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FONDS_IS_IMPORT_DONE (self) && (attached || error));

  if (attached)
    files = describe_files (attached);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    files = g_strdup (_ ("No files were attached"));
  else
    files = g_strdup_printf (_ ("No files were attached: %s"), error->message);
  markup = g_markup_escape_text (files, -1);
  text = g_strconcat (adw_status_page_get_description (self->page), "\n", markup, NULL);
  adw_status_page_set_description (self->page, text);
  if (attached && attached->n_attached > 0)
    gtk_button_set_label (self->undo, _ ("Undo attaching the files"));
}

typedef struct
{
  GBytes *report;
  char *path;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_bytes_unref (job->report);
  g_free (job->path);
  g_free (job);
}

static gboolean
write_cb (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (data, &length);

  return g_output_stream_write_all (stream, bytes, length, NULL, cancellable, error);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;

  if (fonds_safe_file_write (job->path, write_cb, job->report, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FondsImportDone *self = FONDS_IMPORT_DONE (source);
  g_autoptr (GError) error = NULL;
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (!self->saved)
    return;
  gtk_label_set_text (self->saved, saved ? _ ("The report is saved") : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->saved), TRUE);
}

/**
 * fonds_import_done_save:
 * @self: a page that says what was done
 * @path: a file; what is there is overwritten
 *
 * Saves the report as a table.
 */
void
fonds_import_done_save (FondsImportDone *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  SaveJob *job;

  g_return_if_fail (FONDS_IS_IMPORT_DONE (self) && self->report);

  job = g_new0 (SaveJob, 1);
  job->report = g_bytes_ref (self->report);
  job->path = g_strdup (path);
  g_task_set_source_tag (task, fonds_import_done_save);
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (task, save_thread);
}
