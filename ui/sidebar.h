/* sidebar.h - where to look: the sections, the bookmarks and the hierarchy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/bookmarks.h"
#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SIDEBAR (fonds_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (FondsSidebar, fonds_sidebar, FONDS, SIDEBAR, AdwBin)

FondsSidebar *fonds_sidebar_new (void);

void fonds_sidebar_set_finder (FondsSidebar *self, FondsFinder *finder);
void fonds_sidebar_set_bookmarks (FondsSidebar *self,
                                  FondsCatalogue *catalogue,
                                  FondsBookmarks *bookmarks);

void fonds_sidebar_reveal (FondsSidebar *self, gint64 id);

gboolean fonds_sidebar_get_activate_on_click (FondsSidebar *self);
void fonds_sidebar_set_activate_on_click (FondsSidebar *self, gboolean activate);

G_END_DECLS
