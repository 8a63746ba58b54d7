/* test-csv-dialect.c - how a table of text separates its cells and lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/csv-dialect.h"

#include <string.h>

static FondsCsvDialect
guess (const char *sample, gboolean whole)
{
  FondsCsvDialect dialect = { 0 };

  fonds_csv_dialect_guess (&dialect, sample, strlen (sample), whole);
  return dialect;
}

static void
assert_separator (const char *sample, char expected)
{
  g_assert_cmpint (guess (sample, TRUE).separator, ==, expected);
}

static void
test_separator (void)
{
  assert_separator ("a,b,c\n1,2,3\n", ',');
  assert_separator ("a;b;c\n1,5;2,5;3,5\n", ';');
  assert_separator ("a\tb, c\td\n1\t2, 3\t4\n", '\t');
  assert_separator ("a|b\n1, 2|3\n", '|');
  assert_separator ("\"a, b\";\"c\"\n\"1\";\"2, 3\"\n", ';');
  assert_separator ("title\nMinutes\n", ',');
  assert_separator ("", ',');
}

/* AtoM joins values with bars, and people put semicolons into texts. */
static void
test_separator_within_cells (void)
{
  assert_separator ("id,subjects,places\n1,x|y|z,p|q\n2,x|y|z,p|q\n", ',');
  assert_separator ("id,note\n1,one; two; three; four\n2,one; two; three; four\n", ',');
  assert_separator ("id,note,x\n1,\"a;b;c;d\n;;;\n;;;\",x\n2,\"a;b;c;d\n;;;\n;;;\",y\n", ',');
}

static void
test_title_above_the_table (void)
{
  assert_separator ("Report of the archive 2016\n\na;b;c\n1;2;3\n4;5;6\n", ';');
}

/* The cut goes through a record; its few cells must not count. */
static void
test_cut_sample (void)
{
  FondsCsvDialect dialect = guess ("a;b;c\n1;2;3\n4", FALSE);

  g_assert_cmpint (dialect.separator, ==, ';');
  dialect = guess ("a;b;c\n1;2;\"open, and, so, on", FALSE);
  g_assert_cmpint (dialect.separator, ==, ';');
}

static void
test_line_end (void)
{
  g_assert_cmpint (guess ("a,b\nc,d\r\n", TRUE).line_end, ==, FONDS_CSV_LINE_END_LF);
  g_assert_cmpint (guess ("\"a\nb\",c\r\nd,e\r\n", TRUE).line_end, ==, FONDS_CSV_LINE_END_CRLF);
  g_assert_cmpint (guess ("\"a\r\nb\",c\rd,e\r", TRUE).line_end, ==, FONDS_CSV_LINE_END_CR);
  g_assert_cmpint (guess ("\"a\r\"\"b\",c\nd,e\n", TRUE).line_end, ==, FONDS_CSV_LINE_END_LF);
  g_assert_cmpint (guess ("a,b", TRUE).line_end, ==, FONDS_CSV_LINE_END_LF);
}

static void
test_header (void)
{
  g_assert_cmpint (guess ("ref,title\n1,a\n", TRUE).header, ==, FONDS_CSV_HEADER_PRESENT);
  g_assert_cmpint (guess ("\nref,title\n1,a\n", TRUE).header, ==, FONDS_CSV_HEADER_PRESENT);
  g_assert_cmpint (guess ("1,a\n2,b\n", TRUE).header, ==, FONDS_CSV_HEADER_ABSENT);
  g_assert_cmpint (guess ("a,1918-01-01\nb,1919\n", TRUE).header, ==, FONDS_CSV_HEADER_ABSENT);
  g_assert_cmpint (guess ("a,a\nb,c\n", TRUE).header, ==, FONDS_CSV_HEADER_ABSENT);
  g_assert_cmpint (guess (",,,x\nb,c,d,e\n", TRUE).header, ==, FONDS_CSV_HEADER_ABSENT);
  g_assert_cmpint (guess ("", TRUE).header, ==, FONDS_CSV_HEADER_ABSENT);
}

static void
test_hint (void)
{
  FondsCsvDialect dialect = guess ("sep=;\r\nref;title\r\n", TRUE);

  g_assert_true (dialect.hint);
  g_assert_cmpint (dialect.separator, ==, ';');
  g_assert_cmpint (dialect.header, ==, FONDS_CSV_HEADER_PRESENT);
  g_assert_false (guess ("sep=,title\n", TRUE).hint);
  g_assert_false (guess ("sep", TRUE).hint);
}

static void
test_known_stays (void)
{
  FondsCsvDialect dialect = { ';', FONDS_CSV_LINE_END_CR, FONDS_CSV_HEADER_ABSENT, FALSE };

  fonds_csv_dialect_guess (&dialect, "a,b\nc,d\n", 8, TRUE);
  g_assert_cmpint (dialect.separator, ==, ';');
  g_assert_cmpint (dialect.line_end, ==, FONDS_CSV_LINE_END_CR);
  g_assert_cmpint (dialect.header, ==, FONDS_CSV_HEADER_ABSENT);
}

static void
test_describe (void)
{
  FondsCsvDialect dialect = { ';', FONDS_CSV_LINE_END_CRLF, FONDS_CSV_HEADER_PRESENT, FALSE };
  FondsCsvDialect odd = { ':', FONDS_CSV_LINE_END_CR, FONDS_CSV_HEADER_ABSENT, FALSE };
  g_autofree char *usual_text = fonds_csv_dialect_describe (&dialect);
  g_autofree char *odd_text = fonds_csv_dialect_describe (&odd);

  g_assert_cmpstr (usual_text, ==,
                   "semicolons between the cells; lines end as on Windows (CR LF); the first "
                   "record has the column names");
  g_assert_cmpstr (odd_text, ==,
                   "“:” between the cells; lines end as on old Macintoshes (CR); there are no "
                   "column names");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-dialect/the-separator-is-the-one-under-which-records-agree",
                   test_separator);
  g_test_add_func ("/csv-dialect/separators-within-cells-do-not-mislead",
                   test_separator_within_cells);
  g_test_add_func ("/csv-dialect/a-title-above-the-table-does-not-mislead",
                   test_title_above_the_table);
  g_test_add_func ("/csv-dialect/a-record-cut-off-by-the-sample-does-not-mislead", test_cut_sample);
  g_test_add_func ("/csv-dialect/the-first-end-outside-quotes-says-how-lines-end", test_line_end);
  g_test_add_func ("/csv-dialect/figures-repeats-and-gaps-are-no-column-names", test_header);
  g_test_add_func ("/csv-dialect/the-hint-for-excel-is-obeyed", test_hint);
  g_test_add_func ("/csv-dialect/what-is-known-is-not-guessed", test_known_stays);
  g_test_add_func ("/csv-dialect/a-dialect-can-be-said-in-words", test_describe);

  return g_test_run ();
}
