/* import-reading.h - how files are read that are to be imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/import-setup.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_READING (fonds_import_reading_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportReading, fonds_import_reading, FONDS, IMPORT_READING, AdwBin)

FondsImportReading *fonds_import_reading_new (void);

void fonds_import_reading_set_setup (FondsImportReading *self, FondsImportSetup *setup);
void fonds_import_reading_set_sentences (FondsImportReading *self, GPtrArray *sentences);

void fonds_import_reading_save (FondsImportReading *self, const char *path);
void fonds_import_reading_load (FondsImportReading *self, const char *path);

G_END_DECLS
