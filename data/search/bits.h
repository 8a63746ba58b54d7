/* bits.h - walking through the members of a set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/bitset.h"

G_BEGIN_DECLS

/**
 * FondsBitsIter:
 *
 * Where a walk is. Members come from the lowest to the highest.
 */
typedef struct
{
  const FondsBitset *set;
  gsize next;
  guint64 word;
} FondsBitsIter;

static inline void
fonds_bits_iter_init (FondsBitsIter *iter, const FondsBitset *set)
{
  iter->set = set;
  iter->next = 0;
  iter->word = 0;
}

static inline gboolean
fonds_bits_iter_next (FondsBitsIter *iter, guint32 *member)
{
  while (iter->word == 0)
    {
      if (iter->next == iter->set->n_words)
        return FALSE;
      iter->word = iter->set->words[iter->next++];
    }
  *member = (guint32) ((iter->next - 1) * 64 + (gsize) __builtin_ctzll (iter->word));
  iter->word &= iter->word - 1;
  return TRUE;
}

G_END_DECLS
