/* test-import-listing.c - a dry run tells what becomes of every row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-listing.h"
#include "tests/data/exchange-fixture.h"

static FondsImportReport *
try_all (ExchangeFixture *fixture, const char *text)
{
  fixture->options.dry_run = TRUE;
  fixture->options.list_all = TRUE;
  return exchange_import (fixture, "a.csv", text);
}

static FondsImportListing *
make_listing (guint n)
{
  g_autoptr (GError) error = NULL;
  FondsImportListing *listing = fonds_import_listing_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = g_strdup_printf ("Value %u", i);
      FondsImportLine line = { i % 3 == 0 ? FONDS_IMPORT_REFUSED : FONDS_IMPORT_NEW,
                               (char *) "a.csv", i + 2, i + 2 };

      line.value = value;
      line.name = (char *) (i == 100 ? "שלום Quba" : NULL);
      fonds_import_listing_add (listing, &line);
    }
  fonds_import_listing_finish (listing, &error);
  g_assert_no_error (error);
  return listing;
}

static void
test_every_row (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report =
      try_all (fixture, "id,title,level\n1,Letters,item\n2,Photographs,item\n");
  g_autoptr (GPtrArray) lines = NULL;
  const FondsImportLine *line;

  g_assert_cmpuint (fonds_import_listing_get_n (report->listing), ==, 2);
  lines = fonds_import_listing_read (report->listing, 0, 10, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[1];
  g_assert_cmpint (line->result, ==, FONDS_IMPORT_NEW);
  g_assert_cmpuint (line->row, ==, 3);
  g_assert_cmpstr (line->name, ==, "Photographs");
}

static void
test_every_field (ExchangeFixture *fixture, gconstpointer data)
{
  const char *before = "id,title,level,scopeAndContent\n1,Letters,item,Of 1918\n";
  const char *after = "id,title,level,scopeAndContent\n1,Letters,file,Of 1919\n";
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const FondsImportLine *line;

  fonds_import_report_free (exchange_import (fixture, "a.csv", before));
  report = try_all (fixture, after);
  lines = fonds_import_listing_read (report->listing, 0, 10, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[1];
  g_assert_cmpint (line->result, ==, FONDS_IMPORT_CHANGED);
  g_assert_cmpstr (line->column, ==, "scopeAndContent");
  g_assert_cmpstr (line->before, ==, "Of 1918");
  g_assert_cmpstr (line->value, ==, "Of 1919");
}

static void
test_unchanged (ExchangeFixture *fixture, gconstpointer data)
{
  const char *text = "id,title,level\n1,Letters,item\n";
  g_autoptr (FondsImportReport) report = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  fonds_import_report_free (exchange_import (fixture, "a.csv", text));
  report = try_all (fixture, text);
  lines = fonds_import_listing_read (report->listing, 0, 10, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((FondsImportLine *) lines->pdata[0])->result, ==, FONDS_IMPORT_UNCHANGED);
}

static void
test_not_asked (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (FondsImportReport) report = NULL;

  fixture->options.list_all = TRUE;
  report = exchange_import (fixture, "a.csv", "id,title\n1,Letters\n");
  g_assert_true (report->written);
  g_assert_null (report->listing);
}

static void
test_pieces (void)
{
  g_autoptr (FondsImportListing) listing = make_listing (1000);
  g_autoptr (GPtrArray) lines = fonds_import_listing_read (listing, 60, 10, NULL);

  g_assert_cmpuint (lines->len, ==, 10);
  for (guint i = 0; i < lines->len; i++)
    {
      const FondsImportLine *line = lines->pdata[i];
      g_autofree char *value = g_strdup_printf ("Value %u", 60 + i);

      g_assert_cmpuint (line->row, ==, 62 + i);
      g_assert_cmpstr (line->value, ==, value);
      g_assert_null (line->before);
    }
}

static void
test_end (void)
{
  g_autoptr (FondsImportListing) listing = make_listing (65);
  g_autoptr (GPtrArray) lines = fonds_import_listing_read (listing, 64, G_MAXUINT, NULL);
  g_autoptr (GPtrArray) beyond = fonds_import_listing_read (listing, 65, 10, NULL);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (beyond->len, ==, 0);
}

static void
test_found (void)
{
  g_autoptr (FondsImportListing) listing = make_listing (1000);
  g_autoptr (GArray) refused =
      fonds_import_listing_find (listing, FONDS_IMPORT_REFUSED, "", NULL, NULL);
  g_autoptr (GArray) named =
      fonds_import_listing_find (listing, FONDS_N_IMPORT_RESULTS, " quba  שלום", NULL, NULL);
  g_autoptr (GArray) both =
      fonds_import_listing_find (listing, FONDS_IMPORT_REFUSED, "VALUE 999", NULL, NULL);

  g_assert_cmpuint (refused->len, ==, 334);
  g_assert_cmpuint (g_array_index (refused, guint32, 1), ==, 3);
  g_assert_cmpuint (named->len, ==, 1);
  g_assert_cmpuint (g_array_index (named, guint32, 0), ==, 100);
  g_assert_cmpuint (both->len, ==, 1);
}

static void
test_long (void)
{
  g_autoptr (FondsImportListing) listing = fonds_import_listing_new (NULL);
  g_autofree char *text = g_strnfill (100000, 'x');
  FondsImportLine line = { FONDS_IMPORT_NEW, (char *) "a.csv", 2, 2 };
  g_autoptr (GPtrArray) lines = NULL;

  memcpy (text + 599, "ש", 2);
  line.value = text;
  fonds_import_listing_add (listing, &line);
  fonds_import_listing_finish (listing, NULL);
  lines = fonds_import_listing_read (listing, 0, 1, NULL);
  g_assert_true (g_utf8_validate (((FondsImportLine *) lines->pdata[0])->value, -1, NULL));
}

static void
test_written (void)
{
  g_autoptr (FondsImportListing) listing = make_listing (200);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GArray) found =
      fonds_import_listing_find (listing, FONDS_N_IMPORT_RESULTS, "quba", NULL, NULL);
  g_autoptr (GError) error = NULL;
  const char *text;

  fonds_import_listing_write (listing, found, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  text = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpstr (text, ==,
                   "result,file,row,line,column,value,reason,record,before\n"
                   "new,a.csv,102,102,,Value 100,,שלום Quba,\n");
}

static void
add (const char *path, void (*test) (ExchangeFixture *, gconstpointer))
{
  g_test_add (path, ExchangeFixture, NULL, exchange_fixture_set_up, test,
              exchange_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/import-listing/every-row-is-listed-with-what-becomes-of-it", test_every_row);
  add ("/import-listing/of-a-change-every-field-is-told-before-and-after", test_every_field);
  add ("/import-listing/rows-that-say-the-same-are-listed-too", test_unchanged);
  add ("/import-listing/an-import-that-is-no-dry-run-has-none", test_not_asked);
  g_test_add_func ("/import-listing/any-piece-can-be-read", test_pieces);
  g_test_add_func ("/import-listing/nothing-is-read-beyond-the-end", test_end);
  g_test_add_func ("/import-listing/lines-are-found-by-result-and-words", test_found);
  g_test_add_func ("/import-listing/long-values-are-cut-between-characters", test_long);
  g_test_add_func ("/import-listing/what-was-found-is-written-as-a-table", test_written);

  return g_test_run ();
}
