/* tile-board.h - a picture of plain tiles, for tests of what shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-source.h"

G_BEGIN_DECLS

#define TYPE_TILE_BOARD (tile_board_get_type ())

G_DECLARE_FINAL_TYPE (TileBoard, tile_board, TILE, BOARD, GObject)

TileBoard *tile_board_new (int width, int height);
void tile_board_hold (TileBoard *self, gboolean hold);
void tile_board_break_level (TileBoard *self, guint level);
guint tile_board_get_n_asked (TileBoard *self);
guint tile_board_get_most (TileBoard *self);

G_END_DECLS
