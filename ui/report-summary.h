/* report-summary.h - what records lack, as rows with counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/completeness.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_REPORT_SUMMARY (fonds_report_summary_get_type ())

G_DECLARE_FINAL_TYPE (FondsReportSummary, fonds_report_summary, FONDS, REPORT_SUMMARY, AdwBin)

FondsReportSummary *fonds_report_summary_new (void);

void fonds_report_summary_set_report (FondsReportSummary *self, const FondsCompleteness *report);

G_END_DECLS
