/* test-mapping-edit.c - columns are given other fields, and a file is looked at before it comes in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping-edit.h"
#include "data/exchange/source-peek.h"
#include "data/exchange/source-sample.h"
#include "tests/data/exchange-fixture.h"

#define TEXT                                                                                       \
  "kind unit\nkey id\n\ncolumn title -> title\n"                                                   \
  "column written,from,to -> dates text,start,end type=Creation\ncolumn who -> creator split=;\n"

static FondsMapping *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  FondsMapping *mapping = fonds_mapping_parse (text, "test", &error);

  g_assert_no_error (error);
  return mapping;
}

static void
assert_says (const FondsMapping *mapping, const char *text)
{
  g_autofree char *says = fonds_mapping_print (mapping);

  g_assert_cmpstr (says, ==, text);
}

static void
test_copy (void)
{
  g_autoptr (FondsMapping) mapping = parse (TEXT);
  g_autoptr (FondsMapping) copy = fonds_mapping_copy (mapping);

  assert_says (copy, TEXT);
}

static void
test_assign (void)
{
  g_autoptr (FondsMapping) mapping = parse (TEXT);

  fonds_mapping_assign (mapping, "title", "alternateTitle");
  fonds_mapping_assign (mapping, "new", "generalNote");
  assert_says (mapping, "kind unit\nkey id\n\ncolumn title -> alternateTitle\n"
                        "column written,from,to -> dates text,start,end type=Creation\n"
                        "column who -> creator split=;\ncolumn new -> generalNote\n");
}

static void
test_ignore (void)
{
  g_autoptr (FondsMapping) mapping = parse ("kind unit\ncolumn title -> title\n");

  fonds_mapping_assign (mapping, "title", NULL);
  assert_says (mapping, "kind unit\n\ncolumn title -> ignore\n");
}

static void
test_part (void)
{
  g_autoptr (FondsMapping) mapping = parse (TEXT);

  fonds_mapping_assign (mapping, "from", "generalNote");
  assert_says (mapping, "kind unit\nkey id\n\ncolumn title -> title\n"
                        "column written,to -> dates text,end type=Creation\n"
                        "column from -> generalNote\ncolumn who -> creator split=;\n");
  fonds_mapping_release (mapping, "to");
  assert_says (mapping, "kind unit\nkey id\n\ncolumn title -> title\n"
                        "column written -> dates type=Creation\n"
                        "column from -> generalNote\ncolumn who -> creator split=;\n");
}

static void
test_join (void)
{
  g_autoptr (FondsMapping) mapping =
      parse ("kind unit\ncolumn written -> dates\ncolumn a -> title\n");
  guint place;

  fonds_mapping_join (mapping, "a", "written", FONDS_PART_START);
  assert_says (mapping, "kind unit\n\ncolumn written,a -> dates text,start\n");
  g_assert_nonnull (fonds_mapping_find (mapping, "a", &place));
  g_assert_cmpuint (place, ==, 1);
  fonds_mapping_join (mapping, "b", "a", FONDS_PART_END);
  assert_says (mapping, "kind unit\n\ncolumn written,a,b -> dates text,start,end\n");
}

static void
test_key (void)
{
  g_autoptr (FondsMapping) mapping = parse ("kind unit\nkey id\n");

  fonds_mapping_set_key (mapping, "number", TRUE);
  g_assert_true (fonds_mapping_has_key (mapping, "number"));
  fonds_mapping_set_key (mapping, "id", FALSE);
  assert_says (mapping, "kind unit\nkey number\n");
}

static void
test_kind (void)
{
  g_autoptr (FondsMapping) mapping = parse (TEXT);

  fonds_mapping_assign (mapping, "note", "x-note");
  mapping->kind = FONDS_KIND_CONTAINER;
  fonds_mapping_drop_unknown (mapping);
  assert_says (mapping, "kind container\nkey id\n\ncolumn note -> x-note\n");
}

static void
test_peek (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      exchange_write (fixture, "a.csv", "id;title;year\n1;Letters;1918\n2;Photographs;1920\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsPeek) peek = fonds_peek_new (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (peek->header[1], ==, "title");
  g_assert_cmpint (peek->separator, ==, ';');
  g_assert_cmpuint (peek->rows->len, ==, 2);
  g_assert_cmpstr (((char **) peek->rows->pdata[1])[1], ==, "Photographs");
  g_assert_true (peek->guessed);
  g_assert_cmpstr (fonds_mapping_find (peek->mapping, "year", NULL)->field, ==, "dates");
}

static void
test_peek_given (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *path = exchange_write (fixture, "a.csv", "id,title\n1,Letters; of 1918\n");
  const FondsSourceOptions options = { .separator = ';' };
  g_autoptr (FondsPeek) peek = fonds_peek_new (path, &options, NULL);

  g_assert_cmpint (peek->separator, ==, ';');
  g_assert_cmpuint (g_strv_length (peek->header), ==, 1);
}

static const FondsSampleValue *
find_value (const FondsSample *sample, const char *field, guint n)
{
  for (guint i = 0; i < sample->values->len; i++)
    {
      const FondsSampleValue *value = sample->values->pdata[i];

      if (strcmp (value->field, field) == 0 && n-- == 0)
        return value;
    }
  return NULL;
}

static void
test_sample (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *path = exchange_write (fixture, "a.csv",
                                          "id,title,written,from,to,who\n1,One,,,,\n"
                                          "2,Two,about 1918,1918,1919,Shimon;Zivar\n");
  g_autoptr (FondsMapping) mapping = parse (TEXT);
  const FondsSourceOptions options = { .mapping = mapping };
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsSample) sample =
      fonds_sample_new (fixture->base.catalogue, path, &options, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sample->key, ==, "2");
  g_assert_cmpstr (find_value (sample, "title", 0)->text, ==, "Two");
  g_assert_cmpstr (find_value (sample, "creator", 1)->text, ==, "Zivar");
  g_assert_cmpstr (find_value (sample, "dates", 0)->text, ==, "about 1918");
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

  g_test_add_func ("/mapping-edit/a-copy-says-the-same", test_copy);
  g_test_add_func ("/mapping-edit/a-column-gets-another-field-where-it-stood", test_assign);
  g_test_add_func ("/mapping-edit/a-column-can-be-left-out", test_ignore);
  g_test_add_func ("/mapping-edit/a-part-that-goes-leaves-the-others", test_part);
  g_test_add_func ("/mapping-edit/two-columns-can-make-one-value", test_join);
  g_test_add_func ("/mapping-edit/keys-are-chosen", test_key);
  g_test_add_func ("/mapping-edit/another-kind-loses-what-it-has-no-field-for", test_kind);
  add ("/peek/the-first-rows-and-how-they-are-written-are-seen", test_peek);
  add ("/peek/what-is-known-is-not-guessed", test_peek_given);
  add ("/sample/a-row-becomes-the-record-that-an-import-would-make", test_sample);

  return g_test_run ();
}
