/* result-cell.h - what shows a record, or a piece of one, in any view of the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/result-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_CELL (fonds_result_cell_get_type ())

G_DECLARE_DERIVABLE_TYPE (FondsResultCell, fonds_result_cell, FONDS, RESULT_CELL, AdwBin)

/**
 * FondsResultCellClass:
 * @show: shows a row, with the line in which it matched; %NULL for one that is not loaded yet, the id
 *   0 for one that is gone
 */
struct _FondsResultCellClass
{
  AdwBinClass parent_class;

  void (*show) (FondsResultCell *self, const FondsRow *row, const char *snippet);
};

/**
 * FondsResultCellMaker:
 *
 * Makes an empty cell.
 */
typedef GtkWidget *(*FondsResultCellMaker) (gpointer data);

GtkListItemFactory *fonds_result_cell_factory_new (FondsResultCellMaker maker, gpointer data);

void fonds_result_cell_set_item (FondsResultCell *self, FondsResultItem *item);
FondsResultItem *fonds_result_cell_get_item (FondsResultCell *self);

FondsResultCell *fonds_result_cell_in (GtkWidget *row);
FondsResultCell *fonds_result_cell_at (GtkWidget *view, double x, double y);

G_END_DECLS
