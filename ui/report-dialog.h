/* report-dialog.h - what the records of a catalogue still lack
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_REPORT_DIALOG (fonds_report_dialog_get_type ())

G_DECLARE_FINAL_TYPE (FondsReportDialog, fonds_report_dialog, FONDS, REPORT_DIALOG, AdwWindow)

FondsReportDialog *fonds_report_dialog_present (GtkWindow *parent, FondsCatalogue *catalogue);

void fonds_report_dialog_save (FondsReportDialog *self, const char *path);

G_END_DECLS
