/* test-backup.c - copies beside a catalogue: how many there are, and that they come back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/backup.h"
#include "data/catalogue/body.h"
#include "data/catalogue/catalogue.h"
#include "data/catalogue/uid.h"
#include "data/catalogue/writer.h"
#include "data/store/error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define DAY (24 * 60 * 60)

/* Noon, so that no clock on no wall is near another day. */
#define NOON G_GINT64_CONSTANT (1795521600) /* 2026-11-24 12:00 UTC, a Tuesday */

typedef struct
{
  char *folder;
  char *path;
  char *backups;
  FondsCatalogue *catalogue; /* (nullable) */
} Fixture;

static void
open_it (Fixture *fixture, gboolean create)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = fonds_catalogue_open (fixture->path, create, NULL, &error);
  g_assert_no_error (error);
}

static void
close_it (Fixture *fixture)
{
  fonds_catalogue_close (fixture->catalogue);
  g_clear_object (&fixture->catalogue);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("fonds-backup-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.fonds", NULL);
  fixture->backups = fonds_backup_folder (fixture->path);
  open_it (fixture, TRUE);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        remove_all (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->catalogue)
    close_it (fixture);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backups);
}

static gboolean
write_person (FondsWriter *writer, gpointer data, GError **error)
{
  g_autoptr (FondsBody) body = fonds_body_new (FONDS_KIND_PERSON);
  g_autofree char *uid = fonds_uid_new ();
  gint64 id;

  fonds_body_set_uid (body, uid);
  fonds_body_add_text (body, "name", "Somebody", NULL);
  return fonds_writer_create (writer, body, 0, &id, error);
}

static void
add_person (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fonds_catalogue_write (fixture->catalogue, FONDS_LANE_WRITE, write_person, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
rotate (Fixture *fixture, gint64 now, GError **error)
{
  gboolean made = FALSE;

  return fonds_backup_rotate (fonds_catalogue_get_store (fixture->catalogue), now, 7, 4, &made,
                              NULL, error) &&
         made;
}

static char *
make (Fixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;
  char *path = fonds_backup_make (fonds_catalogue_get_store (fixture->catalogue), FONDS_BACKUP_KEPT,
                                  now, NULL, &error);

  g_assert_no_error (error);
  return path;
}

/* An empty file does where only names count. */
static char *
pretend (Fixture *fixture, gint64 time, const char *reason)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time);
  g_autofree char *stamp = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  g_autofree char *name = g_strdup_printf ("%s-%s.fonds", stamp, reason);
  char *path = g_build_filename (fixture->backups, name, NULL);

  g_mkdir_with_parents (fixture->backups, 0700);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return path;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gint64
newest_records (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = fonds_backup_list (fixture->path);

  g_assert_cmpint (found->len, >, 0);
  return ((FondsBackup *) g_ptr_array_index (found, 0))->records;
}

static void
test_once_a_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  add_person (fixture);
  g_assert_true (rotate (fixture, now, &error));
  add_person (fixture);
  g_assert_false (rotate (fixture, now, &error));
  g_assert_no_error (error);
  g_assert_cmpint (newest_records (fixture), ==, 1);
}

static void
test_unchanged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC + 1;

  add_person (fixture);
  g_assert_true (rotate (fixture, now, &error));
  close_it (fixture);
  open_it (fixture, FALSE);
  g_assert_false (rotate (fixture, now + 3 * DAY, &error));
  g_assert_no_error (error);
}

static void
test_thinned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const FondsBackup *backup;

  for (int day = 1; day < 60; day++)
    {
      g_autofree char *noon = pretend (fixture, NOON - day * DAY, "daily");
      g_autofree char *later = pretend (fixture, NOON - day * DAY + 60, "daily");
    }
  g_assert_true (rotate (fixture, NOON, &error));
  found = fonds_backup_list (fixture->path);
  g_assert_cmpint (found->len, ==, 11);
  backup = g_ptr_array_index (found, 6);
  g_assert_cmpint (backup->time, ==, NOON - 6 * DAY + 60);
  backup = g_ptr_array_index (found, 7); /* the newest of the week before */
  g_assert_cmpint (backup->time, ==, NOON - 7 * DAY + 60);
  backup = g_ptr_array_index (found, 8); /* the Sunday of the week before that */
  g_assert_cmpint (backup->time, ==, NOON - 9 * DAY + 60);
  backup = g_ptr_array_index (found, 10);
  g_assert_cmpint (backup->time, ==, NOON - 23 * DAY + 60);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = pretend (fixture, NOON - 400 * DAY, "kept");
  g_autofree char *replaced = pretend (fixture, NOON - 300 * DAY, "replaced");
  g_autofree char *letter = g_build_filename (fixture->backups, "letter.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (letter, "Dear archive", -1, NULL);
  g_assert_true (rotate (fixture, NOON, &error));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (replaced, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (letter, G_FILE_TEST_EXISTS));
}

static void
test_same_second (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = make (fixture, NOON);
  g_autofree char *other = make (fixture, NOON);

  g_assert_cmpstr (one, !=, other);
  g_assert_cmpint (count_files (fixture->backups), ==, 2);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->backups, "in the way", -1, NULL);
  g_assert_false (rotate (fixture, NOON, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_READ_ONLY);
}

/* No disk is filled for this: a file may just not grow as large as the copy would be. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  struct rlimit usual;
  struct rlimit small;
  g_autofree char *yesterday = pretend (fixture, NOON - DAY, "daily");
  g_autoptr (GError) error = NULL;
  gboolean made;

  add_person (fixture);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small = usual;
  small.rlim_cur = 16384;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  made = rotate (fixture, NOON, &error);
  setrlimit (RLIMIT_FSIZE, &usual);
  g_assert_false (made);
  g_assert_nonnull (error);
  g_assert_cmpint (count_files (fixture->backups), ==, 1);
  g_assert_true (g_file_test (yesterday, G_FILE_TEST_EXISTS));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_person (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (fonds_backup_make (fonds_catalogue_get_store (fixture->catalogue),
                                    FONDS_BACKUP_KEPT, NOON, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count_files (fixture->backups), ==, 0);
}

static void
restore (Fixture *fixture, const char *backup)
{
  g_autoptr (GError) error = NULL;
  gboolean done = fonds_backup_restore (fixture->path, backup, NOON, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static gint64
records_now (Fixture *fixture)
{
  g_autofree char *path = NULL;

  open_it (fixture, FALSE);
  path = make (fixture, NOON + DAY);
  return newest_records (fixture);
}

static void
test_restored (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  add_person (fixture);
  before = make (fixture, NOON - DAY);
  add_person (fixture);
  close_it (fixture);
  restore (fixture, before);
  g_assert_cmpint (newest_records (fixture), ==, 2); /* what was there is a backup now */
  g_assert_cmpint (records_now (fixture), ==, 1);
}

static void
test_restored_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make (fixture, NOON - DAY);
  g_autoptr (GPtrArray) found = NULL;

  add_person (fixture);
  close_it (fixture);
  restore (fixture, before);
  found = fonds_backup_list (fixture->path);
  restore (fixture, ((FondsBackup *) g_ptr_array_index (found, 0))->path);
  g_assert_cmpint (records_now (fixture), ==, 1);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;

  add_person (fixture);
  before = make (fixture, NOON - DAY);
  close_it (fixture);
  g_file_set_contents (fixture->path, "Only a few letters are left.", -1, NULL);
  restore (fixture, before);
  g_assert_cmpint (records_now (fixture), ==, 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make (fixture, NOON - DAY);

  close_it (fixture);
  g_unlink (fixture->path);
  restore (fixture, before);
  g_assert_cmpint (records_now (fixture), ==, 0);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autofree char *letter = g_build_filename (fixture->folder, "letter.fonds", NULL);
  g_autoptr (GError) error = NULL;

  add_person (fixture);
  close_it (fixture);
  g_file_set_contents (letter, "Dear archive", -1, NULL);
  g_assert_false (fonds_backup_restore (fixture->path, letter, NOON, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_A_CATALOGUE);
  g_assert_cmpint (records_now (fixture), ==, 1);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make (fixture, NOON - DAY);
  g_autoptr (GError) error = NULL;

  add_person (fixture);
  g_assert_false (fonds_backup_restore (fixture->path, before, NOON, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_BUSY);
  g_assert_cmpint (count_files (fixture->backups), ==, 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/backup/a-day-gets-one", test_once_a_day);
  add ("/backup/what-did-not-change-gets-none", test_unchanged);
  add ("/backup/seven-days-and-four-weeks-are-kept", test_thinned);
  add ("/backup/what-somebody-asked-for-is-never-removed", test_kept);
  add ("/backup/two-of-one-second-do-not-meet", test_same_second);
  add ("/backup/a-folder-that-cannot-be-made-is-said-to-be-so", test_no_folder);
  add ("/backup/without-room-nothing-half-stays-and-nothing-old-goes", test_no_room);
  add ("/backup/a-stopped-one-leaves-nothing", test_cancelled);
  add ("/backup/restoring-keeps-what-was-there", test_restored);
  add ("/backup/restoring-can-be-taken-back", test_restored_twice);
  add ("/backup/a-damaged-catalogue-can-be-replaced", test_damaged);
  add ("/backup/a-catalogue-that-is-gone-comes-back", test_gone);
  add ("/backup/a-letter-is-not-restored", test_foreign);
  add ("/backup/a-catalogue-in-use-is-not-replaced", test_busy);

  return g_test_run ();
}
