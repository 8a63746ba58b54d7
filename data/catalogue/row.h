/* row.h - what a list shows of a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/access.h"
#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsRow:
 *
 * What one line of a list or of the hierarchy says. Made in one go for a page of ids.
 */
typedef struct
{
  gint64 id; /* 0: the record is gone */
  char *uid;
  FondsKind kind;
  char *title;
  char *language;   /* (nullable) */
  char *level;      /* (nullable): a level's id, or the term as it came */
  char *ref;        /* (nullable): the local part */
  char *dates;      /* (nullable) */
  char *creators;   /* (nullable): titles, joined by "; " */
  char *repository; /* (nullable): its title, the record's own or the nearest ancestor's */
  gint64 changed;   /* seconds since 1970, UTC */
  char *picture;    /* (nullable): the SHA-256 of its first file */
  FondsAccess access;
  gboolean has_children;
} FondsRow;

void fonds_row_clear (FondsRow *row);

GArray *fonds_row_load (FondsDb *db, const guint32 *ids, guint n, GError **error);

/**
 * FondsChild:
 *
 * A place in the hierarchy: enough to draw a row with or without an expander before it is filled.
 */
typedef struct
{
  guint32 id;
  guint32 has_children;
} FondsChild;

GArray *fonds_children_load (FondsDb *db, FondsKind kind, gint64 parent, GError **error);

G_END_DECLS
