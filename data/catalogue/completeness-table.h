/* completeness-table.h - the questions of a report on completeness
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"
#include "data/store/bitset.h"

G_BEGIN_DECLS

/**
 * FondsBodyVisit:
 *
 * Is given one record after another; the text is valid during the call.
 */
typedef gboolean (*FondsBodyVisit) (gint64 id,
                                    FondsKind kind,
                                    const char *body,
                                    gsize length,
                                    gpointer data,
                                    GError **error);

gboolean fonds_completeness_count (FondsDb *db, gint64 *n, GError **error);
gboolean
fonds_completeness_visit (FondsDb *db, FondsBodyVisit visit, gpointer data, GError **error);
GArray *fonds_completeness_parents (FondsDb *db, GError **error);

gboolean fonds_completeness_unplaced (FondsDb *db, FondsBitset **records, GError **error);
gboolean fonds_completeness_unused (FondsDb *db, FondsBitset **records, GError **error);
gboolean fonds_completeness_broken (FondsDb *db, FondsBitset **records, GError **error);
gboolean fonds_completeness_clashes (FondsDb *db, FondsBitset **records, GError **error);

char *fonds_completeness_say_broken (FondsDb *db, gint64 id, GError **error);
char *fonds_completeness_say_code (FondsDb *db, gint64 id, GError **error);
char *fonds_completeness_say_date (FondsDb *db, gint64 id, GError **error);

G_END_DECLS
