/* test-import-loss.c - no row is lost without a word
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/error.h"
#include "tests/data/exchange-fixture.h"

#include <sys/stat.h>

#define HEADER "legacyId,title,levelOfDescription,culture\n"

typedef ExchangeFixture Fixture;

static void
a_record_outlives_its_refused_translations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER "1,One,Fonds,en\n1,Un,Fonds,fr\n1,Eins,Fonds,fr\n2,Two,Fonds,en\n");

  assert_counts (report, 2, 0, 0, 2);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 2);
}

static void
a_record_outlives_a_broken_last_translation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      exchange_import (fixture, "a.csv",
                       HEADER "1,One,Fonds,en\n1,Un,Fonds,fr\n1,Bir,Fonds,az,one too many\n");

  assert_counts (report, 1, 0, 0, 1);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 1);
}

static void
an_addition_keeps_what_the_same_import_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) before =
      exchange_import (fixture, "units.csv", HEADER "1,One,Fonds,en\n");
  g_autofree char *units = exchange_write (fixture, "units.csv", HEADER "1,Changed,Fonds,en\n");
  g_autofree char *events =
      exchange_write (fixture, "events.csv",
                      "legacyId,eventActorName,eventType,culture\n1,Anna Levi,Creation,en\n");
  g_autofree char *more =
      exchange_write (fixture, "more-events.csv",
                      "legacyId,eventActorName,eventType,culture\n1,Baruch,Collection,en\n");
  const char *const paths[] = { units, events, more, NULL };
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (FondsDocument) unit = NULL;

  fixture->options.source = "units";
  report = exchange_import_paths (fixture, paths);
  unit = exchange_find (fixture, FONDS_KIND_UNIT, "1");
  g_assert_cmpstr (fonds_body_text (unit->body, "title"), ==, "Changed");
  g_assert_cmpuint (fonds_body_n_values (unit->body, "creator"), ==, 2);
}

static char *
make_rows (guint n, const char *title)
{
  GString *rows = g_string_new (HEADER);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%u,%s %u,Fonds,en\n", i, title, i);
  return g_string_free (rows, FALSE);
}

/* More than are written down at a time, and some left over. */
static void
all_of_many_changes_are_done (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make_rows (1100, "Before");
  g_autofree char *after = make_rows (1100, "After");
  g_autoptr (FondsImportReport) first = NULL;
  g_autoptr (FondsImportReport) second = NULL;
  g_autoptr (FondsImportReport) third = NULL;

  fixture->options.source = "a";
  first = exchange_import (fixture, "a.csv", before);
  second = exchange_import (fixture, "a.csv", after);
  third = exchange_import (fixture, "a.csv", after);
  g_assert_cmpuint (fonds_import_report_total (first, FONDS_IMPORT_NEW), ==, 1100);
  g_assert_cmpuint (fonds_import_report_total (second, FONDS_IMPORT_CHANGED), ==, 1100);
  g_assert_cmpuint (fonds_import_report_total (third, FONDS_IMPORT_UNCHANGED), ==, 1100);
}

/* Another program writes the file between the two passes. */
static void
rewrite_cb (FondsImportStage stage, guint64 done, guint64 total, guint64 rows, gpointer data)
{
  g_file_set_contents (data, HEADER "7,Seven,Fonds,en\n", -1, NULL);
}

static void
a_file_that_changes_while_it_is_read_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (HEADER);
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (rows, "%u,A unit,Fonds,en\n", i);
  paths[0] = path = exchange_write (fixture, "a.csv", rows->str);
  fixture->options.progress = rewrite_cb;
  fixture->options.progress_data = path;
  g_assert_null (exchange_try_paths (fixture, paths, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ);
  g_assert_cmpuint (exchange_count (fixture, FONDS_KIND_UNIT), ==, 0);
}

static void
a_pipe_is_refused_and_not_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->base.folder, "pipe", NULL);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (exchange_try_paths (fixture, paths, &error));
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_READ);
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
  add ("/bug/a-record-outlives-its-refused-translations",
       a_record_outlives_its_refused_translations);
  add ("/bug/a-record-outlives-a-broken-last-translation",
       a_record_outlives_a_broken_last_translation);
  add ("/bug/an-addition-keeps-what-the-same-import-changed",
       an_addition_keeps_what_the_same_import_changed);
  add ("/import/all-of-many-changes-are-done", all_of_many_changes_are_done);
  add ("/bug/a-file-that-changes-while-it-is-read-is-refused",
       a_file_that_changes_while_it_is_read_is_refused);
  add ("/bug/a-pipe-is-refused-and-not-waited-for", a_pipe_is_refused_and_not_waited_for);
  return g_test_run ();
}
