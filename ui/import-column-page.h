/* import-column-page.h - what one column of a file becomes, and its effect on a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_COLUMN_PAGE (fonds_import_column_page_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportColumnPage,
                      fonds_import_column_page,
                      FONDS,
                      IMPORT_COLUMN_PAGE,
                      AdwBin)

FondsImportColumnPage *fonds_import_column_page_new (void);

void fonds_import_column_page_set_setup (FondsImportColumnPage *self, FondsImportSetup *setup);
void fonds_import_column_page_show (FondsImportColumnPage *self, const char *column);

G_END_DECLS
