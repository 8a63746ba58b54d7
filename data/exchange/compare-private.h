/* compare-private.h - what the comparisons of fields and of groups share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/compare.h"

G_BEGIN_DECLS

/**
 * FondsComparison:
 * @current: the record as it is
 * @draft: what its rows say
 * @result: (nullable): what it becomes; made at the first difference
 * @difference: what is told of it
 *
 * A comparison on its way.
 */
typedef struct
{
  const FondsBody *current;
  const FondsDraft *draft;
  FondsBody *result;
  FondsDifference *difference;
} FondsComparison;

guint fonds_comparison_untold (const FondsPlan *plan, const FondsStep *step);
gboolean fonds_comparison_same (guint untold, const FondsValue *before, const FondsValue *after);
FondsBody *fonds_comparison_result (FondsComparison *self);
void fonds_comparison_note (FondsComparison *self,
                            const char *field,
                            const FondsValue *before,
                            const FondsValue *after);
void fonds_compare_group (FondsComparison *self, const FondsStep *step);

G_END_DECLS
