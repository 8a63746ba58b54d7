/* columns-ties.h - gathers the facets of which a record may have several values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"

G_BEGIN_DECLS

typedef struct _FondsTies FondsTies;

FondsTies *fonds_ties_new (FondsColumns *columns, const FondsColumns *old);
void fonds_ties_free (FondsTies *self);
void fonds_ties_copy_before (FondsTies *self, guint32 id);
gboolean fonds_ties_read_all (FondsTies *self, FondsDb *db, GError **error);
gboolean fonds_ties_read (FondsTies *self, FondsDb *db, guint32 id, GError **error);
void fonds_ties_finish (FondsTies *self);

void fonds_multi_clear (FondsMulti *multi);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsTies, fonds_ties_free)

G_END_DECLS
