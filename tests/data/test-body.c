/* test-body.c - what a document's body promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/body-json.h"
#include "data/catalogue/delta.h"
#include "data/catalogue/error.h"
#include "data/catalogue/seal.h"
#include "data/catalogue/uid.h"

#include <string.h>

static FondsBody *
read_body (const char *json)
{
  g_autoptr (GError) error = NULL;
  FondsBody *body = fonds_body_from_json (json, -1, &error);

  g_assert_no_error (error);
  return body;
}

static void
a_body_has_one_spelling (void)
{
  g_autoptr (FondsBody) a = fonds_body_new (FONDS_KIND_UNIT);
  g_autoptr (FondsBody) b = fonds_body_new (FONDS_KIND_UNIT);
  g_autofree char *of_a = NULL;
  g_autofree char *of_b = NULL;

  fonds_body_add_text (a, "title", "Qəsəbə", "az-Latn");
  fonds_body_add_text (a, "level", "fonds", NULL);
  fonds_body_add_text (b, "level", "fonds", NULL);
  fonds_body_add_text (b, "title", "Qəsəbə", "az-Latn");
  of_a = fonds_body_to_json (a);
  of_b = fonds_body_to_json (b);
  g_assert_cmpstr (of_a, ==, of_b);
  g_assert_cmpstr (of_a, ==,
                   "{\"kind\":\"unit\",\"f\":{\"level\":[{\"t\":\"fonds\"}],"
                   "\"title\":[{\"t\":\"Qəsəbə\",\"l\":\"az-Latn\"}]}}");
}

static void
what_is_written_is_read_again (void)
{
  const char *const texts[] = {
    "plain", "with \"quotes\" and \\ and / and \t tab",    "line\nline\r\nline",
    "קובה",  "\x01\x1f control \xe2\x80\xae and override", "🗄 beyond the plane",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_UNIT);
      g_autoptr (FondsBody) again = NULL;
      g_autofree char *json = NULL;

      fonds_body_add_text (body, "title", texts[i], NULL);
      json = fonds_body_to_json (body);
      again = read_body (json);
      g_assert_cmpstr (fonds_body_text (again, "title"), ==, texts[i]);
    }
}

static void
what_this_version_does_not_know_survives (void)
{
  const char *json =
      "{\"kind\":\"unit\",\"f\":{\"notYet\":[{\"t\":\"a\",\"zz\":[1.5e3,{\"q\":null}]}],"
      "\"title\":[{\"k\":\"1\",\"t\":\"T\",\"g\":3}]},\"later\":{\"x\":[true,\"]\"]}}";
  g_autoptr (FondsBody) body = read_body (json);
  g_autoptr (FondsBody) copy = fonds_body_copy (body);
  g_autofree char *written = fonds_body_to_json (body);
  g_autofree char *copied = fonds_body_to_json (copy);

  g_assert_cmpstr (written, ==, json);
  g_assert_cmpstr (copied, ==, json);
  g_assert_cmpint (fonds_body_value (body, "title", 0)->generation, ==, 3);
}

static void
escapes_are_read_as_what_they_mean (void)
{
  g_autoptr (FondsBody) body = read_body ("{\"kind\":\"unit\",\"f\":{\"title\":[{\"t\":\"\\u05e7\\/"
                                          "\\ud83d\\uddc4\\ud800x\\u0000\"}]}}");

  g_assert_cmpstr (fonds_body_text (body, "title"), ==, "ק/🗄\uFFFDx\uFFFD");
}

static void
a_damaged_body_is_refused_with_its_place (void)
{
  const char *const damaged[] = {
    "",
    "{",
    "[]",
    "{\"kind\":\"unit\"",
    "{\"kind\":\"unit\",\"f\":{\"title\":[{\"t\":\"x}]}}",
    "{\"kind\":\"unit\",\"f\":{\"title\":[\"x\"]}}",
    "{\"kind\":\"unit\",\"f\":{\"title\":{\"t\":\"x\"}}}",
    "{\"kind\":\"no such kind\",\"f\":{}}",
    "{\"f\":{}}",
    "{\"kind\":\"unit\",\"f\":{}} and more",
    "{\"kind\":\"unit\",\"f\":{\"title\":[{\"t\":\"\xff\"}]}}",
    "{\"kind\":\"unit\",\"f\":{\"title\":[{\"t\":\"\\q\"}]}}",
    "{\"kind\":\"unit\",\"f\":{\"title\":[{\"g\":99999999999999999999}]}}",
    "{\"kind\":\"unit\",\"x\":[1,2}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fonds_body_from_json (damaged[i], -1, &error));
      g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_BODY);
      g_assert_nonnull (strstr (error->message, "byte"));
    }
}

static void
hostile_nesting_is_refused (void)
{
  g_autoptr (GString) json = g_string_new ("{\"kind\":\"unit\",\"f\":{},\"x\":");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_c (json, '[');
  g_assert_null (fonds_body_from_json (json->str, -1, &error));
  g_assert_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_BODY);
}

static void
only_what_changed_gets_a_new_generation (void)
{
  g_autoptr (FondsBody) first = fonds_body_new (FONDS_KIND_UNIT);
  g_autoptr (FondsBody) second = NULL;

  fonds_body_add_text (first, "title", "One", "en");
  fonds_body_add_text (first, "generalNote", "a", "en");
  fonds_body_add_text (first, "generalNote", "b", "en");
  fonds_seal (first, NULL, 1);
  g_assert_cmpstr (fonds_body_value (first, "generalNote", 1)->attr[FONDS_ATTR_KEY], ==, "2");

  second = fonds_body_new (FONDS_KIND_UNIT);
  fonds_body_add_text (second, "title", "Two", "en");
  fonds_body_add_text (second, "generalNote", "b", "en");
  fonds_body_add_text (second, "generalNote", "c", "en");
  fonds_seal (second, first, 2);
  g_assert_cmpint (fonds_body_value (second, "title", 0)->generation, ==, 2);
  g_assert_cmpint (fonds_body_value (second, "generalNote", 0)->generation, ==, 1);
  g_assert_cmpstr (fonds_body_value (second, "generalNote", 0)->attr[FONDS_ATTR_KEY], ==, "2");
  g_assert_cmpint (fonds_body_value (second, "generalNote", 1)->generation, ==, 2);
  g_assert_cmpstr (fonds_body_value (second, "generalNote", 1)->attr[FONDS_ATTR_KEY], ==, "3");
}

static void
equal_values_of_one_field_keep_keys_of_their_own (void)
{
  g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_UNIT);

  fonds_body_add_text (body, "generalNote", "same", NULL);
  fonds_body_add_text (body, "generalNote", "same", NULL);
  fonds_seal (body, NULL, 1);
  g_assert_cmpstr (fonds_body_value (body, "generalNote", 0)->attr[FONDS_ATTR_KEY], !=,
                   fonds_body_value (body, "generalNote", 1)->attr[FONDS_ATTR_KEY]);
}

static void
a_delta_leads_from_one_body_to_the_other_and_back (void)
{
  g_autoptr (FondsBody) a = fonds_body_new (FONDS_KIND_UNIT);
  g_autoptr (FondsBody) b = NULL;
  g_autofree char *json_a = NULL, *json_b = NULL, *before = NULL, *after = NULL, *again = NULL,
                  *back = NULL;

  fonds_body_add_text (a, "title", "One", "en");
  fonds_body_add_text (a, "scopeAndContent", "Stays", "en");
  fonds_body_add_text (a, "appraisal", "Goes", "en");
  b = fonds_body_copy (a);
  fonds_body_clear_field (b, "appraisal");
  fonds_body_clear_field (b, "title");
  fonds_body_add_text (b, "title", "Two", "en");
  fonds_body_add_text (b, "accruals", "Comes", "en");
  json_a = fonds_body_to_json (a);
  json_b = fonds_body_to_json (b);

  g_assert_true (fonds_delta_between (a, b, &before, &after));
  g_assert_null (strstr (before, "Stays"));
  g_assert_true (fonds_delta_apply (a, after, NULL));
  again = fonds_body_to_json (a);
  g_assert_cmpstr (again, ==, json_b);
  g_assert_true (fonds_delta_apply (a, before, NULL));
  back = fonds_body_to_json (a);
  g_assert_cmpstr (back, ==, json_a);
}

static void
nothing_differs_between_equal_bodies (void)
{
  g_autoptr (FondsBody) a = fonds_body_new (FONDS_KIND_UNIT);
  g_autoptr (FondsBody) b = NULL;
  char *before, *after;

  fonds_body_add_text (a, "title", "One", "en");
  b = fonds_body_copy (a);
  g_assert_false (fonds_delta_between (a, b, &before, &after));
  g_assert_null (before);
  g_assert_null (after);
}

static void
uids_are_version_7_and_ordered (void)
{
  FondsUidSeries series;
  char last[FONDS_UID_LENGTH + 1] = "", uid[FONDS_UID_LENGTH + 1], same[FONDS_UID_LENGTH + 1];
  g_autofree char *lone = fonds_uid_new ();

  g_assert_true (fonds_uid_is_valid (lone));
  g_assert_cmpint (lone[14], ==, '7');
  fonds_uid_series_init (&series);
  for (guint32 i = 0; i < 1000; i++)
    {
      fonds_uid_series_next (&series, uid);
      fonds_uid_series_get (&series, i, same);
      g_assert_cmpstr (uid, ==, same);
      g_assert_true (fonds_uid_is_valid (uid));
      g_assert_cmpstr (last, <, uid);
      strcpy (last, uid);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body/a-body-has-one-spelling", a_body_has_one_spelling);
  g_test_add_func ("/body/what-is-written-is-read-again", what_is_written_is_read_again);
  g_test_add_func ("/body/what-this-version-does-not-know-survives",
                   what_this_version_does_not_know_survives);
  g_test_add_func ("/body/escapes-are-read-as-what-they-mean", escapes_are_read_as_what_they_mean);
  g_test_add_func ("/body/a-damaged-body-is-refused-with-its-place",
                   a_damaged_body_is_refused_with_its_place);
  g_test_add_func ("/body/hostile-nesting-is-refused", hostile_nesting_is_refused);
  g_test_add_func ("/body/only-what-changed-gets-a-new-generation",
                   only_what_changed_gets_a_new_generation);
  g_test_add_func ("/body/equal-values-of-one-field-keep-keys-of-their-own",
                   equal_values_of_one_field_keep_keys_of_their_own);
  g_test_add_func ("/body/a-delta-leads-from-one-body-to-the-other-and-back",
                   a_delta_leads_from_one_body_to_the_other_and_back);
  g_test_add_func ("/body/nothing-differs-between-equal-bodies",
                   nothing_differs_between_equal_bodies);
  g_test_add_func ("/uid/uids-are-version-7-and-ordered", uids_are_version_7_and_ordered);
  return g_test_run ();
}
