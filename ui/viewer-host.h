/* viewer-host.h - gives the viewer the whole place of what called it, and that its place back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/viewer.h"

G_BEGIN_DECLS

#define FONDS_TYPE_VIEWER_HOST (fonds_viewer_host_get_type ())

G_DECLARE_FINAL_TYPE (FondsViewerHost, fonds_viewer_host, FONDS, VIEWER_HOST, AdwBin)

void fonds_viewer_host_set_content (FondsViewerHost *self, GtkWidget *content);

FondsViewerHost *fonds_viewer_host_of (GtkWidget *widget);

void fonds_viewer_host_view (FondsViewerHost *self,
                             FondsMedia *media,
                             GPtrArray *attachments,
                             guint index);
void fonds_viewer_host_close (FondsViewerHost *self);

G_END_DECLS
