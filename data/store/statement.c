/* statement.c - a prepared statement whose mistakes stick until it is stepped
 *
 * Parameters are bound by name. A wrong name or an SQL error is remembered and reported by the next
 * step, so that callers bind in a column and test once.
 * Text and blobs are not copied: they must live until the statement is stepped or freed.
 * Thread: that of its connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/store/statement.h"

#include "data/store/bitset.h"
#include "data/store/database-private.h"
#include "data/store/error.h"

#include <string.h>

FondsStmt *
_fonds_stmt_new (FondsDb *db, const char *sql, gboolean cached)
{
  FondsStmt *self = g_new0 (FondsStmt, 1);
  int code;

  self->db = db;
  self->cached = cached;
  code = sqlite3_prepare_v3 (db->handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0,
                             &self->handle, NULL);
  if (code != SQLITE_OK)
    _fonds_db_set_error (db, code, &self->error);
  return self;
}

void
_fonds_stmt_destroy (FondsStmt *self)
{
  sqlite3_finalize (self->handle);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * fonds_stmt_free:
 * @self: (transfer full) (nullable): a statement
 *
 * Gives a statement back: a cached one is reset and waits, another is thrown away.
 */
void
fonds_stmt_free (FondsStmt *self)
{
  if (self == NULL)
    return;
  if (!self->cached)
    {
      _fonds_stmt_destroy (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  g_clear_error (&self->error);
  self->hint = 0;
  self->taken = FALSE;
}

/* Parameters are nearly always bound in the order in which the SQL names them. */
static int
find_parameter (FondsStmt *self, const char *name)
{
  const char *next;

  if (self->error != NULL)
    return 0;
  next = sqlite3_bind_parameter_name (self->handle, self->hint + 1);
  if (next != NULL && strcmp (next, name) == 0)
    return ++self->hint;
  self->hint = sqlite3_bind_parameter_index (self->handle, name);
  if (self->hint == 0)
    g_set_error (&self->error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_FAILED,
                 "The statement has no parameter %s: %s", name, sqlite3_sql (self->handle));
  return self->hint;
}

static void
note (FondsStmt *self, int code)
{
  if (code != SQLITE_OK && self->error == NULL)
    _fonds_db_set_error (self->db, code, &self->error);
}

/**
 * fonds_stmt_bind_int:
 * @self: a statement
 * @name: the parameter, with its colon
 * @value: a number
 *
 * Binds a number.
 */
void
fonds_stmt_bind_int (FondsStmt *self, const char *name, gint64 value)
{
  int i = find_parameter (self, name);

  if (i > 0)
    note (self, sqlite3_bind_int64 (self->handle, i, value));
}

/**
 * fonds_stmt_bind_text:
 * @self: a statement
 * @name: the parameter, with its colon
 * @text: (nullable): UTF-8 that lives until the step; %NULL binds NULL
 *
 * Binds a text.
 */
void
fonds_stmt_bind_text (FondsStmt *self, const char *name, const char *text)
{
  int i = find_parameter (self, name);

  if (i > 0)
    note (self, sqlite3_bind_text (self->handle, i, text, -1, SQLITE_STATIC));
}

/**
 * fonds_stmt_bind_blob:
 * @self: a statement
 * @name: the parameter, with its colon
 * @data: (nullable): bytes that live until the step; %NULL binds NULL
 * @length: how many
 *
 * Binds bytes.
 */
void
fonds_stmt_bind_blob (FondsStmt *self, const char *name, gconstpointer data, gsize length)
{
  int i = find_parameter (self, name);

  if (i > 0)
    note (self, sqlite3_bind_blob64 (self->handle, i, data, length, SQLITE_STATIC));
}

/**
 * fonds_stmt_bind_null:
 * @self: a statement
 * @name: the parameter, with its colon
 *
 * Binds NULL.
 */
void
fonds_stmt_bind_null (FondsStmt *self, const char *name)
{
  int i = find_parameter (self, name);

  if (i > 0)
    note (self, sqlite3_bind_null (self->handle, i));
}

/**
 * fonds_stmt_bind_bitset:
 * @self: a statement
 * @name: the parameter, with its colon
 * @bitset: a set that lives until the statement is freed
 *
 * Binds the set that the aggregate `bits (id, :set)` fills.
 */
void
fonds_stmt_bind_bitset (FondsStmt *self, const char *name, FondsBitset *bitset)
{
  int i = find_parameter (self, name);

  if (i > 0)
    note (self, sqlite3_bind_pointer (self->handle, i, bitset, "fonds-bitset", NULL));
}

/**
 * fonds_stmt_step:
 * @self: a statement
 * @error: return location for an error, that of a bind included
 *
 * Goes on to the next row.
 *
 * Returns: whether there is one; %FALSE without an error means that there are no more
 */
gboolean
fonds_stmt_step (FondsStmt *self, GError **error)
{
  int code;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    _fonds_db_set_error (self->db, code, error);
  return FALSE;
}

/**
 * fonds_stmt_run:
 * @self: a statement
 * @error: return location for an error, that of a bind included
 *
 * Runs a statement to its end and makes it ready to be bound again.
 *
 * Returns: whether it ran
 */
gboolean
fonds_stmt_run (FondsStmt *self, GError **error)
{
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (self, &own))
    ;
  if (self->handle != NULL)
    sqlite3_reset (self->handle);
  self->hint = 0;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_stmt_collect:
 * @self: a statement, bound
 * @error: return location for an error, that of a bind included
 *
 * Runs a statement to its end and collects the numbers of its first column.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers, in the order of the rows
 */
GArray *
fonds_stmt_collect (FondsStmt *self, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (self, &own))
    {
      gint64 number = fonds_stmt_int (self, 0);

      g_array_append_val (numbers, number);
    }
  if (own == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/**
 * fonds_stmt_int:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: the number in a column; 0 for NULL
 */
gint64
fonds_stmt_int (FondsStmt *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * fonds_stmt_text:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: (nullable): the text in a column; lives until the next step
 */
const char *
fonds_stmt_text (FondsStmt *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * fonds_stmt_length:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: how many bytes the text or blob in a column has
 */
int
fonds_stmt_length (FondsStmt *self, int column)
{
  return sqlite3_column_bytes (self->handle, column);
}

/**
 * fonds_stmt_blob:
 * @self: a statement at a row
 * @column: from 0
 * @length: (out): how many bytes
 *
 * Returns: (nullable): the bytes in a column; they live until the next step
 */
gconstpointer
fonds_stmt_blob (FondsStmt *self, int column, gsize *length)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  *length = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}

/**
 * fonds_stmt_is_null:
 * @self: a statement at a row
 * @column: from 0
 *
 * Returns: whether a column is NULL
 */
gboolean
fonds_stmt_is_null (FondsStmt *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
