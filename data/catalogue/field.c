/* field.c - finding a row of the field table
 *
 * The rows stand in fields-*.c, a table a kind. A body names its fields by id once a value, so ids
 * are found through a small table of their hashes, made once for all kinds.
 * Thread: any. Ownership: all rows and strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/fields-private.h"

#include <string.h>

/* A power of two, at least twice the longest table, so that a probe soon meets an empty slot. */
#define N_SLOTS 256

typedef struct
{
  const FondsField *fields;
  const guint *n;
} Table;

static const guint none = 0;

static const Table tables[FONDS_N_KINDS] = {
  [FONDS_KIND_NONE] = { NULL, &none },
  [FONDS_KIND_UNIT] = { fonds_fields_unit, &fonds_n_fields_unit },
  [FONDS_KIND_PERSON] = { fonds_fields_agent, &fonds_n_fields_agent },
  [FONDS_KIND_FAMILY] = { fonds_fields_agent, &fonds_n_fields_agent },
  [FONDS_KIND_INSTITUTION] = { fonds_fields_institution, &fonds_n_fields_institution },
  [FONDS_KIND_PLACE] = { fonds_fields_place, &fonds_n_fields_place },
  [FONDS_KIND_SUBJECT] = { fonds_fields_subject, &fonds_n_fields_subject },
  [FONDS_KIND_SOURCE] = { fonds_fields_source, &fonds_n_fields_source },
  [FONDS_KIND_CONFERENCE] = { fonds_fields_conference, &fonds_n_fields_conference },
  [FONDS_KIND_SESSION] = { fonds_fields_session, &fonds_n_fields_session },
  [FONDS_KIND_CONTRIBUTION] = { fonds_fields_contribution, &fonds_n_fields_contribution },
  [FONDS_KIND_ACCESSION] = { fonds_fields_accession, &fonds_n_fields_accession },
  [FONDS_KIND_CONTAINER] = { fonds_fields_container, &fonds_n_fields_container },
  [FONDS_KIND_RELATION] = { fonds_fields_relation, &fonds_n_fields_relation },
  [FONDS_KIND_CLAIM] = { fonds_fields_claim, &fonds_n_fields_claim },
  [FONDS_KIND_PARTICIPATION] = { fonds_fields_participation, &fonds_n_fields_participation },
  [FONDS_KIND_CONTACT] = { fonds_fields_contact, &fonds_n_fields_contact },
  [FONDS_KIND_CUSTOM_FIELD] = { fonds_fields_custom_field, &fonds_n_fields_custom_field },
};

/* A slot holds a row's number plus one; 0 is an empty slot. */
typedef struct
{
  guint8 slots[FONDS_N_KINDS][N_SLOTS];
} Index;

static guint
slot_of (const char *id)
{
  guint32 hash = 2166136261u;

  for (; *id != '\0'; id++)
    hash = (hash ^ (guint8) *id) * 16777619u;

  return (hash ^ (hash >> 15)) % N_SLOTS;
}

static gpointer
make_index (gpointer data)
{
  Index *index = g_new0 (Index, 1);

  for (guint kind = 0; kind < FONDS_N_KINDS; kind++)
    {
      g_assert (*tables[kind].n < N_SLOTS / 2);
      for (guint i = 0; i < *tables[kind].n; i++)
        {
          guint slot = slot_of (tables[kind].fields[i].id);

          while (index->slots[kind][slot] != 0)
            slot = (slot + 1) % N_SLOTS;
          index->slots[kind][slot] = i + 1;
        }
    }

  return index;
}

static const Index *
get_index (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_index, NULL);
}

/**
 * fonds_fields:
 * @kind: a kind
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the fields of a kind, in the order of a page; %NULL for none
 */
const FondsField *
fonds_fields (FondsKind kind, guint *n)
{
  const Table *table = &tables[(guint) kind < FONDS_N_KINDS ? kind : FONDS_KIND_NONE];

  *n = *table->n;

  return table->fields;
}

/**
 * fonds_field_find:
 * @kind: a kind
 * @id: (nullable): a field's id
 *
 * Returns: (nullable): the kind's field of that id; %NULL for one that it does not have, such as a
 *   custom field
 */
const FondsField *
fonds_field_find (FondsKind kind, const char *id)
{
  const guint8 *slots;

  if (id == NULL || (guint) kind >= FONDS_N_KINDS)
    return NULL;

  slots = get_index ()->slots[kind];
  for (guint slot = slot_of (id); slots[slot] != 0; slot = (slot + 1) % N_SLOTS)
    {
      const FondsField *field = &tables[kind].fields[slots[slot] - 1];

      if (strcmp (field->id, id) == 0)
        return field;
    }

  return NULL;
}
