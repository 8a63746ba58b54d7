/* text-table.c - the words of records, and the index over them
 *
 * The index keeps no text of its own: what is taken out of it must be told to it exactly as it was
 * put in, so it is always told from `record_text`, before that row goes.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/text-table.h"

#include "data/store/database.h"
#include "data/store/statement.h"

#define COLUMNS                                                                                    \
  "title, name, ref, dates, creator, scope, history, extent, subject, place, agent, language,"     \
  " conditions, related, notes, control, custom"

#define VALUES                                                                                     \
  " VALUES (:id, :title, :name, :ref, :dates, :creator, :scope, :history, :extent, :subject,"      \
  " :place, :agent, :language, :conditions, :related, :notes, :control, :custom)"

#define SQL_INSERT "INSERT INTO record_text (id, " COLUMNS ")" VALUES

#define SQL_INDEX "INSERT INTO record_fts (rowid, " COLUMNS ")" VALUES

#define SQL_UNINDEX                                                                                \
  "INSERT INTO record_fts (record_fts, rowid, " COLUMNS ") SELECT 'delete', id, " COLUMNS          \
  " FROM record_text WHERE id = :id"

#define SQL_REMOVE "DELETE FROM record_text WHERE id = :id"

#define SQL_SELECT "SELECT id, " COLUMNS " FROM record_text WHERE id = :id"

/* In the order of the table, which is that of #FondsSearchColumn. */
static const char *const parameters[FONDS_SEARCH_N] = {
  [FONDS_SEARCH_NONE] = ":id",           [FONDS_SEARCH_TITLE] = ":title",
  [FONDS_SEARCH_NAMES] = ":name",        [FONDS_SEARCH_REF] = ":ref",
  [FONDS_SEARCH_DATES] = ":dates",       [FONDS_SEARCH_CREATOR] = ":creator",
  [FONDS_SEARCH_SCOPE] = ":scope",       [FONDS_SEARCH_HISTORY] = ":history",
  [FONDS_SEARCH_EXTENT] = ":extent",     [FONDS_SEARCH_SUBJECT] = ":subject",
  [FONDS_SEARCH_PLACE] = ":place",       [FONDS_SEARCH_AGENT] = ":agent",
  [FONDS_SEARCH_LANGUAGE] = ":language", [FONDS_SEARCH_CONDITIONS] = ":conditions",
  [FONDS_SEARCH_RELATED] = ":related",   [FONDS_SEARCH_NOTES] = ":notes",
  [FONDS_SEARCH_CONTROL] = ":control",   [FONDS_SEARCH_CUSTOM] = ":custom",
};

static gboolean
insert (FondsDb *db,
        const char *sql,
        gint64 id,
        const char *const texts[FONDS_SEARCH_N],
        GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);

  fonds_stmt_bind_int (s, ":id", id);
  for (guint i = FONDS_SEARCH_NONE + 1; i < FONDS_SEARCH_N; i++)
    fonds_stmt_bind_text (s, parameters[i], texts[i]);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_text_insert:
 * @db: the writer's connection
 * @id: a record that has no words yet
 * @texts: (array fixed-size=18): for each column (nullable) its words
 * @error: return location for an error
 *
 * Writes a record's words and indexes them.
 *
 * Returns: whether it was done
 */
gboolean
fonds_text_insert (FondsDb *db, gint64 id, const char *const texts[FONDS_SEARCH_N], GError **error)
{
  return insert (db, SQL_INSERT, id, texts, error) && insert (db, SQL_INDEX, id, texts, error);
}

static gboolean
run_with_id (FondsDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_text_remove:
 * @db: the writer's connection
 * @id: a record
 * @error: return location for an error
 *
 * Takes a record's words out of the index and away.
 *
 * Returns: whether it was done
 */
gboolean
fonds_text_remove (FondsDb *db, gint64 id, GError **error)
{
  return run_with_id (db, SQL_UNINDEX, id, error) && run_with_id (db, SQL_REMOVE, id, error);
}

/**
 * fonds_text_select:
 * @db: a connection
 * @id: a record
 *
 * Returns: (transfer full): a statement whose row, if it has one, is the record's words
 */
FondsStmt *
fonds_text_select (FondsDb *db, gint64 id)
{
  FondsStmt *s = fonds_db_statement (db, SQL_SELECT);

  fonds_stmt_bind_int (s, ":id", id);
  return s;
}

/**
 * fonds_text_column:
 * @stmt: a statement of [func@text_select] at its row
 * @column: a column
 *
 * Returns: (nullable): the words; they live until the statement goes on
 */
const char *
fonds_text_column (FondsStmt *stmt, FondsSearchColumn column)
{
  return fonds_stmt_text (stmt, (int) column);
}
