/* batch.h - an import that is brought in hidden and shown at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/document-table.h"

G_BEGIN_DECLS

FondsBatch *fonds_batch_begin (FondsCatalogue *catalogue, const char *label, GError **error);
void fonds_batch_free (FondsBatch *self);
void fonds_batch_set_since (FondsBatch *self, gint64 since);

gboolean
fonds_batch_create (FondsBatch *self, GPtrArray *bodies, GCancellable *cancellable, GError **error);
gboolean fonds_batch_change (FondsBatch *self,
                             gint64 id,
                             gint64 rev,
                             const FondsBody *body,
                             GCancellable *cancellable,
                             GError **error);
gboolean fonds_batch_settle (FondsBatch *self, GCancellable *cancellable, GError **error);
FondsDocument *fonds_batch_load (FondsBatch *self, FondsDb *db, gint64 id, GError **error);
gboolean fonds_batch_reveal (FondsBatch *self, const char *who, GError **error);
gboolean fonds_batch_abandon (FondsBatch *self, GError **error);

guint fonds_batch_n_created (FondsBatch *self);
guint fonds_batch_n_changed (FondsBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsBatch, fonds_batch_free)

G_END_DECLS
