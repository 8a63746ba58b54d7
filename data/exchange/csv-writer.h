/* csv-writer.h - a table of text, one record after another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FondsCsvWriterOptions:
 * @separator: the character between two cells, '\0' for the comma
 * @crlf: whether lines end in CR and LF, as RFC 4180 has it, not in LF
 * @bom: whether the file begins with a byte order mark, by which Excel knows UTF-8
 * @spreadsheet_safe: whether a cell that a spreadsheet would take for a formula gets an apostrophe
 *   before it. The text is then no longer what the catalogue holds, so it is never the default.
 */
typedef struct
{
  char separator;
  gboolean crlf;
  gboolean bom;
  gboolean spreadsheet_safe;
} FondsCsvWriterOptions;

typedef struct _FondsCsvWriter FondsCsvWriter;

FondsCsvWriter *fonds_csv_writer_new (GOutputStream *stream, const FondsCsvWriterOptions *options);
void fonds_csv_writer_free (FondsCsvWriter *self);

void fonds_csv_writer_cell (FondsCsvWriter *self, const char *text, gssize length);
gboolean fonds_csv_writer_end_record (FondsCsvWriter *self, GError **error);
gboolean fonds_csv_writer_finish (FondsCsvWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsCsvWriter, fonds_csv_writer_free)

G_END_DECLS
