/* identity-table.c - where records came from, and by which names they are known
 *
 * Two shadows by which an import finds what it brought before: (origin, kind, legacy id), and the
 * comparison key of every name form. Documents of a batch that is not shown are never found.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/identity-table.h"

#include "data/catalogue/field.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"
#include "data/text/fold.h"

#define SHOWN "batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_ADD_ORIGIN "INSERT INTO origin (name) VALUES (:name) ON CONFLICT (name) DO NOTHING"

#define SQL_FIND_ORIGIN "SELECT id FROM origin WHERE name = :name"

#define SQL_LIST_ORIGINS "SELECT name FROM origin ORDER BY name"

#define SQL_MAIN_ORIGIN                                                                            \
  "SELECT name FROM identity JOIN origin ON origin.id = identity.origin"                           \
  " GROUP BY origin ORDER BY count (*) DESC, name LIMIT 1"

#define SQL_INSERT_IDENTITY                                                                        \
  "INSERT INTO identity (origin, kind, legacy, document)"                                          \
  " VALUES ((SELECT id FROM origin WHERE name = :name), :kind, :legacy, :document)"                \
  " ON CONFLICT DO NOTHING"

#define SQL_REMOVE_IDENTITY "DELETE FROM identity WHERE document = :document"

#define SQL_FIND_IDENTITY                                                                          \
  "SELECT document FROM identity JOIN document ON document.id = identity.document"                 \
  " WHERE origin = :origin AND identity.kind = :kind AND legacy = :legacy AND " SHOWN " LIMIT 1"

#define SQL_INSERT_NAME                                                                            \
  "INSERT INTO name (record, ordinal, form, key, role, language)"                                  \
  " VALUES (:record, :ordinal, :form, :key, :role, :language)"

#define SQL_REMOVE_NAME "DELETE FROM name WHERE record = :record"

#define SQL_FIND_NAME                                                                              \
  "SELECT DISTINCT record FROM name JOIN document ON document.id = name.record"                    \
  " WHERE key = :key AND form = :form AND (:kinds >> document.kind & 1) AND " SHOWN                \
  " ORDER BY record"

static gboolean
add_origin (FondsDb *db, const char *name, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ADD_ORIGIN);

  fonds_stmt_bind_text (s, ":name", name);
  return fonds_stmt_run (s, error);
}

static gboolean
insert_identity (FondsDb *db, gint64 id, FondsKind kind, const FondsValue *value, GError **error)
{
  g_autoptr (FondsStmt) s = NULL;
  const char *origin = value->attr[FONDS_ATTR_SOURCE];

  if (origin == NULL || value->attr[FONDS_ATTR_TEXT] == NULL)
    return TRUE;
  if (fonds_identity_find_origin (db, origin, NULL) == 0 && !add_origin (db, origin, error))
    return FALSE;
  s = fonds_db_statement (db, SQL_INSERT_IDENTITY);
  fonds_stmt_bind_text (s, ":name", origin);
  fonds_stmt_bind_int (s, ":kind", kind);
  fonds_stmt_bind_text (s, ":legacy", value->attr[FONDS_ATTR_TEXT]);
  fonds_stmt_bind_int (s, ":document", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_identity_write:
 * @db: the writer's connection
 * @id: a document
 * @body: its body
 * @error: return location for an error
 *
 * Writes under which (origin, legacy id) a document is known; it has none written.
 *
 * Returns: whether it was written
 */
gboolean
fonds_identity_write (FondsDb *db, gint64 id, const FondsBody *body, GError **error)
{
  for (guint i = 0; i < fonds_body_n_values (body, "identity"); i++)
    if (!insert_identity (db, id, fonds_body_kind (body), fonds_body_value (body, "identity", i),
                          error))
      return FALSE;
  return TRUE;
}

/**
 * fonds_identity_remove:
 * @db: the writer's connection
 * @id: a document
 * @error: return location for an error
 *
 * Takes a document's identities away.
 *
 * Returns: whether they are gone
 */
gboolean
fonds_identity_remove (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE_IDENTITY);

  fonds_stmt_bind_int (s, ":document", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_identity_find_origin:
 * @db: a connection
 * @name: the name of a source of records
 * @error: return location for an error
 *
 * Returns: the number of that origin in this file; 0 where it is not known
 */
gint64
fonds_identity_find_origin (FondsDb *db, const char *name, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_FIND_ORIGIN);

  fonds_stmt_bind_text (s, ":name", name);
  return fonds_stmt_step (s, error) ? fonds_stmt_int (s, 0) : 0;
}

/**
 * fonds_identity_list_origins:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of all origins
 */
GPtrArray *
fonds_identity_list_origins (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST_ORIGINS);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    g_ptr_array_add (names, g_strdup (fonds_stmt_text (s, 0)));
  if (own == NULL)
    return g_steal_pointer (&names);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_identity_main_origin:
 * @db: a connection
 * @name: (out) (transfer full) (nullable): the source that most records are from; %NULL: none is from any
 * @error: return location for an error
 *
 * Returns: whether it could be found out
 */
gboolean
fonds_identity_main_origin (FondsDb *db, char **name, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_MAIN_ORIGIN);
  g_autoptr (GError) own = NULL;

  *name = fonds_stmt_step (s, &own) ? g_strdup (fonds_stmt_text (s, 0)) : NULL;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_identity_find:
 * @db: a connection
 * @origin: an origin's number
 * @kind: what the record is
 * @legacy: its id there
 * @error: return location for an error
 *
 * Returns: the record's id; 0 where there is none that is shown
 */
gint64
fonds_identity_find (FondsDb *db, gint64 origin, FondsKind kind, const char *legacy, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_FIND_IDENTITY);

  fonds_stmt_bind_int (s, ":origin", origin);
  fonds_stmt_bind_int (s, ":kind", kind);
  fonds_stmt_bind_text (s, ":legacy", legacy);
  return fonds_stmt_step (s, error) ? fonds_stmt_int (s, 0) : 0;
}

static gboolean
insert_name (FondsDb *db, gint64 id, int ordinal, const FondsValue *value, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_INSERT_NAME);
  g_autofree char *key = fonds_text_key (value->attr[FONDS_ATTR_TEXT]);

  fonds_stmt_bind_int (s, ":record", id);
  fonds_stmt_bind_int (s, ":ordinal", ordinal);
  fonds_stmt_bind_text (s, ":form", value->attr[FONDS_ATTR_TEXT]);
  fonds_stmt_bind_text (s, ":key", key);
  fonds_stmt_bind_text (s, ":role", value->attr[FONDS_ATTR_TYPE]);
  fonds_stmt_bind_text (s, ":language", value->attr[FONDS_ATTR_LANGUAGE]);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_name_write:
 * @db: the writer's connection
 * @id: a document
 * @body: its body
 * @error: return location for an error
 *
 * Writes the name forms of a document that has none written.
 *
 * Returns: whether they were written
 */
gboolean
fonds_name_write (FondsDb *db, gint64 id, const FondsBody *body, GError **error)
{
  int ordinal = 0;

  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *id_of_field = fonds_body_field_id (body, i);
      const FondsField *field = fonds_field_find (fonds_body_kind (body), id_of_field);

      if (field == NULL || field->datatype != FONDS_TYPE_NAME)
        continue;
      for (guint j = 0; j < fonds_body_n_values (body, id_of_field); j++)
        {
          const FondsValue *value = fonds_body_value (body, id_of_field, j);

          if (value->attr[FONDS_ATTR_TEXT] != NULL &&
              !insert_name (db, id, ordinal++, value, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * fonds_name_remove:
 * @db: the writer's connection
 * @id: a document
 * @error: return location for an error
 *
 * Takes a document's name forms away.
 *
 * Returns: whether they are gone
 */
gboolean
fonds_name_remove (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE_NAME);

  fonds_stmt_bind_int (s, ":record", id);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_name_find:
 * @db: a connection
 * @form: a name, to the letter
 * @kinds: a mask of kinds: 1 << kind
 * @error: return location for an error
 *
 * Finds the records that bear a name exactly; several may.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): their ids
 */
GArray *
fonds_name_find (FondsDb *db, const char *form, guint32 kinds, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_FIND_NAME);
  g_autofree char *key = fonds_text_key (form);

  fonds_stmt_bind_text (s, ":key", key);
  fonds_stmt_bind_text (s, ":form", form);
  fonds_stmt_bind_int (s, ":kinds", kinds);
  return fonds_stmt_collect (s, error);
}
