/* columns.h - the facts about all records, side by side in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/access.h"
#include "data/search/types.h"
#include "data/store/bitset.h"

G_BEGIN_DECLS

/**
 * FondsMultiId:
 *
 * The facets of which a record may have several values.
 */
typedef enum
{
  FONDS_MULTI_SUBJECT,
  FONDS_MULTI_CREATOR,
  FONDS_MULTI_PLACE,
  FONDS_MULTI_LANGUAGE,
  FONDS_N_MULTIS,
} FondsMultiId;

/**
 * FondsMulti:
 * @starts: (array length=n+1): where a record's values begin
 * @values: numbers of values: places in @records or @codes
 * @records: (array): the records that are values
 * @codes: (element-type utf8): the codes that are values
 * @n_values: how many different values there are
 */
typedef struct
{
  guint32 *starts;
  guint32 *values;
  guint32 *records;
  GPtrArray *codes;
  guint32 n_values;
} FondsMulti;

typedef enum
{
  FONDS_ORDER_TITLE,
  FONDS_ORDER_DATE,
  FONDS_ORDER_REFERENCE,
  FONDS_ORDER_CHANGED,
  FONDS_ORDER_SIBLINGS, /* as they stand under one parent: by kind, then position */
  FONDS_ORDER_HIERARCHY,
  FONDS_N_ORDERS,
} FondsOrderId;

/* The orders that follow from a record's own key; the hierarchy follows from the others. */
#define FONDS_N_KEYED_ORDERS FONDS_ORDER_HIERARCHY

/* What a record's byte of flags holds. */
#define FONDS_FLAG_ACCESS 0x03 /* the access that counts */
#define FONDS_FLAG_OWN 0x0c    /* its own, two bits higher */
#define FONDS_FLAG_OVERRIDES 0x10
#define FONDS_FLAG_MEDIA 0x20
#define FONDS_FLAG_REPOSITORY 0x40 /* it names its repository itself */

typedef struct
{
  guint32 *ids;
  guint32 n;       /* all visible records */
  guint32 n_keyed; /* those that have a key; the others follow */
} FondsPermutation;

/**
 * FondsColumns:
 * @n: one more than the highest id; every array with an element a record has so many
 * @sequence: the number of the last transaction that it knows of
 * @base: the sequence of the snapshot from which it comes by refreshing, and which was read whole
 * @restored: whether that one lay in the file
 * @age: how many records were read by themselves since then
 * @visible: the records that may be found; elements of others mean nothing
 * @kind: #FondsKind
 * @level: place in @levels; 0: none
 * @repository: the institution that holds it, its own or its nearest ancestor's; 0: none
 * @first_decade: the first decade that it touches, in tens of years; after the last: undated
 * @last_decade: the last decade
 * @from: the first day that a search finds it at; after the last: undated
 * @to: the last day
 * @flags: `FONDS_FLAG_`
 * @parent: 0 at the top
 * @end: the place in the hierarchy, in which every record comes before what is under it, after the
 *   last that is under this one
 *
 * A snapshot that never changes: a running search keeps the one that it began with. 52 bytes a
 * record.
 */
typedef struct
{
  guint32 n;
  gint64 sequence;
  gint64 base;
  gboolean restored;
  guint32 age;
  FondsBitset *visible;
  guint8 *kind;
  guint16 *level;
  guint32 *repository;
  gint16 *first_decade;
  gint16 *last_decade;
  gint32 *from;
  gint32 *to;
  guint8 *flags;
  guint32 *parent;
  guint32 *end;
  FondsPermutation order[FONDS_N_ORDERS];
  GPtrArray *levels;
  FondsMulti multi[FONDS_N_MULTIS];
  GHashTable *shown; /* the batches whose records may be found */
} FondsColumns;

/**
 * FondsSightFunc:
 * @sight: a snapshot that is still being read
 *
 * Takes what is enough for the first look: which records there are, their kinds, the order of titles.
 */
typedef void (*FondsSightFunc) (FondsColumns *sight, gpointer data);

FondsColumns *fonds_columns_load (FondsDb *db, GCancellable *cancellable, GError **error);
FondsColumns *fonds_columns_restore (FondsDb *db,
                                     FondsSightFunc sight,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean fonds_columns_store (FondsColumns *self,
                              gboolean afresh,
                              FondsStore *store,
                              GCancellable *cancellable,
                              GError **error);
FondsColumns *
fonds_columns_refresh (FondsColumns *self, FondsDb *db, GCancellable *cancellable, GError **error);
FondsColumns *fonds_columns_ref (FondsColumns *self);
void fonds_columns_unref (FondsColumns *self);

gint32 fonds_columns_clamp_day (gint64 day);
guint32 *fonds_columns_sort (const FondsColumns *self,
                             const FondsBitset *set,
                             FondsOrderId order,
                             gboolean descending,
                             guint n);
gboolean fonds_columns_has (const FondsColumns *self, FondsMultiId multi, guint32 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsColumns, fonds_columns_unref)

G_END_DECLS
