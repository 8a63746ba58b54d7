/* command-show.c - the verb "show"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/record-text.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/error.h"
#include "data/catalogue/record.h"
#include "data/publish/record-pdf.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name; /* a reference code, a uid or a permanent link */
  gboolean is_public;
  GPtrArray *records;
} Find;

typedef struct
{
  gboolean json;
  gboolean is_public;
  gboolean force;
  char *pdf;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->pdf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* What the public may not see is not listed: of several with one code only those are found that it
 * may. */
static gboolean
load (FondsDb *db, const Find *find, gint64 id, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsRecord *record =
      find->is_public ? fonds_record_load_public (db, id, &own) : fonds_record_load (db, id, &own);

  if (record != NULL)
    g_ptr_array_add (find->records, record);
  else if (!find->is_public ||
           !g_error_matches (own, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return TRUE;
}

static gboolean
load_all (FondsDb *db, const Find *find, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!load (db, find, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
find_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Find *find = data;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) own = NULL;
  const char *uid = fonds_citation_uid (find->name);
  gint64 id = fonds_record_find_uid (db, uid != NULL ? uid : find->name, &own);

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (id > 0)
    {
      ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (ids, id);
    }
  else
    ids = fonds_record_find_ref (db, find->name, error);
  return ids != NULL && load_all (db, find, ids, error);
}

static void
print_json (const GPtrArray *records)
{
  g_autoptr (FondsJsonWriter) out = fonds_json_writer_new ();

  fonds_json_writer_begin (out, '[');
  for (guint i = 0; i < records->len; i++)
    fonds_record_write_json (g_ptr_array_index (records, i), out);
  fonds_json_writer_end (out, ']');
  g_print ("%s\n", fonds_json_writer_text (out));
}

static void
print_several (const GPtrArray *records, const char *name)
{
  g_print (_ ("“%s” is the reference code of several records:\n"), name);
  for (guint i = 0; i < records->len; i++)
    {
      const FondsRecord *record = g_ptr_array_index (records, i);

      g_print ("%s\t%s\t%s\n", fonds_body_uid (record->body), record->reference_code,
               record->title);
    }
}

/* The day is the machine's, since a print is of a day. */
static FondsExit
write_pdf (FondsRecord *record, const Options *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created = g_date_time_format_iso8601 (now);
  g_autoptr (GError) error = NULL;

  if (!options->force && g_file_test (options->pdf, G_FILE_TEST_EXISTS))
    return fonds_command_misuse (_ ("That file is there already; “--force” overwrites it."));
  return fonds_record_pdf (record, options->pdf, created, &error) ? FONDS_EXIT_DONE
                                                                  : fonds_command_fail (error);
}

static FondsExit
print_one (FondsRecord *record, const Options *options)
{
  g_autofree char *text = NULL;

  if (options->pdf != NULL)
    return write_pdf (record, options);
  text = fonds_record_to_text (record);
  g_print ("%s", text);
  return FONDS_EXIT_DONE;
}

static FondsExit
print_found (const GPtrArray *records, const char *name, const Options *options)
{
  if (records->len == 0 && !options->json)
    {
      g_printerr (_ ("fonds: No record has the reference code or uid “%s”.\n"), name);
      return FONDS_EXIT_FAILED;
    }
  if (records->len == 1 && !options->json)
    return print_one (g_ptr_array_index (records, 0), options);
  if (options->json)
    print_json (records);
  else
    print_several (records, name);
  if (options->pdf != NULL)
    return FONDS_EXIT_FAILED;
  return records->len > 0 ? FONDS_EXIT_DONE : FONDS_EXIT_FAILED;
}

static gboolean
parse (int *argc, char ***argv, Options *options, FondsExit *status)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json,
      N_ ("Print JSON: an array of all that bear the code"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &options->pdf, N_ ("Print the record to a PDF file"),
      N_ ("OUT") },
    { "public", 0, 0, G_OPTION_ARG_NONE, &options->is_public, N_ ("Only what the public may see"),
      NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &options->force, N_ ("Overwrite a file"), NULL },
    { NULL },
  };

  if (!fonds_command_parse (argc, argv, entries, 2, 2, status))
    return FALSE;
  if (!options->json || options->pdf == NULL)
    return TRUE;
  *status = fonds_command_misuse (_ ("“--json” and “--pdf” don't go together."));
  return FALSE;
}

/**
 * fonds_command_show:
 * @argc: how many words
 * @argv: the words
 *
 * Prints the record with a uid, a permanent link or a reference code, on the terminal or to a PDF
 * file; or lists them where a code is not unique.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_show (int argc, char **argv)
{
  g_auto (Options) options = { FALSE };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_record_unref);
  g_autoptr (GError) error = NULL;
  Find find = { NULL, FALSE, records };
  FondsExit status;

  if (!parse (&argc, &argv, &options, &status))
    return status;
  find.name = argv[2];
  find.is_public = options.is_public;
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !fonds_store_run (fonds_catalogue_get_store (catalogue),
                                             FONDS_LANE_QUERY, find_cb, &find, NULL, &error))
    return fonds_command_fail (error);
  return print_found (records, argv[2], &options);
}
