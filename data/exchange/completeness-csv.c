/* completeness-csv.c - a report on completeness as a table, a record and gap a row
 *
 * For those who share the work out, or work it off in a spreadsheet. Rows stand in the order of the
 * report; a record stands there once for each thing that is the matter with it.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/completeness-csv.h"

#include "data/catalogue/field.h"
#include "data/catalogue/row.h"
#include "data/exchange/csv-writer.h"
#include "data/exchange/safe-file.h"
#include "data/store/database.h"

#include <glib/gi18n-lib.h>

/* How many rows are fetched at once. */
#define PORTION 500

static void
write_text (FondsCsvWriter *writer, const char *text)
{
  fonds_csv_writer_cell (writer, text != NULL ? text : "", -1);
}

static gboolean
write_header (FondsCsvWriter *writer, GError **error)
{
  static const char *const header[] = { "gap",       "kind",  "field",  "uid",
                                        "reference", "title", "detail", "meaning" };

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    write_text (writer, header[i]);
  return fonds_csv_writer_end_record (writer, error);
}

static gboolean
write_row (FondsCsvWriter *writer,
           FondsDb *db,
           const FondsGap *gap,
           const FondsRow *row,
           GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *detail = fonds_gap_describe (gap, db, row->id, &own);

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  write_text (writer, fonds_gap_sort_id (gap->sort));
  write_text (writer, fonds_kind_id (gap->kind));
  write_text (writer, gap->field != NULL ? gap->field->id : NULL);
  write_text (writer, row->uid);
  write_text (writer, row->ref);
  write_text (writer, row->title);
  write_text (writer, detail);
  write_text (writer, fonds_gap_sort_label (gap->sort));
  return fonds_csv_writer_end_record (writer, error);
}

/* A record that was taken away since the report was made has no row any more. */
static gboolean
write_rows (FondsCsvWriter *writer,
            FondsDb *db,
            const FondsGap *gap,
            const GArray *rows,
            GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const FondsRow *row = &g_array_index (rows, FondsRow, i);

      if (row->id != 0 && !write_row (writer, db, gap, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_gap (FondsCsvWriter *writer,
           FondsDb *db,
           const FondsGap *gap,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GArray) ids = fonds_gap_list (gap);

  for (guint i = 0; i < ids->len; i += PORTION)
    {
      g_autoptr (GArray) rows = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      rows =
          fonds_row_load (db, &g_array_index (ids, guint32, i), MIN (PORTION, ids->len - i), error);
      if (rows == NULL || !write_rows (writer, db, gap, rows, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fonds_completeness_write_csv:
 * @self: a report
 * @catalogue: what it is on
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes what a report says, record by record. Blocks.
 *
 * Returns: whether it was written
 */
gboolean
fonds_completeness_write_csv (const FondsCompleteness *self,
                              FondsCatalogue *catalogue,
                              GOutputStream *stream,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, NULL);
  g_autoptr (FondsDb) db = fonds_store_connect (fonds_catalogue_get_store (catalogue), error);

  if (db == NULL || !fonds_db_begin (db, FALSE, error) || !write_header (writer, error))
    return FALSE;
  for (guint i = 0; i < self->gaps->len; i++)
    if (!write_gap (writer, db, g_ptr_array_index (self->gaps, i), cancellable, error))
      return FALSE;
  fonds_db_rollback (db);
  return fonds_csv_writer_finish (writer, error);
}

typedef struct
{
  const FondsCompleteness *report;
  FondsCatalogue *catalogue;
} Saving;

static gboolean
save_cb (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return fonds_completeness_write_csv (saving->report, saving->catalogue, stream, cancellable,
                                       error);
}

/**
 * fonds_completeness_save_csv:
 * @self: a report
 * @catalogue: what it is on
 * @path: a file; what is there is overwritten once the report is whole
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does what [func@completeness_write_csv] does, into a file.
 *
 * Returns: whether it was written
 */
gboolean
fonds_completeness_save_csv (const FondsCompleteness *self,
                             FondsCatalogue *catalogue,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  Saving saving = { self, catalogue };

  return fonds_safe_file_write (path, save_cb, &saving, cancellable, error);
}
