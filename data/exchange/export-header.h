/* export-header.h - the columns of the files that are handed out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/atom.h"
#include "data/exchange/custom-fields.h"
#include "data/exchange/export-usage.h"

G_BEGIN_DECLS

char **fonds_header_atom (FondsAtomTemplate template,
                          guint32 kinds,
                          const FondsUsage *usage,
                          FondsCustomFields *custom);
char **fonds_header_own (FondsKind kind,
                         gboolean has_parent,
                         const FondsUsage *usage,
                         FondsCustomFields *custom);

G_END_DECLS
