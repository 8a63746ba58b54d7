/* test-generate.c - the generator keeps the promises on which measurements rest
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-reader.h"

#include <string.h>

static GBytes *
run (const char *const *arguments)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "bench", "generate", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *output = NULL;

  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

static FondsCsvReader *
reader_of (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return fonds_csv_reader_new (stream, NULL, NULL);
}

static guint
column (FondsCsvReader *reader, const char *name)
{
  for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
    if (g_str_equal (fonds_csv_reader_cell (reader, i, NULL), name))
      return i;
  g_assert_not_reached ();
}

static void
test_same_seed (void)
{
  const char *const once[] = { "--records", "300", "--seed", "7", NULL };
  const char *const other[] = { "--records", "300", "--seed", "8", NULL };
  const char *const longer[] = { "--records", "400", "--seed", "7", NULL };
  g_autoptr (GBytes) first = run (once);
  g_autoptr (GBytes) second = run (once);
  g_autoptr (GBytes) different = run (other);
  g_autoptr (GBytes) more = run (longer);
  gsize length = g_bytes_get_size (first);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, different));
  g_assert_cmpuint (g_bytes_get_size (more), >, length);
  g_assert_cmpmem (g_bytes_get_data (more, NULL), length, g_bytes_get_data (first, NULL), length);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
sorted_lines (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char **lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return lines;
}

static void
test_shuffled (void)
{
  const char *const plain[] = { "--records", "500", NULL };
  const char *const mixed[] = { "--records", "500", "--shuffle", NULL };
  g_autoptr (GBytes) in_order = run (plain);
  g_autoptr (GBytes) shuffled = run (mixed);
  g_auto (GStrv) expected = sorted_lines (in_order);
  g_auto (GStrv) got = sorted_lines (shuffled);

  g_assert_false (g_bytes_equal (in_order, shuffled));
  g_assert_true (g_strv_equal ((const char *const *) expected, (const char *const *) got));
}

/* The level of every record that came so far, by its legacyId. */
static void
check_parent (GHashTable *levels, const char *parent, const char *level)
{
  static const char *const above[][2] = { { "Series", "Fonds" },
                                          { "File", "Series" },
                                          { "Item", "File" } };

  if (g_str_equal (level, "Fonds"))
    g_assert_cmpstr (parent, ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (above); i++)
    if (g_str_equal (level, above[i][0]))
      g_assert_cmpstr (g_hash_table_lookup (levels, parent), ==, above[i][1]);
}

static void
test_hierarchy (void)
{
  const char *const arguments[] = { "--records", "2345", NULL };
  g_autoptr (GBytes) bytes = run (arguments);
  g_autoptr (FondsCsvReader) reader = reader_of (bytes);
  g_autoptr (GHashTable) levels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  guint id, parent, level, n_columns;

  g_assert_true (fonds_csv_reader_next (reader, NULL));
  id = column (reader, "legacyId");
  parent = column (reader, "parentId");
  level = column (reader, "levelOfDescription");
  n_columns = fonds_csv_reader_n_cells (reader);
  while (fonds_csv_reader_next (reader, &error))
    {
      g_assert_cmpuint (fonds_csv_reader_n_cells (reader), ==, n_columns);
      check_parent (levels, fonds_csv_reader_cell (reader, parent, NULL),
                    fonds_csv_reader_cell (reader, level, NULL));
      g_assert_true (g_hash_table_insert (levels,
                                          g_strdup (fonds_csv_reader_cell (reader, id, NULL)),
                                          g_strdup (fonds_csv_reader_cell (reader, level, NULL))));
    }
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (levels), ==, 2345);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/generate/the-same-seed-gives-the-same-bytes-and-a-longer-file-begins-so",
                   test_same_seed);
  g_test_add_func ("/generate/shuffling-changes-nothing-but-the-order", test_shuffled);
  g_test_add_func ("/generate/parents-come-first-and-stand-one-level-above", test_hierarchy);

  return g_test_run ();
}
