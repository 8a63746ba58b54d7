/* manual.h - the user's manual
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void fonds_manual_open (GtkWindow *parent, const char *folder);

G_END_DECLS
