/* attach-drop.h - files dropped on what shows a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FondsDropFunc:
 * @files: (element-type GFile): what was dropped
 * @user_data: what was given
 */
typedef void (*FondsDropFunc) (GPtrArray *files, gpointer user_data);

GtkEventController *fonds_attach_drop_new (FondsDropFunc dropped, gpointer user_data);

G_END_DECLS
