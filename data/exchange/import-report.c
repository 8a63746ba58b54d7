/* import-report.c - what an import does, or would do, and why not
 *
 * Everything is counted; of each result the first ten thousand are listed, so that a file that is wrong
 * throughout does not fill the memory with complaints.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-report.h"

#include "data/exchange/compare.h"
#include "data/exchange/import-listing.h"

#include <glib/gi18n-lib.h>

/* How much of a value is quoted in a report, in characters. */
#define VALUE_MAX 200

/**
 * fonds_import_line_free:
 * @self: (transfer full) (nullable): a line
 *
 * Frees a line with its texts.
 */
void
fonds_import_line_free (FondsImportLine *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->name);
  g_free (self->before);
  g_free (self);
}

/**
 * fonds_import_report_new:
 *
 * Returns: (transfer full): an empty report
 */
FondsImportReport *
fonds_import_report_new (void)
{
  FondsImportReport *self = g_new0 (FondsImportReport, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_import_line_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * fonds_import_report_free:
 * @self: (transfer full) (nullable): a report
 *
 * Frees a report.
 */
void
fonds_import_report_free (FondsImportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->sentences);
  fonds_import_listing_unref (self->listing);
  g_free (self);
}

/**
 * fonds_import_report_total:
 * @self: a report
 * @result: a result
 *
 * Returns: how many had it, of all kinds
 */
guint64
fonds_import_report_total (const FondsImportReport *self, FondsImportResult result)
{
  guint64 total = 0;

  for (guint kind = 0; kind < FONDS_N_KINDS; kind++)
    total += self->n[kind][result];
  return total;
}

/**
 * fonds_import_result_label:
 * @result: a result
 *
 * Returns: a word for it, translated
 */
const char *
fonds_import_result_label (FondsImportResult result)
{
  static const char *const labels[FONDS_N_IMPORT_RESULTS] = {
    N_ ("new"),
    N_ ("changed"),
    N_ ("unchanged"),
    N_ ("refused"),
  };

  return _ (labels[result]);
}

static char *
shorten (const char *value)
{
  if (value == NULL || g_utf8_strlen (value, -1) <= VALUE_MAX)
    return g_strdup (value);
  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (value, VALUE_MAX) - value),
                          value);
}

/**
 * fonds_import_report_add:
 * @self: a report
 * @line: a line; copied, unless there are too many of its result
 *
 * Lists what became of a row. It does not count it.
 */
void
fonds_import_report_add (FondsImportReport *self, const FondsImportLine *line)
{
  FondsImportLine *copy;

  if (self->n_listed[line->result]++ >= FONDS_IMPORT_LINES_MAX)
    return;
  copy = g_memdup2 (line, sizeof *line);
  copy->file = g_strdup (line->file);
  copy->column = g_strdup (line->column);
  copy->value = shorten (line->value);
  copy->reason = g_strdup (line->reason);
  copy->name = g_strdup (line->name);
  copy->before = NULL;
  g_ptr_array_add (self->lines, copy);
}

/**
 * fonds_import_report_list:
 * @self: a report
 * @line: a line; copied
 * @cells: (nullable) (element-type FondsCellChange): what changes, a line for each; %NULL: one line
 *
 * Adds lines to the listing of all rows, if there is one.
 */
void
fonds_import_report_list (FondsImportReport *self, const FondsImportLine *line, GPtrArray *cells)
{
  FondsImportLine of_cell = *line;

  if (self->listing == NULL)
    return;
  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      const FondsCellChange *cell = g_ptr_array_index (cells, i);

      of_cell.column = cell->field;
      of_cell.before = cell->before;
      of_cell.value = cell->after;
      fonds_import_listing_add (self->listing, &of_cell);
    }
  if (cells == NULL || cells->len == 0)
    fonds_import_listing_add (self->listing, line);
}

/**
 * fonds_import_report_say:
 * @self: a report
 * @format: printf format of a sentence
 * @...: its arguments
 *
 * Adds a sentence for people.
 */
void
fonds_import_report_say (FondsImportReport *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->sentences, g_strdup_vprintf (format, args));
  va_end (args);
}

static void
write_number (FondsCsvWriter *writer, guint64 number)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, number);
  fonds_csv_writer_cell (writer, number > 0 ? text : "", -1);
}

static void
write_text (FondsCsvWriter *writer, const char *text)
{
  fonds_csv_writer_cell (writer, text != NULL ? text : "", -1);
}

static gboolean
write_header (FondsCsvWriter *writer, gboolean whole, GError **error)
{
  static const char *const header[] = { N_ ("result"), N_ ("file"),   N_ ("row"),
                                        N_ ("line"),   N_ ("column"), N_ ("value"),
                                        N_ ("reason"), N_ ("record"), N_ ("before") };

  for (guint i = 0; i < G_N_ELEMENTS (header) - (whole ? 0 : 2); i++)
    write_text (writer, _ (header[i]));
  return fonds_csv_writer_end_record (writer, error);
}

/**
 * fonds_import_line_write:
 * @self: (nullable): a line; %NULL writes the names of the columns
 * @whole: whether with what only a listing knows
 * @writer: where to
 * @error: return location for an error
 *
 * Writes a line as a row of a table.
 *
 * Returns: whether it was written
 */
gboolean
fonds_import_line_write (const FondsImportLine *self,
                         gboolean whole,
                         FondsCsvWriter *writer,
                         GError **error)
{
  if (self == NULL)
    return write_header (writer, whole, error);
  write_text (writer, fonds_import_result_label (self->result));
  write_text (writer, self->file);
  write_number (writer, self->row);
  write_number (writer, self->line);
  write_text (writer, self->column);
  write_text (writer, self->value);
  write_text (writer, self->reason);
  if (whole)
    {
      write_text (writer, self->name);
      write_text (writer, self->before);
    }
  return fonds_csv_writer_end_record (writer, error);
}

/**
 * fonds_import_report_write:
 * @self: a report
 * @stream: where to
 * @error: return location for an error
 *
 * Writes the lines as a CSV file for a person who corrects the rows.
 *
 * Returns: whether they were written
 */
gboolean
fonds_import_report_write (const FondsImportReport *self, GOutputStream *stream, GError **error)
{
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, NULL);

  if (!fonds_import_line_write (NULL, FALSE, writer, error))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (!fonds_import_line_write (g_ptr_array_index (self->lines, i), FALSE, writer, error))
      return FALSE;
  return fonds_csv_writer_finish (writer, error);
}
