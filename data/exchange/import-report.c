/* import-report.c - what an import does, or would do, and why not
 *
 * Everything is counted; of each result the first ten thousand are listed, so that a file that is wrong
 * throughout does not fill the memory with complaints.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-report.h"

#include "data/exchange/csv-writer.h"

#include <glib/gi18n-lib.h>

/* How much of a value is quoted in a report, in characters. */
#define VALUE_MAX 200

static void
free_line (gpointer data)
{
  FondsImportLine *line = data;

  g_free (line->file);
  g_free (line->column);
  g_free (line->value);
  g_free (line->reason);
  g_free (line);
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

  self->lines = g_ptr_array_new_with_free_func (free_line);
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
  g_ptr_array_add (self->lines, copy);
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
write_line (FondsCsvWriter *writer, const FondsImportLine *line, GError **error)
{
  write_text (writer, fonds_import_result_label (line->result));
  write_text (writer, line->file);
  write_number (writer, line->row);
  write_number (writer, line->line);
  write_text (writer, line->column);
  write_text (writer, line->value);
  write_text (writer, line->reason);
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
  static const char *const header[] = { N_ ("result"), N_ ("file"),  N_ ("row"),   N_ ("line"),
                                        N_ ("column"), N_ ("value"), N_ ("reason") };
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    write_text (writer, _ (header[i]));
  if (!fonds_csv_writer_end_record (writer, error))
    return FALSE;
  for (guint i = 0; i < self->lines->len; i++)
    if (!write_line (writer, g_ptr_array_index (self->lines, i), error))
      return FALSE;
  return fonds_csv_writer_finish (writer, error);
}
