/* result-tile.h - one picture of the results' grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"
#include "ui/result-cell.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_TILE (fonds_result_tile_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultTile, fonds_result_tile, FONDS, RESULT_TILE, FondsResultCell)

GtkWidget *fonds_result_tile_new (FondsMedia *media);

G_END_DECLS
