/* undo.h - taking back and bringing back, for one window's catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

#define FONDS_TYPE_UNDO (fonds_undo_get_type ())

G_DECLARE_FINAL_TYPE (FondsUndo, fonds_undo, FONDS, UNDO, GObject)

FondsUndo *fonds_undo_new (FondsCatalogue *catalogue);

gboolean fonds_undo_get_can_undo (FondsUndo *self);
gboolean fonds_undo_get_can_redo (FondsUndo *self);

void fonds_undo_run_async (FondsUndo *self,
                           gboolean redo,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *fonds_undo_run_finish (FondsUndo *self, GAsyncResult *result, GError **error);

G_END_DECLS
