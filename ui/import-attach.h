/* import-attach.h - whether an import also brings the files that its rows name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-files.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_ATTACH (fonds_import_attach_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportAttach, fonds_import_attach, FONDS, IMPORT_ATTACH, AdwBin)

FondsImportAttach *fonds_import_attach_new (void);

void fonds_import_attach_set_count (FondsImportAttach *self, const FondsImportFilesCount *count);
void fonds_import_attach_set_active (FondsImportAttach *self, gboolean active);
gboolean fonds_import_attach_get_active (FondsImportAttach *self);

G_END_DECLS
