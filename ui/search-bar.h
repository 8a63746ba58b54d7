/* search-bar.h - where one types what one looks for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SEARCH_BAR (fonds_search_bar_get_type ())

G_DECLARE_FINAL_TYPE (FondsSearchBar, fonds_search_bar, FONDS, SEARCH_BAR, AdwBin)

FondsSearchBar *fonds_search_bar_new (void);

void fonds_search_bar_set_finder (FondsSearchBar *self, FondsFinder *finder);
void fonds_search_bar_clear (FondsSearchBar *self);

G_END_DECLS
