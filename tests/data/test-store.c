/* test-store.c - what the strong-room promises
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/bitset.h"
#include "data/store/database.h"
#include "data/store/error.h"
#include "data/store/schema.h"
#include "data/store/statement.h"
#include "data/store/store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static int
tokenize_nothing (const char *text, int length, gboolean query, FondsTokenSink sink, gpointer data)
{
  return length > 0 ? sink (data, FALSE, text, length, 0, length) : 0;
}

static gboolean
set_up_connection (FondsDb *db, GError **error)
{
  return fonds_db_add_tokenizer (db, "fonds", tokenize_nothing, error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("fonds-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.fonds", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static FondsStore *
make (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FondsStore *store =
      fonds_store_open (fixture->path, FONDS_STORE_CREATE, set_up_connection, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
write_setting (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsStmt) s =
      fonds_db_statement (db, "INSERT INTO setting (name, value) VALUES (:name, 'x')");

  fonds_stmt_bind_text (s, ":name", data);
  return fonds_stmt_run (s, error);
}

static gboolean
write_then_fail (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  if (!write_setting (db, data, cancellable, error))
    return FALSE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return FALSE;
}

static gboolean
count_settings (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_db_integer (db, "SELECT count(*) FROM setting", data, error);
}

static gint64
count (FondsStore *store)
{
  gint64 n = -1;

  g_assert_true (fonds_store_run (store, FONDS_LANE_QUERY, count_settings, &n, NULL, NULL));
  return n;
}

static void
a_failed_job_leaves_nothing_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      fonds_store_run (store, FONDS_LANE_WRITE, write_setting, (gpointer) "a", NULL, NULL));
  g_assert_false (
      fonds_store_run (store, FONDS_LANE_WRITE, write_then_fail, (gpointer) "b", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (count (store), ==, 1);
}

static void
a_reader_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      fonds_store_run (store, FONDS_LANE_ROWS, write_setting, (gpointer) "a", NULL, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (count (store), ==, 0);
}

typedef struct
{
  GMainLoop *loop;
  GString *order;
  int left;
} Order;

static void
wrote_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Order *order = user_data;
  g_autoptr (GError) error = NULL;
  const char *name = fonds_store_run_finish (FONDS_STORE (source), result, &error);

  g_assert_no_error (error);
  g_string_append (order->order, name);
  if (--order->left == 0)
    g_main_loop_quit (order->loop);
}

static void
writes_are_done_in_the_order_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  const char *const names[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  Order order = { loop, g_string_new (NULL), G_N_ELEMENTS (names) };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    fonds_store_run_async (store, i % 2 == 0 ? FONDS_LANE_WRITE : FONDS_LANE_HIDDEN, write_setting,
                           (gpointer) names[i], NULL, NULL, wrote_cb, &order);
  g_main_loop_run (loop);
  g_assert_cmpstr (order.order->str, ==, "abcdefgh");
  g_string_free (order.order, TRUE);
}

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean let_go; /* the test holds the store no more */
  gboolean gone;
} LastHold;

static gboolean
wait_until_let_go (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  LastHold *hold = data;

  g_mutex_lock (&hold->mutex);
  while (!hold->let_go)
    g_cond_wait (&hold->cond, &hold->mutex);
  g_mutex_unlock (&hold->mutex);
  return TRUE;
}

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  LastHold *hold = data;

  g_mutex_lock (&hold->mutex);
  hold->gone = TRUE;
  g_cond_signal (&hold->cond);
  g_mutex_unlock (&hold->mutex);
}

static void
a_store_may_be_let_go_by_its_own_job (Fixture *fixture, gconstpointer data)
{
  FondsStore *store = make (fixture);
  LastHold hold = { 0 };

  g_mutex_init (&hold.mutex);
  g_cond_init (&hold.cond);
  g_object_weak_ref (G_OBJECT (store), gone_cb, &hold);
  fonds_store_run_async (store, FONDS_LANE_ROWS, wait_until_let_go, &hold, NULL, NULL, NULL, NULL);
  g_object_unref (store);

  g_mutex_lock (&hold.mutex);
  hold.let_go = TRUE;
  g_cond_signal (&hold.cond);
  g_mutex_unlock (&hold.mutex);
  g_mutex_lock (&hold.mutex);
  while (!hold.gone)
    {
      g_mutex_unlock (&hold.mutex);
      g_main_context_iteration (NULL, FALSE);
      g_mutex_lock (&hold.mutex);
    }
  g_mutex_unlock (&hold.mutex);
}

static void
a_cancelled_write_is_not_begun (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (fonds_store_run (store, FONDS_LANE_WRITE, write_setting, (gpointer) "a",
                                   cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (count (store), ==, 0);
}

static gboolean
count_forever (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n = 0;

  return fonds_db_integer (db,
                           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                           " SELECT max (i) FROM n",
                           &n, error);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
cancelling_stops_a_running_statement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_false (
      fonds_store_run (store, FONDS_LANE_QUERY, count_forever, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  g_assert_cmpint (count (store), ==, 0);
}

static gboolean
misspell (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, "SELECT value FROM setting WHERE name = :name");

  fonds_stmt_bind_text (s, ":nmae", "a");
  return fonds_stmt_run (s, error);
}

static void
a_closed_store_answers_that_it_is_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  fonds_store_close (store);
  g_assert_false (fonds_store_run (store, FONDS_LANE_QUERY, count_settings, &n, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
a_misspelt_parameter_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (fonds_store_run (store, FONDS_LANE_ROWS, misspell, NULL, NULL, &error));
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_FAILED);
  g_assert_nonnull (g_strstr_len (error->message, -1, ":nmae"));
}

static void
a_foreign_file_is_refused_and_not_touched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (FondsStore) store = NULL;

  g_file_set_contents (fixture->path, "Dear archive,", -1, NULL);
  store = fonds_store_open (fixture->path, 0, set_up_connection, &error);
  g_assert_null (store);
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_A_CATALOGUE);
  g_file_get_contents (fixture->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, "Dear archive,");
}

static void
a_missing_file_is_not_made_by_opening_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsStore) store = fonds_store_open (fixture->path, 0, set_up_connection, &error);

  g_assert_null (store);
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
making_a_catalogue_never_overwrites_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsStore) store = NULL;

  g_file_set_contents (fixture->path, "precious", -1, NULL);
  store = fonds_store_open (fixture->path, FONDS_STORE_CREATE, set_up_connection, &error);
  g_assert_null (store);
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_EXISTS);
}

static gboolean
pretend_newer (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_db_exec (db, "PRAGMA user_version = 9999", error);
}

static void
a_newer_file_is_refused_politely (Fixture *fixture, gconstpointer data)
{
  FondsStore *store = make (fixture);
  g_autoptr (FondsStore) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (fonds_store_run (store, FONDS_LANE_WRITE, pretend_newer, NULL, NULL, NULL));
  g_assert_finalize_object (store);
  again = fonds_store_open (fixture->path, 0, set_up_connection, &error);
  g_assert_null (again);
  g_assert_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_TOO_NEW);
}

static void
a_new_file_says_what_it_is_in_its_header (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (make (fixture));
  g_assert_true (fonds_schema_check_header (fixture->path, &error));
  g_assert_no_error (error);
}

static gboolean
back_up (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return fonds_db_backup (db, data, cancellable, error);
}

static void
a_backup_holds_what_was_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (FondsStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "copy.fonds", NULL);

  g_assert_true (
      fonds_store_run (store, FONDS_LANE_WRITE, write_setting, (gpointer) "a", NULL, NULL));
  g_assert_true (fonds_store_run (store, FONDS_LANE_QUERY, back_up, path, NULL, &error));
  g_assert_no_error (error);
  copy = fonds_store_open (path, 0, set_up_connection, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (copy), ==, 1);
}

static gboolean
drain (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, "WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL "
                                                    "SELECT i + 7 FROM n WHERE i < 1000)"
                                                    " SELECT bits (i, :set) FROM n");

  fonds_stmt_bind_bitset (s, ":set", data);
  return fonds_stmt_run (s, error);
}

static void
bits_fills_a_set_with_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FondsStore) store = make (fixture);
  g_autoptr (FondsBitset) bitset = fonds_bitset_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (fonds_store_run (store, FONDS_LANE_QUERY, drain, bitset, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < 1100; i++)
    g_assert_cmpint (fonds_bitset_contains (bitset, i), ==, i % 7 == 3 && i <= 1004);
}

static void
a_set_counts_and_cuts_as_sets_do (void)
{
  g_autoptr (FondsBitset) a = fonds_bitset_new ();
  g_autoptr (FondsBitset) b = fonds_bitset_new ();
  g_autoptr (FondsBitset) c = NULL;

  fonds_bitset_add_range (a, 10, 200);
  fonds_bitset_add (b, 63);
  fonds_bitset_add (b, 64);
  fonds_bitset_add (b, 5000);
  g_assert_cmpuint (fonds_bitset_count (a), ==, 191);
  c = fonds_bitset_copy (a);
  fonds_bitset_intersect (c, b);
  g_assert_cmpuint (fonds_bitset_count (c), ==, 2);
  fonds_bitset_subtract (a, b);
  g_assert_cmpuint (fonds_bitset_count (a), ==, 189);
  fonds_bitset_unite (a, b);
  g_assert_cmpuint (fonds_bitset_count (a), ==, 192);
  fonds_bitset_remove (a, 5000);
  g_assert_false (fonds_bitset_contains (a, 5000));
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/a-failed-job-leaves-nothing-behind", a_failed_job_leaves_nothing_behind);
  ADD ("/store/a-reader-cannot-write", a_reader_cannot_write);
  ADD ("/store/writes-are-done-in-the-order-asked-for", writes_are_done_in_the_order_asked_for);
  ADD ("/bug/store/a-store-may-be-let-go-by-its-own-job", a_store_may_be_let_go_by_its_own_job);
  ADD ("/store/a-cancelled-write-is-not-begun", a_cancelled_write_is_not_begun);
  ADD ("/store/cancelling-stops-a-running-statement", cancelling_stops_a_running_statement);
  ADD ("/bug/store/a-closed-store-answers-that-it-is-closed",
       a_closed_store_answers_that_it_is_closed);
  ADD ("/store/a-misspelt-parameter-is-an-error", a_misspelt_parameter_is_an_error);
  ADD ("/store/a-foreign-file-is-refused-and-not-touched",
       a_foreign_file_is_refused_and_not_touched);
  ADD ("/store/a-missing-file-is-not-made-by-opening-it", a_missing_file_is_not_made_by_opening_it);
  ADD ("/store/making-a-catalogue-never-overwrites-a-file",
       making_a_catalogue_never_overwrites_a_file);
  ADD ("/store/a-newer-file-is-refused-politely", a_newer_file_is_refused_politely);
  ADD ("/store/a-new-file-says-what-it-is-in-its-header", a_new_file_says_what_it_is_in_its_header);
  ADD ("/store/a-backup-holds-what-was-there", a_backup_holds_what_was_there);
  ADD ("/store/bits-fills-a-set-with-ids", bits_fills_a_set_with_ids);
  g_test_add_func ("/store/a-set-counts-and-cuts-as-sets-do", a_set_counts_and_cuts_as_sets_do);
  return g_test_run ();
}
