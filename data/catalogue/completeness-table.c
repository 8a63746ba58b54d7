/* completeness-table.c - the questions of a report on completeness
 *
 * Each answers for all records of a kind at once, from the shadows; only what the shadows don't know is
 * asked of the bodies. What nobody sees, imports that are hidden or taken back, counts nowhere.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/completeness-table.h"

#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#include <string.h>

#define SHOWN(table) table ".batch NOT IN " FONDS_SQL_UNSEEN_BATCHES

#define SQL_COUNT "SELECT count (*) FROM record WHERE " SHOWN ("record")

#define SQL_BODIES                                                                                 \
  "SELECT id, kind, body FROM document WHERE kind BETWEEN 1 AND :last AND " SHOWN ("document")

#define SQL_PARENTS "SELECT id, parent FROM record WHERE kind = 1 AND parent IS NOT NULL"

/* Whole tables are gone through once, in their own order; an index on the way would make it slower. */
#define SQL_UNPLACED                                                                               \
  "SELECT id, kind FROM record NOT INDEXED WHERE dates IS NOT NULL AND from_day IS NULL"           \
  " AND to_day IS NULL AND search_from IS NULL AND search_to IS NULL AND " SHOWN ("record")

#define SQL_UNUSED                                                                                 \
  "SELECT id, kind FROM record WHERE kind BETWEEN :first AND :last AND " SHOWN (                   \
      "record") " AND NOT EXISTS (SELECT 1 FROM reference JOIN document ON document.id ="          \
                " reference.source WHERE reference.target = record.id"                             \
                " AND reference.source <> record.id AND " SHOWN ("document") ")"

#define MISSING "reference.target IS NULL AND reference.target_uid IS NOT NULL"

/* Few references wait, if any; CROSS JOIN keeps them first. */
#define SQL_BROKEN                                                                                 \
  "SELECT record.id, record.kind FROM reference CROSS JOIN record ON record.id = reference.source" \
  " WHERE " MISSING " AND " SHOWN ("record")

/* What has no page of its own, such as a relation, is told at the records that it ties. */
#define SQL_BROKEN_BESIDE                                                                          \
  "SELECT record.id, record.kind FROM reference"                                                   \
  " CROSS JOIN document ON document.id = reference.source"                                         \
  " CROSS JOIN reference AS other ON other.source = document.id"                                   \
  " CROSS JOIN record ON record.id = other.target WHERE " MISSING " AND document.kind > :last"     \
  " AND " SHOWN ("document") " AND " SHOWN ("record")

/* A code holds among siblings; at the top, inside one repository. */
#define PLACE                                                                                      \
  "coalesce (parent, -(SELECT target FROM reference WHERE source = record.id"                      \
  " AND field = 'repository' AND ordinal = 0), 0)"

#define SQL_CODES                                                                                  \
  "SELECT id, kind, " PLACE                                                                        \
  ", ref FROM record NOT INDEXED WHERE ref IS NOT NULL AND " SHOWN ("record")

#define SQL_CODE "SELECT kind, " PLACE ", ref, dates FROM record WHERE id = :id"

#define SQL_SAY_BROKEN                                                                             \
  "SELECT field, target_uid FROM reference WHERE " MISSING " AND source IN"                        \
  " (SELECT :id UNION SELECT source FROM reference WHERE target = :id) ORDER BY source LIMIT 10"

/* A code and its place, as a number, beside the record that has it. */
typedef struct
{
  guint64 hash;
  guint32 id;
  guint32 kind;
} Code;

static gboolean
ask (FondsDb *db,
     const char *sql,
     FondsKind first,
     FondsKind last,
     FondsBitset **records,
     GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, sql);
  g_autoptr (GError) own = NULL;

  if (first != FONDS_KIND_NONE)
    fonds_stmt_bind_int (s, ":first", first);
  if (last != FONDS_KIND_NONE)
    fonds_stmt_bind_int (s, ":last", last);
  while (fonds_stmt_step (s, &own))
    {
      gint64 kind = fonds_stmt_int (s, 1);

      if (kind > 0 && fonds_kind_is_record ((FondsKind) kind))
        fonds_bitset_add (records[kind], (guint32) fonds_stmt_int (s, 0));
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_completeness_count:
 * @db: a connection
 * @n: (out): how many records are shown
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
fonds_completeness_count (FondsDb *db, gint64 *n, GError **error)
{
  return fonds_db_integer (db, SQL_COUNT, n, error);
}

/**
 * fonds_completeness_visit:
 * @db: a connection
 * @visit: given each record
 * @data: for @visit
 * @error: return location for an error
 *
 * Goes through the bodies of all records.
 *
 * Returns: whether it went through
 */
gboolean
fonds_completeness_visit (FondsDb *db, FondsBodyVisit visit, gpointer data, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BODIES);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":last", FONDS_KIND_CONTAINER);
  while (fonds_stmt_step (s, &own))
    if (!visit (fonds_stmt_int (s, 0), (FondsKind) fonds_stmt_int (s, 1), fonds_stmt_text (s, 2),
                (gsize) fonds_stmt_length (s, 2), data, error))
      return FALSE;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_completeness_parents:
 * @db: a connection
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type guint32): for each id the unit above it, or 0
 */
GArray *
fonds_completeness_parents (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_PARENTS);
  g_autoptr (GArray) parents = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      guint32 id = (guint32) fonds_stmt_int (s, 0);

      if (id >= parents->len)
        g_array_set_size (parents, id + 1);
      g_array_index (parents, guint32, id) = (guint32) fonds_stmt_int (s, 1);
    }
  if (own == NULL)
    return g_steal_pointer (&parents);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_completeness_unplaced:
 * @db: a connection
 * @records: for each kind, where they are added
 * @error: return location for an error
 *
 * Finds records whose date says nothing that has a place in time.
 *
 * Returns: whether they could be found
 */
gboolean
fonds_completeness_unplaced (FondsDb *db, FondsBitset **records, GError **error)
{
  return ask (db, SQL_UNPLACED, FONDS_KIND_NONE, FONDS_KIND_NONE, records, error);
}

/**
 * fonds_completeness_unused:
 * @db: a connection
 * @records: for each kind, where they are added
 * @error: return location for an error
 *
 * Finds records to which no other document refers.
 *
 * Returns: whether they could be found
 */
gboolean
fonds_completeness_unused (FondsDb *db, FondsBitset **records, GError **error)
{
  return ask (db, SQL_UNUSED, FONDS_KIND_PERSON, FONDS_KIND_SUBJECT, records, error);
}

/**
 * fonds_completeness_broken:
 * @db: a connection
 * @records: for each kind, where they are added
 * @error: return location for an error
 *
 * Finds records that refer, themselves or by a relation or claim, to what is not here.
 *
 * Returns: whether they could be found
 */
gboolean
fonds_completeness_broken (FondsDb *db, FondsBitset **records, GError **error)
{
  return ask (db, SQL_BROKEN, FONDS_KIND_NONE, FONDS_KIND_NONE, records, error) &&
         ask (db, SQL_BROKEN_BESIDE, FONDS_KIND_NONE, FONDS_KIND_CONTAINER, records, error);
}

static guint64
hash_code (gint64 kind, gint64 place, const char *code)
{
  guint64 hash =
      0xcbf29ce484222325u ^ (guint64) (place * FONDS_N_KINDS + kind) * 0x9e3779b97f4a7c15u;

  for (const char *p = code; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * 0x100000001b3u;
  return hash;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const Code *one = a, *other = b;

  if (one->hash != other->hash)
    return one->hash < other->hash ? -1 : 1;
  return (one->id > other->id) - (one->id < other->id);
}

static GArray *
read_codes (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_CODES);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (Code));
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      gint64 kind = fonds_stmt_int (s, 1);
      Code code = { hash_code (kind, fonds_stmt_int (s, 2), fonds_stmt_text (s, 3)),
                    (guint32) fonds_stmt_int (s, 0), (guint32) kind };

      g_array_append_val (codes, code);
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  g_array_sort (codes, compare_codes);
  return g_steal_pointer (&codes);
}

/* (transfer full) (nullable): kind, place and code, as one text. */
static char *
read_code (FondsDb *db, guint32 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_CODE);

  fonds_stmt_bind_int (s, ":id", id);
  if (!fonds_stmt_step (s, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", fonds_stmt_int (s, 0),
                          fonds_stmt_int (s, 1), fonds_stmt_text (s, 2));
}

/* Numbers that are alike nearly always mean codes that are, but nearly is not exact. */
static gboolean
settle_run (FondsDb *db, const Code *codes, guint n, FondsBitset **records, GError **error)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) own = NULL;
      char *code = read_code (db, codes[i].id, &own);
      guint before;

      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      if (code == NULL)
        continue;
      before = GPOINTER_TO_UINT (g_hash_table_lookup (first, code));
      if (before == 0)
        {
          g_hash_table_insert (first, code, GUINT_TO_POINTER (codes[i].id));
          continue;
        }
      fonds_bitset_add (records[codes[i].kind], before);
      fonds_bitset_add (records[codes[i].kind], codes[i].id);
      g_free (code);
    }
  return TRUE;
}

/**
 * fonds_completeness_clashes:
 * @db: a connection
 * @records: for each kind, where they are added
 * @error: return location for an error
 *
 * Finds records that share their code with a sibling.
 *
 * Returns: whether they could be found
 */
gboolean
fonds_completeness_clashes (FondsDb *db, FondsBitset **records, GError **error)
{
  g_autoptr (GArray) codes = read_codes (db, error);
  guint from = 0;

  if (codes == NULL)
    return FALSE;
  for (guint i = 1; i <= codes->len; i++)
    {
      const Code *first = &g_array_index (codes, Code, from);

      if (i < codes->len && g_array_index (codes, Code, i).hash == first->hash)
        continue;
      if (i - from > 1 && !settle_run (db, first, i - from, records, error))
        return FALSE;
      from = i;
    }
  return TRUE;
}

/**
 * fonds_completeness_say_broken:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the fields whose target is not here, with its uid, at most ten
 */
char *
fonds_completeness_say_broken (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SAY_BROKEN);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_int (s, ":id", id);
  while (fonds_stmt_step (s, &own))
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", fonds_stmt_text (s, 0),
                            fonds_stmt_text (s, 1));
  if (own == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static char *
say (FondsDb *db, gint64 id, int column, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_CODE);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_step (s, error) ? g_strdup (fonds_stmt_text (s, column)) : NULL;
}

/**
 * fonds_completeness_say_code:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its code
 */
char *
fonds_completeness_say_code (FondsDb *db, gint64 id, GError **error)
{
  return say (db, id, 2, error);
}

/**
 * fonds_completeness_say_date:
 * @db: a connection
 * @id: a record
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its dates as they are written
 */
char *
fonds_completeness_say_date (FondsDb *db, gint64 id, GError **error)
{
  return say (db, id, 3, error);
}
