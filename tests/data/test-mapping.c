/* test-mapping.c - mapping files: what they say, what is wrong with them, how they print
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/error.h"
#include "data/exchange/mapping-shipped.h"
#include "data/exchange/mapping.h"

#include <string.h>

static FondsMapping *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  FondsMapping *mapping = fonds_mapping_parse (text, "test.mapping", &error);

  g_assert_no_error (error);
  return mapping;
}

static const FondsInstruction *
line_of (const FondsMapping *mapping, guint i)
{
  g_assert_cmpuint (i, <, mapping->instructions->len);
  return g_ptr_array_index (mapping->instructions, i);
}

static void
refuses (const char *text, const char *complaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsMapping) mapping = fonds_mapping_parse (text, "test.mapping", &error);

  g_assert_null (mapping);
  g_assert_error (error, FONDS_EXCHANGE_ERROR, FONDS_EXCHANGE_ERROR_MAPPING);
  g_assert_cmpstr (error->message, ==, complaint);
}

static void
test_column (void)
{
  g_autoptr (FondsMapping) mapping =
      parse ("kind unit\n"
             "column artist,date -> event actor,text type=Creation kind=person split=\"|\"\n");
  const FondsInstruction *line = line_of (mapping, 0);

  g_assert_cmpstr (line->columns[0], ==, "artist");
  g_assert_cmpstr (line->columns[1], ==, "date");
  g_assert_null (line->columns[2]);
  g_assert_cmpint (line->parts[0], ==, FONDS_PART_ACTOR);
  g_assert_cmpint (line->parts[1], ==, FONDS_PART_TEXT);
  g_assert_cmpstr (line->field, ==, "event");
  g_assert_cmpstr (line->type, ==, "Creation");
  g_assert_cmpstr (line->split, ==, "|");
  g_assert_cmpint (line->kind, ==, FONDS_KIND_PERSON);
  g_assert_cmpuint (line->line, ==, 2);
}

static void
test_head (void)
{
  g_autoptr (FondsMapping) mapping =
      parse ("# A comment\nname \"Two words\"\nkind person\nsource old\nkey a,\"b c\" # another\n"
             "parent up\nlanguage az\nlanguage from lang\nencoding windows-1251\nseparator tab\n"
             "mode add\nothers ignore\nmatch a\n");

  g_assert_cmpstr (mapping->name, ==, "Two words");
  g_assert_cmpint (mapping->kind, ==, FONDS_KIND_PERSON);
  g_assert_cmpstr (mapping->source, ==, "old");
  g_assert_cmpstr (mapping->keys[0], ==, "a");
  g_assert_cmpstr (mapping->keys[1], ==, "b c");
  g_assert_null (mapping->keys[2]);
  g_assert_cmpstr (mapping->parent, ==, "up");
  g_assert_cmpstr (mapping->language, ==, "az");
  g_assert_cmpstr (mapping->language_column, ==, "lang");
  g_assert_cmpstr (mapping->encoding, ==, "windows-1251");
  g_assert_cmpint (mapping->separator, ==, '\t');
  g_assert_true (mapping->adds);
  g_assert_true (mapping->drops_others);
  g_assert_cmpuint (mapping->instructions->len, ==, 0);
}

static void
test_constant (void)
{
  g_autoptr (FondsMapping) mapping =
      parse ("constant repository = \"The Archive\" kind=institution\n"
             "level item\n");

  g_assert_cmpstr (line_of (mapping, 0)->constant, ==, "The Archive");
  g_assert_cmpint (line_of (mapping, 0)->kind, ==, FONDS_KIND_INSTITUTION);
  g_assert_cmpstr (line_of (mapping, 1)->field, ==, "level");
  g_assert_cmpstr (line_of (mapping, 1)->constant, ==, "item");
}

static void
test_ignore (void)
{
  g_autoptr (FondsMapping) mapping = parse ("column thumb -> ignore\n");

  g_assert_null (line_of (mapping, 0)->field);
  g_assert_true (fonds_mapping_reads (mapping, "thumb"));
  g_assert_false (fonds_mapping_reads (mapping, "title"));
}

static void
test_complaints (void)
{
  refuses ("\ncolum title -> title\n", "test.mapping, line 2: “colum” is no statement. A line "
                                       "begins with a word such as column, "
                                       "key or kind.");
  refuses ("column title\n",
           "test.mapping, line 1: “->” and a field are expected after the columns.");
  refuses ("column -> title\n", "test.mapping, line 1: “->” stands where a column is expected.");
  refuses ("column title ->\n", "test.mapping, line 1: the line ends where a field is expected.");
  refuses ("kind artwork\n", "test.mapping, line 1: “artwork” is no kind of record.");
  refuses ("column a -> titel\nkind unit\n",
           "test.mapping, line 1: “titel” is no field of the kind “unit”.");
  refuses ("column a -> title colour=red\n",
           "test.mapping, line 1: “colour” is no option: type, language, kind, split or join.");
  refuses ("column a,b -> dates text\n",
           "test.mapping, line 1: “text” names 1 parts for 2 columns: one part for each column.");
  refuses ("column a -> dates begin\n",
           "test.mapping, line 1: “begin” is neither a part of a value nor an option.");
  refuses ("source \"old\n", "test.mapping, line 1: the quote before “old” is never closed.");
  refuses ("mode maybe\n", "test.mapping, line 1: “maybe” is neither “replace” nor “add”.");
  refuses ("source a b\n", "test.mapping, line 1: “b” was not expected here.");
}

static void
test_print (void)
{
  const char *text = "name \"A \"\"good\"\" one\"\nkind unit\nkind from what\nsource old\nmatch a\n"
                     "key a,\"b c\"\nparent up\nlanguage az\nlanguage from lang\n"
                     "encoding windows-1251\nseparator tab\nmode add\nothers ignore\nnulls NULL\n\n"
                     "column a,b -> event actor,text type=Creation kind=person split=|\n"
                     "column \"#x\" -> ignore\nconstant level = item\n";
  g_autoptr (FondsMapping) mapping = parse (text);
  g_autofree char *printed = fonds_mapping_print (mapping);

  g_assert_cmpstr (printed, ==, text);
}

static void
test_fits (void)
{
  g_autoptr (FondsMapping) strict = parse ("key id\ncolumn title -> title\n");
  g_autoptr (FondsMapping) loose =
      parse ("match title\ncolumn title -> title\ncolumn x -> ignore\n");
  const char *const header[] = { "title", "id", "more", NULL };
  const char *const poor[] = { "title", NULL };

  g_assert_true (fonds_mapping_fits (strict, header));
  g_assert_false (fonds_mapping_fits (strict, poor));
  g_assert_true (fonds_mapping_fits (loose, poor));
}

static void
test_shipped (void)
{
  g_auto (GStrv) names = fonds_mapping_list_shipped ();

  g_assert_cmpuint (g_strv_length (names), >=, 9);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FondsMapping) mapping = fonds_mapping_load_shipped (names[i], &error);
      g_autoptr (FondsMapping) found = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (mapping->match), >, 2);
      found = fonds_mapping_find_shipped ((const char *const *) mapping->match);
      g_assert_nonnull (found);
      g_assert_cmpstr (found->name, ==, mapping->name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/columns-become-parts-of-a-value", test_column);
  g_test_add_func ("/mapping/the-head-says-what-the-rows-are", test_head);
  g_test_add_func ("/mapping/a-constant-is-every-record's", test_constant);
  g_test_add_func ("/mapping/a-column-is-left-out-on-purpose", test_ignore);
  g_test_add_func ("/mapping/a-complaint-names-line-and-word", test_complaints);
  g_test_add_func ("/mapping/prints-as-the-file-it-was-read-from", test_print);
  g_test_add_func ("/mapping/fits-a-file-that-has-its-columns", test_fits);
  g_test_add_func ("/mapping/each-shipped-one-is-found-by-its-columns", test_shipped);
  return g_test_run ();
}
