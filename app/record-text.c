/* record-text.c - one record, for reading and for programs
 *
 * Led by the field table: every field that has values is printed under its area, those that the
 * table does not know behind them. Nothing of a body is left out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/record-text.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/custom-table.h"
#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

/* The names of a value's attributes in JSON: whole words, since people read it. */
static const char *const attr_names[FONDS_N_ATTRS] = {
  "key", "text",     "language", "type",   "uid",          "edtf", "start",
  "end", "calendar", "source",   "script", "romanisation", "note", "position",
};

/* Codes are said in words. */
static const char *
value_text (FondsRecord *record, const FondsField *field, const FondsValue *value)
{
  const FondsLink *link;

  if (field != NULL && field->datatype == FONDS_TYPE_CODE && value->attr[FONDS_ATTR_TEXT] != NULL)
    return _ (fonds_code_label (field->codes, value->attr[FONDS_ATTR_TEXT]));
  if (value->attr[FONDS_ATTR_TEXT] != NULL || value->attr[FONDS_ATTR_REF] == NULL)
    return value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                                : value->attr[FONDS_ATTR_EDTF];
  link = fonds_record_target (record, value->attr[FONDS_ATTR_REF]);
  return link != NULL ? link->title : _ ("[not here yet]");
}

/* The type of a code would be its own list's. */
static const char *
word_beside (const FondsField *field, FondsAttr attr, const FondsValue *value)
{
  if (attr != FONDS_ATTR_TYPE || field == NULL || field->datatype == FONDS_TYPE_CODE)
    return value->attr[attr];
  return _ (fonds_code_label (field->codes, value->attr[attr]));
}

static void
append_value (GString *out, FondsRecord *record, const FondsField *field, const FondsValue *value)
{
  const char *text = value_text (record, field, value);
  const FondsAttr beside[] = { FONDS_ATTR_TYPE,   FONDS_ATTR_EDTF,         FONDS_ATTR_START,
                               FONDS_ATTR_END,    FONDS_ATTR_CALENDAR,     FONDS_ATTR_LANGUAGE,
                               FONDS_ATTR_SCRIPT, FONDS_ATTR_ROMANISATION, FONDS_ATTR_SOURCE,
                               FONDS_ATTR_NOTE };
  const char *separator = "  [";

  g_string_append_printf (out, "    %s", text != NULL ? text : "");
  for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
    if (value->attr[beside[i]] != NULL && value->attr[beside[i]] != text)
      {
        g_string_append_printf (out, "%s%s", separator, word_beside (field, beside[i], value));
        separator = ", ";
      }
  g_string_append (out, *separator == ',' ? "]\n" : "\n");
}

/* A file by its name; its checksum is for programs. */
static void
append_file (GString *out, const FondsValue *value)
{
  const char *name = value->attr[FONDS_ATTR_NOTE];

  g_string_append_printf (out, "    %s", name != NULL ? name : value->attr[FONDS_ATTR_SOURCE]);
  if (value->attr[FONDS_ATTR_TYPE] != NULL)
    g_string_append_printf (out, "  [%s]", value->attr[FONDS_ATTR_TYPE]);
  if (value->attr[FONDS_ATTR_TEXT] != NULL)
    g_string_append_printf (out, "  %s", value->attr[FONDS_ATTR_TEXT]);
  g_string_append_c (out, '\n');
}

static void
append_field (GString *out, FondsRecord *record, const char *id, const char *label)
{
  const FondsField *field = fonds_field_find (record->kind, id);
  guint n = fonds_body_n_values (record->body, id);

  if (field == NULL)
    field = fonds_record_custom (record, id);
  if (n > 0)
    g_string_append_printf (out, "  %s\n", label);
  for (guint i = 0; i < n; i++)
    if (field != NULL && field->datatype == FONDS_TYPE_FILE)
      append_file (out, fonds_body_value (record->body, id, i));
    else
      append_value (out, record, field, fonds_body_value (record->body, id, i));
}

static void
append_areas (GString *out, FondsRecord *record)
{
  guint n_fields;
  const FondsField *fields = fonds_fields (record->kind, &n_fields);
  int area = -1;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fonds_body_n_values (record->body, fields[i].id) == 0 ||
          (fields[i].flags & FONDS_FIELD_HIDDEN) != 0)
        continue;
      if (area != (int) fields[i].area)
        g_string_append_printf (out, "\n%s\n", _ (fonds_area_label (fields[i].area)));
      area = (int) fields[i].area;
      append_field (out, record, fields[i].id, _ (fields[i].label));
    }
}

/* The archive's own, and those that this version does not know. */
static void
append_other_fields (GString *out, FondsRecord *record)
{
  gboolean any = FALSE;

  for (guint i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const char *id = fonds_body_field_id (record->body, i);
      const char *label = fonds_custom_table_label (record->custom, id, g_get_language_names ());

      if (fonds_field_find (record->kind, id) != NULL)
        continue;
      if (!any)
        g_string_append_printf (out, "\n%s\n", _ ("Other fields"));
      any = TRUE;
      append_field (out, record, id, label != NULL ? label : id);
    }
}

/* How a record stands to another that a relation, or a field of the other, ties to it. */
static const char *
role_of (const FondsLink *link)
{
  const FondsField *field;
  const FondsCode *converse;

  if (link->relation == 0)
    {
      field = fonds_field_find (link->kind, link->field);
      return field != NULL ? _ (field->label) : link->field;
    }
  if (link->type == NULL)
    return _ ("related");
  if (g_str_equal (link->field, "subject"))
    return _ (fonds_code_label ("relation-type", link->type));
  converse = fonds_code_converse ("relation-type", link->type);
  return converse != NULL ? _ (converse->label) : link->type;
}

static void
append_incoming (GString *out, FondsRecord *record)
{
  if (record->incoming->len > 0)
    g_string_append_printf (out, "\n%s\n", _ ("Refers to it"));
  for (guint i = 0; i < record->incoming->len; i++)
    {
      const FondsLink *link = g_ptr_array_index (record->incoming, i);

      g_string_append_printf (out, "    %s  [%s]", link->title, role_of (link));
      if (link->relation_dates != NULL)
        g_string_append_printf (out, "  %s", link->relation_dates);
      if (link->description != NULL)
        g_string_append_printf (out, "  %s", link->description);
      g_string_append_c (out, '\n');
    }
}

/**
 * fonds_record_to_text:
 * @record: a record
 *
 * Returns: (transfer full): all that is known of it, for reading
 */
char *
fonds_record_to_text (FondsRecord *record)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < record->ancestors->len; i++)
    g_string_append_printf (out, "%s › ",
                            ((const FondsLink *) g_ptr_array_index (record->ancestors, i))->title);
  g_string_append_printf (out, "%s\n%s", *record->title != '\0' ? record->title : _ ("[untitled]"),
                          _ (fonds_kind_label (record->kind)));
  if (record->reference_code != NULL)
    g_string_append_printf (out, " · %s", record->reference_code);
  g_string_append_printf (out, " · %s\n", fonds_body_uid (record->body));
  append_areas (out, record);
  append_other_fields (out, record);
  append_incoming (out, record);
  return g_string_free (out, FALSE);
}

static void
write_value (FondsRecord *record, const FondsValue *value, FondsJsonWriter *out)
{
  const FondsLink *link = value->attr[FONDS_ATTR_REF] != NULL
                              ? fonds_record_target (record, value->attr[FONDS_ATTR_REF])
                              : NULL;

  fonds_json_writer_begin (out, '{');
  for (int i = 0; i < FONDS_N_ATTRS; i++)
    fonds_json_writer_string (out, attr_names[i], value->attr[i]);
  if (link != NULL)
    fonds_json_writer_string (out, "name", link->title);
  fonds_json_writer_end (out, '}');
}

static void
write_fields (FondsRecord *record, FondsJsonWriter *out)
{
  fonds_json_writer_name (out, "fields");
  fonds_json_writer_begin (out, '{');
  for (guint i = 0; i < fonds_body_n_fields (record->body); i++)
    {
      const char *id = fonds_body_field_id (record->body, i);

      fonds_json_writer_name (out, id);
      fonds_json_writer_begin (out, '[');
      for (guint j = 0; j < fonds_body_n_values (record->body, id); j++)
        write_value (record, fonds_body_value (record->body, id, j), out);
      fonds_json_writer_end (out, ']');
    }
  fonds_json_writer_end (out, '}');
}

static void
write_links (const char *name, const GPtrArray *links, FondsJsonWriter *out)
{
  fonds_json_writer_name (out, name);
  fonds_json_writer_begin (out, '[');
  for (guint i = 0; i < links->len; i++)
    {
      const FondsLink *link = g_ptr_array_index (links, i);

      fonds_json_writer_begin (out, '{');
      fonds_json_writer_string (out, "uid", link->uid);
      fonds_json_writer_string (out, "kind", fonds_kind_id (link->kind));
      fonds_json_writer_string (out, "title", link->title);
      fonds_json_writer_string (out, "field", link->field);
      fonds_json_writer_string (out, "type", link->type);
      fonds_json_writer_string (out, "dates", link->relation_dates);
      fonds_json_writer_string (out, "description", link->description);
      fonds_json_writer_end (out, '}');
    }
  fonds_json_writer_end (out, ']');
}

/**
 * fonds_record_write_json:
 * @record: a record
 * @out: a writer
 *
 * Writes all that is known of a record; the man page has the shape.
 */
void
fonds_record_write_json (FondsRecord *record, FondsJsonWriter *out)
{
  fonds_json_writer_begin (out, '{');
  fonds_json_writer_string (out, "uid", fonds_body_uid (record->body));
  fonds_json_writer_string (out, "kind", fonds_kind_id (record->kind));
  fonds_json_writer_int (out, "revision", record->rev);
  fonds_json_writer_string (out, "title", record->title);
  fonds_json_writer_string (out, "referenceCode", record->reference_code);
  fonds_json_writer_string (out, "access", fonds_access_id (record->access));
  write_links ("ancestors", record->ancestors, out);
  fonds_json_writer_int (out, "children", record->n_children);
  write_fields (record, out);
  write_links ("incoming", record->incoming, out);
  fonds_json_writer_end (out, '}');
}
