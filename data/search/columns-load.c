/* columns-load.c - reads the facts about all records
 *
 * One pass over the rows, one over the references: about a second for a million records.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/search/columns-ties.h"
#include "data/store/database.h"

typedef struct
{
  FondsColumns *columns;
  GHashTable *level_numbers;
  FondsOrder *orders[FONDS_N_KEYED_ORDERS];
  GArray *unkeyed[FONDS_N_KEYED_ORDERS];
} Load;

static void
put_keys (Load *load, const FondsFacts *facts)
{
  for (guint i = 0; i < FONDS_N_KEYED_ORDERS; i++)
    {
      guint8 key[FONDS_ORDER_KEY_MAX];
      guint length = fonds_facts_key (facts, i, key);

      if (length > 0)
        fonds_order_add (load->orders[i], facts->id, key, length);
      else
        g_array_append_val (load->unkeyed[i], facts->id);
    }
}

static void
put_row (const FondsFacts *facts, gpointer data)
{
  Load *load = data;

  if (facts->id >= load->columns->n || !_fonds_columns_shows (load->columns, facts))
    return;
  _fonds_columns_put (load->columns, facts, load->level_numbers);
  put_keys (load, facts);
}

static void
finish_order (FondsOrder *order, const GArray *unkeyed, FondsPermutation *out)
{
  guint32 *ids = fonds_order_sort (order, &out->n_keyed);

  out->n = out->n_keyed + unkeyed->len;
  out->ids = g_renew (guint32, ids, out->n);
  for (guint32 i = 0; i < unkeyed->len; i++)
    out->ids[out->n_keyed + i] = g_array_index (unkeyed, guint32, i);
}

static void
begin (Load *load, FondsColumns *columns)
{
  load->columns = columns;
  load->level_numbers = _fonds_columns_number_levels (columns);
  for (guint i = 0; i < FONDS_N_KEYED_ORDERS; i++)
    {
      load->orders[i] = fonds_order_new ();
      load->unkeyed[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
    }
}

static void
end (Load *load)
{
  for (guint i = 0; i < FONDS_N_KEYED_ORDERS; i++)
    {
      fonds_order_free (load->orders[i]);
      g_array_unref (load->unkeyed[i]);
    }
  g_hash_table_unref (load->level_numbers);
}

static gboolean
load_rows (FondsColumns *columns, FondsDb *db, GError **error)
{
  Load load = { 0 };
  gboolean read;

  begin (&load, columns);
  read = fonds_facts_since (db, 0, put_row, &load, error);
  for (guint i = 0; read && i < FONDS_N_KEYED_ORDERS; i++)
    {
      finish_order (load.orders[i], load.unkeyed[i], &columns->order[i]);
      g_clear_pointer (&load.orders[i], fonds_order_free);
    }
  end (&load);
  return read;
}

/**
 * fonds_columns_load:
 * @db: a connection inside a transaction
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads the facts about all records that may be found.
 *
 * Returns: (transfer full) (nullable): a snapshot of the catalogue as the transaction sees it
 */
FondsColumns *
fonds_columns_load (FondsDb *db, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsColumns) self = NULL;
  g_autoptr (FondsTies) ties = NULL;
  guint32 highest;

  fonds_db_set_cancellable (db, cancellable);
  if (!fonds_facts_highest (db, &highest, error))
    return NULL;
  self = _fonds_columns_new (highest + 1, NULL);
  self->shown = fonds_facts_shown_batches (db, error);
  if (self->shown == NULL || !fonds_facts_sequence (db, &self->sequence, error) ||
      !load_rows (self, db, error))
    return NULL;
  self->base = self->sequence;
  ties = fonds_ties_new (self, NULL);
  if (!fonds_ties_read_all (ties, db, error))
    return NULL;
  fonds_ties_finish (ties);
  _fonds_columns_build_tree (self);
  return g_steal_pointer (&self);
}
