/* journal-table.c - the table of entries, and of what each did to which document
 *
 * An entry that was undone names by what; redoing takes the mark away. So the stack of what can be
 * undone is every entry without a mark, and it survives closing the program.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/journal-table.h"

#include "data/store/database.h"
#include "data/store/statement.h"

#define COLUMNS "id, at, who, verb, label, batch, created, changed, undoes, undone_by"

#define SQL_ADD                                                                                    \
  "INSERT INTO journal (at, who, verb, label, batch, undoes)"                                      \
  " VALUES (:at, :who, :verb, :label, nullif (:batch, 0), nullif (:undoes, 0))"

#define SQL_COUNT "UPDATE journal SET created = :created, changed = :changed WHERE id = :id"

#define SQL_ADD_CHANGE                                                                             \
  "INSERT INTO journal_change (entry, document, before, after)"                                    \
  " VALUES (:entry, :document, :before, :after)"

#define SQL_MARK "UPDATE journal SET undone_by = nullif (:by, 0) WHERE id = :id"

#define SQL_LOAD "SELECT " COLUMNS " FROM journal WHERE id = :id"

#define SQL_LIST "SELECT " COLUMNS " FROM journal ORDER BY id DESC LIMIT :limit"

#define SQL_LAST "SELECT coalesce (max (id), 0) FROM journal"

#define SQL_NEXT_UNDO                                                                              \
  "SELECT " COLUMNS " FROM journal WHERE verb NOT IN ('undo', 'redo') AND undone_by IS NULL"       \
  " ORDER BY id DESC LIMIT 1"

#define SQL_NEXT_REDO                                                                              \
  "SELECT " COLUMNS " FROM journal WHERE verb = 'undo' AND undone_by IS NULL AND id >"             \
  " (SELECT coalesce (max (id), 0) FROM journal WHERE verb NOT IN ('undo', 'redo'))"               \
  " ORDER BY id DESC LIMIT 1"

#define SQL_LIST_CHANGES                                                                           \
  "SELECT document, before, after FROM journal_change WHERE entry = :entry ORDER BY document"

/**
 * fonds_journal_add:
 * @db: the writer's connection
 * @who: whose change it is
 * @verb: "edit", "import", "undo" or "redo"
 * @label: what it is, for people
 * @batch: what an import made, or 0
 * @undoes: the entry that it undoes or redoes, or 0
 * @error: return location for an error
 *
 * Adds an entry.
 *
 * Returns: its number; 0 with @error
 */
gint64
fonds_journal_add (FondsDb *db,
                   const char *who,
                   const char *verb,
                   const char *label,
                   gint64 batch,
                   gint64 undoes,
                   GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ADD);

  fonds_stmt_bind_int (s, ":at", g_get_real_time ());
  fonds_stmt_bind_text (s, ":who", who);
  fonds_stmt_bind_text (s, ":verb", verb);
  fonds_stmt_bind_text (s, ":label", label);
  fonds_stmt_bind_int (s, ":batch", batch);
  fonds_stmt_bind_int (s, ":undoes", undoes);
  return fonds_stmt_run (s, error) ? fonds_db_last_id (db) : 0;
}

/**
 * fonds_journal_count:
 * @db: the writer's connection
 * @entry: an entry
 * @created: how many documents it made
 * @changed: how many it changed
 * @error: return location for an error
 *
 * Says how much an entry did.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_journal_count (FondsDb *db, gint64 entry, gint64 created, gint64 changed, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_COUNT);

  fonds_stmt_bind_int (s, ":created", created);
  fonds_stmt_bind_int (s, ":changed", changed);
  fonds_stmt_bind_int (s, ":id", entry);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_journal_add_change:
 * @db: the writer's connection
 * @entry: an entry
 * @document: a document
 * @before: (nullable): the delta as it was; %NULL for a creation
 * @after: (nullable): the delta as it became
 * @error: return location for an error
 *
 * Notes what an entry did to a document.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_journal_add_change (FondsDb *db,
                          gint64 entry,
                          gint64 document,
                          const char *before,
                          const char *after,
                          GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ADD_CHANGE);

  fonds_stmt_bind_int (s, ":entry", entry);
  fonds_stmt_bind_int (s, ":document", document);
  fonds_stmt_bind_text (s, ":before", before);
  fonds_stmt_bind_text (s, ":after", after);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_journal_mark_undone:
 * @db: the writer's connection
 * @entry: an entry
 * @by: the entry that undid it; 0 takes the mark away
 * @error: return location for an error
 *
 * Marks an entry as undone.
 *
 * Returns: whether it was marked
 */
gboolean
fonds_journal_mark_undone (FondsDb *db, gint64 entry, gint64 by, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_MARK);

  fonds_stmt_bind_int (s, ":by", by);
  fonds_stmt_bind_int (s, ":id", entry);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_journal_entry_free:
 * @entry: (transfer full) (nullable): an entry
 *
 * Frees an entry.
 */
void
fonds_journal_entry_free (FondsJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->who);
  g_free (entry->verb);
  g_free (entry->label);
  g_free (entry);
}

/* A row begins with its entry, so that it can be handed out and freed as one. */
static FondsJournalRow *
read_row (FondsStmt *s)
{
  FondsJournalRow *row = g_new0 (FondsJournalRow, 1);

  row->entry.id = fonds_stmt_int (s, 0);
  row->entry.at = fonds_stmt_int (s, 1);
  row->entry.who = g_strdup (fonds_stmt_text (s, 2));
  row->entry.verb = g_strdup (fonds_stmt_text (s, 3));
  row->entry.label = g_strdup (fonds_stmt_text (s, 4));
  row->batch = fonds_stmt_int (s, 5);
  row->entry.created = fonds_stmt_int (s, 6);
  row->entry.changed = fonds_stmt_int (s, 7);
  row->undoes = fonds_stmt_int (s, 8);
  row->entry.undone = !fonds_stmt_is_null (s, 9);
  return row;
}

/**
 * fonds_journal_load:
 * @db: a connection
 * @entry: an entry's number
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the entry; free it as its first member
 */
FondsJournalRow *
fonds_journal_load (FondsDb *db, gint64 entry, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LOAD);

  fonds_stmt_bind_int (s, ":id", entry);
  return fonds_stmt_step (s, error) ? read_row (s) : NULL;
}

/**
 * fonds_journal_last:
 * @db: a connection
 * @entry: (out): the number of the last entry; 0 where there is none
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_journal_last (FondsDb *db, gint64 *entry, GError **error)
{
  return fonds_db_integer (db, SQL_LAST, entry, error);
}

/**
 * fonds_journal_next_undo:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what "undo" would take back; %NULL without an error: nothing
 */
FondsJournalEntry *
fonds_journal_next_undo (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_NEXT_UNDO);

  return fonds_stmt_step (s, error) ? &read_row (s)->entry : NULL;
}

/**
 * fonds_journal_next_redo:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the undo that "redo" would take back; %NULL without an error:
 *   nothing
 */
FondsJournalEntry *
fonds_journal_next_redo (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_NEXT_REDO);

  return fonds_stmt_step (s, error) ? &read_row (s)->entry : NULL;
}

/**
 * fonds_journal_list:
 * @db: a connection
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsJournalEntry): the latest entries, latest first
 */
GPtrArray *
fonds_journal_list (FondsDb *db, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST);
  g_autoptr (GPtrArray) list =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_journal_entry_free);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":limit", limit);
  while (fonds_stmt_step (s, &own))
    g_ptr_array_add (list, read_row (s));
  if (own == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static void
change_free (gpointer data)
{
  FondsJournalChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/**
 * fonds_journal_list_changes:
 * @db: a connection
 * @entry: an entry
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsJournalChange): what it did, by document
 */
GPtrArray *
fonds_journal_list_changes (FondsDb *db, gint64 entry, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_CHANGES);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":entry", entry);
  while (fonds_stmt_step (s, &own))
    {
      FondsJournalChange *change = g_new0 (FondsJournalChange, 1);

      change->document = fonds_stmt_int (s, 0);
      change->before = g_strdup (fonds_stmt_text (s, 1));
      change->after = g_strdup (fonds_stmt_text (s, 2));
      g_ptr_array_add (list, change);
    }
  if (own == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}
