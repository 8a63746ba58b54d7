/* export.h - hands a catalogue, or a part of it, out in a format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/access.h"
#include "data/catalogue/catalogue.h"
#include "data/exchange/export-report.h"

G_BEGIN_DECLS

/**
 * FondsExportFormat:
 * @FONDS_EXPORT_ATOM: a folder of AtoM's CSV files
 * @FONDS_EXPORT_CSV: one CSV file of one kind of record, a field a column
 * @FONDS_EXPORT_JSON: one JSON file with every value
 *
 * What is written.
 */
typedef enum
{
  FONDS_EXPORT_ATOM,
  FONDS_EXPORT_CSV,
  FONDS_EXPORT_JSON,
} FondsExportFormat;

/**
 * FondsExportProgress:
 * @n: how many records are behind it
 * @data: what the options gave along
 *
 * Hears of progress, a few times a second: of fonds_export_run() on its thread, else in the main context
 * of the caller.
 */
typedef void (*FondsExportProgress) (guint64 n, gpointer data);

/**
 * FondsExportOptions:
 * @format: what is written
 * @path: the folder for AtoM's files, else the file; what is there is overwritten. "" for a dry run
 * @audience: who will see it
 * @ids: (nullable) (element-type guint32): only these records, in this order; for AtoM, also what they
 *   name, and the relations among all of these. %NULL: everything
 * @kind: for CSV, the kind of record; %FONDS_KIND_NONE: units, or with @ids that of the first
 * @spreadsheet_safe: cells that a spreadsheet would run get an apostrophe
 * @dry_run: only says what would be written and lost
 * @progress: (nullable): hears of progress
 * @progress_data: for @progress
 *
 * What is handed out and how.
 */
typedef struct
{
  FondsExportFormat format;
  const char *path;
  FondsAudience audience;
  GArray *ids;
  FondsKind kind;
  gboolean spreadsheet_safe;
  gboolean dry_run;
  FondsExportProgress progress;
  gpointer progress_data;
} FondsExportOptions;

gboolean fonds_export_format_from_id (const char *id, FondsExportFormat *format);

FondsExportReport *fonds_export_run (FondsCatalogue *catalogue,
                                     const FondsExportOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);
void fonds_export_run_async (FondsCatalogue *catalogue,
                             const FondsExportOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
FondsExportReport *fonds_export_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
