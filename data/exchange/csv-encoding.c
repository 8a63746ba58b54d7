/* csv-encoding.c - a stream of bytes read as UTF-8 text
 *
 * Holds the first megabyte back until it has said which encoding it is in, then hands out one
 * slice after another. UTF-8 is handed out where it lies; anything else is converted.
 * Invariants: what is handed out is valid UTF-8 without NUL, and everything before a wrong byte is
 * handed out before the complaint, however the stream cuts its bytes.
 * Thread: belongs to whoever made it. Ownership: the stream is referenced and not closed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-encoding.h"

#include "data/exchange/csv-convert.h"
#include "data/exchange/error.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define SAMPLE_SIZE (1024 * 1024)
#define READ_SIZE (256 * 1024)
#define SLICE_SIZE (128 * 1024)

struct _FondsCsvDecoder
{
  /* owned */
  GInputStream *stream;
  guint8 *bytes; /* SAMPLE_SIZE of room */
  char *text;    /* a converted slice; NULL for UTF-8 */

  /* state */
  FondsCsvEncoding encoding;
  FondsCsvForm form;
  gsize start; /* bytes before this are handed out */
  gsize end;   /* bytes from this on are not read yet */
  gboolean at_end;
  guint64 position; /* how many bytes of the stream are handed out */
};

/* A cancelled read stays cancelled; all else is a file that can't be read. */
static void
explain_read_error (GError **error, GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ,
               _ ("The file can't be read any further: %s"), cause->message);
  g_error_free (cause);
}

static gboolean
read_sample (FondsCsvDecoder *self, GError **error)
{
  GError *cause = NULL;

  if (!g_input_stream_read_all (self->stream, self->bytes, SAMPLE_SIZE, &self->end, NULL, &cause))
    {
      explain_read_error (error, cause);
      return FALSE;
    }
  self->at_end = self->end < SAMPLE_SIZE;
  return TRUE;
}

static gboolean
read_more (FondsCsvDecoder *self, GError **error)
{
  GError *cause = NULL;
  gssize n;

  memmove (self->bytes, self->bytes + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;

  n = g_input_stream_read (self->stream, self->bytes + self->end, READ_SIZE, NULL, &cause);
  if (n < 0)
    {
      explain_read_error (error, cause);
      return FALSE;
    }
  self->end += (gsize) n;
  self->at_end = n == 0;
  return TRUE;
}

/* The sample may end within a character, which must not look like a wrong one. */
static void
guess (FondsCsvDecoder *self)
{
  gsize length = self->end;

  if (!self->at_end)
    while (length > self->end - FONDS_CSV_CHARACTER_MAX && self->bytes[length - 1] >= 0x80)
      length--;
  fonds_csv_guess_encoding (self->bytes, length, &self->encoding);
}

/* "UTF-16" alone means that the mark tells the order of the bytes; the usual one without a mark. */
static gboolean
obey (FondsCsvDecoder *self, const char *name, GError **error)
{
  FondsCsvEncoding marked = { NULL, 0, FALSE, 100 };

  fonds_csv_find_bom (self->bytes, self->end, &marked);
  if (fonds_csv_name_equal (name, "UTF-16"))
    name = g_strcmp0 (marked.name, "UTF-16BE") == 0 ? "UTF-16BE" : "UTF-16LE";
  else if (fonds_csv_name_equal (name, "UTF-32"))
    name = g_strcmp0 (marked.name, "UTF-32BE") == 0 ? "UTF-32BE" : "UTF-32LE";

  if (!fonds_csv_form_find (name, &self->form))
    {
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD,
                   _ ("“%s” is no encoding that can be read. Use UTF-8, UTF-16, windows-1251 or "
                      "the like."),
                   name);
      return FALSE;
    }
  self->encoding = (FondsCsvEncoding){ self->form.name, 0, FALSE, 100 };
  if (g_strcmp0 (marked.name, self->form.name) == 0)
    self->encoding.bom_length = marked.bom_length;
  return TRUE;
}

/**
 * fonds_csv_decoder_new:
 * @stream: where the bytes come from
 * @encoding: (nullable): the encoding, or %NULL to guess it from the first megabyte
 * @error: return location for an error
 *
 * Begins to read a stream as text. Reads the first megabyte, so that the guess does not depend on
 * how the stream cuts its bytes.
 *
 * Returns: (transfer full): the decoder, or %NULL with FONDS_EXCHANGE_ERROR_NOT_UNDERSTOOD for an
 *   encoding that we don't know, FONDS_EXCHANGE_ERROR_READ, or G_IO_ERROR_CANCELLED
 */
FondsCsvDecoder *
fonds_csv_decoder_new (GInputStream *stream, const char *encoding, GError **error)
{
  g_autoptr (FondsCsvDecoder) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (FondsCsvDecoder, 1);
  self->stream = g_object_ref (stream);
  self->bytes = g_malloc (SAMPLE_SIZE);
  if (!read_sample (self, error))
    return NULL;

  if (encoding != NULL)
    {
      if (!obey (self, encoding, error))
        return NULL;
    }
  else
    {
      guess (self);
      fonds_csv_form_find (self->encoding.name, &self->form);
    }
  if (self->form.convert != NULL)
    self->text = g_malloc (SLICE_SIZE * FONDS_CSV_GROWTH_MAX);
  self->start = self->encoding.bom_length;
  self->position = self->start;
  return g_steal_pointer (&self);
}

/**
 * fonds_csv_decoder_free:
 * @self: (transfer full) (nullable): a decoder
 *
 * Frees a decoder; the stream stays open.
 */
void
fonds_csv_decoder_free (FondsCsvDecoder *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_free (self->bytes);
  g_free (self->text);
  g_free (self);
}

static void
complain (FondsCsvDecoder *self, GError **error)
{
  const guint8 *wrong = self->bytes + self->start;
  gsize left = self->end - self->start;
  gsize width = self->form.convert == NULL || self->form.page != NULL ? 1
                : g_str_has_prefix (self->form.name, "UTF-16")        ? 2
                                                                      : 4;
  g_autoptr (GString) codes = g_string_new (NULL);
  gboolean nul = left >= width;

  for (gsize i = 0; i < MIN (left, width); i++)
    {
      nul = nul && wrong[i] == 0;
      g_string_append_printf (codes, i > 0 ? " %02X" : "%02X", wrong[i]);
    }
  if (nul)
    g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING,
                 _ ("there is a zero byte, which no text has. The file is damaged, or it is not a "
                    "table of text; save it again from the program that made it."));
  else
    g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_ENCODING,
                 ngettext ("the byte %s is no character in %s. Save the file as UTF-8, or say "
                           "which encoding it is in.",
                           "the bytes %s are no character in %s. Save the file as UTF-8, or say "
                           "which encoding it is in.",
                           MIN (left, width)),
                 codes->str, self->encoding.name);
}

/**
 * fonds_csv_decoder_read:
 * @self: a decoder
 * @text: (out) (array length=length): the next slice, valid until the next call; not terminated
 * @length: (out): its bytes, 0 at the end of the stream
 * @error: return location for an error
 *
 * Hands out the next slice of text. A slice never ends within a character. After an error the same
 * error comes again.
 *
 * Returns: %TRUE, or %FALSE with FONDS_EXCHANGE_ERROR_ENCODING, FONDS_EXCHANGE_ERROR_READ or
 *   G_IO_ERROR_CANCELLED. The sentence of an encoding error begins in lower case: whoever counts
 *   the lines puts the place before it.
 */
gboolean
fonds_csv_decoder_read (FondsCsvDecoder *self, const char **text, gsize *length, GError **error)
{
  for (;;)
    {
      gsize left = self->end - self->start;
      gsize taken = MIN (left, SLICE_SIZE);

      if (self->form.convert == NULL)
        {
          *text = (const char *) self->bytes + self->start;
          *length = taken = fonds_csv_utf8_prefix (self->bytes + self->start, taken);
        }
      else
        {
          *text = self->text;
          taken = self->form.convert (self->bytes + self->start, taken, self->form.page, self->text,
                                      length);
        }
      self->start += taken;
      self->position += taken;
      if (taken > 0 || (left == 0 && self->at_end))
        return TRUE;

      if (self->at_end || left >= FONDS_CSV_CHARACTER_MAX)
        {
          complain (self, error);
          return FALSE;
        }
      if (!read_more (self, error))
        return FALSE;
    }
}

/**
 * fonds_csv_decoder_get_encoding:
 * @self: a decoder
 *
 * Returns: (transfer none): the encoding that was asked for or guessed
 */
const FondsCsvEncoding *
fonds_csv_decoder_get_encoding (const FondsCsvDecoder *self)
{
  return &self->encoding;
}

/**
 * fonds_csv_decoder_is_done:
 * @self: a decoder
 *
 * Returns: whether all of the stream is known to be handed out
 */
gboolean
fonds_csv_decoder_is_done (const FondsCsvDecoder *self)
{
  return self->at_end && self->start == self->end;
}

/**
 * fonds_csv_decoder_get_position:
 * @self: a decoder
 *
 * Returns: how many bytes of the stream have been handed out as text, for a progress bar
 */
guint64
fonds_csv_decoder_get_position (const FondsCsvDecoder *self)
{
  return self->position;
}
