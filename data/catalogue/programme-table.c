/* programme-table.c - the sessions and contributions of a conference, in their order
 *
 * Made of what the programme itself prints. Who took part is another thing, and private: it is never
 * read here.
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/programme-table.h"

#include "data/catalogue/link-table.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

/* A programme is a page long; what is longer is for the search. */
#define MOST "500"

#define SAID(field)                                                                                \
  "coalesce (json_extract (body, '$.f." field "[0].t'), json_extract (body, '$.f." field "[0].e')" \
  ")"

/* By the time in EDTF where there is one, then as the programme numbers them. */
#define ORDER                                                                                      \
  " ORDER BY json_extract (body, '$.f.start[0].e') IS NULL,"                                       \
  " json_extract (body, '$.f.start[0].e'), record.position, record.sort LIMIT " MOST

#define SQL_ITEMS                                                                                  \
  "SELECT record.id, " SAID ("start") ", " SAID (                                                  \
      "end") ", json_extract (body, '$.f.room[0].t')"                                              \
             " FROM reference JOIN record ON record.id = reference.source JOIN document USING "    \
             "(id)"                                                                                \
             " WHERE reference.target = :id AND reference.field = :field AND record.kind = :kind"  \
             " AND record.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_OF_FIELD SQL_ITEMS ORDER

#define SQL_LOOSE                                                                                  \
  SQL_ITEMS " AND NOT EXISTS (SELECT 1 FROM reference AS other"                                    \
            " WHERE other.source = record.id AND other.field = 'session')" ORDER

#define SQL_PEOPLE                                                                                 \
  "SELECT target, coalesce (type, field) FROM reference"                                           \
  " WHERE source = :id AND field IN ('chair', 'speaker') AND target IS NOT NULL"                   \
  " ORDER BY field, ordinal"

static void
free_item (gpointer data)
{
  FondsProgrammeItem *item = data;

  fonds_link_free (item->record);
  g_free (item->start);
  g_free (item->end);
  g_free (item->room);
  g_ptr_array_unref (item->people);
  g_free (item);
}

static FondsProgrammeItem *
read_item (FondsStmt *s)
{
  FondsProgrammeItem *item = g_new0 (FondsProgrammeItem, 1);

  item->record = g_new0 (FondsLink, 1);
  item->record->id = fonds_stmt_int (s, 0);
  item->start = g_strdup (fonds_stmt_text (s, 1));
  item->end = g_strdup (fonds_stmt_text (s, 2));
  item->room = g_strdup (fonds_stmt_text (s, 3));
  item->people = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_link_free);
  return item;
}

static gboolean
finish (GError *own, GError **error)
{
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, own);
  return FALSE;
}

static gboolean
load_people (FondsDb *db, FondsProgrammeItem *item, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_PEOPLE);
  GError *own = NULL;

  fonds_stmt_bind_int (s, ":id", item->record->id);
  while (own == NULL && fonds_stmt_step (s, &own))
    {
      FondsLink *person = fonds_link_load (db, fonds_stmt_int (s, 0), &own);

      if (person == NULL)
        continue;
      person->type = g_strdup (fonds_stmt_text (s, 1));
      g_ptr_array_add (item->people, person);
    }
  return finish (own, error);
}

/* Names an item that was found, and those who speak. */
static gboolean
complete (FondsDb *db, FondsProgrammeItem *item, GError **error)
{
  GError *own = NULL;
  FondsLink *record = fonds_link_load (db, item->record->id, &own);

  if (record != NULL)
    {
      fonds_link_free (item->record);
      item->record = record;
    }
  return finish (own, error) && load_people (db, item, error);
}

static GPtrArray *
load_items (FondsDb *db,
            const char *sql,
            gint64 id,
            const char *field,
            FondsKind kind,
            GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  GError *own = NULL;

  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_text (s, ":field", field);
  fonds_stmt_bind_int (s, ":kind", kind);
  while (fonds_stmt_step (s, &own))
    g_ptr_array_add (items, read_item (s));
  if (!finish (own, error))
    return NULL;
  for (guint i = 0; i < items->len; i++)
    if (!complete (db, g_ptr_array_index (items, i), error))
      return NULL;
  return g_steal_pointer (&items);
}

static GPtrArray *
load_contributions (FondsDb *db, gint64 session, GError **error)
{
  return load_items (db, SQL_OF_FIELD, session, "session", FONDS_KIND_CONTRIBUTION, error);
}

static gboolean
add_contributions (FondsDb *db, gint64 session, GPtrArray *programme, GError **error)
{
  g_autoptr (GPtrArray) items = load_contributions (db, session, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    ((FondsProgrammeItem *) g_ptr_array_index (items, i))->within = TRUE;
  g_ptr_array_extend_and_steal (programme, g_steal_pointer (&items));
  return TRUE;
}

static GPtrArray *
load_conference (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) programme = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GPtrArray) sessions =
      load_items (db, SQL_OF_FIELD, id, "conference", FONDS_KIND_SESSION, error);
  GPtrArray *loose;

  if (sessions == NULL)
    return NULL;
  while (sessions->len > 0)
    {
      FondsProgrammeItem *session = g_ptr_array_steal_index (sessions, 0);

      g_ptr_array_add (programme, session);
      if (!add_contributions (db, session->record->id, programme, error))
        return NULL;
    }
  loose = load_items (db, SQL_LOOSE, id, "conference", FONDS_KIND_CONTRIBUTION, error);
  if (loose == NULL)
    return NULL;
  g_ptr_array_extend_and_steal (programme, loose);
  return g_steal_pointer (&programme);
}

/**
 * fonds_programme_load:
 * @db: a connection
 * @id: a record
 * @kind: its kind
 * @error: return location for an error
 *
 * Reads a programme: of a conference its sessions, each followed by its contributions, then the
 * contributions that belong to no session; of a session its contributions; of other records nothing.
 *
 * Returns: (transfer full) (nullable) (element-type FondsProgrammeItem): the programme
 */
GPtrArray *
fonds_programme_load (FondsDb *db, gint64 id, FondsKind kind, GError **error)
{
  if (kind == FONDS_KIND_CONFERENCE)
    return load_conference (db, id, error);
  if (kind == FONDS_KIND_SESSION)
    return load_contributions (db, id, error);
  return g_ptr_array_new_with_free_func (free_item);
}
