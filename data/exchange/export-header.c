/* export-header.c - the columns of the files that are handed out
 *
 * AtoM's files have all columns of their template in AtoM's order, then those beyond it that are used:
 * what AtoM also reads, the columns of the Canadian rules, the archive's own fields. A file of one kind
 * has a column for each field that is used, with parts (`dates.start`) and languages (`title@he`).
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-header.h"

#include "data/catalogue/field.h"
#include "data/exchange/plan.h"

#include <string.h>

static gboolean
has_column (GPtrArray *columns, const char *column)
{
  for (guint i = 0; i < columns->len; i++)
    if (strcmp (g_ptr_array_index (columns, i), column) == 0)
      return TRUE;
  return FALSE;
}

static void
add (GPtrArray *columns, const char *column)
{
  if (!has_column (columns, column))
    g_ptr_array_add (columns, g_strdup (column));
}

/* The name under which a field of the archive's own comes in again as the same field. */
static void
add_custom (GPtrArray *columns, const FondsUsage *usage, FondsCustomFields *custom)
{
  g_auto (GStrv) ids = fonds_usage_list_custom (usage);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *label = fonds_custom_fields_label (custom, ids[i]);
      g_autofree char *back = label != NULL ? fonds_plan_custom_id (label) : NULL;

      add (columns, g_strcmp0 (back, ids[i]) == 0 ? label : ids[i]);
    }
}

/* Deaccessions have a file of their own; keys are added where they are needed. */
static gboolean
stands_elsewhere (const FondsField *field)
{
  return g_str_has_prefix (field->id, "deaccession") || strcmp (field->id, "identity") == 0;
}

static void
add_fields (GPtrArray *columns, FondsAtomTemplate template, FondsKind kind, const FondsUsage *usage)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *column = fields[i].atom, *other = fields[i].atom_authority;

      if (!fonds_usage_has (usage, fields[i].id) || stands_elsewhere (&fields[i]) ||
          (column != NULL && has_column (columns, column)) ||
          (other != NULL && has_column (columns, other)))
        continue;
      if (template == FONDS_ATOM_AUTHORITIES && other != NULL)
        column = other;
      if (column != NULL)
        g_ptr_array_add (columns, g_strdup (column));
    }
}

static void
add_rad (GPtrArray *columns, const FondsUsage *usage)
{
  g_auto (GStrv) types = fonds_usage_list_types (usage, "rad");

  for (guint i = 0; types[i] != NULL; i++)
    if (fonds_atom_column_is_rad (types[i]))
      add (columns, types[i]);
}

static char **
take (GPtrArray *columns)
{
  g_ptr_array_add (columns, NULL);
  return (char **) g_ptr_array_free (columns, FALSE);
}

/**
 * fonds_header_atom:
 * @template: a template
 * @kinds: a mask of the kinds in the file
 * @usage: what their records need
 * @custom: the archive's own fields
 *
 * Returns: (transfer full): the names of the file's columns
 */
char **
fonds_header_atom (FondsAtomTemplate template,
                   guint32 kinds,
                   const FondsUsage *usage,
                   FondsCustomFields *custom)
{
  GPtrArray *columns = g_ptr_array_new ();
  const char *const *own = fonds_atom_columns (template);

  if (template == FONDS_ATOM_AUTHORITIES && fonds_usage_has_keys (usage))
    g_ptr_array_add (columns, g_strdup ("legacyId"));
  for (guint i = 0; own[i] != NULL; i++)
    g_ptr_array_add (columns, g_strdup (own[i]));
  if (template == FONDS_ATOM_DEACCESSIONS)
    return take (columns);
  for (int kind = 1; kind < FONDS_N_KINDS; kind++)
    if (kinds & FONDS_KIND_BIT (kind))
      add_fields (columns, template, kind, usage);
  if (template == FONDS_ATOM_DESCRIPTIONS)
    add_rad (columns, usage);
  add_custom (columns, usage, custom);
  return take (columns);
}

static gboolean
is_grouped (const FondsField *field)
{
  const FondsGroup *group = fonds_group_of_field (field->id);

  return group != NULL &&
         (group->typed ? fonds_field_find (FONDS_KIND_UNIT, field->id) != NULL : TRUE);
}

static void
add_dates (GPtrArray *columns, const char *id)
{
  static const char *const parts[] = { "", ".edtf", ".start", ".end" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *column = g_strconcat (id, parts[i], NULL);

      g_ptr_array_add (columns, g_steal_pointer (&column));
    }
}

static void
add_languages (GPtrArray *columns, const FondsUsage *usage, const char *id)
{
  g_auto (GStrv) languages = fonds_usage_list_languages (usage, id);

  for (guint i = 0; languages[i] != NULL; i++)
    g_ptr_array_add (columns, g_strconcat (id, "@", languages[i], NULL));
}

static void
add_flat (GPtrArray *columns, const FondsField *field, const FondsUsage *usage)
{
  if (!fonds_usage_has (usage, field->id) || field->datatype == FONDS_TYPE_IDENTITY ||
      field->datatype == FONDS_TYPE_FILE || strcmp (field->id, "position") == 0 ||
      strcmp (field->id, "parent") == 0)
    return;
  if (field->datatype == FONDS_TYPE_DATE)
    add_dates (columns, field->id);
  else
    g_ptr_array_add (columns, g_strdup (field->id));
  if ((field->codes != NULL && field->datatype != FONDS_TYPE_CODE) || is_grouped (field))
    g_ptr_array_add (columns, g_strconcat (field->id, ".type", NULL));
  if (field->datatype == FONDS_TYPE_NAME)
    g_ptr_array_add (columns, g_strconcat (field->id, ".language", NULL));
  else if (field->flags & FONDS_FIELD_TRANSLATABLE)
    add_languages (columns, usage, field->id);
}

/**
 * fonds_header_flat:
 * @kind: the kind of record in the file
 * @usage: what the records need
 * @custom: the archive's own fields
 *
 * Returns: (transfer full): the names of the file's columns
 */
char **
fonds_header_flat (FondsKind kind, const FondsUsage *usage, FondsCustomFields *custom)
{
  GPtrArray *columns = g_ptr_array_new ();
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  g_ptr_array_add (columns, g_strdup ("uid"));
  g_ptr_array_add (columns, g_strdup ("key"));
  if (fonds_usage_has (usage, "parent"))
    g_ptr_array_add (columns, g_strdup ("parent"));
  for (guint i = 0; i < n; i++)
    add_flat (columns, &fields[i], usage);
  add_custom (columns, usage, custom);
  return take (columns);
}

/* Cuts "field.part@language" at its signs; *rest is what comes behind. */
static char *
cut (const char *column, char sign, char **rest)
{
  const char *at = strchr (column, sign);

  *rest = at != NULL ? g_strdup (at + 1) : NULL;
  return at != NULL ? g_strndup (column, at - column) : g_strdup (column);
}

static FondsInstruction *
find_instruction (FondsMapping *self, const char *field)
{
  for (guint i = 0; i < self->instructions->len; i++)
    {
      FondsInstruction *line = g_ptr_array_index (self->instructions, i);

      if (g_strcmp0 (line->field, field) == 0 &&
          (line->language == NULL || *line->language == '\0'))
        return line;
    }
  return NULL;
}

static void
add_column (FondsInstruction *line, const char *column, const char *part)
{
  guint n = g_strv_length (line->columns);

  line->columns = g_renew (char *, line->columns, n + 2);
  line->columns[n] = g_strdup (column);
  line->columns[n + 1] = NULL;
  line->parts = g_renew (FondsPart, line->parts, n + 1);
  line->parts[n] = FONDS_PART_TEXT;
  if (part != NULL)
    fonds_part_from_id (part, &line->parts[n]);
}

static void
map_column (FondsMapping *self, const char *column)
{
  g_autofree char *language = NULL;
  g_autofree char *part = NULL;
  g_autofree char *plain = cut (column, '@', &language);
  g_autofree char *id = cut (plain, '.', &part);
  const FondsField *field = fonds_field_find (self->kind, id);
  FondsInstruction *line = NULL;

  if (field == NULL || strcmp (column, "parent") == 0)
    return;
  if (part != NULL)
    line = find_instruction (self, id);
  if (line == NULL)
    {
      line = fonds_mapping_add (self, id);
      line->language = g_strdup (language);
      if (language == NULL && (field->flags & FONDS_FIELD_TRANSLATABLE))
        line->language = g_strdup (""); /* those that are in no language */
      line->split = g_strdup (field->flags & FONDS_FIELD_REPEATABLE ? "|" : NULL);
    }
  add_column (line, column, part);
}

/**
 * fonds_mapping_flat:
 * @kind: the kind of record
 * @header: (array zero-terminated=1): the columns, as of [func@header_flat]
 *
 * Says what the columns of such a file mean.
 *
 * Returns: (transfer full): the mapping
 */
FondsMapping *
fonds_mapping_flat (FondsKind kind, const char *const *header)
{
  FondsMapping *self = fonds_mapping_new ();
  FondsInstruction *uid = fonds_mapping_add (self, NULL);

  self->kind = kind;
  self->nulls = TRUE;
  g_strfreev (self->keys);
  self->keys = g_strdupv ((char *[]){ "key", NULL });
  if (g_strv_contains (header, "parent"))
    self->parent = g_strdup ("parent");
  add_column (uid, "uid", NULL);
  for (guint i = 0; header[i] != NULL; i++)
    map_column (self, header[i]);
  return self;
}
