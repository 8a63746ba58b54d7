/* listing-table.c - the documents that are shown, one after another
 *
 * What goes through all documents of some kinds asks for them by portions: by id, or by uid where the
 * order must not depend on the file. Documents of a batch that is not shown are left out.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/listing-table.h"

#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#define SHOWN "batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_BY_ID                                                                                  \
  "SELECT id FROM document WHERE id > :after AND (:kinds >> kind & 1) AND " SHOWN                  \
  " ORDER BY id LIMIT :limit"

#define SQL_BY_UID                                                                                 \
  "SELECT id, uid FROM document WHERE uid > :after AND (:kinds >> kind & 1) AND " SHOWN            \
  " ORDER BY uid LIMIT :limit"

/**
 * fonds_listing_by_id:
 * @db: a connection
 * @kinds: a mask of kinds: 1 << kind
 * @after: only ids above this one
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids, in order
 */
GArray *
fonds_listing_by_id (FondsDb *db, guint32 kinds, gint64 after, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BY_ID);

  fonds_stmt_bind_int (s, ":kinds", kinds);
  fonds_stmt_bind_int (s, ":after", after);
  fonds_stmt_bind_int (s, ":limit", limit);
  return fonds_stmt_collect (s, error);
}

/**
 * fonds_listing_by_uid:
 * @db: a connection
 * @kinds: a mask of kinds: 1 << kind
 * @after: only uids above this one; the empty text for the first
 * @limit: at most so many
 * @last: (out) (transfer full) (nullable): the uid of the last one, to go on after
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): ids, in the order of their uids
 */
GArray *
fonds_listing_by_uid (FondsDb *db,
                      guint32 kinds,
                      const char *after,
                      guint limit,
                      char **last,
                      GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BY_UID);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own = NULL;

  *last = NULL;
  fonds_stmt_bind_int (s, ":kinds", kinds);
  fonds_stmt_bind_text (s, ":after", after);
  fonds_stmt_bind_int (s, ":limit", limit);
  while (fonds_stmt_step (s, &own))
    {
      gint64 id = fonds_stmt_int (s, 0);

      g_array_append_val (ids, id);
      if (ids->len == limit)
        *last = g_strdup (fonds_stmt_text (s, 1));
    }
  if (own == NULL)
    return g_steal_pointer (&ids);
  g_clear_pointer (last, g_free);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}
