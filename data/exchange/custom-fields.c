/* custom-fields.c - definitions of the archive's own fields for columns that nobody knows
 *
 * A column that no field is for is kept under its own name. Its definition is a document like any
 * other, made in the import that first needs it: so undo takes it back, too.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/custom-fields.h"

#include "data/catalogue/custom-table.h"

struct _FondsCustomFields
{
  FondsCustomTable *known;
  GHashTable *fresh; /* ids of those that were made */
  GPtrArray *made;   /* FondsBody */
  GPtrArray *used;   /* labels of those that were needed */
};

/**
 * fonds_custom_fields_new:
 * @db: a reading connection
 * @error: return location for an error
 *
 * Reads the definitions that the catalogue has.
 *
 * Returns: (transfer full) (nullable): the definitions
 */
FondsCustomFields *
fonds_custom_fields_new (FondsDb *db, GError **error)
{
  g_autoptr (FondsCustomFields) self = g_new0 (FondsCustomFields, 1);

  self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  self->used = g_ptr_array_new_with_free_func (g_free);
  self->known = fonds_custom_table_load (db, error);
  return self->known != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_custom_fields_free:
 * @self: (transfer full) (nullable): the definitions
 *
 * Frees them.
 */
void
fonds_custom_fields_free (FondsCustomFields *self)
{
  if (self == NULL)
    return;
  fonds_custom_table_free (self->known);
  g_hash_table_unref (self->fresh);
  g_ptr_array_unref (self->made);
  g_ptr_array_unref (self->used);
  g_free (self);
}

static void
note_used (FondsCustomFields *self, const char *label)
{
  for (guint i = 0; i < self->used->len; i++)
    if (g_str_equal (g_ptr_array_index (self->used, i), label))
      return;
  g_ptr_array_add (self->used, g_strdup (label));
}

/**
 * fonds_custom_fields_describe_used:
 * @self: the definitions
 *
 * Returns: (transfer full) (nullable): the columns that were kept as such fields, with commas between
 */
char *
fonds_custom_fields_describe_used (const FondsCustomFields *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->used->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (self->used, i));
  return g_string_free (out, self->used->len == 0);
}

/**
 * fonds_custom_fields_need:
 * @self: the definitions
 * @id: a field's id
 * @label: what its column is called
 * @kind: what the records are that have it
 *
 * Makes the definition of a field that has none.
 */
void
fonds_custom_fields_need (FondsCustomFields *self,
                          const char *id,
                          const char *label,
                          FondsKind kind)
{
  FondsBody *body;

  note_used (self, label);
  if (fonds_custom_table_find (self->known, id) != NULL ||
      !g_hash_table_add (self->fresh, g_strdup (id)))
    return;
  body = fonds_body_new (FONDS_KIND_CUSTOM_FIELD);
  fonds_body_add_text (body, "fieldId", id, NULL);
  fonds_body_add_text (body, "label", label, NULL);
  fonds_body_add_text (body, "datatype", "text", NULL);
  fonds_body_add_text (body, "kinds", fonds_kind_id (kind), NULL);
  fonds_body_add_text (body, "repeatable", "yes", NULL);
  g_ptr_array_add (self->made, body);
}

/**
 * fonds_custom_fields_take_made:
 * @self: the definitions
 *
 * Takes the definitions that were made since the last time.
 *
 * Returns: (transfer full) (element-type FondsBody): their bodies
 */
GPtrArray *
fonds_custom_fields_take_made (FondsCustomFields *self)
{
  GPtrArray *made = self->made;

  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  return made;
}

/**
 * fonds_custom_fields_label:
 * @self: the definitions
 * @id: a field's id
 *
 * Returns: (nullable): what the field is called
 */
const char *
fonds_custom_fields_label (FondsCustomFields *self, const char *id)
{
  const FondsField *field = fonds_custom_table_find (self->known, id);

  return field != NULL ? field->label : NULL;
}
