/* link-table.c - other records as they are named on a record's page
 *
 * Reads the reference shadow from both ends. A relation is a document between two records; seen from
 * one of them, it is a link to the other that bears the relation's type.
 * Documents of a batch that is not shown are never named.
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/link-table.h"

#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#define COLUMNS                                                                                    \
  "record.id, record.kind, document.uid, record.title, record.language, record.level, record.ref," \
  " record.dates"

#define SHOWN "record.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_LOAD                                                                                   \
  "SELECT " COLUMNS                                                                                \
  ", NULL, NULL, 0, NULL, NULL FROM record JOIN document USING (id) WHERE record.id = :id"

#define SQL_ANCESTORS                                                                              \
  "WITH RECURSIVE above (id, depth) AS ("                                                          \
  " SELECT parent, 1 FROM record WHERE id = :id AND parent IS NOT NULL"                            \
  " UNION ALL SELECT record.parent, depth + 1 FROM above JOIN record ON record.id = above.id"      \
  " WHERE record.parent IS NOT NULL AND depth < 64)"                                               \
  " SELECT " COLUMNS ", NULL, NULL, 0, NULL, NULL FROM above JOIN record ON record.id = above.id"  \
  " JOIN document ON document.id = record.id ORDER BY depth DESC"

#define SQL_TARGETS                                                                                \
  "SELECT " COLUMNS ", reference.field, reference.type, 0, NULL, NULL FROM reference"              \
  " JOIN record ON record.id = reference.target JOIN document ON document.id = record.id"          \
  " WHERE reference.source = :id"

/* What refers to it by a field of its own, and what a relation ties to it. */
#define FROM_DIRECT                                                                                \
  " FROM reference JOIN record ON record.id = reference.source"                                    \
  " JOIN document ON document.id = record.id"                                                      \
  " WHERE reference.target = :id AND reference.field <> 'parent' AND " SHOWN

/* The other end is looked for before the relation itself: a unit has subjects too, but no object, and
 * bodies are long. CROSS keeps that order. */
#define FROM_RELATIONS                                                                             \
  " FROM reference AS near CROSS JOIN reference AS far ON far.source = near.source"                \
  " AND far.field = CASE near.field WHEN 'subject' THEN 'object' ELSE 'subject' END"               \
  " CROSS JOIN document AS relation ON relation.id = near.source"                                  \
  " JOIN record ON record.id = far.target JOIN document ON document.id = record.id"                \
  " WHERE near.target = :id AND near.field IN ('subject', 'object') AND relation.kind = :relation" \
  " AND relation.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES " AND " SHOWN

/* What a relation says beside its two ends stands in its body only. */
#define OF_RELATION                                                                                \
  "json_extract (relation.body, '$.f.type[0].t'), relation.id,"                                    \
  " json_extract (relation.body, '$.f.description[0].t'),"                                         \
  " json_extract (relation.body, '$.f.dates[0].t')"

/* Of many the first come, by field as the index has them, and only those are put in order: to sort all
 * that a place is named in would take longer than anybody waits. */
#define SQL_INCOMING                                                                               \
  "SELECT * FROM (SELECT " COLUMNS ", reference.field AS name, reference.type, 0, NULL, NULL,"     \
  " record.sort AS sort" FROM_DIRECT " ORDER BY reference.field LIMIT :limit) ORDER BY name, sort"

#define SQL_RELATIONS                                                                              \
  "SELECT " COLUMNS ", near.field, " OF_RELATION FROM_RELATIONS " ORDER BY record.sort LIMIT "     \
  ":limit"

/* Fields that only records have, and by which most of a great number refer. */
#define OF_RECORDS "'creator', 'place', 'repository', 'genre', 'name', 'container'"

#define COUNT_DIRECT                                                                               \
  "(SELECT count (*) FROM reference JOIN record ON record.id = reference.source"                   \
  " WHERE reference.target = :id AND " SHOWN " AND reference.field"

/* To look at every record that refers takes a tenth of a second for a hundred thousand. Where nothing
 * is hidden, the index alone tells. */
#define SQL_COUNT_INCOMING                                                                         \
  "SELECT CASE WHEN EXISTS " FONDS_SQL_UNSEEN_BATCHES " THEN " COUNT_DIRECT " <> 'parent')"        \
  " ELSE " COUNT_DIRECT " NOT IN ('parent', " OF_RECORDS "))"                                      \
  " + (SELECT count (*) FROM reference WHERE target = :id AND field IN (" OF_RECORDS ")) END"      \
  " + (SELECT count (*)" FROM_RELATIONS ")"

#define SQL_COUNT_CHILDREN                                                                         \
  "SELECT count (*) FROM record WHERE parent = :id"                                                \
  " AND kind = (SELECT kind FROM record WHERE id = :id) AND " SHOWN

/**
 * fonds_link_free:
 * @link: (transfer full) (nullable): a link
 *
 * Frees a link.
 */
void
fonds_link_free (FondsLink *link)
{
  if (link == NULL)
    return;
  g_free (link->uid);
  g_free (link->title);
  g_free (link->language);
  g_free (link->level);
  g_free (link->ref);
  g_free (link->dates);
  g_free (link->field);
  g_free (link->type);
  g_free (link->description);
  g_free (link->relation_dates);
  g_free (link);
}

static FondsLink *
read_link (FondsStmt *s)
{
  FondsLink *link = g_new0 (FondsLink, 1);

  link->id = fonds_stmt_int (s, 0);
  link->kind = (FondsKind) fonds_stmt_int (s, 1);
  link->uid = g_strdup (fonds_stmt_text (s, 2));
  link->title = g_strdup (fonds_stmt_text (s, 3));
  link->language = g_strdup (fonds_stmt_text (s, 4));
  link->level = g_strdup (fonds_stmt_text (s, 5));
  link->ref = g_strdup (fonds_stmt_text (s, 6));
  link->dates = g_strdup (fonds_stmt_text (s, 7));
  link->field = g_strdup (fonds_stmt_text (s, 8));
  link->type = g_strdup (fonds_stmt_text (s, 9));
  link->relation = fonds_stmt_int (s, 10);
  link->description = g_strdup (fonds_stmt_text (s, 11));
  link->relation_dates = g_strdup (fonds_stmt_text (s, 12));
  return link;
}

static GPtrArray *
collect (FondsStmt *s, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_link_free);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    g_ptr_array_add (links, read_link (s));
  if (own == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_link_load:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the record as a link; %NULL without an error: it has no row
 */
FondsLink *
fonds_link_load (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LOAD);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_step (s, error) ? read_link (s) : NULL;
}

/**
 * fonds_link_list_ancestors:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsLink): what it lies in, root first
 */
GPtrArray *
fonds_link_list_ancestors (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_ANCESTORS);

  fonds_stmt_bind_int (s, ":id", id);
  return collect (s, error);
}

/**
 * fonds_link_join_codes:
 * @ancestors: (element-type FondsLink): what a record lies in, root first
 * @own: the local part of its reference code
 *
 * Returns: (transfer full): the full reference code: the ancestors' parts and its own, joined by "/"
 */
char *
fonds_link_join_codes (const GPtrArray *ancestors, const char *own)
{
  GString *code = g_string_new (NULL);

  for (guint i = 0; i < ancestors->len; i++)
    {
      const FondsLink *above = g_ptr_array_index (ancestors, i);

      if (above->ref != NULL)
        g_string_append_printf (code, "%s/", above->ref);
    }
  g_string_append (code, own);
  return g_string_free (code, FALSE);
}

/**
 * fonds_link_list_targets:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsLink): what its references point at
 */
GPtrArray *
fonds_link_list_targets (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_TARGETS);

  fonds_stmt_bind_int (s, ":id", id);
  return collect (s, error);
}

/**
 * fonds_link_list_incoming:
 * @db: a connection
 * @id: a record
 * @limit: at most so many of either sort
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type FondsLink): who refers to it, by field and title;
 *   where there are more than @limit, the first by field and age
 */
GPtrArray *
fonds_link_list_incoming (FondsDb *db, gint64 id, guint limit, GError **error)
{
  g_autoptr (FondsStmt) direct = fonds_db_statement (db, SQL_INCOMING);
  g_autoptr (FondsStmt) relations = fonds_db_statement (db, SQL_RELATIONS);
  g_autoptr (GPtrArray) links = NULL;
  GPtrArray *related;

  fonds_stmt_bind_int (direct, ":id", id);
  fonds_stmt_bind_int (direct, ":limit", limit);
  links = collect (direct, error);
  if (links == NULL)
    return NULL;
  fonds_stmt_bind_int (relations, ":id", id);
  fonds_stmt_bind_int (relations, ":limit", limit);
  fonds_stmt_bind_int (relations, ":relation", FONDS_KIND_RELATION);
  related = collect (relations, error);
  if (related == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (links, related);
  return g_steal_pointer (&links);
}

/**
 * fonds_link_count_incoming:
 * @db: a connection
 * @id: a record
 * @n: (out): how many refer to it
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
fonds_link_count_incoming (FondsDb *db, gint64 id, gint64 *n, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_COUNT_INCOMING);

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":relation", FONDS_KIND_RELATION);
  if (!fonds_stmt_step (s, error))
    return FALSE;
  *n = fonds_stmt_int (s, 0);
  return TRUE;
}

/**
 * fonds_link_count_children:
 * @db: a connection
 * @id: a record
 * @n: (out): how many lie directly under it
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
fonds_link_count_children (FondsDb *db, gint64 id, gint64 *n, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_COUNT_CHILDREN);

  fonds_stmt_bind_int (s, ":id", id);
  if (!fonds_stmt_step (s, error))
    return FALSE;
  *n = fonds_stmt_int (s, 0);
  return TRUE;
}
