/* import-sample.h - a record made of one row, as it would come in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_SAMPLE (fonds_import_sample_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportSample,
                      fonds_import_sample,
                      FONDS,
                      IMPORT_SAMPLE,
                      AdwPreferencesGroup)

void fonds_import_sample_set_setup (FondsImportSample *self, FondsImportSetup *setup);
void fonds_import_sample_renew (FondsImportSample *self);

G_END_DECLS
