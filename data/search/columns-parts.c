/* columns-parts.c - a snapshot of the facts as a list of flat arrays, and whether they hold together
 *
 * Whoever stores, restores or frees a snapshot goes through the same list; the order of the parts is
 * part of the stored format.
 * Thread: whoever puts the snapshot together.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/search/bits.h"

static FondsPart *
add (FondsPart *part, gpointer where, gsize size, gsize n)
{
  part->where = where;
  part->size = size;
  part->n = n;
  return part + 1;
}

#define ADD(name, count) part = add (part, &self->name, sizeof *self->name, count)

/* How many values all records have of a facet; 0 before its array of starts is there. */
static gsize
count_values (const FondsColumns *self, FondsMultiId multi)
{
  return self->multi[multi].starts != NULL ? self->multi[multi].starts[self->n] : 0;
}

/**
 * _fonds_columns_list_parts:
 * @self: a snapshot
 * @parts: (out caller-allocates) (array fixed-size=29): its arrays
 *
 * Lists the arrays: where each is kept, and how many elements of what size it has.
 */
void
_fonds_columns_list_parts (FondsColumns *self, FondsPart parts[FONDS_N_PARTS])
{
  FondsPart *part = parts;

  ADD (visible->words, self->visible->n_words);
  ADD (kind, self->n);
  ADD (level, self->n);
  ADD (repository, self->n);
  ADD (first_decade, self->n);
  ADD (last_decade, self->n);
  ADD (from, self->n);
  ADD (to, self->n);
  ADD (flags, self->n);
  ADD (parent, self->n);
  ADD (end, self->n);
  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    ADD (order[i].ids, self->order[i].n);
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    {
      ADD (multi[i].starts, (gsize) self->n + 1);
      ADD (multi[i].values, count_values (self, i));
      ADD (multi[i].records, self->multi[i].records != NULL ? self->multi[i].n_values : 0);
    }
  g_assert (part == parts + FONDS_N_PARTS);
}

static gboolean
holds_set (const FondsColumns *self)
{
  FondsBitsIter iter;
  guint32 id, highest = 0;

  fonds_bits_iter_init (&iter, self->visible);
  while (fonds_bits_iter_next (&iter, &id))
    highest = id;
  return highest < self->n;
}

/* An order has every visible record once, and no other. */
static gboolean
holds_order (const FondsColumns *self, const FondsPermutation *order)
{
  g_autoptr (FondsBitset) left = fonds_bitset_copy (self->visible);

  if (order->n_keyed > order->n || order->n != fonds_bitset_count (left))
    return FALSE;
  for (guint32 i = 0; i < order->n; i++)
    {
      if (!fonds_bitset_contains (left, order->ids[i]))
        return FALSE;
      fonds_bitset_remove (left, order->ids[i]);
    }
  return TRUE;
}

static gboolean
holds_kinds (const FondsColumns *self)
{
  guint32 wrong = 0;

  for (guint32 i = 0; i < self->n; i++)
    wrong |= self->kind[i] >= FONDS_N_KINDS;
  return wrong == 0;
}

/* Whatever another array is looked up by lies inside that array. All is gone
 * through, since a loop without a way out is quicker. */
static gboolean
holds_records (const FondsColumns *self)
{
  guint32 n = self->order[FONDS_ORDER_HIERARCHY].n, wrong = 0;

  for (guint32 i = 0; i < self->n; i++)
    {
      wrong |= self->level[i] >= self->levels->len;
      wrong |= self->repository[i] >= self->n;
      wrong |= self->end[i] > n;
    }
  return wrong == 0;
}

static gboolean
holds_multi (const FondsColumns *self, const FondsMulti *multi)
{
  guint32 n = multi->starts[self->n], wrong = multi->starts[0] != 0;

  for (guint32 i = 0; i < self->n; i++)
    wrong |= multi->starts[i] > multi->starts[i + 1];
  for (guint32 i = 0; i < n; i++)
    wrong |= multi->values[i] >= multi->n_values;
  for (guint32 i = 0; multi->records != NULL && i < multi->n_values; i++)
    wrong |= multi->records[i] >= self->n;
  return wrong == 0;
}

/* Whether what a first look needs may be used. */
gboolean
_fonds_columns_hold_sight (const FondsColumns *self)
{
  return holds_set (self) && holds_kinds (self) &&
         holds_order (self, &self->order[FONDS_ORDER_TITLE]);
}

/**
 * _fonds_columns_hold:
 * @self: a snapshot whose arrays have the lengths that they should, and that holds to the first look
 *
 * Says whether a snapshot that came from outside may be used: no number in it leads out of an array,
 * and every order is one of all visible records.
 *
 * Returns: whether it holds together
 */
gboolean
_fonds_columns_hold (const FondsColumns *self)
{
  if (!holds_records (self))
    return FALSE;
  for (guint i = FONDS_ORDER_TITLE + 1; i < FONDS_N_ORDERS; i++)
    if (!holds_order (self, &self->order[i]))
      return FALSE;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    if (!holds_multi (self, &self->multi[i]))
      return FALSE;
  return TRUE;
}
