/* bookmarks.h - the bookmarks of a person in a catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/bookmark.h"
#include "ui/state.h"

G_BEGIN_DECLS

#define FONDS_TYPE_BOOKMARKS (fonds_bookmarks_get_type ())

G_DECLARE_FINAL_TYPE (FondsBookmarks, fonds_bookmarks, FONDS, BOOKMARKS, GObject)

FondsBookmarks *fonds_bookmarks_new (FondsState *state);

GListModel *fonds_bookmarks_get_model (FondsBookmarks *self);

gboolean fonds_bookmarks_add (FondsBookmarks *self, FondsBookmark *bookmark);
void fonds_bookmarks_insert (FondsBookmarks *self, guint position, FondsBookmark *bookmark);
void fonds_bookmarks_rename (FondsBookmarks *self, guint position, const char *label);
gboolean fonds_bookmarks_move (FondsBookmarks *self, guint position, int to);
FondsBookmark *fonds_bookmarks_remove (FondsBookmarks *self, guint position);

G_END_DECLS
