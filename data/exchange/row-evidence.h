/* row-evidence.h - what a row says that a record can be told by, besides its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"
#include "data/exchange/draft.h"
#include "data/exchange/plan.h"

G_BEGIN_DECLS

GArray *fonds_row_evidence_read (const FondsPlan *plan, const FondsCells *cells);
guint fonds_row_evidence_met (const GArray *evidence, const FondsBody *body);

G_END_DECLS
