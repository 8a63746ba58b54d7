/* test-collate.c - the order of titles and names
 *
 * fixtures/words/order.txt is a list in order: every line must sort after all lines above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/text/collate.h"

#include <string.h>

typedef struct
{
  guint8 *bytes;
  gsize length;
} Key;

static Key
key_of (const char *text)
{
  Key key;

  key.bytes = fonds_text_sort_key (text, &key.length);

  return key;
}

static int
compare (const char *one, const char *other)
{
  Key a = key_of (one), b = key_of (other);
  int result = memcmp (a.bytes, b.bytes, MIN (a.length, b.length));

  if (result == 0)
    result = (a.length > b.length) - (a.length < b.length);
  g_free (a.bytes);
  g_free (b.bytes);

  return result;
}

static void
test_order (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "fixtures", "words", "order.txt", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (content), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 30);

  for (guint i = 0; lines[i]; i++)
    for (guint j = i + 1; lines[j]; j++)
      if (compare (lines[i], lines[j]) >= 0)
        {
          g_test_message ("'%s' should come before '%s'", lines[i], lines[j]);
          g_test_fail ();
        }
}

static void
test_ignored (void)
{
  g_assert_cmpint (compare ("קובה", "קוּבָּה"), <=, 0);
  g_assert_cmpint (compare ("קוּבָּה", "קובהא"), <, 0);
  g_assert_cmpint (compare ("צה\"ל", "צהל"), ==, 0);
  g_assert_cmpint (compare ("צה״ל", "צהל"), ==, 0);
  g_assert_cmpint (compare ("[Untitled]", "Untitled"), ==, 0);
  g_assert_cmpint (compare ("«Yad Vashem»", "Yad Vashen"), <, 0);
}

static void
test_empty (void)
{
  g_assert_cmpint (compare ("", "zzz"), >, 0);
  g_assert_cmpint (compare (NULL, "\xf4\x8f\xbf\xbd"), >, 0);
  g_assert_cmpint (compare (" \n", "日本"), >, 0);
  g_assert_cmpint (compare ("", NULL), ==, 0);
  g_assert_cmpint (compare ("", "???"), >, 0);
}

static void
test_long_titles (void)
{
  /* Points take no room among the letters: the difference is far behind them. */
  g_autoptr (GString) one = g_string_new (NULL), other = g_string_new (NULL);
  Key key;

  for (guint i = 0; i < 30; i++)
    {
      g_string_append (one, "בָּ");
      g_string_append (other, "ב");
    }
  g_string_append (one, "א");
  g_string_append (other, "ת");
  g_assert_cmpint (compare (one->str, other->str), <, 0);

  for (guint i = 0; i < 300; i++)
    g_string_append (one, "word ");
  key = key_of (one->str);
  g_assert_cmpuint (key.length, ==, FONDS_SORT_KEY_MAX);
  g_free (key.bytes);
}

static void
test_broken_text (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char text[200];
      int size = g_test_rand_int_range (1, sizeof text);
      Key key;

      for (int i = 0; i < size - 1; i++)
        text[i] = (char) g_test_rand_int_range (1, 256);
      text[size - 1] = '\0';
      key = key_of (text);
      g_assert_cmpuint (key.length, >, 0);
      g_assert_cmpuint (key.length, <=, FONDS_SORT_KEY_MAX);
      g_free (key.bytes);
    }
}

static gpointer
sort_thread (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    g_assert_cmpint (compare ("Şəki", "Şuşa"), <, 0);

  return NULL;
}

static void
test_long_names (void)
{
  const char *const names[] = {
    "Letters of the community council of Qırmızı Qəsəbə, 1921, page 1.tif",
    "Letters of the community council of Qırmızı Qəsəbə, 1921, page 2.tif",
    "Letters of the community council of Qırmızı Qəsəbə, 1921, page 10.tif",
    "Letters of the community council of Qırmızı Qəsəbə, 1921, page 011.tif",
  };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpint (fonds_text_compare (names[i - 1], names[i]), <, 0);
      g_assert_cmpint (fonds_text_compare (names[i], names[i - 1]), >, 0);
    }
  g_assert_cmpint (fonds_text_compare (names[0], names[0]), ==, 0);
  g_assert_cmpint (fonds_text_compare ("page 01", "page 1"), !=, 0);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sort", sort_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/collate/scripts-letters-and-numbers-stand-in-their-order", test_order);
  g_test_add_func ("/collate/points-quotes-and-opening-marks-do-not-count", test_ignored);
  g_test_add_func ("/collate/empty-text-sorts-last", test_empty);
  g_test_add_func ("/collate/letters-weigh-more-than-points-however-long-the-title",
                   test_long_titles);
  g_test_add_func ("/collate/broken-text-gets-a-key", test_broken_text);
  g_test_add_func ("/collate/names-that-agree-for-long-differ-by-their-numbers", test_long_names);
  g_test_add_func ("/collate/threads-sort-at-the-same-time", test_threads);

  return g_test_run ();
}
