/* setting-table.c - facts about the catalogue itself
 *
 * Its name, its uid, and the number of the last transaction.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/setting-table.h"

#include "data/store/database.h"
#include "data/store/statement.h"

#define SQL_GET "SELECT value FROM setting WHERE name = :name"

#define SQL_SET                                                                                    \
  "INSERT INTO setting (name, value) VALUES (:name, :value)"                                       \
  " ON CONFLICT (name) DO UPDATE SET value = excluded.value"

#define SQL_NEXT                                                                                   \
  "INSERT INTO setting (name, value) VALUES ('sequence', 1)"                                       \
  " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value"

/**
 * fonds_setting_dup:
 * @db: a connection
 * @name: which fact
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it says; %NULL without an error where it was never set
 */
char *
fonds_setting_dup (FondsDb *db, const char *name, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_GET);

  fonds_stmt_bind_text (s, ":name", name);
  return fonds_stmt_step (s, error) ? g_strdup (fonds_stmt_text (s, 0)) : NULL;
}

/**
 * fonds_setting_set:
 * @db: the writer's connection
 * @name: which fact
 * @value: what it says
 * @error: return location for an error
 *
 * Returns: whether it was written
 */
gboolean
fonds_setting_set (FondsDb *db, const char *name, const char *value, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SET);

  fonds_stmt_bind_text (s, ":name", name);
  fonds_stmt_bind_text (s, ":value", value);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_setting_next_sequence:
 * @db: the writer's connection, in its transaction
 * @error: return location for an error
 *
 * Takes the next transaction's number.
 *
 * Returns: the number; 0 with @error
 */
gint64
fonds_setting_next_sequence (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_NEXT);
  gint64 sequence = 0;

  if (!fonds_stmt_step (s, error))
    return 0;
  sequence = fonds_stmt_int (s, 0);
  return fonds_stmt_run (s, error) ? sequence : 0;
}
