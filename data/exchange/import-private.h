/* import-private.h - an import on its way, shared by its passes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/batch.h"
#include "data/exchange/custom-fields.h"
#include "data/exchange/import-writer.h"
#include "data/exchange/import.h"
#include "data/exchange/row-facts.h"

G_BEGIN_DECLS

/* How many rows of a file are kept to find out whose keys they are. */
#define FONDS_SAMPLE_MAX 512

/**
 * FondsSampleRow:
 *
 * A row that is kept to find out which known source a file is from: those with the lowest hashes, so
 * that the order of rows does not matter. The evidence is what it says besides key and name.
 */
typedef struct
{
  guint64 hash;
  FondsKind kind;
  char *key;
  char *name;
  GArray *evidence; /* of guint64 */
} FondsSampleRow;

/**
 * FondsImport:
 *
 * What the passes of one import share. Nothing of it outlives fonds_import_run().
 */
typedef struct
{
  /* owned */
  GPtrArray *sources; /* FondsSource, in the order in which they are read */
  FondsRowIndex *index;
  FondsRowUids *uids;
  FondsNames *names;
  FondsDrafter *drafter;
  FondsCustomFields *custom;
  FondsDb *db;
  FondsImportReport *report;
  GArray *sample;            /* of FondsSampleRow, of the files that do not say their source */
  GHashTable *pending;       /* first row -> FondsPending: records whose rows are not adjacent */
  GHashTable *additions;     /* document id -> FondsAddition */
  GHashTable *distinguished; /* keys that were made longer to tell rows apart */
  GHashTable *parents;       /* (nullable): slug of a parent -> what it leads to */
  GHashTable *positions;     /* uid of a parent -> position after its last child */
  FondsImportWriter *writer; /* (nullable): NULL in a dry run */

  /* borrowed */
  FondsCatalogue *catalogue;
  const FondsImportOptions *options;
  GCancellable *cancellable;

  /* state */
  guint32 announced; /* mask of the kinds whose rows' names are needed */
  gint64 since;      /* the newest entry of the journal at the beginning */
  guint64 total_bytes;
  guint64 done_bytes; /* of the files behind the present one */
  guint64 n_rows;     /* in this stage */
  gint64 told;        /* monotonic time of the last progress */
} FondsImport;

gboolean fonds_import_scan (FondsImport *self, GError **error);
gboolean fonds_import_settle (FondsImport *self, GError **error);
gboolean fonds_import_choose_origins (FondsImport *self, GError **error);
gboolean fonds_import_keep_uid (FondsImport *self,
                                const FondsSource *source,
                                const FondsRowFacts *facts,
                                const FondsCells *cells,
                                guint32 row,
                                GError **error);
void fonds_import_note_slug (FondsImport *self, const FondsRowFacts *facts);
gboolean fonds_import_follow_slugs (FondsImport *self, GError **error);
gboolean fonds_import_read_facts (FondsImport *self,
                                  FondsSource *source,
                                  const FondsCells *cells,
                                  FondsRowFacts *facts,
                                  GError **error);
gboolean fonds_import_write_rows (FondsImport *self, GError **error);

gboolean fonds_import_add_to_record (FondsImport *self,
                                     FondsSource *source,
                                     const FondsRowFacts *facts,
                                     const FondsCells *cells,
                                     GError **error);
gboolean fonds_import_flush_additions (FondsImport *self, GError **error);
char *
fonds_import_next_position (FondsImport *self, FondsKind kind, const char *parent, GError **error);

gboolean fonds_import_look_anew (FondsImport *self, GError **error);
gboolean
fonds_import_tick (FondsImport *self, FondsImportStage stage, FondsSource *source, GError **error);
gboolean fonds_import_say_changed (const FondsSource *source, GError **error);
void fonds_import_refuse (FondsImport *self,
                          FondsSource *source,
                          FondsKind kind,
                          const char *column,
                          const char *value,
                          const char *reason);

G_END_DECLS
