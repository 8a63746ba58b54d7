/* body.c - a document's body: fields, each with its values
 *
 * Fields are kept in the order of their ids, so that the same body has one spelling. All texts live
 * in one chunk of the body's own: a body is made, filled and thrown away a million times in an import.
 * Any field id is taken, those that this version does not know included.
 * Thread: belongs to whoever made it. Ownership: everything reachable is owned by the body.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/body-private.h"

#include <string.h>

static const char *const attr_ids[FONDS_N_ATTRS] = {
  "k", "t", "l", "y", "r", "e", "s", "n", "c", "w", "sc", "ro", "o", "p",
};

/**
 * fonds_attr_id:
 * @attr: an attribute
 *
 * Returns: its key in the body's JSON
 */
const char *
fonds_attr_id (FondsAttr attr)
{
  return attr_ids[attr];
}

/* Returns where the field is, or where it would go. */
static gboolean
locate (const FondsBody *self, const char *field, guint *at)
{
  guint low = 0, high = self->fields->len;

  /* Bodies are written in order, so when one is read nearly every value is the last field's, or the
   * next one's. */
  if (high > 0)
    {
      int order = strcmp (g_array_index (self->fields, FondsBodyField, high - 1).id, field);

      if (order <= 0)
        {
          *at = order == 0 ? high - 1 : high;
          return order == 0;
        }
      high--;
    }
  while (low < high)
    {
      guint middle = (low + high) / 2;
      int order = strcmp (g_array_index (self->fields, FondsBodyField, middle).id, field);

      if (order == 0)
        {
          *at = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *at = low;
  return FALSE;
}

static FondsBodyField *
find (const FondsBody *self, const char *field)
{
  guint at;

  return locate (self, field, &at) ? &g_array_index (self->fields, FondsBodyField, at) : NULL;
}

static void
clear_field (gpointer data)
{
  g_array_unref (((FondsBodyField *) data)->values);
}

/**
 * fonds_body_new:
 * @kind: what the document is
 *
 * Makes an empty body without a uid.
 *
 * Returns: (transfer full): the body
 */
FondsBody *
fonds_body_new (FondsKind kind)
{
  FondsBody *self = g_new0 (FondsBody, 1);

  self->kind = kind;
  self->texts = g_string_chunk_new (1000);
  self->fields = g_array_sized_new (FALSE, FALSE, sizeof (FondsBodyField), 16);
  g_array_set_clear_func (self->fields, clear_field);
  return self;
}

/**
 * fonds_body_free:
 * @self: (transfer full) (nullable): a body
 *
 * Frees a body with all its texts.
 */
void
fonds_body_free (FondsBody *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->fields);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * fonds_body_copy:
 * @self: a body
 *
 * Copies a body with all that it holds.
 *
 * Returns: (transfer full): the copy
 */
FondsBody *
fonds_body_copy (const FondsBody *self)
{
  FondsBody *copy = fonds_body_new (self->kind);

  fonds_body_set_uid (copy, self->uid);
  copy->rest = self->rest != NULL ? g_string_chunk_insert (copy->texts, self->rest) : NULL;
  for (guint i = 0; i < self->fields->len; i++)
    {
      const FondsBodyField *field = &g_array_index (self->fields, FondsBodyField, i);

      for (guint j = 0; j < field->values->len; j++)
        fonds_body_add_copy (copy, field->id, &g_array_index (field->values, FondsValue, j));
    }
  return copy;
}

/**
 * fonds_body_kind:
 * @self: a body
 *
 * Returns: what the document is
 */
FondsKind
fonds_body_kind (const FondsBody *self)
{
  return self->kind;
}

/**
 * fonds_body_uid:
 * @self: a body
 *
 * Returns: (nullable): the document's uid, or %NULL before it has one
 */
const char *
fonds_body_uid (const FondsBody *self)
{
  return self->uid;
}

/**
 * fonds_body_set_uid:
 * @self: a body
 * @uid: (nullable): a uid; copied
 *
 * Says which document this is the body of. The uid is a column of its own, not part of the JSON.
 */
void
fonds_body_set_uid (FondsBody *self, const char *uid)
{
  self->uid = uid != NULL ? g_string_chunk_insert (self->texts, uid) : NULL;
}

/**
 * fonds_body_n_fields:
 * @self: a body
 *
 * Returns: how many fields have values
 */
guint
fonds_body_n_fields (const FondsBody *self)
{
  return self->fields->len;
}

/**
 * fonds_body_field_id:
 * @self: a body
 * @i: from 0, below [method@Body.n_fields]
 *
 * Returns: the id of the field at a place; places are in the order of ids
 */
const char *
fonds_body_field_id (const FondsBody *self, guint i)
{
  return g_array_index (self->fields, FondsBodyField, i).id;
}

/**
 * fonds_body_n_values:
 * @self: a body
 * @field: a field's id
 *
 * Returns: how many values it has
 */
guint
fonds_body_n_values (const FondsBody *self, const char *field)
{
  const FondsBodyField *found = find (self, field);

  return found != NULL ? found->values->len : 0;
}

/**
 * fonds_body_value:
 * @self: a body
 * @field: a field's id
 * @i: from 0
 *
 * Returns: (nullable): the value at a place, or %NULL beyond the last
 */
const FondsValue *
fonds_body_value (const FondsBody *self, const char *field, guint i)
{
  const FondsBodyField *found = find (self, field);

  return found != NULL && i < found->values->len ? &g_array_index (found->values, FondsValue, i)
                                                 : NULL;
}

/**
 * fonds_body_values:
 * @self: a body
 * @field: a field's id
 * @n: (out): how many values it has
 *
 * Returns: (array length=n) (nullable): the values of a field; valid until one is added to it
 */
const FondsValue *
fonds_body_values (const FondsBody *self, const char *field, guint *n)
{
  const FondsBodyField *found = find (self, field);

  *n = found != NULL ? found->values->len : 0;
  return found != NULL ? (const FondsValue *) (const void *) found->values->data : NULL;
}

/**
 * fonds_body_values_at:
 * @self: a body
 * @i: from 0, below [method@Body.n_fields]
 * @n: (out): how many values it has
 *
 * Returns: (array length=n): the values of the field at a place; valid until one is added to it
 */
const FondsValue *
fonds_body_values_at (const FondsBody *self, guint i, guint *n)
{
  const FondsBodyField *found = &g_array_index (self->fields, FondsBodyField, i);

  *n = found->values->len;
  return (const FondsValue *) (const void *) found->values->data;
}

/**
 * fonds_body_text:
 * @self: a body
 * @field: a field's id
 *
 * Returns: (nullable): the text of a field's first value
 */
const char *
fonds_body_text (const FondsBody *self, const char *field)
{
  const FondsValue *value = fonds_body_value (self, field, 0);

  return value != NULL ? value->attr[FONDS_ATTR_TEXT] : NULL;
}

/**
 * fonds_body_ref:
 * @self: a body
 * @field: a field's id
 *
 * Returns: (nullable): the uid that a field's first value refers to
 */
const char *
fonds_body_ref (const FondsBody *self, const char *field)
{
  const FondsValue *value = fonds_body_value (self, field, 0);

  return value != NULL ? value->attr[FONDS_ATTR_REF] : NULL;
}

/**
 * fonds_body_add:
 * @self: a body
 * @field: a field's id; copied
 *
 * Adds an empty value at the end of a field.
 *
 * Returns: (transfer none): the value, to be filled by [method@Body.set]; valid until the next one is
 *   added to the same field
 */
FondsValue *
fonds_body_add (FondsBody *self, const char *field)
{
  FondsValue empty = { { NULL } };
  FondsBodyField *found;
  guint at;

  if (!locate (self, field, &at))
    {
      FondsBodyField fresh = {
        g_string_chunk_insert_const (self->texts, field),
        g_array_sized_new (FALSE, FALSE, sizeof (FondsValue), 1),
      };

      g_array_insert_val (self->fields, at, fresh);
    }
  found = &g_array_index (self->fields, FondsBodyField, at);
  g_array_append_val (found->values, empty);
  return &g_array_index (found->values, FondsValue, found->values->len - 1);
}

/**
 * fonds_body_set:
 * @self: the body that @value is of
 * @value: a value
 * @attr: which attribute
 * @text: (nullable): what it is; copied; %NULL and the empty text take it away
 *
 * Sets one attribute of a value.
 */
void
fonds_body_set (FondsBody *self, FondsValue *value, FondsAttr attr, const char *text)
{
  value->attr[attr] =
      text != NULL && *text != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;
}

/**
 * fonds_body_add_text:
 * @self: a body
 * @field: a field's id
 * @text: the text
 * @language: (nullable): BCP 47
 *
 * Adds a text at the end of a field.
 *
 * Returns: (transfer none): the value, as from [method@Body.add]
 */
FondsValue *
fonds_body_add_text (FondsBody *self, const char *field, const char *text, const char *language)
{
  FondsValue *value = fonds_body_add (self, field);

  fonds_body_set (self, value, FONDS_ATTR_TEXT, text);
  fonds_body_set (self, value, FONDS_ATTR_LANGUAGE, language);
  return value;
}

/**
 * fonds_body_add_ref:
 * @self: a body
 * @field: a field's id
 * @uid: the uid of the document referred to
 *
 * Adds a reference at the end of a field.
 *
 * Returns: (transfer none): the value, as from [method@Body.add]
 */
FondsValue *
fonds_body_add_ref (FondsBody *self, const char *field, const char *uid)
{
  FondsValue *value = fonds_body_add (self, field);

  fonds_body_set (self, value, FONDS_ATTR_REF, uid);
  return value;
}

/**
 * fonds_body_add_copy:
 * @self: a body
 * @field: a field's id
 * @value: a value, of this or another body
 *
 * Adds a copy of a value at the end of a field, its key and generation included.
 *
 * Returns: (transfer none): the copy, as from [method@Body.add]
 */
FondsValue *
fonds_body_add_copy (FondsBody *self, const char *field, const FondsValue *value)
{
  FondsValue original = *value;
  FondsValue *copy = fonds_body_add (self, field);

  for (int i = 0; i < FONDS_N_ATTRS; i++)
    fonds_body_set (self, copy, i, original.attr[i]);
  copy->rest = original.rest != NULL ? g_string_chunk_insert (self->texts, original.rest) : NULL;
  copy->generation = original.generation;
  return copy;
}

/**
 * fonds_body_clear_field:
 * @self: a body
 * @field: a field's id
 *
 * Takes all values of a field away.
 */
void
fonds_body_clear_field (FondsBody *self, const char *field)
{
  guint at;

  if (locate (self, field, &at))
    g_array_remove_index (self->fields, at);
}

/**
 * fonds_body_clear_language:
 * @self: a body
 * @field: a field's id
 * @language: (nullable): BCP 47; %NULL: the values without a language
 *
 * Takes the values of one language away.
 */
void
fonds_body_clear_language (FondsBody *self, const char *field, const char *language)
{
  FondsBodyField *found = find (self, field);

  if (found == NULL)
    return;
  for (guint i = found->values->len; i > 0; i--)
    if (g_strcmp0 (g_array_index (found->values, FondsValue, i - 1).attr[FONDS_ATTR_LANGUAGE],
                   language) == 0)
      g_array_remove_index (found->values, i - 1);
  if (found->values->len == 0)
    fonds_body_clear_field (self, field);
}

/**
 * fonds_value_equal:
 * @a: a value
 * @b: a value
 *
 * Compares what two values say: everything but their key, position and generation.
 *
 * Returns: whether they say the same
 */
gboolean
fonds_value_equal (const FondsValue *a, const FondsValue *b)
{
  for (int i = 0; i < FONDS_N_ATTRS; i++)
    if (i != FONDS_ATTR_KEY && i != FONDS_ATTR_POSITION && g_strcmp0 (a->attr[i], b->attr[i]) != 0)
      return FALSE;
  return g_strcmp0 (a->rest, b->rest) == 0;
}

/**
 * fonds_body_equal_field:
 * @a: a body
 * @b: a body
 * @field: a field's id
 *
 * Compares a field in two bodies to the letter: the values, their keys and their order, but not when
 * they were last changed.
 *
 * Returns: whether it is the same
 */
gboolean
fonds_body_equal_field (const FondsBody *a, const FondsBody *b, const char *field)
{
  guint n = fonds_body_n_values (a, field);

  if (n != fonds_body_n_values (b, field))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const FondsValue *of_a = fonds_body_value (a, field, i);
      const FondsValue *of_b = fonds_body_value (b, field, i);

      if (!fonds_value_equal (of_a, of_b) ||
          g_strcmp0 (of_a->attr[FONDS_ATTR_KEY], of_b->attr[FONDS_ATTR_KEY]) != 0 ||
          g_strcmp0 (of_a->attr[FONDS_ATTR_POSITION], of_b->attr[FONDS_ATTR_POSITION]) != 0)
        return FALSE;
    }
  return TRUE;
}
