/* result-view.h - the results as a list, a table or a grid of pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"
#include "ui/result-columns.h"
#include "ui/selection.h"
#include "ui/view-mode.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_VIEW (fonds_result_view_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultView, fonds_result_view, FONDS, RESULT_VIEW, AdwBin)

FondsResultView *fonds_result_view_new (FondsViewMode mode, FondsMedia *media);

void fonds_result_view_set_selection (FondsResultView *self, FondsSelection *selection);
FondsResultColumns *fonds_result_view_get_columns (FondsResultView *self);
GtkWidget *fonds_result_view_get_widget (FondsResultView *self);

void fonds_result_view_set_activate_on_click (FondsResultView *self, gboolean activate);

gint64 fonds_result_view_get_focused (FondsResultView *self);
void fonds_result_view_reveal (FondsResultView *self, guint position, gboolean focus);

void fonds_result_view_go_to_start (FondsResultView *self);
double fonds_result_view_get_offset (FondsResultView *self);
void fonds_result_view_set_offset (FondsResultView *self, double offset);
double fonds_result_view_get_fraction (FondsResultView *self);

G_END_DECLS
