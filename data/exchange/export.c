/* export.c - hands a catalogue, or a part of it, out in a format
 *
 * Everything is read in one view of the catalogue, so that a change made meanwhile is in all of it or in
 * none.
 * Thread: any but the main one; the asynchronous form has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-private.h"

#include "data/catalogue/identity-table.h"
#include "data/exchange/error.h"
#include "data/store/database.h"
#include "data/store/schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/**
 * fonds_export_format_from_id:
 * @id: "atom", "csv" or "json"
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
fonds_export_format_from_id (const char *id, FondsExportFormat *format)
{
  static const char *const ids[] = { "atom", "csv", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (strcmp (ids[i], id) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/* What a dry run writes goes nowhere. */
static FondsExportFile *
open_nowhere (GError **error)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/dev/null");
  GFileOutputStream *stream = g_file_append_to (nowhere, G_FILE_CREATE_NONE, NULL, error);
  FondsExportFile *file = stream != NULL ? g_new0 (FondsExportFile, 1) : NULL;

  if (file != NULL)
    file->stream = G_OUTPUT_STREAM (stream);
  return file;
}

/**
 * fonds_export_open:
 * @self: an export
 * @path: a file
 * @error: return location for an error
 *
 * Opens a file of the export and notes it in the report. Never takes a catalogue's place. It lies beside what was there under another
 * name until the export is done.
 *
 * Returns: (transfer full): the file
 */
FondsExportFile *
fonds_export_open (FondsExport *self, const char *path, GError **error)
{
  FondsExportFile *file;
  g_autoptr (GFile) half = NULL;

  if (self->options->dry_run)
    return open_nowhere (error);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && fonds_schema_check_header (path, NULL))
    {
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                   _ ("“%s” is a catalogue; it was not touched. Choose another name."), path);
      return NULL;
    }
  file = g_new0 (FondsExportFile, 1);
  file->path = g_strdup (path);
  file->half = g_strconcat (path, ".half", NULL);
  half = g_file_new_for_path (file->half);
  file->stream = G_OUTPUT_STREAM (
      g_file_replace (half, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error));
  if (file->stream == NULL)
    {
      fonds_export_give_up (file);
      return NULL;
    }
  g_ptr_array_add (self->report->files, g_strdup (path));
  return file;
}

/**
 * fonds_export_finish:
 * @self: an export
 * @file: (transfer full): a file of it, written to its end
 * @error: return location for an error; the file is gone then
 *
 * Closes a file. It gets its name when all files of the export are finished.
 *
 * Returns: whether everything written has reached the file
 */
gboolean
fonds_export_finish (FondsExport *self, FondsExportFile *file, GError **error)
{
  if (!g_output_stream_close (file->stream, NULL, error))
    {
      fonds_export_give_up (file);
      return FALSE;
    }
  g_ptr_array_add (self->finished, file);
  return TRUE;
}

/**
 * fonds_export_give_up:
 * @file: (transfer full) (nullable): a file of an export
 *
 * Frees a file, and removes it if it has not got its name.
 */
void
fonds_export_give_up (FondsExportFile *file)
{
  if (file == NULL)
    return;
  if (file->stream != NULL)
    {
      g_output_stream_close (file->stream, NULL, NULL);
      g_object_unref (file->stream);
      if (file->half != NULL)
        g_unlink (file->half);
    }
  g_free (file->path);
  g_free (file->half);
  g_free (file);
}

/* All files get their names together, so that no mixture of old and new ones is left behind by an
 * error. */
static gboolean
name_files (FondsExport *self, GError **error)
{
  for (guint i = 0; i < self->finished->len; i++)
    {
      FondsExportFile *file = g_ptr_array_index (self->finished, i);
      g_autoptr (GFile) half = g_file_new_for_path (file->half);
      g_autoptr (GFile) whole = g_file_new_for_path (file->path);

      if (!g_file_move (half, whole, G_FILE_COPY_OVERWRITE | G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL,
                        NULL, NULL, error))
        return FALSE;
      g_clear_pointer (&file->half, g_free);
    }
  return TRUE;
}

static gboolean
write_format (FondsExport *self, GError **error)
{
  switch (self->options->format)
    {
    case FONDS_EXPORT_ATOM:
      return fonds_export_atom (self, error);
    case FONDS_EXPORT_CSV:
      return fonds_export_csv (self, error);
    case FONDS_EXPORT_JSON:
      return fonds_export_json (self, error);
    }
  g_return_val_if_reached (FALSE);
}

static void
clear_export (FondsExport *self)
{
  g_clear_pointer (&self->finished, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_string_chunk_free);
  g_clear_pointer (&self->targets, fonds_targets_free);
  g_clear_pointer (&self->choice, fonds_export_choice_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->custom, fonds_custom_table_free);
  g_clear_pointer (&self->report, fonds_export_report_free);
  g_clear_pointer (&self->db, fonds_db_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsExport, clear_export)

/**
 * fonds_export_run:
 * @catalogue: a catalogue
 * @options: what is handed out and how
 * @cancellable: (nullable): stops it; files that are not whole do not replace what was there
 * @error: return location for an error
 *
 * Hands records out.
 *
 * Returns: (transfer full) (nullable): what was written, and what the format could not carry
 */
FondsExportReport *
fonds_export_run (FondsCatalogue *catalogue,
                  const FondsExportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (FondsExport) self = { .options = options, .cancellable = cancellable };

  self.report = fonds_export_report_new ();
  self.finished = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_export_give_up);
  self.texts = g_ptr_array_new ();
  self.kept = g_string_chunk_new (4000);
  self.db = fonds_store_connect (fonds_catalogue_get_store (catalogue), error);
  if (self.db == NULL || !fonds_db_begin (self.db, FALSE, error))
    return NULL;
  self.custom = fonds_custom_table_load (self.db, error);
  if (self.custom == NULL || !fonds_identity_main_origin (self.db, &self.origin, error))
    return NULL;
  self.targets = fonds_targets_new (self.db, options->audience);
  if (!write_format (&self, error) || (!options->dry_run && !name_files (&self, error)))
    return NULL;
  self.report->n_steps = self.n_done;
  fonds_db_rollback (self.db);
  return g_steal_pointer (&self.report);
}

/* The options, copied, since the caller need not keep them. */
typedef struct
{
  FondsExportOptions options;
  char *path;
  GMainContext *context;
  FondsExportProgress progress;
  gpointer progress_data;
} Job;

/* One telling of progress on its way to the main context. */
typedef struct
{
  FondsExportProgress progress;
  gpointer data;
  guint64 n;
} Telling;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->options.ids, g_array_unref);
  g_free (job->path);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  telling->progress (telling->n, telling->data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint64 n, gpointer data)
{
  Job *job = data;
  Telling telling = { job->progress, job->progress_data, n };

  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb,
                              g_memdup2 (&telling, sizeof telling), g_free);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  FondsExportReport *report = fonds_export_run (source, &job->options, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) fonds_export_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_export_run_async:
 * @catalogue: a catalogue
 * @options: what is handed out and how; copied. Its progress function is called in the thread-default
 *   main context of the caller, and may still be called once after the end
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is over
 * @user_data: for @callback
 *
 * Begins [func@export_run] in a thread of its own.
 */
void
fonds_export_run_async (FondsCatalogue *catalogue,
                        const FondsExportOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (catalogue, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (options->path);
  job->options = *options;
  job->options.path = job->path;
  job->context = g_main_context_ref_thread_default ();
  job->progress = options->progress;
  job->progress_data = options->progress_data;
  job->options.progress = options->progress != NULL ? progress_cb : NULL;
  job->options.progress_data = job;
  if (options->ids != NULL)
    g_array_ref (options->ids);
  g_task_set_source_tag (task, fonds_export_run_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, run_cb);
}

/**
 * fonds_export_run_finish:
 * @result: what the callback was given
 * @error: return location for an error, as of [func@export_run]
 *
 * Returns: (transfer full) (nullable): the report
 */
FondsExportReport *
fonds_export_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
