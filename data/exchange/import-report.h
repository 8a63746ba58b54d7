/* import-report.h - what an import does, or would do, and why not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/exchange/csv-writer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How many lines of one result are listed; all are counted. */
#define FONDS_IMPORT_LINES_MAX 10000

/**
 * FondsImportResult:
 * @FONDS_IMPORT_NEW: a record that was not there
 * @FONDS_IMPORT_CHANGED: a record that was there and says something else now
 * @FONDS_IMPORT_UNCHANGED: a record that was there and says the same
 * @FONDS_IMPORT_REFUSED: a row that does not go in
 *
 * What becomes of a row.
 */
typedef enum
{
  FONDS_IMPORT_NEW,
  FONDS_IMPORT_CHANGED,
  FONDS_IMPORT_UNCHANGED,
  FONDS_IMPORT_REFUSED,
  FONDS_N_IMPORT_RESULTS,
} FondsImportResult;

/**
 * FondsImportLine:
 * @result: what becomes of the row
 * @file: the file's name
 * @row: the row as a spreadsheet counts, the header being 1
 * @line: the line of the file in which it begins; 0 where it is not known
 * @column: (nullable): the column, or of a change the field
 * @value: (nullable): what stands there, the first 200 characters
 * @reason: why, in words; of a change, what it said before
 * @name: (nullable): what the record is called; in a listing only
 * @before: (nullable): what a changed field said; in a listing only
 *
 * One line of the report: a refused row, or a changed or new record.
 */
typedef struct
{
  FondsImportResult result;
  char *file;
  guint64 row;
  guint64 line;
  char *column;
  char *value;
  char *reason;
  char *name;
  char *before;
} FondsImportLine;

typedef struct _FondsImportListing FondsImportListing;

/**
 * FondsImportReport:
 * @n: how many rows (records, except of refused ones) had each result, by kind; refused rows of no
 *   known kind are under %FONDS_KIND_NONE
 * @lines: (element-type FondsImportLine): the first of each result
 * @sentences: (element-type utf8): what else is to be known, for people
 * @written: whether it has been done, not only tried
 * @listing: (nullable): every row, of a dry run whose options ask for it
 *
 * What an import does or would do.
 */
typedef struct
{
  guint64 n[FONDS_N_KINDS][FONDS_N_IMPORT_RESULTS];
  GPtrArray *lines;
  GPtrArray *sentences;
  gboolean written;
  FondsImportListing *listing;

  /* private */
  guint n_listed[FONDS_N_IMPORT_RESULTS];
} FondsImportReport;

void fonds_import_line_free (FondsImportLine *self);
gboolean fonds_import_line_write (const FondsImportLine *self,
                                  gboolean whole,
                                  FondsCsvWriter *writer,
                                  GError **error);

FondsImportReport *fonds_import_report_new (void);
void fonds_import_report_free (FondsImportReport *self);

guint64 fonds_import_report_total (const FondsImportReport *self, FondsImportResult result);
const char *fonds_import_result_label (FondsImportResult result);

void fonds_import_report_add (FondsImportReport *self, const FondsImportLine *line);
void
fonds_import_report_list (FondsImportReport *self, const FondsImportLine *line, GPtrArray *cells);
void fonds_import_report_say (FondsImportReport *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
gboolean
fonds_import_report_write (const FondsImportReport *self, GOutputStream *stream, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsImportReport, fonds_import_report_free)

G_END_DECLS
