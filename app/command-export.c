/* command-export.c - the verb "export"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/catalogue/field.h"
#include "data/exchange/export.h"
#include "data/search/search.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *format;
  char *out;
  char *query;
  char *kind;
  gboolean is_public;
  gboolean spreadsheet_safe;
  gboolean force;
} Options;

static void
show_progress (guint64 n, gpointer data)
{
  fonds_command_progress_count (_ ("Writing"), n);
}

static void
print_report (const FondsExportReport *report)
{
  for (int kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (report->n[kind] > 0)
      g_print ("%10" G_GUINT64_FORMAT "  %s\n", report->n[kind],
               _ (fonds_kind_label_plural (kind)));
  if (report->n_withheld > 0)
    g_print (_ ("%10" G_GUINT64_FORMAT "  held back: not for the public\n"), report->n_withheld);
  for (guint i = 0; i < report->files->len; i++)
    g_print ("%s\n", (const char *) g_ptr_array_index (report->files, i));
  if (report->losses->len > 0)
    g_printerr ("%s\n", _ ("What the format can't carry:"));
  for (guint i = 0; i < report->losses->len; i++)
    {
      g_autofree char *loss = fonds_export_loss_describe (g_ptr_array_index (report->losses, i));

      g_printerr ("  %s\n", loss);
    }
}

/* The records that a query finds, in the order of the hierarchy. */
static GArray *
find (FondsCatalogue *catalogue, const char *query, GError **error)
{
  g_autoptr (FondsSearch) search = fonds_search_new (catalogue);
  g_autoptr (FondsRequest) request = fonds_request_new (query);
  g_autoptr (FondsAnswer) answer = NULL;
  GArray *ids;

  request->sort = FONDS_SORT_HIERARCHY;
  answer = fonds_search_run (search, request, NULL, error);
  if (answer == NULL)
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), answer->n);
  g_array_append_vals (ids, answer->ids, answer->n);
  return ids;
}

static void
start (FondsCatalogue *catalogue,
       gconstpointer options,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  fonds_export_run_async (catalogue, options, cancellable, callback, user_data);
}

static FondsExit
run (FondsCatalogue *catalogue, const FondsExportOptions *out)
{
  g_autoptr (GAsyncResult) result = fonds_command_await (catalogue, start, out);
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsExportReport) report = fonds_export_run_finish (result, &error);

  if (report == NULL)
    return fonds_command_fail (error);
  fonds_command_progress_end ();
  print_report (report);
  return FONDS_EXIT_DONE;
}

static FondsExit
hand_out (const char *path, const Options *options, FondsExportOptions *out)
{
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  catalogue = fonds_command_open (path, &error);
  if (catalogue == NULL)
    return fonds_command_fail (error);
  if (options->query != NULL && (ids = find (catalogue, options->query, &error)) == NULL)
    return fonds_command_fail (error);
  out->ids = ids;
  return run (catalogue, out);
}

static FondsExit
understand (const char *path, const Options *options)
{
  FondsExportOptions out = {
    .path = options->out,
    .audience = options->is_public ? FONDS_AUDIENCE_PUBLIC : FONDS_AUDIENCE_STAFF,
    .spreadsheet_safe = options->spreadsheet_safe,
    .progress = show_progress,
  };

  if (options->out == NULL)
    return fonds_command_misuse (_ ("“--out” must say where it goes."));
  if (!fonds_export_format_from_id (options->format != NULL ? options->format : "atom",
                                    &out.format))
    return fonds_command_misuse (_ ("The format can be “atom”, “csv” or “json”."));
  if (options->kind != NULL && (out.kind = fonds_kind_from_id (options->kind)) == FONDS_KIND_NONE)
    return fonds_command_misuse (_ ("There is no such kind of record."));
  if (!options->force && g_file_test (options->out, G_FILE_TEST_IS_REGULAR))
    return fonds_command_misuse (_ ("That file is there already; “--force” overwrites it."));
  return hand_out (path, options, &out);
}

/**
 * fonds_command_export:
 * @argc: how many words
 * @argv: the words
 *
 * Hands records out.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_export (int argc, char **argv)
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_FILENAME, &options.format,
      N_ ("atom (a folder of CSV files), csv (one kind of record) or json"), "F" },
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &options.out, N_ ("Where it goes"), "OUT" },
    { "query", 'q', 0, G_OPTION_ARG_FILENAME, &options.query, N_ ("Only what a search finds"),
      "Q" },
    { "kind", 'k', 0, G_OPTION_ARG_FILENAME, &options.kind, N_ ("For csv: which kind of record"),
      "K" },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options.is_public, N_ ("Only what the public may see"),
      NULL },
    { "spreadsheet-safe", 0, 0, G_OPTION_ARG_NONE, &options.spreadsheet_safe,
      N_ ("Keep spreadsheets from running cells; not for importing again"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options.force, N_ ("Overwrite a file"), NULL },
    { NULL },
  };
  FondsExit status;

  if (fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    status = understand (argv[1], &options);
  g_free (options.format);
  g_free (options.out);
  g_free (options.query);
  g_free (options.kind);
  return status;
}
