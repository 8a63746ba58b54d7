/* import-preview.h - what an import would do, as counts and a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-report.h"
#include "ui/import-attach.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_PREVIEW (fonds_import_preview_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportPreview, fonds_import_preview, FONDS, IMPORT_PREVIEW, AdwBin)

FondsImportPreview *fonds_import_preview_new (void);

void fonds_import_preview_set_report (FondsImportPreview *self, const FondsImportReport *report);
FondsImportAttach *fonds_import_preview_get_attach (FondsImportPreview *self);
void fonds_import_preview_save (FondsImportPreview *self, const char *path);

G_END_DECLS
