/* stats-table.h - how much of what a catalogue holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsStats:
 * @documents: how many documents of each kind are shown
 * @dated: how many records have a date
 * @entries: how many entries the journal has
 */
typedef struct
{
  gint64 documents[FONDS_N_KINDS];
  gint64 dated;
  gint64 entries;
} FondsStats;

gboolean fonds_stats_load (FondsDb *db, FondsStats *stats, GError **error);

G_END_DECLS
