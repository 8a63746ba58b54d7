/* bookmark-row.h - one of the bookmarks in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/bookmark.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_BOOKMARK_ROW (fonds_bookmark_row_get_type ())

G_DECLARE_FINAL_TYPE (FondsBookmarkRow, fonds_bookmark_row, FONDS, BOOKMARK_ROW, GtkListBoxRow)

GtkWidget *fonds_bookmark_row_new (FondsBookmark *bookmark);

FondsBookmark *fonds_bookmark_row_get_place (FondsBookmarkRow *self);
void fonds_bookmark_row_rename (FondsBookmarkRow *self);

G_END_DECLS
