/* edit.h - an ordinary edit: one transaction, one entry in the journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/catalogue/body.h"

G_BEGIN_DECLS

typedef struct _FondsEdit FondsEdit;

/**
 * FondsEditFunc:
 * @edit: the edit, in its transaction
 * @data: what the edit was given
 * @error: return location for an error
 *
 * Says what the edit does, on the writer's thread. %FALSE (with @error) leaves everything as it was.
 */
typedef gboolean (*FondsEditFunc) (FondsEdit *edit, gpointer data, GError **error);

gboolean fonds_edit_run (FondsCatalogue *catalogue,
                         const char *label,
                         const char *who,
                         FondsEditFunc func,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error);
void fonds_edit_run_async (FondsCatalogue *catalogue,
                           const char *label,
                           const char *who,
                           FondsEditFunc func,
                           gpointer data,
                           GDestroyNotify destroy,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer fonds_edit_run_finish (FondsCatalogue *catalogue, GAsyncResult *result, GError **error);

FondsDb *fonds_edit_db (FondsEdit *self);
FondsBody *fonds_edit_body (FondsEdit *self, gint64 id, GError **error);
gboolean fonds_edit_replace (FondsEdit *self,
                             gint64 id,
                             const FondsBody *body,
                             gint64 expected_rev,
                             GError **error);
gboolean fonds_edit_create (FondsEdit *self, FondsBody *body, gint64 *id, GError **error);

G_END_DECLS
