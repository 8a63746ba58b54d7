/* import-columns.h - what each column of a file becomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_COLUMNS (fonds_import_columns_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportColumns, fonds_import_columns, FONDS, IMPORT_COLUMNS, AdwBin)

FondsImportColumns *fonds_import_columns_new (void);

void fonds_import_columns_set_setup (FondsImportColumns *self, FondsImportSetup *setup);
void fonds_import_columns_open (FondsImportColumns *self, const char *column);

G_END_DECLS
