/* tile-view-private.h - what the files of the view know of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/tile-loader.h"
#include "ui/tile-view.h"

G_BEGIN_DECLS

struct _FondsTileView
{
  GtkWidget parent_instance;

  /* owned */
  FondsTileLoader *loader; /* (nullable) */
  GdkTexture *preview;     /* (nullable) */
  GdkTexture *still;       /* (nullable): the look as it is now, finely drawn */
  GCancellable *drawing;   /* (nullable): while a still is being drawn */

  /* state */
  FondsTileCamera camera;
  guint level; /* that is drawn */
  guint finer; /* that the still is made of */
  guint rest_source;
};

double _fonds_tile_dots (FondsTileView *self);
void _fonds_tile_draw (FondsTileView *self,
                       GtkSnapshot *snapshot,
                       GdkTexture *texture,
                       const graphene_rect_t *place);
void _fonds_tile_draw_seen (FondsTileView *self, GtkSnapshot *snapshot);
GArray *_fonds_tile_collect_pieces (FondsTileView *self);

G_END_DECLS
