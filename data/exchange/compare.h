/* compare.h - what a draft changes in a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/draft.h"

G_BEGIN_DECLS

/**
 * FondsCellChange:
 * @field: a field that differs
 * @before: (nullable): what its first value that differs says
 * @after: (nullable): what it will say
 *
 * One field of a change.
 */
typedef struct
{
  char *field;
  char *before;
  char *after;
} FondsCellChange;

/**
 * FondsDifference:
 * @field: (nullable): the first field that differs
 * @before: (nullable): what it said first
 * @after: (nullable): what it will say
 * @n: how many fields differ
 * @cells: (nullable) (element-type FondsCellChange): each of them; %NULL where none does
 *
 * What is told of a change. Clear it after use.
 */
typedef struct
{
  char *field;
  char *before;
  char *after;
  guint n;
  GPtrArray *cells;
} FondsDifference;

void fonds_difference_clear (FondsDifference *self);

FondsBody *
fonds_compare (const FondsBody *current, const FondsDraft *draft, FondsDifference *difference);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsDifference, fonds_difference_clear)

G_END_DECLS
