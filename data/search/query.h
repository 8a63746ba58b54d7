/* query.h - what a person types into the search bar, understood
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/types.h"

G_BEGIN_DECLS

FondsQuery *fonds_query_parse (const char *text, guint *position, GError **error);
FondsQuery *fonds_query_ref (FondsQuery *self);
void fonds_query_unref (FondsQuery *self);

char *fonds_query_to_string (const FondsQuery *self);
gboolean fonds_query_is_empty (const FondsQuery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsQuery, fonds_query_unref)

G_END_DECLS
