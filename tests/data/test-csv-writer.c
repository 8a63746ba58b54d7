/* test-csv-writer.c - a table of text, one record after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-reader.h"
#include "data/exchange/csv-writer.h"
#include "data/exchange/error.h"

#include <string.h>

/* Writes records of cells; each record ends in NULL, the last of them is followed by another. */
static char *
write_records (const FondsCsvWriterOptions *options, const char *const *cells, guint n_records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, options);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records; i++, cells++)
    {
      for (; *cells != NULL; cells++)
        fonds_csv_writer_cell (writer, *cells, -1);
      g_assert_true (fonds_csv_writer_end_record (writer, &error));
    }
  g_assert_true (fonds_csv_writer_finish (writer, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_quotes_only_when_needed (void)
{
  static const char *const cells[] = { "plain", "a,b",     "a\"b", "a\nb", "a\rb", " a", "a ",
                                       "\ta",   "a b; c|", "",     "Губа", "'a'",  NULL };
  g_autofree char *text = write_records (NULL, cells, 1);

  g_assert_cmpstr (text, ==,
                   "plain,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\" a\",\"a \",\"\ta\",a b; c|,,"
                   "Губа,'a'\n");
}

static void
test_options (void)
{
  static const char *const cells[] = { "a,b", "c;d", NULL };
  FondsCsvWriterOptions options = { .separator = ';', .crlf = TRUE, .bom = TRUE };
  g_autofree char *text = write_records (&options, cells, 1);

  g_assert_cmpstr (text, ==,
                   "\xEF\xBB\xBF"
                   "a,b;\"c;d\"\r\n");
}

static void
test_spreadsheet_safe (void)
{
  static const char *const cells[] = { "=1+1", "+1", "-5", "@a", "a=b", "=\"x\"", NULL };
  FondsCsvWriterOptions options = { .spreadsheet_safe = TRUE };
  g_autofree char *plain = write_records (NULL, cells, 1);
  g_autofree char *safe = write_records (&options, cells, 1);

  g_assert_cmpstr (plain, ==, "=1+1,+1,-5,@a,a=b,\"=\"\"x\"\"\"\n");
  g_assert_cmpstr (safe, ==, "'=1+1,'+1,'-5,'@a,a=b,\"'=\"\"x\"\"\"\n");
}

static void
test_empty (void)
{
  static const char *const cells[] = { "", NULL, NULL, "", "", NULL };
  g_autofree char *text = write_records (NULL, cells, 3);

  g_assert_cmpstr (text, ==, "\"\"\n\n,\n");
}

static void
test_preamble (void)
{
  static const char *const mark[] = { "\xEF\xBB\xBF"
                                      "a",
                                      "\xEF\xBB\xBF"
                                      "b",
                                      NULL };
  static const char *const hint[] = { "sep=;", NULL, "sep=;", NULL };
  g_autofree char *mark_text = write_records (NULL, mark, 1);
  g_autofree char *hint_text = write_records (NULL, hint, 2);

  g_assert_cmpstr (mark_text, ==,
                   "\"\xEF\xBB\xBF"
                   "a\",\xEF\xBB\xBF"
                   "b\n");
  g_assert_cmpstr (hint_text, ==, "\"sep=;\"\nsep=;\n");
}

static char *
make_cell (GRand *rand)
{
  static const char *const pieces[] = { "a",  "\"", ",", "\n", "\r", "\r\n", " ",
                                        "\t", "=",  "ж", "ק",  "😎",  ";",    "\xEF\xBB\xBF" };
  GString *cell = g_string_new (NULL);

  for (gint32 n = g_rand_int_range (rand, 0, 8); n > 0; n--)
    g_string_append (cell, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (cell, FALSE);
}

static GPtrArray *
make_table (GRand *rand)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (gint32 n = g_rand_int_range (rand, 1, 12); n > 0; n--)
    {
      GPtrArray *record = g_ptr_array_new_with_free_func (g_free);

      for (gint32 m = g_rand_int_range (rand, 0, 6); m > 0; m--)
        g_ptr_array_add (record, make_cell (rand));
      g_ptr_array_add (table, record);
    }
  return table;
}

static GBytes *
write_table (GPtrArray *table, const FondsCsvWriterOptions *options)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, options);

  for (guint i = 0; i < table->len; i++)
    {
      GPtrArray *record = g_ptr_array_index (table, i);

      for (guint j = 0; j < record->len; j++)
        fonds_csv_writer_cell (writer, g_ptr_array_index (record, j), -1);
      g_assert_true (fonds_csv_writer_end_record (writer, NULL));
    }
  g_assert_true (fonds_csv_writer_finish (writer, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
assert_reads_back (GBytes *bytes, GPtrArray *table, const FondsCsvOptions *options)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (FondsCsvReader) reader = fonds_csv_reader_new (stream, options, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < table->len; i++)
    {
      GPtrArray *record = g_ptr_array_index (table, i);

      fonds_csv_reader_next (reader, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fonds_csv_reader_n_cells (reader), ==, record->len);
      for (guint j = 0; j < record->len; j++)
        g_assert_cmpstr (fonds_csv_reader_cell (reader, j, NULL), ==,
                         g_ptr_array_index (record, j));
    }
  g_assert_false (fonds_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1924);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GPtrArray) table = make_table (rand);
      FondsCsvWriterOptions options = { .separator = ",;\t|"[i % 4],
                                        .crlf = i % 3 == 0,
                                        .bom = i % 5 == 0 };
      FondsCsvOptions reading = { .dialect = { .separator = options.separator } };
      g_autoptr (GBytes) bytes = write_table (table, &options);

      assert_reads_back (bytes, table, &reading);
    }
}

/* More than the buffer holds, and cells longer than it. */
static void
test_long_cells (void)
{
  g_autoptr (GPtrArray) table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 8; i++)
    {
      GPtrArray *record = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (record, g_strnfill (40000 * (i + 1), i % 2 == 0 ? 'x' : '"'));
      g_ptr_array_add (record, g_strdup ("end"));
      g_ptr_array_add (table, record);
    }
  bytes = write_table (table, NULL);
  assert_reads_back (bytes, table, NULL);
}

static void
test_write_error (void)
{
  char room[16];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (FondsCsvWriter) writer = fonds_csv_writer_new (stream, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  fonds_csv_writer_cell (writer, "more than fits into sixteen bytes", -1);
  g_assert_true (fonds_csv_writer_end_record (writer, NULL));
  g_assert_false (fonds_csv_writer_finish (writer, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE);
  g_assert_false (fonds_csv_writer_end_record (writer, &again));
  g_assert_error (again, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_WRITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/quotes-stand-only-where-they-are-needed",
                   test_quotes_only_when_needed);
  g_test_add_func ("/csv-writer/separator-ends-and-mark-are-as-asked", test_options);
  g_test_add_func ("/csv-writer/formulas-are-disarmed-only-on-demand", test_spreadsheet_safe);
  g_test_add_func ("/csv-writer/no-cells-and-one-empty-cell-are-told-apart", test_empty);
  g_test_add_func ("/csv-writer/the-first-cell-is-never-taken-for-a-preamble", test_preamble);
  g_test_add_func ("/csv-writer/any-cells-read-back-as-they-were", test_round_trip);
  g_test_add_func ("/csv-writer/cells-longer-than-the-buffer-read-back", test_long_cells);
  g_test_add_func ("/csv-writer/a-full-disk-is-told-and-told-again", test_write_error);

  return g_test_run ();
}
