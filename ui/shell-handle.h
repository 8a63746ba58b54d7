/* shell-handle.h - the line between two panes, to be drawn aside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SHELL_HANDLE (fonds_shell_handle_get_type ())

G_DECLARE_FINAL_TYPE (FondsShellHandle, fonds_shell_handle, FONDS, SHELL_HANDLE, GtkWidget)

GtkWidget *fonds_shell_handle_new (void);

G_END_DECLS
