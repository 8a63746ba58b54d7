/* import-files.c - the files that the rows of an import name
 *
 * Gathered while the rows go in, so that they are known by their rows, and brought afterwards by
 * fonds_attach_list(), as an edit of its own: what is taken back first is the files.
 * Thread: the import's while it runs, then whoever has the list.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-files.h"

#include "data/catalogue/body.h"
#include "data/media/attach-list.h"

#define FIELD "digitalObjectPath"

/**
 * fonds_import_files_new:
 *
 * Returns: (transfer full) (element-type FondsAttachOrder): an empty list
 */
GPtrArray *
fonds_import_files_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_attach_order_free);
}

/**
 * fonds_import_files_note:
 * @uid: a record's uid
 * @body: what its rows say
 * @table: the path of the table; paths in it begin in its folder
 * @row: the row
 * @orders: (type GPtrArray): a list as from [func@import_files_new]
 *
 * Notes the files of a record. It is the function of an import's options that hears of every record.
 */
void
fonds_import_files_note (const char *uid,
                         const FondsBody *body,
                         const char *table,
                         guint64 row,
                         gpointer orders)
{
  g_autofree char *folder = g_path_get_dirname (table);

  for (guint i = 0; i < fonds_body_n_values (body, FIELD); i++)
    {
      const char *path = fonds_body_value (body, FIELD, i)->attr[FONDS_ATTR_TEXT];
      FondsAttachOrder *order;

      if (path == NULL)
        continue;
      order = fonds_attach_order_new (uid, folder, path, row);
      order->table = g_path_get_basename (table);
      g_ptr_array_add (orders, order);
    }
}

/**
 * fonds_import_files_count:
 * @uid: a record's uid
 * @body: what its rows say
 * @table: the path of the table
 * @row: the row
 * @count: (type FondsImportFilesCount): a count
 *
 * Counts the files of a record. It is the function of the options of a dry run that hears of every
 * record.
 */
void
fonds_import_files_count (const char *uid,
                          const FondsBody *body,
                          const char *table,
                          guint64 row,
                          gpointer count)
{
  FondsImportFilesCount *self = count;
  g_autofree char *folder = g_path_get_dirname (table);

  for (guint i = 0; i < fonds_body_n_values (body, FIELD); i++)
    {
      const char *path = fonds_body_value (body, FIELD, i)->attr[FONDS_ATTR_TEXT];
      g_autoptr (GFile) file = path != NULL ? fonds_attach_resolve (folder, path, NULL) : NULL;

      self->n_named += path != NULL ? 1 : 0;
      self->n_found += file != NULL ? 1 : 0;
    }
}

/**
 * fonds_import_files_report:
 * @orders: (element-type FondsAttachOrder): the files of an import, after they were brought
 * @report: the import's report
 *
 * Lists in the report the files that could not be taken, by their rows.
 */
void
fonds_import_files_report (const GPtrArray *orders, FondsImportReport *report)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const FondsAttachOrder *order = g_ptr_array_index (orders, i);
      FondsImportLine line = { FONDS_IMPORT_REFUSED, order->table, order->row };

      if (order->refusal == NULL)
        continue;
      line.column = (char *) FIELD;
      line.value = order->path;
      line.reason = order->refusal;
      fonds_import_report_add (report, &line);
    }
}
