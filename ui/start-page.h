/* start-page.h - what a window shows while it holds no catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_START_PAGE (fonds_start_page_get_type ())

G_DECLARE_FINAL_TYPE (FondsStartPage, fonds_start_page, FONDS, START_PAGE, AdwBin)

FondsStartPage *fonds_start_page_new (void);
void fonds_start_page_set_desk (FondsStartPage *self, FondsDesk *desk, GMenuModel *menu);

void fonds_start_page_show_welcome (FondsStartPage *self);
void fonds_start_page_show_progress (FondsStartPage *self, const char *title, const char *what);
void fonds_start_page_show_error (FondsStartPage *self, const GError *error, const char *path);

G_END_DECLS
