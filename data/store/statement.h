/* statement.h - a prepared statement whose mistakes stick until it is stepped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

void fonds_stmt_free (FondsStmt *self);

void fonds_stmt_bind_int (FondsStmt *self, const char *name, gint64 value);
void fonds_stmt_bind_text (FondsStmt *self, const char *name, const char *text);
void fonds_stmt_bind_blob (FondsStmt *self, const char *name, gconstpointer data, gsize length);
void fonds_stmt_bind_null (FondsStmt *self, const char *name);
void fonds_stmt_bind_bitset (FondsStmt *self, const char *name, FondsBitset *bitset);

gboolean fonds_stmt_step (FondsStmt *self, GError **error);
gboolean fonds_stmt_run (FondsStmt *self, GError **error);
GArray *fonds_stmt_collect (FondsStmt *self, GError **error);

gint64 fonds_stmt_int (FondsStmt *self, int column);
const char *fonds_stmt_text (FondsStmt *self, int column);
int fonds_stmt_length (FondsStmt *self, int column);
gconstpointer fonds_stmt_blob (FondsStmt *self, int column, gsize *length);
gboolean fonds_stmt_is_null (FondsStmt *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsStmt, fonds_stmt_free)

G_END_DECLS
