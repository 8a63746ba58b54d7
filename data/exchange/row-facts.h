/* row-facts.h - who a row is: its kind, key, parent and language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/source.h"

G_BEGIN_DECLS

/**
 * FondsRowFacts:
 * @blank: there is nothing in the row
 * @kind: what it is
 * @plan: how it becomes a body; borrowed from the source
 * @language: (nullable): the language of its texts; interned
 * @key: its key in the source
 * @made: the file has no key for it; this one is made from what it says
 * @dates: (nullable): what tells rows apart whose made keys are the same
 * @parent: (nullable): its parent's key
 * @parent_slug: (nullable): the end of its parent's web address
 * @parent_uid: (nullable): its parent, where that is known to be in the catalogue; the import's
 * @slug: (nullable): the end of its own web address
 * @name: (nullable): its title or name
 * @first_name: (nullable): the first of several names in a cell of our own tables, owned
 * @location: (nullable): of a container, where it stands
 * @type: (nullable): of a container, what it is
 * @column: (nullable): the column that is wrong
 * @value: (nullable): what stands there
 * @reason: (nullable): why the row can't be read as a record, in words
 *
 * What is to be known of a row before its record is made. Texts without other word are the row's.
 */
typedef struct
{
  gboolean blank;
  FondsKind kind;
  const FondsPlan *plan;
  const char *language;
  char *key;
  gboolean made;
  const char *dates;
  const char *parent;
  const char *parent_slug;
  const char *parent_uid;
  const char *slug;
  const char *name;
  char *first_name;
  const char *location;
  const char *type;
  const char *column;
  char *value;
  char *reason;
} FondsRowFacts;

gboolean fonds_row_facts_read (FondsRowFacts *self,
                               FondsSource *source,
                               const FondsCells *cells,
                               GError **error);
void fonds_row_facts_clear (FondsRowFacts *self);

char *fonds_row_fingerprint (const FondsCells *cells);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsRowFacts, fonds_row_facts_clear)

G_END_DECLS
