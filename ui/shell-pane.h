/* shell-pane.h - one of the shell's panes, as wide as it would like to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SHELL_PANE (fonds_shell_pane_get_type ())

G_DECLARE_FINAL_TYPE (FondsShellPane, fonds_shell_pane, FONDS, SHELL_PANE, AdwBin)

GtkWidget *fonds_shell_pane_new (void);

void fonds_shell_pane_set_width (FondsShellPane *self, int width);

G_END_DECLS
