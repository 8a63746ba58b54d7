/* columns.c - the facts about all records, side by side in memory
 *
 * What is counted, sorted and filtered by is kept as flat arrays, one element a record, so that an
 * answer of half a million records is counted in a millisecond or two.
 * Thread: a snapshot never changes once it is given out; any. Ownership: arrays are owned.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/search/columns-ties.h"
#include "data/text/date.h"

#include <string.h>

/* What later than the last level's number counts as. */
#define MOST_LEVELS 65535

static gpointer
extend (gconstpointer old, guint32 n_old, guint32 n, gsize size)
{
  guint8 *column = g_malloc0_n (n, size);

  if (old != NULL)
    memcpy (column, old, MIN (n, n_old) * size);
  return column;
}

#define EXTEND(name)                                                                               \
  self->name =                                                                                     \
      extend (old != NULL ? old->name : NULL, old != NULL ? old->n : 0, n, sizeof *self->name)

/* A snapshot that is to have @n elements, but has no arrays yet. */
FondsColumns *
_fonds_columns_new_bare (guint32 n)
{
  FondsColumns *self = g_atomic_rc_box_new0 (FondsColumns);

  self->n = n;
  self->visible = fonds_bitset_new ();
  self->levels = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* A snapshot of @n elements, copied from @old as far as that goes; orders, tree and facets are still
 * to come. */
FondsColumns *
_fonds_columns_new (guint32 n, const FondsColumns *old)
{
  FondsColumns *self = _fonds_columns_new_bare (n);

  if (old != NULL)
    {
      fonds_bitset_unite (self->visible, old->visible);
      self->base = old->base;
      self->restored = old->restored;
    }
  EXTEND (kind);
  EXTEND (level);
  EXTEND (repository);
  EXTEND (first_decade);
  EXTEND (last_decade);
  EXTEND (from);
  EXTEND (to);
  EXTEND (flags);
  EXTEND (parent);
  self->end = g_new0 (guint32, n);
  for (guint i = 0; old != NULL && i < old->levels->len; i++)
    g_ptr_array_add (self->levels, g_strdup (g_ptr_array_index (old->levels, i)));
  if (self->levels->len == 0)
    g_ptr_array_add (self->levels, g_strdup (""));
  return self;
}

static void
clear (gpointer data)
{
  FondsColumns *self = data;
  gpointer columns[] = { self->kind,        self->level, self->repository, self->first_decade,
                         self->last_decade, self->from,  self->to,         self->flags,
                         self->parent,      self->end };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (columns[i]);
  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    g_free (self->order[i].ids);
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    fonds_multi_clear (&self->multi[i]);
  fonds_bitset_free (self->visible);
  g_ptr_array_unref (self->levels);
  g_clear_pointer (&self->shown, g_hash_table_unref);
}

/**
 * fonds_columns_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self
 */
FondsColumns *
fonds_columns_ref (FondsColumns *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * fonds_columns_unref:
 * @self: (transfer full): a snapshot
 *
 * Lets a snapshot go.
 */
void
fonds_columns_unref (FondsColumns *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* (transfer full): level -> its number; the keys are those of the snapshot. */
GHashTable *
_fonds_columns_number_levels (FondsColumns *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i < self->levels->len; i++)
    g_hash_table_insert (numbers, g_ptr_array_index (self->levels, i), GUINT_TO_POINTER (i));
  return numbers;
}

static guint16
number_level (FondsColumns *self, const char *level, GHashTable *numbers)
{
  guint number;
  char *copy;

  if (level == NULL || *level == '\0')
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, level));
  if (number != 0 || self->levels->len > MOST_LEVELS)
    return (guint16) number;
  copy = g_strdup (level);
  number = self->levels->len;
  g_ptr_array_add (self->levels, copy);
  g_hash_table_insert (numbers, copy, GUINT_TO_POINTER (number));
  return (guint16) number;
}

/**
 * fonds_columns_clamp_day:
 * @day: a Julian Day Number
 *
 * Returns: the day as the columns hold it; beyond some million years all days are one
 */
gint32
fonds_columns_clamp_day (gint64 day)
{
  return (gint32) CLAMP (day, G_MININT32, G_MAXINT32);
}

static gint16
decade_of (gint64 day)
{
  gint64 year = fonds_day_year (day);
  gint64 decade = year >= 0 ? year / 10 : -((9 - year) / 10);

  return (gint16) CLAMP (decade, G_MININT16, G_MAXINT16);
}

/* What is open at one end counts from or to the other one. */
static void
put_dates (FondsColumns *self, const FondsFacts *facts)
{
  gboolean open_start = facts->from_day == FONDS_DAY_EARLIEST;
  gboolean open_end = facts->to_day == FONDS_DAY_LATEST;

  self->from[facts->id] = G_MAXINT32;
  self->to[facts->id] = G_MININT32;
  self->first_decade[facts->id] = 1;
  self->last_decade[facts->id] = 0;
  if (!facts->dated)
    return;
  self->from[facts->id] = fonds_columns_clamp_day (facts->search_from);
  self->to[facts->id] = fonds_columns_clamp_day (facts->search_to);
  if (open_start && open_end)
    return;
  self->first_decade[facts->id] = decade_of (open_start ? facts->to_day : facts->from_day);
  self->last_decade[facts->id] = decade_of (open_end ? facts->from_day : facts->to_day);
}

/* Whether a row may be found; those of hidden imports may not. */
gboolean
_fonds_columns_shows (const FondsColumns *self, const FondsFacts *facts)
{
  return facts->batch == 0 || g_hash_table_contains (self->shown, &facts->batch);
}

/* Writes a row into the columns; the keys of orders are the caller's matter. */
void
_fonds_columns_put (FondsColumns *self, const FondsFacts *facts, GHashTable *level_numbers)
{
  guint32 id = facts->id;

  fonds_bitset_add (self->visible, id);
  self->kind[id] = facts->kind;
  self->level[id] = number_level (self, facts->level, level_numbers);
  self->parent[id] = (guint32) facts->parent;
  self->flags[id] =
      (guint8) ((facts->access << 2 & FONDS_FLAG_OWN) | (facts->media ? FONDS_FLAG_MEDIA : 0));
  put_dates (self, facts);
}

/**
 * fonds_columns_has:
 * @self: a snapshot
 * @multi: a facet
 * @id: a record
 *
 * Returns: whether the record has any value of that facet
 */
gboolean
fonds_columns_has (const FondsColumns *self, FondsMultiId multi, guint32 id)
{
  const guint32 *starts = self->multi[multi].starts;

  return starts[id] < starts[id + 1];
}

static guint32
take (const FondsBitset *set,
      const guint32 *ids,
      guint32 n,
      gboolean descending,
      guint32 *out,
      guint32 room)
{
  guint32 taken = 0;

  for (guint32 i = 0; i < n && taken < room; i++)
    {
      guint32 id = ids[descending ? n - 1 - i : i];

      if (fonds_bitset_contains (set, id))
        out[taken++] = id;
    }
  return taken;
}

/**
 * fonds_columns_sort:
 * @self: a snapshot
 * @set: visible records
 * @order: the order
 * @descending: whether it is turned round; records without a key stay last
 * @n: how many records the set has
 *
 * Returns: (transfer full) (array length=n): the set's records in order
 */
guint32 *
fonds_columns_sort (const FondsColumns *self,
                    const FondsBitset *set,
                    FondsOrderId order,
                    gboolean descending,
                    guint n)
{
  const FondsPermutation *all = &self->order[order];
  guint32 *ids = g_new (guint32, n);
  guint32 keyed = take (set, all->ids, all->n_keyed, descending, ids, n);

  take (set, all->ids + all->n_keyed, all->n - all->n_keyed, FALSE, ids + keyed, n - keyed);
  return ids;
}
