/* row-index.h - what an import remembers of each row between its passes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

G_BEGIN_DECLS

#define FONDS_ROW_NONE G_MAXUINT32

/**
 * FondsRowFate:
 * @FONDS_ROW_FINE: goes in
 * @FONDS_ROW_BLANK: has nothing in it
 * @FONDS_ROW_BROKEN: can't be read as a record
 * @FONDS_ROW_REPEATED: another row has the same key in the same language
 * @FONDS_ROW_ORPHAN: its parent is neither in the files nor in the catalogue
 * @FONDS_ROW_CIRCLE: is, by way of its parents, under itself
 * @FONDS_ROW_UNDER_REFUSED: hangs from a row that is refused
 *
 * What becomes of a row.
 */
typedef enum
{
  FONDS_ROW_FINE,
  FONDS_ROW_BLANK,
  FONDS_ROW_BROKEN,
  FONDS_ROW_REPEATED,
  FONDS_ROW_ORPHAN,
  FONDS_ROW_CIRCLE,
  FONDS_ROW_UNDER_REFUSED,
} FondsRowFate;

/**
 * FondsRowFlags:
 * @FONDS_ROW_MADE_KEY: the file has no key for it; its title and dates do
 * @FONDS_ROW_AMBIGUOUS: other rows have the same made key
 * @FONDS_ROW_INSIDE: its parent is a row
 * @FONDS_ROW_OUTSIDE: its parent is no row, and may be in the catalogue
 */
typedef enum
{
  FONDS_ROW_MADE_KEY = 1 << 0,
  FONDS_ROW_AMBIGUOUS = 1 << 1,
  FONDS_ROW_INSIDE = 1 << 2,
  FONDS_ROW_OUTSIDE = 1 << 3,
} FondsRowFlags;

/**
 * FondsRowEntry:
 * @key: hash of kind and key; 0: none
 * @parent: hash of kind and parent's key, 0: none; after [method@RowIndex.settle] the parent's row
 *   where it is one
 * @language: hash of the language
 * @other: the first row with the same key; of a repeated row, the one that it repeats
 * @next: the next row with the same key, in another language
 * @file: the file's number
 * @kind: a #FondsKind
 * @fate: a #FondsRowFate
 * @flags: of #FondsRowFlags
 *
 * One row: 32 bytes.
 */
typedef struct
{
  guint64 key;
  guint64 parent;
  guint32 language;
  guint32 other;
  guint32 next;
  guint8 file;
  guint8 kind;
  guint8 fate;
  guint8 flags;
} FondsRowEntry;

typedef struct _FondsRowIndex FondsRowIndex;

FondsRowIndex *fonds_row_index_new (void);
void fonds_row_index_free (FondsRowIndex *self);

guint32 fonds_row_index_add (FondsRowIndex *self, const FondsRowEntry *entry);
guint32 fonds_row_index_length (const FondsRowIndex *self);
FondsRowEntry *fonds_row_index_get (FondsRowIndex *self, guint32 row);
guint32 fonds_row_index_find (FondsRowIndex *self, guint64 key);

void fonds_row_index_settle (FondsRowIndex *self);
void fonds_row_index_condemn (FondsRowIndex *self);
guint32 fonds_row_index_last_of (FondsRowIndex *self, guint32 row);

guint64 fonds_row_hash (FondsKind kind, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsRowIndex, fonds_row_index_free)

G_END_DECLS
