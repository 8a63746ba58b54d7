/* export-json.c - every value of a catalogue as JSON
 *
 * An array with one object a line, in the order of their uids:
 *
 *   {"uid":…,"kind":…,"fields":{"title":[{"t":…,"l":…}],…}}
 *
 * The letters are those of bodies. What says how the catalogue came to hold a value is left out: keys,
 * generations, times; instead, values of one event have the same number "event". So two catalogues
 * that say the same have the same file, but for uids where they were made apart.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-private.h"

#include "data/catalogue/body-json.h"
#include "data/exchange/group.h"

#include <string.h>

/* How much is gathered before it is written. */
#define BUFFER 65536

typedef struct
{
  GOutputStream *stream;
  GString *text;
  gboolean any;
} Writer;

static void
write_member (GString *out, const char *name, const char *value, gboolean *first)
{
  if (!*first)
    g_string_append_c (out, ',');
  *first = FALSE;
  fonds_json_write_string (out, name);
  g_string_append_c (out, ':');
  fonds_json_write_string (out, value);
}

static void
write_event (GString *out, const char *field, const char *key, gboolean *first)
{
  if (fonds_group_of_field (field) == NULL || key == NULL || *key != 'e')
    return;
  g_string_append_printf (out, "%s\"event\":%s", *first ? "" : ",", key + 1);
  *first = FALSE;
}

static void
write_value (GString *out, const char *field, const FondsValue *value)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  for (int attr = 0; attr < FONDS_N_ATTRS; attr++)
    if (attr != FONDS_ATTR_KEY && attr != FONDS_ATTR_POSITION && value->attr[attr] != NULL)
      write_member (out, fonds_attr_id (attr), value->attr[attr], &first);
  write_event (out, field, value->attr[FONDS_ATTR_KEY], &first);
  g_string_append_c (out, '}');
}

static void
write_fields (GString *out, const FondsBody *body)
{
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);

      g_string_append (out, i > 0 ? "," : "");
      fonds_json_write_string (out, field);
      g_string_append (out, ":[");
      for (guint j = 0; j < fonds_body_n_values (body, field); j++)
        {
          g_string_append (out, j > 0 ? "," : "");
          write_value (out, field, fonds_body_value (body, field, j));
        }
      g_string_append_c (out, ']');
    }
}

static gboolean
flush (Writer *writer, GError **error)
{
  if (!g_output_stream_write_all (writer->stream, writer->text->str, writer->text->len, NULL, NULL,
                                  error))
    return FALSE;
  g_string_truncate (writer->text, 0);
  return TRUE;
}

static gboolean
write_cb (FondsExport *self,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  Writer *writer = data;
  GString *out = writer->text;
  FondsKind kind = fonds_body_kind (document->body);

  g_string_append (out, writer->any ? ",\n" : "\n");
  writer->any = TRUE;
  g_string_append (out, "{\"uid\":");
  fonds_json_write_string (out, fonds_body_uid (document->body));
  g_string_append (out, ",\"kind\":");
  fonds_json_write_string (out, fonds_kind_id (kind));
  g_string_append (out, ",\"fields\":{");
  write_fields (out, document->body);
  g_string_append (out, "}}");
  self->report->n[kind]++;
  return out->len < BUFFER || flush (writer, error);
}

/**
 * fonds_export_json:
 * @self: an export
 * @error: return location for an error
 *
 * Writes everything, or the records that the options name, as JSON.
 *
 * Returns: whether it was written
 */
gboolean
fonds_export_json (FondsExport *self, GError **error)
{
  g_autoptr (FondsExportFile) file = fonds_export_open (self, self->options->path, error);
  g_autoptr (GString) text = g_string_new ("[");
  Writer writer = { file != NULL ? file->stream : NULL, text, FALSE };
  guint32 kinds =
      self->options->kind != FONDS_KIND_NONE ? FONDS_KIND_BIT (self->options->kind) : ~0u;

  if (file == NULL)
    return FALSE;
  if (self->options->ids != NULL ? !fonds_export_walk_ids (self, write_cb, &writer, error)
                                 : !fonds_export_walk_uids (self, kinds, write_cb, &writer, error))
    return FALSE;
  g_string_append (text, "\n]\n");
  return flush (&writer, error) && fonds_export_finish (self, g_steal_pointer (&file), error);
}
