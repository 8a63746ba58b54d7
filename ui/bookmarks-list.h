/* bookmarks-list.h - the bookmarks of a person, in the sidebar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "ui/bookmarks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_BOOKMARKS_LIST (fonds_bookmarks_list_get_type ())

G_DECLARE_FINAL_TYPE (FondsBookmarksList, fonds_bookmarks_list, FONDS, BOOKMARKS_LIST, AdwBin)

GtkWidget *fonds_bookmarks_list_new (void);

void fonds_bookmarks_list_set_bookmarks (FondsBookmarksList *self,
                                         FondsCatalogue *catalogue,
                                         FondsBookmarks *bookmarks);

G_END_DECLS
