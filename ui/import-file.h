/* import-file.h - how a file is written that is to be imported, and its first rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_FILE (fonds_import_file_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportFile, fonds_import_file, FONDS, IMPORT_FILE, AdwBin)

FondsImportFile *fonds_import_file_new (void);

void fonds_import_file_set_setup (FondsImportFile *self, FondsImportSetup *setup);

G_END_DECLS
