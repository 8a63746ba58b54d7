/* types.h - the names of the store's types, so that headers need not include one another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FondsBitset FondsBitset;
typedef struct _FondsDb FondsDb;
typedef struct _FondsStmt FondsStmt;
typedef struct _FondsStore FondsStore;

G_END_DECLS
