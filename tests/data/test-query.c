/* test-query.c - what a person types is understood, printed back, or refused with advice
 *
 * A tree is compared as it is printed; brackets in the expectations show what binds how.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/error.h"
#include "data/search/matcher.h"
#include "data/search/query-private.h"
#include "data/search/query-sql.h"
#include "data/search/query.h"
#include "data/text/date.h"

#include <string.h>

/* A tree as nested lists: and (…), or (…), not (…), field:text*, "phrase". */
static void
draw (const FondsNode *node, GString *out)
{
  static const char *const names[] = { "and", "or", "not" };

  if (node->children == NULL)
    {
      if (node->type == FONDS_NODE_RECORD)
        g_string_append (out, "record ");
      if (node->field != NULL)
        g_string_append_printf (out, node->type == FONDS_NODE_FILTER ? "[%s]" : "%s:", node->field);
      g_string_append_printf (out, node->quoted ? "\"%s\"" : "%s", node->text);
      g_string_append (out, node->prefix ? "*" : "");
      return;
    }
  g_string_append_printf (out, "%s (", names[node->type]);
  for (guint i = 0; i < node->children->len; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      draw (g_ptr_array_index (node->children, i), out);
    }
  g_string_append_c (out, ')');
}

static char *
drawing (const FondsQuery *query)
{
  GString *out = g_string_new (NULL);

  if (query->root != NULL)
    draw (query->root, out);
  return g_string_free (out, FALSE);
}

/* Also reads back what is printed. */
static void
assert_tree (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsQuery) query = fonds_query_parse (text, NULL, &error);
  g_autoptr (FondsQuery) again = NULL;
  g_autofree char *found = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *reprinted = NULL;
  g_autofree char *refound = NULL;

  g_assert_no_error (error);
  found = drawing (query);
  g_assert_cmpstr (found, ==, expected);
  printed = fonds_query_to_string (query);
  again = fonds_query_parse (printed, NULL, &error);
  g_assert_no_error (error);
  reprinted = fonds_query_to_string (again);
  g_assert_cmpstr (reprinted, ==, printed);
  refound = drawing (again);
  g_assert_cmpstr (refound, ==, expected);
}

static void
assert_complaint (const char *text, guint expected, const char *advice)
{
  g_autoptr (GError) error = NULL;
  guint position = 12345;
  FondsQuery *query = fonds_query_parse (text, &position, &error);

  g_assert_null (query);
  g_assert_error (error, FONDS_SEARCH_ERROR, FONDS_SEARCH_ERROR_SYNTAX);
  g_assert_cmpuint (position, ==, expected);
  g_assert_nonnull (strstr (error->message, advice));
}

static void
words_are_all_wanted (void)
{
  assert_tree ("quba synagogue ", "and (quba, synagogue)");
  assert_tree ("  quba   synagogue ", "and (quba, synagogue)");
}

static void
the_last_word_may_go_on_until_a_space_follows (void)
{
  assert_tree ("quba syn", "and (quba, syn*)");
  assert_tree ("quba syn ", "and (quba, syn)");
  assert_tree ("syn* quba ", "and (syn*, quba)");
}

static void
a_phrase_stands_in_quotes (void)
{
  assert_tree ("\"red town\" quba ", "and (\"red town\", quba)");
  assert_tree ("“red town” ", "\"red town\"");
  assert_tree ("\"red tow\"* x ", "and (\"red tow\"*, x)");
}

static void
a_phrase_that_is_still_typed_is_taken_as_far_as_it_goes (void)
{
  assert_tree ("\"red tow", "\"red tow\"*");
}

static void
a_quote_inside_a_word_belongs_to_it (void)
{
  assert_tree ("צה\"ל ", "צה\"ל");
  assert_tree ("\"חיל צה\"ל ביום\" ", "\"חיל צה\"ל ביום\"");
}

static void
a_minus_rules_out_and_stands_before_what_it_rules_out (void)
{
  assert_tree ("quba -baku ", "and (quba, not (baku))");
  assert_tree ("-\"red town\" ", "not (\"red town\")");
  assert_tree ("quba -baku", "and (quba, not (baku))");
  assert_tree ("well-known - fact ", "and (well-known, -, fact)");
  assert_tree ("-(-a) ", "not (not (a))");
  assert_tree ("-(a", "not (a*)");
  assert_tree ("-(-", "not (-*)");
}

static void
or_binds_less_than_standing_side_by_side (void)
{
  assert_tree ("a b OR c d ", "or (and (a, b), and (c, d))");
  assert_tree ("a (b OR c) d ", "and (a, or (b, c), d)");
  assert_tree ("a or b ", "and (a, or, b)");
  assert_tree ("a \"OR\" b ", "and (a, \"OR\", b)");
  assert_tree ("a OR*", "and (a, OR*)");
}

static void
what_is_open_at_the_end_is_closed_there (void)
{
  assert_tree ("a (b OR c", "and (a, or (b, c*))");
  assert_tree ("a OR", "a");
  assert_tree ("a title:", "a");
  assert_tree ("a kind:", "a");
  assert_tree ("()", "");
  assert_tree ("a ()", "a");
}

static void
a_bracket_inside_a_word_is_a_letter_of_it (void)
{
  assert_tree ("f(x) y) ", "and (f(x), y))");
}

static void
a_field_says_where_its_words_are (void)
{
  assert_tree ("title:quba", "title:quba*");
  assert_tree ("title:\"red town\" x ", "and (title:\"red town\", x)");
  assert_tree ("scopeAndContent:letter ", "scopeAndContent:letter");
  assert_tree ("-title:quba ", "not (title:quba)");
}

static void
a_word_before_a_colon_that_is_no_field_is_a_word (void)
{
  assert_tree ("Foo:bar ", "Foo:bar");
  assert_tree ("Foo: bar ", "and (Foo:, bar)");
  assert_tree ("title: bar ", "and (title:, bar)");
  assert_tree ("http://example.org ", "http://example.org");
}

static void
a_filter_looks_at_facts (void)
{
  assert_tree ("kind:person quba ", "and ([kind]person, quba)");
  assert_tree ("KIND:Person x ", "and ([KIND]Person, x)");
  assert_tree ("level:\"sub series\" x ", "and ([level]\"sub series\", x)");
  assert_tree ("under:F-1/2 x ", "and ([under]F-1/2, x)");
  assert_tree ("has:image -has:date x ", "and ([has]image, not ([has]date), x)");
  assert_tree ("access:staff x ", "and ([access]staff, x)");
}

static void
a_link_or_a_uid_is_a_record (void)
{
  assert_tree ("0190a0b0-1111-7222-8333-444455556666",
               "record 0190a0b0-1111-7222-8333-444455556666");
  assert_tree ("fonds:0190a0b0-1111-7222-8333-444455556666 x ",
               "and (record fonds:0190a0b0-1111-7222-8333-444455556666, x)");
  assert_tree ("x -(FONDS:0190A0B0-1111-7222-8333-444455556666)",
               "and (x, not (record fonds:0190a0b0-1111-7222-8333-444455556666))");
  assert_tree ("\"0190a0b0-1111-7222-8333-444455556666\" ",
               "\"0190a0b0-1111-7222-8333-444455556666\"");
  assert_tree ("0190a0b0-1111-7222-8333-44445555666", "0190a0b0-1111-7222-8333-44445555666*");
  assert_tree ("fonds:series", "fonds:series*");
}

static void
assert_days (const char *text, gint64 from, gint64 to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsQuery) query = fonds_query_parse (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (query->root->from, ==, from);
  g_assert_cmpint (query->root->to, ==, to);
}

static void
a_date_is_a_day_a_year_or_a_range (void)
{
  gint64 first = fonds_day_from_gregorian (1918, 1, 1);
  gint64 last = fonds_day_from_gregorian (1923, 12, 31);

  assert_days ("date:1918", first, fonds_day_from_gregorian (1918, 12, 31));
  assert_days ("date:1918..1923", first, last);
  assert_days ("date:1918..", first, FONDS_DAY_LATEST);
  assert_days ("date:..1923", FONDS_DAY_EARLIEST, last);
  assert_days ("date:1918/1923", first, last);
  assert_days ("date:191X", fonds_day_from_gregorian (1910, 1, 1),
               fonds_day_from_gregorian (1919, 12, 31));
}

static void
a_wrong_query_says_where_and_what_to_do (void)
{
  assert_complaint ("quba kind:persn", 10, "Write one of: unit, person");
  assert_complaint ("א ב access:open x", 11, "public");
  assert_complaint ("has:legs", 4, "image");
  assert_complaint ("date:yesterday", 5, "1918..1923");
  assert_complaint ("date:1923..1918", 5, "earlier date first");
  assert_complaint ("date:..", 5, "no date");
  assert_complaint ("OR a", 0, "missing beside");
  assert_complaint ("a OR OR b", 2, "missing beside");
  assert_complaint ("(a OR ) b", 3, "missing beside");
  assert_complaint ("level:\"\" b", 6, "level:");
}

static void
what_no_person_types_is_refused (void)
{
  g_autofree char *longest = g_strnfill (20000, 'a');
  g_autofree char *deepest = g_strnfill (500, '(');

  assert_complaint (longest, 0, "too long");
  assert_complaint (deepest, 12, "fewer brackets");
}

static void
nothing_that_is_typed_reaches_fts5_but_in_quotes (void)
{
  g_autoptr (FondsQuery) query =
      fonds_query_parse ("NEAR(a b) AND* {x}:y ^z a\"b title:\"p\"q r\" ", NULL, NULL);
  g_autofree char *match = fonds_match_say (query->root, 0);

  g_assert_cmpstr (match, ==,
                   "((\"NEAR(a\" AND \"b)\" AND \"AND\" * AND \"{x}:y\" AND \"^z\" AND \"a\"\"b\""
                   " AND { title name} : \"p\"\"q r\"))");
}

static void
what_rules_out_is_said_after_what_is_wanted (void)
{
  g_autoptr (FondsQuery) query = fonds_query_parse ("-x a -\"y z\" (b OR c) ", NULL, NULL);
  g_autoptr (FondsQuery) only = fonds_query_parse ("-x -y ", NULL, NULL);
  g_autofree char *match = fonds_match_say (query->root, 0);

  g_assert_cmpstr (match, ==, "((\"a\" AND (\"b\" OR \"c\")) NOT (\"x\" OR \"y z\"))");
  g_assert_false (fonds_match_can_say (only->root));
}

static void
assert_marked (const char *query_text, const char *column, const char *text, const char *expected)
{
  g_autoptr (FondsQuery) query = fonds_query_parse (query_text, NULL, NULL);
  g_autoptr (FondsMatcher) matcher = fonds_matcher_new (query);
  g_autoptr (GArray) spans = fonds_matcher_find (matcher, column, text);
  g_autoptr (GString) out = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const FondsSpan *span = &g_array_index (spans, FondsSpan, i);

      g_string_append_len (out, text + at, span->start - at);
      g_string_append_printf (out, "[%.*s]", (int) (span->end - span->start), text + span->start);
      at = span->end;
    }
  g_string_append (out, text + at);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
what_matched_is_marked_in_its_own_spelling (void)
{
  assert_marked ("shusha ", NULL, "Şuşa və Шуша", "[Şuşa] və [Шуша]");
  assert_marked ("susa ", NULL, "Şuşa, Шуша", "[Şuşa], Шуша");
  assert_marked ("qus", NULL, "Qusar, Qus, Baku", "[Qusar], [Qus], Baku");
  assert_marked ("\"red town\" ", NULL, "Red Town, town, red", "[Red Town], town, red");
  assert_marked ("צהל ", NULL, "חיל צה\"ל", "חיל [צה\"ל]");
  assert_marked ("-baku quba ", NULL, "Baku Quba", "Baku [Quba]");
  assert_marked ("title:baku quba ", "scope", "Baku Quba", "Baku [Quba]");
  assert_marked ("title:baku quba ", "name", "Baku Quba", "[Baku] [Quba]");
}

static void
a_query_without_words_marks_nothing (void)
{
  g_autoptr (FondsQuery) query = fonds_query_parse ("kind:person -x ", NULL, NULL);

  g_assert_null (fonds_matcher_new (query));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add_func ("/query/" name, func)
  TEST ("words-are-all-wanted", words_are_all_wanted);
  TEST ("the-last-word-may-go-on-until-a-space-follows",
        the_last_word_may_go_on_until_a_space_follows);
  TEST ("a-phrase-stands-in-quotes", a_phrase_stands_in_quotes);
  TEST ("a-phrase-that-is-still-typed-is-taken-as-far-as-it-goes",
        a_phrase_that_is_still_typed_is_taken_as_far_as_it_goes);
  TEST ("a-quote-inside-a-word-belongs-to-it", a_quote_inside_a_word_belongs_to_it);
  TEST ("a-minus-rules-out-and-stands-before-what-it-rules-out",
        a_minus_rules_out_and_stands_before_what_it_rules_out);
  TEST ("or-binds-less-than-standing-side-by-side", or_binds_less_than_standing_side_by_side);
  TEST ("what-is-open-at-the-end-is-closed-there", what_is_open_at_the_end_is_closed_there);
  TEST ("a-bracket-inside-a-word-is-a-letter-of-it", a_bracket_inside_a_word_is_a_letter_of_it);
  TEST ("a-field-says-where-its-words-are", a_field_says_where_its_words_are);
  TEST ("a-word-before-a-colon-that-is-no-field-is-a-word",
        a_word_before_a_colon_that_is_no_field_is_a_word);
  TEST ("a-filter-looks-at-facts", a_filter_looks_at_facts);
  TEST ("a-permanent-link-or-a-uid-is-a-record", a_link_or_a_uid_is_a_record);
  TEST ("a-date-is-a-day-a-year-or-a-range", a_date_is_a_day_a_year_or_a_range);
  TEST ("a-wrong-query-says-where-and-what-to-do", a_wrong_query_says_where_and_what_to_do);
  TEST ("what-no-person-types-is-refused", what_no_person_types_is_refused);
  TEST ("nothing-that-is-typed-reaches-fts5-but-in-quotes",
        nothing_that_is_typed_reaches_fts5_but_in_quotes);
  TEST ("what-rules-out-is-said-after-what-is-wanted", what_rules_out_is_said_after_what_is_wanted);
  TEST ("what-matched-is-marked-in-its-own-spelling", what_matched_is_marked_in_its_own_spelling);
  TEST ("a-query-without-words-marks-nothing", a_query_without_words_marks_nothing);
#undef TEST
  return g_test_run ();
}
