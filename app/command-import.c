/* command-import.c - the verb "import"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/catalogue/batch-tidy.h"
#include "data/exchange/error.h"
#include "data/exchange/import-files.h"
#include "data/exchange/import.h"
#include "data/exchange/mapping-shipped.h"
#include "data/media/attach-list.h"
#include "data/search/search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After as many records the next start would be noticed to read everything. */
#define MANY_RECORDS 10000

typedef struct
{
  char *format;
  char *mapping;
  char *source;
  char *encoding;
  char *language;
  char *report;
  gboolean dry_run;
  gboolean strict;
  gboolean link_names;
  gboolean attach;
} Options;

static void
show_progress (FondsImportStage stage, guint64 done, guint64 total, guint64 rows, gpointer data)
{
  const char *const what[] = { N_ ("Reading"), N_ ("Importing"), N_ ("Finishing") };

  fonds_command_progress (_ (what[stage]), total > 0 ? (double) done / (double) total : 1);
}

static void
print_counts (const FondsImportReport *report)
{
  for (int kind = FONDS_KIND_NONE; kind < FONDS_N_KINDS; kind++)
    {
      const guint64 *n = report->n[kind];

      if (n[FONDS_IMPORT_NEW] + n[FONDS_IMPORT_CHANGED] + n[FONDS_IMPORT_UNCHANGED] +
              n[FONDS_IMPORT_REFUSED] ==
          0)
        continue;
      g_print (_ ("%s: %" G_GUINT64_FORMAT " new, %" G_GUINT64_FORMAT " changed, %" G_GUINT64_FORMAT
                  " unchanged, %" G_GUINT64_FORMAT " refused\n"),
               kind == FONDS_KIND_NONE ? _ ("Rows") : _ (fonds_kind_label_plural (kind)),
               n[FONDS_IMPORT_NEW], n[FONDS_IMPORT_CHANGED], n[FONDS_IMPORT_UNCHANGED],
               n[FONDS_IMPORT_REFUSED]);
    }
}

static void
print_refused (const FondsImportReport *report)
{
  for (guint i = 0; i < report->lines->len; i++)
    {
      const FondsImportLine *line = g_ptr_array_index (report->lines, i);

      if (line->result != FONDS_IMPORT_REFUSED)
        continue;
      g_printerr (_ ("%s, row %" G_GUINT64_FORMAT " (line %" G_GUINT64_FORMAT ")"), line->file,
                  line->row, line->line);
      if (line->column != NULL)
        g_printerr (_ (", column “%s”"), line->column);
      if (line->value != NULL)
        g_printerr (_ (", “%s”"), line->value);
      g_printerr (": %s\n", line->reason);
    }
}

static gboolean
write_report (const FondsImportReport *report, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);

  return stream != NULL && fonds_import_report_write (report, G_OUTPUT_STREAM (stream), error) &&
         g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error);
}

/* Rows that were refused are always kept in a file; without a name given, beside the catalogue. */
static gboolean
keep_report (const FondsImportReport *report,
             const char *catalogue,
             const char *given,
             GError **error)
{
  gboolean refused = fonds_import_report_total (report, FONDS_IMPORT_REFUSED) > 0;
  g_autofree char *own = g_strconcat (catalogue, ".import-report.csv", NULL);
  const char *path = given != NULL ? given : own;

  if (given == NULL && !refused)
    return TRUE;
  if (!write_report (report, path, error))
    return FALSE;
  g_printerr (_ ("The report is in %s\n"), path);
  return TRUE;
}

static FondsExit
say (const FondsImportReport *report, const char *catalogue, const Options *options)
{
  g_autoptr (GError) error = NULL;

  fonds_command_progress_end ();
  print_refused (report);
  for (guint i = 0; i < report->sentences->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (report->sentences, i));
  print_counts (report);
  if (!keep_report (report, catalogue, options->report, &error))
    return fonds_command_fail (error);
  if (options->dry_run)
    g_print ("%s\n", _ ("Nothing was written: this was a dry run."));
  return fonds_import_report_total (report, FONDS_IMPORT_REFUSED) > 0 ? FONDS_EXIT_REFUSED
                                                                      : FONDS_EXIT_DONE;
}

static FondsMapping *
load_mapping (const char *name, GError **error)
{
  FondsMapping *shipped = fonds_mapping_load_shipped (name, NULL);

  return shipped != NULL ? shipped : fonds_mapping_load (name, error);
}

static void
start (FondsCatalogue *catalogue,
       gconstpointer options,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  fonds_import_run_async (catalogue, options, cancellable, callback, user_data);
}

static void
start_attaching (FondsCatalogue *catalogue,
                 gconstpointer options,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  fonds_attach_list_async (fonds_media_get (catalogue), (GPtrArray *) options, fonds_command_who (),
                           cancellable, callback, user_data);
}

static FondsExit
attach (FondsCatalogue *catalogue, GPtrArray *orders, FondsExit so_far)
{
  g_autoptr (GAsyncResult) result = fonds_command_await (catalogue, start_attaching, orders);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsAttached) attached =
      fonds_attach_finish (fonds_media_get (catalogue), result, &error);

  if (attached == NULL)
    return fonds_command_fail (error);
  for (guint i = 0; i < attached->refused->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (attached->refused, i));
  g_print (ngettext ("Attached %u file.\n", "Attached %u files.\n", attached->n_attached),
           attached->n_attached);
  return attached->refused->len > 0 ? FONDS_EXIT_REFUSED : so_far;
}

/* Lays the facts that searches need into the file, so that the next start is quick. That this fails
 * is not told: nothing but time is lost. */
static void
prepare_search (FondsCatalogue *catalogue, const FondsImportReport *report)
{
  g_autoptr (FondsSearch) search = NULL;

  if (fonds_import_report_total (report, FONDS_IMPORT_NEW) +
          fonds_import_report_total (report, FONDS_IMPORT_CHANGED) <
      MANY_RECORDS)
    return;
  fonds_command_progress (_ ("Preparing searches"), 0);
  search = fonds_search_new (catalogue);
  fonds_search_keep (search, NULL, NULL);
  fonds_command_progress_end ();
}

/* A report never takes the place of what it reports on. */
static gboolean
may_be_report (const char *path, char **files)
{
  g_autoptr (GFile) report = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;

  for (guint i = 0; report != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (files[i]);

      if (g_file_equal (report, file))
        return FALSE;
    }
  return TRUE;
}

static FondsExit
import (char **argv, const Options *options)
{
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (FondsMapping) mapping = NULL;
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) files = fonds_import_files_new ();
  g_autoptr (GError) error = NULL;
  FondsExit status;
  FondsImportOptions import = {
    .paths = (const char *const *) argv + 2,
    .source = options->source,
    .encoding = options->encoding,
    .language = options->language,
    .who = fonds_command_who (),
    .dry_run = options->dry_run,
    .strict = options->strict,
    .link_names = options->link_names,
    .progress = show_progress,
    .heard = options->attach && !options->dry_run ? fonds_import_files_note : NULL,
    .heard_data = files,
  };

  if (!may_be_report (options->report, argv + 1))
    return fonds_command_misuse (_ ("The report can't be one of the files of the import."));
  if (options->mapping != NULL && (mapping = load_mapping (options->mapping, &error)) == NULL)
    return fonds_command_fail (error);
  import.mapping = mapping;
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !fonds_batch_tidy (catalogue, NULL, &error))
    return fonds_command_fail (error);
  result = fonds_command_await (catalogue, start, &import);
  report = fonds_import_run_finish (result, &error);
  if (report == NULL)
    return fonds_command_fail (error);
  if (!options->dry_run && !report->written)
    {
      say (report, argv[1], options);
      return FONDS_EXIT_FAILED;
    }
  status = say (report, argv[1], options);
  if (files->len > 0)
    status = attach (catalogue, files, status);
  if (!options->dry_run)
    prepare_search (catalogue, report);
  return status;
}

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->mapping);
  g_free (options->source);
  g_free (options->encoding);
  g_free (options->language);
  g_free (options->report);
}

/**
 * fonds_command_import:
 * @argc: how many words
 * @argv: the words
 *
 * Brings CSV files in: AtoM's own, or any other by a mapping.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_import (int argc, char **argv)
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_ ("Only say what would happen"),
      NULL },
    { "mapping", 'm', 0, G_OPTION_ARG_FILENAME, &options.mapping,
      N_ ("What the columns mean: a mapping file, or the name of a shipped one"), "M" },
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("csv (the only one so far)"),
      "F" },
    { "source", 's', 0, G_OPTION_ARG_FILENAME, &options.source,
      N_ ("The source that the rows' ids belong to; without it, recognised by the records"),
      "NAME" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &options.encoding,
      N_ ("The files' encoding; without it, found out"), "E" },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language,
      N_ ("The language of texts where the rows don't say it"), "L" },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &options.strict,
      N_ ("Refuse everything if any row is refused"), NULL },
    { "link-names", 0, 0, G_OPTION_ARG_NONE, &options.link_names,
      N_ ("Link names that the catalogue has from elsewhere, if they are exactly the same"), NULL },
    { "attach", 0, 0, G_OPTION_ARG_NONE, &options.attach,
      N_ ("Attach the files that digitalObjectPath names, from the table's folder"), NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, N_ ("Write the report to a CSV file"),
      "OUT" },
    { NULL },
  };
  FondsExit status;

  if (fonds_command_parse (&argc, &argv, entries, 2, -1, &status))
    status = options.format != NULL && strcmp (options.format, "csv") != 0
                 ? fonds_command_misuse (_ ("The format of an import can only be “csv” so far."))
                 : import (argv, &options);
  options_clear (&options);
  return status;
}
