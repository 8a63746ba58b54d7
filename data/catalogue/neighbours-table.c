/* neighbours-table.c - what lies around a record in the hierarchy, and where it is kept
 *
 * Siblings stand in the order of the hierarchy: by position, then by id. The hierarchy of units is
 * in their rows; that of places, subjects and containers is made by references.
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

#define SQL_COUNT_CHILDREN                                                                         \
  "SELECT count (*) FROM (SELECT 1 FROM record"                                                    \
  " WHERE kind = :kind AND parent = :id AND " SHOWN " LIMIT " MOST ")"

/* The same where a reference makes the hierarchy. */
#define NARROWER                                                                                   \
  " FROM reference JOIN record ON record.id = reference.source"                                    \
  " WHERE reference.target = :id AND reference.field = :field AND record.kind = :kind AND " SHOWN

#define SQL_NARROWER "SELECT record.id" NARROWER " ORDER BY record.sort LIMIT " FIRST_CHILDREN

#define SQL_COUNT_NARROWER "SELECT count (*) FROM (SELECT 1" NARROWER " LIMIT " MOST ")"

/* Of several broader ones the first is followed. Bounded, since references may run in a circle. */
#define SQL_ABOVE                                                                                  \
  "WITH RECURSIVE above (id, depth) AS (SELECT :id, 0 UNION ALL"                                   \
  " SELECT reference.target, depth + 1 FROM above JOIN reference ON reference.source = above.id"   \
  " WHERE reference.field = :field AND reference.ordinal = 0 AND reference.target IS NOT NULL"     \
  " AND depth < 12)"                                                                               \
  " SELECT above.id FROM above JOIN record USING (id) WHERE depth > 0 AND above.id <> :id"         \
  " AND " SHOWN " GROUP BY above.id ORDER BY max (depth) DESC"

/* The institution that it names itself, else the one that the nearest above it names. */
#define SQL_REPOSITORY                                                                             \
  "WITH RECURSIVE above (id, depth) AS (SELECT :id, 0 UNION ALL"                                   \
  " SELECT record.parent, depth + 1 FROM above JOIN record ON record.id = above.id"                \
  " WHERE record.parent IS NOT NULL AND depth < 64)"                                               \
  " SELECT reference.target, depth FROM above"                                                     \
  " JOIN reference ON reference.source = above.id AND reference.field = 'repository'"              \
  " WHERE reference.target IS NOT NULL ORDER BY depth LIMIT 1"

#define SQL_LOCATIONS                                                                              \
  "SELECT uid, json_extract (body, '$.f.location[0].t') FROM reference"                            \
  " JOIN document ON document.id = reference.target"                                               \
  " WHERE reference.source = :id AND reference.field IN ('container', 'within')"

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
  g_clear_pointer (&self->above, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->n_below, g_array_unref);
  g_clear_pointer (&self->locations, g_hash_table_unref);
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

/* A question about what is below a record of a kind, in the hierarchy that the kind has. */
static FondsStmt *
ask_below (FondsDb *db, const char *of_units, const char *of_others, gint64 id, FondsKind kind)
{
  const char *field = fonds_neighbours_field (kind);
  FondsStmt *s = ask (db, kind == FONDS_KIND_UNIT ? of_units : of_others, id);

  fonds_stmt_bind_int (s, ":kind", kind);
  if (kind != FONDS_KIND_UNIT)
    fonds_stmt_bind_text (s, ":field", field);
  return s;
}

static gboolean
count_below (FondsDb *db, gint64 id, FondsKind kind, gint64 *n, GError **error)
{
  g_autoptr (FondsStmt) s = ask_below (db, SQL_COUNT_CHILDREN, SQL_COUNT_NARROWER, id, kind);

  return read_number (s, n, error);
}

static gboolean
load_links (FondsDb *db, FondsStmt *s, GPtrArray *links, GError **error)
{
  g_autoptr (GArray) ids = fonds_stmt_collect (s, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      FondsLink *link;

      if (!load_link (db, g_array_index (ids, gint64, i), &link, error))
        return FALSE;
      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  return ids != NULL;
}

static gboolean
load_children (FondsNeighbours *self, FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  g_autoptr (FondsStmt) s = ask_below (db, SQL_CHILDREN, SQL_NARROWER, id, kind);

  if (!load_links (db, s, self->children, error) ||
      !count_below (db, id, kind, &self->n_children, error))
    return FALSE;
  for (guint i = 0; i < self->children->len; i++)
    {
      const FondsLink *child = g_ptr_array_index (self->children, i);
      gint64 n = 0;

      if (!count_below (db, child->id, kind, &n, error))
        return FALSE;
      g_array_append_val (self->n_below, n);
    }
  return TRUE;
}

static gboolean
load_above (FondsNeighbours *self, FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  const char *field = fonds_neighbours_field (kind);
  g_autoptr (FondsStmt) s = NULL;

  if (field == NULL || kind == FONDS_KIND_UNIT)
    return TRUE;
  s = ask (db, SQL_ABOVE, id);
  fonds_stmt_bind_text (s, ":field", field);
  return load_links (db, s, self->above, error);
}

static gboolean
load_locations (FondsNeighbours *self, FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = ask (db, SQL_LOCATIONS, id);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    if (!fonds_stmt_is_null (s, 1))
      g_hash_table_replace (self->locations, g_strdup (fonds_stmt_text (s, 0)),
                            g_strdup (fonds_stmt_text (s, 1)));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
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
 * fonds_neighbours_field:
 * @kind: a kind
 *
 * Returns: (nullable): the field by which records of the kind say what they lie in or belong to
 */
const char *
fonds_neighbours_field (FondsKind kind)
{
  switch ((guint) kind)
    {
    case FONDS_KIND_UNIT:
      return "parent";
    case FONDS_KIND_PLACE:
    case FONDS_KIND_SUBJECT:
      return "broader";
    case FONDS_KIND_CONTAINER:
      return "within";
    case FONDS_KIND_SESSION:
    case FONDS_KIND_CONTRIBUTION:
      return "conference";
    default:
      return NULL;
    }
}

static FondsNeighbours *
make (void)
{
  FondsNeighbours *self = g_new0 (FondsNeighbours, 1);

  self->above = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_link_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_link_free);
  self->n_below = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->locations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * fonds_neighbours_load:
 * @db: a connection
 * @id: a record
 * @kind: its kind
 * @error: return location for an error
 *
 * Reads what lies around a record. Only units of description have siblings; only what has a
 * hierarchy has something above and below.
 *
 * Returns: (transfer full) (nullable): its neighbours
 */
FondsNeighbours *
fonds_neighbours_load (FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  g_autoptr (FondsNeighbours) self = make ();

  if (!load_repository (self, db, id, error) || !load_above (self, db, id, kind, error) ||
      !load_locations (self, db, id, error))
    return NULL;
  if (kind == FONDS_KIND_UNIT && !load_siblings (self, db, id, error))
    return NULL;
  if (fonds_neighbours_field (kind) != NULL && !load_children (self, db, id, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}
