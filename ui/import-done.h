/* import-done.h - what an import has done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import-report.h"
#include "data/media/attach.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_DONE (fonds_import_done_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportDone, fonds_import_done, FONDS, IMPORT_DONE, AdwBin)

FondsImportDone *fonds_import_done_new (void);

void fonds_import_done_set_report (FondsImportDone *self, const FondsImportReport *report);
void fonds_import_done_set_attached (FondsImportDone *self,
                                     const FondsAttached *attached,
                                     const GError *error);
void fonds_import_done_save (FondsImportDone *self, const char *path);

G_END_DECLS
