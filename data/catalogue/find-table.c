/* find-table.c - finds a record by what people know of it, and the little facts about it
 *
 * A reference code is the local part, which is not unique, or the full one: the ancestors' parts and
 * its own, root first, joined by "/".
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/find-table.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/link-table.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#include <string.h>

#define SHOWN "batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_IS_HIDDEN "SELECT 1 FROM batch WHERE id = :id AND state <> 1"

#define SQL_CHANGED "SELECT changed FROM record WHERE id = :id"

/* An override, with its reason, is a field of the body; it ends the climb. The climb is bounded for
 * records that lie in a circle. */
#define SQL_ACCESS                                                                                 \
  "WITH RECURSIVE above (id, parent, access, ends, depth) AS ("                                    \
  " SELECT record.id, parent, access, json_extract (body, '$.f.accessReason') IS NOT NULL, 0"      \
  " FROM record JOIN document USING (id) WHERE record.id = :id"                                    \
  " UNION ALL SELECT record.id, record.parent, record.access,"                                     \
  " json_extract (body, '$.f.accessReason') IS NOT NULL, depth + 1"                                \
  " FROM above JOIN record ON record.id = above.parent JOIN document ON document.id = record.id"   \
  " WHERE NOT ends AND depth < 1000)"                                                              \
  " SELECT access, ends, parent IS NOT NULL FROM above ORDER BY depth DESC"

/* Slugs have no shadow: they are asked for once in an import that has such parents, if ever. */
#define SQL_SLUGS                                                                                  \
  "SELECT id, json_extract (body, '$.f.slug[0].t') FROM document"                                  \
  " WHERE kind = :kind AND body LIKE '%\"slug\"%' AND json_valid (body) AND " SHOWN

#define SQL_BY_REF "SELECT id FROM record WHERE ref = :ref AND " SHOWN " ORDER BY id LIMIT 1000"

/**
 * fonds_find_is_shown:
 * @db: a connection
 * @batch: a document's batch
 * @error: return location for an error
 *
 * Returns: whether documents of that batch may be seen
 */
gboolean
fonds_find_is_shown (FondsDb *db, gint64 batch, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_IS_HIDDEN);
  g_autoptr (GError) own = NULL;
  gboolean hidden;

  fonds_stmt_bind_int (s, ":id", batch);
  hidden = fonds_stmt_step (s, &own);
  if (own == NULL)
    return !hidden;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_find_changed:
 * @db: a connection
 * @id: a record
 *
 * Returns: when it was last changed, in seconds since 1970, UTC; 0 where it has no row
 */
gint64
fonds_find_changed (FondsDb *db, gint64 id)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_CHANGED);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_step (s, NULL) ? fonds_stmt_int (s, 0) : 0;
}

/**
 * fonds_find_access:
 * @db: a connection
 * @id: a record
 * @access: (out): the access that counts
 * @error: return location for an error
 *
 * Works out a record's effective access from its own and its ancestors'. Where they can't all be asked,
 * nothing is opened.
 *
 * Returns: whether it could be read
 */
gboolean
fonds_find_access (FondsDb *db, gint64 id, FondsAccess *access, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ACCESS);
  g_autoptr (GError) own = NULL;
  gboolean first = TRUE;

  fonds_stmt_bind_int (s, ":id", id);
  *access = FONDS_ACCESS_PUBLIC;
  while (fonds_stmt_step (s, &own))
    {
      gboolean ends = fonds_stmt_int (s, 1) != 0;

      if (first && !ends && fonds_stmt_int (s, 2) != 0)
        *access = FONDS_ACCESS_PRIVATE;
      first = FALSE;
      *access = fonds_access_effective ((FondsAccess) fonds_stmt_int (s, 0), *access, ends);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_find_slugs:
 * @db: a connection
 * @kind: what the records are
 * @found: (scope call): told of every record that has one
 * @data: for @found
 * @error: return location for an error
 *
 * Lists the addresses that records had in the systems they came from. Reads every record of the kind.
 *
 * Returns: whether they could be read
 */
gboolean
fonds_find_slugs (FondsDb *db, FondsKind kind, FondsSlugFound found, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SLUGS);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":kind", kind);
  while (fonds_stmt_step (s, &own))
    if (fonds_stmt_text (s, 1) != NULL)
      found (fonds_stmt_int (s, 0), fonds_stmt_text (s, 1), data);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_record_find_uid:
 * @db: a connection
 * @uid: a uid
 * @error: return location for an error
 *
 * Returns: the id of the document with that uid; 0 where it is not here
 */
gint64
fonds_record_find_uid (FondsDb *db, const char *uid, GError **error)
{
  return fonds_document_find (db, uid, error);
}

static gboolean
full_code_is (FondsDb *db, gint64 id, const char *full, const char *local, GError **error)
{
  g_autoptr (GPtrArray) ancestors = fonds_link_list_ancestors (db, id, error);
  g_autofree char *code = ancestors != NULL ? fonds_link_join_codes (ancestors, local) : NULL;

  return g_strcmp0 (code, full) == 0;
}

static gboolean
add_by_local (FondsDb *db, const char *local, const char *full, GArray *ids, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BY_REF);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_text (s, ":ref", local);
  while (own == NULL && fonds_stmt_step (s, &own))
    {
      gint64 id = fonds_stmt_int (s, 0);

      if (full == NULL || full_code_is (db, id, full, local, &own))
        g_array_append_val (ids, id);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_record_find_ref:
 * @db: a connection
 * @ref: a reference code: the local part, or the full code
 * @error: return location for an error
 *
 * Finds the records that bear a reference code. The local part may itself hold the separator, so
 * every place at which the code can be cut is tried.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
fonds_record_find_ref (FondsDb *db, const char *ref, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!add_by_local (db, ref, NULL, ids, error))
    return NULL;
  for (const char *cut = strchr (ref, '/'); cut != NULL && ids->len == 0;
       cut = strchr (cut + 1, '/'))
    if (!add_by_local (db, cut + 1, ref, ids, error))
      return NULL;
  return g_steal_pointer (&ids);
}
