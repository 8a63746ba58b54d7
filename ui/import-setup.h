/* import-setup.h - how files are to be read that are to be imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/import.h"
#include "data/exchange/source-peek.h"

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_SETUP (fonds_import_setup_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportSetup, fonds_import_setup, FONDS, IMPORT_SETUP, GObject)

FondsImportSetup *fonds_import_setup_new (FondsCatalogue *catalogue);

FondsCatalogue *fonds_import_setup_get_catalogue (FondsImportSetup *self);

void fonds_import_setup_set_paths (FondsImportSetup *self, const char *const *paths);
guint fonds_import_setup_get_n_files (FondsImportSetup *self);
char *fonds_import_setup_dup_name (FondsImportSetup *self, guint file);
guint fonds_import_setup_get_file (FondsImportSetup *self);
void fonds_import_setup_set_file (FondsImportSetup *self, guint file);

const FondsPeek *fonds_import_setup_get_peek (FondsImportSetup *self);
const GError *fonds_import_setup_get_error (FondsImportSetup *self);
const FondsMapping *fonds_import_setup_get_mapping (FondsImportSetup *self);
gboolean fonds_import_setup_is_own (FondsImportSetup *self);
void fonds_import_setup_set_mapping (FondsImportSetup *self, FondsMapping *mapping);

const char *fonds_import_setup_get_encoding (FondsImportSetup *self);
void fonds_import_setup_set_encoding (FondsImportSetup *self, const char *encoding);
char fonds_import_setup_get_separator (FondsImportSetup *self);
void fonds_import_setup_set_separator (FondsImportSetup *self, char separator);
void fonds_import_setup_set_source (FondsImportSetup *self, const char *source);
void fonds_import_setup_set_link_names (FondsImportSetup *self, gboolean link_names);

gboolean fonds_import_setup_get_changed (FondsImportSetup *self);
void fonds_import_setup_take_options (FondsImportSetup *self, FondsImportOptions *options);
FondsSourceOptions fonds_import_setup_source_options (FondsImportSetup *self);

G_END_DECLS
