/* export-cells.c - the cells of one row, from a body
 *
 * The inverse of a draft: the same plan that says how cells become values says how values become
 * cells, so that what goes out comes in again. Values that share a cell are set apart as the plan
 * says; where the columns of a step are parallel lists, an empty place is NULL.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-cells.h"

#include "data/catalogue/codes-list.h"
#include "data/exchange/draft-private.h"
#include "data/exchange/export-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands between values that the format has no way to keep apart. */
#define PARAGRAPH "\n\n"

/* The places of one step: for each place a text (or NULL) for each of its columns. */
typedef struct
{
  const FondsCellsJob *job;
  const FondsStep *step;
  GPtrArray *texts; /* of char *, n columns a place; they live as long as the row is filled */
} Places;

/* A table of our own has the label, if that leads back to the code. */
static const char *
own_term (const char *list, const FondsCode *code)
{
  return fonds_code_find_term (list, code->label) == code ? code->label : code->id;
}

static const char *
term_of (const FondsCellsJob *job, const char *list, const char *id)
{
  const FondsCode *code = list != NULL && id != NULL ? fonds_code_find (list, id) : NULL;

  if (code == NULL)
    return id;
  if (job->plan->mapping->own)
    return own_term (list, code);
  return code->atom != NULL ? code->atom : code->label;
}

static gboolean
covers_type (const FondsStep *step, const FondsValue *value)
{
  const char *type = value->attr[FONDS_ATTR_TYPE];
  const char *wanted;

  if (step->type == NULL || fonds_plan_has_part (step, FONDS_PART_TYPE))
    return TRUE;
  wanted = fonds_draft_code (step->codes, step->type);
  if (g_strcmp0 (wanted, type) == 0)
    return TRUE;
  /* A former name is an other name for formats that know no former ones. */
  return step->datatype == FONDS_TYPE_NAME && strcmp (wanted, "other") == 0 &&
         g_strcmp0 (type, "former") == 0;
}

static gboolean
covers_language (const FondsCellsJob *job, const FondsStep *step, const FondsValue *value)
{
  const char *language = value->attr[FONDS_ATTR_LANGUAGE];

  if (!step->translatable || fonds_plan_has_part (step, FONDS_PART_LANGUAGE))
    return job->first;
  if (step->instruction->language != NULL)
    return job->first &&
           strcmp (step->instruction->language, language != NULL ? language : "") == 0;
  return language == NULL ? job->first : g_strcmp0 (language, job->language) == 0;
}

static const char *
own_date_part (const FondsValue *value, FondsPart part)
{
  switch (part)
    {
    case FONDS_PART_TEXT:
      return value->attr[FONDS_ATTR_TEXT];
    case FONDS_PART_START:
      return value->attr[FONDS_ATTR_START];
    case FONDS_PART_END:
      return value->attr[FONDS_ATTR_END];
    case FONDS_PART_EDTF:
      return value->attr[FONDS_ATTR_EDTF];
    case FONDS_PART_CALENDAR:
      return value->attr[FONDS_ATTR_CALENDAR];
    default:
      return NULL;
    }
}

/* Other programs are told the wording and the bounds that a date has not but means. */
static const char *
date_part (const FondsValue *value, FondsPart part, char **made)
{
  switch (part)
    {
    case FONDS_PART_TEXT:
      return value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                                  : value->attr[FONDS_ATTR_EDTF];
    case FONDS_PART_START:
      *made = fonds_export_date_start (value);
      return *made;
    case FONDS_PART_END:
      *made = fonds_export_date_end (value);
      return *made;
    default:
      return own_date_part (value, part);
    }
}

static const char *
plain_part (const FondsCellsJob *job,
            const FondsField *field,
            const FondsValue *value,
            FondsPart part)
{
  gboolean coded = field != NULL && field->datatype == FONDS_TYPE_CODE;

  switch (part)
    {
    case FONDS_PART_TEXT:
      return coded ? term_of (job, field->codes, value->attr[FONDS_ATTR_TEXT])
                   : value->attr[FONDS_ATTR_TEXT];
    case FONDS_PART_TYPE:
      return term_of (job, coded || field == NULL ? NULL : field->codes,
                      value->attr[FONDS_ATTR_TYPE]);
    case FONDS_PART_LANGUAGE:
      return value->attr[FONDS_ATTR_LANGUAGE];
    case FONDS_PART_SOURCE:
      return value->attr[FONDS_ATTR_SOURCE];
    case FONDS_PART_SCRIPT:
      return value->attr[FONDS_ATTR_SCRIPT];
    case FONDS_PART_ROMANISATION:
      return value->attr[FONDS_ATTR_ROMANISATION];
    case FONDS_PART_NOTE:
      return value->attr[FONDS_ATTR_NOTE];
    default:
      return NULL;
    }
}

/* Returns FALSE for an error; *text is NULL where there is nothing to say. */
/* A target may be forgotten when the next one is asked for. */
static const char *
keep (const FondsCellsJob *job, const char *text)
{
  return text != NULL ? g_string_chunk_insert (job->export->kept, text) : NULL;
}

static gboolean
reference_part (const FondsCellsJob *job,
                const FondsField *field,
                const FondsValue *value,
                FondsPart part,
                const char **text,
                GError **error)
{
  const FondsTarget *target;

  *text = NULL;
  if (value->attr[FONDS_ATTR_REF] == NULL)
    {
      *text = plain_part (job, field, value, part);
      return TRUE;
    }
  target = fonds_targets_find (job->export->targets, value->attr[FONDS_ATTR_REF], error);
  if (target == NULL)
    return FALSE;
  if (!target->visible)
    return TRUE;
  if (part == FONDS_PART_TEXT || part == FONDS_PART_ACTOR || part == FONDS_PART_PLACE)
    *text = keep (job, target->name);
  else if (part == FONDS_PART_LOCATION)
    *text = keep (job, target->location);
  else if (part == FONDS_PART_TYPE && target->kind == FONDS_KIND_CONTAINER)
    *text = keep (job, term_of (job, "container-type", target->type));
  else
    *text = plain_part (job, field, value, part);
  return TRUE;
}

static gboolean
add_text (const Places *places,
          const FondsField *field,
          const FondsValue *value,
          FondsPart part,
          GError **error)
{
  g_autofree char *made = NULL;
  const char *text = NULL;

  if (value == NULL)
    text = NULL;
  else if (field != NULL && field->datatype == FONDS_TYPE_REFERENCE)
    {
      if (!reference_part (places->job, field, value, part, &text, error))
        return FALSE;
    }
  else if (field != NULL && field->datatype == FONDS_TYPE_DATE)
    {
      text = places->job->plan->mapping->own ? own_date_part (value, part)
                                             : date_part (value, part, &made);
      text = made != NULL ? g_string_chunk_insert (places->job->export->kept, made) : text;
    }
  if (text == NULL && value != NULL && (field == NULL || field->datatype != FONDS_TYPE_REFERENCE))
    text = part == FONDS_PART_TEXT && field != NULL && field->datatype == FONDS_TYPE_DATE
               ? NULL
               : plain_part (places->job, field, value, part);
  g_ptr_array_add (places->texts, (char *) text);
  return TRUE;
}

static gboolean
add_value (const Places *places, const FondsField *field, const FondsValue *value, GError **error)
{
  const FondsPart *parts = places->step->instruction->parts;

  for (guint i = 0; i < places->step->n; i++)
    if (!add_text (places, field, value, parts != NULL ? parts[i] : FONDS_PART_TEXT, error))
      return FALSE;
  return TRUE;
}

static gboolean
list_values (const Places *places, GError **error)
{
  const FondsCellsJob *job = places->job;
  const FondsStep *step = places->step;
  guint n;
  const FondsValue *values = fonds_body_values (job->body, step->field, &n);

  for (guint i = 0; i < n; i++)
    if (covers_type (step, &values[i]) && covers_language (job, step, &values[i]) &&
        !add_value (places, step->known, &values[i], error))
      return FALSE;
  return TRUE;
}

/* The value of a group's member that a part of the mapping speaks of. */
static const FondsValue *
value_of_part (const FondsGroup *group,
               const FondsGroupMember *member,
               FondsPart part,
               const FondsField **field,
               FondsKind kind)
{
  const char *id;
  FondsAttr attr;

  *field = NULL;
  if (!fonds_group_slot (group, part, &id, &attr))
    return NULL;
  for (guint i = 0; group->fields[i] != NULL; i++)
    if (strcmp (group->fields[i], id) == 0)
      {
        *field = fonds_field_find (kind, id);
        return member->values[i];
      }
  return NULL;
}

static const char *
language_of (const FondsGroupMember *member)
{
  for (guint i = 0; i < FONDS_GROUP_FIELDS_MAX; i++)
    if (member->values[i] != NULL && member->values[i]->attr[FONDS_ATTR_LANGUAGE] != NULL)
      return member->values[i]->attr[FONDS_ATTR_LANGUAGE];
  return NULL;
}

static gboolean
add_member (const Places *places, const FondsGroupMember *member, GError **error)
{
  const FondsStep *step = places->step;
  FondsKind kind = places->job->plan->kind;

  for (guint i = 0; i < step->n; i++)
    {
      FondsPart part = step->instruction->parts[i];
      const FondsField *field;
      const FondsValue *value = value_of_part (step->group, member, part, &field, kind);
      FondsPart asked = field != NULL && field->datatype != FONDS_TYPE_DATE &&
                                field->datatype != FONDS_TYPE_REFERENCE
                            ? FONDS_PART_TEXT
                            : part;

      if (field == NULL && part == FONDS_PART_TYPE)
        {
          const FondsField *typed = fonds_field_find (kind, step->group->fields[0]);

          g_ptr_array_add (places->texts,
                           (char *) term_of (places->job, typed != NULL ? typed->codes : NULL,
                                             fonds_group_type (member)));
        }
      else if (field == NULL && part == FONDS_PART_LANGUAGE)
        g_ptr_array_add (places->texts, (char *) language_of (member));
      else if (field != NULL && field->datatype == FONDS_TYPE_DATE && part != FONDS_PART_START &&
               part != FONDS_PART_END && part != FONDS_PART_EDTF && part != FONDS_PART_CALENDAR)
        {
          if (!add_text (places, field, value, FONDS_PART_TEXT, error))
            return FALSE;
        }
      else if (!add_text (places, field, value, asked, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
covers_member (const FondsStep *step, const FondsField *field, const FondsGroupMember *member)
{
  if (step->type == NULL || fonds_plan_has_part (step, FONDS_PART_TYPE))
    return TRUE;
  return g_strcmp0 (fonds_draft_code (field != NULL ? field->codes : NULL, step->type),
                    fonds_group_type (member)) == 0;
}

/* The number in the key of a member says its place; places without member are empty. */
static gboolean
list_members (const Places *places, GError **error)
{
  const FondsStep *step = places->step;
  const FondsField *first = fonds_field_find (places->job->plan->kind, step->group->fields[0]);
  g_autoptr (GArray) members = NULL;

  if (!places->job->first)
    return TRUE;
  members = fonds_group_list (step->group, places->job->body, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      const FondsGroupMember *member = &g_array_index (members, FondsGroupMember, i);

      if (covers_member (step, first, member) && !add_member (places, member, error))
        return FALSE;
    }
  return TRUE;
}

/* A backslash keeps signs from setting values apart. */
static void
append_own (GString *cell, const char *text)
{
  if (strcmp (text, "NULL") == 0)
    g_string_append_c (cell, '\\');
  for (const char *plain = text; *text != '\0'; plain = text)
    {
      text += strcspn (text, "|\\");
      g_string_append_len (cell, plain, text - plain);
      if (*text != '\0')
        {
          g_string_append_c (cell, '\\');
          g_string_append_c (cell, *text++);
        }
    }
}

static void
append (const Places *places, GString *cell, const char *text)
{
  const char *split = places->step->instruction->split;
  const char *found = split != NULL ? strstr (text, split) : NULL;

  if (split != NULL && places->job->plan->mapping->own)
    {
      append_own (cell, text);
      return;
    }
  if (found == NULL)
    {
      g_string_append (cell, text);
      return;
    }
  fonds_export_report_lose (places->job->export->report, places->job->plan->kind,
                            places->step->field,
                            _ ("a sign that sets values apart is written as ¦"), text);
  for (; found != NULL; text = found + strlen (split), found = strstr (text, split))
    {
      g_string_append_len (cell, text, found - text);
      g_string_append (cell, "¦");
    }
  g_string_append (cell, text);
}

static void
write_column (const Places *places, guint column, GString *cell)
{
  const FondsStep *step = places->step;
  const char *split = step->instruction->split;
  guint n = places->texts->len / step->n, written = 0;
  gboolean parallel = step->instruction->parts != NULL && split != NULL &&
                      (step->n > 1 || places->job->plan->mapping->own);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const char *text = g_ptr_array_index (places->texts, i * step->n + column);

      any = any || text != NULL;
      if (text == NULL && !parallel)
        continue;
      if (written++ > 0)
        g_string_append (cell, split != NULL ? split : PARAGRAPH);
      if (text != NULL)
        append (places, cell, text);
      else
        g_string_append (cell, "NULL");
    }
  if (!any)
    g_string_truncate (cell, 0);
  if (written > 1 && split == NULL)
    fonds_export_report_lose (places->job->export->report, places->job->plan->kind, step->field,
                              _ ("several values become one"), cell->str);
}

static gboolean
fill_step (const FondsCellsJob *job, const FondsStep *step, GError **error)
{
  GPtrArray *texts = job->export->texts;
  Places places = { job, step, texts };

  g_ptr_array_set_size (texts, 0);
  if (!(step->group != NULL ? list_members (&places, error) : list_values (&places, error)))
    return FALSE;
  for (guint i = 0; i < step->n && texts->len > 0; i++)
    if (step->columns[i] >= 0)
      write_column (&places, i, g_ptr_array_index (job->cells, step->columns[i]));
  return TRUE;
}

static gboolean
fill_steps (const FondsCellsJob *job, const FondsStep *step, GError **error)
{
  while (TRUE)
    {
      if (step->n > 0 && !fill_step (job, step, error))
        return FALSE;
      if (step->next < 0)
        return TRUE;
      step = &g_array_index (job->plan->steps, FondsStep, step->next);
    }
}

/* A group is filled when the first of its fields is met. */
static gboolean
was_filled (const FondsBody *body, const FondsStep *step, const char *field)
{
  for (guint i = 0; step->group != NULL && step->group->fields[i] != NULL; i++)
    if (strcmp (step->group->fields[i], field) < 0 &&
        fonds_body_n_values (body, step->group->fields[i]) > 0)
      return TRUE;
  return FALSE;
}

/**
 * fonds_cells_fill:
 * @self: a row with empty cells
 * @error: return location for an error of the catalogue
 *
 * Writes into the cells what the record says in the row's language.
 *
 * Returns: whether it was written
 */
gboolean
fonds_cells_fill (const FondsCellsJob *self, GError **error)
{
  g_string_chunk_clear (self->export->kept);
  for (guint i = 0; i < fonds_body_n_fields (self->body); i++)
    {
      const char *field = fonds_body_field_id (self->body, i);
      const FondsStep *step = g_hash_table_lookup (self->plan->by_field, field);

      if (step != NULL && !was_filled (self->body, step, field) && !fill_steps (self, step, error))
        return FALSE;
    }
  return TRUE;
}
