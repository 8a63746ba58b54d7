/* types.h - the names of the catalogue's types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

typedef struct _FondsBatch FondsBatch;
typedef struct _FondsBody FondsBody;
typedef struct _FondsCatalogue FondsCatalogue;
typedef struct _FondsCustomTable FondsCustomTable;
typedef struct _FondsField FondsField;
typedef struct _FondsLink FondsLink;
typedef struct _FondsNeighbours FondsNeighbours;
typedef struct _FondsRecord FondsRecord;
typedef struct _FondsValue FondsValue;
typedef struct _FondsWriter FondsWriter;

G_END_DECLS
