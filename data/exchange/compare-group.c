/* compare-group.c - what a draft changes in the events of a record
 *
 * Events are compared whole, in their order. Those that stay keep their value key where the order
 * allows it; keys always rise, since they say the order.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/compare-private.h"

#include "data/catalogue/field.h"
#include "data/exchange/draft-private.h"

#include <stdlib.h>
#include <string.h>

static gboolean
covers (const FondsDraft *draft, const FondsStep *step, const FondsGroupMember *member)
{
  while (TRUE)
    {
      const FondsField *field =
          fonds_field_find (fonds_body_kind (draft->body), step->group->fields[0]);
      const char *codes = field != NULL ? field->codes : NULL;

      if (step->type == NULL || fonds_plan_has_part (step, FONDS_PART_TYPE) ||
          g_strcmp0 (fonds_draft_code (codes, step->type), fonds_group_type (member)) == 0)
        return TRUE;
      if (step->next < 0)
        return FALSE;
      step = &g_array_index (draft->plan->steps, FondsStep, step->next);
    }
}

/* Whether two members say the same. */
static gboolean
same_member (guint untold, const FondsGroupMember *before, const FondsGroupMember *after)
{
  for (guint i = 0; i < FONDS_GROUP_FIELDS_MAX; i++)
    if ((before->values[i] == NULL) != (after->values[i] == NULL) ||
        (before->values[i] != NULL &&
         !fonds_comparison_same (untold, before->values[i], after->values[i])))
      return FALSE;
  return TRUE;
}

static GArray *
list_covered (const FondsDraft *draft, const FondsStep *step, const FondsBody *body)
{
  GArray *members = fonds_group_list (step->group, body, NULL);

  for (guint i = members->len; i > 0 && body != draft->body; i--)
    if (!covers (draft, step, &g_array_index (members, FondsGroupMember, i - 1)))
      g_array_remove_index (members, i - 1);
  return members;
}

static gboolean
same_members (guint untold, GArray *before, GArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    if (!same_member (untold, &g_array_index (before, FondsGroupMember, i),
                      &g_array_index (after, FondsGroupMember, i)))
      return FALSE;
  return TRUE;
}

static guint
number_of (const FondsGroupMember *member)
{
  return member->key != NULL && *member->key == 'e' ? (guint) atoi (member->key + 1) : 0;
}

static gboolean
is_taken (GArray *kept, guint number)
{
  for (guint i = 0; i < kept->len; i++)
    if (number_of (&g_array_index (kept, FondsGroupMember, i)) == number)
      return TRUE;
  return FALSE;
}

static const FondsGroupMember *
find_same (guint untold, GArray *before, const FondsGroupMember *member, guint last)
{
  for (guint i = 0; i < before->len; i++)
    {
      const FondsGroupMember *old = &g_array_index (before, FondsGroupMember, i);

      if (number_of (old) > last && same_member (untold, old, member))
        return old;
    }
  return NULL;
}

/* The number of a member: that of an equal one before, if it comes after the last number given. */
static guint
choose_number (const FondsGroupMember *same, GArray *kept, guint last)
{
  if (same != NULL)
    return number_of (same);
  do
    last++;
  while (is_taken (kept, last));
  return last;
}

static void
add_member (FondsBody *result,
            const FondsGroup *group,
            const FondsGroupMember *member,
            guint number)
{
  char key[16];

  fonds_group_key (number, key);
  for (guint i = 0; group->fields[i] != NULL; i++)
    if (member->values[i] != NULL)
      fonds_body_set (result, fonds_body_add_copy (result, group->fields[i], member->values[i]),
                      FONDS_ATTR_KEY, key);
}

static void
clear_fields (FondsBody *result, const FondsGroup *group)
{
  for (guint i = 0; group->fields[i] != NULL; i++)
    fonds_body_clear_field (result, group->fields[i]);
}

static void
keep_member (FondsBody *result, const FondsGroup *group, const FondsGroupMember *member)
{
  for (guint i = 0; group->fields[i] != NULL; i++)
    if (member->values[i] != NULL)
      fonds_body_add_copy (result, group->fields[i], member->values[i]);
}

/* The members of the record that no step speaks for. */
static GArray *
list_kept (const FondsDraft *draft, const FondsStep *step, const FondsBody *current)
{
  GArray *kept = fonds_group_list (step->group, current, NULL);

  for (guint i = kept->len; i > 0; i--)
    if (covers (draft, step, &g_array_index (kept, FondsGroupMember, i - 1)))
      g_array_remove_index (kept, i - 1);
  return kept;
}

static void
note (FondsComparison *self, const FondsStep *step, GArray *before, GArray *after)
{
  guint untold = fonds_comparison_untold (self->draft->plan, step);
  guint i = 0;

  while (i < before->len && i < after->len &&
         same_member (untold, &g_array_index (before, FondsGroupMember, i),
                      &g_array_index (after, FondsGroupMember, i)))
    i++;
  fonds_comparison_note (self, step->group->fields[0],
                         i < before->len ? g_array_index (before, FondsGroupMember, i).values[0]
                                         : NULL,
                         i < after->len ? g_array_index (after, FondsGroupMember, i).values[0]
                                        : NULL);
}

static void
replace (FondsComparison *self, const FondsStep *step, GArray *before, GArray *after)
{
  g_autoptr (GArray) kept = list_kept (self->draft, step, self->current);
  guint untold = fonds_comparison_untold (self->draft->plan, step);
  FondsBody *result = fonds_comparison_result (self);
  guint last = 0;

  clear_fields (result, step->group);
  for (guint i = 0; i < kept->len; i++)
    keep_member (result, step->group, &g_array_index (kept, FondsGroupMember, i));
  for (guint i = 0; i < after->len; i++)
    {
      const FondsGroupMember *member = &g_array_index (after, FondsGroupMember, i);

      const FondsGroupMember *same = find_same (untold, before, member, last);

      last = choose_number (same, kept, last);
      add_member (result, step->group, same != NULL ? same : member, last);
    }
}

static gboolean
has_equal (guint untold, GArray *members, const FondsGroupMember *member)
{
  for (guint i = 0; i < members->len; i++)
    if (same_member (untold, &g_array_index (members, FondsGroupMember, i), member))
      return TRUE;
  return FALSE;
}

static void
add_missing (FondsComparison *self, const FondsStep *step, GArray *before, GArray *after)
{
  guint untold = fonds_comparison_untold (self->draft->plan, step);
  guint last = 0;

  for (guint i = 0; i < before->len; i++)
    last = MAX (last, number_of (&g_array_index (before, FondsGroupMember, i)));
  for (guint i = 0; i < after->len; i++)
    {
      const FondsGroupMember *member = &g_array_index (after, FondsGroupMember, i);

      if (has_equal (untold, before, member))
        continue;
      fonds_comparison_note (self, step->group->fields[0], NULL, member->values[0]);
      add_member (fonds_comparison_result (self), step->group, member, ++last);
    }
}

/**
 * fonds_compare_group:
 * @self: a comparison
 * @step: the first of the steps that fill a group
 *
 * Compares the members of a group, such as events.
 */
void
fonds_compare_group (FondsComparison *self, const FondsStep *step)
{
  g_autoptr (GArray) before = list_covered (self->draft, step, self->current);
  g_autoptr (GArray) after = list_covered (self->draft, step, self->draft->body);

  if (self->draft->plan->mapping->adds)
    {
      before = (g_array_unref (before), fonds_group_list (step->group, self->current, NULL));
      add_missing (self, step, before, after);
      return;
    }
  if (same_members (fonds_comparison_untold (self->draft->plan, step), before, after))
    return;
  note (self, step, before, after);
  replace (self, step, before, after);
}
