/* database.c - one connection to a catalogue file
 *
 * Wraps a sqlite3 handle: opening with the house's pragmas, transactions whose COMMIT can fail, a
 * cache of prepared statements, and cancellation that reaches inside a running statement.
 * Invariant: no more than one thread uses a connection at a time; it is opened without mutexes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/database-private.h"
#include "data/store/error.h"
#include "data/store/statement.h"

#include <glib/gi18n-lib.h>

/* How long a writer waits for another process: so many looks, so many microseconds apart. SQLite's own
 * handler waits longer and longer, and so never meets the short pauses of somebody's import. */
#define BUSY_LOOKS 20000
#define BUSY_PAUSE 1500

/* How many virtual machine steps pass between two looks at the cancellable. */
#define STEPS_BETWEEN_LOOKS 2000

static int
store_code (int code)
{
  if (code == SQLITE_IOERR_SHMSIZE) /* even to read, a few kilobytes must be there */
    return FONDS_STORE_ERROR_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return FONDS_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return FONDS_STORE_ERROR_BUSY;
    case SQLITE_CORRUPT:
      return FONDS_STORE_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return FONDS_STORE_ERROR_NOT_A_CATALOGUE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return FONDS_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return FONDS_STORE_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN:
      return FONDS_STORE_ERROR_NOT_FOUND;
    default:
      return FONDS_STORE_ERROR_FAILED;
    }
}

static const char *
store_sentence (int code)
{
  switch (store_code (code))
    {
    case FONDS_STORE_ERROR_FULL:
      return N_ ("The disk is full. Nothing of this change was kept; make room and try again.");
    case FONDS_STORE_ERROR_BUSY:
      return N_ ("Another program kept the catalogue locked. Try again in a moment.");
    case FONDS_STORE_ERROR_CORRUPT:
      return N_ ("The catalogue file is damaged. Keep a copy of it, then go back to a backup, or "
                 "try “fonds check --repair”. Backups lie beside it in the folder whose name ends "
                 "in “-backups”.");
    case FONDS_STORE_ERROR_NOT_A_CATALOGUE:
      return N_ ("This file is not a Fonds catalogue.");
    case FONDS_STORE_ERROR_READ_ONLY:
      return N_ ("The catalogue, or the folder it lies in, can't be written.");
    case FONDS_STORE_ERROR_NOT_FOUND:
      return N_ ("The catalogue file can't be opened.");
    default:
      return NULL;
    }
}

/* Our statements fit our schema, so where one does not, it is the file that is not what it was. A text
 * in it that is no JSON is damage as well. */
static gboolean
tells_of_damage (const char *words)
{
  static const char *const beginnings[] = { "no such table", "no such column", "malformed JSON",
                                            "vtable constructor failed", "SQL logic error" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (words, beginnings[i]))
      return TRUE;
  return FALSE;
}

static void
set_plain_error (const char *words, int code, GError **error)
{
  if ((code & 0xff) == SQLITE_ERROR && tells_of_damage (words))
    g_set_error (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_CORRUPT,
                 _ ("The catalogue file is damaged: something in it is not as it should be (%s). "
                    "Keep a copy of it, then go back to a backup. Backups lie beside it in the "
                    "folder whose name ends in “-backups”."),
                 words);
  else
    g_set_error (error, FONDS_STORE_ERROR, store_code (code),
                 _ ("The catalogue file could not be used (%s). “fonds check” tells whether it is "
                    "damaged."),
                 words);
}

void
_fonds_db_set_error (FondsDb *self, int code, GError **error)
{
  const char *sentence = store_sentence (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled"));
  else if (sentence != NULL)
    g_set_error_literal (error, FONDS_STORE_ERROR, store_code (code), _ (sentence));
  else if ((code & 0xff) == SQLITE_IOERR)
    g_set_error (error, FONDS_STORE_ERROR, store_code (code),
                 _ ("The disk could not be read or written (%s). Nothing of this change was kept."),
                 sqlite3_errstr (code));
  else
    set_plain_error (self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code),
                     code, error);
}

static int
wait_cb (void *data, int n_looks)
{
  g_usleep (BUSY_PAUSE);
  return n_looks < BUSY_LOOKS;
}

static int
look_cb (void *data)
{
  FondsDb *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (FondsDb *self, FondsDbFlags flags, GError **error)
{
  if (!fonds_db_exec (self,
                      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384;"
                      "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
                      "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;"
                      "PRAGMA synchronous = FULL;",
                      error))
    return FALSE;
  return (flags & FONDS_DB_READ_ONLY) == 0 || fonds_db_exec (self, "PRAGMA query_only = ON", error);
}

/* Counting every allocation takes a lock each time; nobody asks for the count. */
static void
set_up_library (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&once, 1);
    }
}

/**
 * fonds_db_open:
 * @path: the file
 * @flags: whether it may be made, whether it is only read
 * @error: return location for a #FondsStoreError
 *
 * Opens a connection and sets the house's pragmas. Says nothing about what the file holds; the
 * schema is [func@schema_prepare]'s matter.
 *
 * Returns: (transfer full) (nullable): the connection
 */
FondsDb *
fonds_db_open (const char *path, FondsDbFlags flags, GError **error)
{
  g_autoptr (FondsDb) self = g_new0 (FondsDb, 1);
  int open_flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  set_up_library ();
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                            (GDestroyNotify) _fonds_stmt_destroy);
  if ((flags & FONDS_DB_CREATE) != 0)
    open_flags |= SQLITE_OPEN_CREATE;

  code = sqlite3_open_v2 (path, &self->handle, open_flags, NULL);
  if (code != SQLITE_OK)
    {
      _fonds_db_set_error (self, code, error);
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, wait_cb, NULL);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_LOOKS, look_cb, self);

  if (!configure (self, flags, error) || !_fonds_db_add_functions (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fonds_db_close:
 * @self: (transfer full) (nullable): a connection
 *
 * Closes a connection; an open transaction is rolled back.
 */
void
fonds_db_close (FondsDb *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_object (&self->cancellable);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

/**
 * fonds_db_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what stops the statements that run from now on
 *
 * A statement that is stopped reports %G_IO_ERROR_CANCELLED.
 */
void
fonds_db_set_cancellable (FondsDb *self, GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/**
 * fonds_db_exec:
 * @self: a connection
 * @sql: one statement or several
 * @error: return location for an error
 *
 * Runs statements that need no parameters and give no rows.
 *
 * Returns: whether all of them ran
 */
gboolean
fonds_db_exec (FondsDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  _fonds_db_set_error (self, code, error);
  return FALSE;
}

/**
 * fonds_db_integer:
 * @self: a connection
 * @sql: a query of one number, a constant of the program
 * @value: (out): the number; untouched where there is no row
 * @error: return location for an error
 *
 * Asks for one number.
 *
 * Returns: whether the query ran
 */
gboolean
fonds_db_integer (FondsDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (self, sql);
  g_autoptr (GError) own = NULL;

  if (fonds_stmt_step (s, &own))
    *value = fonds_stmt_int (s, 0);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_db_begin:
 * @self: a connection outside any transaction
 * @write: whether something will be written
 * @error: return location for an error
 *
 * Begins a transaction. A writer takes its lock at once, so that a reader never has to be upgraded.
 *
 * Returns: whether it began
 */
gboolean
fonds_db_begin (FondsDb *self, gboolean write, GError **error)
{
  return fonds_db_exec (self, write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/**
 * fonds_db_commit:
 * @self: a connection inside a transaction
 * @error: return location for an error
 *
 * Ends a transaction and keeps it. Where that fails, nothing was kept and the transaction is over.
 *
 * Returns: whether it was kept
 */
gboolean
fonds_db_commit (FondsDb *self, GError **error)
{
  /* What ends a transaction is never cancelled. */
  fonds_db_set_cancellable (self, NULL);
  if (fonds_db_exec (self, "COMMIT", error))
    return TRUE;
  fonds_db_rollback (self);
  return FALSE;
}

/**
 * fonds_db_rollback:
 * @self: a connection
 *
 * Ends a transaction and keeps nothing of it. SQLite may have done so already after an error.
 */
void
fonds_db_rollback (FondsDb *self)
{
  fonds_db_set_cancellable (self, NULL);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * fonds_db_statement:
 * @self: a connection
 * @sql: a constant of the program; its address is the key of the cache
 *
 * Takes a prepared statement. It goes back to the cache when it is freed; a mistake in it is
 * reported by [method@Stmt.step].
 *
 * Returns: (transfer full): the statement
 */
FondsStmt *
fonds_db_statement (FondsDb *self, const char *sql)
{
  FondsStmt *found = g_hash_table_lookup (self->statements, sql);

  if (found == NULL)
    {
      found = _fonds_stmt_new (self, sql, TRUE);
      if (found->handle == NULL)
        {
          found->cached = FALSE;
          return found;
        }
      g_hash_table_insert (self->statements, (gpointer) sql, found);
    }
  else if (found->taken)
    return fonds_db_statement_once (self, sql);

  found->taken = TRUE;
  return found;
}

/**
 * fonds_db_statement_once:
 * @self: a connection
 * @sql: any SQL
 *
 * Prepares a statement that is thrown away when it is freed: for SQL that was put together.
 *
 * Returns: (transfer full): the statement
 */
FondsStmt *
fonds_db_statement_once (FondsDb *self, const char *sql)
{
  return _fonds_stmt_new (self, sql, FALSE);
}

/**
 * fonds_db_last_id:
 * @self: a connection
 *
 * Returns: the id of the row inserted last on this connection
 */
gint64
fonds_db_last_id (FondsDb *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * fonds_db_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
int
fonds_db_changes (FondsDb *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * fonds_db_data_version:
 * @self: a connection
 * @version: (out): a number that changes whenever another connection has committed
 * @error: return location for an error
 *
 * Returns: whether it could be asked
 */
gboolean
fonds_db_data_version (FondsDb *self, gint64 *version, GError **error)
{
  return fonds_db_integer (self, "PRAGMA data_version", version, error);
}

/**
 * fonds_db_path:
 * @self: a connection
 *
 * Returns: the file's path
 */
const char *
fonds_db_path (FondsDb *self)
{
  return self->path;
}

/**
 * fonds_db_backup:
 * @self: a connection
 * @destination: a path at which nothing lies yet
 * @cancellable: (nullable): stops the copying; the half copy is removed by the caller
 * @error: return location for an error
 *
 * Copies the whole catalogue as it stands, with the online backup interface, while others write.
 *
 * Returns: whether the copy is complete
 */
gboolean
fonds_db_backup (FondsDb *self, const char *destination, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsDb) copy = fonds_db_open (destination, FONDS_DB_CREATE, error);
  sqlite3_backup *backup;
  int code = SQLITE_OK;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  if (backup == NULL)
    {
      _fonds_db_set_error (copy, sqlite3_errcode (copy->handle), error);
      return FALSE;
    }
  do
    code = sqlite3_backup_step (backup, 1024);
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable));
  sqlite3_backup_finish (backup);

  if (code != SQLITE_DONE)
    _fonds_db_set_error (copy, code == SQLITE_OK ? SQLITE_INTERRUPT : code, error);
  return code == SQLITE_DONE;
}
