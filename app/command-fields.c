/* command-fields.c - the verb "fields": the field table, for people and for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/command-util.h"
#include "app/json-writer.h"

#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

static const char *const datatype_ids[FONDS_N_TYPES] = {
  "string", "text",        "name",   "date",     "reference", "code",     "number",
  "url",    "coordinates", "extent", "language", "script",    "identity", "file",
};

static void
write_field (const FondsField *field, FondsJsonWriter *out)
{
  fonds_json_writer_begin (out, '{');
  fonds_json_writer_string (out, "id", field->id);
  fonds_json_writer_string (out, "label", _ (field->label));
  fonds_json_writer_string (out, "help", _ (field->help));
  fonds_json_writer_string (out, "datatype", datatype_ids[field->datatype]);
  fonds_json_writer_string (out, "area", fonds_area_id (field->area));
  fonds_json_writer_string (out, "number", field->number);
  fonds_json_writer_string (out, "search", fonds_search_column_id (field->search));
  fonds_json_writer_boolean (out, "repeatable", (field->flags & FONDS_FIELD_REPEATABLE) != 0);
  fonds_json_writer_boolean (out, "translatable", (field->flags & FONDS_FIELD_TRANSLATABLE) != 0);
  fonds_json_writer_boolean (out, "essential", (field->flags & FONDS_FIELD_ESSENTIAL) != 0);
  fonds_json_writer_boolean (out, "public", (field->flags & FONDS_FIELD_PUBLIC) != 0);
  fonds_json_writer_boolean (out, "private", (field->flags & FONDS_FIELD_PRIVATE) != 0);
  fonds_json_writer_string (out, "atom", field->atom);
  fonds_json_writer_string (out, "ead", field->ead);
  fonds_json_writer_string (out, "eac", field->eac);
  fonds_json_writer_string (out, "dc", field->dc);
  fonds_json_writer_end (out, '}');
}

static void
write_kind (FondsKind kind, FondsJsonWriter *out)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  fonds_json_writer_name (out, fonds_kind_id (kind));
  fonds_json_writer_begin (out, '[');
  for (guint i = 0; i < n; i++)
    write_field (&fields[i], out);
  fonds_json_writer_end (out, ']');
}

static void
print_kind (FondsKind kind)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  g_print ("%s (%s)\n", _ (fonds_kind_label (kind)), fonds_kind_id (kind));
  for (guint i = 0; i < n; i++)
    g_print ("  %-8s %-30s %-11s %s%s%s%s  %s\n", fields[i].number != NULL ? fields[i].number : "",
             fields[i].id, datatype_ids[fields[i].datatype],
             (fields[i].flags & FONDS_FIELD_ESSENTIAL) != 0 ? "e" : "-",
             (fields[i].flags & FONDS_FIELD_REPEATABLE) != 0 ? "r" : "-",
             (fields[i].flags & FONDS_FIELD_TRANSLATABLE) != 0 ? "t" : "-",
             (fields[i].flags & FONDS_FIELD_PUBLIC) != 0 ? "p" : "-", _ (fields[i].label));
  g_print ("\n");
}

/**
 * fonds_command_fields:
 * @argc: how many words
 * @argv: the words
 *
 * Prints the field table, of one kind or of all: number, id, datatype, the letters e (essential),
 * r (repeatable), t (translatable), p (public), and the label.
 *
 * Returns: the exit status
 */
FondsExit
fonds_command_fields (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON, with the names in every format"),
      NULL },
    { NULL },
  };
  g_autoptr (FondsJsonWriter) out = fonds_json_writer_new ();
  FondsKind only = FONDS_KIND_NONE;
  FondsExit status;

  if (!fonds_command_parse (&argc, &argv, entries, 0, 1, &status))
    return status;
  if (argc > 1 && (only = fonds_kind_from_id (argv[1])) == FONDS_KIND_NONE)
    return fonds_command_misuse (_ ("There is no such kind of record."));

  fonds_json_writer_begin (out, '{');
  for (int kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (only == FONDS_KIND_NONE || only == (FondsKind) kind)
      {
        if (json)
          write_kind (kind, out);
        else
          print_kind (kind);
      }
  fonds_json_writer_end (out, '}');
  if (json)
    g_print ("%s\n", fonds_json_writer_text (out));
  return FONDS_EXIT_DONE;
}
