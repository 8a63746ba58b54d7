/* backup.c - copies of a catalogue that are kept beside it
 *
 * They lie in NAME.fonds-backups/, each a whole catalogue named by the moment, in UTC, and the reason
 * for which it was made: 20261124T184207Z-daily.fonds. The name is given to a whole copy only. Of the
 * daily ones the newest of some days are kept, and the newest of some weeks before those; what
 * somebody asked for is never removed.
 * Pictures are not copied: their files never change.
 * Thread: any but the main one; each function waits for the disk.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/backup-private.h"

#include "data/catalogue/stats-table.h"
#include "data/store/database.h"
#include "data/store/error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* What has to stay free beside a backup, in bytes. */
#define RESERVE (64 * 1024 * 1024)

#define NAME_FORMAT "%Y%m%dT%H%M%SZ"

static const char *const reasons[] = { "daily", "kept", "replaced" };

/* What SQLite may leave beside a copy that wasn't finished. */
static const char *const companions[] = { "", "-journal", "-wal", "-shm" };

/**
 * fonds_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of a backup, not the backup.
 */
void
fonds_backup_free (FondsBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * fonds_backup_folder:
 * @catalogue: the catalogue's file
 *
 * Says where the backups of a catalogue are, or would be.
 *
 * Returns: (transfer full): the folder
 */
char *
fonds_backup_folder (const char *catalogue)
{
  return g_strconcat (catalogue, "-backups", NULL);
}

gboolean
_fonds_backup_make_folder (const char *catalogue, GError **error)
{
  g_autofree char *folder = fonds_backup_folder (catalogue);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, FONDS_STORE_ERROR,
               errno == ENOSPC ? FONDS_STORE_ERROR_FULL : FONDS_STORE_ERROR_READ_ONLY,
               _ ("The folder for backups, “%s”, can’t be made."), folder);
  return FALSE;
}

/* A path at which nothing lies: the next free second. */
char *
_fonds_backup_new_path (const char *catalogue, FondsBackupReason reason, gint64 now)
{
  g_autofree char *folder = fonds_backup_folder (catalogue);

  for (;; now++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (now);
      g_autofree char *stamp = g_date_time_format (moment, NAME_FORMAT);
      g_autofree char *name = g_strdup_printf ("%s-%s.fonds", stamp, reasons[reason]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
parse_name (const char *name, FondsBackup *backup)
{
  g_autofree char *stamp = g_strndup (name, strlen ("20261124T184207Z"));
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (stamp, utc);

  for (guint i = 0; moment && i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *rest = g_strdup_printf ("-%s.fonds", reasons[i]);

      if (!g_str_equal (name + strlen (stamp), rest))
        continue;
      backup->time = g_date_time_to_unix (moment);
      backup->reason = (FondsBackupReason) i;
      return TRUE;
    }
  return FALSE;
}

/* Of any other file: (nullable) */
static FondsBackup *
know (const char *folder, const char *name)
{
  g_autoptr (FondsBackup) backup = g_new0 (FondsBackup, 1);
  GStatBuf facts;

  backup->path = g_build_filename (folder, name, NULL);
  if (!parse_name (name, backup) || g_stat (backup->path, &facts) != 0)
    return NULL;
  backup->size = facts.st_size;
  backup->records = -1;
  return g_steal_pointer (&backup);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const FondsBackup *one = *(const FondsBackup *const *) a;
  const FondsBackup *other = *(const FondsBackup *const *) b;

  return one->time < other->time ? 1 : one->time > other->time ? -1 : 0;
}

static GPtrArray *
look (const char *catalogue)
{
  g_autofree char *folder = fonds_backup_folder (catalogue);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      FondsBackup *backup = know (folder, name);

      if (backup)
        g_ptr_array_add (found, backup);
    }
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

static gint64
count_records (const char *path)
{
  g_autoptr (FondsDb) db = fonds_db_open (path, FONDS_DB_READ_ONLY, NULL);
  FondsStats stats = { { 0 } };
  gint64 records = 0;

  if (db == NULL || !fonds_stats_load (db, &stats, NULL))
    return -1;
  for (int kind = 0; kind < FONDS_N_KINDS; kind++)
    if (fonds_kind_is_record ((FondsKind) kind))
      records += stats.documents[kind];
  return records;
}

/**
 * fonds_backup_list:
 * @catalogue: the catalogue's file
 *
 * Lists the backups of a catalogue with what they hold.
 *
 * Returns: (transfer full) (element-type FondsBackup): the newest first
 */
GPtrArray *
fonds_backup_list (const char *catalogue)
{
  GPtrArray *found = look (catalogue);

  for (guint i = 0; i < found->len; i++)
    {
      FondsBackup *backup = g_ptr_array_index (found, i);

      backup->records = count_records (backup->path);
    }
  return found;
}

static void
remove_half (const char *half)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *path = g_strconcat (half, companions[i], NULL);

      g_unlink (path);
    }
}

static gboolean
copy (FondsStore *store, const char *half, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsDb) db = fonds_store_connect (store, error);
  gboolean whole;

  /* A reader's transaction holds the moment, so that what others write meanwhile doesn't begin the
   * copy anew. */
  if (db == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !fonds_db_begin (db, FALSE, error))
    return FALSE;
  whole = fonds_db_backup (db, half, cancellable, error);
  fonds_db_rollback (db);
  return whole;
}

/**
 * fonds_backup_write:
 * @store: an open catalogue's store
 * @destination: a path at which nothing lies yet
 * @cancellable: (nullable): stops the copying
 * @error: return location for an error
 *
 * Copies a catalogue as it stands, while others read and write it. What is not whole is removed.
 *
 * Returns: whether the copy is there
 */
gboolean
fonds_backup_write (FondsStore *store,
                    const char *destination,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *half = g_strconcat (destination, ".half", NULL);

  if (g_file_test (destination, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_EXISTS,
                   _ ("“%s” is there already; it was not touched."), destination);
      return FALSE;
    }
  remove_half (half);
  if (!copy (store, half, cancellable, error))
    {
      remove_half (half);
      return FALSE;
    }
  if (g_rename (half, destination) == 0)
    return TRUE;
  remove_half (half);
  g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_READ_ONLY, _ ("“%s” can't be written."),
               destination);
  return FALSE;
}

/* A backup must not take the room that the catalogue itself needs to go on. Where nobody says how much
 * is free, writing will tell. */
static gboolean
has_room (const char *catalogue, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (catalogue);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  g_autofree char *size = NULL;
  guint64 room;
  GStatBuf facts;

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) ||
      g_stat (catalogue, &facts) != 0)
    return TRUE;
  room = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  if (room > (guint64) facts.st_size + RESERVE)
    return TRUE;
  size = g_format_size ((guint64) facts.st_size);
  g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_FULL,
               _ ("There is no room on the disk for a backup of %s."), size);
  return FALSE;
}

/**
 * fonds_backup_make:
 * @store: an open catalogue's store
 * @reason: why it is made
 * @now: seconds since 1970
 * @cancellable: (nullable): stops the copying
 * @error: return location for an error
 *
 * Makes a backup beside the catalogue.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
fonds_backup_make (FondsStore *store,
                   FondsBackupReason reason,
                   gint64 now,
                   GCancellable *cancellable,
                   GError **error)
{
  const char *catalogue = fonds_store_get_path (store);
  g_autofree char *path = NULL;

  if (!has_room (catalogue, error) || !_fonds_backup_make_folder (catalogue, error))
    return NULL;
  path = _fonds_backup_new_path (catalogue, reason, now);
  return fonds_backup_write (store, path, cancellable, error) ? g_steal_pointer (&path) : NULL;
}

/* The day or the week of a moment, by the clock on the wall, as a number that tells them apart. */
static int
period_of (gint64 time, gboolean week)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  if (week)
    return g_date_time_get_week_numbering_year (moment) * 100 +
           g_date_time_get_week_of_year (moment);
  return g_date_time_get_year (moment) * 1000 + g_date_time_get_day_of_year (moment);
}

/* Walks from the newest to the oldest; says whether @time is the newest of a further period. */
static gboolean
is_next (gint64 time, gboolean week, int *last)
{
  int period = period_of (time, week);
  gboolean next = period != *last;

  *last = period;
  return next;
}

static void
thin_out (const char *catalogue, guint n_days, guint n_weeks)
{
  g_autoptr (GPtrArray) found = look (catalogue);
  int day = 0;
  int week = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const FondsBackup *backup = g_ptr_array_index (found, i);
      guint *left = n_days > 0 ? &n_days : &n_weeks;

      if (backup->reason != FONDS_BACKUP_DAILY)
        continue;
      if (is_next (backup->time, FALSE, &day) &&
          (left == &n_days || is_next (backup->time, TRUE, &week)) && *left > 0)
        (*left)--;
      else
        g_unlink (backup->path);
    }
}

static gint64
changed_at (const char *catalogue)
{
  g_autofree char *wal = g_strconcat (catalogue, "-wal", NULL);
  GStatBuf facts;
  gint64 last = g_stat (catalogue, &facts) == 0 ? facts.st_mtime : 0;

  return g_stat (wal, &facts) == 0 && facts.st_size > 0 ? MAX (last, facts.st_mtime) : last;
}

/* Whether the newest backup is of today, or has all that there is. */
static gboolean
has_enough (const char *catalogue, gint64 now)
{
  g_autoptr (GPtrArray) found = look (catalogue);
  const FondsBackup *newest = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

  return newest != NULL && (period_of (newest->time, FALSE) == period_of (now, FALSE) ||
                            newest->time > changed_at (catalogue));
}

/**
 * fonds_backup_rotate:
 * @store: an open catalogue's store
 * @now: seconds since 1970
 * @n_days: of how many days the newest backup is kept
 * @n_weeks: of how many weeks before those
 * @made: (out): whether a backup was made: none is where today has one or nothing changed
 * @cancellable: (nullable): stops the copying
 * @error: return location for an error
 *
 * Makes the day's backup, and removes the daily ones whose time is over. Where none can be made, none
 * is removed.
 *
 * Returns: whether all is well
 */
gboolean
fonds_backup_rotate (FondsStore *store,
                     gint64 now,
                     guint n_days,
                     guint n_weeks,
                     gboolean *made,
                     GCancellable *cancellable,
                     GError **error)
{
  const char *catalogue = fonds_store_get_path (store);
  g_autofree char *path = NULL;

  *made = FALSE;
  if (has_enough (catalogue, now))
    return TRUE;
  path = fonds_backup_make (store, FONDS_BACKUP_DAILY, now, cancellable, error);
  if (path == NULL)
    return FALSE;
  *made = TRUE;
  thin_out (catalogue, n_days, n_weeks);
  return TRUE;
}
