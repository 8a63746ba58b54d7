/* draft-private.h - what the makers of drafts share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/draft.h"

G_BEGIN_DECLS

/**
 * FondsSlot:
 * @part: (nullable): the text of each part; %NULL where the place is empty
 *
 * What makes one value, or one member of a group.
 */
typedef struct
{
  const char *part[FONDS_N_PARTS];
} FondsSlot;

/**
 * FondsDraftWork:
 * @drafter: the maker
 * @draft: what is being made
 * @cells: the row
 * @current: (nullable): the record as it is in the catalogue
 * @step: the step at hand
 *
 * What the functions that make values hand on to one another.
 */
typedef struct
{
  FondsDrafter *drafter;
  FondsDraft *draft;
  const FondsCells *cells;
  const FondsBody *current;
  const FondsStep *step;
} FondsDraftWork;

gboolean fonds_text_is_blank (const char *text);
char *fonds_draft_first (const char *cell);
const char *fonds_draft_code (const char *list, const char *term);
const char *fonds_draft_language (const FondsDraftWork *work, const FondsSlot *slot);

gboolean fonds_draft_add_value (const FondsDraftWork *work, const FondsSlot *slot, GError **error);
gboolean fonds_draft_add_group (const FondsDraftWork *work,
                                const FondsSlot *slot,
                                guint number,
                                GError **error);
gboolean fonds_draft_resolve (const FondsDraftWork *work,
                              const char *field,
                              guint32 targets,
                              const FondsSlot *slot,
                              FondsUid uid,
                              GError **error);
void fonds_draft_date (const FondsDraftWork *work,
                       const char *field,
                       FondsValue *value,
                       const FondsSlot *slot);

G_END_DECLS
