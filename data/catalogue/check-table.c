/* check-table.c - questions about the file whose answer should be "none"
 *
 * Each question finds one sort of disagreement between the truth and its shadows, and has a sentence
 * that says what it means for whoever keeps the catalogue.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/check-table.h"

#include "data/catalogue/kind.h"
#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/statement.h"

#include <glib/gi18n-lib.h>

#define SQL_INTEGRITY "PRAGMA integrity_check (20)"

/* From 3.44 on, integrity_check asks FTS5 too, which then judges by what this connection remembers of
 * the index, also after another has written. To open the table makes it look again. */
#define SQL_LOOK_AGAIN "SELECT count (*) FROM (SELECT 1 FROM record_fts LIMIT 1)"

/* Every table that the schema makes. */
#define SQL_MISSING                                                                                \
  "SELECT value FROM json_each ('[\"setting\", \"batch\", \"document\", \"staged\", \"journal\","  \
  " \"journal_change\", \"record\", \"name\", \"reference\", \"origin\", \"identity\","            \
  " \"record_code\", \"record_text\", \"record_fts\"]')"                                           \
  " WHERE value NOT IN (SELECT name FROM sqlite_master)"

#define SQL_FOREIGN "SELECT \"table\", rowid FROM pragma_foreign_key_check LIMIT 20"

/* Documents that are shown, or will be: what was taken back has no shadows. */
#define LIVE "document.batch NOT IN (SELECT id FROM batch WHERE state = 2)"

/* A body that can't be read is found by a question of its own, and must not end the others. */
#define READABLE "CASE WHEN json_valid (body) THEN body ELSE '{}' END"

#define SQL_LIST "SELECT id FROM document WHERE id > :after AND " LIVE " ORDER BY id LIMIT :limit"

#define SQL_COUNT "SELECT count (*) FROM document WHERE " LIVE

#define SQL_INDEX_CHECK "INSERT INTO record_fts (record_fts, rank) VALUES ('integrity-check', 1)"

#define SQL_STRAY_RECORDS "DELETE FROM record WHERE id NOT IN (SELECT id FROM document)"

#define SQL_STRAY_TEXT "DELETE FROM record_text WHERE id NOT IN (SELECT id FROM record)"

#define SQL_EMPTY_INDEX "INSERT INTO record_fts (record_fts) VALUES ('rebuild')"

typedef struct
{
  const char *sql;
  const char *sentence; /* with one %s: ids */
} Question;

/* Kinds 2 to 6 are the authorities: those whose names are forms (kind.h fixes the numbers). */
static const Question questions[] = {
  { "SELECT document.id FROM document LEFT JOIN record USING (id)"
    " WHERE document.kind BETWEEN 1 AND :last AND record.id IS NULL AND " LIVE " LIMIT 20",
    N_ ("Records that lists and searches do not show: %s") },
  { "SELECT record.id FROM record LEFT JOIN document USING (id)"
    " WHERE :last AND (document.id IS NULL OR document.kind <> record.kind"
    " OR document.batch <> record.batch) LIMIT 20",
    N_ ("Rows of lists whose record is another or gone: %s") },
  { "SELECT record.id FROM record LEFT JOIN record_text USING (id)"
    " WHERE :last AND record_text.id IS NULL LIMIT 20",
    N_ ("Records whose words are not searched: %s") },
  { "SELECT source FROM reference LEFT JOIN document ON document.id = target"
    " WHERE :last AND target IS NOT NULL AND document.id IS NULL LIMIT 20",
    N_ ("Records that refer to something that is gone: %s") },
  { "SELECT record.id FROM record LEFT JOIN reference ON source = record.id AND field = 'parent'"
    " WHERE :last AND record.parent IS NOT reference.target LIMIT 20",
    N_ ("Records that stand at another place in the hierarchy than they say: %s") },
  { "SELECT DISTINCT document.id FROM document, json_each (" READABLE ", '$.f.identity') AS value"
    " WHERE :last AND " LIVE " AND json_extract (value.value, '$.w') IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM identity JOIN origin ON origin.id = identity.origin"
    " WHERE identity.document = document.id AND legacy = json_extract (value.value, '$.t')"
    " AND origin.name = json_extract (value.value, '$.w')) LIMIT 20",
    N_ ("Records that an import would not know again: %s") },
  { "SELECT DISTINCT document.id FROM document, json_each (" READABLE ", '$.f.name') AS value"
    " WHERE :last AND document.kind BETWEEN 2 AND 6 AND " LIVE
    " AND json_extract (value.value, '$.t') IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM name WHERE record = document.id"
    " AND form = json_extract (value.value, '$.t')) LIMIT 20",
    N_ ("Records that are not found by all of their names: %s") },
  { "SELECT DISTINCT document.id FROM document, json_each (" READABLE ", '$.f.language') AS value"
    " WHERE document.kind BETWEEN 1 AND :last AND " LIVE
    " AND json_extract (value.value, '$.t') IS NOT NULL AND NOT EXISTS"
    " (SELECT 1 FROM record_code WHERE record = document.id AND field = 'language'"
    " AND code = json_extract (value.value, '$.t')) LIMIT 20",
    N_ ("Records that are not counted under their languages: %s") },
  { "SELECT DISTINCT record FROM record_code JOIN document ON document.id = record"
    " WHERE :last AND field = 'language' AND NOT EXISTS"
    " (SELECT 1 FROM json_each (" READABLE ", '$.f.language') AS value"
    " WHERE json_extract (value.value, '$.t') = code) LIMIT 20",
    N_ ("Records that are counted under languages that they don't name: %s") },
  { "SELECT document.id FROM document WHERE document.kind BETWEEN 1 AND :last AND " LIVE
    " AND (json_type (" READABLE ", '$.f.accessReason') IS NOT NULL) <> EXISTS"
    " (SELECT 1 FROM record_code WHERE record = document.id AND field = 'override') LIMIT 20",
    N_ ("Records whose exceptions from the access above them are not known, or not theirs: %s") },
  { "SELECT id FROM document WHERE :last AND NOT json_valid (body) LIMIT 20",
    N_ ("Records that can't be read: %s") },
};

static gboolean
ask (FondsDb *db, const Question *question, GPtrArray *problems, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, question->sql);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":last", FONDS_KIND_CONTAINER);
  while (fonds_stmt_step (s, &own))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", fonds_stmt_text (s, 0));
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (ids->len > 0)
    g_ptr_array_add (problems, g_strdup_printf (_ (question->sentence), ids->str));
#pragma GCC diagnostic pop
  return TRUE;
}

static gboolean
ask_tables (FondsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (FondsStmt) missing = fonds_db_statement (db, SQL_MISSING);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (missing, &own))
    g_ptr_array_add (problems, g_strdup_printf (_ ("The file is damaged: it lacks the table “%s”"),
                                                fonds_stmt_text (missing, 0)));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_check_file:
 * @db: a connection
 * @problems: (element-type utf8): where sentences are added
 * @error: return location for an error
 *
 * Asks SQLite whether the file itself is sound.
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_check_file (FondsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (FondsStmt) integrity = fonds_db_statement (db, SQL_INTEGRITY);
  g_autoptr (FondsStmt) foreign = fonds_db_statement (db, SQL_FOREIGN);
  g_autoptr (GError) own = NULL;
  gint64 n = 0;

  if (!ask_tables (db, problems, error) || !fonds_db_integer (db, SQL_LOOK_AGAIN, &n, error))
    return FALSE;
  while (fonds_stmt_step (integrity, &own))
    if (g_strcmp0 (fonds_stmt_text (integrity, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup_printf (_ ("The file is damaged: %s"),
                                                  fonds_stmt_text (integrity, 0)));
  while (own == NULL && fonds_stmt_step (foreign, &own))
    g_ptr_array_add (problems,
                     g_strdup_printf (_ ("A row of “%s” belongs to nothing: %s"),
                                      fonds_stmt_text (foreign, 0), fonds_stmt_text (foreign, 1)));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_check_shadows:
 * @db: a connection
 * @problems: (element-type utf8): where sentences are added
 * @error: return location for an error
 *
 * Asks whether the shadows agree with the truth.
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_check_shadows (FondsDb *db, GPtrArray *problems, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (!ask (db, &questions[i], problems, error))
      return FALSE;
  return TRUE;
}

/**
 * fonds_check_text_index:
 * @db: the writer's connection
 * @problems: (element-type utf8): where a sentence is added
 * @error: return location for an error
 *
 * Asks FTS5 whether its index agrees with the words. It counts as writing, though it writes nothing.
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_check_text_index (FondsDb *db, GPtrArray *problems, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_INDEX_CHECK);
  g_autoptr (GError) own = NULL;

  if (fonds_stmt_run (s, &own))
    return TRUE;
  if (g_error_matches (own, FONDS_STORE_ERROR, FONDS_STORE_ERROR_CORRUPT))
    {
      g_ptr_array_add (problems, g_strdup (_ ("The word index does not agree with the records.")));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_check_list_documents:
 * @db: a connection
 * @after: only ids above this one
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): documents that have shadows, in order
 */
GArray *
fonds_check_list_documents (FondsDb *db, gint64 after, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST);

  fonds_stmt_bind_int (s, ":after", after);
  fonds_stmt_bind_int (s, ":limit", limit);
  return fonds_stmt_collect (s, error);
}

/**
 * fonds_check_count_documents:
 * @db: a connection
 * @n: (out): how many documents have shadows
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
fonds_check_count_documents (FondsDb *db, gint64 *n, GError **error)
{
  return fonds_db_integer (db, SQL_COUNT, n, error);
}

/**
 * fonds_check_clear_strays:
 * @db: the writer's connection
 * @error: return location for an error
 *
 * Takes shadows of nothing away and lets FTS5 make its index anew from the words.
 *
 * Returns: whether it was done
 */
gboolean
fonds_check_clear_strays (FondsDb *db, GError **error)
{
  return fonds_db_exec (db, SQL_STRAY_RECORDS, error) &&
         fonds_db_exec (db, SQL_STRAY_TEXT, error) && fonds_db_exec (db, SQL_EMPTY_INDEX, error);
}
