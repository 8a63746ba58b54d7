/* test-import.c - what becomes of the rows of a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/journal.h"
#include "data/exchange/error.h"
#include "tests/data/exchange-fixture.h"

#define HEADER "legacyId,parentId,identifier,title,levelOfDescription,scopeAndContent,culture\n"

/* A fonds with two series, a file and an item, children above their parents. */
#define TREE                                                                                       \
  HEADER "4,3,I-1,Letter of 1902,Item,,en\n"                                                       \
         "2,1,S-1,Letters,Series,Letters of the family.,en\n"                                      \
         "1,,F-1,Family papers,Fonds,Papers,en\n"                                                  \
         "3,2,FI-1,Letters from Quba,File,,en\n"                                                   \
         "5,1,S-2,Photographs,Series,,en\n"

typedef ExchangeFixture Fixture;

static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsDocument) item = exchange_find (fixture, FONDS_KIND_UNIT, "4");
  g_autoptr (FondsDocument) file = exchange_find (fixture, FONDS_KIND_UNIT, "3");
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (report, 5, 0, 0, 0);
  g_assert_cmpstr (fonds_body_ref (item->body, "parent"), ==, fonds_body_uid (file->body));
  g_assert_null (fonds_body_ref (fonds->body, "parent"));
  g_assert_cmpstr (fonds_body_text (fonds->body, "level"), ==, "fonds");
  g_assert_cmpstr (fonds_body_value (fonds->body, "title", 0)->attr[FONDS_ATTR_LANGUAGE], ==, "en");
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsDb) db = exchange_db (fixture);
  g_autoptr (GPtrArray) entries = fonds_journal_list (db, 10, NULL);

  assert_counts (again, 0, 0, 5, 0);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
test_shuffled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) again =
      exchange_import (fixture, "renamed.csv",
                       HEADER
                       "1,,F-1,Family papers,Fonds,Papers,en\n5,1,S-2,Photographs,Series,,en\n"
                       "3,2,FI-1,Letters from Quba,File,,en\n4,3,I-1,Letter of 1902,Item,,en\n"
                       "2,1,S-1,Letters,Series,Letters of the family.,en\n");

  assert_counts (again, 0, 0, 5, 0);
  g_assert_true (says (again, "known from the source “tree”"));
}

static void
test_other_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "a.csv", TREE);
  g_autoptr (FondsImportReport) other =
      exchange_import (fixture, "a.csv",
                       HEADER "1,,X,Maps,Fonds,,en\n2,1,Y,Map of Baku,Item,,en\n");

  assert_counts (other, 2, 0, 0, 0);
  g_assert_true (says (other, "a new source “a (2)”"));
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 7);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,F-1,Family papers,Fonds,,en\n2,1,S-1,Letters,Series,Letters in "
                              "Juhuri.,en\n"
                              "3,2,FI-1,Letters from Quba,File,,en\n");
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");
  g_autoptr (FondsDocument) series = exchange_find (fixture, FONDS_KIND_UNIT, "2");
  const FondsImportLine *line = g_ptr_array_index (report->lines, 0);

  assert_counts (report, 0, 2, 1, 0);
  g_assert_cmpuint (fonds_body_n_values (fonds->body, "scopeAndContent"), ==, 0);
  g_assert_cmpstr (fonds_body_text (series->body, "scopeAndContent"), ==, "Letters in Juhuri.");
  g_assert_cmpint (line->result, ==, FONDS_IMPORT_CHANGED);
  g_assert_cmpstr (line->column, ==, "scopeAndContent");
  g_assert_cmpuint (line->row, ==, 2);
}

static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first =
      exchange_import (fixture, "a.csv",
                       "legacyId,title,levelOfDescription,scopeAndContent,subjectAccessPoints,"
                       "culture\n"
                       "1,Papers,Fonds,In English,Trade|Family,en\n1,Бумаги,,По-русски,,ru\n");
  g_autoptr (FondsImportReport) second =
      exchange_import (fixture, "a.csv",
                       "legacyId,title,levelOfDescription,scopeAndContent,culture\n"
                       "1,Papers,Fonds,New,en\n");
  g_autoptr (FondsDocument) unit = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (first, 1, 0, 0, 0);
  assert_counts (second, 0, 1, 0, 0);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "subject"), ==, 2);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "title"), ==, 2);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "scopeAndContent"), ==, 2);
  g_assert_cmpstr (fonds_body_value (unit->body, "scopeAndContent", 0)->attr[FONDS_ATTR_TEXT], ==,
                   "New");
  g_assert_cmpstr (fonds_body_value (unit->body, "scopeAndContent", 1)->attr[FONDS_ATTR_TEXT], ==,
                   "По-русски");
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  const char *header = "legacyId,title,levelOfDescription,generalNote,culture\n";
  g_autofree char *before = g_strconcat (header, "1,Papers,Fonds,One|Two|Three,en\n", NULL);
  g_autofree char *after = g_strconcat (header, "1,Papers,Fonds,Two|Four,en\n", NULL);
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "a.csv", before);
  g_autoptr (FondsDocument) old = exchange_find (fixture, FONDS_KIND_UNIT, "1");
  g_autoptr (FondsImportReport) second = exchange_import (fixture, "a.csv", after);
  g_autoptr (FondsDocument) unit = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (second, 0, 1, 0, 0);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "generalNote"), ==, 2);
  g_assert_cmpstr (fonds_body_value (unit->body, "generalNote", 0)->attr[FONDS_ATTR_KEY], ==,
                   fonds_body_value (old->body, "generalNote", 1)->attr[FONDS_ATTR_KEY]);
}

static void
test_orphan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER
                       "3,2,,Grandchild,Item,,en\n1,,,Fonds,Fonds,,en\n2,9,,Child,File,,en\n");
  const FondsImportLine *line = g_ptr_array_index (report->lines, 1);

  assert_counts (report, 1, 0, 0, 2);
  g_assert_cmpuint (line->row, ==, 4);
  g_assert_cmpuint (line->line, ==, 4);
  g_assert_cmpstr (line->column, ==, "parentId");
  g_assert_cmpstr (line->value, ==, "9");
  g_assert_nonnull (strstr (line->reason, "no place in the hierarchy"));
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 1);
}

static void
test_known_parent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,F-1,Family papers,Fonds,Papers,en\n6,2,X,New,File,,en\n");
  g_autoptr (FondsDocument) added = exchange_find (fixture, FONDS_KIND_UNIT, "6");
  g_autoptr (FondsDocument) parent = exchange_find (fixture, FONDS_KIND_UNIT, "2");

  assert_counts (report, 1, 0, 1, 0);
  g_assert_cmpstr (fonds_body_ref (added->body, "parent"), ==, fonds_body_uid (parent->body));
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER "1,2,,A,File,,en\n2,3,,B,File,,en\n3,1,,C,File,,en\n4,3,,D,Item,,"
                              "en\n5,5,,E,Item,,en\n"
                              "6,,,F,Fonds,,en\n");

  assert_counts (report, 1, 0, 0, 5);
  g_assert_nonnull (strstr (first_refusal (report)->reason, "under itself"));
}

static void
test_repeated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER "1,,,A,Fonds,,en\n2,,,B,Fonds,,en\n1,,,Another,Fonds,,en\n");

  assert_counts (report, 1, 0, 0, 2);
  g_assert_cmpuint (first_refusal (report)->row, ==, 2);
  g_assert_nonnull (strstr (first_refusal (report)->reason, "Row 4 of a.csv"));
  g_assert_null (exchange_find (fixture, FONDS_KIND_UNIT, "1"));
}

static void
test_width (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv", HEADER "1,,,A, B,Fonds,,en\n\n2,,,C,Fonds,,en\n,,,,,,\n");

  assert_counts (report, 1, 0, 0, 1);
  g_assert_nonnull (strstr (first_refusal (report)->reason, "8 cells where the header has 7"));
}

static void
test_translations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first =
      exchange_import (fixture, "a.csv",
                       HEADER "1,,F,Papers,Fonds,,en\n1,,,Sənədlər,,,az\n2,1,I,Letter,Item,,en\n1,,"
                              ",Бумаги,,,ru\n"
                              "2,,,מכתב,,,he\n");
  g_autoptr (FondsImportReport) shuffled =
      exchange_import (fixture, "a.csv",
                       HEADER "2,,,מכתב,,,he\n1,,,Бумаги,,,ru\n1,,F,Papers,Fonds,,en\n2,1,I,Letter,"
                              "Item,,en\n"
                              "1,,,Sənədlər,,,az\n");
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (first, 2, 0, 0, 0);
  assert_counts (shuffled, 0, 0, 2, 0);
  g_assert_cmpuint (fonds_body_n_values (fonds->body, "title"), ==, 3);
  g_assert_cmpstr (fonds_body_value (fonds->body, "title", 0)->attr[FONDS_ATTR_LANGUAGE], ==, "en");
  g_assert_cmpstr (fonds_body_text (fonds->body, "level"), ==, "fonds");
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER
                       "1,,,A,Fonds,,en|fr\n2,,,B,Fonds,,Klingonish\n3,,,C,Fonds,,az_Cyrl\n");
  g_autoptr (FondsDocument) third = exchange_find (fixture, FONDS_KIND_UNIT, "3");

  assert_counts (report, 1, 0, 0, 2);
  g_assert_cmpstr (first_refusal (report)->column, ==, "culture");
  g_assert_cmpstr (fonds_body_value (third->body, "title", 0)->attr[FONDS_ATTR_LANGUAGE], ==,
                   "az-Cyrl");
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  const char *header = "legacyId,title,levelOfDescription,eventDates,eventTypes,eventStartDates,"
                       "eventEndDates,eventActors,eventActorHistories,culture\n";
  g_autofree char *text =
      g_strconcat (header,
                   "1,Papers,Fonds,NULL|1920-1938,Creation|Accumulation,NULL|1920,NULL|2016-00-00,"
                   "Example family|NULL,Merchants.|NULL,en\n",
                   NULL);
  g_autoptr (FondsImportReport) report = exchange_import (fixture, "a.csv", text);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "a.csv", text);
  g_autoptr (FondsDocument) unit = exchange_find (fixture, FONDS_KIND_UNIT, "1");
  const FondsValue *date = fonds_body_value (unit->body, "dates", 0);
  const FondsValue *creator = fonds_body_value (unit->body, "creator", 0);
  const FondsValue *history = fonds_body_value (unit->body, "creatorHistory", 0);

  assert_counts (again, 0, 0, 1, 0);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "dates"), ==, 1);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "creator"), ==, 1);
  g_assert_cmpstr (date->attr[FONDS_ATTR_TEXT], ==, "1920-1938");
  g_assert_cmpstr (date->attr[FONDS_ATTR_END], ==, "2016-00-00");
  g_assert_cmpstr (date->attr[FONDS_ATTR_TYPE], ==, "accumulation");
  g_assert_cmpstr (date->attr[FONDS_ATTR_EDTF], ==, "1920/2016");
  g_assert_cmpstr (creator->attr[FONDS_ATTR_TYPE], ==, "creation");
  g_assert_cmpstr (creator->attr[FONDS_ATTR_KEY], ==, history->attr[FONDS_ATTR_KEY]);
  g_assert_cmpstr (creator->attr[FONDS_ATTR_KEY], !=, date->attr[FONDS_ATTR_KEY]);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_FAMILY), ==, 1);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  const char *header = "legacyId,title,levelOfDescription,repository,nameAccessPoints,culture\n";
  g_autofree char *one = g_strconcat (header,
                                      "1,A,Fonds,City Museum,Anna Levi|Quba University,en\n"
                                      "2,B,Fonds,City Museum,Anna Levi,en\n",
                                      NULL);
  g_autofree char *two = g_strconcat (header, "7,C,Fonds,City Museum,Anna Levi,en\n", NULL);
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "one.csv", one);
  g_autoptr (FondsImportReport) dry = NULL;
  g_autoptr (FondsImportReport) linked = NULL;
  g_autoptr (FondsImportReport) again = NULL;

  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_PERSON), ==, 1);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_INSTITUTION), ==, 2);
  fixture->options.dry_run = TRUE;
  dry = exchange_import (fixture, "two.csv", two);
  g_assert_true (says (dry, "2 names exist already"));
  g_assert_true (says (dry, "People, 1"));
  fixture->options.dry_run = FALSE;
  fixture->options.link_names = TRUE;
  linked = exchange_import (fixture, "two.csv", two);
  assert_counts (linked, 1, 0, 0, 0);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_PERSON), ==, 1);
  fixture->options.link_names = FALSE;
  again = exchange_import (fixture, "two.csv", two);
  assert_counts (again, 0, 0, 1, 0);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_PERSON), ==, 1);
}

static void
test_access (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       "legacyId,title,levelOfDescription,publicationStatus,culture\n1,A,Fonds,"
                       "published,en\n"
                       "2,B,Fonds,Draft,en\n3,C,Fonds,,en\n");
  g_autoptr (FondsDocument) open = exchange_find (fixture, FONDS_KIND_UNIT, "1");
  g_autoptr (FondsDocument) draft = exchange_find (fixture, FONDS_KIND_UNIT, "2");
  g_autoptr (FondsDocument) blank = exchange_find (fixture, FONDS_KIND_UNIT, "3");

  g_assert_cmpint (fonds_access_of_body (open->body), ==, FONDS_ACCESS_PUBLIC);
  g_assert_cmpstr (fonds_body_text (draft->body, "access"), ==, "staff");
  g_assert_null (fonds_body_text (blank->body, "access"));
}

static void
test_unknown_columns (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       "legacyId,title,levelOfDescription,Shelf mark,empty,Identifier,culture\n"
                       "1,A,Fonds,S 12,,F 1,en\n");
  g_autoptr (FondsDocument) unit = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  g_assert_cmpstr (fonds_body_text (unit->body, "x-shelf-mark"), ==, "S 12");
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_CUSTOM_FIELD), ==, 2);
  g_assert_true (says (report, "Shelf mark"));
  g_assert_true (says (report, "the column “Identifier” is not AtoM's “identifier”"));
}

static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (FondsDb) db = exchange_db (fixture);
  g_autoptr (GPtrArray) entries = NULL;

  fixture->options.dry_run = TRUE;
  report = exchange_import (fixture, "tree.csv", TREE);
  entries = fonds_journal_list (db, 10, NULL);
  assert_counts (report, 5, 0, 0, 0);
  g_assert_false (report->written);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 0);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_strict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bad =
      exchange_write (fixture, "bad.csv", HEADER "1,,,A,Fonds,,en\n2,9,,B,Item,,en\n");
  const char *const paths[] = { bad, NULL };
  g_autoptr (FondsImportReport) refused = NULL;
  g_autoptr (FondsImportReport) good = NULL;

  fixture->options.strict = TRUE;
  refused = exchange_try_paths (fixture, paths, &error);
  g_assert_null (refused);
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "row 3 of bad.csv"));
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 0);
  good = exchange_import (fixture, "tree.csv", TREE);
  assert_counts (good, 5, 0, 0, 0);
}

static void
cancel_cb (FondsImportStage stage, guint64 done, guint64 total, guint64 rows, gpointer data)
{
  if (stage == FONDS_IMPORT_WRITING)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsImportReport) report = NULL;

  for (int i = 0; i < 6000; i++)
    g_string_append_printf (text, "%d,,,Unit %d,Item,,en\n", i, i);
  path = exchange_write (fixture, "many.csv", text->str);
  fixture->options.paths = (const char *const[]){ path, NULL };
  fixture->options.progress = cancel_cb;
  fixture->options.progress_data = cancellable;
  report = fonds_import_run (fixture->base.catalogue, &fixture->options, cancellable, &error);
  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 0);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "tree.csv", TREE);
  g_autoptr (FondsImportReport) second =
      exchange_import (fixture, "tree.csv",
                       HEADER "1,,F-1,Family papers,Fonds,New,en\n"
                              "9,1,X,Added,File,,en\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsJournalEntry) entry =
      fonds_journal_undo (fixture->base.catalogue, "test", NULL, &error);
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  g_assert_no_error (error);
  assert_counts (second, 1, 1, 0, 0);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 5);
  g_assert_cmpstr (fonds_body_text (fonds->body, "scopeAndContent"), ==, "Papers");
}

static void
test_without_keys (Fixture *fixture, gconstpointer data)
{
  const char *text = "title,date,notes\nPortrait,1902,Oil\nPortrait,1903,Oil\nPortrait,1903,Oil\n"
                     "Landscape,1910,\nPortrait,1903,Chalk\n";
  g_autoptr (FondsImportReport) first = exchange_import (fixture, "a.csv", text);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "a.csv", text);

  assert_counts (first, 4, 0, 0, 1);
  assert_counts (again, 0, 0, 4, 1);
  g_assert_cmpuint (first_refusal (first)->row, ==, 4);
}

static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsMapping) mapping = fonds_mapping_parse (
      "kind unit\nsource gallery\nkey id\nlanguage en\nlevel item\naccess public\n"
      "column name -> title\ncolumn name_he -> title language=he\n"
      "column artist,when,from,to -> event actor,text,start,end type=Creation kind=person\n"
      "column tags -> subject split=\";\"\ncolumn thumb -> ignore\nothers ignore\n"
      "constant repository = \"City Gallery\"\n",
      "gallery.mapping", &error);
  const char *text = "id,name,name_he,artist,when,from,to,tags,thumb,more\n"
                     "7,Bridge,גשר,Museum School,c. 1850,1850,1850,river;bridge,x.png,ignored\n";
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (FondsImportReport) again = NULL;
  g_autoptr (FondsDocument) unit = NULL;

  g_assert_no_error (error);
  fixture->options.mapping = mapping;
  report = exchange_import (fixture, "g.csv", text);
  again = exchange_import (fixture, "h.csv", text);
  unit = exchange_find (fixture, FONDS_KIND_UNIT, "7");
  assert_counts (report, 1, 0, 0, 0);
  assert_counts (again, 0, 0, 1, 0);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "title"), ==, 2);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "subject"), ==, 2);
  g_assert_cmpstr (fonds_body_text (unit->body, "level"), ==, "item");
  g_assert_cmpstr (fonds_body_text (unit->body, "access"), ==, "public");
  g_assert_nonnull (fonds_body_ref (unit->body, "repository"));
  g_assert_cmpstr (fonds_body_value (unit->body, "dates", 0)->attr[FONDS_ATTR_EDTF], ==, "1850~");
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_PERSON), ==, 1);
  g_assert_cmpuint (fonds_body_n_values (unit->body, "x-more"), ==, 0);
}

static void
test_relations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) people =
      exchange_import (fixture, "people.csv",
                       "culture,typeOfEntity,authorizedFormOfName,history\nen,Person,Anna "
                       "Levi,Painter\n"
                       "en,Corporate body,Quba School,\n");
  const char *header = "subjectAuthorizedFormOfName,relationType,objectAuthorizedFormOfName,"
                       "description,date,startDate,endDate,culture\n";
  g_autofree char *text =
      g_strconcat (header,
                   "Anna Levi,is controlled by,Quba School,Taught there,1900-1905,1900,1905,en\n",
                   "Anna Levi,is controlled by,Nobody,,,,,en\n", NULL);
  g_autoptr (FondsImportReport) report = exchange_import (fixture, "relations.csv", text);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "relations.csv", text);

  assert_counts (people, 2, 0, 0, 0);
  assert_counts (report, 1, 0, 0, 1);
  assert_counts (again, 0, 0, 1, 1);
  g_assert_cmpstr (first_refusal (report)->value, ==, "Nobody");
}

static void
test_additions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) units = exchange_import (fixture, "tree.csv", TREE);
  const char *text = "legacyId,eventActorName,eventType,culture\n1,Anna Levi,Custody,en\n"
                     "1,Boris Levi,Custody,en\n99,Nobody,Custody,en\n";
  g_autoptr (FondsImportReport) report = exchange_import (fixture, "events.csv", text);
  g_autoptr (FondsImportReport) again = exchange_import (fixture, "events.csv", text);
  g_autoptr (FondsDocument) fonds = exchange_find (fixture, FONDS_KIND_UNIT, "1");

  assert_counts (report, 0, 2, 0, 1);
  assert_counts (again, 0, 0, 2, 1);
  g_assert_cmpuint (fonds_body_n_values (fonds->body, "creator"), ==, 2);
}

static void
test_header (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      exchange_write (fixture, "a.csv", "legacyId,title,title,culture\n1,A,B,en\n");
  g_autofree char *empty = exchange_write (fixture, "b.csv", "");
  const char *const twice[] = { path, NULL };
  const char *const nothing[] = { empty, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;

  g_assert_null (exchange_try_paths (fixture, twice, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (error->message, "a.csv: two columns are called “title”"));
  g_assert_null (exchange_try_paths (fixture, nothing, &other));
  g_assert_error (other, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_HEADER);
}

static void
test_guess (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "museums.csv",
                       "№ строки\tНазвание\tАдрес\tТелефон\n1\tМузей\tул. Ленина, 1\t(495) "
                       "1\n2\tДом\tпл. 2\t\n");
  g_autoptr (FondsDocument) museum = exchange_find (fixture, FONDS_KIND_INSTITUTION, "1");

  assert_counts (report, 2, 0, 0, 0);
  g_assert_cmpstr (fonds_body_text (museum->body, "name"), ==, "Музей");
  g_assert_cmpstr (fonds_body_text (museum->body, "streetAddress"), ==, "ул. Ленина, 1");
  g_assert_cmpstr (fonds_body_value (museum->body, "name", 0)->attr[FONDS_ATTR_LANGUAGE], ==, "ru");
}

static void
test_report_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv", HEADER "2,9,,\"B, C\",File,,en\n");
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fonds_import_report_write (report, stream, &error);
  g_assert_no_error (error);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_true (g_str_has_prefix (text, "result,file,row,line,column,value,reason\n"
                                         "refused,a.csv,2,2,parentId,9,"));
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
  add ("/import/rows-may-come-in-any-order", test_any_order);
  add ("/import/the-same-rows-change-nothing", test_again);
  add ("/import/a-shuffled-and-renamed-file-is-the-same-source", test_shuffled);
  add ("/import/another-file-of-the-same-name-is-another-source", test_other_source);
  add ("/import/changed-cells-update-and-blank-cells-clear", test_change);
  add ("/import/other-fields-and-languages-stay", test_untouched);
  add ("/import/repeatable-fields-are-replaced-and-equal-values-keep-their-key", test_replaced);
  add ("/import/a-row-without-its-parent-is-refused-with-its-descendants", test_orphan);
  add ("/import/a-parent-may-be-in-the-catalogue-already", test_known_parent);
  add ("/import/circles-are-refused", test_circle);
  add ("/import/a-repeated-key-is-refused-and-both-rows-are-named", test_repeated);
  add ("/import/a-row-with-too-many-cells-is-refused", test_width);
  add ("/import/translations-make-one-record-wherever-they-stand", test_translations);
  add ("/import/a-language-must-be-one-and-known", test_language);
  add ("/import/events-keep-their-empty-places-and-raw-dates", test_events);
  add ("/import/a-name-is-reused-in-one-source-and-only-offered-from-elsewhere", test_names);
  add ("/import/published-is-public-and-draft-is-staff", test_access);
  add ("/import/unknown-columns-are-kept-and-told", test_unknown_columns);
  add ("/import/a-dry-run-writes-nothing", test_dry_run);
  add ("/import/strict-refuses-all-if-one-row-is-refused", test_strict);
  add ("/import/a-cancelled-import-leaves-nothing", test_cancelled);
  add ("/import/undo-takes-back-an-import-as-a-whole", test_undo);
  add ("/import/rows-without-keys-are-known-by-what-they-say", test_without_keys);
  add ("/import/a-mapping-says-what-columns-mean", test_mapping);
  add ("/import/relations-join-what-is-known", test_relations);
  add ("/import/some-files-only-add-to-records", test_additions);
  add ("/import/a-header-must-be-there-and-name-each-column-once", test_header);
  add ("/import/a-mapping-is-guessed", test_guess);
  add ("/import/refused-rows-are-written-to-a-file", test_report_file);
  return g_test_run ();
}
