/* level.h - levels of description
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/codes-list.h"

G_BEGIN_DECLS

const char *fonds_level_label (const char *level);
int fonds_level_rank (const char *level);
gboolean fonds_level_may_hold (const char *parent, const char *child);

G_END_DECLS
