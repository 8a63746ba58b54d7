/* test-field-codes.c - the lists from which coded fields choose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"
#include "data/catalogue/level.h"

#include <string.h>

typedef void (*Visit) (const char *list, const FondsCode *codes, guint n);

/* Visits every list that a field names, and the ones that only converse with a type. */
static void
for_each_list (Visit visit)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (gpointer) "consent-purpose");
  for (guint kind = FONDS_KIND_UNIT; kind < FONDS_N_KINDS; kind++)
    {
      guint n;
      const FondsField *fields = fonds_fields (kind, &n);

      for (guint i = 0; i < n; i++)
        if (fields[i].codes != NULL)
          g_hash_table_add (seen, (gpointer) fields[i].codes);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 25);

  {
    GHashTableIter iter;
    gpointer list;

    g_hash_table_iter_init (&iter, seen);
    while (g_hash_table_iter_next (&iter, &list, NULL))
      {
        guint n;
        const FondsCode *codes = fonds_codes (list, &n);

        g_assert_nonnull (codes);
        visit (list, codes, n);
      }
  }
}

static void
check_entries (const char *list, const FondsCode *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (fonds_code_find (list, codes[i].id) == &codes[i]);
      g_assert_cmpstr (codes[i].label, !=, NULL);
      g_assert_cmpstr (codes[i].label, !=, "");
      g_assert_cmpstr (fonds_code_label (list, codes[i].id), ==, codes[i].label);
    }
}

static void
test_entries (void)
{
  for_each_list (check_entries);
}

/* Two entries with one label could not be told apart on a page. */
static void
check_labels (const char *list, const FondsCode *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (strcmp (codes[i].label, codes[j].label) == 0)
        {
          g_test_message ("%s: two entries are called %s", list, codes[i].label);
          g_test_fail ();
        }
}

static void
test_labels (void)
{
  for_each_list (check_labels);
}

static void
check_converses (const char *list, const FondsCode *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (codes[i].converse != NULL)
      {
        const FondsCode *converse = fonds_code_converse (list, codes[i].id);

        g_assert_nonnull (converse);
        g_assert_cmpstr (converse->converse, ==, codes[i].id);
        g_assert_cmpstr (converse->group, ==, codes[i].group);
      }
}

static void
test_converses (void)
{
  guint n;
  const FondsCode *types = fonds_codes ("relation-type", &n);

  for_each_list (check_converses);
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (types[i].converse);
      g_assert_nonnull (types[i].group);
    }
  g_assert_cmpstr (fonds_code_converse ("relation-type", "controls")->label, ==,
                   "is controlled by");
  g_assert_null (fonds_code_converse ("relation-type", "adores"));
  g_assert_null (fonds_code_converse ("level", "fonds"));
}

/* AtoM's actor relation types, as its taxonomy has them. */
static void
test_atom_relations (void)
{
  static const char *const terms[] = {
    "hierarchical",
    "temporal",
    "family",
    "associative",
    "is the superior of",
    "is the subordinate of",
    "controls",
    "is controlled by",
    "is the owner of",
    "is owned by",
    "is the predecessor of",
    "is the successor of",
    "is the provider of",
    "is the client of",
    "is the business partner of",
    "is the associate of",
    "is the friend of",
    "is the parent of",
    "is the child of",
    "is the sibling of",
    "is the spouse of",
    "is the cousin of",
    "is the grandparent of",
    "is the grandchild of",
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const FondsCode *code = fonds_code_find_term ("relation-type", terms[i]);

      g_assert_nonnull (code);
      g_assert_cmpstr (code->atom, ==, terms[i]);
      g_assert_cmpstr (fonds_code_converse ("relation-type", code->id)->atom, !=, NULL);
    }
}

static void
assert_term (const char *list, const char *term, const char *id)
{
  const FondsCode *code = fonds_code_find_term (list, term);

  g_assert_cmpstr (code != NULL ? code->id : NULL, ==, id);
}

static void
test_terms (void)
{
  assert_term ("access", "Draft", "staff");
  assert_term ("access", "Published", "public");
  assert_term ("access", "private", "private");
  assert_term ("level", "SUBFONDS", "subfonds");
  assert_term ("level", "Record group", "recordgrp");
  assert_term ("level", "bundle", NULL);
  assert_term ("detail", "extended", "full");
  assert_term ("relation-type", "Family", "family");
  assert_term ("relation-type", "creatorOf", "creator-of");
  assert_term ("rights", "NKC", "http://rightsstatements.org/vocab/NKC/1.0/");
  assert_term ("event-type", "Record-keeping activity", "record-keeping");
  assert_term ("level", NULL, NULL);
  assert_term (NULL, "fonds", NULL);
  assert_term ("no-such-list", "fonds", NULL);
}

/* hierarchical-child is the word for five types: to take the first would be to invent. */
static void
test_ambiguous (void)
{
  assert_term ("relation-type", "hierarchical-child", NULL);
  assert_term ("relation-type", "subjectOf", NULL);
}

static void
test_own_terms (void)
{
  g_assert_null (fonds_code_find ("level", "Konvolut"));
  g_assert_cmpstr (fonds_code_label ("level", "Konvolut"), ==, "Konvolut");
  g_assert_cmpstr (fonds_level_label ("subfonds"), ==, "Subfonds");
  g_assert_cmpstr (fonds_level_label ("Konvolut"), ==, "Konvolut");
  g_assert_null (fonds_level_label (NULL));
}

static void
test_ranks (void)
{
  g_assert_cmpint (fonds_level_rank ("fonds"), ==, 1);
  g_assert_cmpint (fonds_level_rank ("series"), <, fonds_level_rank ("subseries"));
  g_assert_cmpint (fonds_level_rank ("Konvolut"), ==, 0);
  g_assert_true (fonds_level_may_hold ("fonds", "item"));
  g_assert_true (fonds_level_may_hold ("file", "file"));
  g_assert_true (fonds_level_may_hold ("item", "Konvolut"));
  g_assert_true (fonds_level_may_hold (NULL, "fonds"));
  g_assert_false (fonds_level_may_hold ("item", "series"));
}

static void
test_datatypes (void)
{
  FondsDatatype datatype;

  for (guint i = 0; i < FONDS_N_TYPES; i++)
    {
      g_assert_true (fonds_datatype_from_id (fonds_datatype_id (i), &datatype));
      g_assert_cmpint (datatype, ==, i);
    }
  g_assert_cmpstr (fonds_datatype_id (FONDS_TYPE_COORDINATES), ==, "coordinates");
  g_assert_false (fonds_datatype_from_id ("blob", &datatype));
  g_assert_false (fonds_datatype_from_id (NULL, &datatype));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-codes/every-entry-is-found-by-its-id", test_entries);
  g_test_add_func ("/field-codes/no-two-entries-of-a-list-have-one-label", test_labels);
  g_test_add_func ("/field-codes/a-converse-comes-back", test_converses);
  g_test_add_func ("/field-codes/every-relation-type-of-atom-is-known", test_atom_relations);
  g_test_add_func ("/field-codes/a-term-is-read-in-any-case-of-letters", test_terms);
  g_test_add_func ("/field-codes/a-word-that-means-several-entries-means-none", test_ambiguous);
  g_test_add_func ("/field-codes/a-term-of-one-s-own-stays-as-it-is", test_own_terms);
  g_test_add_func ("/field-codes/levels-have-an-order-that-own-ones-do-not-break", test_ranks);
  g_test_add_func ("/field-codes/a-datatype-has-an-id-and-back", test_datatypes);

  return g_test_run ();
}
