/* export-outlook.h - what an export would write, leave out and lose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_EXPORT_OUTLOOK (fonds_export_outlook_get_type ())

G_DECLARE_FINAL_TYPE (FondsExportOutlook,
                      fonds_export_outlook,
                      FONDS,
                      EXPORT_OUTLOOK,
                      AdwPreferencesGroup)

void fonds_export_outlook_look (FondsExportOutlook *self, guint64 n);
void fonds_export_outlook_show (FondsExportOutlook *self, const FondsExportReport *report);
void fonds_export_outlook_fail (FondsExportOutlook *self, const GError *error);

G_END_DECLS
