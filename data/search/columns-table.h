/* columns-table.h - reads the facts about records out of their shadows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/columns.h"
#include "data/search/order.h"

G_BEGIN_DECLS

/**
 * FondsFacts:
 *
 * One record's row. Texts live until the next row is read.
 */
typedef struct
{
  guint32 id;
  guint8 kind;
  gint64 batch;
  gint64 parent;
  const char *position;
  const char *level;
  const char *reference;
  gconstpointer sort;
  gsize sort_length;
  gboolean dated;
  gint64 from_day;
  gint64 to_day;
  gint64 search_from;
  gint64 search_to;
  guint8 access;
  gboolean media;
  gint64 changed;
} FondsFacts;

typedef void (*FondsFactsFunc) (const FondsFacts *facts, gpointer data);

/* A record's value of a facet: a record, or a code. */
typedef struct
{
  guint32 source;
  const char *field;
  guint32 target;
  const char *code;
} FondsTie;

typedef void (*FondsTieFunc) (const FondsTie *tie, gpointer data);

gboolean fonds_facts_sequence (FondsDb *db, gint64 *sequence, GError **error);
gboolean fonds_facts_highest (FondsDb *db, guint32 *highest, GError **error);
GHashTable *fonds_facts_shown_batches (FondsDb *db, GError **error);

gboolean fonds_facts_since (FondsDb *db,
                            gint64 sequence,
                            FondsFactsFunc func,
                            gpointer data,
                            GError **error);
gboolean fonds_facts_of_batch (FondsDb *db,
                               gint64 batch,
                               FondsFactsFunc func,
                               gpointer data,
                               GError **error);
gboolean
fonds_facts_of (FondsDb *db, guint32 id, FondsFactsFunc func, gpointer data, GError **error);
guint
fonds_facts_key (const FondsFacts *facts, FondsOrderId order, guint8 key[FONDS_ORDER_KEY_MAX]);

gboolean fonds_facts_ids (FondsDb *db, FondsBitset *ids, GError **error);
gboolean fonds_facts_name (FondsDb *db, guint32 id, char **uid, char **title, GError **error);
GArray *fonds_facts_children (FondsDb *db, guint8 kind, guint32 parent, GError **error);

gboolean fonds_ties_all (FondsDb *db, FondsTieFunc func, gpointer data, GError **error);
gboolean
fonds_ties_of (FondsDb *db, guint32 source, FondsTieFunc func, gpointer data, GError **error);

gboolean
fonds_code_write (FondsDb *db, gint64 record, const char *field, const char *code, GError **error);
gboolean fonds_code_remove (FondsDb *db, gint64 record, GError **error);

G_END_DECLS
