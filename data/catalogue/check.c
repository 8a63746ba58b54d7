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
#include "data/catalogue/error.h"
#include "data/catalogue/record-table.h"
#include "data/catalogue/writer-private.h"
#include "data/store/error.h"

#include <glib/gi18n-lib.h>

#define PORTION 500

/* Records that are named in one sentence at most. */
#define NAMED_MAX 20

/* A body that can't be read has a sentence of its own. */
static gboolean
compare_row (FondsDb *db, gint64 id, GString *others, guint *n, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (FondsDocument) document = fonds_document_load (db, id, &own);
  gboolean agrees = TRUE;

  if (g_error_matches (own, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_BODY))
    return TRUE;
  if (document != NULL && fonds_kind_is_record (fonds_body_kind (document->body)))
    fonds_record_agrees (db, id, document->body, &agrees, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (!agrees && (*n)++ < NAMED_MAX)
    g_string_append_printf (others, "%s%" G_GINT64_FORMAT, others->len > 0 ? ", " : "", id);
  return TRUE;
}

/* What lists show of each record is made of its body once more and compared. */
static gboolean
ask_rows (FondsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (GString) others = g_string_new (NULL);
  gint64 after = 0;
  guint n = 0;
  gboolean more = TRUE;

  while (more && n < NAMED_MAX)
    {
      g_autoptr (GArray) ids = fonds_check_list_documents (db, after, PORTION, error);

      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!compare_row (db, g_array_index (ids, gint64, i), others, &n, error))
          return FALSE;
      more = ids->len == PORTION;
      after = ids->len > 0 ? g_array_index (ids, gint64, ids->len - 1) : after;
    }
  if (n > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("Records that lists show otherwise than they are: %s"),
                                      others->str));
  return TRUE;
}

static gboolean
ask_reader (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_check_file (db, data, error) && fonds_check_shadows (db, data, error) &&
         ask_rows (db, data, error);
}

static gboolean
ask_writer (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_check_text_index (db, data, error);
}

/* Damage at which a question ends is an answer as well. */
static gboolean
ask (FondsStore *store,
     FondsLane lane,
     FondsStoreFunc questions,
     GPtrArray *problems,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GError) own = NULL;

  if (fonds_store_run (store, lane, questions, problems, cancellable, &own))
    return TRUE;
  if (g_error_matches (own, FONDS_STORE_ERROR, FONDS_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (problems, g_strdup (own->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
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

  if (!ask (store, FONDS_LANE_QUERY, ask_reader, problems, cancellable, error) ||
      !ask (store, FONDS_LANE_WRITE, ask_writer, problems, cancellable, error))
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
