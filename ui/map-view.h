/* map-view.h - a widget that shows where a place lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_MAP_VIEW (fonds_map_view_get_type ())

G_DECLARE_FINAL_TYPE (FondsMapView, fonds_map_view, FONDS, MAP_VIEW, GtkWidget)

GtkWidget *fonds_map_view_new (double latitude, double longitude, double span);

G_END_DECLS
