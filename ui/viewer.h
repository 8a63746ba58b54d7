/* viewer.h - a record's pictures and files, one at a time and as large as the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_VIEWER (fonds_viewer_get_type ())

G_DECLARE_FINAL_TYPE (FondsViewer, fonds_viewer, FONDS, VIEWER, AdwBin)

GtkWidget *fonds_viewer_new (void);

void fonds_viewer_show (FondsViewer *self, FondsMedia *media, GPtrArray *attachments, guint index);
void fonds_viewer_clear (FondsViewer *self);

G_END_DECLS
