/* test-record-pdf.c - a record on pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/data/catalogue-fixture.h"

#include "data/catalogue/record.h"
#include "data/publish/record-pdf.h"
#include "data/publish/record-print.h"
#include "data/store/database.h"

#include <string.h>

typedef CatalogueFixture Fixture;

typedef struct
{
  gint64 id;
  FondsRecord *record;
} Load;

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->record = fonds_record_load (db, load->id, error);
  return load->record != NULL;
}

static FondsRecord *
make_record (Fixture *fixture, guint n_paragraphs)
{
  g_autoptr (FondsBody) body = catalogue_fixture_unit ("F1", "מכתבים, Letters, Письма", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Load load = { 0 };

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (text, "Paragraph %u of a history.\n", i);
  fonds_body_add_text (body, "archivalHistory", text->str, "en");
  load.id = catalogue_fixture_create (fixture, body);
  fonds_store_run (fonds_catalogue_get_store (fixture->catalogue), FONDS_LANE_ROWS, load_cb, &load,
                   NULL, &error);
  g_assert_no_error (error);
  return load.record;
}

static GBytes *
write_pdf (Fixture *fixture, FondsRecord *record, const char *created)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_assert_true (fonds_record_pdf (record, path, created, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return g_bytes_new_take (text, length);
}

static void
the_same_day_gives_the_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRecord) record = make_record (fixture, 3);
  g_autoptr (GBytes) first = write_pdf (fixture, record, "2024-05-02T10:00:00Z");
  g_autoptr (GBytes) second = write_pdf (fixture, record, "2024-05-02T10:00:00Z");
  g_autoptr (GBytes) other = write_pdf (fixture, record, "2025-05-02T10:00:00Z");

  g_assert_cmpmem (g_bytes_get_data (first, NULL), 5, "%PDF-", 5);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, other));
}

static void
a_long_text_takes_more_pages_on_smaller_paper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRecord) record = make_record (fixture, 300);
  g_autoptr (FondsPrintFlow) large =
      fonds_record_print (record, FONDS_PAPER_WIDTH, FONDS_PAPER_HEIGHT);
  g_autoptr (FondsPrintFlow) small = fonds_record_print (record, 420, 595);

  g_assert_cmpuint (fonds_print_flow_n_pages (large), >, 3);
  g_assert_cmpuint (fonds_print_flow_n_pages (small), >, fonds_print_flow_n_pages (large));
}

/* The share of a strip of a page that has ink on it, by a surface of one point a pixel. */
static gboolean
has_ink (FondsPrintFlow *flow, guint page, int top, int height)
{
  const int width = (int) FONDS_PAPER_WIDTH;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_A8, width, (int) FONDS_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const unsigned char *data;
  int stride;
  gboolean ink = FALSE;

  fonds_print_flow_draw (flow, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = top; y < top + height; y++)
    for (int x = 0; x < width; x++)
      ink = ink || data[y * stride + x] != 0;
  cairo_surface_destroy (surface);
  return ink;
}

static void
every_page_keeps_its_margins_and_has_a_foot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRecord) record = make_record (fixture, 300);
  g_autoptr (FondsPrintFlow) flow =
      fonds_record_print (record, FONDS_PAPER_WIDTH, FONDS_PAPER_HEIGHT);
  const int bottom = (int) FONDS_PAPER_HEIGHT - 54;

  for (guint page = 0; page < fonds_print_flow_n_pages (flow); page++)
    {
      g_assert_true (has_ink (flow, page, 54, 40));
      g_assert_false (has_ink (flow, page, bottom + 2, 12));
      g_assert_true (has_ink (flow, page, bottom + 14, 20));
      g_assert_false (has_ink (flow, page, 0, 24));
    }
}

static void
a_folder_that_is_not_there_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsRecord) record = make_record (fixture, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "out.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (fonds_record_pdf (record, path, "2024-05-02", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, catalogue_fixture_set_up, test, catalogue_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/record-pdf/the-same-day-gives-the-same-bytes", the_same_day_gives_the_same_bytes);
  ADD ("/record-pdf/a-long-text-takes-more-pages-on-smaller-paper",
       a_long_text_takes_more_pages_on_smaller_paper);
  ADD ("/record-pdf/every-page-keeps-its-margins-and-has-a-foot",
       every_page_keeps_its_margins_and_has_a_foot);
  ADD ("/record-pdf/a-folder-that-is-not-there-is-an-error",
       a_folder_that_is_not_there_is_an_error);
  return g_test_run ();
}
