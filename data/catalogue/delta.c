/* delta.c - what differs between two bodies
 *
 * A delta is a small body that holds only the fields that differ, as they were on one side; a field
 * that side lacks stands in it as an empty one named in "gone". So the journal grows with what was
 * changed, not with what was there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/delta.h"

#include "data/catalogue/body-json.h"

/* The field of a delta in which the fields that its side lacks are named. */
#define GONE "-gone"

static void
take_side (FondsBody *delta, const FondsBody *side, const char *field)
{
  guint n = fonds_body_n_values (side, field);

  if (n == 0)
    fonds_body_add_text (delta, GONE, field, NULL);
  for (guint i = 0; i < n; i++)
    fonds_body_add_copy (delta, field, fonds_body_value (side, field, i));
}

static gboolean
compare (const FondsBody *fields_of,
         const FondsBody *other,
         gboolean only_missing,
         FondsBody *of_fields,
         FondsBody *of_other)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < fonds_body_n_fields (fields_of); i++)
    {
      const char *field = fonds_body_field_id (fields_of, i);

      if (only_missing ? fonds_body_n_values (other, field) > 0
                       : fonds_body_equal_field (fields_of, other, field))
        continue;
      take_side (of_fields, fields_of, field);
      take_side (of_other, other, field);
      differs = TRUE;
    }
  return differs;
}

/**
 * fonds_delta_between:
 * @before: a body
 * @after: a body of the same document
 * @before_json: (out) (transfer full) (nullable): the differing fields as they were
 * @after_json: (out) (transfer full) (nullable): the differing fields as they became
 *
 * Says what differs.
 *
 * Returns: whether anything does; otherwise both are %NULL
 */
gboolean
fonds_delta_between (const FondsBody *before,
                     const FondsBody *after,
                     char **before_json,
                     char **after_json)
{
  g_autoptr (FondsBody) was = fonds_body_new (fonds_body_kind (before));
  g_autoptr (FondsBody) became = fonds_body_new (fonds_body_kind (after));
  gboolean differs;

  *before_json = *after_json = NULL;
  differs = compare (after, before, FALSE, became, was);
  differs = compare (before, after, TRUE, was, became) || differs;
  if (!differs)
    return FALSE;
  *before_json = fonds_body_to_json (was);
  *after_json = fonds_body_to_json (became);
  return TRUE;
}

/**
 * fonds_delta_apply:
 * @body: a body
 * @delta: one side of a delta, as JSON
 * @error: return location for %FONDS_CATALOGUE_ERROR_BODY
 *
 * Puts the fields of a delta into a body, or takes them away where that side lacked them.
 *
 * Returns: whether the delta could be read
 */
gboolean
fonds_delta_apply (FondsBody *body, const char *delta, GError **error)
{
  g_autoptr (FondsBody) side = fonds_body_from_json (delta, -1, error);

  if (side == NULL)
    return FALSE;
  for (guint i = 0; i < fonds_body_n_values (side, GONE); i++)
    fonds_body_clear_field (body, fonds_body_value (side, GONE, i)->attr[FONDS_ATTR_TEXT]);
  for (guint i = 0; i < fonds_body_n_fields (side); i++)
    {
      const char *field = fonds_body_field_id (side, i);

      if (g_str_equal (field, GONE))
        continue;
      fonds_body_clear_field (body, field);
      for (guint j = 0; j < fonds_body_n_values (side, field); j++)
        fonds_body_add_copy (body, field, fonds_body_value (side, field, j));
    }
  return TRUE;
}
