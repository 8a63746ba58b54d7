/* source-peek.c - a look at a file: how it is written, its first rows, what its columns are taken for
 *
 * Reads no further than it must, so that it takes the same time whatever the file's size.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/source-peek.h"

static char **
copy_cells (const FondsCells *cells)
{
  char **row = g_new0 (char *, cells->n + 1);

  for (guint i = 0; i < cells->n; i++)
    row[i] = g_strdup (cells->cells[i]);
  return row;
}

static gboolean
read_rows (FondsPeek *self, FondsSource *source, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsCells cells;

  while (self->rows->len < FONDS_PEEK_ROWS && fonds_source_next (source, &cells, &own))
    g_ptr_array_add (self->rows, copy_cells (&cells));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_peek_new:
 * @path: a CSV file
 * @options: (nullable): what is known of it
 * @error: return location for an error; it names the file
 *
 * Looks at a file.
 *
 * Returns: (transfer full) (nullable): what there is to see
 */
FondsPeek *
fonds_peek_new (const char *path, const FondsSourceOptions *options, GError **error)
{
  g_autoptr (FondsSource) source = fonds_source_open (path, options, error);
  g_autoptr (FondsPeek) self = NULL;
  const FondsCsvEncoding *encoding;

  if (source == NULL)
    return NULL;
  self = g_new0 (FondsPeek, 1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!read_rows (self, source, error))
    return NULL;
  encoding = fonds_csv_reader_get_encoding (source->reader);
  self->encoding = g_strdup (encoding->name);
  self->sure = encoding->guessed ? encoding->sure : 0;
  self->separator = fonds_csv_reader_get_dialect (source->reader)->separator;
  self->path = g_strdup (path);
  self->name = g_strdup (source->name);
  self->header = g_steal_pointer (&source->header);
  self->has_header = source->has_header;
  self->mapping = g_steal_pointer (&source->mapping);
  self->how = g_steal_pointer (&source->how);
  self->guessed = source->guessed;
  return g_steal_pointer (&self);
}

/**
 * fonds_peek_free:
 * @self: (transfer full) (nullable): a look
 *
 * Frees it.
 */
void
fonds_peek_free (FondsPeek *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->name);
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self->encoding);
  fonds_mapping_free (self->mapping);
  g_free (self->how);
  g_free (self);
}
