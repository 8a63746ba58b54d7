/* types.h - the names of the search's types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

typedef struct _FondsAnswer FondsAnswer;
typedef struct _FondsMatcher FondsMatcher;
typedef struct _FondsQuery FondsQuery;
typedef struct _FondsRequest FondsRequest;

G_END_DECLS
