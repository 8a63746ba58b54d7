/* export-csv.c - one CSV file of one kind of record, a field a column
 *
 * For people who want a table, and for tables that come in again (own-table.c). A record is one row and
 * is read once: rows wait in a spool until all columns are known.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-writer.h"
#include "data/exchange/export-cells.h"
#include "data/exchange/export-header.h"
#include "data/exchange/export-spool.h"
#include "data/exchange/own-table.h"

#include <string.h>

/* The table on its way. */
typedef struct
{
  /* owned */
  FondsUsage *usage;
  FondsCustomFields *custom;
  FondsSpool *spool; /* (nullable): NULL in a dry run */
  char **header;
  FondsMapping *mapping;
  FondsPlan *plan;
  GPtrArray *cells; /* of GString */

  /* state */
  FondsKind kind;
  gboolean has_parent;
} Flat;

static void
clear_columns (Flat *flat)
{
  g_clear_pointer (&flat->plan, fonds_plan_free);
  g_clear_pointer (&flat->mapping, fonds_mapping_free);
  g_clear_pointer (&flat->header, g_strfreev);
}

static void
clear_flat (Flat *flat)
{
  clear_columns (flat);
  g_clear_pointer (&flat->usage, fonds_usage_free);
  g_clear_pointer (&flat->custom, fonds_custom_fields_free);
  g_clear_pointer (&flat->spool, fonds_spool_free);
  g_clear_pointer (&flat->cells, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flat, clear_flat)

static void
free_cell (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Makes the columns for what is used so far. */
static gboolean
make_columns (Flat *flat, GError **error)
{
  clear_columns (flat);
  flat->header = fonds_header_own (flat->kind, flat->has_parent, flat->usage, flat->custom);
  flat->mapping = fonds_own_table_mapping (flat->kind, (const char *const *) flat->header);
  flat->plan =
      fonds_plan_new (flat->mapping, flat->kind, (const char *const *) flat->header, error);
  if (flat->plan == NULL)
    return FALSE;
  while (flat->cells->len < g_strv_length (flat->header))
    g_ptr_array_add (flat->cells, g_string_new (NULL));
  if (flat->spool != NULL)
    fonds_spool_set_header (flat->spool, (const char *const *) flat->header);
  return TRUE;
}

/* Both columns stand first, the parent's behind them if there is one. */
static void
fill_who (Flat *flat, const FondsBody *body, const char *parent)
{
  for (guint i = 0; i < flat->cells->len; i++)
    g_string_truncate (g_ptr_array_index (flat->cells, i), 0);
  g_string_assign (g_ptr_array_index (flat->cells, 0), fonds_body_uid (body));
  g_string_assign (g_ptr_array_index (flat->cells, 1), fonds_kind_id (flat->kind));
  if (parent != NULL)
    g_string_assign (g_ptr_array_index (flat->cells, 2), parent);
}

static gboolean
write_cb (FondsExport *self,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  Flat *flat = data;
  const FondsBody *body = document->body;
  FondsCellsJob job = { self, NULL, flat->cells, body, NULL, TRUE };
  gboolean fresh;

  if (flat->kind == FONDS_KIND_NONE)
    flat->kind = fonds_body_kind (body);
  if (fonds_body_kind (body) != flat->kind)
    return TRUE;
  fresh = fonds_usage_note_fields (flat->usage, body) || flat->plan == NULL ||
          (parent != NULL && !flat->has_parent);
  flat->has_parent = flat->has_parent || parent != NULL;
  if (fresh && !make_columns (flat, error))
    return FALSE;
  job.plan = flat->plan;
  fill_who (flat, body, parent);
  self->report->n[flat->kind]++;
  fonds_cells_note_losses (self, flat->plan, body);
  return fonds_cells_fill (&job, error) &&
         (flat->spool == NULL || fonds_spool_add (flat->spool, flat->cells, error));
}

static gboolean
walk (FondsExport *self, Flat *flat, GError **error)
{
  if (self->options->ids != NULL)
    return fonds_export_walk_ids (self, write_cb, flat, error);
  if (flat->kind == FONDS_KIND_UNIT)
    return fonds_export_walk_tree (self, flat->kind, write_cb, flat, error);
  return fonds_export_walk_kinds (self, FONDS_KIND_BIT (flat->kind), write_cb, flat, error);
}

static gboolean
write_row (const FondsSpoolCell *cells, guint n, gpointer data, GError **error)
{
  for (guint i = 0; i < n; i++)
    fonds_csv_writer_cell (data, cells[i].text, (gssize) cells[i].length);
  return fonds_csv_writer_end_record (data, error);
}

static gboolean
write_table (FondsExport *self, Flat *flat, GError **error)
{
  FondsCsvWriterOptions options = { .spreadsheet_safe = self->options->spreadsheet_safe };
  g_autoptr (FondsExportFile) file = fonds_export_open (self, self->options->path, error);
  g_autoptr (FondsCsvWriter) writer = NULL;

  if (file == NULL)
    return FALSE;
  writer = fonds_csv_writer_new (file->stream, &options);
  for (guint i = 0; flat->header[i] != NULL; i++)
    fonds_csv_writer_cell (writer, flat->header[i], -1);
  return fonds_csv_writer_end_record (writer, error) &&
         fonds_spool_replay (flat->spool, write_row, writer, error) &&
         fonds_csv_writer_finish (writer, error) &&
         fonds_export_finish (self, g_steal_pointer (&file), error);
}

/**
 * fonds_export_csv:
 * @self: an export
 * @error: return location for an error
 *
 * Writes one kind of record as a table.
 *
 * Returns: whether it was written
 */
gboolean
fonds_export_csv (FondsExport *self, GError **error)
{
  g_auto (Flat) flat = { .kind = self->options->kind };

  if (flat.kind == FONDS_KIND_NONE && self->options->ids == NULL)
    flat.kind = FONDS_KIND_UNIT;
  flat.usage = fonds_usage_new (self->origin);
  flat.cells = g_ptr_array_new_with_free_func (free_cell);
  flat.custom = fonds_custom_fields_new (self->db, error);
  if (flat.custom != NULL && !self->options->dry_run)
    flat.spool = fonds_spool_new (self->options->path, error);
  if (flat.custom == NULL || (flat.spool == NULL && !self->options->dry_run) ||
      !walk (self, &flat, error))
    return FALSE;
  if (flat.kind == FONDS_KIND_NONE)
    flat.kind = FONDS_KIND_UNIT;
  return (flat.plan != NULL || make_columns (&flat, error)) &&
         (flat.spool == NULL || write_table (self, &flat, error));
}
