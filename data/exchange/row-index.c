/* row-index.c - what an import remembers of each row between its passes
 *
 * An array of 32 bytes a row and an open hash table of row numbers over it, at most half to four
 * fifths full: so at most 40 bytes a row. Keys are known by their hashes only; two different keys of
 * a million meet in one 64-bit hash about once in 40 million imports.
 * Invariant: the table holds, for each key, the first row that has it; further ones hang from it.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/row-index.h"

#include <string.h>

struct _FondsRowIndex
{
  GArray *rows;    /* of FondsRowEntry */
  guint32 *slots;  /* row numbers, or FONDS_ROW_NONE */
  guint64 n_slots; /* a power of two */
  guint64 n_filled;
};

/**
 * fonds_row_hash:
 * @kind: what the row is
 * @text: a key
 *
 * Returns: a hash of both, never 0
 */
guint64
fonds_row_hash (FondsKind kind, const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ ((guint64) kind << 56);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  return hash != 0 ? hash : 1;
}

static void
clear_slots (FondsRowIndex *self, guint64 n)
{
  g_free (self->slots);
  self->slots = g_new (guint32, n);
  memset (self->slots, 0xff, n * sizeof (guint32));
  self->n_slots = n;
}

/**
 * fonds_row_index_new:
 *
 * Makes an empty index.
 *
 * Returns: (transfer full): the index
 */
FondsRowIndex *
fonds_row_index_new (void)
{
  FondsRowIndex *self = g_new0 (FondsRowIndex, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (FondsRowEntry));
  clear_slots (self, 1024);
  return self;
}

/**
 * fonds_row_index_free:
 * @self: (transfer full) (nullable): an index
 *
 * Frees an index.
 */
void
fonds_row_index_free (FondsRowIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self->slots);
  g_free (self);
}

/**
 * fonds_row_index_length:
 * @self: an index
 *
 * Returns: how many rows it has
 */
guint32
fonds_row_index_length (const FondsRowIndex *self)
{
  return self->rows->len;
}

/**
 * fonds_row_index_get:
 * @self: an index
 * @row: a row's number
 *
 * Returns: (transfer none): the row; valid until one is added
 */
FondsRowEntry *
fonds_row_index_get (FondsRowIndex *self, guint32 row)
{
  return &g_array_index (self->rows, FondsRowEntry, row);
}

static guint32 *
slot_of (FondsRowIndex *self, guint64 key)
{
  guint64 i = key & (self->n_slots - 1);

  while (self->slots[i] != FONDS_ROW_NONE && fonds_row_index_get (self, self->slots[i])->key != key)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow (FondsRowIndex *self)
{
  g_autofree guint32 *old = g_steal_pointer (&self->slots);
  guint64 n_old = self->n_slots;

  clear_slots (self, n_old * 2);
  for (guint64 i = 0; i < n_old; i++)
    if (old[i] != FONDS_ROW_NONE)
      *slot_of (self, fonds_row_index_get (self, old[i])->key) = old[i];
}

/**
 * fonds_row_index_find:
 * @self: an index
 * @key: a hash of [func@row_hash]
 *
 * Returns: the first row that has the key, or %FONDS_ROW_NONE
 */
guint32
fonds_row_index_find (FondsRowIndex *self, guint64 key)
{
  return *slot_of (self, key);
}

static void
hang (FondsRowIndex *self, guint32 leader, guint32 row)
{
  FondsRowEntry *first = fonds_row_index_get (self, leader);
  FondsRowEntry *entry = fonds_row_index_get (self, row);
  FondsRowEntry *last = first;

  while (last->language != entry->language && last->next != FONDS_ROW_NONE)
    last = fonds_row_index_get (self, last->next);
  if (last->language == entry->language)
    {
      entry->fate = FONDS_ROW_REPEATED;
      entry->other = (guint32) (last - (FondsRowEntry *) (void *) self->rows->data);
      if (last->fate == FONDS_ROW_FINE)
        {
          last->fate = FONDS_ROW_REPEATED;
          last->other = row;
        }
      return;
    }
  last->next = row;
  entry->other = leader;
  if (first->parent == 0)
    first->parent = entry->parent;
}

/* Rows whose key is made from what they say are records of their own even if they say the same. */
static void
meet (FondsRowIndex *self, guint32 leader, guint32 row)
{
  if (fonds_row_index_get (self, row)->flags & FONDS_ROW_MADE_KEY)
    {
      fonds_row_index_get (self, leader)->flags |= FONDS_ROW_AMBIGUOUS;
      fonds_row_index_get (self, row)->flags |= FONDS_ROW_AMBIGUOUS;
    }
  else
    hang (self, leader, row);
}

/**
 * fonds_row_index_add:
 * @self: an index
 * @entry: a row: file, kind, key, parent, language, and its fate if it has already met it
 *
 * Adds the next row.
 *
 * Returns: its number
 */
guint32
fonds_row_index_add (FondsRowIndex *self, const FondsRowEntry *entry)
{
  FondsRowEntry fresh = *entry;
  guint32 row = self->rows->len;
  guint32 *slot;

  fresh.other = row;
  fresh.next = FONDS_ROW_NONE;
  g_array_append_val (self->rows, fresh);
  if (fresh.key == 0)
    return row;
  if (self->n_filled >= self->n_slots / 5 * 4)
    grow (self);
  slot = slot_of (self, fresh.key);
  if (*slot != FONDS_ROW_NONE)
    meet (self, *slot, row);
  else
    {
      *slot = row;
      self->n_filled++;
    }
  return row;
}

/**
 * fonds_row_index_settle:
 * @self: an index that has all rows
 *
 * Says of each row with a parent whether that is a row, too.
 */
void
fonds_row_index_settle (FondsRowIndex *self)
{
  for (guint32 i = 0; i < self->rows->len; i++)
    {
      FondsRowEntry *entry = fonds_row_index_get (self, i);
      guint32 parent =
          entry->parent != 0 ? fonds_row_index_find (self, entry->parent) : FONDS_ROW_NONE;

      if (entry->parent == 0)
        continue;
      entry->flags |= parent != FONDS_ROW_NONE ? FONDS_ROW_INSIDE : FONDS_ROW_OUTSIDE;
      if (parent != FONDS_ROW_NONE)
        entry->parent = parent;
    }
}

static gboolean
is_refused (const FondsRowEntry *entry)
{
  return entry->fate != FONDS_ROW_FINE;
}

/* How far a row is judged, kept in an array of its own: a byte a row, and only while it is needed. */
enum
{
  UNSEEN,
  ON_THE_WAY,
  JUDGED,
};

static void
judge_circle (FondsRowIndex *self, GArray *way, guint32 closes)
{
  for (guint i = way->len; i > 0; i--)
    {
      guint32 row = g_array_index (way, guint32, i - 1);

      fonds_row_index_get (self, row)->fate = FONDS_ROW_CIRCLE;
      if (row == closes)
        return;
    }
}

/* Judges the rows of a way from the last, whose parent is judged, down to the first. */
static void
judge_way (FondsRowIndex *self, GArray *way, guint8 *seen)
{
  for (guint i = way->len; i > 0; i--)
    {
      guint32 row = g_array_index (way, guint32, i - 1);
      FondsRowEntry *entry = fonds_row_index_get (self, row);

      if (entry->fate == FONDS_ROW_FINE && (entry->flags & FONDS_ROW_INSIDE) &&
          is_refused (fonds_row_index_get (self, (guint32) entry->parent)))
        entry->fate = FONDS_ROW_UNDER_REFUSED;
      seen[row] = JUDGED;
    }
}

static void
judge (FondsRowIndex *self, guint32 row, GArray *way, guint8 *seen)
{
  g_array_set_size (way, 0);
  while (seen[row] == UNSEEN)
    {
      const FondsRowEntry *entry = fonds_row_index_get (self, row);

      seen[row] = ON_THE_WAY;
      g_array_append_val (way, row);
      if (!(entry->flags & FONDS_ROW_INSIDE))
        break;
      row = (guint32) entry->parent;
      if (seen[row] == ON_THE_WAY)
        judge_circle (self, way, row);
    }
  judge_way (self, way, seen);
}

/* A translation is of the record that its first row makes, and shares its fate. */
static void
judge_translations (FondsRowIndex *self)
{
  for (guint32 i = 0; i < self->rows->len; i++)
    {
      FondsRowEntry *entry = fonds_row_index_get (self, i);
      const FondsRowEntry *first = fonds_row_index_get (self, entry->other);

      if (entry->fate != FONDS_ROW_FINE || entry->other == i || !is_refused (first))
        continue;
      entry->fate = first->fate;
      if (first->fate == FONDS_ROW_REPEATED)
        entry->other = first->other;
    }
}

/**
 * fonds_row_index_condemn:
 * @self: a settled index, rows whose parents are nowhere marked as orphans
 *
 * Finds the rows that go in circles and those that hang from refused ones.
 */
void
fonds_row_index_condemn (FondsRowIndex *self)
{
  g_autofree guint8 *seen = g_new0 (guint8, self->rows->len + 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->rows->len; i++)
    judge (self, i, way, seen);
  judge_translations (self);
}

/**
 * fonds_row_index_last_of:
 * @self: an index
 * @row: the first row of a record
 *
 * Returns: the record's last row that goes in: itself where no translation does
 */
guint32
fonds_row_index_last_of (FondsRowIndex *self, guint32 row)
{
  guint32 last = row;

  while ((row = fonds_row_index_get (self, row)->next) != FONDS_ROW_NONE)
    if (fonds_row_index_get (self, row)->fate == FONDS_ROW_FINE)
      last = row;
  return last;
}
