/* test-field-standard.c - every element of the standards has its place, and no other
 *
 * The lists are the elements as the standards number them, with the id that they have here. An
 * element that holds several fields names them all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <string.h>

typedef struct
{
  const char *number;
  const char *ids; /* in the order of the table, with a space between */
} Element;

static const Element isad[] = {
  { "3.1.1", "referenceCode alternativeReferenceCode" },
  { "3.1.2", "title" },
  { "3.1.3", "dates" },
  { "3.1.4", "level" },
  { "3.1.5", "extentAndMedium" },
  { "3.2.1", "creator" },
  { "3.2.2", "creatorHistory" },
  { "3.2.3", "archivalHistory" },
  { "3.2.4", "acquisition" },
  { "3.3.1", "scopeAndContent" },
  { "3.3.2", "appraisal" },
  { "3.3.3", "accruals" },
  { "3.3.4", "arrangement" },
  { "3.4.1", "accessConditions" },
  { "3.4.2", "reproductionConditions" },
  { "3.4.3", "language script languageNote" },
  { "3.4.4", "physicalCharacteristics" },
  { "3.4.5", "findingAids" },
  { "3.5.1", "locationOfOriginals" },
  { "3.5.2", "locationOfCopies" },
  { "3.5.3", "relatedUnitsOfDescription" },
  { "3.5.4", "publicationNote" },
  { "3.6.1", "generalNote" },
  { "3.7.1", "archivistNote" },
  { "3.7.2", "rules" },
  { "3.7.3", "revisionHistory" },
};

/* Without 5.1.1, which is the kind, 5.1.3 to 5.1.5, which are roles of a name, 5.1.6, which is for
 * corporate bodies, and 5.3, which is a relation. */
static const Element isaar[] = {
  { "5.1.2", "name" },
  { "5.2.1", "datesOfExistence" },
  { "5.2.2", "history" },
  { "5.2.3", "places" },
  { "5.2.4", "legalStatus" },
  { "5.2.5", "functions occupation" },
  { "5.2.6", "mandates" },
  { "5.2.7", "internalStructures" },
  { "5.2.8", "generalContext" },
  { "5.4.1", "descriptionIdentifier" },
  { "5.4.2", "institutionIdentifier" },
  { "5.4.3", "rules" },
  { "5.4.4", "descriptionStatus" },
  { "5.4.5", "levelOfDetail" },
  { "5.4.6", "revisionHistory" },
  { "5.4.7", "languageOfDescription scriptOfDescription" },
  { "5.4.8", "sources" },
  { "5.4.9", "maintenanceNotes" },
};

static const Element isaar_institution[] = {
  { "5.1.6", "corporateBodyIdentifiers" },
};

static const Element isaar_relation[] = {
  { "5.3.1", "object" },
  { "5.3.2", "type" },
  { "5.3.3", "description" },
  { "5.3.4", "dates" },
};

/* 6.2, the type of the related resource, is its kind. */
static const Element isaar_resource[] = {
  { "6.1", "object" },
  { "6.3", "type" },
  { "6.4", "dates" },
};

static const Element isdiah[] = {
  { "5.1.1", "identifier" },
  { "5.1.2", "name" },
  { "5.1.5", "types" },
  { "5.2.1", "streetAddress city region country postalCode" },
  { "5.2.2", "telephone fax email website" },
  { "5.2.3", "contactPerson" },
  { "5.3.1", "history" },
  { "5.3.2", "geoculturalContext" },
  { "5.3.3", "mandates" },
  { "5.3.4", "internalStructures" },
  { "5.3.5", "collectingPolicies" },
  { "5.3.6", "buildings" },
  { "5.3.7", "holdings" },
  { "5.3.8", "findingAids" },
  { "5.4.1", "openingTimes" },
  { "5.4.2", "accessConditions" },
  { "5.4.3", "disabledAccess" },
  { "5.5.1", "researchServices" },
  { "5.5.2", "reproductionServices" },
  { "5.5.3", "publicFacilities" },
  { "5.6.1", "descriptionIdentifier" },
  { "5.6.2", "institutionIdentifier" },
  { "5.6.3", "rules" },
  { "5.6.4", "descriptionStatus" },
  { "5.6.5", "levelOfDetail" },
  { "5.6.6", "revisionHistory" },
  { "5.6.7", "languageOfDescription scriptOfDescription" },
  { "5.6.8", "sources" },
  { "5.6.9", "maintenanceNotes" },
};

static const char *
number_of (const FondsField *field, gboolean also)
{
  return also ? field->also : field->number;
}

static char *
ids_of (FondsKind kind, const char *number, gboolean also)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (number_of (&fields[i], also), number) == 0)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", fields[i].id);

  return g_string_free (ids, FALSE);
}

static guint
count_numbered (FondsKind kind, gboolean also)
{
  guint n, numbered = 0;
  const FondsField *fields = fonds_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    numbered += number_of (&fields[i], also) != NULL;

  return numbered;
}

/* Checks that each element stands where the list says, and returns how many fields that is. */
static guint
check_elements (FondsKind kind, gboolean also, const Element *elements, guint n)
{
  guint n_fields = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *ids = ids_of (kind, elements[i].number, also);

      g_assert_cmpstr (ids, ==, elements[i].ids);
      for (const char *c = ids; c != NULL; c = strchr (c + 1, ' '))
        n_fields++;
    }

  return n_fields;
}

static void
test_isad (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (isad), ==, 26);
  g_assert_cmpuint (check_elements (FONDS_KIND_UNIT, FALSE, isad, G_N_ELEMENTS (isad)), ==,
                    count_numbered (FONDS_KIND_UNIT, FALSE));
}

static void
test_isaar (void)
{
  const FondsKind kinds[] = { FONDS_KIND_PERSON, FONDS_KIND_FAMILY };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpuint (check_elements (kinds[i], FALSE, isaar, G_N_ELEMENTS (isaar)), ==,
                      count_numbered (kinds[i], FALSE));
}

static void
test_isaar_institution (void)
{
  guint n = check_elements (FONDS_KIND_INSTITUTION, TRUE, isaar, G_N_ELEMENTS (isaar)) +
            check_elements (FONDS_KIND_INSTITUTION, TRUE, isaar_institution,
                            G_N_ELEMENTS (isaar_institution));

  g_assert_cmpuint (n, ==, count_numbered (FONDS_KIND_INSTITUTION, TRUE));
}

static void
test_isaar_relation (void)
{
  g_assert_cmpuint (check_elements (FONDS_KIND_RELATION, FALSE, isaar_relation,
                                    G_N_ELEMENTS (isaar_relation)),
                    ==, count_numbered (FONDS_KIND_RELATION, FALSE));
  g_assert_cmpuint (check_elements (FONDS_KIND_RELATION, TRUE, isaar_resource,
                                    G_N_ELEMENTS (isaar_resource)),
                    ==, count_numbered (FONDS_KIND_RELATION, TRUE));
}

static void
test_isdiah (void)
{
  g_assert_cmpuint (check_elements (FONDS_KIND_INSTITUTION, FALSE, isdiah, G_N_ELEMENTS (isdiah)),
                    ==, count_numbered (FONDS_KIND_INSTITUTION, FALSE));
}

static void
test_names (void)
{
  g_assert_cmpstr (fonds_name_role_number ("authorised", FONDS_KIND_PERSON), ==, "5.1.2");
  g_assert_cmpstr (fonds_name_role_number ("parallel", FONDS_KIND_FAMILY), ==, "5.1.3");
  g_assert_cmpstr (fonds_name_role_number ("standardised", FONDS_KIND_PERSON), ==, "5.1.4");
  g_assert_cmpstr (fonds_name_role_number ("other", FONDS_KIND_PERSON), ==, "5.1.5");
  g_assert_cmpstr (fonds_name_role_number ("former", FONDS_KIND_PERSON), ==, "5.1.5");
  g_assert_cmpstr (fonds_name_role_number ("parallel", FONDS_KIND_INSTITUTION), ==, "5.1.3");
  g_assert_cmpstr (fonds_name_role_number ("other", FONDS_KIND_INSTITUTION), ==, "5.1.4");
  g_assert_null (fonds_name_role_number ("standardised", FONDS_KIND_INSTITUTION));
  g_assert_null (fonds_name_role_number ("other", FONDS_KIND_PLACE));
  g_assert_null (fonds_name_role_number (NULL, FONDS_KIND_PERSON));
}

static void
check_essential (FondsKind kind, const char *const *numbers, gboolean also)
{
  for (guint i = 0; numbers[i] != NULL; i++)
    {
      guint n, n_essential = 0;
      const FondsField *fields = fonds_fields (kind, &n);

      for (guint j = 0; j < n; j++)
        if (g_strcmp0 (number_of (&fields[j], also), numbers[i]) == 0)
          n_essential += (fields[j].flags & FONDS_FIELD_ESSENTIAL) != 0;
      g_assert_cmpuint (n_essential, ==, 1);
    }
}

static void
test_essential (void)
{
  const char *const of_isad[] = { "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.2.1", NULL };
  const char *const of_isaar[] = { "5.1.2", "5.2.1", "5.4.1", NULL };
  const char *const of_isdiah[] = { "5.1.1", "5.1.2", "5.2.1", NULL };

  check_essential (FONDS_KIND_UNIT, of_isad, FALSE);
  check_essential (FONDS_KIND_PERSON, of_isaar, FALSE);
  check_essential (FONDS_KIND_INSTITUTION, of_isdiah, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-standard/a-unit-has-the-26-elements-of-isad", test_isad);
  g_test_add_func ("/field-standard/a-person-has-the-elements-of-isaar", test_isaar);
  g_test_add_func ("/field-standard/an-institution-has-them-too", test_isaar_institution);
  g_test_add_func ("/field-standard/a-relation-has-those-of-relations", test_isaar_relation);
  g_test_add_func ("/field-standard/an-institution-has-the-elements-of-isdiah", test_isdiah);
  g_test_add_func ("/field-standard/each-role-of-a-name-has-its-number", test_names);
  g_test_add_func ("/field-standard/the-minimum-sets-are-essential", test_essential);

  return g_test_run ();
}
