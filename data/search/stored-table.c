/* stored-table.c - the pieces in which a snapshot of the facts lies in the file
 *
 * `stored_facts` is made when something is first stored, not by a step of the schema: it is derived,
 * may be dropped at any time, and a program that doesn't know it only doesn't use it.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/stored-table.h"

#include "data/store/database.h"
#include "data/store/statement.h"

#define SQL_MAKE                                                                                   \
  "CREATE TABLE IF NOT EXISTS stored_facts (id INTEGER PRIMARY KEY, data BLOB NOT NULL)"

#define SQL_EXISTS "SELECT count (*) FROM sqlite_schema WHERE name = 'stored_facts'"

#define SQL_WRITE                                                                                  \
  "INSERT INTO stored_facts (id, data) VALUES (:id, :data)"                                        \
  " ON CONFLICT (id) DO UPDATE SET data = excluded.data"

#define SQL_READ "SELECT data FROM stored_facts WHERE id = :id"

#define SQL_EACH "SELECT id, data FROM stored_facts WHERE id >= :first ORDER BY id"

#define SQL_REMOVE "DELETE FROM stored_facts WHERE id BETWEEN :first AND :last"

/* Makes the table where it is not there. */
gboolean
fonds_stored_make (FondsDb *db, GError **error)
{
  return fonds_db_exec (db, SQL_MAKE, error);
}

/* Says whether anything was ever stored. */
gboolean
fonds_stored_exists (FondsDb *db, gboolean *exists, GError **error)
{
  gint64 n = 0;

  if (!fonds_db_integer (db, SQL_EXISTS, &n, error))
    return FALSE;
  *exists = n > 0;
  return TRUE;
}

/* Writes a piece in place of the one that has its id. */
gboolean
fonds_stored_write (FondsDb *db, gint64 id, gconstpointer data, gsize length, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_WRITE);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_blob (s, ":data", length > 0 ? data : "", length);
  return fonds_stmt_run (s, error);
}

/* (transfer full) (nullable): a piece; NULL without an error where there is none. */
GBytes *
fonds_stored_read (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_READ);
  gconstpointer data;
  gsize length;

  fonds_stmt_bind_int (s, ":id", id);
  if (!fonds_stmt_step (s, error))
    return NULL;
  data = fonds_stmt_blob (s, 0, &length);
  return g_bytes_new (data, length);
}

/* Calls @func for every piece from @first on, in order, until it says that it has enough. */
gboolean
fonds_stored_each (FondsDb *db, gint64 first, FondsPieceFunc func, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_EACH);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":first", first);
  while (fonds_stmt_step (s, &own))
    {
      gsize length;
      gconstpointer piece = fonds_stmt_blob (s, 1, &length);

      if (!func (fonds_stmt_int (s, 0), piece, length, data))
        return TRUE;
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

gboolean
fonds_stored_remove (FondsDb *db, gint64 first, gint64 last, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE);

  fonds_stmt_bind_int (s, ":first", first);
  fonds_stmt_bind_int (s, ":last", last);
  return fonds_stmt_run (s, error);
}
