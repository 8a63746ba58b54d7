/* export-losses.c - which languages a record needs rows for, and what no column of a row carries
 *
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_language (GPtrArray *languages, const char *language)
{
  for (guint i = 0; i < languages->len; i++)
    if (strcmp (g_ptr_array_index (languages, i), language) == 0)
      return;
  g_ptr_array_add (languages, (char *) language);
}

static const char *
language_of_title (const FondsBody *body)
{
  static const char *const fields[] = { "title", "name" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fonds_body_n_values (body, fields[i]) > 0)
      return fonds_body_value (body, fields[i], 0)->attr[FONDS_ATTR_LANGUAGE];
  return NULL;
}

/* The languages of one field's values, as far as the rows say them. */
static void
collect (GPtrArray *languages, const FondsBody *body, const char *field)
{
  for (guint i = 0; i < fonds_body_n_values (body, field); i++)
    {
      const char *language = fonds_body_value (body, field, i)->attr[FONDS_ATTR_LANGUAGE];

      if (language != NULL)
        add_language (languages, language);
    }
}

/* Whether the rows say the language of a step's values. */
static gboolean
speaks (const FondsStep *step)
{
  return step->translatable && step->instruction->language == NULL &&
         !fonds_plan_has_part (step, FONDS_PART_LANGUAGE);
}

/**
 * fonds_cells_languages:
 * @plan: what the columns mean
 * @body: a record
 *
 * Lists the languages of a record's texts that have rows of their own: that of its title first, then
 * the others in order.
 *
 * Returns: (transfer full) (element-type utf8): the languages, at least one: "" for none
 */
GPtrArray *
fonds_cells_languages (const FondsPlan *plan, const FondsBody *body)
{
  GPtrArray *languages = g_ptr_array_new ();
  const char *source = plan->mapping->own ? NULL : language_of_title (body);

  for (guint i = 0; !plan->mapping->own && i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);
      const FondsStep *step = g_hash_table_lookup (plan->by_field, field);

      if (step != NULL && (step->group != NULL ? source == NULL : speaks (step)))
        collect (languages, body, field);
    }
  g_ptr_array_sort (languages, compare_texts);
  if (source != NULL)
    {
      g_ptr_array_remove (languages, (gpointer) source);
      for (guint i = languages->len; i > 0; i--)
        if (strcmp (g_ptr_array_index (languages, i - 1), source) == 0)
          g_ptr_array_remove_index (languages, i - 1);
      g_ptr_array_insert (languages, 0, (char *) source);
    }
  if (languages->len == 0)
    g_ptr_array_add (languages, (char *) "");
  return languages;
}

/* Machinery that a row says in another way or need not say. */
static gboolean
is_machinery (const char *field)
{
  static const char *const fields[] = { "identity",  "parent",    "broader", "position",
                                        "createdAt", "updatedAt", NULL };

  return g_strv_contains (fields, field);
}

/* Deaccessions go out in a file of their own. */
static gboolean
goes_elsewhere (const FondsPlan *plan, const char *field)
{
  return plan->mapping->nulls && !plan->mapping->own && plan->parent_field == NULL &&
         g_str_has_prefix (field, "deaccession");
}

static gboolean
is_carried (const FondsPlan *plan, const char *field)
{
  return g_hash_table_contains (plan->by_field, field) || goes_elsewhere (plan, field) ||
         is_machinery (field);
}

static const char *
example_of (const FondsValue *value)
{
  return value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                              : value->attr[FONDS_ATTR_EDTF];
}

static gboolean
has_step_with (const FondsPlan *plan, const char *field, FondsPart part)
{
  const FondsStep *step = g_hash_table_lookup (plan->by_field, field);

  while (step != NULL)
    {
      if (fonds_plan_has_part (step, part))
        return TRUE;
      step = step->next >= 0 ? &g_array_index (plan->steps, FondsStep, step->next) : NULL;
    }
  return FALSE;
}

/* What stands beside a value and has no column. */
static void
note_attributes (FondsExport *export,
                 const FondsPlan *plan,
                 const char *field,
                 const FondsValue *value)
{
  static const struct
  {
    FondsAttr attr;
    FondsPart part;
    const char *why;
  } beside[] = {
    { FONDS_ATTR_SCRIPT, FONDS_PART_SCRIPT, N_ ("the script of the form is left out") },
    { FONDS_ATTR_ROMANISATION, FONDS_PART_ROMANISATION, N_ ("the romanisation is left out") },
    { FONDS_ATTR_CALENDAR, FONDS_PART_CALENDAR, N_ ("the calendar is left out") },
    { FONDS_ATTR_NOTE, FONDS_PART_NOTE, N_ ("the word beside the value is left out") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (value->attr[beside[i].attr] != NULL && !has_step_with (plan, field, beside[i].part))
      fonds_export_report_lose (export->report, plan->kind, field, _ (beside[i].why),
                                value->attr[beside[i].attr]);
}

static void
note_access (FondsExport *export, const FondsPlan *plan, const FondsBody *body)
{
  FondsAccess access = fonds_access_of_body (body);

  if (plan->mapping->nulls && !plan->mapping->own &&
      (access == FONDS_ACCESS_RESTRICTED || access == FONDS_ACCESS_PRIVATE) &&
      is_carried (plan, "access"))
    fonds_export_report_lose (export->report, plan->kind, "access",
                              _ ("becomes Draft, the only word there is for it"),
                              fonds_access_id (access));
}

/**
 * fonds_cells_note_losses:
 * @export: an export
 * @plan: what the columns mean
 * @body: a record
 *
 * Notes what of a record has no column.
 */
void
fonds_cells_note_losses (FondsExport *export, const FondsPlan *plan, const FondsBody *body)
{
  note_access (export, plan, body);
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);
      gboolean carried = is_carried (plan, field);
      guint n;
      const FondsValue *values = fonds_body_values_at (body, i, &n);

      for (guint j = 0; j < n; j++)
        if (carried)
          note_attributes (export, plan, field, &values[j]);
        else
          fonds_export_report_lose (export->report, plan->kind, field, _ ("has no column"),
                                    example_of (&values[j]));
    }
}
