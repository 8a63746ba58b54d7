/* test-csv-reader.c - the records of a table of text, one after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-reader.h"
#include "data/exchange/error.h"
#include "tests/data/trickle-stream.h"

#include <json-glib/json-glib.h>

static GInputStream *
stream_of (const char *text, gssize length)
{
  return g_memory_input_stream_new_from_data (text, length, NULL);
}

static FondsCsvReader *
reader_of (const char *text, const FondsCsvOptions *options)
{
  g_autoptr (GInputStream) stream = stream_of (text, -1);
  g_autoptr (GError) error = NULL;
  FondsCsvReader *reader = fonds_csv_reader_new (stream, options, &error);

  g_assert_no_error (error);
  return reader;
}

static FondsCsvReader *
reader_of_file (const char *path, const FondsCsvOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);
  FondsCsvReader *reader;

  g_assert_no_error (error);
  reader = fonds_csv_reader_new (G_INPUT_STREAM (stream), options, &error);
  g_assert_no_error (error);
  return reader;
}

/* Reads all and fails the test unless the end comes without an error. */
static void
read_to_the_end (FondsCsvReader *reader)
{
  g_autoptr (GError) error = NULL;

  while (fonds_csv_reader_next (reader, &error))
    ;
  g_assert_no_error (error);
}

/* The records as text that shows every cell, its place, and the error at the end. */
static char *
dump (FondsCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  while (fonds_csv_reader_next (reader, &error))
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " @%" G_GUINT64_FORMAT ":",
                              fonds_csv_reader_record (reader), fonds_csv_reader_line (reader));
      for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
        g_string_append_printf (text, " %" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT "%s[%s]",
                                fonds_csv_reader_cell_line (reader, i),
                                fonds_csv_reader_cell_column (reader, i),
                                fonds_csv_reader_cell_is_quoted (reader, i) ? "q" : "",
                                fonds_csv_reader_cell (reader, i, NULL));
      g_string_append_c (text, '\n');
    }
  g_string_append (text, error != NULL ? error->message : "end");
  return g_string_free (text, FALSE);
}

static void
assert_record_equals (FondsCsvReader *reader, JsonArray *cells)
{
  g_assert_cmpuint (fonds_csv_reader_n_cells (reader), ==, json_array_get_length (cells));
  for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
    {
      gsize length;
      const char *cell = fonds_csv_reader_cell (reader, i, &length);

      g_assert_cmpstr (cell, ==, json_array_get_string_element (cells, i));
      g_assert_cmpuint (length, ==, strlen (cell));
    }
}

static void
test_good (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strdup_printf ("%.*s.json", (int) strlen (path) - 4, path);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (FondsCsvReader) reader = reader_of_file (path, NULL);
  g_autoptr (GError) error = NULL;
  JsonArray *records;

  g_assert_true (json_parser_load_from_file (parser, expected_path, &error));
  records = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (records); i++)
    {
      fonds_csv_reader_next (reader, &error);
      g_assert_no_error (error);
      assert_record_equals (reader, json_array_get_array_element (records, i));
    }
  g_assert_false (fonds_csv_reader_next (reader, &error));
  g_assert_no_error (error);
}

static void
test_bad (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected_path = g_strdup_printf ("%.*s.txt", (int) strlen (path) - 4, path);
  g_autofree char *expected = NULL;
  g_autoptr (FondsCsvReader) reader = reader_of_file (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  while (fonds_csv_reader_next (reader, &error))
    ;
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, g_strchomp (expected));

  g_assert_false (fonds_csv_reader_next (reader, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_cmpuint (fonds_csv_reader_n_cells (reader), ==, 0);
}

static void
test_places (void)
{
  g_autoptr (FondsCsvReader) reader = reader_of ("ref,\"ти\"\"тл\",c\n"
                                                 "\"a\r\nש\"\"b\",x,\"y\n\n\",z\n"
                                                 "\n"
                                                 "😎,q",
                                                 NULL);
  g_autofree char *places = dump (reader);

  g_assert_cmpstr (places, ==,
                   "1 @1: 1,1[ref] 1,5q[ти\"тл] 1,14[c]\n"
                   "2 @2: 2,1q[a\r\nש\"b] 3,7[x] 3,9q[y\n\n] 5,3[z]\n"
                   "3 @6:\n"
                   "4 @7: 7,1[😎] 7,3[q]\n"
                   "end");
}

static void
test_places_backwards (void)
{
  g_autoptr (FondsCsvReader) reader = reader_of ("a,\"b\n\",c,d\n", NULL);

  g_assert_true (fonds_csv_reader_next (reader, NULL));
  g_assert_cmpuint (fonds_csv_reader_cell_column (reader, 3), ==, 5);
  g_assert_cmpuint (fonds_csv_reader_cell_line (reader, 3), ==, 2);
  g_assert_cmpuint (fonds_csv_reader_cell_column (reader, 1), ==, 3);
  g_assert_cmpuint (fonds_csv_reader_cell_line (reader, 1), ==, 1);
  g_assert_cmpuint (fonds_csv_reader_cell_column (reader, 4), ==, 7);
}

static void
test_places_cr_only (void)
{
  g_autoptr (FondsCsvReader) reader = reader_of ("a,\"b\rc\r\nd\ne\",f\rg,h\r", NULL);
  g_autofree char *places = dump (reader);

  g_assert_cmpstr (places, ==,
                   "1 @1: 1,1[a] 1,3q[b\rc\r\nd\ne] 4,4[f]\n"
                   "2 @5: 5,1[g] 5,3[h]\n"
                   "end");
}

static void
test_hint_is_no_record (void)
{
  g_autoptr (FondsCsvReader) reader = reader_of ("sep=|\na|b\n", NULL);
  g_autofree char *places = dump (reader);

  g_assert_cmpstr (places, ==, "1 @2: 2,1[a] 2,3[b]\nend");
}

static void
note (guint64 line, guint64 column, const char *what, gpointer data)
{
  g_string_append_printf (data, "%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT " %.15s;", line, column,
                          what);
}

static void
test_lax (void)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  FondsCsvOptions options = { .lax = TRUE, .notice = note, .notice_data = notes };
  g_autoptr (FondsCsvReader) reader =
      reader_of ("ref,title\nF1,Шкаф 12\" by 14\"\nF2,x\ry\nF3,\"a \"\"b\"\"\"\n", &options);
  g_autofree char *places = NULL;

  g_string_truncate (notes, 0);
  places = dump (reader);
  g_assert_cmpstr (places, ==,
                   "1 @1: 1,1[ref] 1,5[title]\n"
                   "2 @2: 2,1[F1] 2,4[Шкаф 12\" by 14\"]\n"
                   "3 @3: 3,1[F2] 3,4[x\ry]\n"
                   "4 @4: 4,1[F3] 4,4q[a \"b\"]\n"
                   "end");
  g_assert_cmpstr (notes->str, ==, "2,11 a quote stands ;3,5 a carriage retu;");
}

static void
test_lax_still_refuses_text_behind_quotes (void)
{
  FondsCsvOptions options = { .lax = TRUE };
  g_autoptr (FondsCsvReader) reader = reader_of ("a,\"b\"c\n", &options);
  g_autoptr (GError) error = NULL;

  g_assert_false (fonds_csv_reader_next (reader, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_SYNTAX);
}

static void
test_cell_cap (void)
{
  FondsCsvOptions options = { .cell_cap = 8 };
  g_autoptr (FondsCsvReader) fits = reader_of ("ab,12345678,\"12\"\"45678\"\n", &options);
  g_autoptr (FondsCsvReader) plain = reader_of ("ref,b\nab,123456789,c\n", &options);
  g_autoptr (FondsCsvReader) quoted = reader_of ("ref,b\nab,\"1234\n\"\"7890\",c\n", &options);
  g_autofree char *plain_text = dump (plain);
  g_autofree char *quoted_text = dump (quoted);

  read_to_the_end (fits);
  g_assert_true (g_str_has_suffix (plain_text, "\nLine 2, column 4: this cell is longer than 8 "
                                               "bytes. Probably the quote that closes it is "
                                               "missing."));
  g_assert_true (g_str_has_suffix (quoted_text, "\nLine 2, column 4: this cell is longer than 8 "
                                                "bytes. Probably the quote that closes it is "
                                                "missing."));
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  FondsCsvOptions options = { .dialect = { .separator = ',' } };
  g_autoptr (FondsCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < FONDS_CSV_RECORD_CELLS_MAX; i++)
    g_string_append_c (text, ',');
  reader = reader_of (text->str, &options);
  g_assert_true (fonds_csv_reader_next (reader, NULL));
  g_assert_false (fonds_csv_reader_next (reader, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_true (g_str_has_prefix (error->message, "Line 2, column 1: "));
}

static void
test_bytes_read (void)
{
  g_autoptr (FondsCsvReader) reader = reader_of ("\xEF\xBB\xBF"
                                                 "a,b\nc,d\n",
                                                 NULL);

  read_to_the_end (reader);
  g_assert_cmpuint (fonds_csv_reader_bytes_read (reader), ==, 11);
}

/* Text beyond the first megabyte, which is read at one go, full of what is hard at a seam. */
static GString *
make_hard_text (GRand *rand)
{
  static const char *const pieces[] = {
    "a",    "Губа", "קובה", "😎",        "\"x, \"\"y\"\"\n\"", "\"\"", ",", ",",
    "\r\n", "\n",   " ",    "\"\r\n\"", "\"one\rtwo\"",       "b\t",  ",", "\n",
  };
  GString *text = g_string_new ("ref,title,note\r\n");

  while (text->len < 1024 * 1024 + 96 * 1024)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      char last = text->str[text->len - 1];

      /* A cell with quotes has nothing beside it. */
      if (piece[0] == '"' && last != ',' && last != '\n')
        g_string_append_c (text, ',');
      else if (last == '"' && strchr (",\r\n", piece[0]) == NULL)
        g_string_append_c (text, ',');
      g_string_append (text, piece);
    }
  return text;
}

static void
assert_same_in_pieces (const char *text, gsize length, gint32 most, GRand *rand)
{
  FondsCsvOptions options = { .dialect = { .separator = ',' } };
  g_autoptr (GInputStream) whole = stream_of (text, (gssize) length);
  g_autoptr (GInputStream) pieces = trickle_stream_new (text, length, most, rand);
  g_autoptr (FondsCsvReader) at_once = fonds_csv_reader_new (whole, &options, NULL);
  g_autoptr (FondsCsvReader) in_pieces = fonds_csv_reader_new (pieces, &options, NULL);
  g_autofree char *expected = dump (at_once);
  g_autofree char *got = dump (in_pieces);

  g_assert_true (g_str_equal (got, expected));
}

static void
test_pieces (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1918);

  for (gint32 most = 1; most <= 64; most *= 4)
    {
      g_autoptr (GString) text = make_hard_text (rand);
      gsize cut = text->len - (gsize) g_rand_int_range (rand, 0, 1000);

      assert_same_in_pieces (text->str, text->len, most, rand);
      text->str[text->len - 500] = '\xFF';
      assert_same_in_pieces (text->str, text->len, most, rand);
      text->str[text->len - 700] = '"';
      assert_same_in_pieces (text->str, cut, most, rand);
    }
}

static void
test_pieces_of_utf16 (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1888);
  g_autoptr (GString) text = make_hard_text (rand);
  gsize length;
  g_autofree char *wide =
      g_convert (text->str, (gssize) text->len, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GInputStream) whole = stream_of (text->str, (gssize) text->len);
  g_autoptr (GInputStream) pieces = trickle_stream_new (wide, length, 3, rand);
  FondsCsvOptions options = { .encoding = "utf-16le" };
  g_autoptr (FondsCsvReader) narrow_reader = fonds_csv_reader_new (whole, NULL, NULL);
  g_autoptr (FondsCsvReader) wide_reader = fonds_csv_reader_new (pieces, &options, NULL);
  g_autofree char *expected = dump (narrow_reader);
  g_autofree char *got = dump (wide_reader);

  g_assert_true (g_str_equal (got, expected));
  g_assert_true (g_str_has_suffix (got, "end"));
}

static void
test_read_error (void)
{
  g_autoptr (GInputStream) stream = stream_of ("a,b\n", -1);
  g_autoptr (GError) error = NULL;

  g_input_stream_close (stream, NULL, NULL);
  g_assert_null (fonds_csv_reader_new (stream, NULL, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ);
}

/* One test for each table in a folder of fixtures, named after it. */
static void
add_folder (const char *folder, const char *sentence, GTestDataFunc test)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "csv", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".csv"))
      {
        g_autofree char *test_path =
            g_strdup_printf ("/csv-reader/%s/%.*s", sentence, (int) strlen (name) - 4, name);

        g_test_add_data_func_full (test_path, g_build_filename (path, name, NULL), test, g_free);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_folder ("good", "a-table-reads-as-the-records-beside-it", test_good);
  add_folder ("papaparse", "a-table-of-another-program-reads-as-the-records-beside-it", test_good);
  add_folder ("bad", "a-broken-table-is-refused-with-the-sentence-beside-it", test_bad);
  g_test_add_func ("/csv-reader/every-cell-knows-its-line-and-column-in-characters", test_places);
  g_test_add_func ("/csv-reader/places-can-be-asked-for-in-any-order", test_places_backwards);
  g_test_add_func ("/csv-reader/a-lone-cr-in-quotes-begins-a-line-where-lines-end-in-cr",
                   test_places_cr_only);
  g_test_add_func ("/csv-reader/the-hint-for-excel-counts-as-a-line-but-not-as-a-record",
                   test_hint_is_no_record);
  g_test_add_func ("/csv-reader/lax-takes-stray-quotes-as-text-and-tells-of-them", test_lax);
  g_test_add_func ("/csv-reader/lax-still-refuses-text-behind-a-closing-quote",
                   test_lax_still_refuses_text_behind_quotes);
  g_test_add_func ("/csv-reader/a-cell-above-the-cap-is-refused-where-it-begins", test_cell_cap);
  g_test_add_func ("/csv-reader/a-record-of-too-many-cells-is-refused", test_too_many_cells);
  g_test_add_func ("/csv-reader/at-the-end-all-bytes-are-read", test_bytes_read);
  g_test_add_func ("/csv-reader/pieces-of-any-size-read-as-the-whole-does", test_pieces);
  g_test_add_func ("/csv-reader/pieces-of-utf16-read-as-utf8-does", test_pieces_of_utf16);
  g_test_add_func ("/csv-reader/a-stream-that-fails-is-told-as-such", test_read_error);

  return g_test_run ();
}
