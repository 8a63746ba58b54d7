/* mapping-shipped.h - mappings that come with the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/mapping.h"

G_BEGIN_DECLS

char **fonds_mapping_list_shipped (void);
FondsMapping *fonds_mapping_load_shipped (const char *name, GError **error);
FondsMapping *fonds_mapping_find_shipped (const char *const *header);

G_END_DECLS
