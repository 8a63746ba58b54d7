/* json-writer.c - writes JSON for programs that call us, indented for people
 *
 * A thin hand over the catalogue's string writer: it keeps commas and indentation right. A string
 * that is not there is left out.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/json-writer.h"

#include "data/catalogue/body-json.h"

struct _FondsJsonWriter
{
  GString *out;
  int depth;
  gboolean fresh; /* nothing stands yet between the innermost brackets */
  gboolean named; /* a name was written and waits for its value */
};

/**
 * fonds_json_writer_new:
 *
 * Returns: (transfer full): a writer that has written nothing
 */
FondsJsonWriter *
fonds_json_writer_new (void)
{
  FondsJsonWriter *self = g_new0 (FondsJsonWriter, 1);

  self->out = g_string_new (NULL);
  self->fresh = TRUE;
  return self;
}

/**
 * fonds_json_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees a writer and its text.
 */
void
fonds_json_writer_free (FondsJsonWriter *self)
{
  if (self == NULL)
    return;
  g_string_free (self->out, TRUE);
  g_free (self);
}

static void
new_line (FondsJsonWriter *self)
{
  if (self->out->len > 0)
    g_string_append_printf (self->out, "\n%*s", self->depth * 2, "");
}

static void
before_value (FondsJsonWriter *self)
{
  if (!self->named)
    {
      if (!self->fresh)
        g_string_append_c (self->out, ',');
      new_line (self);
    }
  self->named = FALSE;
  self->fresh = FALSE;
}

/**
 * fonds_json_writer_begin:
 * @self: a writer
 * @bracket: `{` or `[`
 *
 * Begins an object or an array.
 */
void
fonds_json_writer_begin (FondsJsonWriter *self, char bracket)
{
  before_value (self);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->fresh = TRUE;
}

/**
 * fonds_json_writer_end:
 * @self: a writer
 * @bracket: `}` or `]`
 *
 * Ends an object or an array.
 */
void
fonds_json_writer_end (FondsJsonWriter *self, char bracket)
{
  self->depth--;
  if (!self->fresh)
    new_line (self);
  g_string_append_c (self->out, bracket);
  self->fresh = FALSE;
}

/**
 * fonds_json_writer_name:
 * @self: a writer inside an object
 * @name: a member's name
 *
 * Writes a name; its value follows.
 */
void
fonds_json_writer_name (FondsJsonWriter *self, const char *name)
{
  before_value (self);
  fonds_json_write_string (self->out, name);
  g_string_append (self->out, ": ");
  self->named = TRUE;
}

/**
 * fonds_json_writer_string:
 * @self: a writer
 * @name: (nullable): the member's name; %NULL inside an array
 * @value: (nullable): the text; %NULL writes nothing
 *
 * Writes a text.
 */
void
fonds_json_writer_string (FondsJsonWriter *self, const char *name, const char *value)
{
  if (value == NULL)
    return;
  if (name != NULL)
    fonds_json_writer_name (self, name);
  before_value (self);
  fonds_json_write_string (self->out, value);
}

/**
 * fonds_json_writer_int:
 * @self: a writer
 * @name: the member's name
 * @value: the number
 *
 * Writes a number.
 */
void
fonds_json_writer_int (FondsJsonWriter *self, const char *name, gint64 value)
{
  fonds_json_writer_name (self, name);
  before_value (self);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

/**
 * fonds_json_writer_boolean:
 * @self: a writer
 * @name: the member's name
 * @value: yes or no
 *
 * Writes yes or no.
 */
void
fonds_json_writer_boolean (FondsJsonWriter *self, const char *name, gboolean value)
{
  fonds_json_writer_name (self, name);
  before_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * fonds_json_writer_text:
 * @self: a writer
 *
 * Returns: (transfer none): what was written
 */
const char *
fonds_json_writer_text (FondsJsonWriter *self)
{
  return self->out->str;
}
