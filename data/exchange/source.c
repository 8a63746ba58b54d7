/* source.c - a CSV file that is brought in: its rows and what they mean
 *
 * What the columns mean is found out in this order: what the caller says, a mapping of the same name beside
 * the file, AtoM's own headers, a shipped mapping that fits, a guess from header and data. An import reads a file twice or three times, so a
 * source can be rewound.
 * Thread: one at a time. Ownership: owns the reader and the plans; borrows what the options point at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/source.h"

#include "data/exchange/error.h"
#include "data/exchange/mapping-guess.h"
#include "data/exchange/mapping-shipped.h"
#include "data/exchange/own-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows a guess looks at. */
#define SAMPLE_ROWS 200

static FondsCsvReader *
open_reader (const FondsSource *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  FondsCsvOptions options = { .encoding = self->options.encoding, .lax = TRUE };

  if (stream == NULL)
    return NULL;
  if (self->mapping != NULL && options.encoding == NULL)
    options.encoding = self->mapping->encoding;
  options.dialect.separator = self->options.separator;
  if (self->mapping != NULL && options.dialect.separator == '\0')
    options.dialect.separator = self->mapping->separator;
  return fonds_csv_reader_new (G_INPUT_STREAM (stream), &options, error);
}

static gboolean
is_repeated (const FondsCsvReader *reader, guint i)
{
  for (guint j = 0; j < i; j++)
    if (strcmp (fonds_csv_reader_cell (reader, j, NULL), fonds_csv_reader_cell (reader, i, NULL)) ==
        0)
      return TRUE;
  return FALSE;
}

/* A first row of words with one of them twice is a faulty header, not data. */
static gboolean
is_faulty_header (const FondsCsvReader *reader)
{
  gboolean repeated = FALSE;

  for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
    {
      const char *cell = fonds_csv_reader_cell (reader, i, NULL);

      if (!g_unichar_isalpha (g_utf8_get_char (cell)))
        return FALSE;
      repeated = repeated || is_repeated (reader, i);
    }
  return repeated;
}

/* The names of the columns; those without one are called by their number. */
static char **
read_header (FondsSource *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n = fonds_csv_reader_n_cells (self->reader);

  for (guint i = 0; i < n; i++)
    {
      const char *cell = self->has_header ? fonds_csv_reader_cell (self->reader, i, NULL) : "";
      g_autofree char *name = g_strstrip (g_strdup (cell));

      if (*name == '\0')
        {
          g_free (name);
          name = g_strdup_printf (_ ("column %u"), i + 1);
        }
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static gboolean
check_header (char **header, const char *name, GError **error)
{
  for (guint i = 0; header[i] != NULL; i++)
    for (guint j = i + 1; header[j] != NULL; j++)
      if (strcmp (header[i], header[j]) == 0)
        {
          g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER,
                       _ ("%s: two columns are called “%s”, the %u. and the %u. Give one another "
                          "name."),
                       name, header[i], i + 1, j + 1);
          return FALSE;
        }
  return TRUE;
}

static gboolean
skip_to_rows (FondsSource *self, GError **error)
{
  g_autoptr (GError) own = NULL;
  gboolean found = FALSE;

  while (!found && fonds_csv_reader_next (self->reader, &own))
    found = fonds_csv_reader_n_cells (self->reader) > 0;
  if (found)
    return TRUE;
  if (own != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&own), "%s: ", self->name);
  else
    g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER,
                 _ ("%s is empty: there is not even a row with the names of columns."), self->name);
  return FALSE;
}

/**
 * fonds_source_rewind:
 * @self: a source
 * @error: return location for an error
 *
 * Goes back before the first row.
 *
 * Returns: whether it could
 */
gboolean
fonds_source_rewind (FondsSource *self, GError **error)
{
  g_clear_pointer (&self->reader, fonds_csv_reader_free);
  self->reader = open_reader (self, error);
  if (self->reader == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  return !self->has_header || skip_to_rows (self, error);
}

/**
 * fonds_source_next:
 * @self: a source
 * @cells: (out): the next row; its texts are valid until the one after is read
 * @error: return location for an error
 *
 * Returns: whether there was one; %FALSE without an error at the end
 */
gboolean
fonds_source_next (FondsSource *self, FondsCells *cells, GError **error)
{
  guint n;

  if (!fonds_csv_reader_next (self->reader, error))
    {
      if (error != NULL && *error != NULL)
        g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  n = fonds_csv_reader_n_cells (self->reader);
  g_ptr_array_set_size (self->cells, (int) n);
  for (guint i = 0; i < n; i++)
    self->cells->pdata[i] = (gpointer) fonds_csv_reader_cell (self->reader, i, NULL);
  *cells = (FondsCells){ (const char *const *) self->cells->pdata, n, NULL, TRUE };
  return TRUE;
}

/**
 * fonds_source_row_number:
 * @self: a source
 *
 * Returns: the number of the row last read, as a spreadsheet counts
 */
guint64
fonds_source_row_number (const FondsSource *self)
{
  return fonds_csv_reader_record (self->reader);
}

/**
 * fonds_source_describe:
 * @self: a source
 *
 * Returns: (transfer full): a sentence on how the file is written, for a person who judges the guess
 */
char *
fonds_source_describe (const FondsSource *self)
{
  const FondsCsvEncoding *encoding = fonds_csv_reader_get_encoding (self->reader);
  g_autofree char *dialect =
      fonds_csv_dialect_describe (fonds_csv_reader_get_dialect (self->reader));

  if (encoding->guessed)
    return g_strdup_printf (_ ("%s: the encoding looks like %s (%u %% sure); %s."), self->name,
                            encoding->name, encoding->sure, dialect);
  return g_strdup_printf ("%s: %s; %s.", self->name, encoding->name, dialect);
}

static FondsMapping *
copy_mapping (const FondsMapping *mapping, GError **error)
{
  g_autofree char *text = fonds_mapping_print (mapping);

  return fonds_mapping_parse (text, mapping->name != NULL ? mapping->name : _ ("The mapping"),
                              error);
}

static FondsMapping *
guess (FondsSource *self, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) own = NULL;
  FondsCells cells;

  while (rows->len < SAMPLE_ROWS && fonds_source_next (self, &cells, &own))
    {
      g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

      for (guint i = 0; i < cells.n; i++)
        g_strv_builder_add (row, cells.cells[i]);
      g_ptr_array_add (rows, g_strv_builder_end (row));
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  return fonds_mapping_guess ((const char *const *) self->header, rows);
}

/* Reads NAME.mapping beside NAME.csv, if there is one; one with mistakes is an error, not ignored. */
static gboolean
load_mapping_beside (FondsSource *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_strconcat (self->stem, ".mapping", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (strcmp (name, self->name) == 0 || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  self->mapping = fonds_mapping_load (path, error);
  self->how = g_strdup_printf (_ ("%s is read by the mapping beside it, %s."), self->name, name);
  return self->mapping != NULL;
}

/* The first row says what all of them are. */
static gboolean
choose_own (FondsSource *self, GError **error)
{
  const char *const *header = (const char *const *) self->header;
  int column = fonds_plan_column (header, "kind");
  FondsKind kind = FONDS_KIND_UNIT;
  g_autoptr (GError) own = NULL;
  FondsCells cells;

  if (fonds_source_next (self, &cells, &own) && (guint) column < cells.n)
    kind = fonds_kind_from_id (cells.cells[column]);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (kind == FONDS_KIND_NONE)
    kind = FONDS_KIND_UNIT;
  if (!fonds_own_table_check (kind, header, error))
    {
      g_prefix_error (error, "%s: ", self->name);
      return FALSE;
    }
  self->mapping = fonds_own_table_mapping (kind, header);
  self->how = g_strdup_printf (_ ("%s is a table that Fonds wrote: the columns are fields, and the "
                                  "records are known by their uids."),
                               self->name);
  return TRUE;
}

static gboolean
choose_mapping (FondsSource *self, GError **error)
{
  const char *const *header = (const char *const *) self->header;

  self->template = FONDS_ATOM_NONE;
  if (self->options.mapping != NULL)
    {
      self->mapping = copy_mapping (self->options.mapping, error);
      self->how = g_strdup_printf (_ ("%s is read by the mapping that was given."), self->name);
    }
  else if (!load_mapping_beside (self, error))
    return FALSE;
  else if (self->mapping != NULL)
    return TRUE;
  else if (fonds_own_table_recognise (header))
    return choose_own (self, error);
  else if ((self->template = fonds_atom_recognise (header)) != FONDS_ATOM_NONE)
    {
      self->mapping = fonds_atom_mapping (self->template, fonds_atom_kind (self->template), header);
      self->how =
          g_strdup_printf (_ ("%s has the columns of: %s."), self->name, self->mapping->name);
    }
  else if ((self->mapping = fonds_mapping_find_shipped (header)) != NULL)
    self->how = g_strdup_printf (_ ("%s fits the mapping “%s” that comes with the program."),
                                 self->name, self->mapping->name);
  else
    {
      self->mapping = guess (self, error);
      self->guessed = TRUE;
      self->how = g_strdup_printf (_ ("What the columns of %s mean was guessed. Look at the "
                                      "mapping before you import."),
                                   self->name);
    }
  return self->mapping != NULL;
}

static void
take_name (FondsSource *self, const char *path)
{
  char *dot;

  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);
  self->stem = g_strdup (self->name);
  dot = strrchr (self->stem, '.');
  if (dot != NULL && dot > self->stem)
    *dot = '\0';
}

static goffset
measure (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* The passes of an import each read the file from its beginning; a pipe gives its bytes once. */
static gboolean
check_readable_twice (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ,
               _ ("“%s” is a pipe or a device. An import reads a file several times: save it as a "
                  "file first."),
               path);
  return FALSE;
}

/**
 * fonds_source_open:
 * @path: a CSV file
 * @options: (nullable): what is known of it
 * @error: return location for an error; it names the file
 *
 * Opens a file and finds out what its columns mean. It stands before the first row.
 *
 * Returns: (transfer full) (nullable): the source
 */
FondsSource *
fonds_source_open (const char *path, const FondsSourceOptions *options, GError **error)
{
  g_autoptr (FondsSource) self = g_new0 (FondsSource, 1);

  take_name (self, path);
  self->size = measure (path);
  self->cells = g_ptr_array_new ();
  if (options != NULL)
    self->options = *options;
  if (!check_readable_twice (path, error))
    return NULL;
  self->reader = open_reader (self, error);
  if (self->reader == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  if (!skip_to_rows (self, error))
    return NULL;
  self->has_header =
      fonds_csv_reader_get_dialect (self->reader)->header != FONDS_CSV_HEADER_ABSENT ||
      is_faulty_header (self->reader);
  self->header = read_header (self);
  if (!check_header (self->header, self->name, error) || !choose_mapping (self, error) ||
      !fonds_source_rewind (self, error))
    return NULL;
  self->origin_name = g_strdup (self->mapping->own ? self->stem : self->mapping->source);
  self->kind_column =
      fonds_plan_column ((const char *const *) self->header, self->mapping->kind_column);
  return fonds_source_plan (self, self->mapping->kind, error) != NULL ? g_steal_pointer (&self)
                                                                      : NULL;
}

/**
 * fonds_source_free:
 * @self: (transfer full) (nullable): a source
 *
 * Closes a file.
 */
void
fonds_source_free (FondsSource *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FONDS_N_KINDS; i++)
    {
      fonds_plan_free (self->plans[i]);
      fonds_mapping_free (self->kind_mappings[i]);
    }
  fonds_mapping_free (self->mapping);
  g_clear_pointer (&self->reader, fonds_csv_reader_free);
  g_ptr_array_unref (self->cells);
  g_strfreev (self->header);
  g_free (self->path);
  g_free (self->name);
  g_free (self->stem);
  g_free (self->how);
  g_free (self->origin_name);
  g_free (self->last_language);
  g_free (self);
}

/**
 * fonds_source_plan:
 * @self: a source
 * @kind: what some of its rows are
 * @error: return location; %FONDS_EXCHANGE_ERROR_HEADER for a column that is not there
 *
 * Returns: (transfer none) (nullable): how rows of that kind become bodies
 */
const FondsPlan *
fonds_source_plan (FondsSource *self, FondsKind kind, GError **error)
{
  const char *const *header = (const char *const *) self->header;
  const FondsMapping *mapping = self->mapping;

  if (self->plans[kind] != NULL)
    return self->plans[kind];
  if (kind != mapping->kind && self->template == FONDS_ATOM_AUTHORITIES)
    mapping = self->kind_mappings[kind] = fonds_atom_mapping (self->template, kind, header);
  else if (kind != mapping->kind && mapping->own)
    mapping = self->kind_mappings[kind] = fonds_own_table_mapping (kind, header);
  self->plans[kind] = fonds_plan_new (mapping, kind, header, error);
  if (self->plans[kind] == NULL)
    g_prefix_error (error, "%s: ", self->name);
  return self->plans[kind];
}
