/* evaluate.c - which records a query finds
 *
 * Walks the query's tree with sets of records. Words that stand together are asked of FTS5 in one
 * go; facts are looked up in the columns. "Not" is taken from what may be found at all.
 * Thread: the query's. Ownership: sets are made here and given to the caller.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/evaluate.h"

#include "data/catalogue/citation.h"
#include "data/catalogue/field.h"
#include "data/catalogue/record.h"
#include "data/catalogue/uid.h"
#include "data/search/bits.h"
#include "data/search/error.h"
#include "data/search/query-sql.h"

#include <glib/gi18n-lib.h>

#define NAMES (1u << FONDS_SEARCH_TITLE | 1u << FONDS_SEARCH_NAMES)

typedef struct
{
  FondsDb *db;
  const FondsColumns *columns;
} Run;

static FondsBitset *evaluate (const Run *run, const FondsNode *node, GError **error);

static FondsBitset *
find_words (const Run *run, const char *match, GError **error)
{
  g_autoptr (FondsBitset) set = fonds_bitset_new ();

  return fonds_match_bits (run->db, match, set, error) ? g_steal_pointer (&set) : NULL;
}

typedef gboolean (*Test) (const FondsColumns *columns, guint32 id, gconstpointer data);

static FondsBitset *
select_by (const Run *run, Test test, gconstpointer data)
{
  FondsBitset *set = fonds_bitset_new ();
  FondsBitsIter iter;
  guint32 id;

  fonds_bits_iter_init (&iter, run->columns->visible);
  while (fonds_bits_iter_next (&iter, &id))
    if (test (run->columns, id, data))
      fonds_bitset_add (set, id);
  return set;
}

static gboolean
is_kind (const FondsColumns *columns, guint32 id, gconstpointer data)
{
  return columns->kind[id] == ((const FondsNode *) data)->code;
}

static gboolean
has_access (const FondsColumns *columns, guint32 id, gconstpointer data)
{
  return (columns->flags[id] & FONDS_FLAG_ACCESS) == ((const FondsNode *) data)->code;
}

static gboolean
touches (const FondsColumns *columns, guint32 id, gconstpointer data)
{
  const FondsNode *node = data;

  return columns->from[id] <= columns->to[id] &&
         columns->from[id] <= fonds_columns_clamp_day (node->to) &&
         columns->to[id] >= fonds_columns_clamp_day (node->from);
}

static gboolean
has (const FondsColumns *columns, guint32 id, gconstpointer data)
{
  switch ((FondsHas) ((const FondsNode *) data)->code)
    {
    case FONDS_HAS_DATE:
      return columns->from[id] <= columns->to[id];
    case FONDS_HAS_IMAGE:
      return (columns->flags[id] & FONDS_FLAG_MEDIA) != 0;
    case FONDS_HAS_LEVEL:
      return columns->level[id] != 0;
    case FONDS_HAS_REPOSITORY:
      return columns->repository[id] != 0;
    case FONDS_HAS_PARENT:
      return fonds_bitset_contains (columns->visible, columns->parent[id]);
    case FONDS_HAS_SUBJECT:
      return fonds_columns_has (columns, FONDS_MULTI_SUBJECT, id);
    case FONDS_HAS_CREATOR:
      return fonds_columns_has (columns, FONDS_MULTI_CREATOR, id);
    case FONDS_HAS_PLACE:
      return fonds_columns_has (columns, FONDS_MULTI_PLACE, id);
    case FONDS_HAS_LANGUAGE:
      return fonds_columns_has (columns, FONDS_MULTI_LANGUAGE, id);
    case FONDS_N_HAS:
    default:
      return FALSE;
    }
}

static gboolean
is_of_level (const FondsColumns *columns, guint32 id, gconstpointer wanted)
{
  return ((const gboolean *) wanted)[columns->level[id]];
}

/* A level is meant by its id or term, in any case. */
static FondsBitset *
select_level (const Run *run, const FondsNode *node)
{
  const GPtrArray *levels = run->columns->levels;
  g_autofree gboolean *wanted = g_new0 (gboolean, levels->len);
  g_autofree char *text = g_utf8_casefold (node->text, -1);

  for (guint i = 1; i < levels->len; i++)
    {
      g_autofree char *level = g_utf8_casefold (g_ptr_array_index (levels, i), -1);

      wanted[i] = g_str_equal (level, text);
    }
  return select_by (run, is_of_level, wanted);
}

static gboolean
is_held_by (const FondsColumns *columns, guint32 id, gconstpointer institutions)
{
  return columns->repository[id] != 0 &&
         fonds_bitset_contains (institutions, columns->repository[id]);
}

/* An institution is meant by its uid or by words of its names. */
static FondsBitset *
select_repository (const Run *run, const FondsNode *node, GError **error)
{
  g_autoptr (FondsBitset) institutions = fonds_bitset_new ();

  if (fonds_uid_is_valid (node->text))
    fonds_bitset_add (institutions, (guint32) fonds_record_find_uid (run->db, node->text, NULL));
  else if (!node->blank)
    {
      FondsNode words = { .type = FONDS_NODE_WORDS, .text = node->text, .prefix = node->prefix };
      g_autofree char *match = fonds_match_say (&words, NAMES);

      if (!fonds_match_bits (run->db, match, institutions, error))
        return NULL;
    }
  return select_by (run, is_held_by, institutions);
}

/**
 * fonds_evaluate_add_under:
 * @columns: the facts
 * @top: a record
 * @set: receives what lies under @top, at any depth
 *
 * Adds a part of the hierarchy.
 */
void
fonds_evaluate_add_under (const FondsColumns *columns, guint32 top, FondsBitset *set)
{
  const guint32 *ids = columns->order[FONDS_ORDER_HIERARCHY].ids;
  guint32 place = 0;

  if (!fonds_bitset_contains (columns->visible, top))
    return;
  while (ids[place] != top)
    place++;
  while (++place < columns->end[top])
    fonds_bitset_add (set, ids[place]);
}

/* Returns the uid that a text is or leads to. */
static const char *
uid_of (const char *text)
{
  return fonds_uid_is_valid (text) ? text : fonds_citation_uid (text);
}

static FondsBitset *
select_under (const Run *run, const FondsNode *node, GError **error)
{
  g_autoptr (FondsBitset) set = fonds_bitset_new ();
  g_autoptr (GArray) tops = NULL;
  const char *uid = uid_of (node->text);

  if (uid != NULL)
    {
      gint64 top = fonds_record_find_uid (run->db, uid, error);

      tops = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (tops, top);
    }
  else
    tops = fonds_record_find_ref (run->db, node->text, error);
  if (tops == NULL || (error != NULL && *error != NULL))
    return NULL;
  if (tops->len == 0 || g_array_index (tops, gint64, 0) == 0)
    {
      g_set_error (error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_NOT_FOUND,
                   _ ("There is no record “%s”. Write after under: a reference code as it stands."),
                   node->text);
      return NULL;
    }
  for (guint i = 0; i < tops->len; i++)
    fonds_evaluate_add_under (run->columns, (guint32) g_array_index (tops, gint64, i), set);
  return g_steal_pointer (&set);
}

/* Other programs have numbers of the same form: one that is no record's is looked for in the texts. */
static FondsBitset *
select_record (const Run *run, const FondsNode *node, GError **error)
{
  FondsNode words = { .type = FONDS_NODE_WORDS, .text = node->text, .quoted = TRUE };
  g_autoptr (GError) own = NULL;
  guint32 id = (guint32) fonds_record_find_uid (run->db, uid_of (node->text), &own);
  g_autofree char *match = NULL;
  FondsBitset *set;

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  if (id == 0 || !fonds_bitset_contains (run->columns->visible, id))
    {
      match = fonds_match_say (&words, 0);
      return find_words (run, match, error);
    }
  set = fonds_bitset_new ();
  fonds_bitset_add (set, id);
  return set;
}

static FondsBitset *
evaluate_filter (const Run *run, const FondsNode *node, GError **error)
{
  switch (node->criterion)
    {
    case FONDS_CRITERION_KIND:
      return select_by (run, is_kind, node);
    case FONDS_CRITERION_ACCESS:
      return select_by (run, has_access, node);
    case FONDS_CRITERION_DATE:
      return select_by (run, touches, node);
    case FONDS_CRITERION_HAS:
      return select_by (run, has, node);
    case FONDS_CRITERION_LEVEL:
      return select_level (run, node);
    case FONDS_CRITERION_REPOSITORY:
      return select_repository (run, node, error);
    case FONDS_CRITERION_UNDER:
      return select_under (run, node, error);
    case FONDS_N_CRITERIA:
    default:
      g_return_val_if_reached (fonds_bitset_new ());
    }
}

static gboolean
is_blank (const FondsNode *node)
{
  return node->type == FONDS_NODE_WORDS && node->blank;
}

/* Whether a part can be one of those that FTS5 is asked in one go. */
static gboolean
joins_words (const FondsNode *node)
{
  return fonds_match_can_say (node) ||
         (node->type == FONDS_NODE_NOT &&
          fonds_match_can_say (g_ptr_array_index (node->children, 0)));
}

/* (transfer container): the parts of what stands side by side that FTS5 can be asked in one go; none
 * where they only rule out. */
static GPtrArray *
gather_words (const FondsNode *node)
{
  GPtrArray *words = g_ptr_array_new ();
  gboolean positive = FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      FondsNode *child = g_ptr_array_index (node->children, i);

      if (!joins_words (child))
        continue;
      g_ptr_array_add (words, child);
      positive = positive || child->type != FONDS_NODE_NOT;
    }
  if (!positive)
    g_ptr_array_set_size (words, 0);
  return words;
}

static FondsBitset *
evaluate_and (const Run *run, const FondsNode *node, GError **error)
{
  g_autoptr (GPtrArray) words = gather_words (node);
  g_autoptr (FondsBitset) set = NULL;

  if (words->len > 0)
    {
      g_autofree char *match = fonds_match_say_side_by_side (words, 0);

      set = find_words (run, match, error);
    }
  else
    set = fonds_bitset_copy (run->columns->visible);
  for (guint i = 0; set != NULL && i < node->children->len; i++)
    {
      const FondsNode *child = g_ptr_array_index (node->children, i);
      g_autoptr (FondsBitset) other = NULL;

      if (is_blank (child) || g_ptr_array_find (words, child, NULL))
        continue;
      other = evaluate (run, child, error);
      if (other == NULL)
        return NULL;
      fonds_bitset_intersect (set, other);
    }
  return g_steal_pointer (&set);
}

static FondsBitset *
evaluate_or (const Run *run, const FondsNode *node, GError **error)
{
  g_autoptr (FondsBitset) set = fonds_bitset_new ();

  for (guint i = 0; i < node->children->len; i++)
    {
      const FondsNode *child = g_ptr_array_index (node->children, i);
      g_autoptr (FondsBitset) other = NULL;

      if (is_blank (child))
        continue;
      other = evaluate (run, child, error);
      if (other == NULL)
        return NULL;
      fonds_bitset_unite (set, other);
    }
  return g_steal_pointer (&set);
}

static FondsBitset *
evaluate_not (const Run *run, const FondsNode *node, GError **error)
{
  const FondsNode *child = g_ptr_array_index (node->children, 0);
  g_autoptr (FondsBitset) set = fonds_bitset_copy (run->columns->visible);
  g_autoptr (FondsBitset) other = NULL;

  if (is_blank (child))
    return g_steal_pointer (&set);
  other = evaluate (run, child, error);
  if (other == NULL)
    return NULL;
  fonds_bitset_subtract (set, other);
  return g_steal_pointer (&set);
}

static FondsBitset *
evaluate (const Run *run, const FondsNode *node, GError **error)
{
  if (fonds_match_can_say (node))
    {
      g_autofree char *match = fonds_match_say (node, 0);

      return find_words (run, match, error);
    }
  switch (node->type)
    {
    case FONDS_NODE_AND:
      return evaluate_and (run, node, error);
    case FONDS_NODE_OR:
      return evaluate_or (run, node, error);
    case FONDS_NODE_NOT:
      return evaluate_not (run, node, error);
    case FONDS_NODE_FILTER:
      return evaluate_filter (run, node, error);
    case FONDS_NODE_RECORD:
      return select_record (run, node, error);
    case FONDS_NODE_WORDS:
    default:
      return fonds_bitset_copy (run->columns->visible);
    }
}

/**
 * fonds_evaluate:
 * @db: a connection
 * @columns: the facts
 * @query: a query
 * @error: return location for a #FondsSearchError or an error of the store
 *
 * Finds records.
 *
 * Returns: (transfer full) (nullable): those found, all of them visible
 */
FondsBitset *
fonds_evaluate (FondsDb *db, const FondsColumns *columns, const FondsQuery *query, GError **error)
{
  Run run = { db, columns };
  FondsBitset *set;

  if (query->root == NULL)
    return fonds_bitset_copy (columns->visible);
  set = evaluate (&run, query->root, error);
  if (set != NULL)
    fonds_bitset_intersect (set, columns->visible);
  return set;
}

/**
 * fonds_evaluate_words:
 * @query: a query
 * @columns: where words that name no field are looked for, as a mask; 0: everywhere
 *
 * Returns: (transfer full) (nullable): what FTS5 is asked for the query's words, as far as all of
 *   them are wanted; %NULL where there are none
 */
char *
fonds_evaluate_words (const FondsQuery *query, guint columns)
{
  g_autoptr (GPtrArray) words = NULL;

  if (query->root == NULL)
    return NULL;
  if (fonds_match_can_say (query->root))
    return fonds_match_say (query->root, columns);
  if (query->root->type != FONDS_NODE_AND)
    return NULL;
  words = gather_words (query->root);
  return words->len > 0 ? fonds_match_say_side_by_side (words, columns) : NULL;
}
