/* test-words.c - what widgets say: counts, rows, snippets, errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/matcher.h"
#include "data/store/error.h"
#include "ui/error-words.h"
#include "ui/label.h"
#include "ui/row-words.h"
#include "ui/snippet.h"

#include <adwaita.h>

static void
test_counts (void)
{
  g_autofree char *none = fonds_format_records (0);
  g_autofree char *one = fonds_format_records (1);
  g_autofree char *many = fonds_format_records (1234567);

  g_assert_cmpstr (none, ==, "0 records");
  g_assert_cmpstr (one, ==, "1 record");
  g_assert_cmpstr (many, ==, "1234567 records");
}

static void
test_direction (void)
{
  GtkLabel *label = GTK_LABEL (g_object_ref_sink (gtk_label_new (NULL)));

  fonds_label_set_value (label, "אוניברסיטת בר-אילן (Bar-Ilan)");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_RTL);
  fonds_label_set_value (label, "Qırmızı Qəsəbə (קובה)");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  fonds_label_set_value (label, "1918..1923");
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (label)), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_unref (label);
}

static void
test_begins_together (void)
{
  GtkLabel *label = GTK_LABEL (g_object_ref_sink (gtk_label_new (NULL)));

  /* A mirrored label that is aligned at its end begins where the window's other lines begin. */
  fonds_label_set_value (label, "קובה");
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 1);
  fonds_label_set_value (label, "Quba");
  g_assert_cmpfloat (gtk_label_get_xalign (label), ==, 0);
  g_object_unref (label);
}

static void
test_row (void)
{
  const FondsRow row = { .id = 3,
                         .kind = FONDS_KIND_UNIT,
                         .title = (char *) "Letter",
                         .level = (char *) "item",
                         .ref = (char *) "2/41",
                         .dates = (char *) "1921–1937",
                         .creators = (char *) "הקהילה" };
  g_autofree char *second = fonds_row_dup_second_line (&row);
  g_autofree char *spoken = fonds_row_dup_spoken (&row);

  g_assert_cmpstr (second, ==, "\u20682/41\u2069 · \u2068Item\u2069 · \u2068הקהילה\u2069");
  g_assert_cmpstr (spoken, ==, "Letter, Item, 2/41, הקהילה, 1921–1937");
}

static void
test_bare_row (void)
{
  const FondsRow row = { .id = 3, .kind = FONDS_KIND_PLACE, .title = (char *) "" };
  g_autofree char *second = fonds_row_dup_second_line (&row);

  g_assert_cmpstr (fonds_row_title (&row), ==, "Untitled");
  g_assert_cmpstr (second, ==, "\u2068Place\u2069");
}

static void
test_own_level (void)
{
  const FondsRow row = { .id = 3, .kind = FONDS_KIND_UNIT, .level = (char *) "Рукопись" };
  g_autofree char *second = fonds_row_dup_second_line (&row);

  g_assert_cmpstr (second, ==, "\u2068Рукопись\u2069");
}

static void
test_icon (void)
{
  const FondsRow series = { .id = 3, .kind = FONDS_KIND_UNIT, .level = (char *) "series" };
  const FondsRow item = { .id = 4, .kind = FONDS_KIND_UNIT, .level = (char *) "item" };
  const FondsRow album = {
    .id = 5, .kind = FONDS_KIND_UNIT, .level = (char *) "item", .has_children = TRUE
  };

  g_assert_cmpstr (fonds_row_icon (&series), ==, "folder-symbolic");
  g_assert_cmpstr (fonds_row_icon (&item), ==, "text-x-generic-symbolic");
  g_assert_cmpstr (fonds_row_icon (&album), ==, "folder-symbolic");
}

static guint
count_bold (GtkInscription *line, guint *start, guint *end)
{
  g_autoptr (PangoAttrIterator) iterator =
      pango_attr_list_get_iterator (gtk_inscription_get_attributes (line));
  guint n = 0;

  do
    {
      if (pango_attr_iterator_get (iterator, PANGO_ATTR_WEIGHT))
        {
          pango_attr_iterator_range (iterator, (int *) start, (int *) end);
          n++;
        }
    }
  while (pango_attr_iterator_next (iterator));
  return n;
}

static void
test_snippet (void)
{
  GtkInscription *line = GTK_INSCRIPTION (g_object_ref_sink (gtk_inscription_new (NULL)));
  guint start = 0;
  guint end = 0;

  fonds_inscription_set_snippet (line,
                                 "in <b>\n" FONDS_SNIPPET_OPEN "Ş" FONDS_SNIPPET_CLOSE " & so");
  g_assert_cmpstr (gtk_inscription_get_text (line), ==, "in <b> Ş & so");
  g_assert_cmpuint (count_bold (line, &start, &end), ==, 1);
  g_assert_cmpuint (start, ==, strlen ("in <b> "));
  g_assert_cmpuint (end, ==, strlen ("in <b> Ş"));
  fonds_inscription_set_snippet (line, NULL);
  g_assert_cmpstr (gtk_inscription_get_text (line), ==, "");
  g_object_unref (line);
}

static void
test_errors (void)
{
  int code;

  for (code = FONDS_STORE_ERROR_NOT_FOUND; code <= FONDS_STORE_ERROR_EXISTS; code++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *advice = NULL;

      if (code == FONDS_STORE_ERROR_CONSTRAINT)
        continue; /* the window changes nothing that could contradict */
      error = g_error_new_literal (FONDS_STORE_ERROR, code, "SQLITE_SOMETHING");
      advice = fonds_error_advice (error, NULL);
      g_assert_cmpstr (fonds_error_title (error), !=, "Something went wrong");
      g_assert_null (strstr (advice, "SQLITE"));
    }
}

static void
test_error_names_file (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (FONDS_STORE_ERROR, FONDS_STORE_ERROR_TOO_NEW, "too new");
  g_autofree char *advice = fonds_error_advice (error, "/archives/north & south.fonds");

  g_assert_nonnull (strstr (advice, "/archives/north & south.fonds"));
}

static void
test_unknown_error (void)
{
  g_autoptr (GError) error =
      g_error_new_literal (FONDS_STORE_ERROR, FONDS_STORE_ERROR_FAILED, "disk I/O error");
  g_autofree char *advice = fonds_error_advice (error, NULL);

  g_assert_cmpstr (advice, ==, "disk I/O error");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/words/counts-are-not-grouped-in-the-c-locale", test_counts);
  g_test_add_func ("/words/a-value-stands-in-its-own-direction", test_direction);
  g_test_add_func ("/words/values-of-either-direction-begin-in-one-line", test_begins_together);
  g_test_add_func ("/words/the-parts-of-a-row-are-isolated-from-one-another", test_row);
  g_test_add_func ("/words/a-row-without-a-title-says-so", test_bare_row);
  g_test_add_func ("/words/a-level-of-ones-own-is-shown-as-it-came", test_own_level);
  g_test_add_func ("/words/what-holds-others-or-could-is-a-folder", test_icon);
  g_test_add_func ("/words/what-matched-is-emphasised-and-the-rest-is-left-alone", test_snippet);
  g_test_add_func ("/words/every-error-of-a-catalogue-has-a-sentence", test_errors);
  g_test_add_func ("/words/an-error-names-its-file", test_error_names_file);
  g_test_add_func ("/words/an-unknown-error-quotes-what-is-known", test_unknown_error);

  return g_test_run ();
}
