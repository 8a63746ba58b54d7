/* export-table.c - one CSV file that is handed out
 *
 * A record becomes one row for each language of its texts; the first has all that has no language.
 * Thread: the export's. Ownership: owns its plans and mappings.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-table.h"

#include "data/exchange/csv-writer.h"

#include <string.h>

struct _FondsTable
{
  /* owned */
  char **header;
  FondsExportFile *file;
  FondsCsvWriter *writer;
  GPtrArray *cells; /* of GString */
  FondsPlan *plans[FONDS_N_KINDS];
  GPtrArray *mappings;

  /* borrowed */
  FondsExport *export;
};

static void
free_cell (gpointer data)
{
  g_string_free (data, TRUE);
}

static gboolean
write_cells (FondsTable *self, GError **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const GString *cell = g_ptr_array_index (self->cells, i);

      fonds_csv_writer_cell (self->writer, cell->str, (gssize) cell->len);
    }
  return fonds_csv_writer_end_record (self->writer, error);
}

/**
 * fonds_table_new:
 * @export: an export; must outlive the table
 * @path: where to
 * @header: (transfer full): the names of its columns
 * @error: return location for an error
 *
 * Begins a file with its header.
 *
 * Returns: (transfer full) (nullable): the table
 */
FondsTable *
fonds_table_new (FondsExport *export, const char *path, char **header, GError **error)
{
  g_autoptr (FondsTable) self = g_new0 (FondsTable, 1);
  FondsCsvWriterOptions options = { .spreadsheet_safe = export->options->spreadsheet_safe };

  self->export = export;
  self->header = header;
  self->cells = g_ptr_array_new_with_free_func (free_cell);
  self->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_mapping_free);
  self->file = fonds_export_open (export, path, error);
  if (self->file == NULL)
    return NULL;
  self->writer = fonds_csv_writer_new (self->file->stream, &options);
  for (guint i = 0; header[i] != NULL; i++)
    g_ptr_array_add (self->cells, g_string_new (header[i]));
  return write_cells (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_table_free:
 * @self: (transfer full) (nullable): a table
 *
 * Frees a table; one that was not finished is left incomplete.
 */
void
fonds_table_free (FondsTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->writer, fonds_csv_writer_free);
  fonds_export_give_up (self->file);
  for (guint i = 0; i < FONDS_N_KINDS; i++)
    fonds_plan_free (self->plans[i]);
  g_ptr_array_unref (self->mappings);
  g_ptr_array_unref (self->cells);
  g_strfreev (self->header);
  g_free (self);
}

/**
 * fonds_table_add_plan:
 * @self: a table
 * @mapping: (transfer full): what its columns mean for a kind of record
 * @kind: that kind
 * @error: return location for an error
 *
 * Says how records of a kind become rows.
 *
 * Returns: whether the columns are there
 */
gboolean
fonds_table_add_plan (FondsTable *self, const FondsMapping *mapping, FondsKind kind, GError **error)
{
  g_ptr_array_add (self->mappings, (gpointer) mapping);
  self->plans[kind] = fonds_plan_new (mapping, kind, (const char *const *) self->header, error);
  return self->plans[kind] != NULL;
}

static void
set_cell (FondsTable *self, int column, const char *text)
{
  if (column >= 0 && text != NULL)
    g_string_assign (g_ptr_array_index (self->cells, column), text);
}

static const char *
term_of_kind (FondsKind kind)
{
  switch (kind)
    {
    case FONDS_KIND_PERSON:
      return "Person";
    case FONDS_KIND_FAMILY:
      return "Family";
    case FONDS_KIND_INSTITUTION:
      return "Corporate body";
    default:
      return fonds_kind_id (kind);
    }
}

/* The columns that say who the row is. */
static void
write_facts (FondsTable *self,
             const FondsPlan *plan,
             const FondsCellsJob *job,
             const FondsTableRow *row)
{
  const char *const *header = (const char *const *) self->header;
  const FondsMapping *mapping = plan->mapping;

  set_cell (self, plan->keys->len > 0 ? g_array_index (plan->keys, int, 0) : -1, row->key);
  set_cell (self, plan->language, job->language);
  set_cell (self, fonds_plan_column (header, mapping->kind_column), term_of_kind (plan->kind));
  if (job->first)
    set_cell (self, plan->parent, row->parent);
}

static gboolean
write_rows (FondsTable *self,
            const FondsPlan *plan,
            const FondsBody *body,
            const FondsTableRow *row,
            GError **error)
{
  g_autoptr (GPtrArray) languages = fonds_cells_languages (plan, body);

  fonds_cells_note_losses (self->export, plan, body);
  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      FondsCellsJob job = {
        self->export, plan, self->cells, body, *language != '\0' ? language : NULL, i == 0
      };

      for (guint j = 0; j < self->cells->len; j++)
        g_string_truncate (g_ptr_array_index (self->cells, j), 0);
      if (!fonds_cells_fill (&job, error))
        return FALSE;
      write_facts (self, plan, &job, row);
      if (!write_cells (self, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fonds_table_write:
 * @self: a table
 * @body: a record of a kind that the table has a plan for
 * @row: what its rows say beside
 * @error: return location for an error
 *
 * Writes a record.
 *
 * Returns: whether it was written
 */
gboolean
fonds_table_write (FondsTable *self,
                   const FondsBody *body,
                   const FondsTableRow *row,
                   GError **error)
{
  const FondsPlan *plan = self->plans[fonds_body_kind (body)];

  g_return_val_if_fail (plan != NULL, FALSE);
  self->export->report->n[plan->kind]++;
  return write_rows (self, plan, body, row, error);
}

/**
 * fonds_table_finish:
 * @self: a table
 * @error: return location for an error
 *
 * Ends the file.
 *
 * Returns: whether all of it is on the disk
 */
gboolean
fonds_table_finish (FondsTable *self, GError **error)
{
  return fonds_csv_writer_finish (self->writer, error) &&
         fonds_export_finish (self->export, g_steal_pointer (&self->file), error);
}
