/* facet-count.c - counts the values of facets, and narrows by them
 *
 * One pass over the set for each facet. A range of years counts in every decade it touches; ranges
 * are noted where they begin and end, and summed up once.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/facet-count.h"

#include "data/search/bits.h"
#include "data/search/facet-bucket.h"

#include <string.h>

/* One facet's buckets of one record are a range of them, or a list. */
typedef struct
{
  guint32 first;
  guint32 last;
  const guint32 *list;
  guint32 n;
} Buckets;

static inline void
one (Buckets *buckets, guint32 bucket, gboolean any)
{
  buckets->first = bucket;
  buckets->last = bucket;
  buckets->n = any;
}

/* Which buckets a record is in; n is 0 where it is in none. */
static inline void
look_up (const FondsColumns *columns, FondsFacet facet, guint32 id, Buckets *buckets)
{
  const FondsMulti *multi;

  buckets->list = NULL;
  switch (facet)
    {
    case FONDS_FACET_KIND:
      one (buckets, columns->kind[id], TRUE);
      return;
    case FONDS_FACET_LEVEL:
      one (buckets, columns->level[id], columns->level[id] != 0);
      return;
    case FONDS_FACET_REPOSITORY:
      one (buckets, columns->repository[id], columns->repository[id] != 0);
      return;
    case FONDS_FACET_ACCESS:
      one (buckets, columns->flags[id] & FONDS_FLAG_ACCESS, TRUE);
      return;
    case FONDS_FACET_DECADE:
      buckets->first = (guint32) (columns->first_decade[id] + FONDS_DECADE_BASE);
      buckets->last = (guint32) (columns->last_decade[id] + FONDS_DECADE_BASE);
      buckets->n = buckets->first <= buckets->last;
      return;
    default:
      multi = &columns->multi[fonds_bucket_multi (facet)];
      buckets->first = buckets->last = 0;
      buckets->list = multi->values + multi->starts[id];
      buckets->n = multi->starts[id + 1] - multi->starts[id];
    }
}

/* (transfer full): for each bucket, how many of the marked ones come before it. */
static guint32 *
sum_marks (FondsDb *db,
           const FondsColumns *columns,
           FondsFacet facet,
           const GPtrArray *values,
           GError **error)
{
  guint32 n = fonds_bucket_count (columns, facet);
  g_autofree guint32 *sums = g_new0 (guint32, n + 1);

  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (GError) own = NULL;
      guint32 bucket;

      if (fonds_bucket_find (db, columns, facet, g_ptr_array_index (values, i), &bucket, &own))
        sums[bucket + 1] = 1;
      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
    }
  for (guint32 i = 0; i < n; i++)
    sums[i + 1] += sums[i];
  return g_steal_pointer (&sums);
}

static inline gboolean
is_marked (const guint32 *sums, const Buckets *buckets)
{
  if (buckets->list == NULL)
    return buckets->n > 0 && sums[buckets->last + 1] > sums[buckets->first];
  for (guint32 i = 0; i < buckets->n; i++)
    if (sums[buckets->list[i] + 1] > sums[buckets->list[i]])
      return TRUE;
  return FALSE;
}

/**
 * fonds_facet_select:
 * @db: a connection
 * @columns: the facts
 * @facet: a facet
 * @values: (element-type utf8): its values, any of which will do
 * @candidates: visible records
 * @error: return location for an error
 *
 * Narrows a set.
 *
 * Returns: (transfer full) (nullable): the candidates that have one of the values
 */
FondsBitset *
fonds_facet_select (FondsDb *db,
                    const FondsColumns *columns,
                    FondsFacet facet,
                    const GPtrArray *values,
                    const FondsBitset *candidates,
                    GError **error)
{
  g_autofree guint32 *sums = sum_marks (db, columns, facet, values, error);
  FondsBitset *set;
  FondsBitsIter iter;
  guint32 id;

  if (sums == NULL)
    return NULL;
  set = fonds_bitset_new ();
  fonds_bits_iter_init (&iter, candidates);
  while (fonds_bits_iter_next (&iter, &id))
    {
      Buckets buckets;

      look_up (columns, facet, id, &buckets);
      if (is_marked (sums, &buckets))
        fonds_bitset_add (set, id);
    }
  return set;
}

/* The facet is a constant wherever this is called, so that each gets a loop of its own. */
static inline void
count_buckets (const FondsColumns *columns,
               FondsFacet facet,
               const FondsBitset *set,
               gint32 *counts)
{
  FondsBitsIter iter;
  guint32 id;

  fonds_bits_iter_init (&iter, set);
  while (fonds_bits_iter_next (&iter, &id))
    {
      Buckets buckets;

      look_up (columns, facet, id, &buckets);
      if (buckets.list != NULL)
        for (guint32 i = 0; i < buckets.n; i++)
          counts[buckets.list[i]]++;
      else if (buckets.n > 0 && facet == FONDS_FACET_DECADE)
        {
          counts[buckets.first]++;
          counts[buckets.last + 1]--;
        }
      else if (buckets.n > 0)
        counts[buckets.first]++;
    }
}

/* (transfer full): how many records of the set are in each bucket. */
static gint32 *
count (const FondsColumns *columns, FondsFacet facet, const FondsBitset *set, guint32 n)
{
  gint32 *counts = g_new0 (gint32, n + 1);

  switch (facet)
    {
    case FONDS_FACET_KIND:
      count_buckets (columns, FONDS_FACET_KIND, set, counts);
      break;
    case FONDS_FACET_LEVEL:
      count_buckets (columns, FONDS_FACET_LEVEL, set, counts);
      break;
    case FONDS_FACET_REPOSITORY:
      count_buckets (columns, FONDS_FACET_REPOSITORY, set, counts);
      break;
    case FONDS_FACET_ACCESS:
      count_buckets (columns, FONDS_FACET_ACCESS, set, counts);
      break;
    case FONDS_FACET_DECADE:
      count_buckets (columns, FONDS_FACET_DECADE, set, counts);
      for (guint32 i = 1; i < n; i++)
        counts[i] += counts[i - 1];
      break;
    default:
      count_buckets (columns, facet, set, counts);
    }
  return counts;
}

typedef struct
{
  guint32 bucket;
  gint32 count;
} Counted;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Counted *first = a, *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return first->bucket < second->bucket ? -1 : 1;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const FondsFacetValue *first = *(FondsFacetValue *const *) a;
  const FondsFacetValue *second = *(FondsFacetValue *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return strcmp (first->label, second->label);
}

static GPtrArray *
describe (FondsDb *db,
          const FondsColumns *columns,
          FondsFacet facet,
          const GArray *counted,
          GError **error)
{
  g_autoptr (GPtrArray) values =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_facet_value_free);

  for (guint i = 0; i < counted->len; i++)
    {
      const Counted *bucket = &g_array_index (counted, Counted, i);
      FondsFacetValue *value = g_new0 (FondsFacetValue, 1);
      g_autoptr (GError) own = NULL;

      value->count = (guint) bucket->count;
      if (fonds_bucket_describe (db, columns, facet, bucket->bucket, value, &own))
        g_ptr_array_add (values, value);
      else
        fonds_facet_value_free (value);
      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
    }
  if (facet != FONDS_FACET_DECADE)
    g_ptr_array_sort (values, compare_values);
  return g_steal_pointer (&values);
}

/* Keeps the most frequent values, and those that are filtered by; decades stay in order. */
static void
keep_most (GArray *counted, FondsFacet facet, const guint32 *marks)
{
  guint kept = FONDS_FACET_VALUES_MAX;

  if (facet == FONDS_FACET_DECADE)
    return;
  g_array_sort (counted, compare_counts);
  for (guint i = FONDS_FACET_VALUES_MAX; i < counted->len; i++)
    {
      Counted value = g_array_index (counted, Counted, i);

      if (marks != NULL && marks[value.bucket + 1] > marks[value.bucket])
        g_array_index (counted, Counted, kept++) = value;
    }
  g_array_set_size (counted, MIN (counted->len, kept));
}

/**
 * fonds_facet_count:
 * @db: a connection
 * @columns: the facts
 * @facet: a facet
 * @set: visible records
 * @wanted: (nullable) (element-type utf8): values that must be among the answer, even with none
 * @n_values: (out): how many values the set has
 * @error: return location for an error
 *
 * Counts.
 *
 * Returns: (transfer full) (nullable) (element-type FondsFacetValue): the values
 */
GPtrArray *
fonds_facet_count (FondsDb *db,
                   const FondsColumns *columns,
                   FondsFacet facet,
                   const FondsBitset *set,
                   const GPtrArray *wanted,
                   guint *n_values,
                   GError **error)
{
  guint32 n = fonds_bucket_count (columns, facet);
  g_autofree gint32 *counts = count (columns, facet, set, n);
  g_autofree guint32 *marks = NULL;
  g_autoptr (GArray) counted = g_array_new (FALSE, FALSE, sizeof (Counted));

  if (wanted != NULL && (marks = sum_marks (db, columns, facet, wanted, error)) == NULL)
    return NULL;
  *n_values = 0;
  for (guint32 i = 0; i < n; i++)
    {
      const Counted value = { i, counts[i] };
      gboolean marked = marks != NULL && marks[i + 1] > marks[i];

      if (counts[i] > 0 || marked)
        g_array_append_val (counted, value);
      *n_values += counts[i] > 0;
    }
  keep_most (counted, facet, marks);
  return describe (db, columns, facet, counted, error);
}
