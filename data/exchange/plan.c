/* plan.c - a mapping as it applies to one file and one kind of record
 *
 * Looks every name up once, so that a row costs no look-ups: columns become places, fields their
 * datatypes. A column that no line names becomes a field of the archive's own, unless the mapping
 * leaves such columns out.
 * Thread: any, after it is made. Ownership: borrows the mapping.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/plan.h"

#include "data/exchange/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fonds_plan_column:
 * @header: (array zero-terminated=1): the names of a file's columns
 * @name: (nullable): a column
 *
 * Returns: its place, or %FONDS_COLUMN_NONE
 */
int
fonds_plan_column (const char *const *header, const char *name)
{
  for (int i = 0; name != NULL && header[i] != NULL; i++)
    if (strcmp (header[i], name) == 0)
      return i;
  return FONDS_COLUMN_NONE;
}

/**
 * fonds_plan_custom_id:
 * @column: a column's name
 *
 * Returns: (transfer full): the id of the field of the archive's own that keeps such a column
 */
char *
fonds_plan_custom_id (const char *column)
{
  g_autofree char *lower = g_utf8_strdown (column, -1);
  GString *id = g_string_new (g_str_has_prefix (lower, "x-") ? "" : "x-");

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_')
        g_string_append_unichar (id, c);
      else if (id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len > 2 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

/**
 * fonds_plan_has_part:
 * @step: a step
 * @part: a part
 *
 * Returns: whether one of its columns gives that part
 */
gboolean
fonds_plan_has_part (const FondsStep *step, FondsPart part)
{
  for (guint i = 0; step->instruction->parts != NULL && i < step->n; i++)
    if (step->instruction->parts[i] == part)
      return TRUE;
  return FALSE;
}

static void
clear_step (gpointer data)
{
  FondsStep *step = data;

  g_free (step->field);
  g_free (step->columns);
}

static gboolean
find_columns (FondsStep *step, const FondsPlan *self, const char *const *header, GError **error)
{
  char **names = step->instruction->columns;

  step->n = g_strv_length (names);
  step->columns = g_new (int, step->n + 1);
  for (guint i = 0; i < step->n; i++)
    {
      step->columns[i] = fonds_plan_column (header, names[i]);
      if (step->columns[i] != FONDS_COLUMN_NONE || self->mapping->match[0] != NULL)
        continue;
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER,
                   _ ("The mapping names a column “%s”, which the file has not."), names[i]);
      return FALSE;
    }
  return TRUE;
}

/* A field that this kind does not know is kept all the same, as one of the archive's own. */
static void
find_field (FondsStep *step, const FondsPlan *self)
{
  const FondsField *field = fonds_field_find (self->kind, step->instruction->field);

  step->group = field == NULL ? fonds_group_find (step->instruction->field) : NULL;
  step->custom = field == NULL && step->group == NULL;
  if (step->custom && !g_str_has_prefix (step->instruction->field, "x-"))
    step->field = fonds_plan_custom_id (step->instruction->field);
  else
    step->field = g_strdup (step->instruction->field);
  step->known = field;
  step->datatype = field != NULL ? field->datatype : FONDS_TYPE_TEXT;
  step->targets = field != NULL ? field->targets : 0;
  step->codes = field != NULL ? field->codes : NULL;
  step->translatable = field != NULL && (field->flags & FONDS_FIELD_TRANSLATABLE);
  step->type = step->instruction->type;
  if (step->datatype == FONDS_TYPE_NAME)
    {
      step->translatable = TRUE;
      if (step->type == NULL && !fonds_plan_has_part (step, FONDS_PART_TYPE))
        step->type = "authorised";
    }
}

static gboolean
add_step (FondsPlan *self,
          const FondsInstruction *instruction,
          const char *const *header,
          GError **error)
{
  FondsStep step = { .instruction = instruction };

  if (instruction->field == NULL)
    return TRUE;
  if (!find_columns (&step, self, header, error))
    {
      clear_step (&step);
      return FALSE;
    }
  find_field (&step, self);
  g_array_append_val (self->steps, step);
  return TRUE;
}

static gboolean
add_others (FondsPlan *self, const char *const *header, GError **error)
{
  for (guint i = 0; header[i] != NULL && !self->mapping->drops_others; i++)
    {
      g_autofree char *id = NULL;
      FondsInstruction *instruction;

      if (fonds_mapping_reads (self->mapping, header[i]))
        continue;
      id = fonds_plan_custom_id (header[i]);
      instruction = fonds_mapping_add (self->own, id);
      g_strfreev (instruction->columns);
      instruction->columns = g_strdupv ((char *[]){ (char *) header[i], NULL });
      if (!add_step (self, instruction, header, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_keys (FondsPlan *self, const char *const *header, GError **error)
{
  for (guint i = 0; self->mapping->keys[i] != NULL; i++)
    {
      int column = fonds_plan_column (header, self->mapping->keys[i]);

      if (column == FONDS_COLUMN_NONE)
        {
          g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER,
                       _ ("The key is in a column “%s”, which the file has not."),
                       self->mapping->keys[i]);
          return FALSE;
        }
      g_array_append_val (self->keys, column);
    }
  return TRUE;
}

static const char *
find_parent_field (FondsKind kind)
{
  static const char *const fields[] = { "parent", "broader" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fonds_field_find (kind, fields[i]) != NULL)
      return fields[i];
  return NULL;
}

/* Chains the steps that fill one field, so that a comparison meets each field once. */
static void
chain_steps (FondsPlan *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      FondsStep *step = &g_array_index (self->steps, FondsStep, i);

      step->next = -1;
      for (guint j = i + 1; j < self->steps->len && step->next < 0; j++)
        if (strcmp (g_array_index (self->steps, FondsStep, j).field, step->field) == 0)
          {
            g_array_index (self->steps, FondsStep, j).follows = TRUE;
            step->next = (int) j;
          }
    }
}

static void
index_steps (FondsPlan *self)
{
  self->by_field = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = self->steps->len; i > 0; i--)
    {
      FondsStep *step = &g_array_index (self->steps, FondsStep, i - 1);

      if (step->group == NULL)
        g_hash_table_insert (self->by_field, step->field, step);
      for (guint j = 0; step->group != NULL && step->group->fields[j] != NULL; j++)
        g_hash_table_insert (self->by_field, (gpointer) step->group->fields[j], step);
    }
}

static int
find_slug (const FondsPlan *self)
{
  const FondsStep *step = g_hash_table_lookup (self->by_field, "slug");

  return step != NULL && step->n > 0 ? step->columns[0] : FONDS_COLUMN_NONE;
}

static int
find_title (const FondsPlan *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (self->steps, FondsStep, i);
      gboolean is_title =
          strcmp (step->field, "title") == 0 ||
          (step->datatype == FONDS_TYPE_NAME && g_strcmp0 (step->type, "authorised") == 0);

      if (is_title && step->n > 0)
        return step->columns[0];
    }
  return FONDS_COLUMN_NONE;
}

/**
 * fonds_plan_new:
 * @mapping: what the columns mean; must outlive the plan
 * @kind: what the rows are that it is for
 * @header: (array zero-terminated=1): the names of the file's columns
 * @error: return location; %FONDS_EXCHANGE_ERROR_HEADER for a column that is not there
 *
 * Makes the plan for a file.
 *
 * Returns: (transfer full) (nullable): the plan
 */
FondsPlan *
fonds_plan_new (const FondsMapping *mapping,
                FondsKind kind,
                const char *const *header,
                GError **error)
{
  g_autoptr (FondsPlan) self = g_new0 (FondsPlan, 1);

  self->kind = kind;
  self->mapping = mapping;
  self->own = fonds_mapping_new ();
  self->steps = g_array_new (FALSE, FALSE, sizeof (FondsStep));
  g_array_set_clear_func (self->steps, clear_step);
  self->keys = g_array_new (FALSE, FALSE, sizeof (int));
  self->parent = fonds_plan_column (header, mapping->parent);
  self->parent_slug = fonds_plan_column (header, mapping->parent_slug);
  self->language = fonds_plan_column (header, mapping->language_column);
  self->parent_field = find_parent_field (kind);
  for (guint i = 0; i < mapping->instructions->len; i++)
    if (!add_step (self, g_ptr_array_index (mapping->instructions, i), header, error))
      return NULL;
  if (!find_keys (self, header, error) || !add_others (self, header, error))
    return NULL;
  chain_steps (self);
  index_steps (self);
  self->title = find_title (self);
  self->slug = find_slug (self);
  return g_steal_pointer (&self);
}

/**
 * fonds_plan_free:
 * @self: (transfer full) (nullable): a plan
 *
 * Frees a plan.
 */
void
fonds_plan_free (FondsPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_field, g_hash_table_unref);
  g_array_unref (self->steps);
  g_array_unref (self->keys);
  fonds_mapping_free (self->own);
  g_free (self);
}

/**
 * fonds_plan_named_targets:
 * @self: a plan
 *
 * Returns: a mask of the kinds that its rows refer to by name
 */
guint32
fonds_plan_named_targets (const FondsPlan *self)
{
  guint32 mask = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (self->steps, FondsStep, i);

      if (fonds_plan_has_part (step, FONDS_PART_ACTOR))
        mask |= FONDS_KINDS_AGENT;
      if (fonds_plan_has_part (step, FONDS_PART_PLACE))
        mask |= FONDS_KIND_BIT (FONDS_KIND_PLACE);
      if (step->datatype == FONDS_TYPE_REFERENCE)
        mask |= step->targets;
    }
  return mask;
}
