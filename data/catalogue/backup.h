/* backup.h - copies of a catalogue that are kept beside it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/store.h"

G_BEGIN_DECLS

/**
 * FondsBackupReason:
 * @FONDS_BACKUP_DAILY: the day's first opening; goes when newer ones have taken its place
 * @FONDS_BACKUP_KEPT: somebody asked for it; stays until somebody removes it
 * @FONDS_BACKUP_REPLACED: what was there when another backup was brought back; stays as well
 */
typedef enum
{
  FONDS_BACKUP_DAILY,
  FONDS_BACKUP_KEPT,
  FONDS_BACKUP_REPLACED,
} FondsBackupReason;

/**
 * FondsBackup:
 * @path: the file, a whole catalogue
 * @time: when it was made, in seconds since 1970
 * @reason: why
 * @size: bytes
 * @records: how many records it holds; -1 where it can't be read
 */
typedef struct
{
  char *path;
  gint64 time;
  FondsBackupReason reason;
  gint64 size;
  gint64 records;
} FondsBackup;

void fonds_backup_free (FondsBackup *self);

char *fonds_backup_folder (const char *catalogue);
GPtrArray *fonds_backup_list (const char *catalogue);

gboolean fonds_backup_write (FondsStore *store,
                             const char *destination,
                             GCancellable *cancellable,
                             GError **error);
char *fonds_backup_make (FondsStore *store,
                         FondsBackupReason reason,
                         gint64 now,
                         GCancellable *cancellable,
                         GError **error);
gboolean fonds_backup_rotate (FondsStore *store,
                              gint64 now,
                              guint n_days,
                              guint n_weeks,
                              gboolean *made,
                              GCancellable *cancellable,
                              GError **error);
gboolean
fonds_backup_restore (const char *catalogue, const char *backup, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsBackup, fonds_backup_free)

G_END_DECLS
