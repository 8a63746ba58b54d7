/* backup-restore.c - brings a backup back in place of its catalogue
 *
 * In an order in which a power cut leaves a whole catalogue behind at every moment: the backup is
 * copied beside the catalogue first; what is there gets a second name among the backups; then the
 * copy takes the catalogue's place. So a full disk changes nothing, and bringing back can be taken
 * back.
 * Thread: any but the main one. Nobody may have the catalogue open.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/backup-private.h"

#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (const char *path, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error_literal (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_FULL,
                         _ ("The disk is full. Nothing was changed."));
  else
    g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_READ_ONLY,
                 _ ("“%s” can't be written."), path);
  return FALSE;
}

static gboolean
copy_backup (const char *backup, const char *half, GError **error)
{
  g_autoptr (FondsDb) db = fonds_db_open (backup, FONDS_DB_READ_ONLY, error);

  return db != NULL && fonds_db_backup (db, half, NULL, error);
}

/* A catalogue that was closed in good order has no log beside it. One that wasn't gets it written
 * home here; if the log stays all the same, somebody has the catalogue open, or it is damaged. */
static gboolean
settle (const char *catalogue, const char *log, gboolean *damaged, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsDb *db = fonds_db_open (catalogue, 0, &own);
  gint64 version;

  *damaged = db == NULL || !fonds_db_data_version (db, &version, &own);
  g_clear_pointer (&db, fonds_db_close);
  if (*damaged || !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error_literal (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_BUSY,
                       _ ("Another program has the catalogue open. Close it there, then try "
                          "again."));
  return FALSE;
}

/* Gives what is there a name among the backups. */
static gboolean
set_aside (const char *catalogue, const char *log, gint64 now, GError **error)
{
  g_autofree char *aside = _fonds_backup_new_path (catalogue, FONDS_BACKUP_REPLACED, now);
  g_autofree char *log_aside = g_strconcat (aside, "-wal", NULL);
  gboolean damaged = FALSE;

  if (!settle (catalogue, log, &damaged, error))
    return FALSE;
  if (damaged)
    g_rename (log, log_aside);
  if (link (catalogue, aside) == 0 || g_rename (catalogue, aside) == 0)
    return TRUE;
  return fail (aside, errno, error);
}

/**
 * fonds_backup_restore:
 * @catalogue: the catalogue's file, which nobody has open; it may be damaged or gone
 * @backup: the backup that is brought back, or any other catalogue
 * @now: seconds since 1970
 * @error: return location for an error
 *
 * Puts a copy of a backup in the catalogue's place. What was there becomes a backup.
 *
 * Returns: whether it was done; if not, the catalogue is as it was
 */
gboolean
fonds_backup_restore (const char *catalogue, const char *backup, gint64 now, GError **error)
{
  g_autofree char *half = g_strconcat (catalogue, ".half", NULL);
  g_autofree char *log = g_strconcat (catalogue, "-wal", NULL);

  g_unlink (half);
  if (!fonds_schema_check_header (backup, error) || !_fonds_backup_make_folder (catalogue, error))
    return FALSE;
  if (!copy_backup (backup, half, error) ||
      (g_file_test (catalogue, G_FILE_TEST_EXISTS) && !set_aside (catalogue, log, now, error)))
    {
      g_unlink (half);
      return FALSE;
    }
  if (g_rename (half, catalogue) == 0)
    return TRUE;
  fail (catalogue, errno, error);
  g_unlink (half);
  return FALSE;
}
