/* test-import-slugs.c - parents that rows name by their slugs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/exchange-fixture.h"

#define HEADER "legacyId,parentId,qubitParentSlug,title,levelOfDescription,slug,culture\n"

#define TREE                                                                                       \
  HEADER "3,,family-letters,Letter of 1902,Item,,en\n"                                             \
         "2,,family-papers,Letters,Series,family-letters,en\n"                                     \
         "1,,,Family papers,Fonds,family-papers,en\n"

typedef ExchangeFixture Fixture;

static void
assert_under (Fixture *fixture, const char *child, const char *parent)
{
  g_autoptr (FondsDocument) below = exchange_find (fixture, FONDS_KIND_UNIT, child);
  g_autoptr (FondsDocument) above = exchange_find (fixture, FONDS_KIND_UNIT, parent);

  g_assert_nonnull (below);
  g_assert_nonnull (above);
  g_assert_cmpstr (fonds_body_ref (below->body, "parent"), ==, fonds_body_uid (above->body));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "renamed.csv", TREE);
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (first, 3, 0, 0, 0);
  assert_counts (again, 0, 0, 3, 0);
  assert_under (fixture, "3", "2");
  assert_under (fixture, "2", "1");
  g_assert_cmpstr (fonds_body_text (fonds->body, "slug"), ==, "family-papers");
}

static void
test_catalogue (Fixture *fixture, gconstpointer data)
{
  const char *text = "legacyId,qubitParentSlug,title,levelOfDescription,culture\n"
                     "9,family-letters,Letter of 1903,Item,en\n";
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) second = exchange_import (fixture, "more.csv", text);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "more.csv", text);

  assert_counts (second, 1, 0, 0, 0);
  assert_counts (again, 0, 0, 1, 0);
  assert_under (fixture, "9", "2");
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) second =
      exchange_import (fixture, "tree.csv", HEADER "3,,family-papers,Letter of 1902,Item,,en\n");

  assert_counts (second, 0, 1, 0, 0);
  assert_under (fixture, "3", "1");
}

static void
test_other_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one =
      exchange_write (fixture, "a.csv", HEADER "7,,family-papers,Photographs,Series,,en\n");
  g_autofree char *two =
      exchange_write (fixture, "b.csv", HEADER "1,,,Family papers,Fonds,family-papers,en\n");
  const char *const paths[] = { one, two, NULL };
  g_autoptr (FondsImportReport) report = exchange_import_paths (fixture, paths);

  assert_counts (report, 2, 0, 0, 0);
  assert_under (fixture, "7", "1");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,nowhere,Letters,Series,letters,en\n2,,letters,Letter,Item,,en\n"
                              "3,,,Maps,Fonds,,en\n");
  const FondsImportLine *line = first_refusal (report);

  assert_counts (report, 1, 0, 0, 2);
  g_assert_cmpuint (line->row, ==, 2);
  g_assert_cmpstr (line->column, ==, "qubitParentSlug");
  g_assert_cmpstr (line->value, ==, "nowhere");
  g_assert_nonnull (strstr (line->reason, "fill in parentId"));
}

static void
test_ambiguous (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,,Papers,Fonds,papers,en\n2,,,Papers,Fonds,papers,en\n"
                              "3,,papers,Letters,Series,,en\n");

  assert_counts (report, 2, 0, 0, 1);
  g_assert_nonnull (strstr (first_refusal (report)->reason, "Several records"));
}

static void
test_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,,Papers,Fonds,papers,en\n2,,,Maps,Fonds,maps,en\n"
                              "3,1,maps,Map of Baku,Item,,en\n4,1,nowhere,Letter,Item,,en\n");

  assert_counts (report, 4, 0, 0, 0);
  assert_under (fixture, "3", "2");
  assert_under (fixture, "4", "1");
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv", HEADER "1,,b,A,Fonds,a,en\n2,,a,B,Fonds,b,en\n");

  assert_counts (report, 0, 0, 0, 2);
  g_assert_cmpstr (first_refusal (report)->column, ==, "qubitParentSlug");
  g_assert_nonnull (strstr (first_refusal (report)->reason, "under itself"));
}

static void
test_translations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "2,,papers,Letters,Series,letters,en\n2,,papers,Письма,,letters,ru\n"
                              "1,,,Papers,Fonds,papers,en\n1,,,Бумаги,,papers,ru\n");

  assert_counts (report, 2, 0, 0, 0);
  assert_under (fixture, "2", "1");
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report = exchange_import (fixture, "tree.csv", TREE);
  g_autofree char *folder = g_build_filename (fixture->base.folder, "out", NULL);
  g_autoptr (FondsExportReport) out = exchange_export (fixture, FONDS_EXPORT_ATOM, folder);
  g_autofree char *text = read_text (folder, "descriptions.csv");

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "family-papers"));
  g_assert_nonnull (strstr (text, "family-letters"));
  remove_folder (folder);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, exchange_fixture_set_up, test, exchange_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/import-slugs/a-parent-is-the-row-that-has-the-slug", test_rows);
  add ("/import-slugs/a-parent-is-the-record-that-came-with-the-slug", test_catalogue);
  add ("/import-slugs/another-slug-moves-a-record", test_moved);
  add ("/import-slugs/a-parent-may-be-in-another-file", test_other_file);
  add ("/import-slugs/an-unknown-slug-is-refused-with-what-to-do", test_unknown);
  add ("/import-slugs/a-slug-of-several-records-is-refused", test_ambiguous);
  add ("/import-slugs/a-slug-goes-before-a-key-if-it-leads-somewhere", test_both);
  add ("/import-slugs/circles-are-refused", test_circle);
  add ("/import-slugs/translations-repeat-slugs", test_translations);
  add ("/import-slugs/slugs-go-out-again", test_export);
  return g_test_run ();
}
