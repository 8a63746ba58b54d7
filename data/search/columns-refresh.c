/* columns-refresh.c - the facts as they are now, from how they were and what changed
 *
 * A few changed records are read and put in their places among the others, whose keys are looked up
 * as a binary search asks for them: a few milliseconds for an edit in a million. After a great
 * change, or one that takes an import back, everything is read anew.
 * Invariant: the result is what reading everything would have given.
 * Thread: that of the connection; the old snapshot is only read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/search/columns-ties.h"
#include "data/store/database.h"

#include <string.h>

/* From so many changed records on, reading everything is quicker. */
#define GREAT_CHANGE 2000

typedef struct
{
  guint length;
  guint8 key[FONDS_ORDER_KEY_MAX];
} Key;

typedef struct
{
  guint32 id;
  Key keys[FONDS_N_KEYED_ORDERS];
} Changed;

typedef struct
{
  FondsDb *db;
  FondsColumns *old;
  FondsColumns *columns;
  GHashTable *shown;
  GArray *changed;      /* of Changed, by id */
  FondsBitset *touched; /* changed or gone */
  gboolean great;
} Refresh;

static void
read_keys (const FondsFacts *facts, Key *keys)
{
  for (guint i = 0; i < FONDS_N_KEYED_ORDERS; i++)
    keys[i].length = fonds_facts_key (facts, i, keys[i].key);
}

/* The rows are gathered first, since the columns can't grow while they are read. */
static void
note_changed (const FondsFacts *facts, gpointer data)
{
  Refresh *self = data;
  Changed changed = { .id = facts->id };

  if (facts->batch != 0 && !g_hash_table_contains (self->shown, &facts->batch))
    return;
  self->great = self->great || self->changed->len >= GREAT_CHANGE;
  if (self->great || fonds_bitset_contains (self->touched, facts->id))
    return;
  fonds_bitset_add (self->touched, facts->id);
  g_array_append_val (self->changed, changed);
}

static gboolean
note_revealed (Refresh *self, GError **error)
{
  GHashTableIter iter;
  gpointer batch;

  g_hash_table_iter_init (&iter, self->old->shown);
  while (g_hash_table_iter_next (&iter, &batch, NULL))
    self->great = self->great || !g_hash_table_contains (self->shown, batch);
  g_hash_table_iter_init (&iter, self->shown);
  while (!self->great && g_hash_table_iter_next (&iter, &batch, NULL))
    if (!g_hash_table_contains (self->old->shown, batch) &&
        !fonds_facts_of_batch (self->db, *(gint64 *) batch, note_changed, self, error))
      return FALSE;
  return TRUE;
}

/* A record that is new may have been waited for by children, whose rows then say so without having
 * been written anew. */
static gboolean
note_children (Refresh *self, guint8 kind, guint32 id, GError **error)
{
  g_autoptr (GArray) children = fonds_facts_children (self->db, kind, id, error);

  for (guint i = 0; children != NULL && i < children->len; i++)
    if (!fonds_facts_of (self->db, g_array_index (children, guint32, i), note_changed, self, error))
      return FALSE;
  return children != NULL;
}

typedef struct
{
  FondsColumns *columns;
  GHashTable *level_numbers;
  Changed *changed;
} Put;

static void
put_row (const FondsFacts *facts, gpointer data)
{
  Put *put = data;

  _fonds_columns_put (put->columns, facts, put->level_numbers);
  read_keys (facts, put->changed->keys);
}

static gboolean
put_rows (Refresh *self, GError **error)
{
  g_autoptr (GHashTable) level_numbers = _fonds_columns_number_levels (self->columns);

  for (guint i = 0; i < self->changed->len; i++)
    {
      Changed *changed = &g_array_index (self->changed, Changed, i);
      Put put = { self->columns, level_numbers, changed };

      if (!fonds_facts_of (self->db, changed->id, put_row, &put, error))
        return FALSE;
    }
  return TRUE;
}

/* What was visible and has no row any more is gone. */
static gboolean
drop_gone (Refresh *self, GError **error)
{
  g_autoptr (FondsBitset) there = fonds_bitset_new ();
  g_autoptr (FondsBitset) gone = fonds_bitset_copy (self->old->visible);

  if (!fonds_facts_ids (self->db, there, error))
    return FALSE;
  fonds_bitset_subtract (gone, there);
  fonds_bitset_subtract (self->columns->visible, gone);
  fonds_bitset_unite (self->touched, gone);
  return TRUE;
}

static void
read_key (const FondsFacts *facts, gpointer data)
{
  read_keys (facts, data);
}

static int
compare_keys (const Key *a, guint32 id, const Key *b, guint32 other)
{
  int order = memcmp (a->key, b->key, MIN (a->length, b->length));

  if (order == 0)
    order = (int) a->length - (int) b->length;
  return order != 0 ? order : (id > other) - (id < other);
}

/* Finds where a record goes among others that keep their order. */
static gboolean
find_place (Refresh *self,
            const Changed *changed,
            FondsOrderId order,
            const guint32 *ids,
            guint32 low,
            guint32 high,
            guint32 *place,
            GError **error)
{
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      Key keys[FONDS_N_KEYED_ORDERS] = { 0 };

      if (changed->keys[order].length > 0 &&
          !fonds_facts_of (self->db, ids[middle], read_key, keys, error))
        return FALSE;
      if (compare_keys (&changed->keys[order], changed->id, &keys[order], ids[middle]) < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *place = low;
  return TRUE;
}

static int
compare_changed (gconstpointer a, gconstpointer b, gpointer order)
{
  const Changed *first = *(const Changed *const *) a, *second = *(const Changed *const *) b;
  guint i = GPOINTER_TO_UINT (order);

  return compare_keys (&first->keys[i], first->id, &second->keys[i], second->id);
}

/* (transfer full): the changed records that have a key, or those that have none, in order. */
static GPtrArray *
list_changed (const Refresh *self, FondsOrderId order, gboolean keyed)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->changed->len; i++)
    {
      Changed *changed = &g_array_index (self->changed, Changed, i);

      if ((changed->keys[order].length > 0) == keyed)
        g_ptr_array_add (list, changed);
    }
  g_ptr_array_sort_with_data (list, compare_changed, GUINT_TO_POINTER (order));
  return list;
}

/* Merges the changed records into those that stayed; appends to @out from *@n on. */
static gboolean
merge (Refresh *self,
       FondsOrderId order,
       const GPtrArray *changed,
       const guint32 *stayed,
       guint32 n_stayed,
       guint32 *out,
       guint32 *n,
       GError **error)
{
  guint32 from = 0;

  for (guint i = 0; i < changed->len; i++)
    {
      const Changed *record = g_ptr_array_index (changed, i);
      guint32 place;

      if (!find_place (self, record, order, stayed, from, n_stayed, &place, error))
        return FALSE;
      memcpy (out + *n, stayed + from, (place - from) * sizeof (guint32));
      *n += place - from;
      from = place;
      out[(*n)++] = record->id;
    }
  memcpy (out + *n, stayed + from, (n_stayed - from) * sizeof (guint32));
  *n += n_stayed - from;
  return TRUE;
}

static guint32
keep_stayed (const FondsBitset *touched, const guint32 *ids, guint32 n, guint32 *out)
{
  guint32 kept = 0;

  for (guint32 i = 0; i < n; i++)
    if (!fonds_bitset_contains (touched, ids[i]))
      out[kept++] = ids[i];
  return kept;
}

static gboolean
refresh_order (Refresh *self, FondsOrderId order, GError **error)
{
  const FondsPermutation *old = &self->old->order[order];
  FondsPermutation *new = &self->columns->order[order];
  g_autofree guint32 *stayed = g_new (guint32, old->n + 1);
  g_autoptr (GPtrArray) keyed = list_changed (self, order, TRUE);
  g_autoptr (GPtrArray) unkeyed = list_changed (self, order, FALSE);
  guint32 n;

  new->ids = g_new (guint32, old->n + self->changed->len + 1);
  n = keep_stayed (self->touched, old->ids, old->n_keyed, stayed);
  if (!merge (self, order, keyed, stayed, n, new->ids, &new->n, error))
    return FALSE;
  new->n_keyed = new->n;
  n = keep_stayed (self->touched, old->ids + old->n_keyed, old->n - old->n_keyed, stayed);
  return merge (self, order, unkeyed, stayed, n, new->ids, &new->n, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 first = ((const Changed *) a)->id, second = ((const Changed *) b)->id;

  return (first > second) - (first < second);
}

static gboolean
refresh_ties (Refresh *self, GError **error)
{
  g_autoptr (FondsTies) ties = fonds_ties_new (self->columns, self->old);

  for (guint i = 0; i < self->changed->len; i++)
    if (!fonds_ties_read (ties, self->db, g_array_index (self->changed, Changed, i).id, error))
      return FALSE;
  fonds_ties_copy_before (ties, self->columns->n);
  fonds_ties_finish (ties);
  return TRUE;
}

static gboolean
find_changes (Refresh *self, gint64 *sequence, GError **error)
{
  guint32 highest;

  self->shown = fonds_facts_shown_batches (self->db, error);
  if (self->shown == NULL || !fonds_facts_sequence (self->db, sequence, error) ||
      !fonds_facts_highest (self->db, &highest, error) ||
      !fonds_facts_since (self->db, MAX (self->old->sequence, 1), note_changed, self, error) ||
      !note_revealed (self, error))
    return FALSE;
  self->great = self->great || self->old->sequence == 0;
  if (self->great)
    return TRUE;
  self->columns = _fonds_columns_new (MAX (highest + 1, self->old->n), self->old);
  self->columns->sequence = *sequence;
  self->columns->age = self->old->age;
  self->columns->shown = g_steal_pointer (&self->shown);
  return TRUE;
}

static gboolean
find_children (Refresh *self, GError **error)
{
  self->shown = self->columns->shown;
  for (guint i = 0; i < self->changed->len && !self->great; i++)
    {
      guint32 id = g_array_index (self->changed, Changed, i).id;

      if (!fonds_bitset_contains (self->old->visible, id) &&
          !note_children (self, self->columns->kind[id], id, error))
        return FALSE;
    }
  self->shown = NULL;
  return TRUE;
}

static gboolean
refresh (Refresh *self, GError **error)
{
  if (!put_rows (self, error) || !find_children (self, error))
    return FALSE;
  if (self->great)
    return TRUE;
  g_array_sort (self->changed, compare_ids);
  self->columns->age += self->changed->len;
  if (!put_rows (self, error) || !drop_gone (self, error) || !refresh_ties (self, error))
    return FALSE;
  for (guint i = 0; i < FONDS_N_KEYED_ORDERS; i++)
    if (!refresh_order (self, i, error))
      return FALSE;
  _fonds_columns_build_tree (self->columns);
  return TRUE;
}

/**
 * fonds_columns_refresh:
 * @self: a snapshot
 * @db: a connection inside a transaction
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Brings a snapshot up to date.
 *
 * Returns: (transfer full) (nullable): a snapshot of the catalogue as the transaction sees it; @self
 *   where nothing was written since
 */
FondsColumns *
fonds_columns_refresh (FondsColumns *self, FondsDb *db, GCancellable *cancellable, GError **error)
{
  Refresh state = { .db = db, .old = self };
  gint64 sequence;
  gboolean done;

  fonds_db_set_cancellable (db, cancellable);
  if (!fonds_facts_sequence (db, &sequence, error))
    return NULL;
  if (sequence == self->sequence)
    return fonds_columns_ref (self);
  state.changed = g_array_new (FALSE, FALSE, sizeof (Changed));
  state.touched = fonds_bitset_new ();
  done = find_changes (&state, &sequence, error) && (state.great || refresh (&state, error));
  g_array_unref (state.changed);
  fonds_bitset_free (state.touched);
  g_clear_pointer (&state.shown, g_hash_table_unref);
  if (!done || state.great)
    g_clear_pointer (&state.columns, fonds_columns_unref);
  return done && state.great ? fonds_columns_load (db, cancellable, error) : state.columns;
}
