/* test-field.c - what must hold of every row of the field table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <string.h>

typedef void (*Check) (FondsKind kind, const FondsField *field);

/* Says which row it is and fails; the other rows are still looked at. */
static void
complain (FondsKind kind, const FondsField *field, const char *what)
{
  g_test_message ("%s.%s: %s", fonds_kind_id (kind), field->id, what);
  g_test_fail ();
}

static void
for_each_field (gconstpointer data)
{
  const Check *check = data;

  for (guint kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      guint n;
      const FondsField *fields = fonds_fields (kind, &n);

      g_assert_cmpuint (n, >, 5);
      for (guint i = 0; i < n; i++)
        (*check) (kind, &fields[i]);
    }
}

static void
check_found (FondsKind kind, const FondsField *field)
{
  if (fonds_field_find (kind, field->id) != field)
    complain (kind, field, "its id finds another row");
}

static void
check_id (FondsKind kind, const FondsField *field)
{
  if (!g_ascii_islower (field->id[0]) || g_str_has_prefix (field->id, "x-"))
    complain (kind, field, "an id begins with a small letter, and not as a custom field's");
  for (const char *c = field->id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      complain (kind, field, "an id holds letters and digits only");
}

static void
check_words (FondsKind kind, const FondsField *field)
{
  if (field->label == NULL || !g_ascii_isupper (field->label[0]) ||
      g_str_has_suffix (field->label, "."))
    complain (kind, field, "a label begins with a capital and has no full stop");
  if (field->help == NULL || !g_ascii_isupper (field->help[0]) ||
      !g_str_has_suffix (field->help, ".") || strlen (field->help) < 15)
    complain (kind, field, "a help is a sentence");
}

static void
check_reference (FondsKind kind, const FondsField *field)
{
  if ((field->datatype == FONDS_TYPE_REFERENCE) != (field->targets != 0))
    complain (kind, field, "a reference, and nothing else, says what it may point at");
  if ((field->targets & ~(FONDS_KINDS_RECORD | FONDS_KIND_BIT (FONDS_KIND_CLAIM))) != 0)
    complain (kind, field, "a reference points at a record or a claim");
}

static void
check_codes (FondsKind kind, const FondsField *field)
{
  guint n;

  if (field->datatype == FONDS_TYPE_CODE && field->codes == NULL)
    complain (kind, field, "a code comes from a list");
  if (field->codes != NULL && (fonds_codes (field->codes, &n) == NULL || n == 0))
    complain (kind, field, "there is no such list");
}

static void
check_public (FondsKind kind, const FondsField *field)
{
  gboolean public = (field->flags & FONDS_FIELD_PUBLIC) != 0;

  if (public && (field->flags & (FONDS_FIELD_PRIVATE | FONDS_FIELD_STAFF)) != 0)
    complain (kind, field, "what is private or the staff's is not public");
  if (fonds_kind_is_private (kind) && (field->flags & FONDS_FIELD_PRIVATE) == 0)
    complain (kind, field, "all of a private kind is private");
  if (public && (kind == FONDS_KIND_ACCESSION || kind == FONDS_KIND_CONTAINER))
    complain (kind, field, "how material came and where it stands is nobody else's business");
}

static void
check_personal (FondsKind kind, const FondsField *field)
{
  gboolean reaches = strcmp (field->id, "email") == 0 || strcmp (field->id, "telephone") == 0 ||
                     strcmp (field->id, "streetAddress") == 0;

  if (g_str_has_prefix (field->id, "donor") ||
      (reaches && (kind == FONDS_KIND_PERSON || kind == FONDS_KIND_FAMILY)))
    if ((field->flags & FONDS_FIELD_PRIVATE) == 0)
      complain (kind, field, "where a person can be reached is private");
  if (strcmp (field->id, "contactPerson") == 0 && (field->flags & FONDS_FIELD_PUBLIC) != 0)
    complain (kind, field, "a contact person is for the staff");
}

static void
check_dc (FondsKind kind, const FondsField *field)
{
  static const char *const elements[] = { "title",     "creator", "subject",  "description",
                                          "publisher", "date",    "type",     "contributor",
                                          "format",    "source",  "language", "identifier",
                                          "relation",  "rights",  "coverage", NULL };

  if (field->dc != NULL && !g_strv_contains (elements, field->dc))
    complain (kind, field, "Dublin Core has no such element");
  if (field->dc != NULL && (field->flags & FONDS_FIELD_PUBLIC) == 0)
    complain (kind, field, "Dublin Core is for the public");
}

static void
check_area (FondsKind kind, const FondsField *field)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  if (field > fields && field[-1].area > field->area)
    complain (kind, field, "rows stand in the order of their areas");
  if ((field->area == FONDS_AREA_MACHINERY) != ((field->flags & FONDS_FIELD_HIDDEN) != 0) &&
      kind != FONDS_KIND_PARTICIPATION)
    complain (kind, field, "machinery is hidden, and nothing else is");
}

static void
check_number (FondsKind kind, const FondsField *field)
{
  const char *area = fonds_area_number (field->area, kind);

  if (field->number != NULL && area != NULL &&
      (!g_str_has_prefix (field->number, area) || field->number[strlen (area)] != '.'))
    complain (kind, field, "the number is of another area");
}

static void
check_atom (FondsKind kind, const FondsField *field)
{
  if (field->atom != NULL && fonds_field_find_by_atom (kind, field->atom) != field)
    complain (kind, field, "its column finds another row");
  if (field->atom != NULL && fonds_atom_column_is_structural (kind, field->atom))
    complain (kind, field, "a column is either a field's or structural");
  if (field->atom_authority != NULL &&
      fonds_field_find_by_atom (kind, field->atom_authority) != field)
    complain (kind, field, "its column of authority records finds another row");
}

static void
check_formats (FondsKind kind, const FondsField *field)
{
  if (field->ead != NULL && kind != FONDS_KIND_UNIT && field->area != FONDS_AREA_OBJECTS &&
      field->area != FONDS_AREA_ACCESS)
    complain (kind, field, "EAD is for units");
  if (field->eac != NULL && !g_str_has_prefix (field->eac, "cpfDescription/") &&
      !g_str_has_prefix (field->eac, "control/"))
    complain (kind, field, "a path of EAC-CPF begins at its root");
}

static void
test_unknown (void)
{
  guint n = 1;

  g_assert_null (fonds_field_find (FONDS_KIND_UNIT, "x-mine"));
  g_assert_null (fonds_field_find (FONDS_KIND_UNIT, ""));
  g_assert_null (fonds_field_find (FONDS_KIND_UNIT, NULL));
  g_assert_null (fonds_field_find (FONDS_KIND_UNIT, "openingTimes"));
  g_assert_null (fonds_field_find (FONDS_KIND_NONE, "title"));
  g_assert_null (fonds_fields (FONDS_KIND_NONE, &n));
  g_assert_cmpuint (n, ==, 0);
}

/* One reference is what lists show as a record's own. */
static void
test_reference_code (void)
{
  for (guint kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      guint n, n_refs = 0;
      const FondsField *fields = fonds_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        n_refs +=
            fields[i].search == FONDS_SEARCH_REF && (fields[i].flags & FONDS_FIELD_ESSENTIAL) != 0;
      g_assert_cmpuint (n_refs, <=, 1);
    }
  g_assert_cmpint (fonds_field_find (FONDS_KIND_UNIT, "referenceCode")->search, ==,
                   FONDS_SEARCH_REF);
}

static void
test_titles (void)
{
  for (guint kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    if (fonds_kind_is_record (kind))
      {
        g_assert_true (fonds_field_find (kind, "title") != NULL ||
                       fonds_field_find (kind, "name") != NULL);
        g_assert_nonnull (fonds_field_find (kind, "access"));
        g_assert_nonnull (fonds_field_find (kind, "identity"));
      }
}

static void
test_kinds (void)
{
  g_assert_cmpint (FONDS_KIND_CUSTOM_FIELD, ==, 17);
  for (guint kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      g_assert_cmpint (fonds_kind_from_id (fonds_kind_id (kind)), ==, kind);
      g_assert_true (g_str_has_suffix (fonds_kind_icon (kind), "-symbolic"));
      g_assert_cmpint (fonds_kind_is_record (kind), ==, kind <= FONDS_KIND_CONTAINER);
      g_assert_false (fonds_kind_is_agent (kind) && !fonds_kind_is_authority (kind));
    }
  g_assert_cmpint (fonds_kind_from_id ("fonds"), ==, FONDS_KIND_NONE);
  g_assert_cmpint (fonds_kind_from_id (NULL), ==, FONDS_KIND_NONE);
  g_assert_false (fonds_kind_is_record (FONDS_KIND_NONE));
  g_assert_false (fonds_kind_is_record (FONDS_N_KINDS));
  g_assert_cmpstr (fonds_kind_id (99), ==, "none");
  g_assert_true (fonds_kind_is_private (FONDS_KIND_PARTICIPATION));
  g_assert_true (fonds_kind_is_private (FONDS_KIND_CONTACT));
  g_assert_false (fonds_kind_is_private (FONDS_KIND_PERSON));
}

static void
test_columns (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint column = FONDS_SEARCH_NONE + 1; column < FONDS_SEARCH_N; column++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) fonds_search_column_id (column)));
      g_assert_cmpint (fonds_search_column_from_id (fonds_search_column_id (column)), ==, column);
      g_assert_cmpstr (fonds_search_column_label (column), !=, "");
    }
  g_assert_cmpint (fonds_search_column_from_id ("shelf"), ==, FONDS_SEARCH_NONE);
  g_assert_cmpint (fonds_search_column_from_id (""), ==, FONDS_SEARCH_NONE);
  g_assert_cmpint (fonds_search_column_from_id (NULL), ==, FONDS_SEARCH_NONE);
}

static void
test_areas (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint area = 0; area < FONDS_N_AREAS; area++)
    {
      g_assert_true (g_hash_table_add (ids, (gpointer) fonds_area_id (area)));
      g_assert_cmpstr (fonds_area_label (area), !=, "");
      g_assert_null (fonds_area_number (area, FONDS_KIND_SOURCE));
    }
  g_assert_cmpstr (fonds_area_number (FONDS_AREA_CONTROL, FONDS_KIND_UNIT), ==, "3.7");
  g_assert_cmpstr (fonds_area_number (FONDS_AREA_CONTROL, FONDS_KIND_FAMILY), ==, "5.4");
  g_assert_cmpstr (fonds_area_number (FONDS_AREA_CONTROL, FONDS_KIND_INSTITUTION), ==, "5.6");
}

static const struct
{
  const char *sentence;
  Check check;
} checks[] = {
  { "/field/every-id-is-unique-and-finds-its-row", check_found },
  { "/field/an-id-is-a-plain-word", check_id },
  { "/field/every-field-says-what-belongs-there-in-a-sentence", check_words },
  { "/field/a-reference-says-what-it-points-at", check_reference },
  { "/field/a-code-comes-from-a-list-that-exists", check_codes },
  { "/field/what-is-private-is-never-public", check_public },
  { "/field/where-people-can-be-reached-is-never-public", check_personal },
  { "/field/dublin-core-has-fifteen-elements-and-is-public", check_dc },
  { "/field/rows-stand-in-the-order-of-the-areas", check_area },
  { "/field/a-number-belongs-to-its-area", check_number },
  { "/field/a-column-of-atom-finds-its-field", check_atom },
  { "/field/paths-belong-to-the-format-of-the-kind", check_formats },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    g_test_add_data_func (checks[i].sentence, &checks[i].check, for_each_field);
  g_test_add_func ("/field/a-field-that-is-not-in-the-table-is-not-found", test_unknown);
  g_test_add_func ("/field/a-kind-has-one-reference-of-its-own-at-most", test_reference_code);
  g_test_add_func ("/field/every-record-has-a-title-an-access-and-an-identity", test_titles);
  g_test_add_func ("/field/kinds-keep-their-numbers-and-ids", test_kinds);
  g_test_add_func ("/field/search-columns-have-words-for-queries", test_columns);
  g_test_add_func ("/field/areas-have-the-numbers-of-the-kind-s-standard", test_areas);

  return g_test_run ();
}
