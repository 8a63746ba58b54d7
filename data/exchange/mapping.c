/* mapping.c - what each column of a CSV file means
 *
 * A plain structure, made by the parser, by the guess or from AtoM's own headers, and read by the
 * plan that an import works with. It prints as the file that it could have been read from.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping.h"

#include <string.h>

static const char *const part_ids[FONDS_N_PARTS] = {
  "text",     "type",     "language", "script", "romanisation", "start",   "end",
  "edtf",     "calendar", "note",     "key",    "actor",        "history", "place",
  "location", "number",   "extent",   "reason", "source",
};

/**
 * fonds_part_id:
 * @part: a part
 *
 * Returns: the word for it in a mapping file
 */
const char *
fonds_part_id (FondsPart part)
{
  return part_ids[part];
}

/**
 * fonds_part_from_id:
 * @id: a word of a mapping file
 * @part: (out): the part that it is the word for
 *
 * Returns: whether it is the word for one
 */
gboolean
fonds_part_from_id (const char *id, FondsPart *part)
{
  for (guint i = 0; i < FONDS_N_PARTS; i++)
    if (strcmp (part_ids[i], id) == 0)
      {
        *part = i;
        return TRUE;
      }
  return FALSE;
}

static void
free_instruction (gpointer data)
{
  FondsInstruction *instruction = data;

  g_strfreev (instruction->columns);
  g_free (instruction->parts);
  g_free (instruction->field);
  g_free (instruction->constant);
  g_free (instruction->type);
  g_free (instruction->language);
  g_free (instruction->split);
  g_free (instruction->join);
  g_free (instruction);
}

/**
 * fonds_mapping_new:
 *
 * Makes a mapping that says nothing: its rows are units, all columns are kept as they are called.
 *
 * Returns: (transfer full): the mapping
 */
FondsMapping *
fonds_mapping_new (void)
{
  FondsMapping *self = g_new0 (FondsMapping, 1);

  self->kind = FONDS_KIND_UNIT;
  self->keys = g_new0 (char *, 1);
  self->match = g_new0 (char *, 1);
  self->instructions = g_ptr_array_new_with_free_func (free_instruction);
  return self;
}

/**
 * fonds_mapping_free:
 * @self: (transfer full) (nullable): a mapping
 *
 * Frees a mapping with its lines.
 */
void
fonds_mapping_free (FondsMapping *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->source);
  g_free (self->kind_column);
  g_strfreev (self->keys);
  g_strfreev (self->match);
  g_free (self->parent);
  g_free (self->parent_slug);
  g_free (self->language);
  g_free (self->language_column);
  g_free (self->encoding);
  g_ptr_array_unref (self->instructions);
  g_free (self);
}

/**
 * fonds_mapping_add:
 * @self: a mapping
 * @field: (nullable): a field's id
 *
 * Adds a line without columns.
 *
 * Returns: (transfer none): the line
 */
FondsInstruction *
fonds_mapping_add (FondsMapping *self, const char *field)
{
  FondsInstruction *instruction = g_new0 (FondsInstruction, 1);

  instruction->field = g_strdup (field);
  instruction->columns = g_new0 (char *, 1);
  g_ptr_array_add (self->instructions, instruction);
  return instruction;
}

static gboolean
is_structural (const FondsMapping *self, const char *column)
{
  return g_strv_contains ((const char *const *) self->keys, column) ||
         g_strcmp0 (self->parent, column) == 0 || g_strcmp0 (self->parent_slug, column) == 0 ||
         g_strcmp0 (self->kind_column, column) == 0 ||
         g_strcmp0 (self->language_column, column) == 0;
}

/**
 * fonds_mapping_reads:
 * @self: a mapping
 * @column: a column's name
 *
 * Returns: whether the mapping says what the column is for, be it nothing
 */
gboolean
fonds_mapping_reads (const FondsMapping *self, const char *column)
{
  if (is_structural (self, column))
    return TRUE;
  for (guint i = 0; i < self->instructions->len; i++)
    {
      const FondsInstruction *instruction = g_ptr_array_index (self->instructions, i);

      if (g_strv_contains ((const char *const *) instruction->columns, column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_subset (char **columns, const char *const *header)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (!g_strv_contains (header, columns[i]))
      return FALSE;
  return TRUE;
}

/**
 * fonds_mapping_fits:
 * @self: a mapping
 * @header: (array zero-terminated=1): the names of a file's columns
 *
 * Returns: whether the file has every column that the mapping needs
 */
gboolean
fonds_mapping_fits (const FondsMapping *self, const char *const *header)
{
  const char *const single[] = { self->parent, self->parent_slug, self->kind_column,
                                 self->language_column };

  if (self->match[0] != NULL)
    return is_subset (self->match, header) && is_subset (self->keys, header);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (single[i] != NULL && !g_strv_contains (header, single[i]))
      return FALSE;
  for (guint i = 0; i < self->instructions->len; i++)
    {
      const FondsInstruction *instruction = g_ptr_array_index (self->instructions, i);

      if (!is_subset (instruction->columns, header))
        return FALSE;
    }
  return is_subset (self->keys, header);
}

static gboolean
needs_quotes (const char *text)
{
  return *text == '\0' || *text == '#' || strpbrk (text, " \t\",=") != NULL ||
         strcmp (text, "->") == 0;
}

static void
print_word (GString *out, const char *text)
{
  if (!needs_quotes (text))
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    g_string_append_printf (out, *text == '"' ? "\"\"" : "%c", *text);
  g_string_append_c (out, '"');
}

static void
print_option (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, " %s=", name);
  print_word (out, value);
}

static void
print_words (GString *out, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      print_word (out, words[i]);
    }
}

static void
print_statement (GString *out, const char *word, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (out, "%s ", word);
  print_word (out, value);
  g_string_append_c (out, '\n');
}

static void
print_list (GString *out, const char *word, char **values)
{
  if (values[0] == NULL)
    return;
  g_string_append_printf (out, "%s ", word);
  print_words (out, values);
  g_string_append_c (out, '\n');
}

static void
print_head (GString *out, const FondsMapping *self)
{
  const char separator[] = { self->separator, '\0' };

  print_statement (out, "name", self->name);
  print_statement (out, "kind", fonds_kind_id (self->kind));
  print_statement (out, "kind from", self->kind_column);
  print_statement (out, "source", self->source);
  print_list (out, "match", self->match);
  print_list (out, "key", self->keys);
  print_statement (out, "parent", self->parent);
  print_statement (out, "parent slug", self->parent_slug);
  print_statement (out, "language", self->language);
  print_statement (out, "language from", self->language_column);
  print_statement (out, "encoding", self->encoding);
  if (self->separator == '\t')
    print_statement (out, "separator", "tab");
  else if (self->separator != '\0')
    print_statement (out, "separator", separator);
  print_statement (out, "mode", self->adds ? "add" : NULL);
  print_statement (out, "others", self->drops_others ? "ignore" : NULL);
  print_statement (out, "nulls", self->nulls ? "NULL" : NULL);
  print_statement (out, "form", self->own ? "fonds" : NULL);
}

static void
print_instruction (GString *out, const FondsInstruction *instruction)
{
  g_string_append (out, instruction->constant != NULL ? "constant " : "column ");
  print_words (out, instruction->columns);
  g_string_append (out, instruction->constant != NULL ? "" : " -> ");
  print_word (out, instruction->field != NULL ? instruction->field : "ignore");
  if (instruction->constant != NULL)
    {
      g_string_append (out, " = ");
      print_word (out, instruction->constant);
    }
  for (guint i = 0; instruction->parts != NULL && instruction->columns[i] != NULL; i++)
    g_string_append_printf (out, "%c%s", i == 0 ? ' ' : ',', part_ids[instruction->parts[i]]);
  print_option (out, "type", instruction->type);
  print_option (out, "language", instruction->language);
  print_option (out, "kind",
                instruction->kind != FONDS_KIND_NONE ? fonds_kind_id (instruction->kind) : NULL);
  print_option (out, "split", instruction->split);
  print_option (out, "join", instruction->join);
  g_string_append_c (out, '\n');
}

/**
 * fonds_mapping_print:
 * @self: a mapping
 *
 * Writes a mapping as a file that a person can edit and [func@mapping_parse] reads.
 *
 * Returns: (transfer full): the text
 */
char *
fonds_mapping_print (const FondsMapping *self)
{
  GString *out = g_string_new (NULL);

  print_head (out, self);
  if (self->instructions->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < self->instructions->len; i++)
    print_instruction (out, g_ptr_array_index (self->instructions, i));
  return g_string_free (out, FALSE);
}
