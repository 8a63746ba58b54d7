/* stored-check.c - whether the facts that lie in the file are what the records say
 *
 * Checksums tell that the pieces are as they were stored, not that what was stored was right. Here it
 * is brought up to date as every start does, and compared with a reading of everything. Numbers that
 * stand for words may differ, since new ones are added at the end: what they stand for is compared.
 * Thread: any but the main one; waits for the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/stored-check.h"

#include "data/search/bits.h"
#include "data/search/columns.h"
#include "data/search/stored-table.h"
#include "data/store/store.h"

#include <string.h>

static gboolean
same_records (const FondsColumns *a, const FondsColumns *b)
{
  g_autoptr (FondsBitset) more = fonds_bitset_copy (a->visible);

  fonds_bitset_subtract (more, b->visible);
  return fonds_bitset_count (more) == 0 &&
         fonds_bitset_count (a->visible) == fonds_bitset_count (b->visible);
}

static gboolean
same_orders (const FondsColumns *a, const FondsColumns *b)
{
  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    if (a->order[i].n != b->order[i].n || a->order[i].n_keyed != b->order[i].n_keyed ||
        memcmp (a->order[i].ids, b->order[i].ids, a->order[i].n * sizeof (guint32)) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
same_value (const FondsMulti *a, guint32 value, const FondsMulti *b, guint32 other)
{
  if ((a->records != NULL) != (b->records != NULL))
    return FALSE;
  if (a->records != NULL)
    return a->records[value] == b->records[other];
  return g_str_equal (g_ptr_array_index (a->codes, value), g_ptr_array_index (b->codes, other));
}

static gboolean
same_values (const FondsMulti *a, const FondsMulti *b, guint32 id)
{
  guint32 n = a->starts[id + 1] - a->starts[id];

  if (b->starts[id + 1] - b->starts[id] != n)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (!same_value (a, a->values[a->starts[id] + i], b, b->values[b->starts[id] + i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_facts (const FondsColumns *a, const FondsColumns *b, guint32 id)
{
  if (a->kind[id] != b->kind[id] || a->flags[id] != b->flags[id] ||
      a->repository[id] != b->repository[id] || a->first_decade[id] != b->first_decade[id] ||
      a->last_decade[id] != b->last_decade[id] || a->from[id] != b->from[id] ||
      a->to[id] != b->to[id] || a->end[id] != b->end[id] ||
      g_strcmp0 (g_ptr_array_index (a->levels, a->level[id]),
                 g_ptr_array_index (b->levels, b->level[id])) != 0)
    return FALSE;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    if (!same_values (&a->multi[i], &b->multi[i], id))
      return FALSE;
  return TRUE;
}

static gboolean
same (const FondsColumns *a, const FondsColumns *b)
{
  FondsBitsIter iter;
  guint32 id;

  if (!same_records (a, b) || !same_orders (a, b))
    return FALSE;
  fonds_bits_iter_init (&iter, a->visible);
  while (fonds_bits_iter_next (&iter, &id))
    if (!same_facts (a, b, id))
      return FALSE;
  return TRUE;
}

static gboolean
compare (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsColumns) stored = NULL;
  g_autoptr (FondsColumns) now = NULL;
  g_autoptr (FondsColumns) read = NULL;
  g_autoptr (GError) own = NULL;

  stored = fonds_columns_restore (db, NULL, NULL, cancellable, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (stored == NULL)
    return TRUE;
  now = fonds_columns_refresh (stored, db, cancellable, error);
  read = now != NULL ? fonds_columns_load (db, cancellable, error) : NULL;
  if (read == NULL)
    return FALSE;
  *(gboolean *) data = same (now, read);
  return TRUE;
}

/**
 * fonds_stored_check:
 * @store: a catalogue's file
 * @right: (out): whether searches say by what lies there what they would say without
 * @cancellable: (nullable): stops it
 * @error: return location for an error of the file
 *
 * Compares the facts that lie in the file with the records. Where none lie there that would be used,
 * nothing is wrong. Holds two snapshots in memory.
 *
 * Returns: whether that could be found out
 */
gboolean
fonds_stored_check (FondsStore *store, gboolean *right, GCancellable *cancellable, GError **error)
{
  *right = TRUE;
  return fonds_store_run (store, FONDS_LANE_QUERY, compare, right, cancellable, error);
}

static gboolean
forget (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean exists;

  return fonds_stored_exists (db, &exists, error) &&
         (!exists || fonds_stored_remove (db, 0, G_MAXINT64, error));
}

/**
 * fonds_stored_forget:
 * @store: a catalogue's file
 * @cancellable: (nullable): stops it
 * @error: return location for an error of the file
 *
 * Takes the facts out of the file; the next search reads the records again.
 *
 * Returns: whether none lie there
 */
gboolean
fonds_stored_forget (FondsStore *store, GCancellable *cancellable, GError **error)
{
  return fonds_store_run (store, FONDS_LANE_HIDDEN, forget, NULL, cancellable, error);
}
