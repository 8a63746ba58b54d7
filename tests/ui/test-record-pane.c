/* test-record-pane.c - what can be done with the record that is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/page-fixture.h"

#include "ui/record-pane.h"


/* Puts the pane in place of the bare page. */
static FondsRecordPane *
make_pane (Fixture *fixture)
{
  FondsRecordPane *pane = g_object_new (FONDS_TYPE_RECORD_PANE, NULL);

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (pane));
  fixture->page = fonds_record_pane_get_page (pane);
  return pane;
}

static gboolean
act (FondsRecordPane *pane, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (pane), action, NULL);
}

typedef struct
{
  gboolean answered;
  char *text;
} Paste;

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Paste *paste = data;

  paste->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  paste->answered = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Paste *) data)->answered;
}

static char *
paste (FondsRecordPane *pane)
{
  Paste paste = { FALSE, NULL };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (pane)), NULL, pasted_cb,
                                 &paste);
  wait_until (is_answered, &paste);
  return paste.text;
}

static void
test_citation (Fixture *fixture, gconstpointer data)
{
  FondsRecordPane *pane = make_pane (fixture);
  g_autofree char *citation = NULL;

  show (fixture, RECORD_SERIES);
  act (pane, "record.copy-citation");
  citation = paste (pane);
  g_assert_cmpstr (citation, ==,
                   "Letters, 1890-1924. Series, Records of the community of Quba, KJ/2. Archive of "
                   "the Mountain Towns. fonds:018f0000-0000-7000-8000-000000000002");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  FondsRecordPane *pane = make_pane (fixture);
  g_autofree char *link = NULL;

  show (fixture, RECORD_PERSON);
  act (pane, "record.copy-link");
  link = paste (pane);
  g_assert_cmpstr (link, ==, "fonds:018f0000-0000-7000-8000-000000000006");
}

static void
test_siblings (Fixture *fixture, gconstpointer data)
{
  FondsRecordPane *pane = make_pane (fixture);
  gint64 item = record_catalogue_find (fixture->catalogue, RECORD_HEBREW_ITEM);

  show (fixture, RECORD_HEBREW_ITEM);
  expect (fixture, "13 of 14");
  act (pane, "record.next");
  g_assert_cmpint (fixture->opened, ==, item + 1);
  act (pane, "record.previous");
  g_assert_cmpint (fixture->opened, ==, item - 1);
}

static void
test_no_siblings (Fixture *fixture, gconstpointer data)
{
  FondsRecordPane *pane = make_pane (fixture);

  show (fixture, RECORD_PERSON);
  fixture->opened = 0;
  act (pane, "record.next");
  act (pane, "record.previous");
  g_assert_cmpint (fixture->opened, ==, 0);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  FondsRecordPane *pane = make_pane (fixture);

  /* None of them may ask a record that is not there. */
  act (pane, "record.copy-citation");
  act (pane, "record.copy-link");
  act (pane, "record.print");
  act (pane, "record.save-pdf");
  act (pane, "record.next");
  g_assert_null (fonds_record_page_get_record (fixture->page));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/record-pane/a-citation-is-copied", "records.tsv", test_citation);
  add ("/record-pane/the-permanent-link-is-copied", "records.tsv", test_link);
  add ("/record-pane/the-records-before-and-after-are-a-step-away", "records.tsv", test_siblings);
  add ("/record-pane/what-has-no-neighbours-has-no-steps", "records.tsv", test_no_siblings);
  add ("/record-pane/without-a-record-nothing-can-be-done", "records.tsv", test_nothing);

  return g_test_run ();
}
