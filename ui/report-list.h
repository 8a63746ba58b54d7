/* report-list.h - the records of one line of a report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/completeness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_REPORT_LIST (fonds_report_list_get_type ())

G_DECLARE_FINAL_TYPE (FondsReportList, fonds_report_list, FONDS, REPORT_LIST, AdwBin)

FondsReportList *fonds_report_list_new (void);

void fonds_report_list_show (FondsReportList *self, FondsCatalogue *catalogue, const FondsGap *gap);

G_END_DECLS
