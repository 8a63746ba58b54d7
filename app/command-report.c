/* command-report.c - the verb "report"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/json-writer.h"

#include "data/catalogue/field.h"
#include "data/exchange/completeness-csv.h"
#include "data/media/media.h"

#include <glib/gi18n-lib.h>

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  fonds_command_progress (_ ("Looking"), total > 0 ? (double) done / (double) total : 1);
}

static void
start (FondsCatalogue *catalogue,
       gconstpointer options,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  fonds_completeness_run_async (catalogue, options, cancellable, callback, user_data);
}

static void
print_json (const FondsCompleteness *report)
{
  g_autoptr (FondsJsonWriter) out = fonds_json_writer_new ();

  fonds_json_writer_begin (out, '{');
  fonds_json_writer_int (out, "records", (gint64) report->n_records);
  fonds_json_writer_int (out, "withGaps", (gint64) report->n_with_gaps);
  fonds_json_writer_name (out, "gaps");
  fonds_json_writer_begin (out, '[');
  for (guint i = 0; i < report->gaps->len; i++)
    {
      const FondsGap *gap = g_ptr_array_index (report->gaps, i);

      fonds_json_writer_begin (out, '{');
      fonds_json_writer_string (out, "gap", fonds_gap_sort_id (gap->sort));
      fonds_json_writer_string (out, "kind", fonds_kind_id (gap->kind));
      fonds_json_writer_string (out, "field", gap->field != NULL ? gap->field->id : NULL);
      fonds_json_writer_int (out, "count", gap->n);
      fonds_json_writer_end (out, '}');
    }
  fonds_json_writer_end (out, ']');
  fonds_json_writer_end (out, '}');
  g_print ("%s\n", fonds_json_writer_text (out));
}

static void
print_text (const FondsCompleteness *report)
{
  int sort = -1;

  g_print (_ ("%" G_GUINT64_FORMAT " records, %" G_GUINT64_FORMAT " of them with gaps\n"),
           report->n_records, report->n_with_gaps);
  for (guint i = 0; i < report->gaps->len; i++)
    {
      const FondsGap *gap = g_ptr_array_index (report->gaps, i);
      g_autofree char *label = fonds_gap_label (gap);

      if ((int) gap->sort != sort)
        g_print ("%s\n", fonds_gap_sort_label (gap->sort));
      sort = (int) gap->sort;
      g_print ("%10u  %s\n", gap->n, label);
    }
}

static FondsExit
report_on (FondsCatalogue *catalogue, gboolean json, const char *out)
{
  const FondsCompletenessOptions options = {
    .reach = fonds_media_reaches,
    .reach_data = fonds_media_get (catalogue),
    .progress = progress_cb,
  };
  g_autoptr (GAsyncResult) result = fonds_command_await (catalogue, start, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsCompleteness) report = fonds_completeness_run_finish (result, &error);

  if (report == NULL)
    return fonds_command_fail (error);
  fonds_command_progress_end ();
  if (out != NULL && !fonds_completeness_save_csv (report, catalogue, out, NULL, &error))
    return fonds_command_fail (error);
  if (json)
    print_json (report);
  else
    print_text (report);
  return FONDS_EXIT_DONE;
}

/**
 * fonds_command_report:
 * @argc: how many words
 * @argv: the words
 *
 * Says what the records of a catalogue still lack.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_report (int argc, char **argv)
{
  gboolean json = FALSE, force = FALSE;
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Also write every record as a row of CSV"),
      "OUT" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Overwrite a file"), NULL },
    { NULL },
  };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    return status;
  if (out != NULL && !force && g_file_test (out, G_FILE_TEST_EXISTS))
    return fonds_command_misuse (_ ("That file is there already; “--force” overwrites it."));
  catalogue = fonds_command_open (argv[1], &error);
  return catalogue != NULL ? report_on (catalogue, json, out) : fonds_command_fail (error);
}
