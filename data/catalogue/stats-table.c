/* stats-table.c - how much of what a catalogue holds
 *
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/stats-table.h"

#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#define SHOWN "batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_KINDS "SELECT kind, count (*) FROM document WHERE " SHOWN " GROUP BY kind"

#define SQL_DATED "SELECT count (*) FROM record WHERE from_day IS NOT NULL AND " SHOWN

#define SQL_ENTRIES "SELECT count (*) FROM journal"

/**
 * fonds_stats_load:
 * @db: a connection
 * @stats: (out): the counts
 * @error: return location for an error
 *
 * Counts what is shown.
 *
 * Returns: whether it could be counted
 */
gboolean
fonds_stats_load (FondsDb *db, FondsStats *stats, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_KINDS);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      gint64 kind = fonds_stmt_int (s, 0);

      if (kind > 0 && kind < FONDS_N_KINDS)
        stats->documents[kind] = fonds_stmt_int (s, 1);
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return fonds_db_integer (db, SQL_DATED, &stats->dated, error) &&
         fonds_db_integer (db, SQL_ENTRIES, &stats->entries, error);
}
