/* result-text.c - many records as one text, to be pasted elsewhere
 *
 * A line a record, in the order of the ids. Read in portions on the thread of searches, so that a
 * search that is typed meanwhile comes in between; a record that is gone is left out.
 * Thread: main context; the portions are read on the store's query thread.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/result-text.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/error.h"
#include "data/catalogue/record.h"
#include "data/catalogue/row.h"
#include "ui/result-column.h"

#define PORTION 256

typedef struct
{
  FondsCatalogue *catalogue;
  guint32 *ids;
  guint n;
  guint n_done;
  guint n_written;
  FondsResultText what;
  GString *text;
} Job;

static void read_portion (GTask *task);

static void
job_free (Job *job)
{
  g_object_unref (job->catalogue);
  g_free (job->ids);
  g_string_free (job->text, TRUE);
  g_free (job);
}

/* A line feed or a tab in a title must not begin another line or column. */
static void
append_cell (GString *line, const char *text)
{
  const char *p;

  for (p = text ? text : ""; *p; p++)
    g_string_append_c (line, *p == '\n' || *p == '\r' || *p == '\t' ? ' ' : *p);
}

static void
write_line (Job *job, const FondsRow *row, const char *code)
{
  static const FondsColumn columns[] = { FONDS_COLUMN_TITLE, FONDS_COLUMN_LEVEL, FONDS_COLUMN_DATES,
                                         FONDS_COLUMN_CREATORS };
  guint i;

  append_cell (job->text, code);
  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = fonds_column_dup_text (columns[i], row);

      g_string_append_c (job->text, '\t');
      append_cell (job->text, text);
    }
}

static void
write_record (Job *job, const FondsRow *row, FondsRecord *record)
{
  g_autofree char *citation = NULL;

  if (job->what == FONDS_RESULT_TEXT_REFERENCE && !record->reference_code)
    return;
  if (job->text->len > 0)
    g_string_append_c (job->text, '\n');
  if (job->what == FONDS_RESULT_TEXT_CITATION)
    citation = fonds_citation (record);
  if (job->what == FONDS_RESULT_TEXT_LINE)
    write_line (job, row, record->reference_code);
  else
    append_cell (job->text, citation ? citation : record->reference_code);
  job->n_written++;
}

static gboolean
read_one (FondsDb *db, Job *job, const FondsRow *row, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (FondsRecord) record = row->id ? fonds_record_load (db, row->id, &own) : NULL;

  if (record)
    write_record (job, row, record);
  if (!own || g_error_matches (own, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
read_rows (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  guint n = MIN (PORTION, job->n - job->n_done);
  g_autoptr (GArray) rows = fonds_row_load (db, job->ids + job->n_done, n, error);
  guint i;

  for (i = 0; rows && i < rows->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !read_one (db, job, &g_array_index (rows, FondsRow, i), error))
        return FALSE;
    }
  job->n_done += n;
  return rows != NULL;
}

static void
portion_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!fonds_store_run_finish (FONDS_STORE (source), result, &error))
    g_task_return_error (task, error);
  else if (job->n_done < job->n)
    read_portion (task);
  else
    g_task_return_pointer (task, g_strdup (job->text->str), g_free);
}

static void
read_portion (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  fonds_store_run_async (fonds_catalogue_get_store (job->catalogue), FONDS_LANE_QUERY, read_rows,
                         job, NULL, g_task_get_cancellable (task), portion_cb, g_object_ref (task));
}

/**
 * fonds_result_text_async:
 * @catalogue: whose records they are
 * @ids: (array length=n): records; copied
 * @n: how many
 * @what: what is written of each
 * @cancellable: (nullable): what stops it
 * @callback: called when the text is there
 * @user_data: for @callback
 *
 * Writes records as text.
 */
void
fonds_result_text_async (FondsCatalogue *catalogue,
                         const guint32 *ids,
                         guint n,
                         FondsResultText what,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (catalogue, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, fonds_result_text_async);
  job->catalogue = g_object_ref (catalogue);
  job->ids = g_memdup2 (ids, n * sizeof *ids);
  job->n = n;
  job->what = what;
  job->text = g_string_new (NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  read_portion (task);
}

/**
 * fonds_result_text_finish:
 * @result: what the callback was given
 * @n: (out): how many records have a line
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the lines, without a line feed after the last
 */
char *
fonds_result_text_finish (GAsyncResult *result, guint *n, GError **error)
{
  char *text = g_task_propagate_pointer (G_TASK (result), error);

  *n = text ? ((Job *) g_task_get_task_data (G_TASK (result)))->n_written : 0;
  return text;
}
