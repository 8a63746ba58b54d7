/* find-table.h - finds a record by what people know of it, and the little facts about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

/**
 * FondsSlugFound:
 * @id: a record
 * @slug: the end of its address elsewhere
 * @data: the caller's
 *
 * Told of a record that has a slug.
 */
typedef void (*FondsSlugFound) (gint64 id, const char *slug, gpointer data);

gboolean fonds_find_is_shown (FondsDb *db, gint64 batch, GError **error);
gint64 fonds_find_changed (FondsDb *db, gint64 id);
gboolean fonds_find_access (FondsDb *db, gint64 id, FondsAccess *access, GError **error);
gboolean
fonds_find_slugs (FondsDb *db, FondsKind kind, FondsSlugFound found, gpointer data, GError **error);

G_END_DECLS
