/* evaluate.h - which records a query finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "data/search/query.h"

G_BEGIN_DECLS

FondsBitset *
fonds_evaluate (FondsDb *db, const FondsColumns *columns, const FondsQuery *query, GError **error);

char *fonds_evaluate_words (const FondsQuery *query, guint columns);

void fonds_evaluate_add_under (const FondsColumns *columns, guint32 top, FondsBitset *set);

G_END_DECLS
