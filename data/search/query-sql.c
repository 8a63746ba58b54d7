/* query-sql.c - the words of a query, asked of FTS5
 *
 * A MATCH expression is put together from our own words and from the user's in quotes with their
 * quotes doubled, so that nothing a person types is ever understood as FTS5's language.
 * FTS5 has no "everything but": what only rules out is the caller's matter.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/query-sql.h"

#include "data/catalogue/field.h"
#include "data/store/database.h"
#include "data/store/statement.h"

#define SQL_BITS "SELECT bits (rowid, :set) FROM record_fts WHERE record_fts MATCH :match"

/* What is found in a title or a name weighs most, then the reference code and the access points. */
#define SQL_SCORES                                                                                 \
  "SELECT rowid, bm25 (record_fts, 10.0, 10.0, 8.0, 2.0, 4.0, 1.0, 1.0, 1.0, 3.0, 3.0, 3.0, 1.0)"  \
  " * -1000000 FROM record_fts WHERE record_fts MATCH :match"

static gboolean
is_negative (const FondsNode *node)
{
  return node->type == FONDS_NODE_NOT &&
         fonds_match_can_say (g_ptr_array_index (node->children, 0));
}

/**
 * fonds_match_can_say:
 * @node: part of a query
 *
 * Returns: whether the part can be said in FTS5's language: words, and nothing that only rules out
 */
gboolean
fonds_match_can_say (const FondsNode *node)
{
  gboolean positive = FALSE;

  if (node->type == FONDS_NODE_WORDS)
    return !node->blank;
  if (node->type != FONDS_NODE_AND && node->type != FONDS_NODE_OR)
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    {
      const FondsNode *child = g_ptr_array_index (node->children, i);
      gboolean said = fonds_match_can_say (child);

      if (!said && (node->type == FONDS_NODE_OR || !is_negative (child)))
        return FALSE;
      positive = positive || said;
    }
  return positive;
}

static void say (const FondsNode *node, guint columns, GString *out);

static void
say_columns (guint columns, GString *out)
{
  if (columns == 0)
    return;
  g_string_append_c (out, '{');
  for (guint i = 1; i < FONDS_SEARCH_N; i++)
    if ((columns & 1u << i) != 0)
      g_string_append_printf (out, " %s", fonds_search_column_id (i));
  g_string_append (out, "} : ");
}

static void
say_words (const FondsNode *node, guint columns, GString *out)
{
  say_columns (node->columns != 0 ? node->columns : columns, out);
  g_string_append_c (out, '"');
  for (const char *p = node->text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append (out, node->prefix ? "\" *" : "\"");
}

static void
say_list (const GPtrArray *nodes,
          gboolean negative,
          const char *between,
          guint columns,
          GString *out)
{
  gboolean first = TRUE;

  for (guint i = 0; i < nodes->len; i++)
    {
      const FondsNode *node = g_ptr_array_index (nodes, i);

      if ((node->type == FONDS_NODE_NOT) != negative)
        continue;
      if (!first)
        g_string_append (out, between);
      first = FALSE;
      /* What is ruled out is ruled out wherever it stands. */
      if (negative)
        say (g_ptr_array_index (node->children, 0), 0, out);
      else
        say (node, columns, out);
    }
}

static void
say_side_by_side (const GPtrArray *nodes, guint columns, GString *out)
{
  gboolean negative = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    negative = negative || ((FondsNode *) g_ptr_array_index (nodes, i))->type == FONDS_NODE_NOT;
  g_string_append_c (out, '(');
  say_list (nodes, FALSE, " AND ", columns, out);
  if (negative)
    {
      g_string_append (out, ") NOT (");
      say_list (nodes, TRUE, " OR ", columns, out);
    }
  g_string_append_c (out, ')');
}

static void
say (const FondsNode *node, guint columns, GString *out)
{
  if (node->type == FONDS_NODE_WORDS)
    {
      say_words (node, columns, out);
      return;
    }
  g_string_append_c (out, '(');
  if (node->type == FONDS_NODE_AND)
    say_side_by_side (node->children, columns, out);
  else
    say_list (node->children, FALSE, " OR ", columns, out);
  g_string_append_c (out, ')');
}

/**
 * fonds_match_say:
 * @node: part of a query that [func@match_can_say]
 * @columns: where words that name no field are looked for, as a mask; 0: everywhere
 *
 * Returns: (transfer full): a MATCH expression
 */
char *
fonds_match_say (const FondsNode *node, guint columns)
{
  GString *out = g_string_new (NULL);

  say (node, columns, out);
  return g_string_free (out, FALSE);
}

/**
 * fonds_match_say_side_by_side:
 * @nodes: (element-type FondsNode): parts of a query, one of which [func@match_can_say], the others
 *   too or a minus before one that can
 * @columns: where words that name no field are looked for, as a mask; 0: everywhere
 *
 * Returns: (transfer full): a MATCH expression for all of them together
 */
char *
fonds_match_say_side_by_side (const GPtrArray *nodes, guint columns)
{
  GString *out = g_string_new (NULL);

  say_side_by_side (nodes, columns, out);
  return g_string_free (out, FALSE);
}

/**
 * fonds_match_bits:
 * @db: a connection
 * @match: a MATCH expression
 * @set: receives the records that match, hidden ones among them
 * @error: return location for an error
 *
 * Returns: whether FTS5 answered
 */
gboolean
fonds_match_bits (FondsDb *db, const char *match, FondsBitset *set, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_BITS);

  fonds_stmt_bind_bitset (s, ":set", set);
  fonds_stmt_bind_text (s, ":match", match);
  return fonds_stmt_run (s, error);
}

/**
 * fonds_match_scores:
 * @db: a connection
 * @match: a MATCH expression that finds few
 * @error: return location for an error
 *
 * Weighs what matches; 4.5 µs a record.
 *
 * Returns: (transfer full) (nullable): record -> its score, higher is better
 */
GHashTable *
fonds_match_scores (FondsDb *db, const char *match, GError **error)
{
  g_autoptr (GHashTable) scores = g_hash_table_new (NULL, NULL);
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SCORES);
  g_autoptr (GError) own = NULL;

  fonds_stmt_bind_text (s, ":match", match);
  while (fonds_stmt_step (s, &own))
    g_hash_table_insert (scores, GUINT_TO_POINTER (fonds_stmt_int (s, 0)),
                         GSIZE_TO_POINTER (fonds_stmt_int (s, 1)));
  if (own == NULL)
    return g_steal_pointer (&scores);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}
