/* export-spool.c - rows that wait until it is known which columns their table has
 *
 * Which columns are used is known when the last record was read, and to read them all twice costs more
 * than to lay their rows aside: each cell as its length and its bytes, in a file beside the one that is
 * written, which goes with the spool. Columns may be added at any time and never go away; rows come out
 * in the columns of the last header.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-spool.h"

#include "data/exchange/error.h"
#include "data/exchange/plan.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define BUFFER_SIZE 65536

/* From which row on which columns were known. */
typedef struct
{
  guint64 first;
  char **header;
} Era;

struct _FondsSpool
{
  char *path;
  GOutputStream *out;
  GString *buffer;
  GArray *eras; /* of Era */
  guint64 n;
};

static void
clear_era (gpointer data)
{
  g_strfreev (((Era *) data)->header);
}

/**
 * fonds_spool_new:
 * @path: the file that the rows are for
 * @error: return location for an error
 *
 * Begins a spool without columns.
 *
 * Returns: (transfer full) (nullable): the spool
 */
FondsSpool *
fonds_spool_new (const char *path, GError **error)
{
  g_autoptr (FondsSpool) self = g_new0 (FondsSpool, 1);
  g_autoptr (GFile) file = NULL;

  self->path = g_strconcat (path, ".rows", NULL);
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  self->eras = g_array_new (FALSE, FALSE, sizeof (Era));
  g_array_set_clear_func (self->eras, clear_era);
  file = g_file_new_for_path (self->path);
  self->out = G_OUTPUT_STREAM (
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION | G_FILE_CREATE_PRIVATE,
                      NULL, error));
  return self->out != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_spool_free:
 * @self: (transfer full) (nullable): a spool
 *
 * Frees a spool and removes its file.
 */
void
fonds_spool_free (FondsSpool *self)
{
  if (self == NULL)
    return;
  if (self->out != NULL)
    {
      g_output_stream_close (self->out, NULL, NULL);
      g_unlink (self->path);
    }
  g_clear_object (&self->out);
  g_string_free (self->buffer, TRUE);
  g_array_unref (self->eras);
  g_free (self->path);
  g_free (self);
}

/**
 * fonds_spool_set_header:
 * @self: a spool
 * @header: (array zero-terminated=1): the names of the columns of the rows that follow; those of the
 *   rows before are among them
 *
 * Says which columns there are from now on.
 */
void
fonds_spool_set_header (FondsSpool *self, const char *const *header)
{
  Era era = { self->n, g_strdupv ((char **) header) };

  g_array_append_val (self->eras, era);
}

static gboolean
flush (FondsSpool *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_write_all (self->out, self->buffer->str, self->buffer->len, NULL, NULL,
                                  &cause))
    {
      g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE,
                   _ ("The file can't be written: %s"), cause->message);
      return FALSE;
    }
  g_string_truncate (self->buffer, 0);
  return TRUE;
}

/**
 * fonds_spool_add:
 * @self: a spool with a header
 * @cells: (element-type GString): a row, one for each column
 * @error: return location; %FONDS_EXCHANGE_ERROR_WRITE
 *
 * Lays a row aside.
 *
 * Returns: whether it could
 */
gboolean
fonds_spool_add (FondsSpool *self, const GPtrArray *cells, GError **error)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const GString *cell = g_ptr_array_index (cells, i);
      guint32 length = (guint32) cell->len;

      g_string_append_len (self->buffer, (const char *) &length, sizeof length);
      g_string_append_len (self->buffer, cell->str, (gssize) cell->len);
    }
  self->n++;
  return self->buffer->len < BUFFER_SIZE || flush (self, error);
}

/* Steps over a row; its cells stay in the mapped file. */
static gboolean
read_row (const char **at, const char *end, GArray *cells, const GArray *places)
{
  for (guint i = 0; i < cells->len; i++)
    g_array_index (cells, FondsSpoolCell, i) = (FondsSpoolCell){ "", 0 };
  for (guint i = 0; i < places->len; i++)
    {
      FondsSpoolCell *cell =
          &g_array_index (cells, FondsSpoolCell, g_array_index (places, guint, i));
      guint32 length;

      if (end - *at < (gssize) sizeof length)
        return FALSE;
      memcpy (&length, *at, sizeof length);
      *at += sizeof length;
      if (end - *at < (gssize) length)
        return FALSE;
      *cell = (FondsSpoolCell){ *at, length };
      *at += length;
    }
  return TRUE;
}

/* Where the columns of an era stand in the last header. */
static void
find_places (const FondsSpool *self, const Era *era, GArray *places)
{
  const Era *last = &g_array_index (self->eras, Era, self->eras->len - 1);

  g_array_set_size (places, 0);
  for (guint i = 0; era->header[i] != NULL; i++)
    {
      int place = fonds_plan_column ((const char *const *) last->header, era->header[i]);

      g_assert (place >= 0);
      g_array_append_val (places, place);
    }
}

static gboolean
replay (FondsSpool *self, GMappedFile *file, FondsSpoolVisit visit, gpointer data, GError **error)
{
  const Era *last = &g_array_index (self->eras, Era, self->eras->len - 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (FondsSpoolCell));
  const char *at = g_mapped_file_get_contents (file);
  const char *end = at + g_mapped_file_get_length (file);
  guint next = 0;

  g_array_set_size (cells, g_strv_length (last->header));
  for (guint64 row = 0; row < self->n; row++)
    {
      while (next < self->eras->len && g_array_index (self->eras, Era, next).first == row)
        find_places (self, &g_array_index (self->eras, Era, next++), places);
      if (!read_row (&at, end, cells, places))
        {
          g_set_error_literal (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ,
                               _ ("Another program changed the rows that were laid aside."));
          return FALSE;
        }
      if (!visit ((const FondsSpoolCell *) (const void *) cells->data, cells->len, data, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fonds_spool_replay:
 * @self: a spool with a header
 * @visit: given each row, in the order in which they were laid aside
 * @data: for @visit
 * @error: return location for an error
 *
 * Takes the rows up again, with the cells of the last header.
 *
 * Returns: whether all were read
 */
gboolean
fonds_spool_replay (FondsSpool *self, FondsSpoolVisit visit, gpointer data, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;

  if (!flush (self, error) || !g_output_stream_flush (self->out, NULL, error))
    return FALSE;
  file = g_mapped_file_new (self->path, FALSE, error);
  return file != NULL && replay (self, file, visit, data, error);
}
