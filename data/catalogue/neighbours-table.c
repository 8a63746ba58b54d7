/* neighbours-table.c - what lies around a record in the hierarchy, and where it is kept
 *
 * Siblings stand in the order of the hierarchy: by position, then by id. Only units of description
 * have neighbours; what other records hang together with is said by references.
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/neighbours.h"

#include "data/catalogue/link-table.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

/* So many children come with a record; whoever wants more lists them. */
#define FIRST_CHILDREN "12"
#define MOST G_STRINGIFY (FONDS_NEIGHBOURS_MOST)

#define SHOWN "record.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

/* IS and not =, since what lies at the top has no parent. */
#define SIBLINGS                                                                                   \
  " FROM record JOIN record AS own ON own.id = :id"                                                \
  " WHERE record.kind = own.kind AND record.parent IS own.parent AND " SHOWN

#define SQL_PREVIOUS                                                                               \
  "SELECT record.id" SIBLINGS " AND (record.position, record.id) < (own.position, own.id)"         \
  " ORDER BY record.position DESC, record.id DESC LIMIT 1"

#define SQL_NEXT                                                                                   \
  "SELECT record.id" SIBLINGS " AND (record.position, record.id) > (own.position, own.id)"         \
  " ORDER BY record.position, record.id LIMIT 1"

#define SQL_COUNT "SELECT count (*) FROM (SELECT 1" SIBLINGS " LIMIT " MOST ")"

#define SQL_PLACE                                                                                  \
  "SELECT 1 + count (*) FROM (SELECT 1" SIBLINGS                                                   \
  " AND (record.position, record.id) < (own.position, own.id) LIMIT " MOST ")"

#define SQL_CHILDREN                                                                               \
  "SELECT record.id FROM record WHERE kind = :kind AND parent = :id AND " SHOWN                    \
  " ORDER BY position, id LIMIT " FIRST_CHILDREN

#define SQL_COUNT_BELOW                                                                            \
  "SELECT count (*) FROM (SELECT 1 FROM record"                                                    \
  " WHERE kind = :kind AND parent = :id AND " SHOWN " LIMIT " MOST ")"

/* The institution that it names itself, else the one that the nearest above it names. */
#define SQL_REPOSITORY                                                                             \
  "WITH RECURSIVE above (id, depth) AS (SELECT :id, 0 UNION ALL"                                   \
  " SELECT record.parent, depth + 1 FROM above JOIN record ON record.id = above.id"                \
  " WHERE record.parent IS NOT NULL AND depth < 64)"                                               \
  " SELECT reference.target, depth FROM above"                                                     \
  " JOIN reference ON reference.source = above.id AND reference.field = 'repository'"              \
  " WHERE reference.target IS NOT NULL ORDER BY depth LIMIT 1"

/**
 * fonds_neighbours_free:
 * @self: (transfer full) (nullable): neighbours
 *
 * Frees them; any thread may.
 */
void
fonds_neighbours_free (FondsNeighbours *self)
{
  if (self == NULL)
    return;
  fonds_link_free (self->repository);
  fonds_link_free (self->previous);
  fonds_link_free (self->next);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->n_below, g_array_unref);
  g_free (self);
}

static FondsStmt *
ask (FondsDb *db, const char *sql, gint64 id)
{
  FondsStmt *s = fonds_db_statement (db, sql);

  fonds_stmt_bind_int (s, ":id", id);
  return s;
}

/* No row leaves @number as it is. */
static gboolean
read_number (FondsStmt *s, gint64 *number, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (fonds_stmt_step (s, &own))
    *number = fonds_stmt_int (s, 0);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
load_number (FondsDb *db, const char *sql, gint64 id, gint64 *number, GError **error)
{
  g_autoptr (FondsStmt) s = ask (db, sql, id);

  return read_number (s, number, error);
}

static gboolean
load_link (FondsDb *db, gint64 id, FondsLink **link, GError **error)
{
  g_autoptr (GError) own = NULL;

  *link = id != 0 ? fonds_link_load (db, id, &own) : NULL;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
load_sibling (FondsDb *db, const char *sql, gint64 id, FondsLink **link, GError **error)
{
  gint64 sibling = 0;

  return load_number (db, sql, id, &sibling, error) && load_link (db, sibling, link, error);
}

static gboolean
load_repository (FondsNeighbours *self, FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = ask (db, SQL_REPOSITORY, id);
  gint64 repository = 0;

  if (!read_number (s, &repository, error))
    return FALSE;
  if (repository == 0)
    return TRUE;
  self->inherited = fonds_stmt_int (s, 1) > 0;
  return load_link (db, repository, &self->repository, error);
}

static gboolean
count_below (FondsDb *db, gint64 id, FondsKind kind, gint64 *n, GError **error)
{
  g_autoptr (FondsStmt) s = ask (db, SQL_COUNT_BELOW, id);

  fonds_stmt_bind_int (s, ":kind", kind);
  return read_number (s, n, error);
}

static gboolean
load_children (FondsNeighbours *self, FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  g_autoptr (FondsStmt) s = ask (db, SQL_CHILDREN, id);
  g_autoptr (GArray) ids = NULL;

  fonds_stmt_bind_int (s, ":kind", kind);
  ids = fonds_stmt_collect (s, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 child = g_array_index (ids, gint64, i), n = 0;
      FondsLink *link;

      if (!load_link (db, child, &link, error))
        return FALSE;
      if (link == NULL)
        continue;
      g_ptr_array_add (self->children, link);
      if (!count_below (db, child, kind, &n, error))
        return FALSE;
      g_array_append_val (self->n_below, n);
    }
  return ids != NULL;
}

static gboolean
load_siblings (FondsNeighbours *self, FondsDb *db, gint64 id, GError **error)
{
  if (!load_sibling (db, SQL_PREVIOUS, id, &self->previous, error) ||
      !load_sibling (db, SQL_NEXT, id, &self->next, error) ||
      !load_number (db, SQL_COUNT, id, &self->n_siblings, error) ||
      !load_number (db, SQL_PLACE, id, &self->place, error))
    return FALSE;
  if (self->n_siblings == FONDS_NEIGHBOURS_MOST)
    self->n_siblings = 0;
  return TRUE;
}

/**
 * fonds_neighbours_load:
 * @db: a connection
 * @id: a record
 * @kind: its kind
 * @error: return location for an error
 *
 * Reads what lies around a record. For other kinds than units of description there is nothing but
 * the repository, if it names one.
 *
 * Returns: (transfer full) (nullable): its neighbours
 */
FondsNeighbours *
fonds_neighbours_load (FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  g_autoptr (FondsNeighbours) self = g_new0 (FondsNeighbours, 1);

  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_link_free);
  self->n_below = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!load_repository (self, db, id, error))
    return NULL;
  if (kind != FONDS_KIND_UNIT)
    return g_steal_pointer (&self);
  return load_siblings (self, db, id, error) && load_children (self, db, id, kind, error)
             ? g_steal_pointer (&self)
             : NULL;
}
