/* own-table.c - the table of one kind of record that goes out and comes in again
 *
 * A column is a field's id, with a part of its values (`dates.start`) and a language (`title@he`). What
 * belongs to one event stands side by side, its type in `event.type`. Three columns say who a row is:
 * `uid`, `kind` and `parent`, which is a uid. By the first two such a table is known again.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/own-table.h"

#include "data/catalogue/field.h"
#include "data/exchange/error.h"
#include "data/exchange/plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A column's name, cut at its signs: "field.part@language". */
typedef struct
{
  char *id;
  char *part;     /* (nullable) */
  char *language; /* (nullable) */
} Name;

static void
clear_name (Name *name)
{
  g_free (name->id);
  g_free (name->part);
  g_free (name->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Name, clear_name)

static char *
cut (const char *text, char sign, char **rest)
{
  const char *at = strchr (text, sign);

  *rest = at != NULL ? g_strdup (at + 1) : NULL;
  return at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
}

static void
read_name (const char *column, Name *name)
{
  g_autofree char *plain = cut (column, '@', &name->language);

  name->id = cut (plain, '.', &name->part);
}

static gboolean
says_who (const char *column)
{
  return strcmp (column, "uid") == 0 || strcmp (column, "kind") == 0 ||
         strcmp (column, "parent") == 0;
}

/**
 * fonds_own_table_group:
 * @kind: a kind of record
 * @field: the id of one of its fields
 *
 * Returns: (nullable): the group whose values stand side by side in a table of that kind, if the field
 *   is one of them
 */
const FondsGroup *
fonds_own_table_group (FondsKind kind, const char *field)
{
  const FondsGroup *group = fonds_group_of_field (field);
  guint n = 0;

  for (guint i = 0; group != NULL && group->fields[i] != NULL; i++)
    n += fonds_field_find (kind, group->fields[i]) != NULL;
  return n > 1 && fonds_field_find (kind, field) != NULL ? group : NULL;
}

/* A field of a group without a part: what a person reads of it. */
static gboolean
find_main_part (const FondsGroup *group, const char *id, FondsPart *part)
{
  for (int i = 0; i < FONDS_N_PARTS; i++)
    {
      const char *field;
      FondsAttr attr;

      if (fonds_group_slot (group, i, &field, &attr) && strcmp (field, id) == 0 &&
          (attr == FONDS_ATTR_TEXT || attr == FONDS_ATTR_REF))
        {
          *part = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* The group of a column, and which of its parts. */
static const FondsGroup *
find_group_part (FondsKind kind, const Name *name, FondsPart *part)
{
  const FondsGroup *named = fonds_group_find (name->id);
  const FondsGroup *group = fonds_own_table_group (kind, name->id);
  const char *field;
  FondsAttr attr;

  if (name->language != NULL)
    return NULL;
  if (named != NULL && fonds_own_table_group (kind, named->fields[0]) == named &&
      name->part != NULL && fonds_part_from_id (name->part, part) &&
      (*part == FONDS_PART_LANGUAGE || (*part == FONDS_PART_TYPE && named->typed)))
    return named;
  if (group == NULL)
    return NULL;
  if (name->part == NULL)
    return find_main_part (group, name->id, part) ? group : NULL;
  return fonds_part_from_id (name->part, part) && fonds_group_slot (group, *part, &field, &attr) &&
                 strcmp (field, name->id) == 0
             ? group
             : NULL;
}

static FondsInstruction *
find_instruction (FondsMapping *self, const char *field, const char *language)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      FondsInstruction *line = g_ptr_array_index (self->instructions, i);

      if (g_strcmp0 (line->field, field) == 0 && g_strcmp0 (line->language, language) == 0)
        return line;
    }
  return NULL;
}

static FondsInstruction *
take_instruction (FondsMapping *self, const char *field, const char *language, gboolean several)
{
  FondsInstruction *line = find_instruction (self, field, language);

  if (line != NULL)
    return line;
  line = fonds_mapping_add (self, field);
  line->language = g_strdup (language);
  line->split = g_strdup (several ? "|" : NULL);
  return line;
}

static void
add_column (FondsInstruction *line, const char *column, FondsPart part)
{
  guint n = g_strv_length (line->columns);

  line->columns = g_renew (char *, line->columns, n + 2);
  line->columns[n] = g_strdup (column);
  line->columns[n + 1] = NULL;
  line->parts = g_renew (FondsPart, line->parts, n + 1);
  line->parts[n] = part;
}

/* Values that are in a language have a column for each; in the plain one are those in none. */
static const char *
language_of (const FondsField *field, const Name *name)
{
  if (name->language != NULL)
    return name->language;
  return (field->flags & FONDS_FIELD_TRANSLATABLE) && field->datatype != FONDS_TYPE_NAME ? ""
                                                                                         : NULL;
}

static void
map_field (FondsMapping *self, const FondsField *field, const Name *name, const char *column)
{
  FondsPart part = FONDS_PART_TEXT;

  if (name->part != NULL && !fonds_part_from_id (name->part, &part))
    return;
  add_column (take_instruction (self, field->id, language_of (field, name),
                                field->flags & FONDS_FIELD_REPEATABLE),
              column, part);
}

static void
map_column (FondsMapping *self, const char *column)
{
  g_auto (Name) name = { NULL };
  const FondsField *field;
  const FondsGroup *group;
  FondsPart part;

  read_name (column, &name);
  field = fonds_field_find (self->kind, name.id);
  group = find_group_part (self->kind, &name, &part);
  if (group != NULL)
    add_column (take_instruction (self, group->id, NULL, TRUE), column, part);
  else if (field != NULL)
    map_field (self, field, &name, column);
  else
    {
      g_autofree char *id = fonds_plan_custom_id (column);

      add_column (take_instruction (self, id, NULL, TRUE), column, FONDS_PART_TEXT);
    }
}

/**
 * fonds_own_table_mapping:
 * @kind: the kind of record
 * @header: (array zero-terminated=1): the columns
 *
 * Says what the columns of such a table mean.
 *
 * Returns: (transfer full): the mapping
 */
FondsMapping *
fonds_own_table_mapping (FondsKind kind, const char *const *header)
{
  FondsMapping *self = fonds_mapping_new ();

  self->kind = kind;
  self->own = TRUE;
  self->nulls = TRUE;
  self->kind_column = g_strdup ("kind");
  g_strfreev (self->keys);
  self->keys = g_strdupv ((char *[]){ "uid", NULL });
  if (g_strv_contains (header, "parent"))
    self->parent = g_strdup ("parent");
  for (guint i = 0; header[i] != NULL; i++)
    if (!says_who (header[i]))
      map_column (self, header[i]);
  return self;
}

/**
 * fonds_own_table_recognise:
 * @header: (array zero-terminated=1): the names of a file's columns
 *
 * Returns: whether the file is such a table
 */
gboolean
fonds_own_table_recognise (const char *const *header)
{
  return g_strv_contains (header, "uid") && g_strv_contains (header, "kind");
}

static gboolean
is_understood (FondsKind kind, const char *column)
{
  g_auto (Name) name = { NULL };
  const FondsField *field;
  FondsPart part;

  if (says_who (column) || strpbrk (column, ".@") == NULL)
    return TRUE;
  read_name (column, &name);
  field = fonds_field_find (kind, name.id);
  if (find_group_part (kind, &name, &part) != NULL)
    return TRUE;
  return field != NULL && (name.part == NULL || fonds_part_from_id (name.part, &part)) &&
         (name.language == NULL || (field->flags & FONDS_FIELD_TRANSLATABLE));
}

/**
 * fonds_own_table_check:
 * @kind: the kind of record
 * @header: (array zero-terminated=1): the columns
 * @error: return location; %FONDS_EXCHANGE_ERROR_HEADER for a column that is wrong
 *
 * Asks whether every column with a part or a language is one of a field: a slip there would part values
 * from their field. Other names are fields of the archive's own.
 *
 * Returns: whether all are understood
 */
gboolean
fonds_own_table_check (FondsKind kind, const char *const *header, GError **error)
{
  for (guint i = 0; header[i] != NULL; i++)
    if (!is_understood (kind, header[i]))
      {
        g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER,
                     _ ("No field, part or language is meant by the column “%s”. “fonds fields” "
                        "lists the fields; columns are called such as “title@en” or "
                        "“dates.edtf”."),
                     header[i]);
        return FALSE;
      }
  return TRUE;
}
