/* import-table.h - the rows of a dry run as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-lines.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_TABLE (fonds_import_table_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportTable, fonds_import_table, FONDS, IMPORT_TABLE, AdwBin)

FondsImportTable *fonds_import_table_new (void);

void fonds_import_table_set_lines (FondsImportTable *self, FondsImportLines *lines);
void fonds_import_table_set_several_files (FondsImportTable *self, gboolean several);
void fonds_import_table_set_results (FondsImportTable *self, guint results);

G_END_DECLS
