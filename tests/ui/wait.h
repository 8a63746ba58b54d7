/* wait.h - lets the main loop turn until something is so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*WaitFunc) (gpointer data);

void wait_until (WaitFunc is_so, gpointer data);

G_END_DECLS
