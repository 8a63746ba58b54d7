/* bitset.c - a growing set of small numbers
 *
 * Holds the ids of an answer, one bit a record. Ids are dense, so a million records take 125 KB
 * and an intersection runs at the speed of memory.
 * Thread: belongs to whoever made it. Ownership: the words are owned.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/bitset.h"

#include <string.h>

static void
grow (FondsBitset *self, gsize n_words)
{
  gsize wanted;

  if (n_words <= self->n_words)
    return;

  wanted = MAX (n_words, self->n_words + self->n_words / 2);
  self->words = g_renew (guint64, self->words, wanted);
  memset (self->words + self->n_words, 0, (wanted - self->n_words) * sizeof (guint64));
  self->n_words = wanted;
}

/**
 * fonds_bitset_new:
 *
 * Makes an empty set.
 *
 * Returns: (transfer full): the set
 */
FondsBitset *
fonds_bitset_new (void)
{
  return g_new0 (FondsBitset, 1);
}

/**
 * fonds_bitset_copy:
 * @self: a set
 *
 * Copies a set.
 *
 * Returns: (transfer full): the copy
 */
FondsBitset *
fonds_bitset_copy (const FondsBitset *self)
{
  FondsBitset *copy = fonds_bitset_new ();

  copy->words = g_memdup2 (self->words, self->n_words * sizeof (guint64));
  copy->n_words = self->n_words;
  return copy;
}

/**
 * fonds_bitset_free:
 * @self: (transfer full) (nullable): a set
 *
 * Frees a set.
 */
void
fonds_bitset_free (FondsBitset *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}

/**
 * fonds_bitset_add:
 * @self: a set
 * @member: a number
 *
 * Adds one number.
 */
void
fonds_bitset_add (FondsBitset *self, guint32 member)
{
  grow (self, (gsize) member / 64 + 1);
  self->words[member / 64] |= G_GUINT64_CONSTANT (1) << (member % 64);
}

/**
 * fonds_bitset_add_range:
 * @self: a set
 * @first: the first number
 * @last: the last number, not below @first
 *
 * Adds all numbers from @first to @last.
 */
void
fonds_bitset_add_range (FondsBitset *self, guint32 first, guint32 last)
{
  grow (self, (gsize) last / 64 + 1);
  for (gsize member = first; member <= last;)
    if (member % 64 == 0 && last - member >= 63)
      {
        self->words[member / 64] = G_MAXUINT64;
        member += 64;
      }
    else
      {
        self->words[member / 64] |= G_GUINT64_CONSTANT (1) << (member % 64);
        member++;
      }
}

/**
 * fonds_bitset_remove:
 * @self: a set
 * @member: a number, in the set or not
 *
 * Takes one number out.
 */
void
fonds_bitset_remove (FondsBitset *self, guint32 member)
{
  if (member / 64 < self->n_words)
    self->words[member / 64] &= ~(G_GUINT64_CONSTANT (1) << (member % 64));
}

/**
 * fonds_bitset_clear:
 * @self: a set
 *
 * Takes all numbers out and keeps the memory.
 */
void
fonds_bitset_clear (FondsBitset *self)
{
  if (self->n_words > 0)
    memset (self->words, 0, self->n_words * sizeof (guint64));
}

/**
 * fonds_bitset_contains:
 * @self: a set
 * @member: a number
 *
 * Returns: whether @member is in the set
 */
gboolean
fonds_bitset_contains (const FondsBitset *self, guint32 member)
{
  return member / 64 < self->n_words && (self->words[member / 64] >> (member % 64) & 1) != 0;
}

/**
 * fonds_bitset_count:
 * @self: a set
 *
 * Returns: how many numbers are in the set
 */
guint
fonds_bitset_count (const FondsBitset *self)
{
  guint n = 0;

  for (gsize i = 0; i < self->n_words; i++)
    n += (guint) __builtin_popcountll (self->words[i]);
  return n;
}

/**
 * fonds_bitset_intersect:
 * @self: a set
 * @other: another set
 *
 * Keeps only what is in both.
 */
void
fonds_bitset_intersect (FondsBitset *self, const FondsBitset *other)
{
  gsize common = MIN (self->n_words, other->n_words);

  for (gsize i = 0; i < common; i++)
    self->words[i] &= other->words[i];
  for (gsize i = common; i < self->n_words; i++)
    self->words[i] = 0;
}

/**
 * fonds_bitset_subtract:
 * @self: a set
 * @other: another set
 *
 * Takes out what is in @other.
 */
void
fonds_bitset_subtract (FondsBitset *self, const FondsBitset *other)
{
  for (gsize i = 0; i < MIN (self->n_words, other->n_words); i++)
    self->words[i] &= ~other->words[i];
}

/**
 * fonds_bitset_unite:
 * @self: a set
 * @other: another set
 *
 * Adds what is in @other.
 */
void
fonds_bitset_unite (FondsBitset *self, const FondsBitset *other)
{
  grow (self, other->n_words);
  for (gsize i = 0; i < other->n_words; i++)
    self->words[i] |= other->words[i];
}
