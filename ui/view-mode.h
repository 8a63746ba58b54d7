/* view-mode.h - the ways to see the results
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsViewMode:
 * @FONDS_VIEW_LIST: two or three lines a record
 * @FONDS_VIEW_TABLE: a line a record, in columns
 * @FONDS_VIEW_GRID: pictures with titles
 */
typedef enum
{
  FONDS_VIEW_LIST,
  FONDS_VIEW_TABLE,
  FONDS_VIEW_GRID,
  FONDS_N_VIEWS,
} FondsViewMode;

const char *fonds_view_mode_id (FondsViewMode mode);
const char *fonds_view_mode_label (FondsViewMode mode);
const char *fonds_view_mode_icon (FondsViewMode mode);
FondsViewMode fonds_view_mode_from_id (const char *id);

G_END_DECLS
