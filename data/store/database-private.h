/* database-private.h - what the store's own files know of a connection
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/database.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _FondsDb
{
  /* owned */
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* the address of the SQL -> FondsStmt */
  GCancellable *cancellable;
};

struct _FondsStmt
{
  /* owned */
  sqlite3_stmt *handle;
  GError *error; /* the first thing that went wrong since the statement was taken */

  /* borrowed */
  FondsDb *db;

  /* state */
  int hint; /* where the last parameter was found; the next is usually behind it */
  gboolean cached;
  gboolean taken;
};

void _fonds_db_set_error (FondsDb *self, int code, GError **error);
gboolean _fonds_db_add_functions (FondsDb *self, GError **error);
FondsStmt *_fonds_stmt_new (FondsDb *db, const char *sql, gboolean cached);
void _fonds_stmt_destroy (FondsStmt *self);

G_END_DECLS
