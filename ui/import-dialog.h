/* import-dialog.h - brings files into a catalogue, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_IMPORT_DIALOG (fonds_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FondsImportDialog, fonds_import_dialog, FONDS, IMPORT_DIALOG, AdwWindow)

FondsImportDialog *fonds_import_dialog_present (GtkWindow *parent,
                                                FondsCatalogue *catalogue,
                                                GFile *const *files,
                                                guint n_files);

G_END_DECLS
