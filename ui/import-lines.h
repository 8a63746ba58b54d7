/* import-lines.h - the lines of an import's report as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-report.h"

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_LINES (fonds_import_lines_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportLines, fonds_import_lines, FONDS, IMPORT_LINES, GObject)

#define FONDS_TYPE_IMPORT_ROW (fonds_import_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportRow, fonds_import_row, FONDS, IMPORT_ROW, GObject)

FondsImportLines *fonds_import_lines_new (FondsImportReport *report);

const FondsImportReport *fonds_import_lines_get_report (FondsImportLines *self);
void fonds_import_lines_show_only (FondsImportLines *self, int result);

const FondsImportLine *fonds_import_row_get_line (FondsImportRow *self);

G_END_DECLS
