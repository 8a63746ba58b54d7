/* body-json.c - a document's body as JSON
 *
 * The shape is design §11's: {"kind":"unit","f":{"title":[{"k":"1","t":"…","l":"az-Latn","g":3}]}}.
 * One body has one spelling: fields in the order of their ids, attributes in the order of FondsAttr.
 * Members that this version does not know come out as they went in, behind the known ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/body-json.h"

#include "data/catalogue/body-private.h"
#include "data/catalogue/error.h"
#include "data/catalogue/json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * fonds_json_write_string:
 * @out: where it goes
 * @text: UTF-8
 *
 * Writes a JSON string with its quotes, escaping only what RFC 8259 §7 makes one escape.
 */
void
fonds_json_write_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  while (*text != '\0')
    {
      gsize plain = 0;

      while ((guchar) text[plain] >= 0x20 && text[plain] != '"' && text[plain] != '\\')
        plain++;
      g_string_append_len (out, text, (gssize) plain);
      text += plain;
      if (*text == '"' || *text == '\\')
        g_string_append_printf (out, "\\%c", *text++);
      else if (*text == '\n')
        text++, g_string_append (out, "\\n");
      else if (*text != '\0')
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *text++);
    }
  g_string_append_c (out, '"');
}

static void
write_value (const FondsValue *value, GString *out)
{
  const char *separator = "{";

  for (int i = 0; i < FONDS_N_ATTRS; i++)
    if (value->attr[i] != NULL)
      {
        g_string_append (out, separator);
        fonds_json_write_string (out, fonds_attr_id (i));
        g_string_append_c (out, ':');
        fonds_json_write_string (out, value->attr[i]);
        separator = ",";
      }
  if (value->generation > 0)
    {
      g_string_append_printf (out, "%s\"g\":%" G_GINT64_FORMAT, separator, value->generation);
      separator = ",";
    }
  if (value->rest != NULL)
    {
      g_string_append (out, separator);
      g_string_append (out, value->rest);
      separator = ",";
    }
  g_string_append (out, *separator == '{' ? "{}" : "}");
}

/**
 * fonds_body_write_json:
 * @self: a body
 * @out: where it goes
 *
 * Writes a body in its one spelling. The uid is not part of it.
 */
void
fonds_body_write_json (const FondsBody *self, GString *out)
{
  g_string_append (out, "{\"kind\":");
  fonds_json_write_string (out, fonds_kind_id (self->kind));
  g_string_append (out, ",\"f\":{");
  for (guint i = 0; i < self->fields->len; i++)
    {
      const FondsBodyField *field = &g_array_index (self->fields, FondsBodyField, i);

      if (i > 0)
        g_string_append_c (out, ',');
      fonds_json_write_string (out, field->id);
      g_string_append (out, ":[");
      for (guint j = 0; j < field->values->len; j++)
        {
          if (j > 0)
            g_string_append_c (out, ',');
          write_value (&g_array_index (field->values, FondsValue, j), out);
        }
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, '}');
  if (self->rest != NULL)
    {
      g_string_append_c (out, ',');
      g_string_append (out, self->rest);
    }
  g_string_append_c (out, '}');
}

/**
 * fonds_body_to_json:
 * @self: a body
 *
 * Returns: (transfer full): the body in its one spelling
 */
char *
fonds_body_to_json (const FondsBody *self)
{
  GString *out = g_string_sized_new (1024);

  fonds_body_write_json (self, out);
  return g_string_free (out, FALSE);
}

/* Keeps a member that is not known: its name and its value as they stand in the text. */
static gboolean
keep_member (FondsJsonScan *scan, const char *name, GString *rest)
{
  const char *from;

  if (rest->len > 0)
    g_string_append_c (rest, ',');
  fonds_json_write_string (rest, name);
  g_string_append_c (rest, ':');
  fonds_json_scan_peek (scan);
  from = scan->at;
  if (!fonds_json_scan_skip (scan) || !g_utf8_validate (from, scan->at - from, NULL))
    return FALSE;
  g_string_append_len (rest, from, scan->at - from);
  return TRUE;
}

/* Nearly every id is one letter, so one letter is compared before the whole. */
static int
find_attr (const char *id)
{
  for (int i = 0; i < FONDS_N_ATTRS; i++)
    if (*fonds_attr_id (i) == *id && strcmp (fonds_attr_id (i), id) == 0)
      return i;
  return -1;
}

static gboolean
read_member (FondsJsonScan *scan, FondsBody *body, FondsValue *value, GString *rest)
{
  g_autofree char *name = NULL;
  gboolean is_generation;
  int attr;

  if (!fonds_json_scan_string (scan))
    return FALSE;
  attr = find_attr (scan->text->str);
  is_generation = strcmp (scan->text->str, "g") == 0;
  if (attr < 0 && !is_generation)
    name = g_strdup (scan->text->str);
  if (!fonds_json_scan_take (scan, ':'))
    return FALSE;
  if (attr >= 0 && fonds_json_scan_peek (scan) == '"')
    {
      if (!fonds_json_scan_string (scan))
        return FALSE;
      fonds_body_set (body, value, attr, scan->text->str);
      return TRUE;
    }
  if (is_generation)
    return fonds_json_scan_integer (scan, &value->generation);
  return keep_member (scan, name != NULL ? name : fonds_attr_id (attr), rest);
}

static gboolean
read_value (FondsJsonScan *scan, FondsBody *body, const char *field, GString *rest)
{
  FondsValue *value = fonds_body_add (body, field);

  if (!fonds_json_scan_take (scan, '{'))
    return FALSE;
  if (fonds_json_scan_take (scan, '}'))
    return TRUE;
  g_string_truncate (rest, 0);
  do
    if (!read_member (scan, body, value, rest))
      return FALSE;
  while (fonds_json_scan_take (scan, ','));
  if (rest->len > 0)
    value->rest = g_string_chunk_insert (body->texts, rest->str);
  return fonds_json_scan_take (scan, '}');
}

static gboolean
read_field (FondsJsonScan *scan, FondsBody *body, GString *rest)
{
  const char *field;

  if (!fonds_json_scan_string (scan))
    return FALSE;
  field = g_string_chunk_insert_const (body->texts, scan->text->str);
  if (!fonds_json_scan_take (scan, ':') || !fonds_json_scan_take (scan, '['))
    return FALSE;
  if (fonds_json_scan_take (scan, ']'))
    return TRUE;
  do
    if (!read_value (scan, body, field, rest))
      return FALSE;
  while (fonds_json_scan_take (scan, ','));
  return fonds_json_scan_take (scan, ']');
}

static gboolean
read_fields (FondsJsonScan *scan, FondsBody *body)
{
  g_autoptr (GString) rest = g_string_new (NULL); /* of the value at hand */

  if (!fonds_json_scan_take (scan, '{'))
    return FALSE;
  if (fonds_json_scan_take (scan, '}'))
    return TRUE;
  do
    if (!read_field (scan, body, rest))
      return FALSE;
  while (fonds_json_scan_take (scan, ','));
  return fonds_json_scan_take (scan, '}');
}

static gboolean
read_top (FondsJsonScan *scan, FondsBody *body, GString *rest)
{
  g_autofree char *name = NULL;

  if (!fonds_json_scan_string (scan))
    return FALSE;
  name = g_strdup (scan->text->str);
  if (!fonds_json_scan_take (scan, ':'))
    return FALSE;
  if (strcmp (name, "f") == 0)
    return read_fields (scan, body);
  if (strcmp (name, "kind") != 0)
    return keep_member (scan, name, rest);
  if (!fonds_json_scan_string (scan))
    return FALSE;
  body->kind = fonds_kind_from_id (scan->text->str);
  return body->kind != FONDS_KIND_NONE;
}

static gboolean
read_body (FondsJsonScan *scan, FondsBody *body)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  if (!fonds_json_scan_take (scan, '{'))
    return FALSE;
  do
    if (!read_top (scan, body, rest))
      return FALSE;
  while (fonds_json_scan_take (scan, ','));
  if (rest->len > 0)
    body->rest = g_string_chunk_insert (body->texts, rest->str);
  return fonds_json_scan_take (scan, '}') && fonds_json_scan_at_end (scan) &&
         body->kind != FONDS_KIND_NONE;
}

/**
 * fonds_body_from_json:
 * @json: a body
 * @length: how many bytes, or -1 where it ends with NUL
 * @error: return location for %FONDS_CATALOGUE_ERROR_BODY; the message says where
 *
 * Reads a body. Nesting is bounded, and what is not known is kept.
 *
 * Returns: (transfer full) (nullable): the body, without a uid
 */
FondsBody *
fonds_body_from_json (const char *json, gssize length, GError **error)
{
  g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_NONE);
  FondsJsonScan scan;
  gboolean well;

  fonds_json_scan_init (&scan, json, length < 0 ? strlen (json) : (gsize) length);
  well = read_body (&scan, body);
  fonds_json_scan_clear (&scan);
  if (well)
    return g_steal_pointer (&body);
  g_set_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_BODY,
               _ ("A document in the catalogue can't be read (at byte %" G_GSIZE_FORMAT ")."),
               (gsize) (scan.at - scan.start));
  return NULL;
}
