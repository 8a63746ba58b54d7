/* setting-table.h - facts about the catalogue itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

char *fonds_setting_dup (FondsDb *db, const char *name, GError **error);
gboolean fonds_setting_set (FondsDb *db, const char *name, const char *value, GError **error);
gint64 fonds_setting_next_sequence (FondsDb *db, GError **error);

G_END_DECLS
