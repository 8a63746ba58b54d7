/* import-progress-page.h - how far an import is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_PROGRESS_PAGE (fonds_import_progress_page_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportProgressPage,
                      fonds_import_progress_page,
                      FONDS,
                      IMPORT_PROGRESS_PAGE,
                      AdwBin)

void fonds_import_progress_page_start (FondsImportProgressPage *self, gboolean dry_run);
void fonds_import_progress_page_attach (FondsImportProgressPage *self, guint n_files);
void fonds_import_progress_page_update (FondsImportProgressPage *self,
                                        FondsImportStage stage,
                                        guint64 done,
                                        guint64 total,
                                        guint64 rows);

G_END_DECLS
