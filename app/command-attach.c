/* command-attach.c - the verb "attach": pictures and files for a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"

#include "data/catalogue/error.h"
#include "data/catalogue/record.h"
#include "data/media/attach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *name;
  gint64 record;
} Find;

static gboolean
find_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Find *find = data;
  g_autoptr (GError) own = NULL;
  g_autoptr (GArray) ids = NULL;

  find->record = fonds_record_find_uid (db, find->name, &own);
  if (own == NULL && find->record == 0)
    ids = fonds_record_find_ref (db, find->name, &own);
  if (own != NULL)
    g_propagate_error (error, g_steal_pointer (&own));
  else if (ids != NULL && ids->len == 1)
    find->record = g_array_index (ids, gint64, 0);
  else if (find->record == 0)
    g_set_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND,
                 ids->len == 0 ? _ ("There is no record “%s”.")
                               : _ ("Several records bear the code “%s”. Name one by its uid; "
                                    "“fonds show” lists them."),
                 find->name);
  return find->record != 0;
}

/* What the attaching is given. */
typedef struct
{
  gint64 record;
  FondsAttachAs as;
  GPtrArray *files;
} Order;

static void
show_progress (guint done, guint total, gpointer data)
{
  fonds_command_progress (_ ("Copying"), (double) done / total);
}

static void
start (FondsCatalogue *catalogue,
       gconstpointer options,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  const Order *order = options;

  fonds_attach_async (fonds_media_get (catalogue), order->record, order->as, order->files,
                      fonds_command_who (), show_progress, NULL, cancellable, callback, user_data);
}

static GPtrArray *
list_files (char **paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (paths[i]));
  return files;
}

static FondsExit
say (const FondsAttached *attached)
{
  for (guint i = 0; i < attached->refused->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (attached->refused, i));
  g_print (ngettext ("Attached %u file.\n", "Attached %u files.\n", attached->n_attached),
           attached->n_attached);
  if (attached->refused->len == 0)
    return FONDS_EXIT_DONE;
  return attached->n_attached > 0 ? FONDS_EXIT_REFUSED : FONDS_EXIT_FAILED;
}

static FondsExit
attach (char **argv, FondsAttachAs as, gboolean keep_order)
{
  g_autoptr (FondsOpened) catalogue = NULL;
  g_autoptr (GPtrArray) files = list_files (argv + 3);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FondsAttached) attached = NULL;
  g_autoptr (GError) error = NULL;
  Find find = { .name = argv[2] };
  Order order = { .as = as, .files = files };

  if (!keep_order)
    fonds_attach_sort (files);
  catalogue = fonds_command_open (argv[1], &error);
  if (catalogue == NULL || !fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS,
                                             find_cb, &find, NULL, &error))
    return fonds_command_fail (error);
  order.record = find.record;
  result = fonds_command_await (catalogue, start, &order);
  fonds_command_progress_end ();
  attached = fonds_attach_finish (fonds_media_get (catalogue), result, &error);
  return attached != NULL ? say (attached) : fonds_command_fail (error);
}

/**
 * fonds_command_attach:
 * @argc: how many words
 * @argv: the words
 *
 * Copies files into the media folder and hangs them on a record.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_attach (int argc, char **argv)
{
  g_autofree char *as = NULL;
  gboolean keep_order = FALSE;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as,
      N_ ("pages of the record itself, or items: a new record for each"), "pages|items" },
    { "keep-order", 0, 0, G_OPTION_ARG_NONE, &keep_order,
      N_ ("Take the files in the order in which they are named"), NULL },
    { NULL },
  };
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 3, -1, &status))
    return status;
  if (as != NULL && strcmp (as, "pages") != 0 && strcmp (as, "items") != 0)
    return fonds_command_misuse (_ ("Files are attached as “pages” or as “items”."));
  return attach (argv, g_strcmp0 (as, "items") == 0 ? FONDS_ATTACH_AS_ITEMS : FONDS_ATTACH_AS_PAGES,
                 keep_order);
}
