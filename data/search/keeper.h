/* keeper.h - decides when a snapshot of the facts is laid into the file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/columns.h"

G_BEGIN_DECLS

#define FONDS_TYPE_KEEPER (fonds_keeper_get_type ())

G_DECLARE_FINAL_TYPE (FondsKeeper, fonds_keeper, FONDS, KEEPER, GObject)

FondsKeeper *_fonds_keeper_new (FondsCatalogue *catalogue);
void _fonds_keeper_note (FondsKeeper *self, FondsColumns *columns);
void _fonds_keeper_finish (FondsKeeper *self);
gboolean _fonds_keeper_keep (FondsKeeper *self,
                             FondsColumns *columns,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
