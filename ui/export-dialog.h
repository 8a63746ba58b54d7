/* export-dialog.h - hands records out: which, for whom, in which form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/search.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_EXPORT_DIALOG (fonds_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FondsExportDialog, fonds_export_dialog, FONDS, EXPORT_DIALOG, AdwWindow)

FondsExportDialog *fonds_export_dialog_present (GtkWindow *parent,
                                                FondsCatalogue *catalogue,
                                                FondsSearch *search,
                                                const FondsRequest *request,
                                                const guint32 *ids,
                                                guint n_ids);

void fonds_export_dialog_write (FondsExportDialog *self, const char *path);

G_END_DECLS
