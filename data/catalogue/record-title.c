/* record-title.c - what a record and its own fields are called, and in which language it is described
 *
 * Thread: any. Ownership: everything is borrowed from the record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/custom-table.h"
#include "data/catalogue/field.h"
#include "data/catalogue/record.h"

/**
 * fonds_record_title_field:
 * @record: a record
 *
 * Returns: the id of the field that holds what records of its kind are called
 */
const char *
fonds_record_title_field (const FondsRecord *record)
{
  return fonds_field_find (record->kind, "title") != NULL ? "title" : "name";
}

/**
 * fonds_record_title_value:
 * @record: a record
 *
 * Returns: (nullable): the value that lists show as its title
 */
const FondsValue *
fonds_record_title_value (const FondsRecord *record)
{
  const char *field = fonds_record_title_field (record);

  for (guint i = 0; i < fonds_body_n_values (record->body, field); i++)
    {
      const FondsValue *value = fonds_body_value (record->body, field, i);

      if (g_strcmp0 (value->attr[FONDS_ATTR_TEXT], record->title) == 0)
        return value;
    }
  return NULL;
}

/**
 * fonds_record_language:
 * @record: a record
 *
 * Returns: (nullable): the main language of its description: the title's, else the first that is said
 */
const char *
fonds_record_language (const FondsRecord *record)
{
  const FondsValue *title = fonds_record_title_value (record);

  if (title != NULL && title->attr[FONDS_ATTR_LANGUAGE] != NULL)
    return title->attr[FONDS_ATTR_LANGUAGE];
  for (guint i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const FondsValue *value =
          fonds_body_value (record->body, fonds_body_field_id (record->body, i), 0);

      if (value != NULL && value->attr[FONDS_ATTR_LANGUAGE] != NULL)
        return value->attr[FONDS_ATTR_LANGUAGE];
    }
  return NULL;
}

/**
 * fonds_record_own_label:
 * @record: a record
 * @id: a field that the table does not have: an archive's own
 *
 * Says what such a field is called. One whose definition is gone is called by its id, as far as that
 * is a word.
 *
 * Returns: (transfer full): the label
 */
char *
fonds_record_own_label (const FondsRecord *record, const char *id)
{
  const char *known = fonds_custom_table_label (record->custom, id, g_get_language_names ());
  char *label;

  if (known != NULL && !g_str_equal (known, id))
    return g_strdup (known);
  label = g_strdelimit (g_strdup (id + (g_str_has_prefix (id, "x-") ? 2 : 0)), "-_", ' ');
  if (g_ascii_islower (*label))
    *label = g_ascii_toupper (*label);
  return label;
}
