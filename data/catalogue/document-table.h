/* document-table.h - the table of documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/body.h"

G_BEGIN_DECLS

/**
 * FondsDocument:
 *
 * A row of the table: a body with its uid, and what the file knows beside it.
 */
typedef struct
{
  gint64 id;
  gint64 rev;
  gint64 batch;
  FondsBody *body;
} FondsDocument;

void fonds_document_free (FondsDocument *document);

FondsDocument *fonds_document_load (FondsDb *db, gint64 id, GError **error);
gint64 fonds_document_find (FondsDb *db, const char *uid, GError **error);

gboolean fonds_document_insert (FondsDb *db,
                                const FondsBody *body,
                                const char *json,
                                gint64 batch,
                                gint64 *id,
                                GError **error);
gboolean
fonds_document_update (FondsDb *db, gint64 id, gint64 rev, const char *json, GError **error);
gboolean fonds_document_delete (FondsDb *db, gint64 id, GError **error);

GArray *
fonds_document_list_batch (FondsDb *db, gint64 batch, gint64 after, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsDocument, fonds_document_free)

G_END_DECLS
