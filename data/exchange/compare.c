/* compare.c - what a draft changes in a record
 *
 * Only what the file has a column for is compared, and of a field with languages or types only those
 * that the columns give: all else stays. Values are compared by what they say, in their order; those
 * that stay keep their place among the others. Equal records give no new body at all.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/compare-private.h"

#include "data/exchange/draft-private.h"
#include "data/exchange/export-date.h"

#include <string.h>

/**
 * fonds_difference_clear:
 * @self: a difference
 *
 * Frees its texts.
 */
void
fonds_difference_clear (FondsDifference *self)
{
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

/**
 * fonds_comparison_result:
 * @self: a comparison that has found a difference
 *
 * Returns: (transfer none): the body that the record becomes
 */
FondsBody *
fonds_comparison_result (FondsComparison *self)
{
  if (self->result == NULL)
    self->result = fonds_body_copy (self->current);
  return self->result;
}

/* Bounds that a date had not, and that only say what its EDTF says, were made when it went out. */
static gboolean
adds_made_bounds (const FondsValue *before, const FondsValue *after)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (before->attr[FONDS_ATTR_START] != NULL || before->attr[FONDS_ATTR_END] != NULL ||
      before->attr[FONDS_ATTR_EDTF] == NULL)
    return FALSE;
  start = fonds_export_date_start (before);
  end = fonds_export_date_end (before);
  return g_strcmp0 (start, after->attr[FONDS_ATTR_START]) == 0 &&
         g_strcmp0 (end, after->attr[FONDS_ATTR_END]) == 0;
}

/* A date without wording goes out with its EDTF for one. */
static gboolean
has_made_wording (const FondsValue *before, const FondsValue *after)
{
  return before->attr[FONDS_ATTR_TEXT] == NULL && before->attr[FONDS_ATTR_EDTF] != NULL &&
         g_strcmp0 (before->attr[FONDS_ATTR_EDTF], after->attr[FONDS_ATTR_TEXT]) == 0;
}

/**
 * fonds_comparison_untold:
 * @plan: a plan
 * @step: the first of its steps that fill a field or a group
 *
 * Finds out what may stand beside a value and has no column: a script, a romanisation, a calendar, a
 * word. A file that can't say it does not take it away.
 *
 * Returns: a mask of attributes
 */
guint
fonds_comparison_untold (const FondsPlan *plan, const FondsStep *step)
{
  static const struct
  {
    FondsAttr attr;
    FondsPart part;
  } beside[] = {
    { FONDS_ATTR_SCRIPT, FONDS_PART_SCRIPT },
    { FONDS_ATTR_ROMANISATION, FONDS_PART_ROMANISATION },
    { FONDS_ATTR_CALENDAR, FONDS_PART_CALENDAR },
    { FONDS_ATTR_NOTE, FONDS_PART_NOTE },
  };
  gboolean in_group = step->group != NULL;
  guint untold = (1u << FONDS_ATTR_SCRIPT) | (1u << FONDS_ATTR_ROMANISATION) |
                 (1u << FONDS_ATTR_CALENDAR) | (1u << FONDS_ATTR_NOTE);

  while (step != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
        if (fonds_plan_has_part (step, beside[i].part) &&
            !(in_group && beside[i].attr == FONDS_ATTR_NOTE)) /* a field of the group */
          untold &= ~(1u << beside[i].attr);
      step = step->next >= 0 ? &g_array_index (plan->steps, FondsStep, step->next) : NULL;
    }
  return untold;
}

/* The value without what the other one could not say. */
static FondsValue
leave_out (const FondsValue *value, guint untold, const FondsValue *other)
{
  FondsValue plain = *value;

  for (int i = 0; i < FONDS_N_ATTRS; i++)
    if ((untold & 1u << i) != 0 && other->attr[i] == NULL)
      plain.attr[i] = NULL;
  if (other->rest == NULL)
    plain.rest = NULL;
  return plain;
}

/**
 * fonds_comparison_same:
 * @untold: what the draft could not say, of [func@comparison_untold]
 * @value: a value of the record
 * @after: a value of the draft
 *
 * Returns: whether they say the same, but for what is added to a date when it is handed out
 */
gboolean
fonds_comparison_same (guint untold, const FondsValue *value, const FondsValue *after)
{
  FondsValue was = leave_out (value, untold, after), plain = *after;
  const FondsValue *before = &was;

  if (fonds_value_equal (before, after))
    return TRUE;
  if (!adds_made_bounds (before, after))
    return FALSE;
  plain.attr[FONDS_ATTR_START] = plain.attr[FONDS_ATTR_END] = NULL;
  if (has_made_wording (before, after))
    plain.attr[FONDS_ATTR_TEXT] = NULL;
  plain.attr[FONDS_ATTR_EDTF] = before->attr[FONDS_ATTR_EDTF];
  return fonds_value_equal (before, &plain);
}

static const char *
say (const FondsValue *value)
{
  if (value == NULL)
    return NULL;
  return value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                              : value->attr[FONDS_ATTR_EDTF];
}

static void
free_cell (gpointer data)
{
  FondsCellChange *cell = data;

  g_free (cell->field);
  g_free (cell->before);
  g_free (cell->after);
  g_free (cell);
}

static void
note_cell (FondsDifference *difference, const char *field, const char *before, const char *after)
{
  FondsCellChange *cell = g_new0 (FondsCellChange, 1);

  cell->field = g_strdup (field);
  cell->before = g_strdup (before);
  cell->after = g_strdup (after);
  if (difference->cells == NULL)
    difference->cells = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (difference->cells, cell);
}

/**
 * fonds_comparison_note:
 * @self: a comparison
 * @field: a field that differs
 * @before: (nullable): its first value that differs, as it is
 * @after: (nullable): and as it will be
 *
 * Counts and keeps a difference; the first one speaks for all.
 */
void
fonds_comparison_note (FondsComparison *self,
                       const char *field,
                       const FondsValue *before,
                       const FondsValue *after)
{
  note_cell (self->difference, field, say (before), say (after));
  if (self->difference->n++ > 0)
    return;
  self->difference->field = g_strdup (field);
  self->difference->before = g_strdup (say (before));
  self->difference->after = g_strdup (say (after));
}

static gboolean
covers_type (const FondsStep *step, const FondsValue *value)
{
  if (step->type == NULL || fonds_plan_has_part (step, FONDS_PART_TYPE))
    return TRUE;
  return g_strcmp0 (fonds_draft_code (step->codes, step->type), value->attr[FONDS_ATTR_TYPE]) == 0;
}

static gboolean
covers_language (const FondsStep *step, const FondsDraft *draft, const FondsValue *value)
{
  const char *language = value->attr[FONDS_ATTR_LANGUAGE];

  if (!step->translatable || fonds_plan_has_part (step, FONDS_PART_LANGUAGE))
    return TRUE;
  if (step->instruction->language != NULL)
    return strcmp (step->instruction->language, language != NULL ? language : "") == 0;
  for (guint i = 0; i < draft->languages->len; i++)
    if (strcmp (g_ptr_array_index (draft->languages, i), language != NULL ? language : "") == 0)
      return TRUE;
  return FALSE;
}

/* Whether one of the steps that fill a field speaks for a value of the record. */
static gboolean
covers (const FondsDraft *draft, const FondsStep *step, const FondsValue *value)
{
  while (TRUE)
    {
      if (covers_type (step, value) && covers_language (step, draft, value))
        return TRUE;
      if (step->next < 0)
        return FALSE;
      step = &g_array_index (draft->plan->steps, FondsStep, step->next);
    }
}

static GPtrArray *
list_covered (const FondsDraft *draft, const FondsStep *step, const FondsBody *body)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < fonds_body_n_values (body, step->field); i++)
    {
      const FondsValue *value = fonds_body_value (body, step->field, i);

      if (body == draft->body || covers (draft, step, value))
        g_ptr_array_add (values, (gpointer) value);
    }
  return values;
}

/* The order counts among values of one language and role only. */
static int
compare_values (gconstpointer a, gconstpointer b)
{
  const FondsValue *one = *(const FondsValue *const *) a;
  const FondsValue *other = *(const FondsValue *const *) b;
  int order = g_strcmp0 (one->attr[FONDS_ATTR_LANGUAGE], other->attr[FONDS_ATTR_LANGUAGE]);

  return order != 0 ? order : g_strcmp0 (one->attr[FONDS_ATTR_TYPE], other->attr[FONDS_ATTR_TYPE]);
}

static int
compare_languages (gconstpointer a, gconstpointer b)
{
  const FondsValue *one = *(const FondsValue *const *) a;
  const FondsValue *other = *(const FondsValue *const *) b;

  return g_strcmp0 (one->attr[FONDS_ATTR_LANGUAGE], other->attr[FONDS_ATTR_LANGUAGE]);
}

/* Returns whether both say the same; else the first values that differ. */
static gboolean
same_values (const FondsComparison *self,
             const FondsStep *step,
             GPtrArray *before,
             GPtrArray *after,
             const FondsValue **was,
             const FondsValue **will_be)
{
  guint untold = fonds_comparison_untold (self->draft->plan, step);
  gboolean by_type = step->type != NULL && !fonds_plan_has_part (step, FONDS_PART_TYPE);

  g_ptr_array_sort (before, by_type ? compare_values : compare_languages);
  g_ptr_array_sort (after, by_type ? compare_values : compare_languages);
  for (guint i = 0; i < MAX (before->len, after->len); i++)
    {
      *was = i < before->len ? g_ptr_array_index (before, i) : NULL;
      *will_be = i < after->len ? g_ptr_array_index (after, i) : NULL;
      if (*was == NULL || *will_be == NULL || !fonds_comparison_same (untold, *was, *will_be))
        return FALSE;
    }
  return TRUE;
}

/* Takes a value that says the same out of those that stood there. */
static const FondsValue *
take_same (GPtrArray *before, guint untold, const FondsValue *value)
{
  for (guint i = 0; i < before->len; i++)
    if (fonds_comparison_same (untold, g_ptr_array_index (before, i), value))
      return g_ptr_array_steal_index (before, i);
  return NULL;
}

/* Values that stay keep what stands beside them. */
static void
add_draft_values (FondsComparison *self, const FondsStep *step)
{
  g_autoptr (GPtrArray) before = list_covered (self->draft, step, self->current);
  guint untold = fonds_comparison_untold (self->draft->plan, step);

  for (guint i = 0; i < fonds_body_n_values (self->draft->body, step->field); i++)
    {
      const FondsValue *value = fonds_body_value (self->draft->body, step->field, i);
      const FondsValue *same = take_same (before, untold, value);

      fonds_body_add_copy (self->result, step->field, same != NULL ? same : value);
    }
}

/* Puts the draft's values where the first of those stood that they replace. */
static void
replace (FondsComparison *self, const FondsStep *step)
{
  FondsBody *result = fonds_comparison_result (self);
  gboolean placed = FALSE;

  fonds_body_clear_field (result, step->field);
  for (guint i = 0; i < fonds_body_n_values (self->current, step->field); i++)
    {
      const FondsValue *value = fonds_body_value (self->current, step->field, i);
      gboolean covered = covers (self->draft, step, value);

      if (!covered)
        fonds_body_add_copy (result, step->field, value);
      else if (!placed)
        add_draft_values (self, step);
      placed = placed || covered;
    }
  if (!placed)
    add_draft_values (self, step);
}

static void
compare_step (FondsComparison *self, const FondsStep *step)
{
  g_autoptr (GPtrArray) before = list_covered (self->draft, step, self->current);
  g_autoptr (GPtrArray) after = list_covered (self->draft, step, self->draft->body);
  const FondsValue *was = NULL, *will_be = NULL;

  if (same_values (self, step, before, after, &was, &will_be))
    return;
  fonds_comparison_note (self, step->field, was, will_be);
  replace (self, step);
}

static gboolean
has_equal (const FondsComparison *self, const FondsStep *step, const FondsValue *value)
{
  guint untold = fonds_comparison_untold (self->draft->plan, step);

  for (guint i = 0; i < fonds_body_n_values (self->current, step->field); i++)
    if (fonds_comparison_same (untold, fonds_body_value (self->current, step->field, i), value))
      return TRUE;
  return FALSE;
}

static void
add_missing (FondsComparison *self, const FondsStep *step)
{
  for (guint i = 0; i < fonds_body_n_values (self->draft->body, step->field); i++)
    {
      const FondsValue *value = fonds_body_value (self->draft->body, step->field, i);

      if (has_equal (self, step, value))
        continue;
      fonds_comparison_note (self, step->field, NULL, value);
      fonds_body_add_copy (fonds_comparison_result (self), step->field, value);
    }
}

/* The parent is said by a column of its own, not by a step. */
static void
compare_parent (FondsComparison *self)
{
  const FondsPlan *plan = self->draft->plan;
  gboolean says_parent =
      plan->parent != FONDS_COLUMN_NONE || plan->parent_slug != FONDS_COLUMN_NONE;
  const char *before, *after;
  FondsBody *result;

  if (!says_parent || plan->parent_field == NULL || plan->mapping->adds)
    return;
  before = fonds_body_ref (self->current, plan->parent_field);
  after = fonds_body_ref (self->draft->body, plan->parent_field);
  if (g_strcmp0 (before, after) == 0)
    return;
  fonds_comparison_note (self, plan->parent_field, NULL, NULL);
  result = fonds_comparison_result (self);
  fonds_body_clear_field (result, plan->parent_field);
  fonds_body_clear_field (result, "position");
  if (after != NULL)
    fonds_body_add_ref (result, plan->parent_field, after);
}

/**
 * fonds_compare:
 * @current: a record as it is in the catalogue
 * @draft: what its rows say
 * @difference: (out): what is told of the change
 *
 * Works out what a record becomes.
 *
 * Returns: (transfer full) (nullable): its new body, or %NULL where nothing changes
 */
FondsBody *
fonds_compare (const FondsBody *current, const FondsDraft *draft, FondsDifference *difference)
{
  FondsComparison self = { current, draft, NULL, difference };

  *difference = (FondsDifference){ NULL };
  for (guint i = 0; i < draft->plan->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (draft->plan->steps, FondsStep, i);

      if (step->follows)
        continue;
      if (step->group != NULL)
        fonds_compare_group (&self, step);
      else if (draft->plan->mapping->adds)
        add_missing (&self, step);
      else
        compare_step (&self, step);
    }
  compare_parent (&self);
  return self.result;
}
