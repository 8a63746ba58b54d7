/* reference-table.c - which document refers to which
 *
 * A shadow of every reference in every body. A target that is not here yet waits by its uid, and is
 * found when its document arrives; one that leaves goes back to waiting.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/reference-table.h"

#include "data/catalogue/writer-private.h"
#include "data/store/database.h"
#include "data/store/statement.h"

#define SQL_INSERT                                                                                 \
  "INSERT INTO reference (source, field, ordinal, target, target_uid, type)"                       \
  " VALUES (:source, :field, :ordinal, nullif (:target, 0), :uid, :type)"

#define SQL_REMOVE "DELETE FROM reference WHERE source = :source"

#define SQL_ANY_WAITS "SELECT 1 FROM reference WHERE target IS NULL LIMIT 1"

#define SQL_WAITING                                                                                \
  "SELECT source FROM reference WHERE target IS NULL AND target_uid = :uid AND field <> 'parent'"

#define SQL_ARRIVE                                                                                 \
  "UPDATE reference SET target = :target, target_uid = NULL"                                       \
  " WHERE target IS NULL AND target_uid = :uid"

#define SQL_ADOPT                                                                                  \
  "UPDATE record SET parent = :target,"                                                            \
  " sequence = (SELECT value FROM setting WHERE name = 'sequence') WHERE id IN"                    \
  " (SELECT source FROM reference WHERE target = :target AND field = 'parent')"

#define SQL_LEAVE "UPDATE reference SET target = NULL, target_uid = :uid WHERE target = :target"

#define SQL_ORPHAN "UPDATE record SET parent = NULL WHERE parent = :target AND kind = :kind"

#define SQL_SOURCES                                                                                \
  "SELECT DISTINCT source FROM reference WHERE target = :target AND field <> 'parent'"

#define SQL_BY_FIELD                                                                               \
  "SELECT DISTINCT source FROM reference WHERE target = :target AND field = :field"

/**
 * fonds_reference_any_waits:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: whether any reference waits for its target
 */
gboolean
fonds_reference_any_waits (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ANY_WAITS);

  return fonds_stmt_step (s, error);
}

/**
 * fonds_reference_write:
 * @writer: the writer, in its transaction
 * @source: the referring document
 * @body: its body
 * @error: return location for an error
 *
 * Writes the references of a document that has none written.
 *
 * Returns: whether they were written
 */
gboolean
fonds_reference_write (FondsWriter *writer, gint64 source, const FondsBody *body, GError **error)
{
  g_autoptr (FondsStmt) s = NULL;

  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);

      for (guint j = 0; j < fonds_body_n_values (body, field); j++)
        {
          const FondsValue *value = fonds_body_value (body, field, j);
          const char *uid = value->attr[FONDS_ATTR_REF];
          gint64 target;

          if (uid == NULL)
            continue;
          if (s == NULL)
            s = fonds_db_statement (fonds_writer_db (writer), SQL_INSERT);
          target = fonds_writer_find (writer, uid);
          if (target == 0)
            _fonds_writer_note_waiting (writer);
          fonds_stmt_bind_int (s, ":source", source);
          fonds_stmt_bind_text (s, ":field", field);
          fonds_stmt_bind_int (s, ":ordinal", j);
          fonds_stmt_bind_int (s, ":target", target);
          fonds_stmt_bind_text (s, ":uid", target == 0 ? uid : NULL);
          fonds_stmt_bind_text (s, ":type", value->attr[FONDS_ATTR_TYPE]);
          if (!fonds_stmt_run (s, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * fonds_reference_remove:
 * @db: the writer's connection
 * @source: the referring document
 * @error: return location for an error
 *
 * Takes the references of a document away.
 *
 * Returns: whether they are gone
 */
gboolean
fonds_reference_remove (FondsDb *db, gint64 source, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE);

  fonds_stmt_bind_int (s, ":source", source);
  return fonds_stmt_run (s, error);
}

static gboolean
run_with_target (FondsDb *db, const char *sql, gint64 target, const char *uid, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);

  fonds_stmt_bind_int (s, ":target", target);
  if (uid != NULL)
    fonds_stmt_bind_text (s, ":uid", uid);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_reference_arrive:
 * @db: the writer's connection
 * @target: a document that is here now
 * @uid: its uid
 * @error: return location for an error
 *
 * Gives those that waited for a document its id; children find their parent.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): who waited otherwise than as a child,
 *   and may want to name it
 */
GArray *
fonds_reference_arrive (FondsDb *db, gint64 target, const char *uid, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_WAITING);
  g_autoptr (GArray) waited = NULL;

  fonds_stmt_bind_text (s, ":uid", uid);
  waited = fonds_stmt_collect (s, error);
  if (waited == NULL || !run_with_target (db, SQL_ARRIVE, target, uid, error))
    return NULL;
  if (fonds_db_changes (db) > 0 && !run_with_target (db, SQL_ADOPT, target, NULL, error))
    return NULL;
  return g_steal_pointer (&waited);
}

/**
 * fonds_reference_leave:
 * @db: the writer's connection
 * @target: a document whose shadows go
 * @uid: its uid
 * @error: return location for an error
 *
 * Sends those that refer to a document back to waiting for it.
 *
 * Returns: whether they wait
 */
gboolean
fonds_reference_leave (FondsDb *db, gint64 target, const char *uid, GError **error)
{
  g_autoptr (FondsStmt) orphan = NULL;

  if (!run_with_target (db, SQL_LEAVE, target, uid, error))
    return FALSE;
  if (fonds_db_changes (db) == 0)
    return TRUE;
  orphan = fonds_db_statement (db, SQL_ORPHAN);
  fonds_stmt_bind_int (orphan, ":target", target);
  fonds_stmt_bind_int (orphan, ":kind", FONDS_KIND_UNIT);
  return fonds_stmt_run (orphan, error);
}

/**
 * fonds_reference_list_sources:
 * @db: a connection
 * @target: a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): who refers to it otherwise than as a child
 */
GArray *
fonds_reference_list_sources (FondsDb *db, gint64 target, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SOURCES);

  fonds_stmt_bind_int (s, ":target", target);
  return fonds_stmt_collect (s, error);
}

/**
 * fonds_reference_list_by_field:
 * @db: a connection
 * @target: a document
 * @field: a field's id
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type gint64): who refers to it in that field
 */
GArray *
fonds_reference_list_by_field (FondsDb *db, gint64 target, const char *field, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BY_FIELD);

  fonds_stmt_bind_int (s, ":target", target);
  fonds_stmt_bind_text (s, ":field", field);
  return fonds_stmt_collect (s, error);
}
