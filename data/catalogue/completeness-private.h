/* completeness-private.h - a report on completeness on its way
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/completeness.h"

G_BEGIN_DECLS

/* A kind has at most so many essential fields. */
#define FONDS_ESSENTIALS_MAX 32

/**
 * FondsEssentials:
 * @n: how many fields of a kind are essential
 * @fields: which
 * @missing: for each the records that lack it
 * @by_id: field id -> its number, plus one
 *
 * What a kind of record can't do without.
 */
typedef struct
{
  guint n;
  const FondsField *fields[FONDS_ESSENTIALS_MAX];
  FondsBitset *missing[FONDS_ESSENTIALS_MAX];
  GHashTable *by_id;
} FondsEssentials;

/**
 * FondsBodyScan:
 * @essentials: for each kind
 * @unreachable: for each kind the records with a file that can't be reached
 *
 * What is found in bodies, in one pass.
 */
typedef struct
{
  /* owned */
  FondsEssentials essentials[FONDS_N_KINDS];
  FondsBitset *unreachable[FONDS_N_KINDS];
  char *folder; /* of the catalogue: where a path that is not whole begins */

  /* borrowed */
  const FondsCompletenessOptions *options;
  GCancellable *cancellable;

  /* state */
  guint64 n_done;
  guint64 n_total;
  gint64 told; /* monotonic time of the last progress */
} FondsBodyScan;

void fonds_body_scan_init (FondsBodyScan *self,
                           const char *path,
                           const FondsCompletenessOptions *options,
                           GCancellable *cancellable);
void fonds_body_scan_clear (FondsBodyScan *self);
gboolean fonds_body_scan_run (FondsBodyScan *self, FondsDb *db, GError **error);

char *fonds_body_scan_unreachable (const FondsBody *body,
                                   const char *folder,
                                   const FondsCompletenessOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FondsBodyScan, fonds_body_scan_clear)

G_END_DECLS
