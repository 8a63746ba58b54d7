/* export-header.c - the columns of the files that are handed out
 *
 * AtoM's files have all columns of their template in AtoM's order, then those beyond it that are used:
 * what AtoM also reads, the columns of the Canadian rules, the archive's own fields. A table of our own
 * has a column for all that is used, and none besides (own-table.c says how they are called).
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-header.h"

#include "data/catalogue/field.h"
#include "data/exchange/own-table.h"
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

static void
add_part (GPtrArray *columns, const char *id, const char *part, const char *language)
{
  g_autofree char *name = part != NULL ? g_strconcat (id, ".", part, NULL) : g_strdup (id);

  g_ptr_array_add (columns, language != NULL ? g_strconcat (name, "@", language, NULL)
                                             : g_steal_pointer (&name));
}

/* Whether each language has a column of its own; forms of names say theirs one by one. */
static gboolean
is_by_language (const FondsField *field)
{
  return field->datatype != FONDS_TYPE_NAME && (field->flags & FONDS_FIELD_TRANSLATABLE);
}

/* What stands beside the values of a field has columns only where any value has it. */
static void
add_beside (GPtrArray *columns,
            const FondsField *field,
            const FondsUsage *usage,
            const char *language)
{
  static const struct
  {
    FondsAttr attr;
    const char *part;
  } beside[] = {
    { FONDS_ATTR_TYPE, "type" },     { FONDS_ATTR_LANGUAGE, "language" },
    { FONDS_ATTR_SCRIPT, "script" }, { FONDS_ATTR_ROMANISATION, "romanisation" },
    { FONDS_ATTR_NOTE, "note" },     { FONDS_ATTR_SOURCE, "source" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (fonds_usage_has_attr (usage, field->id, beside[i].attr) &&
        (beside[i].attr != FONDS_ATTR_LANGUAGE || !is_by_language (field)))
      add_part (columns, field->id, beside[i].part, language);
}

static void
add_dates (GPtrArray *columns, const char *id, const FondsUsage *usage)
{
  static const struct
  {
    FondsAttr attr;
    const char *part;
  } parts[] = {
    { FONDS_ATTR_EDTF, "edtf" },
    { FONDS_ATTR_START, "start" },
    { FONDS_ATTR_END, "end" },
    { FONDS_ATTR_CALENDAR, "calendar" },
  };

  add_part (columns, id, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (fonds_usage_has_attr (usage, id, parts[i].attr))
      add_part (columns, id, parts[i].part, NULL);
}

static void
add_languages (GPtrArray *columns, const FondsField *field, const FondsUsage *usage)
{
  g_auto (GStrv) languages = fonds_usage_list_languages (usage, field->id);

  if (fonds_usage_has_plain (usage, field->id))
    {
      add_part (columns, field->id, NULL, NULL);
      add_beside (columns, field, usage, NULL);
    }
  for (guint i = 0; languages[i] != NULL; i++)
    {
      add_part (columns, field->id, NULL, languages[i]);
      add_beside (columns, field, usage, languages[i]);
    }
}

static gboolean
any_has (const FondsGroup *group, const FondsUsage *usage, FondsAttr attr)
{
  for (guint i = 0; group->fields[i] != NULL; i++)
    if (fonds_usage_has_attr (usage, group->fields[i], attr))
      return TRUE;
  return FALSE;
}

/* What belongs together stands together, where the first of it is met. */
static void
add_group (GPtrArray *columns, FondsKind kind, const FondsGroup *group, const FondsUsage *usage)
{
  for (guint i = 0; group->fields[i] != NULL; i++)
    {
      const FondsField *field = fonds_field_find (kind, group->fields[i]);
      const char *id;
      FondsAttr attr;

      if (field == NULL || !fonds_usage_has (usage, field->id) || has_column (columns, field->id))
        continue;
      if (fonds_group_slot (group, FONDS_PART_EDTF, &id, &attr) && strcmp (id, field->id) == 0)
        add_dates (columns, field->id, usage);
      else
        add (columns, field->id);
    }
  if (group->typed && any_has (group, usage, FONDS_ATTR_TYPE))
    add_part (columns, group->id, "type", NULL);
  if (any_has (group, usage, FONDS_ATTR_LANGUAGE))
    add_part (columns, group->id, "language", NULL);
}

static void
add_flat (GPtrArray *columns, FondsKind kind, const FondsField *field, const FondsUsage *usage)
{
  const FondsGroup *group = fonds_own_table_group (kind, field->id);

  if (!fonds_usage_has (usage, field->id) || strcmp (field->id, "position") == 0 ||
      strcmp (field->id, "parent") == 0 || has_column (columns, field->id))
    return;
  if (group != NULL)
    {
      add_group (columns, kind, group, usage);
      return;
    }
  if (is_by_language (field))
    {
      add_languages (columns, field, usage);
      return;
    }
  if (field->datatype == FONDS_TYPE_DATE)
    add_dates (columns, field->id, usage);
  else
    add_part (columns, field->id, NULL, NULL);
  if (field->targets == FONDS_KIND_BIT (FONDS_KIND_CONTAINER))
    {
      add_part (columns, field->id, "location", NULL);
      add_part (columns, field->id, "type", NULL);
    }
  else
    add_beside (columns, field, usage, NULL);
}

/* A field of the archive's own goes out under its label, unless that means something else here. */
static void
add_own_fields (GPtrArray *columns,
                FondsKind kind,
                const FondsUsage *usage,
                FondsCustomFields *custom)
{
  g_auto (GStrv) ids = fonds_usage_list_custom (usage);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *label = fonds_custom_fields_label (custom, ids[i]);
      g_autofree char *back = label != NULL ? fonds_plan_custom_id (label) : NULL;
      gboolean is_clear = g_strcmp0 (back, ids[i]) == 0 && strpbrk (label, ".@") == NULL &&
                          fonds_field_find (kind, label) == NULL &&
                          fonds_group_find (label) == NULL && !has_column (columns, label);

      g_ptr_array_add (columns, g_strdup (is_clear ? label : ids[i]));
    }
}

/**
 * fonds_header_own:
 * @kind: the kind of record in the file
 * @has_parent: whether any record is under another
 * @usage: what the records need
 * @custom: the archive's own fields
 *
 * Returns: (transfer full): the names of the columns of a table of our own
 */
char **
fonds_header_own (FondsKind kind,
                  gboolean has_parent,
                  const FondsUsage *usage,
                  FondsCustomFields *custom)
{
  GPtrArray *columns = g_ptr_array_new ();
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  g_ptr_array_add (columns, g_strdup ("uid"));
  g_ptr_array_add (columns, g_strdup ("kind"));
  if (has_parent)
    g_ptr_array_add (columns, g_strdup ("parent"));
  for (guint i = 0; i < n; i++)
    add_flat (columns, kind, &fields[i], usage);
  add_own_fields (columns, kind, usage, custom);
  return take (columns);
}
