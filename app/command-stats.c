/* command-stats.c - the verb "stats"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/json-writer.h"

#include "data/catalogue/stats-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_stats_load (db, data, error);
}

static gint64
file_size (const char *path)
{
  GStatBuf buf;

  return g_stat (path, &buf) == 0 ? (gint64) buf.st_size : 0;
}

static void
print_json (const FondsStats *stats, const char *name, gint64 size)
{
  g_autoptr (FondsJsonWriter) out = fonds_json_writer_new ();

  fonds_json_writer_begin (out, '{');
  fonds_json_writer_string (out, "name", name);
  fonds_json_writer_int (out, "bytes", size);
  fonds_json_writer_name (out, "documents");
  fonds_json_writer_begin (out, '{');
  for (int kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    fonds_json_writer_int (out, fonds_kind_id (kind), stats->documents[kind]);
  fonds_json_writer_end (out, '}');
  fonds_json_writer_int (out, "dated", stats->dated);
  fonds_json_writer_int (out, "journalEntries", stats->entries);
  fonds_json_writer_end (out, '}');
  g_print ("%s\n", fonds_json_writer_text (out));
}

static gboolean
is_empty (const FondsStats *stats)
{
  for (int kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (stats->documents[kind] > 0)
      return FALSE;
  return stats->entries == 0;
}

static void
print_text (const FondsStats *stats, const char *name, gint64 size)
{
  g_autofree char *bytes = g_format_size ((guint64) size);

  g_print ("%s (%s)\n", name, bytes);
  if (is_empty (stats))
    {
      g_print ("%s\n", _ ("The catalogue is empty."));
      return;
    }
  for (int kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (stats->documents[kind] > 0)
      g_print ("%10" G_GINT64_FORMAT "  %s\n", stats->documents[kind],
               _ (fonds_kind_label_plural (kind)));
  if (stats->dated > 0)
    g_print ("%10" G_GINT64_FORMAT "  %s\n", stats->dated, _ ("of them with a date"));
  g_print ("%10" G_GINT64_FORMAT "  %s\n", stats->entries, _ ("entries in the journal"));
}

/**
 * fonds_command_stats:
 * @argc: how many words
 * @argv: the words
 *
 * Says what a catalogue holds.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_stats (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  FondsStats stats = { 0 };
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 1, 1, &status))
    return status;
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !fonds_store_run (fonds_catalogue_get_store (catalogue),
                                             FONDS_LANE_QUERY, load_cb, &stats, NULL, &error))
    return fonds_command_fail (error);
  name = fonds_catalogue_dup_name (catalogue);
  if (json)
    print_json (&stats, name, file_size (argv[1]));
  else
    print_text (&stats, name, file_size (argv[1]));
  return FONDS_EXIT_DONE;
}
