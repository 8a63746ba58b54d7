/* bookmark.h - a record to come back to, or all that lies under it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define FONDS_TYPE_BOOKMARK (fonds_bookmark_get_type ())

G_DECLARE_FINAL_TYPE (FondsBookmark, fonds_bookmark, FONDS, BOOKMARK, GObject)

FondsBookmark *
fonds_bookmark_new (const char *uid, FondsKind kind, gboolean under, const char *label);
FondsBookmark *fonds_bookmark_read (const char *line);
char *fonds_bookmark_write (FondsBookmark *self);

const char *fonds_bookmark_get_uid (FondsBookmark *self);
FondsKind fonds_bookmark_get_kind (FondsBookmark *self);
gboolean fonds_bookmark_get_under (FondsBookmark *self);
const char *fonds_bookmark_get_label (FondsBookmark *self);
gboolean fonds_bookmark_is_same (FondsBookmark *self, FondsBookmark *other);

G_END_DECLS
