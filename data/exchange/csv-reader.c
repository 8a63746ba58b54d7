/* csv-reader.c - the records of a table of text, one after another
 *
 * RFC 4180 strictly, in constant memory: only the present record is held, and the slice of text that
 * is being read. Nothing is trimmed, and line ends inside a cell stay as they are.
 * Invariant: an error is for ever; what comes after it can't be trusted.
 * Thread: belongs to whoever made it. Ownership: cells are lent until the next record.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-reader.h"

#include "data/exchange/csv-record.h"
#include "data/exchange/error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* What peek() says at the end of the file, and after an error. */
#define NOTHING (-1)

/* A record holds at most as much as this many cells of the greatest length. */
#define CELLS_OF_CAP_IN_RECORD 4

/* Lengths within a record have 31 bits. */
#define CELL_CAP_MAX (256 * 1024 * 1024)

struct _FondsCsvReader
{
  /* owned */
  FondsCsvDecoder *decoder;
  FondsCsvRecord record;
  GError *error;

  /* borrowed: what is left of the decoder's slice */
  const char *at;
  const char *end;

  /* state */
  FondsCsvOptions options;
  FondsCsvDialect dialect;
  gboolean stops[256]; /* the bytes that end a run of plain text */
  gboolean after_cr;   /* a CR is behind us that is in no cell */
  gboolean told;       /* something in this cell was tolerated and told already */
  guint64 n_records;
  guint64 line; /* where the next record begins */
};

/* The place of the next character. */
static FondsCsvPlace
place_of_now (FondsCsvReader *self)
{
  FondsCsvPlace place = fonds_csv_record_place_of_now (&self->record);

  place.column += (guint) self->after_cr;
  return place;
}

static FondsCsvPlace
place_of_open_cell (FondsCsvReader *self)
{
  return fonds_csv_record_place_of_cell (&self->record, self->record.n_cells);
}

static gboolean
complain (FondsCsvReader *self, FondsExchangeError code, FondsCsvPlace place, const char *what)
{
  g_clear_error (&self->error);
  self->error =
      g_error_new (FONDS_EXCHANGE_ERROR, code,
                   /* Translators: a place in a file, and what is wrong there. */
                   _ ("Line %" PRIu64 ", column %" PRIu64 ": %s"), place.line, place.column, what);
  return FALSE;
}

/* Gets the next slice; what the decoder can't read gets its place here, since here lines are
 * counted. */
static int
refill (FondsCsvReader *self)
{
  g_autoptr (GError) error = NULL;
  gsize length;

  if (self->error != NULL)
    return NOTHING;
  if (!fonds_csv_decoder_read (self->decoder, &self->at, &length, &error))
    {
      self->at = self->end = NULL;
      if (g_error_matches (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING))
        complain (self, FONDS_EXCHANGE_ERROR_ENCODING, place_of_now (self), error->message);
      else
        self->error = g_steal_pointer (&error);
      return NOTHING;
    }
  self->end = self->at + length;
  return length > 0 ? (guchar) *self->at : NOTHING;
}

static inline int
peek (FondsCsvReader *self)
{
  return G_LIKELY (self->at < self->end) ? (guchar) *self->at : refill (self);
}

static gboolean
append (FondsCsvReader *self, const char *text, gsize length)
{
  g_autofree char *size = NULL;
  g_autofree char *what = NULL;

  if (G_LIKELY (fonds_csv_record_open_length (&self->record) + length <= self->options.cell_cap))
    {
      fonds_csv_record_append (&self->record, text, length);
      return TRUE;
    }

  size = g_format_size_full (self->options.cell_cap, G_FORMAT_SIZE_IEC_UNITS);
  what = g_strdup_printf (_ ("this cell is longer than %s. Probably the quote that closes it is "
                             "missing."),
                          size);
  return complain (self, FONDS_EXCHANGE_ERROR_TOO_LARGE, place_of_open_cell (self), what);
}

static gboolean
end_cell (FondsCsvReader *self)
{
  if (self->record.n_cells == FONDS_CSV_RECORD_CELLS_MAX ||
      self->record.length > self->options.cell_cap * CELLS_OF_CAP_IN_RECORD)
    return complain (self, FONDS_EXCHANGE_ERROR_TOO_LARGE, (FondsCsvPlace){ self->record.line, 1 },
                     _ ("the record that begins here is too large for a table of records. Is the "
                        "file a table, and are its line ends whole?"));
  fonds_csv_record_end_cell (&self->record);
  self->told = FALSE;
  return TRUE;
}

/* Takes a quote or CR into a plain cell if the caller can live with that. One notice a cell is
 * enough to find it. */
static gboolean
tolerate (FondsCsvReader *self, const char *character, const char *what)
{
  if (!self->options.lax)
    return complain (self, FONDS_EXCHANGE_ERROR_SYNTAX, place_of_now (self), what);
  if (self->options.notice != NULL && !self->told)
    {
      FondsCsvPlace place = place_of_now (self);

      self->options.notice (place.line, place.column, what, self->options.notice_data);
      self->told = TRUE;
    }
  return append (self, character, 1);
}

/* At a CR outside quotes. In most files it ends a line only together with the LF behind it, and is
 * passed over; a lone one is no line end, and guessing that it were would tear a record apart. */
static gboolean
take_cr (FondsCsvReader *self, gboolean *ends_line)
{
  int next;

  *ends_line = TRUE;
  if (self->dialect.line_end == FONDS_CSV_LINE_END_CR)
    return TRUE;

  self->at++;
  self->after_cr = TRUE;
  next = peek (self);
  self->after_cr = FALSE;
  if (next == '\n' || next == NOTHING)
    return self->error == NULL;

  *ends_line = FALSE;
  if (self->record.part == FONDS_CSV_PART_CLOSED)
    return complain (self, FONDS_EXCHANGE_ERROR_SYNTAX, place_of_now (self),
                     _ ("a carriage return (CR) stands alone behind the closing quote of a cell. "
                        "Put a separator or a whole line end in its place."));
  return tolerate (self, "\r",
                   _ ("a carriage return (CR) stands alone in a cell without quotes. Put the whole "
                      "cell in quotes, or take the carriage return out."));
}

/* Reads up to what ends the cell, and leaves that in its place. */
static gboolean
read_plain (FondsCsvReader *self)
{
  gboolean ends = FALSE;

  while (!ends)
    {
      const char *from = self->at;
      int c;

      while (self->at < self->end && !self->stops[(guchar) *self->at])
        self->at++;
      if (self->at > from && !append (self, from, (gsize) (self->at - from)))
        return FALSE;

      c = peek (self);
      if (c == '"')
        {
          self->at++;
          if (!tolerate (self, "\"",
                         _ ("a quote stands inside a cell that does not begin with one. Put the "
                            "whole cell in quotes and write this one twice (\"\"), or import "
                            "again with stray quotes allowed.")))
            return FALSE;
        }
      else if (c == '\r')
        {
          if (!take_cr (self, &ends))
            return FALSE;
        }
      else
        ends = c == NOTHING || self->stops[c];
    }
  return self->error == NULL;
}

static gboolean
complain_of_open_quote (FondsCsvReader *self)
{
  if (self->error != NULL)
    return FALSE;
  return complain (self, FONDS_EXCHANGE_ERROR_SYNTAX, place_of_open_cell (self),
                   _ ("the quote that opens this cell is never closed. Close it where the cell "
                      "ends; a quote that belongs to the text is written twice (\"\")."));
}

/* Behind the closing quote may only stand what ends a cell. */
static gboolean
check_behind_quote (FondsCsvReader *self, int c)
{
  FondsCsvPlace began;
  g_autofree char *what = NULL;
  gboolean ends;

  if (c == '\r')
    return take_cr (self, &ends);
  if (c == NOTHING || c == '\n' || c == self->dialect.separator)
    return self->error == NULL;

  began = place_of_open_cell (self);
  what = g_strdup_printf (_ ("text stands behind the closing quote of the cell that begins in line "
                             "%" PRIu64 ", column %" PRIu64 ". A quote that belongs to the text "
                             "is written twice (\"\")."),
                          began.line, began.column);
  return complain (self, FONDS_EXCHANGE_ERROR_SYNTAX, place_of_now (self), what);
}

static gboolean
read_quoted (FondsCsvReader *self)
{
  self->at++;
  self->record.part = FONDS_CSV_PART_QUOTED;
  for (;;)
    {
      const char *quote;
      const char *to;

      if (peek (self) == NOTHING)
        return complain_of_open_quote (self);
      quote = memchr (self->at, '"', (gsize) (self->end - self->at));
      to = quote != NULL ? quote : self->end;
      if (!append (self, self->at, (gsize) (to - self->at)))
        return FALSE;
      self->at = to;
      if (quote == NULL)
        continue;

      self->at++;
      self->record.part = FONDS_CSV_PART_CLOSED;
      if (peek (self) != '"')
        return check_behind_quote (self, peek (self));
      if (!append (self, "\"", 1))
        return FALSE;
      self->at++;
      self->record.part = FONDS_CSV_PART_QUOTED;
    }
}

static void
end_record (FondsCsvReader *self)
{
  int c = peek (self);

  self->line = fonds_csv_record_last_line (&self->record);
  if (c == NOTHING)
    return;
  self->at++;
  self->line++;
  self->after_cr = c == '\r';
}

/* In a file of lone CRs, an LF behind one belongs to it. */
static void
start_record (FondsCsvReader *self)
{
  gboolean after_cr = self->after_cr;

  self->after_cr = FALSE;
  fonds_csv_record_start (&self->record, self->line);
  if (after_cr && peek (self) == '\n')
    self->at++;
}

/* Returns FALSE at the end of the file, and after an error. */
static gboolean
read_record (FondsCsvReader *self)
{
  start_record (self);
  if (peek (self) == NOTHING)
    return FALSE;
  self->n_records++;

  for (;;)
    {
      gboolean fine = peek (self) == '"' ? read_quoted (self) : read_plain (self);

      if (!fine || !end_cell (self))
        return FALSE;
      if (peek (self) != self->dialect.separator)
        break;
      self->at++;
      fonds_csv_record_start_cell (&self->record);
    }
  end_record (self);
  if (self->record.n_cells == 1 && self->record.cells[0].length == 0 &&
      !self->record.cells[0].quoted)
    self->record.n_cells = 0;
  return TRUE;
}

static void
settle_dialect (FondsCsvReader *self)
{
  fonds_csv_record_start (&self->record, self->line);
  peek (self);
  fonds_csv_dialect_guess (&self->dialect, self->at, (gsize) (self->end - self->at),
                           fonds_csv_decoder_is_done (self->decoder));

  self->record.cr_ends = self->dialect.line_end == FONDS_CSV_LINE_END_CR;
  self->stops[(guchar) self->dialect.separator] = TRUE;
  self->stops['"'] = self->stops['\r'] = self->stops['\n'] = TRUE;
  if (self->dialect.hint && read_record (self))
    self->n_records = 0;
}

/**
 * fonds_csv_reader_new:
 * @stream: where the bytes come from
 * @options: (nullable): what is known about the file, or %NULL to guess all
 * @error: return location for an error
 *
 * Begins to read a table. Encoding and dialect are settled before this returns, from the first
 * megabyte at most. What is wrong within the text, even in its first line, is told by
 * fonds_csv_reader_next().
 *
 * Returns: (transfer full): the reader, or %NULL with FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD for an
 *   encoding that we don't know, FONDS_EXCHANGE_ERROR_READ, or G_IO_ERROR_CANCELLED
 */
FondsCsvReader *
fonds_csv_reader_new (GInputStream *stream, const FondsCsvOptions *options, GError **error)
{
  FondsCsvDecoder *decoder;
  FondsCsvReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  decoder = fonds_csv_decoder_new (stream, options != NULL ? options->encoding : NULL, error);
  if (decoder == NULL)
    return NULL;

  self = g_new0 (FondsCsvReader, 1);
  self->decoder = decoder;
  self->line = 1;
  if (options != NULL)
    self->options = *options;
  self->options.encoding = NULL;
  self->dialect = self->options.dialect;
  if (self->options.cell_cap == 0)
    self->options.cell_cap = FONDS_CSV_CELL_CAP;
  self->options.cell_cap = MIN (self->options.cell_cap, CELL_CAP_MAX);
  settle_dialect (self);
  return self;
}

/**
 * fonds_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees a reader; the stream stays open.
 */
void
fonds_csv_reader_free (FondsCsvReader *self)
{
  if (self == NULL)
    return;
  fonds_csv_decoder_free (self->decoder);
  g_clear_error (&self->error);
  fonds_csv_record_clear (&self->record);
  g_free (self);
}

/**
 * fonds_csv_reader_next:
 * @self: a reader
 * @error: return location for an error
 *
 * Reads the next record. A blank line is a record without cells; a line that holds blanks or ""
 * has one. Records may have different numbers of cells.
 *
 * Returns: %TRUE for a record; %FALSE without an error at the end; %FALSE with
 *   FONDS_EXCHANGE_ERROR_SYNTAX, FONDS_EXCHANGE_ERROR_ENCODING or FONDS_EXCHANGE_ERROR_TOO_LARGE,
 *   whose sentences begin with the place, with FONDS_EXCHANGE_ERROR_READ or G_IO_ERROR_CANCELLED
 */
gboolean
fonds_csv_reader_next (FondsCsvReader *self, GError **error)
{
  if (self->error == NULL && read_record (self))
    return TRUE;
  self->record.n_cells = 0;
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * fonds_csv_reader_n_cells:
 * @self: a reader
 *
 * Returns: how many cells the record has, 0 for a blank line
 */
guint
fonds_csv_reader_n_cells (const FondsCsvReader *self)
{
  return self->record.n_cells;
}

/**
 * fonds_csv_reader_cell:
 * @self: a reader
 * @i: which cell, below fonds_csv_reader_n_cells()
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text in UTF-8 without NUL, until the next record
 */
const char *
fonds_csv_reader_cell (const FondsCsvReader *self, guint i, gsize *length)
{
  g_return_val_if_fail (i < self->record.n_cells, NULL);

  if (length != NULL)
    *length = self->record.cells[i].length;
  return self->record.text + self->record.cells[i].start;
}

/**
 * fonds_csv_reader_cell_is_quoted:
 * @self: a reader
 * @i: which cell, below fonds_csv_reader_n_cells()
 *
 * Tells an empty text ("") from nothing at all, for formats that make a difference.
 *
 * Returns: whether the cell stood in quotes
 */
gboolean
fonds_csv_reader_cell_is_quoted (const FondsCsvReader *self, guint i)
{
  g_return_val_if_fail (i < self->record.n_cells, FALSE);

  return self->record.cells[i].quoted;
}

/**
 * fonds_csv_reader_record:
 * @self: a reader
 *
 * Returns: the number of the record, from 1; header and blank lines count
 */
guint64
fonds_csv_reader_record (const FondsCsvReader *self)
{
  return self->n_records;
}

/**
 * fonds_csv_reader_line:
 * @self: a reader
 *
 * Returns: the line in which the record begins, from 1
 */
guint64
fonds_csv_reader_line (const FondsCsvReader *self)
{
  return self->record.line;
}

/**
 * fonds_csv_reader_cell_line:
 * @self: a reader
 * @i: which cell; fonds_csv_reader_n_cells() stands for the first that is missing
 *
 * Returns: the line in which the cell begins, from 1
 */
guint64
fonds_csv_reader_cell_line (FondsCsvReader *self, guint i)
{
  g_return_val_if_fail (i <= self->record.n_cells, 0);

  return fonds_csv_record_place_of_cell (&self->record, i).line;
}

/**
 * fonds_csv_reader_cell_column:
 * @self: a reader
 * @i: which cell; fonds_csv_reader_n_cells() stands for the first that is missing
 *
 * Returns: where in its line the cell begins, in characters, from 1
 */
guint64
fonds_csv_reader_cell_column (FondsCsvReader *self, guint i)
{
  g_return_val_if_fail (i <= self->record.n_cells, 0);

  return fonds_csv_record_place_of_cell (&self->record, i).column;
}

/**
 * fonds_csv_reader_bytes_read:
 * @self: a reader
 *
 * Returns: how many bytes of the stream are behind the reader, for a progress bar; it may be ahead
 *   of the record by a slice
 */
guint64
fonds_csv_reader_bytes_read (const FondsCsvReader *self)
{
  return fonds_csv_decoder_get_position (self->decoder);
}

/**
 * fonds_csv_reader_get_dialect:
 * @self: a reader
 *
 * Returns: (transfer none): the dialect that was asked for or guessed
 */
const FondsCsvDialect *
fonds_csv_reader_get_dialect (const FondsCsvReader *self)
{
  return &self->dialect;
}

/**
 * fonds_csv_reader_get_encoding:
 * @self: a reader
 *
 * Returns: (transfer none): the encoding that was asked for or guessed
 */
const FondsCsvEncoding *
fonds_csv_reader_get_encoding (const FondsCsvReader *self)
{
  return fonds_csv_decoder_get_encoding (self->decoder);
}
