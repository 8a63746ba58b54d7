/* group.h - values of several fields that belong together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/exchange/mapping.h"

G_BEGIN_DECLS

#define FONDS_GROUP_FIELDS_MAX 6

/**
 * FondsGroup:
 * @id: what a mapping calls it
 * @typed: whether all values of one member carry the type
 * @fields: the fields that it is made of, %NULL at the end
 *
 * An event is a date, a creator, a history, a place and a note, each in a field of its own; what
 * belongs to the same event shares its value key. Accession events and deaccessions are the same.
 */
typedef struct
{
  const char *id;
  gboolean typed;
  const char *fields[FONDS_GROUP_FIELDS_MAX + 1];
} FondsGroup;

/**
 * FondsGroupMember:
 * @key: the value key that its values share
 * @values: (nullable): one of each of the group's fields
 *
 * One event. The values are the body's.
 */
typedef struct
{
  const char *key;
  const FondsValue *values[FONDS_GROUP_FIELDS_MAX];
} FondsGroupMember;

const FondsGroup *fonds_group_find (const char *id);
const FondsGroup *fonds_group_of_field (const char *field);
gboolean
fonds_group_slot (const FondsGroup *self, FondsPart part, const char **field, FondsAttr *attr);

GArray *fonds_group_list (const FondsGroup *self, const FondsBody *body, const char *type);
void fonds_group_key (guint number, char key[16]);
const char *fonds_group_type (const FondsGroupMember *member);

G_END_DECLS
