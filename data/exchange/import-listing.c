/* import-listing.c - every line of a dry run, beyond what memory should hold
 *
 * Lines are appended to a file without a name, which is gone when nobody holds it; in memory there is
 * a byte a line, what became of the row, and for every 64th where it stands. Reading goes by pieces of
 * such 64.
 * Thread: one writes; when it is finished, any may read.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-listing.h"

#include "data/exchange/error.h"
#include "data/exchange/safe-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* How many lines there are between two known places. */
#define STRIDE 64

/* How much is written at once, in bytes. */
#define BUFFER (256 * 1024)

/* The length of a text that is not there. */
#define NOTHING G_MAXUINT16

#define N_TEXTS 6

struct _FondsImportListing
{
  gatomicrefcount refs;

  /* owned */
  int file;
  GByteArray *buffer; /* what is not written yet */
  GByteArray *results;
  GArray *places; /* of guint64 */
  GError *error;  /* (nullable): the first thing that went wrong */

  /* state */
  guint64 length; /* of the file, with what is in the buffer */
};

/**
 * fonds_import_listing_new:
 * @error: return location for an error
 *
 * Makes an empty listing, in the folder of the person's caches.
 *
 * Returns: (transfer full) (nullable): the listing
 */
FondsImportListing *
fonds_import_listing_new (GError **error)
{
  const char *folder = g_get_user_cache_dir ();
  g_autofree char *path = g_build_filename (folder, "fonds-import-XXXXXX", NULL);
  FondsImportListing *self;
  int file;

  g_mkdir_with_parents (folder, 0700);
  file = g_mkstemp (path);
  if (file < 0)
    {
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                   _ ("A list of all rows can't be kept in “%s”: %s"), folder, g_strerror (errno));
      return NULL;
    }
  g_unlink (path);
  self = g_new0 (FondsImportListing, 1);
  g_atomic_ref_count_init (&self->refs);
  self->file = file;
  self->buffer = g_byte_array_sized_new (BUFFER);
  self->results = g_byte_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

/**
 * fonds_import_listing_ref:
 * @self: a listing
 *
 * Returns: (transfer full): the same
 */
FondsImportListing *
fonds_import_listing_ref (FondsImportListing *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * fonds_import_listing_unref:
 * @self: (transfer full) (nullable): a listing
 *
 * Lets go of a listing; with the last its file is gone.
 */
void
fonds_import_listing_unref (FondsImportListing *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  close (self->file);
  g_byte_array_unref (self->buffer);
  g_byte_array_unref (self->results);
  g_array_unref (self->places);
  g_clear_error (&self->error);
  g_free (self);
}

static void
flush (FondsImportListing *self)
{
  gsize done = 0;

  while (self->error == NULL && done < self->buffer->len)
    {
      gssize n = write (self->file, self->buffer->data + done, self->buffer->len - done);

      if (n > 0)
        done += (gsize) n;
      else if (n < 0 && errno != EINTR)
        g_set_error (&self->error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                     _ ("The list of all rows can't be kept: %s"), g_strerror (errno));
    }
  g_byte_array_set_size (self->buffer, 0);
}

/* The beginning of a text that is too long to be read in a table, whole characters of it. */
static gsize
fitting_length (const char *text)
{
  const gsize most = 600;
  gsize length = strlen (text);

  if (length <= most)
    return length;
  for (length = most; length > 0 && (text[length] & 0xc0) == 0x80; length--)
    ;
  return length;
}

static void
put_text (GByteArray *buffer, const char *text)
{
  guint16 length = text != NULL ? (guint16) fitting_length (text) : NOTHING;

  g_byte_array_append (buffer, (const guint8 *) &length, sizeof length);
  if (text != NULL)
    g_byte_array_append (buffer, (const guint8 *) text, length);
}

/**
 * fonds_import_listing_add:
 * @self: a listing that is being made
 * @line: a line; copied
 *
 * Adds a line. What goes wrong is told at the end.
 */
void
fonds_import_listing_add (FondsImportListing *self, const FondsImportLine *line)
{
  const char *const texts[N_TEXTS] = { line->file,   line->name,  line->column,
                                       line->before, line->value, line->reason };
  guint8 result = (guint8) line->result;
  guint before = self->buffer->len;

  if (self->results->len % STRIDE == 0)
    g_array_append_val (self->places, self->length);
  g_byte_array_append (self->results, &result, 1);
  g_byte_array_append (self->buffer, (const guint8 *) &line->row, sizeof line->row);
  g_byte_array_append (self->buffer, (const guint8 *) &line->line, sizeof line->line);
  for (guint i = 0; i < N_TEXTS; i++)
    put_text (self->buffer, texts[i]);
  self->length += self->buffer->len - before;
  if (self->buffer->len >= BUFFER)
    flush (self);
}

/**
 * fonds_import_listing_finish:
 * @self: a listing that is being made
 * @error: return location for an error
 *
 * Ends the writing.
 *
 * Returns: whether all lines are there
 */
gboolean
fonds_import_listing_finish (FondsImportListing *self, GError **error)
{
  flush (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

/**
 * fonds_import_listing_get_n:
 * @self: a listing
 *
 * Returns: how many lines it has
 */
guint
fonds_import_listing_get_n (const FondsImportListing *self)
{
  return self->results->len;
}

static gboolean
read_bytes (FondsImportListing *self, guint64 from, char *into, gsize n, GError **error)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = pread (self->file, into + done, n - done, (off_t) (from + done));

      if (got > 0)
        done += (gsize) got;
      else if (got == 0 || errno != EINTR)
        {
          g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ,
                       _ ("The list of all rows can't be read: %s"),
                       g_strerror (got == 0 ? EIO : errno));
          return FALSE;
        }
    }
  return TRUE;
}

/* Takes a text out of the bytes at @at; (transfer full) (nullable). */
static char *
take_text (const char **at)
{
  guint16 length;
  char *text;

  memcpy (&length, *at, sizeof length);
  *at += sizeof length;
  if (length == NOTHING)
    return NULL;
  text = g_strndup (*at, length);
  *at += length;
  return text;
}

static FondsImportLine *
take_line (FondsImportListing *self, guint number, const char **at)
{
  FondsImportLine *line = g_new0 (FondsImportLine, 1);
  char **const texts[N_TEXTS] = { &line->file,   &line->name,  &line->column,
                                  &line->before, &line->value, &line->reason };

  line->result = self->results->data[number];
  memcpy (&line->row, *at, sizeof line->row);
  *at += sizeof line->row;
  memcpy (&line->line, *at, sizeof line->line);
  *at += sizeof line->line;
  for (guint i = 0; i < N_TEXTS; i++)
    *texts[i] = take_text (at);
  return line;
}

/* The lines of one stride; (transfer full) (nullable) (element-type FondsImportLine). */
static GPtrArray *
read_stride (FondsImportListing *self, guint stride, GError **error)
{
  guint64 from = g_array_index (self->places, guint64, stride);
  guint64 to = stride + 1 < self->places->len ? g_array_index (self->places, guint64, stride + 1)
                                              : self->length;
  g_autofree char *bytes = g_malloc (to - from + 1);
  guint last = MIN ((stride + 1) * STRIDE, self->results->len);
  const char *at = bytes;
  GPtrArray *lines;

  if (!read_bytes (self, from, bytes, to - from, error))
    return NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_import_line_free);
  for (guint i = stride * STRIDE; i < last; i++)
    g_ptr_array_add (lines, take_line (self, i, &at));
  return lines;
}

/**
 * fonds_import_listing_read:
 * @self: a finished listing
 * @first: a line's number
 * @n: how many are wanted from there
 * @error: return location for an error
 *
 * Reads lines. Blocks, if only for a moment.
 *
 * Returns: (transfer full) (nullable) (element-type FondsImportLine): the lines, fewer at the end
 */
GPtrArray *
fonds_import_listing_read (FondsImportListing *self, guint first, guint n, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_import_line_free);
  guint end =
      n < self->results->len - MIN (first, self->results->len) ? first + n : self->results->len;

  for (guint stride = first / STRIDE; stride * STRIDE < end; stride++)
    {
      g_autoptr (GPtrArray) piece = read_stride (self, stride, error);

      if (piece == NULL)
        return NULL;
      for (guint i = 0; i < piece->len; i++)
        if (stride * STRIDE + i >= first && stride * STRIDE + i < end)
          g_ptr_array_add (lines, g_steal_pointer (&piece->pdata[i]));
    }
  return g_steal_pointer (&lines);
}

/* Whether all words stand somewhere in a line. */
static gboolean
holds (const FondsImportLine *line, char **words)
{
  g_autofree char *all =
      g_strdup_printf ("%" G_GUINT64_FORMAT "\n%s\n%s\n%s\n%s\n%s\n%s", line->row, line->file,
                       line->name != NULL ? line->name : "",
                       line->column != NULL ? line->column : "",
                       line->before != NULL ? line->before : "",
                       line->value != NULL ? line->value : "",
                       line->reason != NULL ? line->reason : "");
  g_autofree char *folded = g_utf8_casefold (all, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
find_by_result (FondsImportListing *self, int result, GArray *found)
{
  for (guint32 i = 0; i < self->results->len; i++)
    if (result == FONDS_N_IMPORT_RESULTS || self->results->data[i] == result)
      g_array_append_val (found, i);
}

static gboolean
find_in_stride (FondsImportListing *self,
                guint stride,
                int result,
                char **words,
                GArray *found,
                GError **error)
{
  g_autoptr (GPtrArray) lines = read_stride (self, stride, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const FondsImportLine *line = g_ptr_array_index (lines, i);
      guint32 number = stride * STRIDE + i;

      if ((result == FONDS_N_IMPORT_RESULTS || (int) line->result == result) && holds (line, words))
        g_array_append_val (found, number);
    }
  return lines != NULL;
}

static char **
fold_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_strsplit_set (g_strstrip (folded), " ", -1);
}

/**
 * fonds_import_listing_find:
 * @self: a finished listing
 * @result: a #FondsImportResult; %FONDS_N_IMPORT_RESULTS for any
 * @words: words that must all stand in a line, in any case; "" for any
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Finds lines. Blocks for as long as reading all of them takes, if there are words.
 *
 * Returns: (transfer full) (nullable) (element-type guint32): the lines' numbers
 */
GArray *
fonds_import_listing_find (FondsImportListing *self,
                           int result,
                           const char *words,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) folded = fold_words (words);

  if (folded[0] == NULL || (*folded[0] == '\0' && folded[1] == NULL))
    {
      find_by_result (self, result, found);
      return g_steal_pointer (&found);
    }
  for (guint stride = 0; stride < self->places->len; stride++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !find_in_stride (self, stride, result, folded, found, error))
      return NULL;
  return g_steal_pointer (&found);
}

static gboolean
write_position (FondsImportListing *self,
                FondsCsvWriter *writer,
                guint32 position,
                GPtrArray **piece,
                guint *stride,
                GError **error)
{
  if (*piece == NULL || *stride != position / STRIDE)
    {
      g_clear_pointer (piece, g_ptr_array_unref);
      *stride = position / STRIDE;
      *piece = read_stride (self, *stride, error);
    }
  return *piece != NULL && fonds_import_line_write (g_ptr_array_index (*piece, position % STRIDE),
                                                    TRUE, writer, error);
}

/**
 * fonds_import_listing_write:
 * @self: a finished listing
 * @positions: (element-type guint32): the lines that are wanted, in order
 * @stream: where to
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Writes lines as a CSV file. Blocks.
 *
 * Returns: whether they were written
 */
gboolean
fonds_import_listing_write (FondsImportListing *self,
                            const GArray *positions,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, NULL);
  g_autoptr (GPtrArray) piece = NULL;
  guint stride = 0;

  if (!fonds_import_line_write (NULL, TRUE, writer, error))
    return FALSE;
  for (guint i = 0; i < positions->len; i++)
    if ((i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
        !write_position (self, writer, g_array_index (positions, guint32, i), &piece, &stride,
                         error))
      return FALSE;
  return fonds_csv_writer_finish (writer, error);
}

typedef struct
{
  FondsImportListing *listing;
  const GArray *positions;
} Saving;

static gboolean
save_cb (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return fonds_import_listing_write (saving->listing, saving->positions, stream, cancellable,
                                     error);
}

/**
 * fonds_import_listing_save:
 * @self: a finished listing
 * @positions: (element-type guint32): the lines that are wanted, in order
 * @path: a file; what is there is overwritten
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Does what [func@import_listing_write] does, into a file.
 *
 * Returns: whether it was written
 */
gboolean
fonds_import_listing_save (FondsImportListing *self,
                           const GArray *positions,
                           const char *path,
                           GCancellable *cancellable,
                           GError **error)
{
  Saving saving = { self, positions };

  return fonds_safe_file_write (path, save_cb, &saving, cancellable, error);
}
