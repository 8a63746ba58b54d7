/* fuzz-csv.c - any bytes as a table of text
 *
 * Checks what is promised: cells are valid UTF-8 without NUL, places only ever go forward, an error
 * names its place and stays, the lax reader takes whatever the strict one does, and what was read
 * comes back the same when it is written and read again.
 * The first byte says what the reader is told; the rest is the file.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-reader.h"
#include "data/exchange/csv-writer.h"
#include "data/exchange/error.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* An assertion that no compiler flag takes away. */
#define PROMISE(is_kept)                                                                           \
  do                                                                                               \
    {                                                                                              \
      if (!(is_kept))                                                                              \
        abort ();                                                                                  \
    }                                                                                              \
  while (0)

static void
choose (uint8_t choice, FondsCsvOptions *options)
{
  static const char *const encodings[] = { NULL,           NULL,       "UTF-8", "UTF-16",
                                           "windows-1255", "UTF-32BE", NULL,    "windows-1252" };
  static const char separators[] = { '\0', ',', ';', '\t' };

  options->encoding = encodings[choice & 7];
  options->dialect.separator = separators[choice >> 3 & 3];
  options->dialect.line_end = choice & 0x20 ? FONDS_CSV_LINE_END_CR : FONDS_CSV_LINE_END_GUESS;
  options->lax = (choice & 0x40) != 0;
  options->cell_cap = choice & 0x80 ? 64 : 0;
}

static gboolean
is_behind (guint64 line, guint64 column, guint64 *last_line, guint64 *last_column)
{
  gboolean behind = line > *last_line || (line == *last_line && column > *last_column);

  *last_line = line;
  *last_column = column;
  return behind;
}

static void
check_record (FondsCsvReader *reader, guint64 *line, guint64 *column)
{
  for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
    {
      gsize length;
      const char *cell = fonds_csv_reader_cell (reader, i, &length);

      PROMISE (strlen (cell) == length && g_utf8_validate (cell, (gssize) length, NULL));
      PROMISE (is_behind (fonds_csv_reader_cell_line (reader, i),
                          fonds_csv_reader_cell_column (reader, i), line, column));
    }
}

static void
check_error (FondsCsvReader *reader, const GError *error)
{
  g_autoptr (GError) again = NULL;

  PROMISE (!fonds_csv_reader_next (reader, &again));
  PROMISE (g_strcmp0 (error != NULL ? error->message : NULL,
                      again != NULL ? again->message : NULL) == 0);
  PROMISE (error == NULL || g_str_has_prefix (error->message, "Line "));
}

/* Reads all, and writes what was read with the separator that was found. */
static GBytes *
read_and_write (const uint8_t *data,
                size_t size,
                const FondsCsvOptions *options,
                char *separator,
                gboolean *whole)
{
  g_autoptr (GInputStream) in = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsCsvReader) reader = fonds_csv_reader_new (in, options, NULL);
  FondsCsvWriterOptions writing = { 0 };
  g_autoptr (FondsCsvWriter) writer = NULL;
  guint64 line = 0;
  guint64 column = 0;

  writing.separator = *separator = fonds_csv_reader_get_dialect (reader)->separator;
  writer = fonds_csv_writer_new (out, &writing);
  while (fonds_csv_reader_next (reader, &error))
    {
      check_record (reader, &line, &column);
      for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
        fonds_csv_writer_cell (writer, fonds_csv_reader_cell (reader, i, NULL), -1);
      PROMISE (fonds_csv_writer_end_record (writer, NULL));
    }
  check_error (reader, error);
  *whole = error == NULL;

  PROMISE (fonds_csv_writer_finish (writer, NULL));
  g_output_stream_close (out, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  FondsCsvOptions options = { 0 };
  FondsCsvOptions strict = { .encoding = "UTF-8" };
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again = NULL;
  gboolean whole;
  char separator;

  if (size == 0)
    return 0;
  choose (data[0], &options);
  written = read_and_write (data + 1, size - 1, &options, &separator, &whole);
  if (whole && !options.lax)
    {
      g_autoptr (GBytes) lax = NULL;

      options.lax = TRUE;
      lax = read_and_write (data + 1, size - 1, &options, &separator, &whole);
      PROMISE (whole && g_bytes_equal (written, lax));
    }

  strict.dialect.separator = separator;
  strict.dialect.line_end = FONDS_CSV_LINE_END_LF;
  again = read_and_write (g_bytes_get_data (written, NULL), g_bytes_get_size (written), &strict,
                          &separator, &whole);
  PROMISE (whole && g_bytes_equal (written, again));
  return 0;
}
