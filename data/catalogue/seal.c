/* seal.c - gives a body's values their keys and generations before it is saved
 *
 * A value that says what it said before keeps the generation in which it last changed; any other is
 * of the generation now saved (design §11). A value without a key takes that of an equal value of
 * the previous body, else the next number of its field.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/seal.h"

#include "data/catalogue/body-private.h"

#include <string.h>

static gboolean
key_is_taken (const GArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (g_array_index (values, FondsValue, i).attr[FONDS_ATTR_KEY], key) == 0)
      return TRUE;
  return FALSE;
}

static guint64
highest_key (const GArray *values)
{
  guint64 highest = 0;

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const char *key = g_array_index (values, FondsValue, i).attr[FONDS_ATTR_KEY];

      highest = MAX (highest, key != NULL ? g_ascii_strtoull (key, NULL, 10) : 0);
    }
  return highest;
}

static const char *
key_of_equal (const GArray *values, const GArray *before, const FondsValue *value)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const FondsValue *old = &g_array_index (before, FondsValue, i);

      if (old->attr[FONDS_ATTR_KEY] != NULL && fonds_value_equal (old, value) &&
          !key_is_taken (values, old->attr[FONDS_ATTR_KEY]))
        return old->attr[FONDS_ATTR_KEY];
    }
  return NULL;
}

static void
give_keys (FondsBody *body, GArray *values, const GArray *before)
{
  guint64 last = MAX (highest_key (values), highest_key (before));
  char number[24];

  for (guint i = 0; i < values->len; i++)
    {
      FondsValue *value = &g_array_index (values, FondsValue, i);
      const char *key;

      if (value->attr[FONDS_ATTR_KEY] != NULL)
        continue;
      key = key_of_equal (values, before, value);
      if (key == NULL)
        {
          g_snprintf (number, sizeof number, "%" G_GUINT64_FORMAT, ++last);
          key = number;
        }
      fonds_body_set (body, value, FONDS_ATTR_KEY, key);
    }
}

static gint64
generation_before (const GArray *before, const FondsValue *value)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const FondsValue *old = &g_array_index (before, FondsValue, i);

      if (g_strcmp0 (old->attr[FONDS_ATTR_KEY], value->attr[FONDS_ATTR_KEY]) == 0 &&
          g_strcmp0 (old->attr[FONDS_ATTR_POSITION], value->attr[FONDS_ATTR_POSITION]) == 0 &&
          fonds_value_equal (old, value))
        return old->generation;
    }
  return 0;
}

static const GArray *
values_before (const FondsBody *previous, const char *field)
{
  for (guint i = 0; previous != NULL && i < previous->fields->len; i++)
    {
      const FondsBodyField *old = &g_array_index (previous->fields, FondsBodyField, i);

      if (strcmp (old->id, field) == 0)
        return old->values;
    }
  return NULL;
}

/**
 * fonds_seal:
 * @body: what is to be saved
 * @previous: (nullable): what was saved last
 * @rev: the generation that the save makes
 *
 * Gives every value its key and its generation.
 */
void
fonds_seal (FondsBody *body, const FondsBody *previous, gint64 rev)
{
  for (guint i = 0; i < body->fields->len; i++)
    {
      FondsBodyField *field = &g_array_index (body->fields, FondsBodyField, i);
      const GArray *before = values_before (previous, field->id);

      give_keys (body, field->values, before);
      for (guint j = 0; j < field->values->len; j++)
        {
          FondsValue *value = &g_array_index (field->values, FondsValue, j);
          gint64 generation = generation_before (before, value);

          value->generation = generation > 0 ? generation : rev;
        }
    }
}
