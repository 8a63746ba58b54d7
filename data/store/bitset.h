/* bitset.h - a growing set of small numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

/**
 * FondsBitset:
 * @words: (array length=n_words): 64 members a word, lowest bit first
 * @n_words: how many words there are; numbers beyond them are not in the set
 *
 * The words are open, since counting and intersecting whole answers is what a search does all day.
 */
struct _FondsBitset
{
  guint64 *words;
  gsize n_words;
};

FondsBitset *fonds_bitset_new (void);
FondsBitset *fonds_bitset_copy (const FondsBitset *self);
void fonds_bitset_free (FondsBitset *self);

void fonds_bitset_add (FondsBitset *self, guint32 member);
void fonds_bitset_add_range (FondsBitset *self, guint32 first, guint32 last);
void fonds_bitset_remove (FondsBitset *self, guint32 member);
void fonds_bitset_clear (FondsBitset *self);
gboolean fonds_bitset_contains (const FondsBitset *self, guint32 member);

guint fonds_bitset_count (const FondsBitset *self);
void fonds_bitset_intersect (FondsBitset *self, const FondsBitset *other);
void fonds_bitset_subtract (FondsBitset *self, const FondsBitset *other);
void fonds_bitset_unite (FondsBitset *self, const FondsBitset *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsBitset, fonds_bitset_free)

G_END_DECLS
