/* backup-private.h - how backups are named
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/backup.h"

G_BEGIN_DECLS

char *_fonds_backup_new_path (const char *catalogue, FondsBackupReason reason, gint64 now);
gboolean _fonds_backup_make_folder (const char *catalogue, GError **error);

G_END_DECLS
