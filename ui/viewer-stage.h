/* viewer-stage.h - where the viewer shows one page: a picture, a film, or why there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/media-page.h"
#include "ui/tile-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_VIEWER_STAGE (fonds_viewer_stage_get_type ())

G_DECLARE_FINAL_TYPE (FondsViewerStage, fonds_viewer_stage, FONDS, VIEWER_STAGE, AdwBin)

void fonds_viewer_stage_show (FondsViewerStage *self, FondsMediaPage *page);
FondsTileView *fonds_viewer_stage_get_view (FondsViewerStage *self);
gboolean fonds_viewer_stage_shows_picture (FondsViewerStage *self);

G_END_DECLS
