/* stack.h - pages of which only one is there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_stack_hide_others (GtkStack *stack);

G_END_DECLS
