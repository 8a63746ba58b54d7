/* stored-table.h - the pieces in which a snapshot of the facts lies in the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

typedef gboolean (*FondsPieceFunc) (gint64 id,
                                    gconstpointer data,
                                    gsize length,
                                    gpointer user_data);

gboolean fonds_stored_make (FondsDb *db, GError **error);
gboolean fonds_stored_exists (FondsDb *db, gboolean *exists, GError **error);
gboolean
fonds_stored_write (FondsDb *db, gint64 id, gconstpointer data, gsize length, GError **error);
GBytes *fonds_stored_read (FondsDb *db, gint64 id, GError **error);
gboolean
fonds_stored_each (FondsDb *db, gint64 first, FondsPieceFunc func, gpointer data, GError **error);
gboolean fonds_stored_remove (FondsDb *db, gint64 first, gint64 last, GError **error);

G_END_DECLS
