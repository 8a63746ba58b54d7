/* columns-ties.c - gathers the facets of which a record may have several values
 *
 * Values are numbered; a record's numbers lie one after another, the records' in the order of ids.
 * From the references also comes who holds a record, and from the codes whether its access is an
 * exception from its ancestors'.
 * Invariant: records are added in the order of ids, in each facet by itself.
 * Thread: belongs to whoever made it. Ownership: the columns are borrowed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-ties.h"

#include "data/catalogue/field.h"
#include "data/search/columns-table.h"

#include <string.h>

typedef enum
{
  ROLE_NONE,
  ROLE_REPOSITORY,
  ROLE_OVERRIDE,
  ROLE_MULTI, /* and the facets that follow it */
} Role;

typedef struct
{
  FondsMulti *multi;
  const FondsMulti *old;
  GArray *records;  /* number -> the record */
  guint32 *numbers; /* record -> its number + 1 */
  GHashTable *code_numbers;
  GArray *values;
  guint32 next; /* the first record that is not begun */
} Gathering;

struct _FondsTies
{
  FondsColumns *columns;
  const FondsColumns *old;
  GHashTable *roles;
  Gathering gathering[FONDS_N_MULTIS];
};

static Role
role_of (const FondsField *field)
{
  if (strcmp (field->id, "repository") == 0)
    return ROLE_REPOSITORY;
  switch (field->search)
    {
    case FONDS_SEARCH_SUBJECT:
      return ROLE_MULTI + FONDS_MULTI_SUBJECT;
    case FONDS_SEARCH_CREATOR:
      return ROLE_MULTI + FONDS_MULTI_CREATOR;
    case FONDS_SEARCH_PLACE:
      return ROLE_MULTI + FONDS_MULTI_PLACE;
    default:
      return ROLE_NONE;
    }
}

/* The table of fields says which references are counted as what. */
static GHashTable *
make_roles (void)
{
  GHashTable *roles = g_hash_table_new (g_str_hash, g_str_equal);

  for (FondsKind kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      guint n;
      const FondsField *fields = fonds_fields (kind, &n);

      for (guint i = 0; fonds_kind_is_record (kind) && i < n; i++)
        if (fields[i].datatype == FONDS_TYPE_REFERENCE && role_of (&fields[i]) != ROLE_NONE)
          g_hash_table_insert (roles, (gpointer) fields[i].id,
                               GUINT_TO_POINTER (role_of (&fields[i])));
    }
  g_hash_table_insert (roles, (gpointer) "language",
                       GUINT_TO_POINTER (ROLE_MULTI + FONDS_MULTI_LANGUAGE));
  g_hash_table_insert (roles, (gpointer) "override", GUINT_TO_POINTER (ROLE_OVERRIDE));
  return roles;
}

static void
number_record (Gathering *self, guint32 record)
{
  g_array_append_val (self->records, record);
  self->numbers[record] = self->records->len;
}

static void
number_code (Gathering *self, const char *code)
{
  char *copy = g_strdup (code);

  g_ptr_array_add (self->multi->codes, copy);
  g_hash_table_insert (self->code_numbers, copy, GUINT_TO_POINTER (self->multi->codes->len));
}

static void
begin_gathering (Gathering *self, FondsMulti *multi, const FondsMulti *old, guint32 n)
{
  self->multi = multi;
  self->old = old;
  self->records = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->numbers = g_new0 (guint32, n);
  self->code_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  multi->codes = g_ptr_array_new_with_free_func (g_free);
  multi->starts = g_new0 (guint32, n + 1);
  for (guint32 i = 0; old != NULL && old->records != NULL && i < old->n_values; i++)
    number_record (self, old->records[i]);
  for (guint32 i = 0; old != NULL && i < old->codes->len; i++)
    number_code (self, g_ptr_array_index (old->codes, i));
}

/* @columns must have its visible records and room for its arrays; @old: (nullable): where records
 * that are not read anew are copied from. */
FondsTies *
fonds_ties_new (FondsColumns *columns, const FondsColumns *old)
{
  FondsTies *self = g_new0 (FondsTies, 1);

  self->columns = columns;
  self->old = old;
  self->roles = make_roles ();
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    begin_gathering (&self->gathering[i], &columns->multi[i], old != NULL ? &old->multi[i] : NULL,
                     columns->n);
  return self;
}

static void
clear_gathering (Gathering *self)
{
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->code_numbers, g_hash_table_unref);
  g_clear_pointer (&self->numbers, g_free);
}

void
fonds_ties_free (FondsTies *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    clear_gathering (&self->gathering[i]);
  g_hash_table_unref (self->roles);
  g_free (self);
}

static void
begin_record (Gathering *self, guint32 id)
{
  while (self->next <= id)
    self->multi->starts[self->next++] = self->values->len;
}

static void
add_value (Gathering *self, guint32 source, guint32 number)
{
  begin_record (self, source);
  for (guint i = self->multi->starts[source]; i < self->values->len; i++)
    if (g_array_index (self->values, guint32, i) == number)
      return;
  g_array_append_val (self->values, number);
}

static void
add_multi (Gathering *self, const FondsTie *tie, guint32 n)
{
  guint32 number;

  if (tie->code != NULL)
    {
      if (!g_hash_table_contains (self->code_numbers, tie->code))
        number_code (self, tie->code);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->code_numbers, tie->code));
    }
  else
    {
      if (tie->target == 0 || tie->target >= n)
        return;
      if (self->numbers[tie->target] == 0)
        number_record (self, tie->target);
      number = self->numbers[tie->target];
    }
  add_value (self, tie->source, number - 1);
}

/* The first one counts. */
static void
name_repository (FondsColumns *columns, const FondsTie *tie)
{
  if (tie->target == 0 || tie->target >= columns->n ||
      (columns->flags[tie->source] & FONDS_FLAG_REPOSITORY) != 0)
    return;
  columns->repository[tie->source] = tie->target;
  columns->flags[tie->source] |= FONDS_FLAG_REPOSITORY;
}

static void
add_tie (const FondsTie *tie, gpointer data)
{
  FondsTies *self = data;
  FondsColumns *columns = self->columns;
  Role role;

  if (!fonds_bitset_contains (columns->visible, tie->source))
    return;
  role = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, tie->field));
  if (role == ROLE_REPOSITORY)
    name_repository (columns, tie);
  else if (role == ROLE_OVERRIDE)
    columns->flags[tie->source] |= FONDS_FLAG_OVERRIDES;
  else if (role >= ROLE_MULTI)
    add_multi (&self->gathering[role - ROLE_MULTI], tie, columns->n);
}

gboolean
fonds_ties_read_all (FondsTies *self, FondsDb *db, GError **error)
{
  return fonds_ties_all (db, add_tie, self, error);
}

/* Reads those of one record, which must be above all that came before. */
gboolean
fonds_ties_read (FondsTies *self, FondsDb *db, guint32 id, GError **error)
{
  fonds_ties_copy_before (self, id);
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    begin_record (&self->gathering[i], id);
  self->columns->flags[id] &= (guint8) ~FONDS_FLAG_REPOSITORY;
  return fonds_ties_of (db, id, add_tie, self, error);
}

static void
copy_before (Gathering *self, guint32 id, guint32 old_n)
{
  guint32 first = self->next;
  guint32 last = self->old != NULL ? MIN (id, old_n) : first;

  if (last > first)
    {
      guint32 from = self->old->starts[first];
      guint32 shift = self->values->len - from;

      for (guint32 i = first; i < last; i++)
        self->multi->starts[i] = self->old->starts[i] + shift;
      g_array_append_vals (self->values, self->old->values + from, self->old->starts[last] - from);
      self->next = last;
    }
  if (id > 0)
    begin_record (self, id - 1);
}

/* Copies what is not read anew of the records below @id. */
void
fonds_ties_copy_before (FondsTies *self, guint32 id)
{
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    copy_before (&self->gathering[i], id, self->old != NULL ? self->old->n : 0);
}

static void
finish_gathering (Gathering *self, guint32 n)
{
  gboolean codes = self->multi->codes->len > 0;

  begin_record (self, n);
  self->multi->n_values = codes ? self->multi->codes->len : self->records->len;
  self->multi->records = codes ? NULL : g_new (guint32, self->records->len);
  if (!codes && self->records->len > 0)
    memcpy (self->multi->records, self->records->data, self->records->len * sizeof (guint32));
  self->multi->values = g_new (guint32, self->values->len);
  if (self->values->len > 0)
    memcpy (self->multi->values, self->values->data, self->values->len * sizeof (guint32));
}

void
fonds_ties_finish (FondsTies *self)
{
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    finish_gathering (&self->gathering[i], self->columns->n);
}

void
fonds_multi_clear (FondsMulti *multi)
{
  g_free (multi->starts);
  g_free (multi->values);
  g_free (multi->records);
  g_clear_pointer (&multi->codes, g_ptr_array_unref);
}
