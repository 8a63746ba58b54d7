/* command-show.c - the verb "show"
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/record-text.h"

#include "data/catalogue/error.h"
#include "data/catalogue/record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  GPtrArray *records;
} Find;

static gboolean
load_all (FondsDb *db, const GArray *ids, GPtrArray *records, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      FondsRecord *record = fonds_record_load (db, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return TRUE;
}

static gboolean
find_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Find *find = data;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) own = NULL;
  gint64 id = fonds_record_find_uid (db, find->name, &own);

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
  return ids != NULL && load_all (db, ids, find->records, error);
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

static FondsExit
print_found (const GPtrArray *records, const char *name, gboolean json)
{
  if (json)
    print_json (records);
  else if (records->len > 1)
    print_several (records, name);
  else if (records->len == 1)
    {
      g_autofree char *text = fonds_record_to_text (g_ptr_array_index (records, 0));

      g_print ("%s", text);
    }
  if (records->len > 0)
    return FONDS_EXIT_DONE;
  g_printerr (_ ("fonds: No record has the reference code or uid “%s”.\n"), name);
  return FONDS_EXIT_FAILED;
}

/**
 * fonds_command_show:
 * @argc: how many words
 * @argv: the words
 *
 * Prints the record with a uid or a reference code, or lists them where a code is not unique.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_show (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON: an array of all that bear the code"),
      NULL },
    { NULL },
  };
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_record_unref);
  g_autoptr (GError) error = NULL;
  Find find = { NULL, records };
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 2, 2, &status))
    return status;
  find.name = argv[2];
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !fonds_store_run (fonds_catalogue_get_store (catalogue),
                                             FONDS_LANE_QUERY, find_cb, &find, NULL, &error))
    return fonds_command_fail (error);
  return print_found (records, argv[2], json);
}
