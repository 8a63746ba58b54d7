/* mapping-edit.c - changes what a mapping says about a column
 *
 * A column stands in one line at most, alone or as a part of a value that several columns make. What is
 * changed of one column leaves the others as they are.
 * Thread: that of the mapping's owner.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping-edit.h"

#include "data/catalogue/field.h"
#include "data/exchange/group.h"

#include <string.h>

static FondsInstruction *
copy_instruction (FondsMapping *into, const FondsInstruction *from)
{
  FondsInstruction *copy = fonds_mapping_add (into, from->field);
  guint n = g_strv_length (from->columns);

  g_strfreev (copy->columns);
  copy->line = from->line;
  copy->columns = g_strdupv (from->columns);
  copy->parts = from->parts != NULL ? g_memdup2 (from->parts, (n + 1) * sizeof *from->parts) : NULL;
  copy->constant = g_strdup (from->constant);
  copy->type = g_strdup (from->type);
  copy->language = g_strdup (from->language);
  copy->split = g_strdup (from->split);
  copy->join = g_strdup (from->join);
  copy->kind = from->kind;
  return copy;
}

/**
 * fonds_mapping_copy:
 * @self: a mapping
 *
 * Returns: (transfer full): another that says the same
 */
FondsMapping *
fonds_mapping_copy (const FondsMapping *self)
{
  FondsMapping *copy = fonds_mapping_new ();
  GPtrArray *instructions = copy->instructions;
  guint i;

  g_strfreev (copy->keys);
  g_strfreev (copy->match);
  *copy = *self;
  copy->instructions = instructions;
  copy->name = g_strdup (self->name);
  copy->source = g_strdup (self->source);
  copy->kind_column = g_strdup (self->kind_column);
  copy->keys = g_strdupv (self->keys);
  copy->match = g_strdupv (self->match);
  copy->parent = g_strdup (self->parent);
  copy->language = g_strdup (self->language);
  copy->language_column = g_strdup (self->language_column);
  copy->encoding = g_strdup (self->encoding);
  for (i = 0; i < self->instructions->len; i++)
    copy_instruction (copy, g_ptr_array_index (self->instructions, i));
  return copy;
}

/**
 * fonds_mapping_find:
 * @self: a mapping
 * @column: a column's name
 * @place: (out) (optional): which of the line's columns it is
 *
 * Returns: (transfer none) (nullable): the line that the column stands in
 */
FondsInstruction *
fonds_mapping_find (const FondsMapping *self, const char *column, guint *place)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      FondsInstruction *instruction = g_ptr_array_index (self->instructions, i);

      for (guint j = 0; instruction->columns[j] != NULL; j++)
        if (strcmp (instruction->columns[j], column) == 0)
          {
            if (place != NULL)
              *place = j;
            return instruction;
          }
    }
  return NULL;
}

/**
 * fonds_instruction_part:
 * @self: a line
 * @place: which of its columns
 *
 * Returns: what the column gives to the value
 */
FondsPart
fonds_instruction_part (const FondsInstruction *self, guint place)
{
  return self->parts != NULL ? self->parts[place] : FONDS_PART_TEXT;
}

/* Takes a column out of a line that has others. */
static void
cut_out (FondsInstruction *self, guint place)
{
  guint n = g_strv_length (self->columns);

  g_free (self->columns[place]);
  memmove (self->columns + place, self->columns + place + 1, (n - place) * sizeof *self->columns);
  if (self->parts == NULL)
    return;
  memmove (self->parts + place, self->parts + place + 1, (n - place - 1) * sizeof *self->parts);
  if (n == 2 && self->parts[0] == FONDS_PART_TEXT)
    g_clear_pointer (&self->parts, g_free);
}

/* Returns where the line stood, or where the next one would. */
static guint
release (FondsMapping *self, const char *column)
{
  guint place, at;
  FondsInstruction *instruction = fonds_mapping_find (self, column, &place);

  if (instruction == NULL)
    return self->instructions->len;
  g_ptr_array_find (self->instructions, instruction, &at);
  if (g_strv_length (instruction->columns) > 1)
    {
      cut_out (instruction, place);
      return at + 1;
    }
  g_ptr_array_remove_index (self->instructions, at);
  return at;
}

/**
 * fonds_mapping_release:
 * @self: a mapping
 * @column: a column's name
 *
 * Takes a column out of its line, so that it is one of the others: kept under its own name, or left out
 * with them.
 */
void
fonds_mapping_release (FondsMapping *self, const char *column)
{
  release (self, column);
}

/**
 * fonds_mapping_assign:
 * @self: a mapping
 * @column: a column's name
 * @field: (nullable): the field that it fills; %NULL leaves it out
 *
 * Gives a column a line of its own, where it stood.
 *
 * Returns: (transfer none): the line
 */
FondsInstruction *
fonds_mapping_assign (FondsMapping *self, const char *column, const char *field)
{
  g_autofree char *own = g_strdup (column); /* may be the line's that goes */
  guint at = release (self, own);
  FondsInstruction *instruction = fonds_mapping_add (self, field);

  g_strfreev (instruction->columns);
  instruction->columns = g_strdupv ((char *[]){ own, NULL });
  g_ptr_array_steal_index (self->instructions, self->instructions->len - 1);
  g_ptr_array_insert (self->instructions, (int) at, instruction);
  return instruction;
}

/**
 * fonds_mapping_join:
 * @self: a mapping
 * @column: a column's name
 * @with: another that stands in a line
 * @part: what the column gives to the value
 *
 * Lets two columns make one value.
 */
void
fonds_mapping_join (FondsMapping *self, const char *column, const char *with, FondsPart part)
{
  g_autofree char *own = g_strdup (column);
  FondsInstruction *instruction;
  guint n;

  fonds_mapping_release (self, own);
  instruction = fonds_mapping_find (self, with, NULL);
  g_return_if_fail (instruction != NULL);
  n = g_strv_length (instruction->columns);
  instruction->columns = g_renew (char *, instruction->columns, n + 2);
  instruction->columns[n] = g_steal_pointer (&own);
  instruction->columns[n + 1] = NULL;
  if (instruction->parts == NULL)
    instruction->parts = g_new0 (FondsPart, n + 2);
  else
    instruction->parts = g_renew (FondsPart, instruction->parts, n + 2);
  instruction->parts[n] = part;
}

static gboolean
is_known (const FondsMapping *self, const char *field)
{
  return field == NULL || g_str_has_prefix (field, "x-") || fonds_group_find (field) != NULL ||
         fonds_field_find (self->kind, field) != NULL;
}

/**
 * fonds_mapping_drop_unknown:
 * @self: a mapping whose kind is another now
 *
 * Takes lines away whose field the kind does not have. Their columns are others then.
 */
void
fonds_mapping_drop_unknown (FondsMapping *self)
{
  for (guint i = self->instructions->len; i > 0; i--)
    {
      const FondsInstruction *instruction = g_ptr_array_index (self->instructions, i - 1);

      if (!is_known (self, instruction->field))
        g_ptr_array_remove_index (self->instructions, i - 1);
    }
}

/**
 * fonds_mapping_has_key:
 * @self: a mapping
 * @column: a column's name
 *
 * Returns: whether the column is one of those that name a record
 */
gboolean
fonds_mapping_has_key (const FondsMapping *self, const char *column)
{
  return g_strv_contains ((const char *const *) self->keys, column);
}

/**
 * fonds_mapping_set_key:
 * @self: a mapping
 * @column: a column's name
 * @is_key: whether it is one of those that name a record
 *
 * Adds a column to the keys, or takes it away.
 */
void
fonds_mapping_set_key (FondsMapping *self, const char *column, gboolean is_key)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; self->keys[i] != NULL; i++)
    if (strcmp (self->keys[i], column) != 0)
      g_strv_builder_add (keys, self->keys[i]);
  if (is_key)
    g_strv_builder_add (keys, column);
  g_strfreev (self->keys);
  self->keys = g_strv_builder_end (keys);
}
