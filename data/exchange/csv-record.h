/* csv-record.h - the cells of one record, and where each stood in the file
 *
 * Private to the reader.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsCsvPlace:
 * @line: the line, from 1
 * @column: the column in characters, from 1
 */
typedef struct
{
  guint64 line;
  guint64 column;
} FondsCsvPlace;

typedef struct
{
  guint32 start; /* in the record's text */
  guint32 length : 31;
  guint32 quoted : 1;
} FondsCsvCell;

/* Where in a cell the reader is. */
typedef enum
{
  FONDS_CSV_PART_PLAIN,  /* in a cell without quotes */
  FONDS_CSV_PART_QUOTED, /* behind the quote that opens a cell */
  FONDS_CSV_PART_CLOSED, /* behind the one that closes it */
} FondsCsvPart;

/**
 * FondsCsvRecord:
 * @text: (owned): the cells, each with a NUL behind it
 * @cells: (owned): the cells that are complete
 * @known: a cell whose place has been worked out; the later ones go on from there
 * @cell_start: where the cell begins that is being read
 * @line: the line in which the record begins; its column is always 1
 * @cr_ends: whether a CR alone ends a line
 */
typedef struct
{
  char *text;
  gsize length;
  gsize room;
  FondsCsvCell *cells;
  guint n_cells;
  guint cells_room;
  guint known;
  FondsCsvPlace known_place;
  gsize cell_start;
  FondsCsvPart part;
  guint64 line;
  gboolean cr_ends;
} FondsCsvRecord;

void fonds_csv_record_start (FondsCsvRecord *self, guint64 line);
void fonds_csv_record_start_cell (FondsCsvRecord *self);
void fonds_csv_record_append (FondsCsvRecord *self, const char *text, gsize length);
void fonds_csv_record_end_cell (FondsCsvRecord *self);
void fonds_csv_record_clear (FondsCsvRecord *self);

gsize fonds_csv_record_open_length (const FondsCsvRecord *self);
guint64 fonds_csv_record_last_line (const FondsCsvRecord *self);
FondsCsvPlace fonds_csv_record_place_of_cell (FondsCsvRecord *self, guint i);
FondsCsvPlace fonds_csv_record_place_of_now (FondsCsvRecord *self);

G_END_DECLS
