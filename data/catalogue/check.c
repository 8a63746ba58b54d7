/* check.c - finds what is wrong in a catalogue, and writes the shadows anew
 *
 * What is wrong with the file itself can only be mended from a backup; what is wrong with shadows is
 * mended by writing them again from the bodies.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/check.h"

#include "data/catalogue/check-table.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/writer-private.h"

#define PORTION 500

static gboolean
ask_reader (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_check_file (db, data, error) && fonds_check_shadows (db, data, error);
}

static gboolean
ask_writer (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_check_text_index (db, data, error);
}

/**
 * fonds_check:
 * @catalogue: a catalogue
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Looks through the file, the shadows and the word index.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a sentence a problem; empty: all is well
 */
GPtrArray *
fonds_check (FondsCatalogue *catalogue, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  FondsStore *store = fonds_catalogue_get_store (catalogue);

  if (!fonds_store_run (store, FONDS_LANE_QUERY, ask_reader, problems, cancellable, error) ||
      !fonds_store_run (store, FONDS_LANE_WRITE, ask_writer, problems, cancellable, error))
    return NULL;
  return g_steal_pointer (&problems);
}

typedef struct
{
  gint64 after;
  gint64 done;
  gint64 total;
  gboolean more;
} Repair;

static gboolean
count_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_check_count_documents (db, &((Repair *) data)->total, error);
}

static gboolean
strays_cb (FondsWriter *writer, gpointer data, GError **error)
{
  return fonds_check_clear_strays (fonds_writer_db (writer), error);
}

static gboolean
rewrite (FondsWriter *writer, gint64 id, GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (fonds_writer_db (writer), id, error);

  return document != NULL &&
         _fonds_writer_project (writer, id, document->batch, document->body, document->body, error);
}

static gboolean
rewrite_portion (FondsWriter *writer, gpointer data, GError **error)
{
  Repair *repair = data;
  g_autoptr (GArray) ids =
      fonds_check_list_documents (fonds_writer_db (writer), repair->after, PORTION, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!rewrite (writer, g_array_index (ids, gint64, i), error))
      return FALSE;
  repair->more = ids->len == PORTION;
  repair->done += ids->len;
  if (ids->len > 0)
    repair->after = g_array_index (ids, gint64, ids->len - 1);
  return TRUE;
}

/**
 * fonds_check_repair:
 * @catalogue: a catalogue
 * @progress: (nullable): told after every portion, on this thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it between two portions
 * @error: return location for an error
 *
 * Writes all shadows anew from the bodies, in small transactions.
 *
 * Returns: whether all are written
 */
gboolean
fonds_check_repair (FondsCatalogue *catalogue,
                    FondsCheckProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  Repair repair = { 0 };

  if (!fonds_store_run (fonds_catalogue_get_store (catalogue), FONDS_LANE_QUERY, count_cb, &repair,
                        cancellable, error) ||
      !fonds_catalogue_write (catalogue, FONDS_LANE_HIDDEN, strays_cb, NULL, cancellable, error))
    return FALSE;
  do
    {
      if (!fonds_catalogue_write (catalogue, FONDS_LANE_WRITE, rewrite_portion, &repair,
                                  cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (repair.done, repair.total, user_data);
    }
  while (repair.more);
  return TRUE;
}
