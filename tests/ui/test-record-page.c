/* test-record-page.c - what a record's page says, and when it says something else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/page-fixture.h"

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->page, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->page, GTK_ACCESSIBLE_PROPERTY_LABEL, "Record");
  g_assert_nonnull (label (fixture, "Nothing selected"));
  show (fixture, RECORD_SERIES);
  fonds_record_page_show (fixture->page, fixture->catalogue, 0);
  g_assert_nonnull (label (fixture, "Nothing selected"));
}

static void
test_head (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title;

  show (fixture, RECORD_HEBREW_ITEM);
  title = label (fixture, "מכתב מקובה אל משפחה בירושלים, ובו רשימת הספרים שנשלחו");
  g_assert_nonnull (title);
  g_assert_cmpint (gtk_widget_get_direction (title), ==, GTK_TEXT_DIR_RTL);
  expect (fixture, "\u2068Item\u2069 · \u2068KJ/2/14\u2069 · \u2068c. 1908?\u2069");
  g_assert_nonnull (label (fixture, "Staff only"));
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Records of the community of Quba"));
  g_assert_nonnull (find (fixture->window, GTK_TYPE_BUTTON, "Letters"));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_PERSON);
  expect (fixture, "Other names");
  g_assert_nonnull (label (fixture, "רחל מזרחי"));
  g_assert_nonnull (label (fixture, "Hebrew"));
  g_assert_nonnull (label (fixture, "Juhuri, Cyrillic"));
  g_assert_nonnull (label (fixture, "\u2068less sure\u2069"));
  g_assert_nonnull (label (fixture, "\u2068Former name\u2069"));
}

static void
test_areas (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_FONDS);
  expect (fixture, "Content and structure");
  g_assert_nonnull (label (fixture, "System of arrangement"));
  g_assert_null (label (fixture, "Accruals"));
  g_assert_null (label (fixture, "Position"));
  g_assert_nonnull (label (fixture, "Hebrew, Russian, Juhuri (Cyrillic), Azerbaijani"));
  g_assert_nonnull (label (fixture, "Revised"));
  g_assert_nonnull (label (fixture, "Shelf mark before 1931"));
  g_assert_nonnull (label (fixture, "12/3 a"));
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_FONDS);
  expect (fixture, "25 October 1917");
  g_assert_nonnull (label (fixture, "\u2068Publication\u2069 · "
                                    "\u20687 November 1917 (25 October 1917 Old Style)\u2069"));
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_FONDS);
  expect (fixture, "The numbers on the folders are those of 1931.");
  g_assert_null (label (fixture, "Номера на папках даны в 1931 году."));
  g_signal_emit_by_name (find (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "русский"), "clicked");
  expect (fixture, "Номера на папках даны в 1931 году.");
  g_assert_null (label (fixture, "The numbers on the folders are those of 1931."));
}

static void
test_language_kept (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_FONDS);
  g_signal_emit_by_name (find (fixture->window, GTK_TYPE_TOGGLE_BUTTON, "русский"), "clicked");
  show (fixture, RECORD_SERIES);
  show (fixture, RECORD_FONDS);
  expect (fixture, "Номера на папках даны в 1931 году.");
}

static void
test_folded (Fixture *fixture, gconstpointer data)
{
  GtkWidget *heading;

  show (fixture, RECORD_FONDS);
  expect (fixture, "By office, then by year.");
  heading = find (fixture->window, GTK_TYPE_BUTTON, "Content and structure");
  gtk_test_accessible_assert_state (heading, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  g_signal_emit_by_name (heading, "clicked");
  g_assert_null (label (fixture, "By office, then by year."));
  gtk_test_accessible_assert_state (heading, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  show (fixture, RECORD_SERIES);
  show (fixture, RECORD_FONDS);
  g_assert_null (label (fixture, "By office, then by year."));
  g_signal_emit_by_name (find (fixture->window, GTK_TYPE_BUTTON, "Content and structure"),
                         "clicked");
  expect (fixture, "By office, then by year.");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link;

  show (fixture, RECORD_FONDS);
  link = find (fixture->window, GTK_TYPE_BUTTON, "Rahel Mizrahi");
  g_assert_nonnull (link);
  gtk_test_accessible_assert_role (link, GTK_ACCESSIBLE_ROLE_LINK);
  g_signal_emit_by_name (link, "clicked");
  g_assert_cmpint (fixture->opened, ==, record_catalogue_find (fixture->catalogue, RECORD_PERSON));
}

static void
test_identifier (Fixture *fixture, gconstpointer data)
{
  GtkWidget *link;

  show (fixture, RECORD_PERSON);
  link = find (fixture->window, GTK_TYPE_LINK_BUTTON, "Q42");
  g_assert_nonnull (link);
  g_assert_cmpstr (gtk_link_button_get_uri (GTK_LINK_BUTTON (link)), ==,
                   "http://www.wikidata.org/entity/Q42");
  show (fixture, RECORD_INSTITUTION);
  expect (fixture, "AZ-AMT");
  g_assert_null (find (fixture->window, GTK_TYPE_LINK_BUTTON, "AZ-AMT"));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_FONDS);
  expect (fixture, "A printer of Baku");
  g_assert_null (find (fixture->window, GTK_TYPE_BUTTON, "A printer of Baku"));
  g_assert_nonnull (label (fixture, "\u2068Publication\u2069 · \u2068not here yet\u2069"));
}

static void
test_children (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  show (fixture, RECORD_SERIES);
  button = find (fixture->window, GTK_TYPE_BUTTON, "Show 14 records inside");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (fixture->opened, ==, fixture->id);
}

static void
test_relations (Fixture *fixture, gconstpointer data)
{
  GtkWidget *more;

  show (fixture, RECORD_PERSON);
  expect (fixture, "Creator of");
  g_assert_nonnull (label (fixture, "Author of"));
  g_assert_nonnull (label (fixture, "Is the parent of"));
  g_assert_nonnull (label (fixture, "Is a member of"));
  more = find (fixture->window, GTK_TYPE_BUTTON, "Show 6 more");
  g_assert_nonnull (more);
  g_assert_null (label (fixture, "Letter no. 31"));
  g_signal_emit_by_name (more, "clicked");
  expect (fixture, "Letter no. 31");
  show (fixture, RECORD_CHILD_OF_PERSON);
  expect (fixture, "Is the child of");
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_PERSON);
  expect (fixture, "family@example.org");
  g_assert_nonnull (label (fixture, "Private"));
  show (fixture, RECORD_RESTRICTED_FILE);
  expect (fixture, "Staff only until \u20682040\u2069, then up for review");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_SERIES);
  expect (fixture, "Letters");
  record_catalogue_retitle (fixture->catalogue, RECORD_SERIES, "Letters and cards");
  expect (fixture, "Letters and cards");
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *title;

  show (fixture, RECORD_PERSON);
  expect (fixture, "Rahel Mizrahi");
  title = label (fixture, "Rahel Mizrahi");
  g_object_add_weak_pointer (G_OBJECT (title), (gpointer *) &title);
  record_catalogue_retitle (fixture->catalogue, RECORD_SERIES, "Letters and cards");
  show (fixture, RECORD_PERSON);
  g_assert_nonnull (title);
  g_object_remove_weak_pointer (G_OBJECT (title), (gpointer *) &title);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  show (fixture, RECORD_PERSON);
  fonds_record_page_show (fixture->page, fixture->catalogue, 999999);
  expect (fixture, "No longer in the catalogue");
  g_assert_cmpint (fonds_record_page_get_shown (fixture->page), ==, 0);
}

static void
test_newest (Fixture *fixture, gconstpointer data)
{
  gint64 first = record_catalogue_find (fixture->catalogue, RECORD_FONDS);

  fonds_record_page_show (fixture->page, fixture->catalogue, first);
  show (fixture, RECORD_PLACE);
  g_assert_nonnull (label (fixture, "Quba"));
  g_assert_null (label (fixture, "Content and structure"));
}

static void
test_matched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsQuery) query = fonds_query_parse ("prices", NULL, NULL);
  FondsMatcher *matcher = fonds_matcher_new (query);
  GtkWidget *text;

  fonds_record_page_set_matcher (fixture->page, matcher);
  fonds_matcher_unref (matcher);
  show (fixture, RECORD_HEBREW_ITEM);
  text = label (fixture, "A list of nineteen books, with their prices in roubles.");
  g_assert_nonnull (text);
  g_assert_nonnull (gtk_label_get_attributes (GTK_LABEL (text)));
  fonds_record_page_set_matcher (fixture->page, NULL);
  text = label (fixture, "A list of nineteen books, with their prices in roubles.");
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (text)));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/record-page/without-a-record-it-says-so-and-is-called-record", "records.tsv", test_empty);
  add ("/record-page/the-head-says-where-it-lies-what-it-is-and-who-may-see-it", "records.tsv",
       test_head);
  add ("/record-page/name-forms-stand-under-their-language-and-script", "records.tsv", test_names);
  add ("/record-page/areas-hide-what-is-empty-and-what-is-machinery", "records.tsv", test_areas);
  add ("/record-page/a-date-is-read-beside-its-wording", "records.tsv", test_dates);
  add ("/record-page/a-text-in-two-languages-is-read-in-one-at-a-time", "records.tsv",
       test_languages);
  add ("/record-page/the-language-that-was-chosen-is-wanted-on-the-next-page", "records.tsv",
       test_language_kept);
  add ("/record-page/an-area-that-was-folded-stays-folded", "records.tsv", test_folded);
  add ("/record-page/a-reference-opens-its-record", "records.tsv", test_link);
  add ("/record-page/an-identifier-leads-to-its-address-if-it-has-one", "records.tsv",
       test_identifier);
  add ("/record-page/a-reference-to-what-is-not-here-yet-says-so", "records.tsv", test_missing);
  add ("/record-page/what-lies-inside-is-counted-and-can-be-shown", "records.tsv", test_children);
  add ("/record-page/relations-are-read-from-either-end", "records.tsv", test_relations);
  add ("/record-page/what-is-not-for-everybody-says-so", "records.tsv", test_private);
  add ("/record-page/a-change-is-shown", "records.tsv", test_changed);
  add ("/record-page/a-change-elsewhere-leaves-the-page-alone", "records.tsv", test_kept);
  add ("/record-page/a-record-that-is-gone-says-so", "records.tsv", test_gone);
  add ("/record-page/the-newest-question-wins", "records.tsv", test_newest);
  add ("/record-page/what-the-search-matched-is-marked", "records.tsv", test_matched);

  return g_test_run ();
}
