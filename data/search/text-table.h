/* text-table.h - the words of records, and the index over them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/field.h"
#include "data/search/types.h"

G_BEGIN_DECLS

gboolean
fonds_text_insert (FondsDb *db, gint64 id, const char *const texts[FONDS_SEARCH_N], GError **error);
gboolean fonds_text_remove (FondsDb *db, gint64 id, GError **error);

FondsStmt *fonds_text_select (FondsDb *db, gint64 id);
const char *fonds_text_column (FondsStmt *stmt, FondsSearchColumn column);

G_END_DECLS
