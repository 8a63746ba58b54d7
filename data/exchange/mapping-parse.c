/* mapping-parse.c - reads a mapping file
 *
 * One statement a line, as data/exchange/README.md describes it; no conditions, no scripting. A
 * field's name is checked against the field table here, so that a mistake names its line; whether a
 * file has the columns is asked when there is a file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping.h"

#include "data/catalogue/field.h"
#include "data/exchange/error.h"
#include "data/exchange/group.h"
#include "data/exchange/mapping-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef gboolean (*Statement) (FondsMapping *self, FondsWords *words, GError **error);

static gboolean
take_word (FondsWords *words, const char *what, char **into, GError **error)
{
  const char *word = fonds_words_word (words, what, error);

  if (word == NULL)
    return FALSE;
  g_free (*into);
  *into = g_strdup (word);
  return TRUE;
}

static gboolean
take_kind (FondsWords *words, FondsKind *kind, GError **error)
{
  const char *word = fonds_words_word (words, _ ("a kind of record"), error);

  if (word == NULL)
    return FALSE;
  *kind = fonds_kind_from_id (word);
  if (*kind != FONDS_KIND_NONE)
    return TRUE;
  fonds_words_complain (words, error, _ ("“%s” is no kind of record."), word);
  return FALSE;
}

static gboolean
read_name (FondsMapping *self, FondsWords *words, GError **error)
{
  return take_word (words, _ ("a name"), &self->name, error);
}

static gboolean
read_source (FondsMapping *self, FondsWords *words, GError **error)
{
  return take_word (words, _ ("a source's name"), &self->source, error);
}

static gboolean
read_kind (FondsMapping *self, FondsWords *words, GError **error)
{
  if (fonds_words_take (words, "from"))
    return take_word (words, _ ("a column"), &self->kind_column, error);
  return take_kind (words, &self->kind, error);
}

static gboolean
take_list (FondsWords *words, char ***into, GError **error)
{
  char **list = fonds_words_list (words, _ ("a column"), error);

  if (list == NULL)
    return FALSE;
  g_strfreev (*into);
  *into = list;
  return TRUE;
}

static gboolean
read_key (FondsMapping *self, FondsWords *words, GError **error)
{
  return take_list (words, &self->keys, error);
}

static gboolean
read_match (FondsMapping *self, FondsWords *words, GError **error)
{
  return take_list (words, &self->match, error);
}

static gboolean
read_parent (FondsMapping *self, FondsWords *words, GError **error)
{
  if (words->next + 1 < words->words->len && fonds_words_take (words, "slug"))
    return take_word (words, _ ("a column"), &self->parent_slug, error);
  return take_word (words, _ ("a column"), &self->parent, error);
}

static gboolean
read_language (FondsMapping *self, FondsWords *words, GError **error)
{
  if (fonds_words_take (words, "from"))
    return take_word (words, _ ("a column"), &self->language_column, error);
  return take_word (words, _ ("a language"), &self->language, error);
}

static gboolean
read_encoding (FondsMapping *self, FondsWords *words, GError **error)
{
  return take_word (words, _ ("an encoding"), &self->encoding, error);
}

static gboolean
read_separator (FondsMapping *self, FondsWords *words, GError **error)
{
  static const struct
  {
    const char *word;
    char separator;
  } names[] = { { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "pipe", '|' } };
  const char *word;

  if (fonds_words_take (words, ","))
    {
      self->separator = ',';
      return TRUE;
    }
  word = fonds_words_word (words, _ ("a separator"), error);
  if (word == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (word, names[i].word) == 0)
      self->separator = names[i].separator;
  if (strlen (word) == 1)
    self->separator = *word;
  if (self->separator == '\0')
    fonds_words_complain (words, error, _ ("“%s” is no separator: comma, semicolon, tab or pipe."),
                          word);
  return self->separator != '\0';
}

/* Reads a word that must be one of two; *second says which. */
static gboolean
read_choice (FondsWords *words,
             const char *one,
             const char *other,
             gboolean *second,
             GError **error)
{
  const char *word = fonds_words_word (words, one, error);

  if (word == NULL)
    return FALSE;
  *second = strcmp (word, other) == 0;
  if (*second || strcmp (word, one) == 0)
    return TRUE;
  fonds_words_complain (words, error, _ ("“%s” is neither “%s” nor “%s”."), word, one, other);
  return FALSE;
}

static gboolean
read_mode (FondsMapping *self, FondsWords *words, GError **error)
{
  return read_choice (words, "replace", "add", &self->adds, error);
}

static gboolean
read_others (FondsMapping *self, FondsWords *words, GError **error)
{
  return read_choice (words, "keep", "ignore", &self->drops_others, error);
}

static gboolean
read_nulls (FondsMapping *self, FondsWords *words, GError **error)
{
  return read_choice (words, "text", "NULL", &self->nulls, error);
}

static gboolean
read_form (FondsMapping *self, FondsWords *words, GError **error)
{
  return read_choice (words, "other", "fonds", &self->own, error);
}

static gboolean
parts_fit (const FondsInstruction *instruction, char **parts, FondsWords *words, GError **error)
{
  if (g_strv_length (parts) == g_strv_length (instruction->columns))
    return TRUE;
  fonds_words_complain (words, error,
                        _ ("“%s” names %u parts for %u columns: one part for each column."),
                        parts[0], g_strv_length (parts), g_strv_length (instruction->columns));
  return FALSE;
}

static gboolean
read_parts (FondsInstruction *instruction, FondsWords *words, GError **error)
{
  g_auto (GStrv) parts = fonds_words_list (words, _ ("a part"), error);

  if (parts == NULL || !parts_fit (instruction, parts, words, error))
    return FALSE;
  g_free (instruction->parts);
  instruction->parts = g_new0 (FondsPart, g_strv_length (parts) + 1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!fonds_part_from_id (strcmp (parts[i], "name") == 0 ? "text" : parts[i],
                             &instruction->parts[i]))
      {
        fonds_words_complain (words, error, _ ("“%s” is neither a part of a value nor an option."),
                              parts[i]);
        return FALSE;
      }
  return TRUE;
}

static gboolean
read_option (FondsInstruction *instruction, FondsWords *words, GError **error)
{
  const struct
  {
    const char *name;
    char **into;
  } options[] = {
    { "type", &instruction->type },   { "role", &instruction->type },
    { "label", &instruction->type },  { "language", &instruction->language },
    { "split", &instruction->split }, { "join", &instruction->join },
  };
  const char *name = fonds_words_word (words, _ ("an option"), error);

  if (name == NULL)
    return FALSE;
  fonds_words_take (words, "=");
  if (strcmp (name, "kind") == 0)
    return take_kind (words, &instruction->kind, error);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (strcmp (name, options[i].name) == 0)
      return take_word (words, _ ("a value"), options[i].into, error);
  fonds_words_complain (words, error, _ ("“%s” is no option: type, language, kind, split or join."),
                        name);
  return FALSE;
}

static gboolean
is_option (const FondsWords *words)
{
  return words->next + 1 < words->words->len &&
         strcmp (g_ptr_array_index (words->words, words->next + 1), "=") == 0 &&
         !g_array_index (words->quoted, gboolean, words->next + 1);
}

static gboolean
read_column (FondsMapping *self, FondsWords *words, GError **error)
{
  FondsInstruction *instruction = fonds_mapping_add (self, NULL);

  instruction->line = words->line;
  if (!take_list (words, &instruction->columns, error))
    return FALSE;
  if (!fonds_words_take (words, "->"))
    {
      fonds_words_complain (words, error, _ ("“->” and a field are expected after the columns."));
      return FALSE;
    }
  if (!take_word (words, _ ("a field"), &instruction->field, error))
    return FALSE;
  if (strcmp (instruction->field, "ignore") == 0)
    g_clear_pointer (&instruction->field, g_free);
  while (fonds_words_peek (words) != NULL)
    if (!(is_option (words) ? read_option (instruction, words, error)
                            : read_parts (instruction, words, error)))
      return FALSE;
  return TRUE;
}

static gboolean
read_constant (FondsMapping *self, FondsWords *words, GError **error)
{
  FondsInstruction *instruction = fonds_mapping_add (self, NULL);

  instruction->line = words->line;
  if (!take_word (words, _ ("a field"), &instruction->field, error))
    return FALSE;
  fonds_words_take (words, "=");
  if (!take_word (words, _ ("a value"), &instruction->constant, error))
    return FALSE;
  while (fonds_words_peek (words) != NULL)
    if (!read_option (instruction, words, error))
      return FALSE;
  return TRUE;
}

/* `level item` and `access public` are what archivists write for constants. */
static gboolean
read_shorthand (FondsMapping *self, FondsWords *words, GError **error)
{
  FondsInstruction *instruction =
      fonds_mapping_add (self, g_ptr_array_index (words->words, words->next - 1));

  instruction->line = words->line;
  return take_word (words, _ ("a value"), &instruction->constant, error);
}

static const struct
{
  const char *word;
  Statement read;
} statements[] = {
  { "name", read_name },         { "kind", read_kind },           { "source", read_source },
  { "key", read_key },           { "parent", read_parent },       { "language", read_language },
  { "encoding", read_encoding }, { "separator", read_separator }, { "mode", read_mode },
  { "others", read_others },     { "nulls", read_nulls },         { "column", read_column },
  { "constant", read_constant }, { "level", read_shorthand },     { "access", read_shorthand },
  { "match", read_match },       { "form", read_form },
};

static gboolean
read_line (FondsMapping *self, FondsWords *words, GError **error)
{
  const char *word = fonds_words_peek (words);

  if (word == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (strcmp (word, statements[i].word) == 0)
      {
        words->next++;
        return statements[i].read (self, words, error) && fonds_words_end (words, error);
      }
  fonds_words_complain (words, error,
                        _ ("“%s” is no statement. A line begins with a word such as column, key "
                           "or kind."),
                        word);
  return FALSE;
}

static gboolean
knows_field (const FondsMapping *self, const FondsInstruction *instruction)
{
  static const FondsKind agents[] = { FONDS_KIND_PERSON, FONDS_KIND_FAMILY,
                                      FONDS_KIND_INSTITUTION };

  if (instruction->field == NULL || g_str_has_prefix (instruction->field, "x-") ||
      fonds_group_find (instruction->field) != NULL)
    return TRUE;
  if (fonds_field_find (self->kind, instruction->field) != NULL)
    return TRUE;
  for (guint i = 0; self->kind_column != NULL && i < G_N_ELEMENTS (agents); i++)
    if (fonds_field_find (agents[i], instruction->field) != NULL)
      return TRUE;
  return FALSE;
}

/* Fields are looked up at the end, since `kind` may stand below them. */
static gboolean
check_fields (const FondsMapping *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      const FondsInstruction *instruction = g_ptr_array_index (self->instructions, i);

      if (knows_field (self, instruction))
        continue;
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_MAPPING,
                   _ ("%s, line %u: “%s” is no field of the kind “%s”."), name, instruction->line,
                   instruction->field, fonds_kind_id (self->kind));
      return FALSE;
    }
  return TRUE;
}

/**
 * fonds_mapping_parse:
 * @text: the content of a mapping file, UTF-8
 * @name: what the file is called in complaints
 * @error: return location; %FONDS_EXCHANGE_ERROR_MAPPING, naming line and word
 *
 * Reads a mapping file.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
FondsMapping *
fonds_mapping_parse (const char *text, const char *name, GError **error)
{
  g_autoptr (FondsMapping) self = fonds_mapping_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (FondsWords) words = { name, i + 1, NULL, NULL, 0 };

      if (!fonds_words_cut (&words, lines[i], error) || !read_line (self, &words, error))
        return NULL;
    }
  return check_fields (self, name, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_mapping_load:
 * @path: a mapping file
 * @error: return location; the system's words, or as [func@mapping_parse]
 *
 * Reads a mapping file from the disk.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
FondsMapping *
fonds_mapping_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (g_utf8_validate (text, length, NULL))
    return fonds_mapping_parse (text, name, error);
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_MAPPING,
               _ ("%s is not UTF-8 text, so it can't be a mapping file."), name);
  return NULL;
}
