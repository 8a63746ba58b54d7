/* import-reading.h - how files are read that are to be imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_READING (fonds_import_reading_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportReading, fonds_import_reading, FONDS, IMPORT_READING, AdwBin)

FondsImportReading *fonds_import_reading_new (void);

void fonds_import_reading_set_paths (FondsImportReading *self, const char *const *paths);
void fonds_import_reading_set_sentences (FondsImportReading *self, GPtrArray *sentences);

gboolean fonds_import_reading_get_changed (FondsImportReading *self);
void fonds_import_reading_take_options (FondsImportReading *self, FondsImportOptions *options);

G_END_DECLS
