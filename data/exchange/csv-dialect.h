/* csv-dialect.h - how a table of text separates its cells and lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsCsvLineEnd:
 * @FONDS_CSV_LINE_END_GUESS: as the first line of the file has it
 * @FONDS_CSV_LINE_END_LF: a line feed, or CR and LF
 * @FONDS_CSV_LINE_END_CRLF: the same, and most lines have both
 * @FONDS_CSV_LINE_END_CR: a carriage return alone, as old Macintosh programs wrote; LF and CRLF are
 *   taken, too
 */
typedef enum
{
  FONDS_CSV_LINE_END_GUESS,
  FONDS_CSV_LINE_END_LF,
  FONDS_CSV_LINE_END_CRLF,
  FONDS_CSV_LINE_END_CR,
} FondsCsvLineEnd;

/**
 * FondsCsvHeader:
 * @FONDS_CSV_HEADER_GUESS: by the look of the first record
 * @FONDS_CSV_HEADER_PRESENT: the first record names the columns
 * @FONDS_CSV_HEADER_ABSENT: the first record is like the others
 */
typedef enum
{
  FONDS_CSV_HEADER_GUESS,
  FONDS_CSV_HEADER_PRESENT,
  FONDS_CSV_HEADER_ABSENT,
} FondsCsvHeader;

/**
 * FondsCsvDialect:
 * @separator: the character between two cells, '\0' to guess it
 * @line_end: what ends a line
 * @header: whether the first record names the columns
 * @hint: whether the file begins with a line "sep=;" as Excel understands it, which is no record
 *
 * How a table of text is written.
 */
typedef struct
{
  char separator;
  FondsCsvLineEnd line_end;
  FondsCsvHeader header;
  gboolean hint;
} FondsCsvDialect;

void fonds_csv_dialect_guess (FondsCsvDialect *dialect,
                              const char *sample,
                              gsize length,
                              gboolean whole);
char *fonds_csv_dialect_describe (const FondsCsvDialect *dialect);

G_END_DECLS
