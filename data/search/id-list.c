/* id-list.c - the ids behind a list model, and how they change
 *
 * Another answer is told as a longer or a shorter list only: the items that are held change what they
 * are instead, so that a view keeps its two hundred rows. It is told in two steps, what is too much
 * away and what is missing there, since a view asks for every item of a range that is replaced in one
 * (600 ms for a million). The same answer as it is now, a few records later, is told as those few
 * changes, so that rows stay where they are.
 * Invariant: while a change is told, ids and n are what they are after that change.
 * Thread: the model's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/id-list.h"

#include "data/store/bitset.h"

#include <string.h>

/* With more changes than that it is another list. */
#define MOST_CHANGES 50

/* Some items went, and others came, at one place of the list as it is by then. */
typedef struct
{
  guint at;
  guint removed;
  guint added;
  guint from; /* where the added ones are in the new ids */
} Change;

typedef struct
{
  const guint32 *old;
  const guint32 *new;
  guint n_old;
  guint n_new;
  guint i;
  guint j;
  FondsBitset *in_old;
  FondsBitset *in_new;
  FondsBitset *moved; /* told to be gone, or to have come, before their other place is reached */
  GArray *changes;
} Comparison;

static void
tell (const FondsIdList *self, guint at, guint removed, guint added)
{
  if (self->model != NULL && removed + added > 0)
    g_list_model_items_changed (self->model, at, removed, added);
}

static void
note (Comparison *self, guint removed, guint added)
{
  Change change = { self->j, removed, added, self->j };
  Change *last = self->changes->len > 0
                     ? &g_array_index (self->changes, Change, self->changes->len - 1)
                     : NULL;

  if (last != NULL && last->at + last->added == self->j)
    {
      last->removed += removed;
      last->added += added;
    }
  else
    g_array_append_val (self->changes, change);
  self->i += removed;
  self->j += added;
}

static gboolean
old_is_gone (const Comparison *self)
{
  guint32 id = self->old[self->i];

  return !fonds_bitset_contains (self->in_new, id) || fonds_bitset_contains (self->moved, id);
}

static gboolean
new_has_come (const Comparison *self)
{
  guint32 id = self->new[self->j];

  return !fonds_bitset_contains (self->in_old, id) || fonds_bitset_contains (self->moved, id);
}

/* Both go on, in different places: the one after which the lists agree again is the one that moved. */
static void
note_move (Comparison *self)
{
  if (self->i + 1 < self->n_old && self->old[self->i + 1] == self->new[self->j])
    {
      fonds_bitset_add (self->moved, self->old[self->i]);
      note (self, 1, 0);
    }
  else
    {
      fonds_bitset_add (self->moved, self->new[self->j]);
      note (self, 0, 1);
    }
}

static void
compare (Comparison *self)
{
  while (self->changes->len <= MOST_CHANGES && (self->i < self->n_old || self->j < self->n_new))
    if (self->i == self->n_old)
      note (self, 0, self->n_new - self->j);
    else if (self->j == self->n_new)
      note (self, self->n_old - self->i, 0);
    else if (self->old[self->i] == self->new[self->j])
      {
        self->i++;
        self->j++;
      }
    else if (old_is_gone (self))
      note (self, 1, 0);
    else if (new_has_come (self))
      note (self, 0, 1);
    else
      note_move (self);
}

static FondsBitset *
collect (const guint32 *ids, guint n)
{
  FondsBitset *set = fonds_bitset_new ();

  for (guint i = 0; i < n; i++)
    fonds_bitset_add (set, ids[i]);
  return set;
}

/* Returns the changes from one list to another, or NULL where there are too many. */
static GArray *
list_changes (const FondsIdList *self, const guint32 *ids, guint n)
{
  Comparison comparison = { .old = self->ids, .new = ids, .n_old = self->n, .n_new = n };

  comparison.in_old = collect (self->ids, self->n);
  comparison.in_new = collect (ids, n);
  comparison.moved = fonds_bitset_new ();
  comparison.changes = g_array_new (FALSE, FALSE, sizeof (Change));
  compare (&comparison);
  fonds_bitset_free (comparison.in_old);
  fonds_bitset_free (comparison.in_new);
  fonds_bitset_free (comparison.moved);
  if (comparison.changes->len > MOST_CHANGES)
    g_clear_pointer (&comparison.changes, g_array_unref);
  return comparison.changes;
}

/* The ids are changed in a copy, step by step, so that each step can be told. */
static void
apply (FondsIdList *self, const GArray *changes, const guint32 *ids, guint n)
{
  g_autofree guint32 *copy = g_new (guint32, (gsize) self->n + n + 1);

  if (self->n > 0)
    memcpy (copy, self->ids, self->n * sizeof (guint32));
  self->ids = copy;
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      guint rest = self->n - change->at - change->removed;

      memmove (copy + change->at + change->added, copy + change->at + change->removed,
               rest * sizeof (guint32));
      if (change->added > 0)
        memcpy (copy + change->at, ids + change->from, change->added * sizeof (guint32));
      self->n += change->added - change->removed;
      if (i + 1 == changes->len)
        self->ids = ids;
      tell (self, change->at, change->removed, change->added);
    }
  self->ids = ids;
}

/**
 * _fonds_id_list_replace:
 * @self: a list
 * @ids: (array length=n): the new ids; the old ones may go when this returns
 * @n: how many
 * @similar: whether it is the same list as it is now, rather than another
 *
 * Changes a list and tells of it.
 *
 * Returns: whether it was told as a few changes; %FALSE where another list stands here now
 */
gboolean
_fonds_id_list_replace (FondsIdList *self, const guint32 *ids, guint n, gboolean similar)
{
  g_autoptr (GArray) changes = similar ? list_changes (self, ids, n) : NULL;
  guint kept = self->turn != NULL ? MIN (self->n, n) : 0, removed = self->n - kept;

  if (changes != NULL)
    {
      apply (self, changes, ids, n);
      return TRUE;
    }
  if (self->turn != NULL)
    self->turn (self, ids, kept, self->turn_data);
  self->n = kept;
  self->ids = ids;
  tell (self, kept, removed, 0);
  self->n = n;
  tell (self, kept, 0, n - kept);
  return FALSE;
}

/**
 * _fonds_id_list_find:
 * @self: a list
 * @id: a record
 *
 * Returns: its place; %G_MAXUINT where it is not in the list
 */
guint
_fonds_id_list_find (const FondsIdList *self, gint64 id)
{
  for (guint i = 0; i < self->n; i++)
    if (self->ids[i] == id)
      return i;
  return G_MAXUINT;
}
