/* export-atom.c - a folder of AtoM's CSV files
 *
 * In the order in which AtoM wants them imported, which a README beside them says. Records are gone
 * through twice: for the columns and keys that they need, then for the rows. A file without rows is not
 * written.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-atom-units.h"
#include "data/exchange/export-header.h"
#include "data/exchange/export-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AGENTS FONDS_KINDS_AGENT
#define BIT FONDS_KIND_BIT

static const struct
{
  const char *name;
  FondsAtomTemplate template;
  guint32 kinds;
  gboolean again; /* another file goes through all of these records too, and counts them */
} files[] = {
  { "repositories.csv", FONDS_ATOM_REPOSITORIES, BIT (FONDS_KIND_INSTITUTION), TRUE },
  { "authorities.csv", FONDS_ATOM_AUTHORITIES, AGENTS, FALSE },
  { "relationships.csv", FONDS_ATOM_RELATIONSHIPS, BIT (FONDS_KIND_RELATION), FALSE },
  { "accessions.csv", FONDS_ATOM_ACCESSIONS, BIT (FONDS_KIND_ACCESSION), FALSE },
  { "deaccessions.csv", FONDS_ATOM_DEACCESSIONS, BIT (FONDS_KIND_ACCESSION), TRUE },
  { "physicalobjects.csv", FONDS_ATOM_CONTAINERS, BIT (FONDS_KIND_CONTAINER), FALSE },
};

/* One file on its way. */
typedef struct
{
  FondsAtomTemplate template;
  const FondsAtomUnits *units;
  FondsUsage *usage;
  FondsTable *table; /* (nullable): NULL while usage is noted */
} File;

/* Whether an institution keeps archives: units name it, or it says what only such institutions say. */
static gboolean
keeps_archives (const FondsAtomUnits *units, const FondsBody *body)
{
  const char *const *columns = fonds_atom_columns (FONDS_ATOM_REPOSITORIES);
  const char *const *of_agents = fonds_atom_columns (FONDS_ATOM_AUTHORITIES);

  if (fonds_atom_units_is_repository (units, fonds_body_uid (body)))
    return TRUE;
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const FondsField *field =
          fonds_field_find (FONDS_KIND_INSTITUTION, fonds_body_field_id (body, i));

      if (field != NULL && field->atom != NULL && field->atom_authority == NULL &&
          strcmp (field->id, "identity") != 0 && g_strv_contains (columns, field->atom) &&
          !g_strv_contains (of_agents, field->atom))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_agent (FondsExport *self,
          const FondsBody *relation,
          const char *field,
          gboolean *is,
          GError **error)
{
  const char *ref = fonds_body_ref (relation, field);
  const FondsTarget *target = ref != NULL ? fonds_targets_find (self->targets, ref, error) : NULL;

  *is = target != NULL && target->visible && fonds_kind_is_agent (target->kind);
  return ref == NULL || target != NULL;
}

static gboolean
joins_agents (FondsExport *self, const FondsBody *body, gboolean *joins, GError **error)
{
  gboolean subject, object;

  if (!is_agent (self, body, "subject", &subject, error) ||
      !is_agent (self, body, "object", &object, error))
    return FALSE;
  *joins = subject && object;
  return TRUE;
}

static gboolean
belongs (FondsExport *self, const File *file, const FondsBody *body, gboolean *does, GError **error)
{
  *does = TRUE;
  if (file->template == FONDS_ATOM_RELATIONSHIPS)
    return joins_agents (self, body, does, error);
  if (file->template == FONDS_ATOM_DEACCESSIONS)
    *does = fonds_body_n_values (body, "deaccessionNumber") > 0;
  else if (fonds_body_kind (body) == FONDS_KIND_INSTITUTION)
    *does = keeps_archives (file->units, body) == (file->template == FONDS_ATOM_REPOSITORIES);
  return TRUE;
}

/* An agent in several languages needs a key, or its rows would be several agents. */
static const char *
key_of (const File *file, const FondsBody *body)
{
  g_auto (GStrv) languages = NULL;
  gboolean several = FALSE;

  if (file->template == FONDS_ATOM_ACCESSIONS || file->template == FONDS_ATOM_RELATIONSHIPS)
    return NULL;
  for (guint i = 1; i < fonds_body_n_values (body, "name"); i++)
    several =
        several || g_strcmp0 (fonds_body_value (body, "name", i)->attr[FONDS_ATTR_LANGUAGE],
                              fonds_body_value (body, "name", 0)->attr[FONDS_ATTR_LANGUAGE]) != 0;
  return fonds_usage_key (file->usage, body, several);
}

/* A row for each deaccession, made of the accession with only that one. */
static gboolean
write_deaccessions (FondsExport *self, File *file, const FondsBody *body, GError **error)
{
  const FondsGroup *group = fonds_group_find ("deaccession");
  g_autoptr (GArray) members = fonds_group_list (group, body, NULL);
  FondsTableRow row = { .key = fonds_body_text (body, "accessionNumber") };

  for (guint i = 0; i < members->len; i++)
    {
      const FondsGroupMember *member = &g_array_index (members, FondsGroupMember, i);
      g_autoptr (FondsBody) one = fonds_body_new (FONDS_KIND_ACCESSION);

      for (guint j = 0; group->fields[j] != NULL; j++)
        if (member->values[j] != NULL)
          fonds_body_add_copy (one, group->fields[j], member->values[j]);
      if (!fonds_table_write (file->table, one, &row, error))
        return FALSE;
      self->report->n[FONDS_KIND_ACCESSION]--; /* it is a row, not a record */
    }
  return TRUE;
}

static gboolean
visit_cb (FondsExport *self,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  File *file = data;
  FondsTableRow row = { NULL };
  gboolean does;

  if (!belongs (self, file, document->body, &does, error))
    return FALSE;
  if (!does)
    {
      if (file->template == FONDS_ATOM_RELATIONSHIPS && file->table == NULL)
        fonds_export_report_lose (self->report, FONDS_KIND_RELATION, NULL,
                                  _ ("only relations between agents have a file"), NULL);
      return TRUE;
    }
  if (file->table == NULL)
    {
      fonds_usage_note (file->usage, document->body);
      return TRUE;
    }
  if (file->template == FONDS_ATOM_DEACCESSIONS)
    return write_deaccessions (self, file, document->body, error);
  row.key = key_of (file, document->body);
  return fonds_table_write (file->table, document->body, &row, error);
}

static FondsTable *
begin_table (FondsExport *self,
             const File *file,
             const char *name,
             guint32 kinds,
             FondsCustomFields *custom,
             GError **error)
{
  g_autofree char *path = g_build_filename (self->options->path, name, NULL);
  char **header = fonds_header_atom (file->template, kinds, file->usage, custom);
  g_autoptr (FondsTable) table = fonds_table_new (self, path, header, error);

  for (int kind = 1; table != NULL && kind < FONDS_N_KINDS; kind++)
    if ((kinds & BIT (kind)) &&
        !fonds_table_add_plan (table,
                               fonds_atom_mapping (file->template, kind,
                                                   (const char *const *) header),
                               kind, error))
      return NULL;
  return g_steal_pointer (&table);
}

static gboolean
write_file (FondsExport *self,
            guint i,
            const FondsAtomUnits *units,
            FondsCustomFields *custom,
            GError **error)
{
  g_autoptr (FondsUsage) usage = fonds_usage_new (self->origin);
  g_autoptr (FondsTable) table = NULL;
  File file = { files[i].template, units, usage, NULL };
  guint64 withheld = self->report->n_withheld;

  if (!fonds_export_walk_kinds (self, files[i].kinds, visit_cb, &file, error))
    return FALSE;
  if (files[i].again)
    self->report->n_withheld = withheld;
  if (fonds_usage_n (usage) == 0)
    return TRUE;
  table = file.table = begin_table (self, &file, files[i].name, files[i].kinds, custom, error);
  withheld = self->report->n_withheld;
  if (table == NULL || !fonds_export_walk_kinds (self, files[i].kinds, visit_cb, &file, error))
    return FALSE;
  self->report->n_withheld = withheld;
  return fonds_table_finish (table, error);
}

static gboolean
write_units (FondsExport *self, FondsAtomUnits *units, FondsCustomFields *custom, GError **error)
{
  File file = { FONDS_ATOM_DESCRIPTIONS, units, fonds_atom_units_usage (units), NULL };
  g_autoptr (FondsTable) table = NULL;

  if (fonds_usage_n (file.usage) == 0)
    return TRUE;
  table = begin_table (self, &file, "descriptions.csv", BIT (FONDS_KIND_UNIT), custom, error);
  return table != NULL && fonds_atom_units_write (units, self, table, error) &&
         fonds_table_finish (table, error);
}

/* What AtoM has no file for at all. */
static gboolean
lose_cb (FondsExport *self,
         const FondsDocument *document,
         const char *parent,
         gpointer data,
         GError **error)
{
  FondsKind kind = fonds_body_kind (document->body);

  fonds_export_report_lose (self->report, kind, NULL,
                            kind == FONDS_KIND_PLACE || kind == FONDS_KIND_SUBJECT
                                ? _ ("only their names are handed out, where a record has them")
                                : _ ("there is no file for them"),
                            NULL);
  return TRUE;
}

static gboolean
note_what_is_lost (FondsExport *self, GError **error)
{
  const guint32 carried = BIT (FONDS_KIND_UNIT) | AGENTS | BIT (FONDS_KIND_RELATION) |
                          BIT (FONDS_KIND_ACCESSION) | BIT (FONDS_KIND_CONTAINER) |
                          BIT (FONDS_KIND_CUSTOM_FIELD);

  return fonds_export_walk_kinds (self, ~carried, lose_cb, NULL, error);
}

static gboolean
write_readme (FondsExport *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->options->path, "README.txt", NULL);
  g_autoptr (FondsExportFile) file = fonds_export_open (self, path, error);
  const char *text = _ ("Import these files into AtoM in this order; leave out those that are not "
                        "here:\n\n"
                        "repositories.csv, authorities.csv, relationships.csv, accessions.csv,\n"
                        "deaccessions.csv, physicalobjects.csv, descriptions.csv\n\n"
                        "All are UTF-8 with commas. Fonds imports them in one go, in any order.\n");

  return file != NULL &&
         g_output_stream_write_all (file->stream, text, strlen (text), NULL, NULL, error) &&
         fonds_export_finish (self, g_steal_pointer (&file), error);
}

static gboolean
make_folder (FondsExport *self, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->options->path);
  g_autoptr (GError) own = NULL;

  if (self->options->dry_run)
    return TRUE;
  if (g_file_make_directory_with_parents (folder, NULL, &own) ||
      g_error_matches (own, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_export_atom:
 * @self: an export
 * @error: return location for an error
 *
 * Writes a folder of AtoM's files.
 *
 * Returns: whether it was written
 */
gboolean
fonds_export_atom (FondsExport *self, GError **error)
{
  g_autoptr (FondsAtomUnits) units = NULL;
  g_autoptr (FondsCustomFields) custom = fonds_custom_fields_new (self->db, error);

  if (custom == NULL || !make_folder (self, error))
    return FALSE;
  if (self->options->ids != NULL)
    self->choice = fonds_export_choice_new ();
  units = fonds_atom_units_new (self, error);
  if (units == NULL ||
      (self->choice != NULL && !fonds_export_choice_complete (self->choice, self, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!write_file (self, i, units, custom, error))
      return FALSE;
  return write_units (self, units, custom, error) && note_what_is_lost (self, error) &&
         write_readme (self, error);
}
