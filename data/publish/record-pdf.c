/* record-pdf.c - a record as a PDF file
 *
 * Written beside its name and moved there when it is whole, so that nobody ever opens half a file.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/publish/record-pdf.h"

#include "data/publish/record-print.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t *surface, FondsRecord *record, const char *created)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, record->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Fonds");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

static cairo_status_t
draw (FondsRecord *record, const char *created, GByteArray *bytes)
{
  g_autoptr (FondsPrintFlow) flow =
      fonds_record_print (record, FONDS_PAPER_WIDTH, FONDS_PAPER_HEIGHT);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, FONDS_PAPER_WIDTH, FONDS_PAPER_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, record, created);
  for (guint page = 0; page < fonds_print_flow_n_pages (flow); page++)
    {
      fonds_print_flow_draw (flow, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * fonds_record_pdf:
 * @record: a record; what it holds is printed
 * @path: the file, which is replaced where it is there
 * @created: when the file is said to be made: ISO 8601, such as "2026-11-24T20:00:00Z"
 * @error: return location; %G_IO_ERROR or %G_FILE_ERROR
 *
 * Writes a record to a PDF file on A4.
 *
 * Returns: whether it was written
 */
gboolean
fonds_record_pdf (FondsRecord *record, const char *path, const char *created, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = draw (record, created, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_set_contents_full (path, (const char *) bytes->data, bytes->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}
