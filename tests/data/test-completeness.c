/* test-completeness.c - what is said to be missing is missing, and nothing else
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/completeness.h"
#include "data/catalogue/field.h"
#include "data/exchange/completeness-csv.h"
#include "tests/data/catalogue-fixture.h"

#include <string.h>

#define UID(digit) "018f0000-0000-7000-8000-00000000000" digit

static FondsCompleteness *
report_with (CatalogueFixture *fixture, const FondsCompletenessOptions *options)
{
  g_autoptr (GError) error = NULL;
  FondsCompleteness *report = fonds_completeness_run (fixture->catalogue, options, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static FondsCompleteness *
report_on (CatalogueFixture *fixture)
{
  return report_with (fixture, NULL);
}

static gint64
create (CatalogueFixture *fixture, FondsBody *body)
{
  gint64 id = catalogue_fixture_create (fixture, body);

  fonds_body_free (body);
  return id;
}

static FondsBody *
unit (const char *title, const char *uid, const char *parent)
{
  FondsBody *body = fonds_body_new (FONDS_KIND_UNIT);

  if (title != NULL)
    fonds_body_add_text (body, "title", title, NULL);
  if (uid != NULL)
    fonds_body_set_uid (body, uid);
  if (parent != NULL)
    fonds_body_add_ref (body, "parent", parent);
  return body;
}

static FondsBody *
authority (FondsKind kind, const char *name, const char *uid)
{
  FondsBody *body = fonds_body_new (kind);

  fonds_body_add_text (body, "name", name, NULL);
  fonds_body_set_uid (body, uid);
  return body;
}

static gboolean
has (const FondsCompleteness *report,
     FondsGapSort sort,
     FondsKind kind,
     const char *field,
     gint64 id)
{
  const FondsGap *gap = fonds_completeness_find (report, sort, kind, field);

  return gap != NULL && fonds_bitset_contains (gap->records, (guint32) id);
}

static void
test_essential (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 with = create (fixture, unit ("Letters", NULL, NULL));
  gint64 without = create (fixture, unit (NULL, NULL, NULL));
  g_autoptr (FondsCompleteness) report = report_on (fixture);

  g_assert_true (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "title", without));
  g_assert_false (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "title", with));
  g_assert_true (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "level", with));
  g_assert_null (
      fonds_completeness_find (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "scopeAndContent"));
  g_assert_cmpuint (report->n_records, ==, 2);
  g_assert_cmpuint (report->n_with_gaps, ==, 2);
}

static void
test_empty (CatalogueFixture *fixture, gconstpointer data)
{
  g_autoptr (FondsCompleteness) report = report_on (fixture);

  g_assert_cmpuint (report->gaps->len, ==, 0);
  g_assert_cmpuint (report->n_with_gaps, ==, 0);
}

static void
test_inherited (CatalogueFixture *fixture, gconstpointer data)
{
  FondsBody *fonds = unit ("Records", UID ("1"), NULL);
  gint64 child, stray;
  g_autoptr (FondsCompleteness) report = NULL;

  fonds_body_add_text (fonds, "creator", "The community", NULL);
  create (fixture, fonds);
  create (fixture, unit ("Letters", UID ("2"), UID ("1")));
  child = create (fixture, unit ("A letter", UID ("3"), UID ("2")));
  stray = create (fixture, unit ("A photograph", UID ("4"), NULL));
  report = report_on (fixture);
  g_assert_false (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "creator", child));
  g_assert_true (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "creator", stray));
  g_assert_true (has (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "level", child));
}

static gint64
add_dated (CatalogueFixture *fixture, const char *wording, const char *edtf)
{
  FondsBody *body = unit ("Dated", NULL, NULL);
  FondsValue *value = fonds_body_add_text (body, "dates", wording, NULL);

  fonds_body_set (body, value, FONDS_ATTR_EDTF, edtf);
  return create (fixture, body);
}

static void
test_dates (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 understood = add_dated (fixture, "about 1918", "1918~");
  gint64 obscure = add_dated (fixture, "in the days of the khan", NULL);
  g_autoptr (FondsCompleteness) report = report_on (fixture);

  g_assert_true (has (report, FONDS_GAP_UNPLACED_DATE, FONDS_KIND_UNIT, NULL, obscure));
  g_assert_false (has (report, FONDS_GAP_UNPLACED_DATE, FONDS_KIND_UNIT, NULL, understood));
  g_assert_null (fonds_completeness_find (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "dates"));
}

static gint64
add_coded (CatalogueFixture *fixture, const char *code, const char *parent, const char *repository)
{
  FondsBody *body = unit ("Coded", NULL, parent);

  fonds_body_add_text (body, "referenceCode", code, NULL);
  if (repository != NULL)
    fonds_body_add_ref (body, "repository", repository);
  return create (fixture, body);
}

static void
test_clashes (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 one, same, other, elsewhere, at_top;
  g_autoptr (FondsCompleteness) report = NULL;

  create (fixture, unit ("Records", UID ("1"), NULL));
  create (fixture, unit ("Papers", UID ("2"), NULL));
  one = add_coded (fixture, "1/a", UID ("1"), NULL);
  same = add_coded (fixture, "1/a", UID ("1"), NULL);
  other = add_coded (fixture, "1/b", UID ("1"), NULL);
  elsewhere = add_coded (fixture, "1/a", UID ("2"), NULL);
  at_top = add_coded (fixture, "1/a", NULL, NULL);
  report = report_on (fixture);
  g_assert_true (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, one));
  g_assert_true (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, same));
  g_assert_false (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, other));
  g_assert_false (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, elsewhere));
  g_assert_false (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, at_top));
}

static void
test_repositories (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 here, there, again;
  g_autoptr (FondsCompleteness) report = NULL;

  create (fixture, authority (FONDS_KIND_INSTITUTION, "Archive", UID ("1")));
  create (fixture, authority (FONDS_KIND_INSTITUTION, "Museum", UID ("2")));
  here = add_coded (fixture, "7", NULL, UID ("1"));
  there = add_coded (fixture, "7", NULL, UID ("2"));
  again = add_coded (fixture, "7", NULL, UID ("2"));
  report = report_on (fixture);
  g_assert_false (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, here));
  g_assert_true (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, there));
  g_assert_true (has (report, FONDS_GAP_CLASH, FONDS_KIND_UNIT, NULL, again));
}

static void
test_broken (CatalogueFixture *fixture, gconstpointer data)
{
  FondsBody *body = unit ("Letters", NULL, NULL);
  gint64 fine, broken;
  g_autoptr (FondsCompleteness) report = NULL;

  create (fixture, authority (FONDS_KIND_PERSON, "Shimon", UID ("1")));
  fonds_body_add_ref (body, "creator", UID ("1"));
  fine = create (fixture, body);
  body = unit ("Photographs", NULL, NULL);
  fonds_body_add_ref (body, "creator", UID ("9"));
  broken = create (fixture, body);
  report = report_on (fixture);
  g_assert_true (has (report, FONDS_GAP_BROKEN_LINK, FONDS_KIND_UNIT, NULL, broken));
  g_assert_false (has (report, FONDS_GAP_BROKEN_LINK, FONDS_KIND_UNIT, NULL, fine));
}

static void
test_broken_beside (CatalogueFixture *fixture, gconstpointer data)
{
  FondsBody *relation = fonds_body_new (FONDS_KIND_RELATION);
  gint64 person = create (fixture, authority (FONDS_KIND_PERSON, "Shimon", UID ("1")));
  g_autoptr (FondsCompleteness) report = NULL;

  fonds_body_add_ref (relation, "subject", UID ("1"));
  fonds_body_add_ref (relation, "object", UID ("9"));
  create (fixture, relation);
  report = report_on (fixture);
  g_assert_true (has (report, FONDS_GAP_BROKEN_LINK, FONDS_KIND_PERSON, NULL, person));
}

static void
test_unused (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 used = create (fixture, authority (FONDS_KIND_PERSON, "Shimon", UID ("1")));
  gint64 unused = create (fixture, authority (FONDS_KIND_PERSON, "Nobody", UID ("2")));
  FondsBody *body = unit ("Letters", NULL, NULL);
  g_autoptr (FondsCompleteness) report = NULL;

  fonds_body_add_ref (body, "creator", UID ("1"));
  create (fixture, body);
  report = report_on (fixture);
  g_assert_true (has (report, FONDS_GAP_UNUSED, FONDS_KIND_PERSON, NULL, unused));
  g_assert_false (has (report, FONDS_GAP_UNUSED, FONDS_KIND_PERSON, NULL, used));
}

static gint64
add_file (CatalogueFixture *fixture, const char *field, const char *where)
{
  FondsBody *body = unit ("Picture", NULL, NULL);

  fonds_body_add_text (body, field, where, NULL);
  return create (fixture, body);
}

static void
test_files (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 there = add_file (fixture, "digitalObjectPath", "a.fonds");
  gint64 gone = add_file (fixture, "digitalObjectPath", "gone/scan.tif");
  gint64 on_network = add_file (fixture, "digitalObject", "https://example.org/scan.tif");
  gint64 lost = add_file (fixture, "digitalObject", "file:///no/such/scan.tif");
  g_autoptr (FondsCompleteness) report = report_on (fixture);

  g_assert_false (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, there));
  g_assert_true (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, gone));
  g_assert_false (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, on_network));
  g_assert_true (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, lost));
}

static gboolean
reach_cb (const FondsValue *value, gpointer data)
{
  return g_strcmp0 (value->attr[FONDS_ATTR_SOURCE], data) == 0;
}

static gint64
add_kept (CatalogueFixture *fixture, const char *source)
{
  FondsBody *body = unit ("Picture", NULL, NULL);
  FondsValue *value = fonds_body_add (body, "digitalObjectFile");

  fonds_body_set (body, value, FONDS_ATTR_SOURCE, source);
  fonds_body_add_text (body, "digitalObjectPath", "where/it/came/from.tif", NULL);
  return create (fixture, body);
}

static void
test_kept_files (CatalogueFixture *fixture, gconstpointer data)
{
  const FondsCompletenessOptions options = { .reach = reach_cb, .reach_data = "sha256:aa" };
  gint64 there = add_kept (fixture, "sha256:aa");
  gint64 gone = add_kept (fixture, "sha256:bb");
  g_autoptr (FondsCompleteness) report = report_with (fixture, &options);

  g_assert_false (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, there));
  g_assert_true (has (report, FONDS_GAP_UNREACHABLE_FILE, FONDS_KIND_UNIT, NULL, gone));
}

static void
test_cancelled (CatalogueFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  create (fixture, unit ("Letters", NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (fonds_completeness_run (fixture->catalogue, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_list (CatalogueFixture *fixture, gconstpointer data)
{
  gint64 first = create (fixture, unit (NULL, NULL, NULL));
  gint64 second = create (fixture, unit (NULL, NULL, NULL));
  g_autoptr (FondsCompleteness) report = report_on (fixture);
  const FondsGap *gap =
      fonds_completeness_find (report, FONDS_GAP_ESSENTIAL, FONDS_KIND_UNIT, "title");
  g_autoptr (GArray) ids = fonds_gap_list (gap);

  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpuint (g_array_index (ids, guint32, 0), ==, first);
  g_assert_cmpuint (g_array_index (ids, guint32, 1), ==, second);
}

static void
test_csv (CatalogueFixture *fixture, gconstpointer data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FondsCompleteness) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  add_dated (fixture, "in the days of the khan", NULL);
  report = report_on (fixture);
  fonds_completeness_write_csv (report, fixture->catalogue, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  text = g_strdup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_nonnull (strstr (text, "date,unit,,"));
  g_assert_nonnull (strstr (text, ",Dated,in the days of the khan,"));
}

static void
test_csv_over_catalogue (CatalogueFixture *fixture, gconstpointer data)
{
  g_autoptr (FondsCompleteness) report = report_on (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      fonds_completeness_save_csv (report, fixture->catalogue, fixture->path, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  fonds_completeness_unref (g_steal_pointer (&report));
  report = report_on (fixture);
  g_assert_cmpuint (report->n_records, ==, 0);
}

static void
add (const char *path, void (*test) (CatalogueFixture *, gconstpointer))
{
  g_test_add (path, CatalogueFixture, NULL, catalogue_fixture_set_up, test,
              catalogue_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/completeness/an-empty-catalogue-lacks-nothing", test_empty);
  add ("/completeness/an-essential-field-without-a-value-is-a-gap", test_essential);
  add ("/completeness/what-a-unit-above-says-is-not-missing-below", test_inherited);
  add ("/completeness/a-date-without-a-place-in-time-is-a-gap", test_dates);
  add ("/completeness/the-same-code-among-siblings-clashes", test_clashes);
  add ("/completeness/repositories-may-use-the-same-codes", test_repositories);
  add ("/completeness/a-reference-to-what-is-not-here-is-broken", test_broken);
  add ("/completeness/a-relation-to-what-is-not-here-is-told-at-its-other-end", test_broken_beside);
  add ("/completeness/an-authority-that-nothing-refers-to-is-told", test_unused);
  add ("/completeness/files-that-are-not-there-are-told", test_files);
  add ("/completeness/files-kept-with-the-catalogue-are-asked-for", test_kept_files);
  add ("/completeness/a-report-that-is-stopped-says-so", test_cancelled);
  add ("/completeness/a-gap-lists-its-records-in-order", test_list);
  add ("/completeness/the-table-says-what-exactly-is-the-matter", test_csv);
  add ("/completeness/a-table-never-takes-a-catalogues-place", test_csv_over_catalogue);

  return g_test_run ();
}
