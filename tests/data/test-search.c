/* test-search.c - what is found, and in which order
 *
 * The catalogue is small and made by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/search-fixture.h"

#include "data/catalogue/journal.h"

static void
fill_with_towns (Fixture *fixture)
{
  create_unit (fixture, "Letters from Quba");
  create_unit (fixture, "Qırmızı Qəsəbə, a red town");
  create_unit (fixture, "Письма из Губы");
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Map", "scopeAndContent",
                                         "Shows the town of Quba and its river.", NULL));
}

static void
words_find_whatever_script_and_keyboard (Fixture *fixture, gconstpointer data)
{
  fill_with_towns (fixture);
  assert_found (fixture, "quba ", "Letters from Quba, Map");
  assert_found (fixture, "qirmizi qesebe ", "Qırmızı Qəsəbə, a red town");
  assert_found (fixture, "pisma", "Письма из Губы");
  assert_found (fixture, "nothing-like-it ", "");
}

static void
every_form_of_query_finds_what_it_says (Fixture *fixture, gconstpointer data)
{
  fill_with_towns (fixture);
  assert_found (fixture, "", "Letters from Quba, Map, Qırmızı Qəsəbə, a red town, Письма из Губы");
  assert_found (fixture, "town quba ", "Map");
  assert_found (fixture, "quba -map ", "Letters from Quba");
  assert_found (fixture, "-quba ", "Qırmızı Qəsəbə, a red town, Письма из Губы");
  assert_found (fixture, "\"red town\" OR letters ",
                "Letters from Quba, Qırmızı Qəsəbə, a red town");
  assert_found (fixture, "\"town red\" ", "");
  assert_found (fixture, "title:quba ", "Letters from Quba");
  assert_found (fixture, "scopeAndContent:quba ", "Map");
  assert_found (fixture, "(quba OR town) -(letters OR river) ", "Qırmızı Qəsəbə, a red town");
  assert_found (fixture, "kind:unit river ", "Map");
  assert_found (fixture, "kind:person OR river ", "Map");
  assert_found (fixture, "-kind:unit ", "");
  assert_found (fixture, "… ",
                "Letters from Quba, Map, Qırmızı Qəsəbə, a red town, Письма из Губы");
  assert_found (fixture, "& river ", "Map");
}

static void
a_link_or_a_uid_finds_its_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;
  g_autofree char *link = NULL;
  g_autofree char *shouted = NULL;
  g_autofree char *others = NULL;
  g_autofree char *under = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  link = g_strconcat ("fonds:", series, NULL);
  shouted = g_ascii_strup (link, -1);
  others = g_strdup_printf ("kind:unit -%s", link);
  under = g_strdup_printf ("under:%s", link);
  assert_found (fixture, series, "Series");
  assert_found (fixture, link, "Series");
  assert_found (fixture, shouted, "Series");
  assert_found (fixture, others, "Fonds, Item A, Item B, Loose leaf, Open series");
  assert_found (fixture, under, "Item A, Item B");
  assert_found (fixture, "fonds:00000000-0000-7000-8000-000000000000", "");
}

/* Other programs have such numbers too. */
static void
a_number_of_that_form_in_a_text_is_found (Fixture *fixture, gconstpointer data)
{
  const char *number = "0190a0b0-0000-4000-8000-00000000abcd";

  create_unit (fixture, "A leaf");
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Page", "generalNote",
                                         "Formerly 0190a0b0-0000-4000-8000-00000000abcd.", NULL));
  assert_found (fixture, number, "Page");
}

static void
a_wrong_query_is_an_error_not_an_empty_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRequest) request = fonds_request_new ("kind:persn");
  g_autoptr (FondsRequest) lost = fonds_request_new ("under:NOWHERE");
  g_autoptr (GError) error = NULL;

  g_assert_null (fonds_search_run (fixture->search, request, NULL, &error));
  g_assert_error (error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (fonds_search_run (fixture->search, lost, NULL, &error));
  g_assert_error (error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_NOT_FOUND);
}

static void
a_search_that_was_cancelled_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRequest) request = fonds_request_new ("");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (fonds_search_run (fixture->search, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
dates_are_found_by_every_day_they_touch (Fixture *fixture, gconstpointer data)
{
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "A", "dates", "1918", NULL));
  fixture_create (fixture,
                  fixture_body (FONDS_KIND_UNIT, "title", "B", "dates", "1910/1921", NULL));
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "C", "dates", "1923-05", NULL));
  create_unit (fixture, "D");

  assert_found (fixture, "date:1918", "A, B");
  assert_found (fixture, "date:1919..1923", "B, C");
  assert_found (fixture, "date:..1910", "B");
  assert_found (fixture, "date:1922..", "C");
  assert_found (fixture, "-has:date ", "D");
  assert_sorted (fixture, "", FONDS_SORT_DATE, FALSE, "B, A, C, D");
  assert_sorted (fixture, "", FONDS_SORT_DATE, TRUE, "C, A, B, D");
}

static void
what_is_under_a_record_is_found_at_any_depth (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;
  gint64 top = fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  g_autofree char *by_uid = g_strdup_printf ("under:%s", series);
  g_autoptr (FondsRequest) request = fonds_request_new ("item");
  g_autoptr (FondsAnswer) answer = NULL;

  assert_found (fixture, "under:F1", "Item A, Item B, Open series, Series");
  assert_found (fixture, by_uid, "Item A, Item B");
  assert_found (fixture, "-under:F1 kind:unit ", "Fonds, Loose leaf");
  request->under = top;
  answer = run (fixture, request);
  g_assert_cmpuint (answer->n, ==, 2);
}

static void
the_hierarchy_is_an_order (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  assert_sorted (fixture, "kind:unit", FONDS_SORT_HIERARCHY, FALSE,
                 "Fonds, Series, Item A, Item B, Open series, Loose leaf");
  assert_sorted (fixture, "level:series", FONDS_SORT_REFERENCE, FALSE, "Open series, Series");
  assert_sorted (fixture, "kind:unit has:parent ", FONDS_SORT_REFERENCE, TRUE,
                 "Series, Open series, Item B, Item A");
}

static void
repository_and_access_go_down_the_hierarchy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *institution = NULL;
  g_autofree char *fonds = NULL;
  g_autofree char *series = NULL;

  fixture_fill_hierarchy (fixture, &institution, &fonds, &series);
  assert_found (fixture, "repository:\"state archive\" level:item ", "Item A, Item B");
  assert_found (fixture, "-has:repository kind:unit ", "Loose leaf");
  assert_found (fixture, "access:staff level:item ", "Item A, Item B");
  assert_found (fixture, "access:public under:F1 ", "Open series");
}

static void
titles_that_match_come_before_other_places (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "Album", "scopeAndContent",
                                           "quba quba quba quba", NULL));
  create_unit (fixture, "Zebra of Quba with a very long title indeed that goes on and on");
  assert_sorted (fixture, "quba", FONDS_SORT_RELEVANCE, FALSE,
                 "Zebra of Quba with a very long title indeed that goes on and on, Album, Album,"
                 " Album, Album, Album");
}

static void
a_record_that_names_another_is_found_by_its_title (Fixture *fixture, gconstpointer data)
{
  FondsBody *place = fixture_body (FONDS_KIND_PLACE, "name", "Quba", NULL);
  g_autofree char *uid = g_strdup ("018f0000-0000-7000-8000-00000000000a");
  gint64 id;

  fonds_body_set_uid (place, uid);
  fixture_create (fixture, fixture_body (FONDS_KIND_UNIT, "title", "View", "place=", uid, NULL));
  assert_found (fixture, "place:quba ", "");
  id = fixture_create (fixture, place);
  assert_found (fixture, "place:quba kind:unit ", "View");
  fixture_change (fixture, id, 1, fixture_body (FONDS_KIND_PLACE, "name", "Guba", NULL));
  assert_found (fixture, "place:quba ", "");
  assert_found (fixture, "place:guba kind:unit ", "View");
}

static void
an_edit_is_found_and_its_old_words_are_not (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  fill_with_towns (fixture);
  id = create_unit (fixture, "Old words");
  assert_found (fixture, "old ", "Old words");
  fixture_change (fixture, id, 1, fixture_body (FONDS_KIND_UNIT, "title", "New words", NULL));
  assert_found (fixture, "old ", "");
  assert_found (fixture, "words ", "New words");
  assert_found (fixture, "",
                "Letters from Quba, Map, New words, Qırmızı Qəsəbə, a red town, Письма из Губы");
}

static FondsBatch *
begin_batch (Fixture *fixture, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  FondsBatch *batch = fonds_batch_begin (fixture->catalogue, "a test", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Imported %u", i);

      g_ptr_array_add (bodies, fixture_body (FONDS_KIND_UNIT, "title", title, NULL));
    }
  fonds_batch_create (batch, bodies, NULL, &error);
  g_assert_no_error (error);
  return batch;
}

static void
an_import_is_found_only_once_it_is_shown_and_until_it_is_taken_back (Fixture *fixture,
                                                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsBatch) batch = NULL;
  g_autoptr (FondsJournalEntry) entry = NULL;

  create_unit (fixture, "By hand");
  assert_found (fixture, "", "By hand");
  batch = begin_batch (fixture, 3);
  assert_found (fixture, "imported", "");
  assert_found (fixture, "-nothing ", "By hand");
  fonds_batch_reveal (batch, "tester", &error);
  g_assert_no_error (error);
  assert_found (fixture, "", "By hand, Imported 0, Imported 1, Imported 2");
  entry = fonds_journal_undo (fixture->catalogue, "tester", NULL, &error);
  g_assert_no_error (error);
  assert_found (fixture, "imported", "");
  assert_found (fixture, "", "By hand");
}

static void
an_import_that_is_abandoned_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsBatch) batch = NULL;

  create_unit (fixture, "By hand");
  batch = begin_batch (fixture, 3);
  fonds_batch_abandon (batch, &error);
  g_assert_no_error (error);
  assert_found (fixture, "", "By hand");
  assert_found (fixture, "imported", "");
}

static void
load_snippet (Fixture *fixture, gint64 id, const char *query_text, const char *expected)
{
  g_autoptr (FondsDb) db =
      fonds_store_connect (fonds_catalogue_get_store (fixture->catalogue), NULL);
  g_autoptr (FondsQuery) query = fonds_query_parse (query_text, NULL, NULL);
  g_autoptr (FondsMatcher) matcher = fonds_matcher_new (query);
  const guint32 ids[] = { (guint32) id };
  g_autoptr (GPtrArray) snippets = fonds_snippet_load (db, matcher, ids, 1, NULL);

  g_assert_cmpstr (g_ptr_array_index (snippets, 0), ==, expected);
}

static void
a_snippet_shows_the_line_that_matched (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_create (
      fixture, fixture_body (
                   FONDS_KIND_UNIT, "title", "Quba", "scopeAndContent",
                   "The first line.\nA second line, much longer than forty characters, in which the"
                   " river of Şuşa is named once and after which a good many other words follow, so"
                   " that it must be cut at both of its ends to fit a row of the list of results.",
                   NULL));

  load_snippet (fixture, id, "quba ", NULL);
  load_snippet (fixture, id, "first ", "The \002first\003 line.");
  load_snippet (fixture, id, "shusha river ",
                "… than forty characters, in which the \002river\003 of \002Şuşa\003 is named once"
                " and after which a good many other words follow, so that it must be cut at both of"
                " its ends to …");
}

static void
changed_cb (FondsSearch *search, guint *n)
{
  (*n)++;
}

static void
news_is_told_and_the_facts_become_ready (Fixture *fixture, gconstpointer data)
{
  guint told = 0;

  g_signal_connect (fixture->search, "changed", G_CALLBACK (changed_cb), &told);
  while (!fonds_search_get_ready (fixture->search))
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  told = 0;
  create_unit (fixture, "News");
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_found (fixture, "news", "News");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func)                                                                           \
  g_test_add ("/search/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  TEST ("words-find-whatever-script-and-keyboard", words_find_whatever_script_and_keyboard);
  TEST ("every-form-of-query-finds-what-it-says", every_form_of_query_finds_what_it_says);
  TEST ("a-wrong-query-is-an-error-not-an-empty-answer",
        a_wrong_query_is_an_error_not_an_empty_answer);
  TEST ("a-search-that-was-cancelled-says-so", a_search_that_was_cancelled_says_so);
  TEST ("dates-are-found-by-every-day-they-touch", dates_are_found_by_every_day_they_touch);
  TEST ("a-permanent-link-or-a-uid-finds-its-record", a_link_or_a_uid_finds_its_record);
  TEST ("a-number-in-a-text-that-looks-like-a-uid-is-found",
        a_number_of_that_form_in_a_text_is_found);
  TEST ("what-is-under-a-record-is-found-at-any-depth",
        what_is_under_a_record_is_found_at_any_depth);
  TEST ("the-hierarchy-is-an-order", the_hierarchy_is_an_order);
  TEST ("repository-and-access-go-down-the-hierarchy", repository_and_access_go_down_the_hierarchy);
  TEST ("titles-that-match-come-before-other-places", titles_that_match_come_before_other_places);
  TEST ("a-record-that-names-another-is-found-by-its-title",
        a_record_that_names_another_is_found_by_its_title);
  TEST ("an-edit-is-found-and-its-old-words-are-not", an_edit_is_found_and_its_old_words_are_not);
  TEST ("an-import-is-found-only-once-it-is-shown-and-until-it-is-taken-back",
        an_import_is_found_only_once_it_is_shown_and_until_it_is_taken_back);
  TEST ("an-import-that-is-abandoned-leaves-nothing", an_import_that_is_abandoned_leaves_nothing);
  TEST ("a-snippet-shows-the-line-that-matched", a_snippet_shows_the_line_that_matched);
  TEST ("news-is-told-and-the-facts-become-ready", news_is_told_and_the_facts_become_ready);
#undef TEST
  return g_test_run ();
}
