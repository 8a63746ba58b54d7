/* result-row.h - one line of the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/result-cell.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_ROW (fonds_result_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultRow, fonds_result_row, FONDS, RESULT_ROW, FondsResultCell)

GtkWidget *fonds_result_row_new (void);

G_END_DECLS
