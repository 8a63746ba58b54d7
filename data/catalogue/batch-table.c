/* batch-table.c - the table of imports, shown and hidden, and of what they will change
 *
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/batch-table.h"

#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#define SQL_INSERT "INSERT INTO batch (owner, label, started) VALUES (:owner, :label, :started)"

#define SQL_DELETE "DELETE FROM batch WHERE id = :id"

#define SQL_NOTE_IDS                                                                               \
  "UPDATE batch SET first_id = coalesce (first_id, :first), last_id = :last WHERE id = :id"

#define SQL_SET_STATE "UPDATE batch SET state = :state WHERE id = :id"

#define SQL_OWN "UPDATE batch SET owner = :owner WHERE id = :id"

#define SQL_IS_OWNED "SELECT 1 FROM batch WHERE id = :id AND owner = :owner"

#define SQL_IS_HIDDEN "SELECT 1 FROM batch WHERE id = :id AND state = 0"

#define SQL_OWNER "SELECT owner FROM batch WHERE id = :id AND state = :state"

#define SQL_LIST_LEFT "SELECT id, owner FROM batch WHERE state = :state ORDER BY id"

#define SQL_LIST_SHADOWS                                                                           \
  "SELECT record.id FROM record JOIN batch ON batch.id = :id"                                      \
  " WHERE record.batch = :id AND record.id BETWEEN first_id AND last_id LIMIT :limit"

#define MINE                                                                                       \
  "SELECT 1 FROM batch JOIN document AS mine ON mine.batch = batch.id"                             \
  " AND mine.id BETWEEN first_id AND last_id JOIN reference ON source = mine.id"

#define NOT_SHOWN                                                                                  \
  " WHERE batch.id = :id AND other.batch <> :id"                                                   \
  " AND other.batch IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_HANGS                                                                                  \
  MINE " JOIN document AS other ON other.id = target" NOT_SHOWN " UNION ALL " MINE                 \
       " JOIN document AS other ON other.uid = target_uid" NOT_SHOWN " AND target IS NULL"         \
       " UNION ALL SELECT 1 FROM staged JOIN document AS other ON other.id = staged.document"      \
       " JOIN batch ON batch.id = staged.batch" NOT_SHOWN " LIMIT 1"

#define SQL_IS_DOUBLE                                                                              \
  "SELECT 1 FROM batch JOIN document AS mine ON mine.batch = batch.id"                             \
  " AND mine.id BETWEEN first_id AND last_id"                                                      \
  " JOIN identity AS known ON known.document = mine.id"                                            \
  " JOIN identity AS other USING (origin, kind, legacy)"                                           \
  " JOIN document AS theirs ON theirs.id = other.document"                                         \
  " WHERE batch.id = :id AND theirs.batch <> batch.id"                                             \
  " AND theirs.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES " LIMIT 1"

#define SQL_STAGE                                                                                  \
  "INSERT OR REPLACE INTO staged (batch, document, rev, body)"                                     \
  " VALUES (:id, :document, :rev, :body)"

#define SQL_LIST_STAGED                                                                            \
  "SELECT document, rev, body FROM staged WHERE batch = :id AND document > :after"                 \
  " ORDER BY document LIMIT :limit"

#define SQL_FIND_STAGED                                                                            \
  "SELECT document, rev, body FROM staged WHERE batch = :id AND document = :document"

#define SQL_UNSTAGE "DELETE FROM staged WHERE batch = :id"

/**
 * fonds_batch_insert:
 * @db: the writer's connection
 * @label: what it is, for people
 * @owner: who works on it
 * @error: return location for an error
 *
 * Begins a hidden batch.
 *
 * Returns: its number; 0 with @error
 */
gint64
fonds_batch_insert (FondsDb *db, const char *label, const char *owner, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_INSERT);

  fonds_stmt_bind_text (s, ":owner", owner);
  fonds_stmt_bind_text (s, ":label", label);
  fonds_stmt_bind_int (s, ":started", g_get_real_time () / G_USEC_PER_SEC);
  return fonds_stmt_run (s, error) ? fonds_db_last_id (db) : 0;
}

static gboolean
run_with_id (FondsDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_batch_delete:
 * @db: the writer's connection
 * @id: a batch
 * @error: return location for an error
 *
 * Forgets a batch and what it had staged. Its documents must be gone.
 *
 * Returns: whether it is forgotten
 */
gboolean
fonds_batch_delete (FondsDb *db, gint64 id, GError **error)
{
  return run_with_id (db, SQL_DELETE, id, error);
}

/**
 * fonds_batch_note_ids:
 * @db: the writer's connection
 * @id: a batch
 * @first: the first document of those just made
 * @last: the last one
 * @error: return location for an error
 *
 * Notes between which ids the batch's documents lie.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_batch_note_ids (FondsDb *db, gint64 id, gint64 first, gint64 last, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_NOTE_IDS);

  fonds_stmt_bind_int (s, ":first", first);
  fonds_stmt_bind_int (s, ":last", last);
  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_batch_set_state:
 * @db: the writer's connection
 * @id: a batch
 * @state: its new state
 * @error: return location for an error
 *
 * Shows or hides everything that a batch made, at once.
 *
 * Returns: whether it was done
 */
gboolean
fonds_batch_set_state (FondsDb *db, gint64 id, FondsBatchState state, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SET_STATE);

  fonds_stmt_bind_int (s, ":state", state);
  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_batch_own:
 * @db: the writer's connection
 * @id: a batch
 * @owner: who works on it from now on
 * @error: return location for an error
 *
 * Takes a batch over. Who worked on it before finds that out at the next portion.
 *
 * Returns: whether it was done
 */
gboolean
fonds_batch_own (FondsDb *db, gint64 id, const char *owner, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_OWN);

  fonds_stmt_bind_text (s, ":owner", owner);
  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_batch_own_left:
 * @db: the writer's connection
 * @id: a batch
 * @state: its state
 * @owner: who works on it from now on
 * @error: return location for an error
 *
 * Takes a batch over if it still is in that state and whoever worked on it is gone.
 *
 * Returns: whether the question could be answered; [func@batch_is_owned] tells the answer
 */
gboolean
fonds_batch_own_left (FondsDb *db,
                      gint64 id,
                      FondsBatchState state,
                      const char *owner,
                      GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_OWNER);
  g_autoptr (GError) own = NULL;
  gboolean left;

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":state", state);
  left = fonds_stmt_step (s, &own) && !fonds_batch_owner_is_alive (fonds_stmt_text (s, 0));
  if (own == NULL)
    return !left || fonds_batch_own (db, id, owner, error);
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_batch_is_owned:
 * @db: a connection
 * @id: a batch
 * @owner: an owner
 * @error: return location for an error
 *
 * Returns: whether that owner is the one who works on the batch
 */
gboolean
fonds_batch_is_owned (FondsDb *db, gint64 id, const char *owner, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_IS_OWNED);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_text (s, ":owner", owner);
  return fonds_stmt_step (s, error);
}

/**
 * fonds_batch_is_hidden:
 * @db: a connection
 * @id: a batch
 * @error: return location for an error
 *
 * Returns: whether the batch is there and not shown yet
 */
gboolean
fonds_batch_is_hidden (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_IS_HIDDEN);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_step (s, error);
}

/**
 * fonds_batch_list_left:
 * @db: a connection
 * @state: which state
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): batches in that state whose owner is gone
 */
GArray *
fonds_batch_list_left (FondsDb *db, FondsBatchState state, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_LEFT);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":state", state);
  while (fonds_stmt_step (s, &own))
    {
      gint64 id = fonds_stmt_int (s, 0);

      if (!fonds_batch_owner_is_alive (fonds_stmt_text (s, 1)))
        g_array_append_val (ids, id);
    }
  if (own == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_batch_list_shadows:
 * @db: a connection
 * @id: a batch
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): records of the batch that still have a row
 */
GArray *
fonds_batch_list_shadows (FondsDb *db, gint64 id, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_SHADOWS);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":limit", limit);
  return fonds_stmt_collect (s, error);
}

/* Whether a question about a batch has any answer. */
static gboolean
ask (FondsDb *db, const char *sql, gint64 id, gboolean *any, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":id", id);
  *any = fonds_stmt_step (s, &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_batch_hangs:
 * @db: a connection
 * @id: a hidden batch
 * @hangs: (out): whether it refers to, or changes, something that another batch made which is not
 *   shown: somebody took it back
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_batch_hangs (FondsDb *db, gint64 id, gboolean *hangs, GError **error)
{
  return ask (db, SQL_HANGS, id, hangs, error);
}

/**
 * fonds_batch_is_double:
 * @db: a connection
 * @id: a hidden batch
 * @twice: (out): whether something that it made is known by the same key already, and shown
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_batch_is_double (FondsDb *db, gint64 id, gboolean *twice, GError **error)
{
  return ask (db, SQL_IS_DOUBLE, id, twice, error);
}

/**
 * fonds_batch_stage:
 * @db: the writer's connection
 * @id: a hidden batch
 * @document: a document that was there before
 * @rev: the generation that @body was worked out from
 * @body: what it will be, as JSON
 * @error: return location for an error
 *
 * Notes what a batch will do to a document.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_batch_stage (FondsDb *db,
                   gint64 id,
                   gint64 document,
                   gint64 rev,
                   const char *body,
                   GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_STAGE);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":document", document);
  fonds_stmt_bind_int (s, ":rev", rev);
  fonds_stmt_bind_text (s, ":body", body);
  return fonds_stmt_run (s, error);
}

static FondsStaged *
read_staged (FondsStmt *s)
{
  FondsStaged *staged = g_new0 (FondsStaged, 1);

  staged->document = fonds_stmt_int (s, 0);
  staged->rev = fonds_stmt_int (s, 1);
  staged->body = g_strdup (fonds_stmt_text (s, 2));
  return staged;
}

/**
 * fonds_staged_free:
 * @staged: (transfer full) (nullable): what a batch will do
 *
 * Frees it.
 */
void
fonds_staged_free (FondsStaged *staged)
{
  if (staged == NULL)
    return;
  g_free (staged->body);
  g_free (staged);
}

/**
 * fonds_batch_list_staged:
 * @db: a connection
 * @id: a batch
 * @after: only documents with higher ids
 * @limit: at most so many
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsStaged): what the batch will do, by document
 */
GPtrArray *
fonds_batch_list_staged (FondsDb *db, gint64 id, gint64 after, guint limit, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_STAGED);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_staged_free);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":after", after);
  fonds_stmt_bind_int (s, ":limit", limit);
  while (fonds_stmt_step (s, &own))
    g_ptr_array_add (list, read_staged (s));
  if (own == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_batch_find_staged:
 * @db: a connection
 * @id: a batch
 * @document: a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what the batch will do to the document; %NULL without an error
 *   where that is nothing
 */
FondsStaged *
fonds_batch_find_staged (FondsDb *db, gint64 id, gint64 document, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_FIND_STAGED);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":document", document);
  return fonds_stmt_step (s, error) ? read_staged (s) : NULL;
}

/**
 * fonds_batch_unstage:
 * @db: the writer's connection
 * @id: a batch
 * @error: return location for an error
 *
 * Forgets what a batch had staged, once it is done.
 *
 * Returns: whether it is forgotten
 */
gboolean
fonds_batch_unstage (FondsDb *db, gint64 id, GError **error)
{
  return run_with_id (db, SQL_UNSTAGE, id, error);
}
