/* columns-table.c - reads the facts about records out of their shadows
 *
 * Only reads, but for `record_code`: the few codes of a record that are counted or that bear on
 * others, which no shadow of the catalogue's own holds.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-table.h"

#include "data/store/database.h"
#include "data/store/statement.h"

#include <string.h>

#define FACTS                                                                                      \
  "SELECT id, kind, batch, parent, position, level, ref, sort, from_day, to_day, search_from,"     \
  " search_to, access, has_media, changed FROM record"

#define SQL_SEQUENCE "SELECT value FROM setting WHERE name = 'sequence'"

#define SQL_HIGHEST "SELECT max (id) FROM record"

#define SQL_SHOWN "SELECT id FROM batch WHERE state = 1"

#define SQL_SINCE FACTS " WHERE sequence > :sequence"

#define SQL_ALL FACTS " ORDER BY id"

#define SQL_OF_BATCH                                                                               \
  FACTS " WHERE batch = :batch AND id BETWEEN (SELECT first_id FROM batch WHERE id = :batch)"      \
        " AND (SELECT last_id FROM batch WHERE id = :batch)"

#define SQL_OF FACTS " WHERE id = :id"

#define SQL_IDS "SELECT bits (id, :set) FROM record"

#define SQL_NAME                                                                                   \
  "SELECT document.uid, record.title FROM record JOIN document USING (id) WHERE record.id = :id"

#define SQL_CHILDREN "SELECT id FROM record WHERE kind = :kind AND parent = :parent"

#define TIES "SELECT source, field, target FROM reference"

#define SQL_TIES TIES " ORDER BY source"

#define SQL_TIES_OF TIES " WHERE source = :source"

#define CODES "SELECT record, field, code FROM record_code"

#define SQL_CODES CODES " ORDER BY record"

#define SQL_CODES_OF CODES " WHERE record = :source"

#define SQL_WRITE_CODE                                                                             \
  "INSERT OR IGNORE INTO record_code (record, field, code) VALUES (:record, :field, :code)"

#define SQL_REMOVE_CODES "DELETE FROM record_code WHERE record = :record"

static void
read_facts (FondsStmt *s, FondsFacts *facts)
{
  facts->id = (guint32) fonds_stmt_int (s, 0);
  facts->kind = (guint8) fonds_stmt_int (s, 1);
  facts->batch = fonds_stmt_int (s, 2);
  facts->parent = fonds_stmt_int (s, 3);
  facts->position = fonds_stmt_text (s, 4);
  facts->level = fonds_stmt_text (s, 5);
  facts->reference = fonds_stmt_text (s, 6);
  facts->sort = fonds_stmt_blob (s, 7, &facts->sort_length);
  facts->dated = !fonds_stmt_is_null (s, 8);
  facts->from_day = fonds_stmt_int (s, 8);
  facts->to_day = fonds_stmt_int (s, 9);
  facts->search_from = fonds_stmt_int (s, 10);
  facts->search_to = fonds_stmt_int (s, 11);
  facts->access = (guint8) fonds_stmt_int (s, 12);
  facts->media = fonds_stmt_int (s, 13) != 0;
  facts->changed = fonds_stmt_int (s, 14);
}

static gboolean
each_row (FondsStmt *s, FondsFactsFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      FondsFacts facts;

      read_facts (s, &facts);
      func (&facts, data);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/* The number of the last transaction that wrote documents. */
gboolean
fonds_facts_sequence (FondsDb *db, gint64 *sequence, GError **error)
{
  *sequence = 0;
  return fonds_db_integer (db, SQL_SEQUENCE, sequence, error);
}

gboolean
fonds_facts_highest (FondsDb *db, guint32 *highest, GError **error)
{
  gint64 value = 0;

  if (!fonds_db_integer (db, SQL_HIGHEST, &value, error))
    return FALSE;
  *highest = (guint32) value;
  return TRUE;
}

/* (transfer full) (nullable): the set of the batches whose records may be found, 0 (made by hand)
 * among them. */
GHashTable *
fonds_facts_shown_batches (FondsDb *db, GError **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SHOWN);
  g_autoptr (GError) own = NULL;

  g_hash_table_add (shown, g_new0 (gint64, 1));
  while (fonds_stmt_step (s, &own))
    {
      gint64 *batch = g_new (gint64, 1);

      *batch = fonds_stmt_int (s, 0);
      g_hash_table_add (shown, batch);
    }
  if (own == NULL)
    return g_steal_pointer (&shown);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/* All rows in the order of ids, or those written by transactions after @sequence. */
gboolean
fonds_facts_since (FondsDb *db, gint64 sequence, FondsFactsFunc func, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sequence > 0 ? SQL_SINCE : SQL_ALL);

  if (sequence > 0)
    fonds_stmt_bind_int (s, ":sequence", sequence);
  return each_row (s, func, data, error);
}

gboolean
fonds_facts_of_batch (FondsDb *db, gint64 batch, FondsFactsFunc func, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_OF_BATCH);

  fonds_stmt_bind_int (s, ":batch", batch);
  return each_row (s, func, data, error);
}

gboolean
fonds_facts_of (FondsDb *db, guint32 id, FondsFactsFunc func, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_OF);

  fonds_stmt_bind_int (s, ":id", id);
  return each_row (s, func, data, error);
}

static guint
siblings_key (const FondsFacts *facts, guint8 key[FONDS_ORDER_KEY_MAX])
{
  gsize length = MIN (strlen (facts->position), FONDS_ORDER_KEY_MAX - 1);

  key[0] = facts->kind;
  memcpy (key + 1, facts->position, length);
  return (guint) length + 1;
}

/**
 * fonds_facts_key:
 * @facts: a record's row
 * @order: an order other than the hierarchy
 * @key: (out): by what the record is ordered
 *
 * Returns: the key's length; 0 where the record has none and stands behind the others
 */
guint
fonds_facts_key (const FondsFacts *facts, FondsOrderId order, guint8 key[FONDS_ORDER_KEY_MAX])
{
  gsize length;

  switch (order)
    {
    case FONDS_ORDER_TITLE:
      length = MIN (facts->sort_length, FONDS_ORDER_KEY_MAX);
      if (length > 0)
        memcpy (key, facts->sort, length);
      return (guint) length;
    case FONDS_ORDER_DATE:
      if (!facts->dated)
        return 0;
      return fonds_order_number_key ((guint64) ((gint64) fonds_columns_clamp_day (facts->from_day) -
                                                G_MININT32)
                                             << 32 |
                                         (guint64) ((gint64) fonds_columns_clamp_day (
                                                        facts->to_day) -
                                                    G_MININT32),
                                     key);
    case FONDS_ORDER_REFERENCE:
      return facts->reference != NULL ? fonds_order_reference_key (facts->reference, key) : 0;
    case FONDS_ORDER_CHANGED:
      return fonds_order_number_key ((guint64) facts->changed, key);
    case FONDS_ORDER_SIBLINGS:
      return siblings_key (facts, key);
    case FONDS_ORDER_HIERARCHY:
    case FONDS_N_ORDERS:
    default:
      g_return_val_if_reached (0);
    }
}

/* Adds the ids of all rows, hidden ones too. */
gboolean
fonds_facts_ids (FondsDb *db, FondsBitset *ids, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_IDS);

  fonds_stmt_bind_bitset (s, ":set", ids);
  return fonds_stmt_run (s, error);
}

/* Says what a record is called. FALSE without an error where it is gone. */
gboolean
fonds_facts_name (FondsDb *db, guint32 id, char **uid, char **title, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_NAME);

  fonds_stmt_bind_int (s, ":id", id);
  if (!fonds_stmt_step (s, error))
    return FALSE;
  *uid = g_strdup (fonds_stmt_text (s, 0));
  *title = g_strdup (fonds_stmt_text (s, 1));
  return TRUE;
}

/* (transfer full) (nullable) (element-type guint32): the records directly under another. */
GArray *
fonds_facts_children (FondsDb *db, guint8 kind, guint32 parent, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_CHILDREN);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":kind", kind);
  fonds_stmt_bind_int (s, ":parent", parent);
  while (fonds_stmt_step (s, &own))
    {
      guint32 id = (guint32) fonds_stmt_int (s, 0);

      g_array_append_val (ids, id);
    }
  if (own == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static gboolean
each_tie (FondsStmt *s, gboolean codes, FondsTieFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      FondsTie tie = { .source = (guint32) fonds_stmt_int (s, 0), .field = fonds_stmt_text (s, 1) };

      if (codes)
        tie.code = fonds_stmt_text (s, 2);
      else
        tie.target = (guint32) fonds_stmt_int (s, 2);
      func (&tie, data);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
each_tie_of (FondsDb *db,
             const char *sql,
             gboolean codes,
             guint32 source,
             FondsTieFunc func,
             gpointer data,
             GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);

  if (source > 0)
    fonds_stmt_bind_int (s, ":source", source);
  return each_tie (s, codes, func, data, error);
}

/* All references, in the order of their sources, then all codes, in the order of theirs. */
gboolean
fonds_ties_all (FondsDb *db, FondsTieFunc func, gpointer data, GError **error)
{
  return each_tie_of (db, SQL_TIES, FALSE, 0, func, data, error) &&
         each_tie_of (db, SQL_CODES, TRUE, 0, func, data, error);
}

gboolean
fonds_ties_of (FondsDb *db, guint32 source, FondsTieFunc func, gpointer data, GError **error)
{
  return each_tie_of (db, SQL_TIES_OF, FALSE, source, func, data, error) &&
         each_tie_of (db, SQL_CODES_OF, TRUE, source, func, data, error);
}

gboolean
fonds_code_write (FondsDb *db, gint64 record, const char *field, const char *code, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_WRITE_CODE);

  fonds_stmt_bind_int (s, ":record", record);
  fonds_stmt_bind_text (s, ":field", field);
  fonds_stmt_bind_text (s, ":code", code);
  return fonds_stmt_run (s, error);
}

gboolean
fonds_code_remove (FondsDb *db, gint64 record, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE_CODES);

  fonds_stmt_bind_int (s, ":record", record);
  return fonds_stmt_run (s, error);
}
