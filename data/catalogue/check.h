/* check.h - finds what is wrong in a catalogue, and writes the shadows anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

typedef void (*FondsCheckProgress) (gint64 done, gint64 total, gpointer user_data);

GPtrArray *fonds_check (FondsCatalogue *catalogue, GCancellable *cancellable, GError **error);
gboolean fonds_check_repair (FondsCatalogue *catalogue,
                             FondsCheckProgress progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
