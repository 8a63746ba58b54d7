/* import-cell.h - one cell of the table of a dry run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-lines.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FondsImportColumn:
 *
 * The columns of the table, in their order.
 */
typedef enum
{
  FONDS_IMPORT_COLUMN_RESULT,
  FONDS_IMPORT_COLUMN_FILE,
  FONDS_IMPORT_COLUMN_ROW,
  FONDS_IMPORT_COLUMN_RECORD,
  FONDS_IMPORT_COLUMN_COLUMN,
  FONDS_IMPORT_COLUMN_BEFORE,
  FONDS_IMPORT_COLUMN_VALUE,
  FONDS_IMPORT_COLUMN_REASON,
  FONDS_N_IMPORT_COLUMNS,
} FondsImportColumn;

#define FONDS_TYPE_IMPORT_CELL (fonds_import_cell_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportCell, fonds_import_cell, FONDS, IMPORT_CELL, AdwBin)

GtkWidget *fonds_import_cell_new (FondsImportColumn column, guint chars);

void fonds_import_cell_set_row (FondsImportCell *self, FondsImportRow *row);

G_END_DECLS
