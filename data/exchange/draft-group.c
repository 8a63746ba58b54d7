/* draft-group.c - one event of a draft: values of several fields under one value key
 *
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/draft-private.h"

#include "data/catalogue/field.h"

#include <string.h>

static const char *
type_of (const FondsDraftWork *work, const FondsField *field, const FondsSlot *slot)
{
  const char *type =
      slot->part[FONDS_PART_TYPE] != NULL ? slot->part[FONDS_PART_TYPE] : work->step->type;

  return field != NULL && field->codes != NULL ? fonds_draft_code (field->codes, type) : type;
}

static gboolean
add_reference (const FondsDraftWork *work,
               const FondsField *field,
               const char *text,
               FondsValue **value,
               GError **error)
{
  FondsSlot name = { { NULL } };
  g_autoptr (GError) own = NULL;
  FondsUid uid;

  name.part[FONDS_PART_TEXT] = text;
  if (fonds_draft_resolve (work, field->id, field->targets, &name, uid, &own))
    *value = fonds_body_add_ref (work->draft->body, field->id, uid);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static FondsValue *
add_text (const FondsDraftWork *work,
          const FondsField *field,
          const FondsSlot *slot,
          const char *text)
{
  gboolean translatable = (field->flags & FONDS_FIELD_TRANSLATABLE) != 0;

  if (field->datatype == FONDS_TYPE_CODE)
    text = fonds_draft_code (field->codes, text);
  return fonds_body_add_text (work->draft->body, field->id, text,
                              translatable ? fonds_draft_language (work, slot) : NULL);
}

static FondsValue *
add_date (const FondsDraftWork *work, const FondsField *field, const FondsSlot *slot)
{
  FondsValue *value = fonds_body_add (work->draft->body, field->id);

  fonds_draft_date (work, field->id, value, slot);
  return value;
}

/* The value of one field of the group, or none. */
static gboolean
add_member (const FondsDraftWork *work,
            const FondsField *field,
            const FondsSlot *slot,
            FondsValue **value,
            GError **error)
{
  *value = NULL;
  for (int part = 0; part < FONDS_N_PARTS && *value == NULL; part++)
    {
      const char *id;
      FondsAttr attr;

      if (slot->part[part] == NULL || !fonds_group_slot (work->step->group, part, &id, &attr) ||
          strcmp (id, field->id) != 0)
        continue;
      if (field->datatype == FONDS_TYPE_DATE)
        *value = add_date (work, field, slot);
      else if (attr != FONDS_ATTR_REF)
        *value = add_text (work, field, slot, slot->part[part]);
      else if (!add_reference (work, field, slot->part[part], value, error))
        return FALSE;
    }
  return TRUE;
}

/* Several steps may make events of one record; each goes on where the one before ended. */
static guint
first_free_number (const FondsDraftWork *work, guint number)
{
  g_autoptr (GArray) members = fonds_group_list (work->step->group, work->draft->body, NULL);
  guint highest = 0;

  for (guint i = 0; i < members->len; i++)
    {
      const char *key = g_array_index (members, FondsGroupMember, i).key;

      highest = MAX (highest, key != NULL && *key == 'e' ? (guint) atoi (key + 1) : 0);
    }
  return highest >= number ? highest + 1 : number;
}

/**
 * fonds_draft_add_group:
 * @work: what is being made; its step fills a group
 * @slot: the parts of one member
 * @number: its place in the cells, from 1
 * @error: return location for an error of the catalogue
 *
 * Adds one member of a group, such as an event, to a draft.
 *
 * Returns: %FALSE for an error of the catalogue
 */
gboolean
fonds_draft_add_group (const FondsDraftWork *work,
                       const FondsSlot *slot,
                       guint number,
                       GError **error)
{
  const FondsGroup *group = work->step->group;
  FondsBody *body = work->draft->body;
  char key[16];

  fonds_group_key (first_free_number (work, number), key);
  for (guint i = 0; group->fields[i] != NULL; i++)
    {
      const FondsField *field = fonds_field_find (fonds_body_kind (body), group->fields[i]);
      FondsValue *value;

      if (field == NULL)
        continue;
      if (!add_member (work, field, slot, &value, error))
        return FALSE;
      if (value == NULL)
        continue;
      fonds_body_set (body, value, FONDS_ATTR_KEY, key);
      if (group->typed)
        fonds_body_set (body, value, FONDS_ATTR_TYPE, type_of (work, field, slot));
    }
  return TRUE;
}
