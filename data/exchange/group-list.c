/* group-list.c - which values of a body belong together
 *
 * That is said by their value key: "e1", "e2" … in the order of the source. Values whose key is none of
 * these are events of their own. So the empty places of AtoM's parallel lists survive, and an event can
 * have a creator without a date.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/group.h"

/**
 * fonds_group_key:
 * @number: which member, from 1
 * @key: (out): the value key that its values share
 *
 * Writes the key of a member.
 */
void
fonds_group_key (guint number, char key[16])
{
  g_snprintf (key, 16, "e%u", number);
}

static guint64
number_of (const char *key)
{
  return key != NULL && *key == 'e' ? g_ascii_strtoull (key + 1, NULL, 10) : 0;
}

static FondsGroupMember *
find_member (GArray *members, const char *key)
{
  for (guint i = 0; number_of (key) > 0 && i < members->len; i++)
    {
      FondsGroupMember *member = &g_array_index (members, FondsGroupMember, i);

      if (g_strcmp0 (member->key, key) == 0)
        return member;
    }
  return NULL;
}

static void
collect (GArray *members, const FondsValue *value, guint field)
{
  const char *key = value->attr[FONDS_ATTR_KEY];
  FondsGroupMember *member = find_member (members, key);

  if (member == NULL || member->values[field] != NULL)
    {
      FondsGroupMember fresh = { .key = key };

      g_array_append_val (members, fresh);
      member = &g_array_index (members, FondsGroupMember, members->len - 1);
    }
  member->values[field] = value;
}

/* Numbered ones in their order, then the others as they came. */
static int
compare_members (gconstpointer a, gconstpointer b)
{
  guint64 of_a = number_of (((const FondsGroupMember *) a)->key) - 1;
  guint64 of_b = number_of (((const FondsGroupMember *) b)->key) - 1;

  return (of_a > of_b) - (of_a < of_b);
}

/**
 * fonds_group_list:
 * @self: a group
 * @body: a body
 * @type: (nullable): only members of this type
 *
 * Puts together what belongs together.
 *
 * Returns: (transfer full) (element-type FondsGroupMember): the members in their order; valid until
 *   the body changes
 */
GArray *
fonds_group_list (const FondsGroup *self, const FondsBody *body, const char *type)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (FondsGroupMember));

  for (guint i = 0; self->fields[i] != NULL; i++)
    for (guint j = 0; j < fonds_body_n_values (body, self->fields[i]); j++)
      {
        const FondsValue *value = fonds_body_value (body, self->fields[i], j);

        if (type == NULL || g_strcmp0 (value->attr[FONDS_ATTR_TYPE], type) == 0)
          collect (members, value, i);
      }
  g_array_sort (members, compare_members);
  return members;
}

/**
 * fonds_group_type:
 * @member: a member of a group
 *
 * Returns: (nullable): its type
 */
const char *
fonds_group_type (const FondsGroupMember *member)
{
  for (guint i = 0; i < FONDS_GROUP_FIELDS_MAX; i++)
    if (member->values[i] != NULL)
      return member->values[i]->attr[FONDS_ATTR_TYPE];
  return NULL;
}
