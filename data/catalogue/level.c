/* level.c - levels of description and their order
 *
 * The list is open: archives name levels of their own, and those stay as they came. The term is the
 * level of EAD 2002; a level without one is written as otherlevel. Rank 1 is the top.
 * Thread: any. Ownership: all entries and strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/level.h"
#include "data/catalogue/codes-private.h"

const FondsCode fonds_codes_level[] = {
  { .id = "collection",
    .label = N_ ("Collection"),
    .atom = "Collection",
    .term = "collection",
    .rank = 1 },
  { .id = "recordgrp",
    .label = N_ ("Record group"),
    .atom = "Record group",
    .term = "recordgrp",
    .rank = 1 },
  { .id = "fonds", .label = N_ ("Fonds"), .atom = "Fonds", .term = "fonds", .rank = 1 },
  { .id = "subfonds", .label = N_ ("Subfonds"), .atom = "Subfonds", .term = "subfonds", .rank = 2 },
  { .id = "subgrp", .label = N_ ("Subgroup"), .atom = "Subgroup", .term = "subgrp", .rank = 2 },
  { .id = "class", .label = N_ ("Class"), .atom = "Class", .term = "class", .rank = 3 },
  { .id = "series", .label = N_ ("Series"), .atom = "Series", .term = "series", .rank = 3 },
  { .id = "subseries",
    .label = N_ ("Subseries"),
    .atom = "Subseries",
    .term = "subseries",
    .rank = 4 },
  { .id = "file", .label = N_ ("File"), .atom = "File", .term = "file", .rank = 5 },
  { .id = "item", .label = N_ ("Item"), .atom = "Item", .term = "item", .rank = 6 },
  { .id = "part", .label = N_ ("Part"), .atom = "Part", .rank = 7 },
};
const guint fonds_n_codes_level = G_N_ELEMENTS (fonds_codes_level);

/**
 * fonds_level_label:
 * @level: (nullable): a level's id, or a term of one's own
 *
 * Returns: (nullable): what a person calls the level, in English, to be translated; @level itself
 *   where the list does not have it
 */
const char *
fonds_level_label (const char *level)
{
  return fonds_code_label ("level", level);
}

/**
 * fonds_level_rank:
 * @level: (nullable): a level's id, or a term of one's own
 *
 * Returns: how far below the top the level stands: 1 for a fonds, 6 for an item; 0 if it is not
 *   known
 */
int
fonds_level_rank (const char *level)
{
  const FondsCode *code = fonds_code_find ("level", level);

  return code != NULL ? code->rank : 0;
}

/**
 * fonds_level_may_hold:
 * @parent: (nullable): the level of a unit
 * @child: (nullable): the level of one of its parts
 *
 * Tells whether the order of the levels is the usual one. It is a policy to warn by, not to refuse
 * by (ISAD(G) names the levels and leaves their nesting open).
 *
 * Returns: %FALSE if the part stands above the whole; %TRUE otherwise and where a level is not
 *   known
 */
gboolean
fonds_level_may_hold (const char *parent, const char *child)
{
  int above = fonds_level_rank (parent);
  int below = fonds_level_rank (child);

  return above == 0 || below == 0 || above <= below;
}
