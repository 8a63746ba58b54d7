/* own-table.h - the table of one kind of record that goes out and comes in again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/group.h"
#include "data/exchange/mapping.h"

G_BEGIN_DECLS

gboolean fonds_own_table_recognise (const char *const *header);
gboolean fonds_own_table_check (FondsKind kind, const char *const *header, GError **error);
FondsMapping *fonds_own_table_mapping (FondsKind kind, const char *const *header);

const FondsGroup *fonds_own_table_group (FondsKind kind, const char *field);

G_END_DECLS
