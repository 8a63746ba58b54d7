/* tab-stop.h - the way of the Tab key through panes and lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_TAB_STOP (fonds_tab_stop_get_type ())

G_DECLARE_FINAL_TYPE (FondsTabStop, fonds_tab_stop, FONDS, TAB_STOP, AdwBin)

GtkWidget *fonds_tab_stop_new (void);

gboolean fonds_bin_pass_focus (GtkWidget *bin, GtkDirectionType direction);

G_END_DECLS
