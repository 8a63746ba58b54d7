/* row-uids.h - the uids of the records that an import's rows make or meet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"
#include "data/catalogue/uid.h"
#include "data/exchange/row-index.h"

G_BEGIN_DECLS

typedef char FondsUid[FONDS_UID_LENGTH + 1];

typedef struct _FondsRowUids FondsRowUids;

FondsRowUids *fonds_row_uids_new (FondsDb *db, FondsRowIndex *index);
void fonds_row_uids_free (FondsRowUids *self);

gboolean fonds_row_uids_of_id (FondsRowUids *self, gint64 id, FondsUid uid, GError **error);
void fonds_row_uids_keep (FondsRowUids *self, guint32 row, const char *uid);
void fonds_row_uids_of_row (FondsRowUids *self, guint32 row, FondsUid uid);
void fonds_row_uids_fresh (FondsRowUids *self, FondsUid uid);
gint64 fonds_row_uids_find_id (FondsRowUids *self,
                               gint64 origin,
                               FondsKind kind,
                               const char *key,
                               GError **error);
gboolean fonds_row_uids_find (FondsRowUids *self,
                              gint64 origin,
                              guint32 kinds,
                              const char *key,
                              FondsUid uid,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsRowUids, fonds_row_uids_free)

G_END_DECLS
