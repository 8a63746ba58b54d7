/* backup-keeper.h - has a catalogue's backups made in good time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

#define FONDS_TYPE_BACKUP_KEEPER (fonds_backup_keeper_get_type ())

G_DECLARE_FINAL_TYPE (FondsBackupKeeper, fonds_backup_keeper, FONDS, BACKUP_KEEPER, GObject)

FondsBackupKeeper *fonds_backup_keeper_new (FondsCatalogue *catalogue, GSettings *settings);

void fonds_backup_keeper_make_async (FondsBackupKeeper *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
fonds_backup_keeper_make_finish (FondsBackupKeeper *self, GAsyncResult *result, GError **error);

G_END_DECLS
