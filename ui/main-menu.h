/* main-menu.h - the menu of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/recent.h"

G_BEGIN_DECLS

GMenuModel *fonds_main_menu_new (FondsRecent *recent);

G_END_DECLS
