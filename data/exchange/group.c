/* group.c - which fields belong together, and what parts of a mapping they take
 *
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/group.h"

#include <string.h>

static const FondsGroup groups[] = {
  { "event", TRUE, { "dates", "creator", "creatorHistory", "eventPlace", "eventNote" } },
  { "accessionEvent",
    FALSE,
    { "accessionEventType", "accessionEventDate", "accessionEventAgent", "accessionEventNote" } },
  { "deaccession",
    FALSE,
    { "deaccessionNumber", "deaccessionDate", "deaccessionScope", "deaccessionDescription",
      "deaccessionExtent", "deaccessionReason" } },
};

static const struct
{
  const char *group;
  FondsPart part;
  const char *field;
  FondsAttr attr;
} slots[] = {
  { "event", FONDS_PART_TEXT, "dates", FONDS_ATTR_TEXT },
  { "event", FONDS_PART_START, "dates", FONDS_ATTR_START },
  { "event", FONDS_PART_END, "dates", FONDS_ATTR_END },
  { "event", FONDS_PART_EDTF, "dates", FONDS_ATTR_EDTF },
  { "event", FONDS_PART_CALENDAR, "dates", FONDS_ATTR_CALENDAR },
  { "event", FONDS_PART_ACTOR, "creator", FONDS_ATTR_REF },
  { "event", FONDS_PART_HISTORY, "creatorHistory", FONDS_ATTR_TEXT },
  { "event", FONDS_PART_PLACE, "eventPlace", FONDS_ATTR_REF },
  { "event", FONDS_PART_NOTE, "eventNote", FONDS_ATTR_TEXT },
  { "accessionEvent", FONDS_PART_TYPE, "accessionEventType", FONDS_ATTR_TEXT },
  { "accessionEvent", FONDS_PART_TEXT, "accessionEventDate", FONDS_ATTR_TEXT },
  { "accessionEvent", FONDS_PART_ACTOR, "accessionEventAgent", FONDS_ATTR_TEXT },
  { "accessionEvent", FONDS_PART_NOTE, "accessionEventNote", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_NUMBER, "deaccessionNumber", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_TEXT, "deaccessionDate", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_TYPE, "deaccessionScope", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_NOTE, "deaccessionDescription", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_EXTENT, "deaccessionExtent", FONDS_ATTR_TEXT },
  { "deaccession", FONDS_PART_REASON, "deaccessionReason", FONDS_ATTR_TEXT },
};

/**
 * fonds_group_find:
 * @id: what a mapping calls it
 *
 * Returns: (nullable): the group
 */
const FondsGroup *
fonds_group_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (strcmp (groups[i].id, id) == 0)
      return &groups[i];
  return NULL;
}

/**
 * fonds_group_of_field:
 * @field: a field's id
 *
 * Returns: (nullable): the group that it is a part of
 */
const FondsGroup *
fonds_group_of_field (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strv_contains (groups[i].fields, field))
      return &groups[i];
  return NULL;
}

/**
 * fonds_group_slot:
 * @self: a group
 * @part: a part of a mapping
 * @field: (out): the field that it goes to
 * @attr: (out): the attribute of that field's value
 *
 * Returns: whether the group has such a part in a value of its own
 */
gboolean
fonds_group_slot (const FondsGroup *self, FondsPart part, const char **field, FondsAttr *attr)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (slots[i].part == part && strcmp (slots[i].group, self->id) == 0)
      {
        *field = slots[i].field;
        *attr = slots[i].attr;
        return TRUE;
      }
  return FALSE;
}
