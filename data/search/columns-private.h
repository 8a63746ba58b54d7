/* columns-private.h - how a snapshot of the facts is put together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns-table.h"
#include "data/search/columns.h"

G_BEGIN_DECLS

/**
 * FondsPart:
 * @where: the address of the pointer to the array
 * @size: of an element, in bytes
 * @n: how many elements
 *
 * One array of a snapshot.
 */
typedef struct
{
  gpointer where;
  gsize size;
  gsize n;
} FondsPart;

/* The set, a column a fact, the orders, and three arrays for each facet with several values. */
#define FONDS_PART_VISIBLE 0
#define FONDS_PART_KIND 1
#define FONDS_FIRST_ORDER (1 + 10)
#define FONDS_N_PARTS (FONDS_FIRST_ORDER + FONDS_N_ORDERS + 3 * FONDS_N_MULTIS)

/* Raise it whenever parts, their order or what stands in them change: what an older program stored is
 * then not used. */
#define FONDS_STORED_FORMAT 2

/* Where the pieces of a stored snapshot lie: what tells about them, who is storing just now, and the
 * parts, each cut into so many bytes. */
#define FONDS_STORED_HEADER 0
#define FONDS_STORED_OWNER 1
#define FONDS_STORED_PIECE (1 << 20)
#define FONDS_STORED_ID(part, piece) (((gint64) (part) + 1) << 16 | (gint64) (piece))
#define FONDS_STORED_PIECES(length) (((length) + FONDS_STORED_PIECE - 1) / FONDS_STORED_PIECE)

/* format, versions of texts, sequence, n, shown batches, levels, codes of each facet, numbers of keyed
 * records and of values, lengths of parts in bytes, checksums of pieces. Before it stands its own
 * checksum. */
#define FONDS_STORED_HEADER_TYPE "(usxuaxasaasauatat)"

FondsColumns *_fonds_columns_new (guint32 n, const FondsColumns *old);
FondsColumns *_fonds_columns_new_bare (guint32 n);
void _fonds_columns_put (FondsColumns *self, const FondsFacts *facts, GHashTable *level_numbers);
GHashTable *_fonds_columns_number_levels (FondsColumns *self);
gboolean _fonds_columns_shows (const FondsColumns *self, const FondsFacts *facts);
void _fonds_columns_build_tree (FondsColumns *self);
void _fonds_columns_list_parts (FondsColumns *self, FondsPart parts[FONDS_N_PARTS]);
gboolean _fonds_columns_hold_sight (const FondsColumns *self);
gboolean _fonds_columns_hold (const FondsColumns *self);
GHashTable *_fonds_columns_stored_checksums (FondsDb *db, GError **error);

G_END_DECLS
