/* stored-check.h - whether the facts that lie in the file are right, and a way to be rid of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean
fonds_stored_check (FondsStore *store, gboolean *right, GCancellable *cancellable, GError **error);
gboolean fonds_stored_forget (FondsStore *store, GCancellable *cancellable, GError **error);

G_END_DECLS
