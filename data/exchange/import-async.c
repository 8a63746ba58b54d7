/* import-async.c - an import that the window does not wait for
 *
 * It has a thread of its own: it only reads files and its own connection, and asks the catalogue's
 * writer like everybody else. Progress is told in the caller's main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import.h"

/* The options, copied, since the caller need not keep them. */
typedef struct
{
  FondsCatalogue *catalogue;
  FondsImportOptions options;
  FondsMapping *mapping;
  GPtrArray *mappings; /* (nullable) (element-type FondsMapping): one for each path, or NULL */
  char **paths;
  char *texts[4];
  GMainContext *context;
  FondsImportProgress progress;
  gpointer progress_data;
} Job;

/* One telling of progress on its way to the main context. */
typedef struct
{
  FondsImportProgress progress;
  gpointer data;
  FondsImportStage stage;
  guint64 done, total, rows;
} Telling;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->catalogue);
  fonds_mapping_free (job->mapping);
  g_clear_pointer (&job->mappings, g_ptr_array_unref);
  g_strfreev (job->paths);
  for (guint i = 0; i < G_N_ELEMENTS (job->texts); i++)
    g_free (job->texts[i]);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
tell_cb (gpointer data)
{
  Telling *telling = data;

  telling->progress (telling->stage, telling->done, telling->total, telling->rows, telling->data);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (FondsImportStage stage, guint64 done, guint64 total, guint64 rows, gpointer data)
{
  Job *job = data;
  Telling telling = { job->progress, job->progress_data, stage, done, total, rows };

  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, tell_cb,
                              g_memdup2 (&telling, sizeof telling), g_free);
}

static FondsMapping *
copy_mapping (const FondsMapping *mapping)
{
  g_autofree char *text = mapping != NULL ? fonds_mapping_print (mapping) : NULL;

  return text != NULL ? fonds_mapping_parse (text, "", NULL) : NULL;
}

static GPtrArray *
copy_mappings (FondsMapping *const *mappings, guint n)
{
  GPtrArray *copies;
  guint i;

  if (mappings == NULL)
    return NULL;
  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_mapping_free);
  for (i = 0; i < n; i++)
    g_ptr_array_add (copies, copy_mapping (mappings[i]));
  return copies;
}

static Job *
new_job (FondsCatalogue *catalogue, const FondsImportOptions *options)
{
  Job *job = g_new0 (Job, 1);
  const char *const texts[] = { options->source, options->encoding, options->language,
                                options->who };

  job->catalogue = g_object_ref (catalogue);
  job->mapping = copy_mapping (options->mapping);
  job->paths = g_strdupv ((char **) options->paths);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    job->texts[i] = g_strdup (texts[i]);
  job->context = g_main_context_ref_thread_default ();
  job->progress = options->progress;
  job->progress_data = options->progress_data;
  job->options = *options;
  job->mappings = copy_mappings (options->mappings, g_strv_length (job->paths));
  job->options.mapping = job->mapping;
  job->options.mappings =
      job->mappings != NULL ? (FondsMapping *const *) job->mappings->pdata : NULL;
  job->options.paths = (const char *const *) job->paths;
  job->options.source = job->texts[0];
  job->options.encoding = job->texts[1];
  job->options.language = job->texts[2];
  job->options.who = job->texts[3];
  job->options.progress = options->progress != NULL ? progress_cb : NULL;
  job->options.progress_data = job;
  return job;
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  FondsImportReport *report = fonds_import_run (job->catalogue, &job->options, cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) fonds_import_report_free);
  else
    g_task_return_error (task, error);
}

/**
 * fonds_import_run_async:
 * @catalogue: a catalogue
 * @options: what is brought in and how; copied. Its progress function is called in the thread-default
 *   main context of the caller, and may still be called once after the end
 * @cancellable: (nullable): stops it; nothing has happened then
 * @callback: (scope async): called when it is over
 * @user_data: for @callback
 *
 * Begins [func@import_run] in a thread of its own.
 */
void
fonds_import_run_async (FondsCatalogue *catalogue,
                        const FondsImportOptions *options,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (catalogue, cancellable, callback, user_data);

  g_task_set_source_tag (task, fonds_import_run_async);
  g_task_set_task_data (task, new_job (catalogue, options), free_job);
  g_task_run_in_thread (task, run_cb);
}

/**
 * fonds_import_run_finish:
 * @result: what the callback was given
 * @error: return location for an error, as of [func@import_run]
 *
 * Returns: (transfer full) (nullable): the report
 */
FondsImportReport *
fonds_import_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
