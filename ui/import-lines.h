/* import-lines.h - the rows of a dry run as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-listing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_ROW (fonds_import_row_get_type ())
#define FONDS_TYPE_IMPORT_LINES (fonds_import_lines_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportRow, fonds_import_row, FONDS, IMPORT_ROW, GObject)
G_DECLARE_FINAL_TYPE (FondsImportLines, fonds_import_lines, FONDS, IMPORT_LINES, GObject)

const FondsImportLine *fonds_import_row_get_line (FondsImportRow *self);
void fonds_import_row_want (FondsImportRow *self);

FondsImportLines *fonds_import_lines_new (FondsImportListing *listing);

void fonds_import_lines_show (FondsImportLines *self, int result, const char *words);
gboolean fonds_import_lines_get_finding (FondsImportLines *self);
GArray *fonds_import_lines_get_shown (FondsImportLines *self);

G_END_DECLS
