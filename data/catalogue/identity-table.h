/* identity-table.h - where records came from, and by which names they are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

gboolean fonds_identity_write (FondsDb *db, gint64 id, const FondsBody *body, GError **error);
gboolean fonds_identity_remove (FondsDb *db, gint64 id, GError **error);

gint64 fonds_identity_find_origin (FondsDb *db, const char *name, GError **error);
GPtrArray *fonds_identity_list_origins (FondsDb *db, GError **error);
gboolean fonds_identity_main_origin (FondsDb *db, char **name, GError **error);
gint64 fonds_identity_find (FondsDb *db,
                            gint64 origin,
                            FondsKind kind,
                            const char *legacy,
                            GError **error);

gboolean fonds_name_write (FondsDb *db, gint64 id, const FondsBody *body, GError **error);
gboolean fonds_name_remove (FondsDb *db, gint64 id, GError **error);
GArray *fonds_name_find (FondsDb *db, const char *form, guint32 kinds, GError **error);

G_END_DECLS
