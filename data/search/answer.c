/* answer.c - works an answer out: finds, narrows, orders, counts
 *
 * A facet's own filter is left aside where its values are counted, so that one sees what choosing
 * another value, or one more, would give.
 * Relevance: what matches in titles and names comes first; small answers are weighed inside these
 * tiers, large ones, where weights say nothing, stand by title.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/answer.h"

#include "data/catalogue/field.h"
#include "data/search/evaluate.h"
#include "data/search/facet-count.h"
#include "data/search/matcher.h"
#include "data/search/query-sql.h"

/* Up to so many found records are weighed. */
#define WEIGHED_MAX 1000

#define NAMES (1u << FONDS_SEARCH_TITLE | 1u << FONDS_SEARCH_NAMES)

typedef struct
{
  /* borrowed */
  FondsDb *db;
  const FondsColumns *columns;
  const FondsRequest *request;
  GCancellable *cancellable;

  /* owned */
  FondsQuery *query;
  FondsBitset *found;                    /* by the query alone */
  FondsBitset *selected[FONDS_N_FACETS]; /* of these, by each filter; NULL: no filter */
  FondsBitset *set;                      /* by all together */
} Run;

static gboolean
is_filtered (const FondsRequest *request, FondsFacet facet)
{
  return request->filters[facet] != NULL && request->filters[facet]->len > 0;
}

static gboolean
find (Run *run, GError **error)
{
  run->query = fonds_query_parse (run->request->query, NULL, error);
  if (run->query == NULL)
    return FALSE;
  run->found = fonds_evaluate (run->db, run->columns, run->query, error);
  if (run->found == NULL)
    return FALSE;
  if (run->request->under > 0)
    {
      g_autoptr (FondsBitset) under = fonds_bitset_new ();

      fonds_evaluate_add_under (run->columns, (guint32) run->request->under, under);
      fonds_bitset_intersect (run->found, under);
    }
  return TRUE;
}

/* (transfer full): what all filters let through, but for that of one facet. */
static FondsBitset *
narrow (const Run *run, FondsFacet but)
{
  FondsBitset *set = fonds_bitset_copy (run->found);

  for (guint i = 0; i < FONDS_N_FACETS; i++)
    if (run->selected[i] != NULL && i != but)
      fonds_bitset_intersect (set, run->selected[i]);
  return set;
}

static gboolean
filter (Run *run, GError **error)
{
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    {
      if (!is_filtered (run->request, i))
        continue;
      run->selected[i] = fonds_facet_select (run->db, run->columns, i, run->request->filters[i],
                                             run->found, error);
      if (run->selected[i] == NULL ||
          g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
    }
  run->set = narrow (run, FONDS_N_FACETS);
  return TRUE;
}

static FondsOrderId
order_of (FondsSort sort)
{
  switch (sort)
    {
    case FONDS_SORT_DATE:
      return FONDS_ORDER_DATE;
    case FONDS_SORT_REFERENCE:
      return FONDS_ORDER_REFERENCE;
    case FONDS_SORT_CHANGED:
      return FONDS_ORDER_CHANGED;
    case FONDS_SORT_HIERARCHY:
      return FONDS_ORDER_HIERARCHY;
    case FONDS_SORT_TITLE:
    case FONDS_SORT_RELEVANCE:
    default:
      return FONDS_ORDER_TITLE;
    }
}

typedef struct
{
  guint32 id;
  guint32 place; /* in the order of titles */
  gboolean named;
  gsize score;
} Weighed;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weighed *first = a, *second = b;

  if (first->named != second->named)
    return first->named ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->place < second->place ? -1 : 1;
}

/* Reorders a small answer by tier, then weight, then title. */
static gboolean
weigh (const Run *run,
       const char *match,
       const FondsBitset *named,
       FondsAnswer *answer,
       GError **error)
{
  g_autoptr (GHashTable) scores = fonds_match_scores (run->db, match, error);
  g_autofree Weighed *weighed = g_new (Weighed, answer->n + 1);

  if (scores == NULL)
    return FALSE;
  for (guint32 i = 0; i < answer->n; i++)
    {
      guint32 id = answer->ids[i];

      weighed[i].id = id;
      weighed[i].place = i;
      weighed[i].named = fonds_bitset_contains (named, id);
      weighed[i].score = GPOINTER_TO_SIZE (g_hash_table_lookup (scores, GUINT_TO_POINTER (id)));
    }
  qsort (weighed, answer->n, sizeof (Weighed), compare_weights);
  for (guint32 i = 0; i < answer->n; i++)
    answer->ids[i] = weighed[i].id;
  return TRUE;
}

/* Moves what matches in titles and names to the front; both parts keep their order. */
static void
part (const FondsBitset *named, FondsAnswer *answer)
{
  g_autofree guint32 *others = g_new (guint32, answer->n + 1);
  guint32 n_named = 0, n_others = 0;

  for (guint32 i = 0; i < answer->n; i++)
    if (fonds_bitset_contains (named, answer->ids[i]))
      answer->ids[n_named++] = answer->ids[i];
    else
      others[n_others++] = answer->ids[i];
  for (guint32 i = 0; i < n_others; i++)
    answer->ids[n_named + i] = others[i];
}

static void
turn_round (FondsAnswer *answer)
{
  for (guint32 i = 0, j = answer->n; i + 1 < j; i++)
    {
      guint32 id = answer->ids[i];

      answer->ids[i] = answer->ids[--j];
      answer->ids[j] = id;
    }
}

static gboolean
order_by_relevance (const Run *run, FondsAnswer *answer, GError **error)
{
  g_autofree char *match = fonds_evaluate_words (run->query, 0);
  g_autofree char *in_names = fonds_evaluate_words (run->query, NAMES);
  g_autoptr (FondsBitset) named = fonds_bitset_new ();

  if (match == NULL)
    return TRUE;
  if (!fonds_match_bits (run->db, in_names, named, error))
    return FALSE;
  if (fonds_bitset_count (run->found) > WEIGHED_MAX)
    part (named, answer);
  else if (!weigh (run, match, named, answer, error))
    return FALSE;
  return TRUE;
}

static gboolean
put_in_order (const Run *run, FondsAnswer *answer, GError **error)
{
  FondsSort sort = run->request->sort;
  gboolean descending = run->request->descending;

  answer->n = fonds_bitset_count (run->set);
  answer->ids = fonds_columns_sort (run->columns, run->set, order_of (sort),
                                    descending && sort != FONDS_SORT_RELEVANCE, answer->n);
  if (sort != FONDS_SORT_RELEVANCE)
    return TRUE;
  if (!order_by_relevance (run, answer, error))
    return FALSE;
  if (descending)
    turn_round (answer);
  return TRUE;
}

static gboolean
count_facets (const Run *run, FondsAnswer *answer, GError **error)
{
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    {
      g_autoptr (FondsBitset) own = NULL;

      if ((run->request->facets & 1u << i) == 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      if (run->selected[i] != NULL)
        own = narrow (run, i);
      answer->facets[i] =
          fonds_facet_count (run->db, run->columns, i, own != NULL ? own : run->set,
                             is_filtered (run->request, i) ? run->request->filters[i] : NULL,
                             &answer->n_values[i], error);
      if (answer->facets[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
clear_run (Run *run)
{
  g_clear_pointer (&run->query, fonds_query_unref);
  g_clear_pointer (&run->found, fonds_bitset_free);
  g_clear_pointer (&run->set, fonds_bitset_free);
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    g_clear_pointer (&run->selected[i], fonds_bitset_free);
}

/**
 * fonds_answer_needs_sight_only:
 * @request: what is asked
 *
 * Says whether the first look at the facts is enough: all records by title, and how many of each kind.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_answer_needs_sight_only (const FondsRequest *request)
{
  return *request->query == '\0' && request->under == 0 && !fonds_request_is_filtered (request) &&
         order_of (request->sort) == FONDS_ORDER_TITLE &&
         (request->facets & ~(1u << FONDS_FACET_KIND)) == 0;
}

/**
 * fonds_answer_find:
 * @db: a connection inside a transaction
 * @columns: the facts
 * @request: what is asked
 * @cancellable: (nullable): stops it
 * @error: return location for a #FondsSearchError, an error of the store or %G_IO_ERROR_CANCELLED
 *
 * Works an answer out.
 *
 * Returns: (transfer full) (nullable): the answer
 */
FondsAnswer *
fonds_answer_find (FondsDb *db,
                   const FondsColumns *columns,
                   const FondsRequest *request,
                   GCancellable *cancellable,
                   GError **error)
{
  Run run = { .db = db, .columns = columns, .request = request, .cancellable = cancellable };
  g_autoptr (FondsAnswer) answer = g_atomic_rc_box_new0 (FondsAnswer);
  gint64 start = g_get_monotonic_time ();
  gboolean done;

  done = find (&run, error) && filter (&run, error) && put_in_order (&run, answer, error) &&
         count_facets (&run, answer, error);
  if (done)
    answer->matcher = fonds_matcher_new (run.query);
  clear_run (&run);
  answer->elapsed = g_get_monotonic_time () - start;
  return done ? g_steal_pointer (&answer) : NULL;
}
