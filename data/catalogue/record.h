/* record.h - all that a page, an export or a command shows of one record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/access.h"
#include "data/catalogue/body.h"

G_BEGIN_DECLS

/**
 * FondsLink:
 * @id: the other record's id; 0 while it is not here yet
 * @field: the field of the referrer that holds the reference
 * @type: (nullable): the value's type: an event type, a relation type
 * @relation: the relation that ties the two, whose end @field this record is; 0: the other record
 *   refers to it itself
 * @description: (nullable): what the relation says of itself
 * @relation_dates: (nullable): when it held, as worded
 *
 * Another record as it is named on this record's page.
 */
struct _FondsLink
{
  gint64 id;
  FondsKind kind;
  char *uid;
  char *title;
  char *language;
  char *level;
  char *ref;
  char *dates;
  char *field;
  char *type;
  gint64 relation;
  char *description;
  char *relation_dates;
};

void fonds_link_free (FondsLink *link);

struct _FondsRecord
{
  gint64 id;
  gint64 rev;
  gint64 changed; /* seconds since 1970, UTC */
  FondsKind kind;
  FondsBody *body;
  char *title;
  char *reference_code; /* (nullable): the full code: the ancestors' and its own, root first */
  FondsAccess access;   /* effective: its own, or an ancestor's stricter one */
  GPtrArray *ancestors; /* of FondsLink, root first */
  GHashTable *targets; /* uid -> FondsLink: what its references point at, as far as they are here */
  GPtrArray
      *incoming; /* of FondsLink: who refers to it; relations are seen through to their other end */
  gint64 n_incoming; /* how many refer to it; incoming holds the first 200 */
  gint64 n_children;
  FondsNeighbours *neighbours;
  FondsCustomTable
      *custom;          /* (nullable): the archive's own fields; NULL where it has none of them */
  GPtrArray *programme; /* of FondsProgrammeItem: of a conference or a session */
};

FondsRecord *fonds_record_load (FondsDb *db, gint64 id, GError **error);
FondsRecord *fonds_record_load_public (FondsDb *db, gint64 id, GError **error);
void fonds_record_load_async (FondsCatalogue *catalogue,
                              gint64 id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
FondsRecord *
fonds_record_load_finish (FondsCatalogue *catalogue, GAsyncResult *result, GError **error);
FondsRecord *fonds_record_ref (FondsRecord *self);
void fonds_record_unref (FondsRecord *self);

const FondsField *fonds_record_custom (const FondsRecord *self, const char *id);
const char *fonds_record_title_field (const FondsRecord *record);
const FondsValue *fonds_record_title_value (const FondsRecord *record);
const char *fonds_record_language (const FondsRecord *record);
char *fonds_record_own_label (const FondsRecord *record, const char *id);
const FondsLink *fonds_record_target (FondsRecord *self, const char *uid);

gint64 fonds_record_find_uid (FondsDb *db, const char *uid, GError **error);
GArray *fonds_record_find_ref (FondsDb *db, const char *ref, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsRecord, fonds_record_unref)

G_END_DECLS
