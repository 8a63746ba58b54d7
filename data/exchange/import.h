/* import.h - brings CSV files into a catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/exchange/import-report.h"
#include "data/exchange/mapping.h"

G_BEGIN_DECLS

/**
 * FondsImportStage:
 * @FONDS_IMPORT_SCANNING: finding keys, parents and translations
 * @FONDS_IMPORT_WRITING: comparing and, unless it is a dry run, writing
 * @FONDS_IMPORT_REVEALING: showing it all at once; can't be cancelled any more
 *
 * How far an import is.
 */
typedef enum
{
  FONDS_IMPORT_SCANNING,
  FONDS_IMPORT_WRITING,
  FONDS_IMPORT_REVEALING,
} FondsImportStage;

/**
 * FondsImportProgress:
 * @stage: how far it is
 * @done: bytes of the files behind it in this stage
 * @total: bytes of all files
 * @rows: rows behind it in this stage
 * @data: what the options gave along
 *
 * Hears of progress, on the import's thread, a few times a second.
 */
typedef void (*FondsImportProgress) (FondsImportStage stage,
                                     guint64 done,
                                     guint64 total,
                                     guint64 rows,
                                     gpointer data);

/**
 * FondsImportHeard:
 * @uid: the uid of a record that goes in, new or not; of a new one in a dry run no uid that stays
 * @body: what its rows say of it
 * @table: the path of the file
 * @row: the first of its rows, as a spreadsheet counts
 * @data: what the options gave along
 *
 * Hears of every record while it is written, or would be, on the import's thread. Whether the import
 * succeeds is not known by then.
 */
typedef void (*FondsImportHeard) (const char *uid,
                                  const FondsBody *body,
                                  const char *table,
                                  guint64 row,
                                  gpointer data);

/**
 * FondsImportOptions:
 * @paths: (array zero-terminated=1): the files
 * @mapping: (nullable): what the columns of all files mean; %NULL: found out for each
 * @mappings: (nullable): for each file what its columns mean, %NULL where it is found out; then @mapping is
 *   not looked at
 * @source: (nullable): the name of the source that the keys belong to; %NULL: found out
 * @encoding: (nullable): the files' encoding; %NULL: guessed
 * @separator: their separator; 0: guessed
 * @language: (nullable): the language of texts where neither row nor mapping says it
 * @who: (nullable): whose change it is, for the journal
 * @dry_run: only says what would happen
 * @list_all: of a dry run: the report has a listing of every row
 * @strict: if any row is refused, all are
 * @link_names: names of records that came from elsewhere are linked to
 * @progress: (nullable): hears of progress
 * @progress_data: for @progress
 * @heard: (nullable): hears of every record, in a dry run too
 * @heard_data: for @heard
 *
 * What is brought in and how.
 */
typedef struct
{
  const char *const *paths;
  const FondsMapping *mapping;
  FondsMapping *const *mappings;
  const char *source;
  const char *encoding;
  char separator;
  const char *language;
  const char *who;
  gboolean dry_run;
  gboolean list_all;
  gboolean strict;
  gboolean link_names;
  FondsImportProgress progress;
  gpointer progress_data;
  FondsImportHeard heard;
  gpointer heard_data;
} FondsImportOptions;

FondsImportReport *fonds_import_run (FondsCatalogue *catalogue,
                                     const FondsImportOptions *options,
                                     GCancellable *cancellable,
                                     GError **error);
void fonds_import_run_async (FondsCatalogue *catalogue,
                             const FondsImportOptions *options,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
FondsImportReport *fonds_import_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
