/* csv-writer.c - a table of text, one record after another
 *
 * RFC 4180, with LF ends unless asked otherwise. A cell gets quotes only when it would otherwise be
 * read as something else, so that two exports differ only where the catalogue does.
 * Invariant: what this writes, the reader reads back byte for byte, records without cells and
 * records of one empty cell included.
 * Errors stick until the record ends, so that cells can be written without asking each time.
 * Thread: belongs to whoever made it. Ownership: the stream is referenced and not closed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-writer.h"

#include "data/exchange/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BUFFER_SIZE (64 * 1024)
#define BOM "\xEF\xBB\xBF"

struct _FondsCsvWriter
{
  /* owned */
  GOutputStream *stream;
  char *buffer;
  GError *error;

  /* state */
  FondsCsvWriterOptions options;
  gboolean stops[256]; /* the bytes that need quotes around them */
  gsize length;
  guint64 n_cells; /* of this record */
  gboolean only_empty;
  gboolean begun; /* something stands in the file that is no mark */
};

static void
flush (FondsCsvWriter *self)
{
  GError *cause = NULL;

  if (self->error == NULL &&
      !g_output_stream_write_all (self->stream, self->buffer, self->length, NULL, NULL, &cause))
    {
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        self->error = g_error_copy (cause);
      else
        self->error = g_error_new (FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                                   _ ("The file can't be written: %s"), cause->message);
      g_error_free (cause);
    }
  self->length = 0;
}

static void
put (FondsCsvWriter *self, const char *text, gsize length)
{
  while (length > 0)
    {
      gsize n = MIN (length, BUFFER_SIZE - self->length);

      memcpy (self->buffer + self->length, text, n);
      self->length += n;
      text += n;
      length -= n;
      if (self->length == BUFFER_SIZE)
        flush (self);
    }
}

/**
 * fonds_csv_writer_new:
 * @stream: where the bytes go
 * @options: (nullable): how to write, or %NULL for commas, LF and no mark
 *
 * Begins to write a table.
 *
 * Returns: (transfer full): the writer
 */
FondsCsvWriter *
fonds_csv_writer_new (GOutputStream *stream, const FondsCsvWriterOptions *options)
{
  FondsCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (FondsCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->buffer = g_malloc (BUFFER_SIZE);
  if (options != NULL)
    self->options = *options;
  if (self->options.separator == '\0')
    self->options.separator = ',';
  self->stops[(guchar) self->options.separator] = TRUE;
  self->stops['"'] = self->stops['\r'] = self->stops['\n'] = TRUE;
  if (self->options.bom)
    put (self, BOM, strlen (BOM));
  return self;
}

/**
 * fonds_csv_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees a writer; what was not finished may be lost. The stream stays open.
 */
void
fonds_csv_writer_free (FondsCsvWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

/* The first cell of a file must not be taken for a byte order mark or for Excel's hint. */
static gboolean
looks_like_preamble (const char *text, gsize length)
{
  return (length >= strlen (BOM) && memcmp (text, BOM, strlen (BOM)) == 0) ||
         (length >= 4 && g_ascii_strncasecmp (text, "sep=", 4) == 0);
}

static gboolean
needs_quotes (const FondsCsvWriter *self, const char *text, gsize length)
{
  if (length == 0)
    return FALSE;
  if (is_blank (text[0]) || is_blank (text[length - 1]))
    return TRUE;
  if (!self->begun && looks_like_preamble (text, length))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    if (self->stops[(guchar) text[i]])
      return TRUE;
  return FALSE;
}

static void
put_quoted (FondsCsvWriter *self, const char *text, gsize length)
{
  const char *end = text + length;
  const char *quote;

  put (self, "\"", 1);
  while ((quote = memchr (text, '"', (gsize) (end - text))) != NULL)
    {
      put (self, text, (gsize) (quote + 1 - text));
      put (self, "\"", 1);
      text = quote + 1;
    }
  put (self, text, (gsize) (end - text));
  put (self, "\"", 1);
}

/* What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
static gboolean
looks_like_formula (const char *text, gsize length)
{
  return length > 0 && memchr ("=+-@\t\r", text[0], 6) != NULL;
}

/**
 * fonds_csv_writer_cell:
 * @self: a writer
 * @text: (array length=length): a text in UTF-8 without NUL
 * @length: its bytes, or -1 if it ends in NUL
 *
 * Adds a cell to the record. Whether it could be written is told at the record's end.
 */
void
fonds_csv_writer_cell (FondsCsvWriter *self, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *escaped = NULL;

  if (self->n_cells > 0)
    put (self, &self->options.separator, 1);
  self->only_empty = self->n_cells == 0 && n == 0;
  self->n_cells++;

  if (self->options.spreadsheet_safe && looks_like_formula (text, n))
    {
      escaped = g_strdup_printf ("'%.*s", (int) n, text);
      text = escaped;
      n++;
    }
  if (needs_quotes (self, text, n))
    put_quoted (self, text, n);
  else
    put (self, text, n);
  self->begun = TRUE;
}

/**
 * fonds_csv_writer_end_record:
 * @self: a writer
 * @error: return location for an error
 *
 * Ends a record. One without cells is a blank line; one of a single empty cell is "", since it
 * would be a blank line without.
 *
 * Returns: whether everything so far could be written or still waits in the buffer; %FALSE with
 *   FONDS_EXCHANGE_ERROR_WRITE or G_IO_ERROR_CANCELLED
 */
gboolean
fonds_csv_writer_end_record (FondsCsvWriter *self, GError **error)
{
  if (self->only_empty)
    put (self, "\"\"", 2);
  put (self, self->options.crlf ? "\r\n" : "\n", self->options.crlf ? 2 : 1);
  self->n_cells = 0;
  self->only_empty = FALSE;
  self->begun = TRUE;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * fonds_csv_writer_finish:
 * @self: a writer
 * @error: return location for an error
 *
 * Hands over what waits in the buffer. The stream must still be closed, which can fail, too.
 *
 * Returns: whether everything was handed over; %FALSE with FONDS_EXCHANGE_ERROR_WRITE or
 *   G_IO_ERROR_CANCELLED
 */
gboolean
fonds_csv_writer_finish (FondsCsvWriter *self, GError **error)
{
  flush (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}
