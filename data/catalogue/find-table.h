/* find-table.h - finds a record by what people know of it, and the little facts about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

gboolean fonds_find_is_shown (FondsDb *db, gint64 batch, GError **error);
gint64 fonds_find_changed (FondsDb *db, gint64 id);
gboolean fonds_find_access (FondsDb *db, gint64 id, FondsAccess *access, GError **error);

G_END_DECLS
