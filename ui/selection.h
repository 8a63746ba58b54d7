/* selection.h - which of the results are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/result-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SELECTION (fonds_selection_get_type ())

G_DECLARE_FINAL_TYPE (FondsSelection, fonds_selection, FONDS, SELECTION, GObject)

FondsSelection *fonds_selection_new (FondsResultModel *results);

guint fonds_selection_get_n_selected (FondsSelection *self);
gint64 fonds_selection_get_single (FondsSelection *self);
gboolean fonds_selection_contains (FondsSelection *self, gint64 id);
guint32 *fonds_selection_dup_ids (FondsSelection *self, guint *n);

void fonds_selection_select_only (FondsSelection *self, gint64 id);

G_END_DECLS
