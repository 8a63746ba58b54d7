/* record-print.c - a record on paper, or in a PDF file
 *
 * What a page looks like is settled in data/publish/; here it is asked where it goes.
 * Thread: main context; a file is written on a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-print.h"

#include "data/publish/record-pdf.h"
#include "data/publish/record-print.h"
#include "ui/error-words.h"
#include "ui/file-chooser.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

/* A print on its way. */
typedef struct
{
  FondsRecord *record;
  FondsPrintFlow *flow; /* (nullable): once the paper is known */
} Print;

static void
free_print (gpointer data, GClosure *closure)
{
  Print *print = data;

  fonds_record_unref (print->record);
  fonds_print_flow_free (print->flow);
  g_free (print);
}

static void
say (GtkWindow *window, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (FONDS_IS_WINDOW (window))
    fonds_window_add_toast (FONDS_WINDOW (window), adw_toast_new (markup));
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Print *print = data;

  g_clear_pointer (&print->flow, fonds_print_flow_free);
  print->flow = fonds_record_print (print->record, gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) fonds_print_flow_n_pages (print->flow));
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  fonds_print_flow_draw (((Print *) data)->flow, gtk_print_context_get_cairo_context (context),
                         (guint) page);
}

/* Asynchronous printing ends here when it fails after the dialog was closed. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer window)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (window, _ ("The record could not be printed"));
}

/**
 * fonds_record_print_dialog:
 * @window: the window in front of which it is asked
 * @record: a record
 *
 * Asks for a printer and prints the record.
 */
void
fonds_record_print_dialog (GtkWindow *window, FondsRecord *record)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  Print *print = g_new0 (Print, 1);

  print->record = fonds_record_ref (record);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The pages bring their own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, record->title);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_cb), print, free_print, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), print);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), window, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window, NULL);
}

/* A file that is to be written. */
typedef struct
{
  FondsRecord *record;
  char *path;
} Save;

static void
free_save (gpointer data)
{
  Save *save = data;

  fonds_record_unref (save->record);
  g_free (save->path);
  g_free (save);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created = g_date_time_format_iso8601 (now);
  GError *error = NULL;

  if (fonds_record_pdf (save->record, save->path, created, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  const Save *save = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = g_path_get_basename (save->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_ ("Saved as “%s”"), name);
  else
    text = g_strdup (fonds_error_title (error));
  say (window, text);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsRecord) record = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Save *save;

  if (!path)
    return;
  save = g_new0 (Save, 1);
  save->record = g_steal_pointer (&record);
  save->path = g_steal_pointer (&path);
  task = g_task_new (source, NULL, written_cb, NULL);
  g_task_set_task_data (task, save, free_save);
  g_task_run_in_thread (task, write_in_thread);
}

/* A code tells files apart better than a title; a slash would be a folder. */
static char *
make_name (const FondsRecord *record)
{
  const char *name = record->reference_code ? record->reference_code : record->title;
  g_autofree char *safe = g_strdelimit (g_strdup (name ? name : ""), "/\\:", '-');

  return g_strdup_printf ("%s.pdf", *safe ? safe : _ ("Record"));
}

/**
 * fonds_record_save_pdf:
 * @window: the window in front of which it is asked
 * @record: a record
 *
 * Asks for a file and writes the record to it.
 */
void
fonds_record_save_pdf (GtkWindow *window, FondsRecord *record)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = make_name (record);

  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  fonds_choose_file_async (window, _ ("Save the record as PDF"), _ ("_Save"),
                           GTK_FILE_CHOOSER_ACTION_SAVE, filter, name, chosen_cb,
                           fonds_record_ref (record));
}
