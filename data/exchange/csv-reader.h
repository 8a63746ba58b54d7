/* csv-reader.h - the records of a table of text, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/csv-dialect.h"
#include "data/exchange/csv-encoding.h"

G_BEGIN_DECLS

/* The longest cell that a record can sensibly hold, in bytes, unless the options say otherwise. */
#define FONDS_CSV_CELL_CAP (16 * 1024 * 1024)

/* The most cells of one record; no table has columns like that. */
#define FONDS_CSV_RECORD_CELLS_MAX 100000

/**
 * FondsCsvNotice:
 * @line: the line, from 1
 * @column: the column in characters, from 1
 * @what: a translated sentence without the place
 * @data: what the options gave along
 *
 * Hears of something that was wrong and could be read nevertheless.
 */
typedef void (*FondsCsvNotice) (guint64 line, guint64 column, const char *what, gpointer data);

/**
 * FondsCsvOptions:
 * @encoding: (nullable): the encoding, or %NULL to guess
 * @dialect: what is known of the dialect; all zero to guess everything
 * @cell_cap: the longest cell in bytes of UTF-8, or 0 for FONDS_CSV_CELL_CAP
 * @lax: whether a quote or CR in a cell without quotes is text, not an error
 * @notice: (nullable): hears of the first place in each cell where @lax mattered
 * @notice_data: for @notice
 */
typedef struct
{
  const char *encoding;
  FondsCsvDialect dialect;
  gsize cell_cap;
  gboolean lax;
  FondsCsvNotice notice;
  gpointer notice_data;
} FondsCsvOptions;

typedef struct _FondsCsvReader FondsCsvReader;

FondsCsvReader *
fonds_csv_reader_new (GInputStream *stream, const FondsCsvOptions *options, GError **error);
void fonds_csv_reader_free (FondsCsvReader *self);

gboolean fonds_csv_reader_next (FondsCsvReader *self, GError **error);

guint fonds_csv_reader_n_cells (const FondsCsvReader *self);
const char *fonds_csv_reader_cell (const FondsCsvReader *self, guint i, gsize *length);
gboolean fonds_csv_reader_cell_is_quoted (const FondsCsvReader *self, guint i);

guint64 fonds_csv_reader_record (const FondsCsvReader *self);
guint64 fonds_csv_reader_line (const FondsCsvReader *self);
guint64 fonds_csv_reader_cell_line (FondsCsvReader *self, guint i);
guint64 fonds_csv_reader_cell_column (FondsCsvReader *self, guint i);
guint64 fonds_csv_reader_bytes_read (const FondsCsvReader *self);

const FondsCsvDialect *fonds_csv_reader_get_dialect (const FondsCsvReader *self);
const FondsCsvEncoding *fonds_csv_reader_get_encoding (const FondsCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCsvReader, fonds_csv_reader_free)

G_END_DECLS
