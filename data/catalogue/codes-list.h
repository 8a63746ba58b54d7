/* codes-list.h - the words from which a coded field chooses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsCode:
 * @id: what a body stores; never changes
 * @label: what a person reads, in English, to be translated
 * @atom: (nullable): AtoM's term
 * @term: (nullable): the word of the exchange format that the list belongs to; the list says which
 * @group: (nullable): the category that it belongs to
 * @converse: (nullable): the id that says the same from the other end
 * @rank: where it stands in the list's own order, 0 if the list has none
 *
 * One entry of a code list. A list is a proposal, not a fence: a term that it does not have is kept
 * as the text that it came as.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *atom;
  const char *term;
  const char *group;
  const char *converse;
  int rank;
} FondsCode;

const FondsCode *fonds_codes (const char *list, guint *n);
const FondsCode *fonds_code_find (const char *list, const char *id);
const FondsCode *fonds_code_find_term (const char *list, const char *term);
const FondsCode *fonds_code_converse (const char *list, const char *id);
const char *fonds_code_label (const char *list, const char *id);

G_END_DECLS
