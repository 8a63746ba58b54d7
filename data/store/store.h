/* store.h - a catalogue file with its threads: one that writes, two that read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

#define FONDS_TYPE_STORE (fonds_store_get_type ())

G_DECLARE_FINAL_TYPE (FondsStore, fonds_store, FONDS, STORE, GObject)

/**
 * FondsStoreFunc:
 * @db: the connection, inside a transaction
 * @data: what the job was given
 * @cancellable: (nullable): what stops it
 * @error: return location for an error
 *
 * Work on a store's thread. %FALSE (with @error) undoes what a writer did.
 */
typedef gboolean (*FondsStoreFunc) (FondsDb *db,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * FondsStoreSetup:
 *
 * Prepares a fresh connection, before its first statement: adds tokenizers.
 */
typedef gboolean (*FondsStoreSetup) (FondsDb *db, GError **error);

typedef enum
{
  FONDS_STORE_CREATE = 1 << 0,
} FondsStoreFlags;

/**
 * FondsLane:
 * @FONDS_LANE_ROWS: short reads of a few rows, which somebody waits for on the screen
 * @FONDS_LANE_QUERY: searches and other reads of many rows
 * @FONDS_LANE_WRITE: writes; synchronous to the disk at COMMIT
 * @FONDS_LANE_HIDDEN: writes of a batch that nobody sees yet; safe against a crash of the program,
 *   not waited for by the disk
 */
typedef enum
{
  FONDS_LANE_ROWS,
  FONDS_LANE_QUERY,
  FONDS_LANE_WRITE,
  FONDS_LANE_HIDDEN,
} FondsLane;

FondsStore *fonds_store_open (const char *path,
                              FondsStoreFlags flags,
                              FondsStoreSetup setup,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void fonds_store_close (FondsStore *self);

const char *fonds_store_get_path (FondsStore *self);

gboolean fonds_store_run (FondsStore *self,
                          FondsLane lane,
                          FondsStoreFunc func,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error);
void fonds_store_run_async (FondsStore *self,
                            FondsLane lane,
                            FondsStoreFunc func,
                            gpointer data,
                            GDestroyNotify destroy,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gpointer fonds_store_run_finish (FondsStore *self, GAsyncResult *result, GError **error);

FondsDb *fonds_store_connect (FondsStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
