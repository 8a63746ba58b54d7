/* result-columns.h - how the table of results is arranged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/result-column.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_COLUMNS (fonds_result_columns_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultColumns, fonds_result_columns, FONDS, RESULT_COLUMNS, GObject)

FondsResultColumns *fonds_result_columns_new (GtkColumnView *table);

char *fonds_result_columns_dup_arrangement (FondsResultColumns *self);
void
fonds_result_columns_arrange (FondsResultColumns *self, const char *first, const char *arrangement);

void fonds_result_columns_set_matching (FondsResultColumns *self, gboolean matching);
void fonds_result_columns_show_sort (FondsResultColumns *self, FondsSort sort, gboolean descending);

G_END_DECLS
