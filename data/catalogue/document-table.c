/* document-table.c - the table of documents
 *
 * Holds every statement that writes the table, and the one reader of its rows. What is in a body is
 * the writer's matter.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/document-table.h"

#include "data/catalogue/body-json.h"
#include "data/catalogue/error.h"
#include "data/store/database.h"
#include "data/store/statement.h"

#include <glib/gi18n-lib.h>

#define SQL_LOAD "SELECT uid, rev, batch, body FROM document WHERE id = :id"

#define SQL_FIND "SELECT id FROM document WHERE uid = :uid"

#define SQL_INSERT                                                                                 \
  "INSERT INTO document (uid, kind, rev, batch, body) VALUES (:uid, :kind, 1, :batch, :body)"

#define SQL_UPDATE "UPDATE document SET rev = :rev, body = :body WHERE id = :id"

#define SQL_DELETE "DELETE FROM document WHERE id = :id"

#define SQL_LIST_BATCH                                                                             \
  "SELECT id FROM document WHERE batch = :batch"                                                   \
  " AND id BETWEEN max (:after + 1, (SELECT first_id FROM batch WHERE id = :batch))"               \
  " AND (SELECT last_id FROM batch WHERE id = :batch) ORDER BY id LIMIT :limit"

/**
 * fonds_document_free:
 * @document: (transfer full) (nullable): a document
 *
 * Frees a document and its body.
 */
void
fonds_document_free (FondsDocument *document)
{
  if (document == NULL)
    return;
  fonds_body_free (document->body);
  g_free (document);
}

/**
 * fonds_document_load:
 * @db: a connection
 * @id: a document's id
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOT_FOUND where there is none
 *
 * Reads a document.
 *
 * Returns: (transfer full) (nullable): the document
 */
FondsDocument *
fonds_document_load (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LOAD);
  g_autoptr (FondsDocument) document = NULL;
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":id", id);
  if (!fonds_stmt_step (s, &own))
    {
      if (own != NULL)
        g_propagate_error (error, g_steal_pointer (&own));
      else
        g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND,
                             _ ("The record is not in the catalogue any more."));
      return NULL;
    }
  document = g_new0 (FondsDocument, 1);
  document->id = id;
  document->rev = fonds_stmt_int (s, 1);
  document->batch = fonds_stmt_int (s, 2);
  document->body = fonds_body_from_json (fonds_stmt_text (s, 3), fonds_stmt_length (s, 3), error);
  if (document->body == NULL)
    return NULL;
  fonds_body_set_uid (document->body, fonds_stmt_text (s, 0));
  return g_steal_pointer (&document);
}

/**
 * fonds_document_find:
 * @db: a connection
 * @uid: a uid
 * @error: return location for an error
 *
 * Returns: the id of the document with that uid; 0 where it is not here
 */
gint64
fonds_document_find (FondsDb *db, const char *uid, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_FIND);

  fonds_stmt_bind_text (s, ":uid", uid);
  return fonds_stmt_step (s, error) ? fonds_stmt_int (s, 0) : 0;
}

/**
 * fonds_document_insert:
 * @db: the writer's connection
 * @body: a body with its uid
 * @json: the same as JSON
 * @batch: the batch that makes it, or 0
 * @id: (out): the new document's id
 * @error: return location for an error
 *
 * Adds a document in its first generation.
 *
 * Returns: whether it was added
 */
gboolean
fonds_document_insert (FondsDb *db,
                       const FondsBody *body,
                       const char *json,
                       gint64 batch,
                       gint64 *id,
                       GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_INSERT);

  fonds_stmt_bind_text (s, ":uid", fonds_body_uid (body));
  fonds_stmt_bind_int (s, ":kind", fonds_body_kind (body));
  fonds_stmt_bind_int (s, ":batch", batch);
  fonds_stmt_bind_text (s, ":body", json);
  if (!fonds_stmt_run (s, error))
    return FALSE;
  *id = fonds_db_last_id (db);
  return TRUE;
}

/**
 * fonds_document_update:
 * @db: the writer's connection
 * @id: a document's id
 * @rev: its new generation
 * @json: its new body
 * @error: return location for an error
 *
 * Replaces a document's body.
 *
 * Returns: whether it was replaced
 */
gboolean
fonds_document_update (FondsDb *db, gint64 id, gint64 rev, const char *json, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_UPDATE);

  fonds_stmt_bind_int (s, ":rev", rev);
  fonds_stmt_bind_text (s, ":body", json);
  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_document_delete:
 * @db: the writer's connection
 * @id: a document's id
 * @error: return location for an error
 *
 * Takes a document out of the file; its shadows must be gone already.
 *
 * Returns: whether it is gone
 */
gboolean
fonds_document_delete (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_DELETE);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_document_list_batch:
 * @db: a connection
 * @batch: a batch
 * @after: only ids above this one
 * @limit: at most so many
 * @error: return location for an error
 *
 * Lists what a batch made.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids, in order
 */
GArray *
fonds_document_list_batch (FondsDb *db, gint64 batch, gint64 after, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_BATCH);

  fonds_stmt_bind_int (s, ":batch", batch);
  fonds_stmt_bind_int (s, ":after", after);
  fonds_stmt_bind_int (s, ":limit", limit);
  return fonds_stmt_collect (s, error);
}
