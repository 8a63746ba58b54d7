/* tile-input.h - mouse, touch and touchpad over a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-view.h"

G_BEGIN_DECLS

void fonds_tile_input_add (FondsTileView *view);

G_END_DECLS
