/* mapping-guess.h - a first mapping from header and data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/mapping.h"

G_BEGIN_DECLS

FondsMapping *fonds_mapping_guess (const char *const *header, GPtrArray *rows);

G_END_DECLS
