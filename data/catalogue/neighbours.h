/* neighbours.h - what lies around a record in the hierarchy, and where it is kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsNeighbours:
 * @repository: (nullable): the institution that holds the record: its own, or that of the nearest
 *   record above it that names one
 * @inherited: whether @repository is said above and not by the record itself
 * @previous: (nullable): the unit before it, among those that lie in the same one
 * @next: (nullable): the unit after it
 * @place: which of them it is, from 1
 * @n_siblings: how many they are with itself; 0 where they are too many to be worth counting
 * @above: (element-type FondsLink): what it belongs to where that is said by a reference and not by
 *   the hierarchy of units: broader places and subjects, the container around, the conference; root
 *   first
 * @children: (element-type FondsLink): the first records of its kind that lie directly in it
 * @n_below: (element-type gint64): how many lie directly in each of @children; bounded
 * @n_children: how many lie directly in it; bounded
 * @locations: (element-type utf8 utf8): uid of a container that it lies in -> where that stands
 *
 * Read with a record and immutable like it.
 */
struct _FondsNeighbours
{
  FondsLink *repository;
  gboolean inherited;
  FondsLink *previous;
  FondsLink *next;
  gint64 place;
  gint64 n_siblings;
  GPtrArray *above;
  GPtrArray *children;
  GArray *n_below;
  gint64 n_children;
  GHashTable *locations;
};

/* A count of neighbours ends here: beyond it nobody counts along. */
#define FONDS_NEIGHBOURS_MOST 1000

const char *fonds_neighbours_field (FondsKind kind);
FondsNeighbours *fonds_neighbours_load (FondsDb *db, gint64 id, FondsKind kind, GError **error);
void fonds_neighbours_free (FondsNeighbours *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsNeighbours, fonds_neighbours_free)

G_END_DECLS
