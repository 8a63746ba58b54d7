/* test-sample-text.c - the sample catalogue's text files, before anything is made of them
 *
 * A mistake in a table is named here by file, row and column; what the import makes of the tables is
 * another test's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"
#include "data/exchange/csv-reader.h"
#include "data/exchange/mapping.h"
#include "data/text/date.h"
#include "sample-resources.h"

#include <string.h>

#define FOLDER "/org/fonds/sample/"

static const char *const tables[] = { "conferences", "institutions", "people",  "places",
                                      "relations",   "sources",      "subjects" };

/* One row: column -> cell. */
typedef GHashTable Row;

static GPtrArray *
read_table (const char *name, GPtrArray *header)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      g_resource_open_stream (fonds_sample_get_resource (), path, 0, &error);
  FondsCsvOptions options = { NULL };
  g_autoptr (FondsCsvReader) reader = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  g_assert_no_error (error);
  reader = fonds_csv_reader_new (stream, &options, &error);
  g_assert_no_error (error);
  while (fonds_csv_reader_next (reader, &error))
    {
      Row *row = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      if (header->len > 0)
        g_assert_cmpuint (fonds_csv_reader_n_cells (reader), ==, header->len);
      for (guint i = 0; i < fonds_csv_reader_n_cells (reader); i++)
        {
          char *cell = g_strdup (fonds_csv_reader_cell (reader, i, NULL));

          if (fonds_csv_reader_record (reader) == 1)
            g_ptr_array_add (header, cell);
          else
            g_hash_table_insert (row, g_strdup (g_ptr_array_index (header, i)), cell);
        }
      if (g_hash_table_size (row) > 0)
        g_ptr_array_add (rows, row);
      else
        g_hash_table_unref (row);
    }
  g_assert_no_error (error);
  return rows;
}

static FondsMapping *
read_mapping (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".mapping", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = g_resource_lookup_data (fonds_sample_get_resource (), path, 0, &error);
  FondsMapping *mapping;

  g_assert_no_error (error);
  mapping = fonds_mapping_parse (g_bytes_get_data (text, NULL), path, &error);
  g_assert_no_error (error);
  return mapping;
}

static void
test_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = read_table (tables[i], header);
      g_autoptr (FondsMapping) mapping = read_mapping (tables[i]);

      g_test_message ("%s", tables[i]);
      g_assert_cmpuint (rows->len, >, 0);
      for (guint column = 0; column < header->len; column++)
        g_assert_true (fonds_mapping_reads (mapping, g_ptr_array_index (header, column)));
      g_ptr_array_add (header, NULL);
      g_assert_true (fonds_mapping_fits (mapping, (const char *const *) header->pdata));
    }
}

typedef void (*CellFunc) (FondsKind kind,
                          const FondsInstruction *instruction,
                          FondsPart part,
                          const char *cell,
                          gpointer data);

/* Calls @func for each value that a mapping reads from the cells of its table. */
static void
visit_row (const FondsMapping *mapping, Row *row, CellFunc func, gpointer data)
{
  for (guint i = 0; i < mapping->instructions->len; i++)
    {
      const FondsInstruction *instruction = g_ptr_array_index (mapping->instructions, i);

      for (guint column = 0; instruction->columns[column] != NULL; column++)
        {
          const char *cell = g_hash_table_lookup (row, instruction->columns[column]);
          FondsPart part =
              instruction->parts != NULL ? instruction->parts[column] : FONDS_PART_TEXT;
          g_auto (GStrv) values =
              g_strsplit (cell, instruction->split != NULL ? instruction->split : "\n", -1);

          for (guint value = 0; values[value] != NULL; value++)
            if (values[value][0] != '\0')
              {
                g_test_message ("%s, %s: %s", (char *) g_hash_table_lookup (row, "key"),
                                instruction->columns[column], values[value]);
                func (mapping->kind, instruction, part, values[value], data);
              }
        }
    }
}

static void
visit (CellFunc func, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = read_table (tables[i], header);
      g_autoptr (FondsMapping) mapping = read_mapping (tables[i]);

      for (guint row = 0; row < rows->len; row++)
        visit_row (mapping, g_ptr_array_index (rows, row), func, data);
    }
}

static GHashTable *
collect_kinds_by_key (void)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GPtrArray) header = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) rows = read_table (tables[i], header);
      g_autoptr (FondsMapping) mapping = read_mapping (tables[i]);

      for (guint row = 0; row < rows->len; row++)
        {
          const char *key = g_hash_table_lookup (g_ptr_array_index (rows, row), "key");

          g_test_message ("%s: %s", tables[i], key);
          g_assert_true (
              g_hash_table_insert (kinds, g_strdup (key), GUINT_TO_POINTER (mapping->kind)));
        }
    }
  return kinds;
}

static void
check_reference (FondsKind kind,
                 const FondsInstruction *instruction,
                 FondsPart part,
                 const char *cell,
                 gpointer kinds)
{
  guint target;

  if (part != FONDS_PART_KEY)
    return;
  target = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, cell));
  g_assert_cmpuint (target, !=, FONDS_KIND_NONE);
  g_assert_cmpuint (fonds_field_find (kind, instruction->field)->targets & FONDS_KIND_BIT (target),
                    !=, 0);
}

static void
test_references (void)
{
  g_autoptr (GHashTable) kinds = collect_kinds_by_key ();

  visit (check_reference, kinds);
}

static void
check_term (FondsKind kind,
            const FondsInstruction *instruction,
            FondsPart part,
            const char *cell,
            gpointer data)
{
  const FondsField *field = fonds_field_find (kind, instruction->field);
  FondsDays days;

  g_assert_nonnull (field);
  if (part == FONDS_PART_EDTF)
    g_assert_true (fonds_date_days (cell, &days));
  if (field->codes != NULL && instruction->type != NULL)
    g_assert_nonnull (fonds_code_find (field->codes, instruction->type));
  if (field->codes != NULL &&
      (part == FONDS_PART_TYPE || (part == FONDS_PART_TEXT && field->datatype == FONDS_TYPE_CODE)))
    g_assert_nonnull (fonds_code_find (field->codes, cell));
}

static void
test_terms (void)
{
  visit (check_term, NULL);
}

/* Besides the tables with their mappings: pictures, in which no word is looked for. */
#define N_DRAWINGS 2

/* Words that belong to one side stand in the catalogue only as somebody's claim. */
static void
test_words (void)
{
  static const char *const loaded[] = { "genocide",   "so-called", "blockade",   "occup",
                                        "separatist", "liberat",   "harmonious", "tolera" };
  g_auto (GStrv) names =
      g_resource_enumerate_children (fonds_sample_get_resource (), FOLDER, 0, NULL);

  g_assert_cmpuint (g_strv_length (names), ==, 2 * G_N_ELEMENTS (tables) + 1 + N_DRAWINGS);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (fonds_sample_get_resource (), path, 0, NULL);
      g_autofree char *valid = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), -1);
      g_autofree char *text = g_utf8_casefold (valid, -1);

      for (guint word = 0; word < G_N_ELEMENTS (loaded); word++)
        {
          g_test_message ("%s: %s", names[i], loaded[word]);
          g_assert_null (strstr (text, loaded[word]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/text/every-mapping-fits-its-table-and-leaves-no-column-out",
                   test_columns);
  g_test_add_func ("/sample/text/every-reference-names-a-record-that-its-field-may-point-at",
                   test_references);
  g_test_add_func ("/sample/text/every-term-is-in-its-list-and-every-date-is-edtf", test_terms);
  g_test_add_func ("/sample/text/no-word-of-one-side-stands-outside-a-claim", test_words);

  return g_test_run ();
}
