/* test-field-atom.c - every column of AtoM's CSV has a home
 *
 * fixtures/atom holds the header rows, a template a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/field.h"

#include <string.h>

typedef struct
{
  const char *file;
  FondsKind kinds[3];
} Template;

static const Template templates[] = {
  { "isad.txt", { FONDS_KIND_UNIT } },
  { "isad-also.txt", { FONDS_KIND_UNIT } },
  { "rad.txt", { FONDS_KIND_UNIT } },
  { "events.txt", { FONDS_KIND_UNIT } },
  { "authority-records.txt", { FONDS_KIND_PERSON, FONDS_KIND_FAMILY, FONDS_KIND_INSTITUTION } },
  { "authority-records-also.txt",
    { FONDS_KIND_PERSON, FONDS_KIND_FAMILY, FONDS_KIND_INSTITUTION } },
  { "relationships.txt", { FONDS_KIND_RELATION } },
  { "repositories.txt", { FONDS_KIND_INSTITUTION } },
  { "repositories-also.txt", { FONDS_KIND_INSTITUTION } },
  { "accessions.txt", { FONDS_KIND_ACCESSION } },
  { "accessions-also.txt", { FONDS_KIND_ACCESSION } },
  { "deaccessions.txt", { FONDS_KIND_ACCESSION } },
  { "physical-objects.txt", { FONDS_KIND_CONTAINER } },
};

static GStrv
read_columns (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "atom", file, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);

  return g_strsplit (g_strchomp (content), ",", -1);
}

static void
check_column (FondsKind kind, const char *column)
{
  gboolean field = fonds_field_find_by_atom (kind, column) != NULL;

  if (field == fonds_atom_column_is_structural (kind, column))
    {
      g_test_message ("%s: the column %s has %s", fonds_kind_id (kind), column,
                      field ? "two homes" : "no home");
      g_test_fail ();
    }
}

static void
test_homes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_auto (GStrv) columns = read_columns (templates[i].file);

      g_assert_cmpuint (g_strv_length (columns), >, 0);
      for (guint k = 0; k < 3 && templates[i].kinds[k] != FONDS_KIND_NONE; k++)
        for (guint c = 0; columns[c] != NULL; c++)
          check_column (templates[i].kinds[k], columns[c]);
    }
}

/* Each column of one template has a field to itself, or an export could not write it. */
static void
test_own_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_auto (GStrv) columns = read_columns (templates[i].file);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint c = 0; columns[c] != NULL; c++)
        {
          const FondsField *field = fonds_field_find_by_atom (templates[i].kinds[0], columns[c]);

          if (field != NULL && field->datatype != FONDS_TYPE_NAME &&
              !fonds_atom_column_is_rad (columns[c]) && !g_hash_table_add (seen, (gpointer) field))
            {
              g_test_message ("%s: %s is the second column of %s", templates[i].file, columns[c],
                              field->id);
              g_test_fail ();
            }
        }
    }
}

static void
assert_field (FondsKind kind, const char *column, const char *id)
{
  const FondsField *field = fonds_field_find_by_atom (kind, column);

  g_assert_cmpstr (field != NULL ? field->id : NULL, ==, id);
}

static void
test_fields (void)
{
  assert_field (FONDS_KIND_UNIT, "identifier", "referenceCode");
  assert_field (FONDS_KIND_UNIT, "eventActors", "creator");
  assert_field (FONDS_KIND_UNIT, "radNoteCast", "rad");
  assert_field (FONDS_KIND_UNIT, "publicationStatus", "access");
  assert_field (FONDS_KIND_UNIT, "Title", NULL);
  assert_field (FONDS_KIND_PERSON, "status", "descriptionStatus");
  assert_field (FONDS_KIND_PERSON, "radNoteCast", NULL);
  assert_field (FONDS_KIND_INSTITUTION, "status", "descriptionStatus");
  assert_field (FONDS_KIND_INSTITUTION, "descriptionStatus", "descriptionStatus");
  assert_field (FONDS_KIND_INSTITUTION, "countryCode", "country");
  assert_field (FONDS_KIND_ACCESSION, "date", "deaccessionDate");
  assert_field (FONDS_KIND_RELATION, "date", "dates");
}

static void
test_names (void)
{
  const FondsKind agents[] = { FONDS_KIND_PERSON, FONDS_KIND_FAMILY, FONDS_KIND_INSTITUTION };

  for (gsize i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      assert_field (agents[i], fonds_name_role_atom ("authorised"), "name");
      assert_field (agents[i], fonds_name_role_atom ("parallel"), "name");
      assert_field (agents[i], fonds_name_role_atom ("standardised"), "name");
      assert_field (agents[i], fonds_name_role_atom ("other"), "name");
    }
  g_assert_cmpstr (fonds_name_role_atom ("parallel"), ==, "parallelFormsOfName");
  g_assert_cmpstr (fonds_name_role_atom ("former"), ==, "otherFormsOfName");
  g_assert_cmpstr (fonds_name_role_atom ("nickname"), ==, "otherFormsOfName");
  g_assert_cmpstr (fonds_name_role_atom (NULL), ==, "otherFormsOfName");
  assert_field (FONDS_KIND_UNIT, "parallelFormsOfName", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-atom/every-column-of-every-template-has-one-home", test_homes);
  g_test_add_func ("/field-atom/no-two-columns-share-a-field", test_own_fields);
  g_test_add_func ("/field-atom/a-column-finds-the-field-that-it-means", test_fields);
  g_test_add_func ("/field-atom/every-form-of-a-name-finds-the-name", test_names);

  return g_test_run ();
}
