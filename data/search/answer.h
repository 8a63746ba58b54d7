/* answer.h - works an answer out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "data/search/request.h"

G_BEGIN_DECLS

gboolean fonds_answer_needs_sight_only (const FondsRequest *request);
FondsAnswer *fonds_answer_find (FondsDb *db,
                                const FondsColumns *columns,
                                const FondsRequest *request,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
