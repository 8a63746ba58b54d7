/* batch-table.h - the table of imports, shown and hidden, and of what they will change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsBatchState:
 *
 * The numbers are stored in files.
 */
typedef enum
{
  FONDS_BATCH_HIDDEN = 0,
  FONDS_BATCH_SHOWN = 1,
  FONDS_BATCH_TAKEN_BACK = 2,
} FondsBatchState;

/**
 * FondsStaged:
 *
 * What a hidden batch will do to a document that was there before.
 */
typedef struct
{
  gint64 document;
  gint64 rev;
  char *body;
} FondsStaged;

char *fonds_batch_owner_self (void);
gboolean fonds_batch_owner_is_alive (const char *owner);

gint64 fonds_batch_insert (FondsDb *db, const char *label, const char *owner, GError **error);
gboolean fonds_batch_delete (FondsDb *db, gint64 id, GError **error);
gboolean fonds_batch_note_ids (FondsDb *db, gint64 id, gint64 first, gint64 last, GError **error);
gboolean fonds_batch_set_state (FondsDb *db, gint64 id, FondsBatchState state, GError **error);
gboolean fonds_batch_own (FondsDb *db, gint64 id, const char *owner, GError **error);
gboolean fonds_batch_own_left (FondsDb *db,
                               gint64 id,
                               FondsBatchState state,
                               const char *owner,
                               GError **error);
gboolean fonds_batch_is_owned (FondsDb *db, gint64 id, const char *owner, GError **error);
gboolean fonds_batch_is_hidden (FondsDb *db, gint64 id, GError **error);
GArray *fonds_batch_list_left (FondsDb *db, FondsBatchState state, GError **error);
GArray *fonds_batch_list_shadows (FondsDb *db, gint64 id, guint limit, GError **error);

gboolean fonds_batch_is_double (FondsDb *db, gint64 id, gboolean *twice, GError **error);
gboolean fonds_batch_hangs (FondsDb *db, gint64 id, gboolean *hangs, GError **error);

gboolean fonds_batch_stage (FondsDb *db,
                            gint64 id,
                            gint64 document,
                            gint64 rev,
                            const char *body,
                            GError **error);
GPtrArray *
fonds_batch_list_staged (FondsDb *db, gint64 id, gint64 after, guint limit, GError **error);
FondsStaged *fonds_batch_find_staged (FondsDb *db, gint64 id, gint64 document, GError **error);
void fonds_staged_free (FondsStaged *staged);
gboolean fonds_batch_unstage (FondsDb *db, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsStaged, fonds_staged_free)

G_END_DECLS
