/* database.h - one connection to a catalogue file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/store/types.h"

G_BEGIN_DECLS

typedef enum
{
  FONDS_DB_READ_ONLY = 1 << 0,
  FONDS_DB_CREATE = 1 << 1,
} FondsDbFlags;

/**
 * FondsTokenSink:
 *
 * Takes one token of a text; what it returns other than 0 must be returned by the tokenizer at once.
 */
typedef int (*FondsTokenSink) (gpointer user_data,
                               gboolean colocated,
                               const char *token,
                               int length,
                               int start,
                               int end);

/**
 * FondsTokenizer:
 *
 * Cuts a text into tokens. @query says that the text is somebody's query, not a record's.
 */
typedef int (*FondsTokenizer) (const char *text,
                               int length,
                               gboolean query,
                               FondsTokenSink sink,
                               gpointer user_data);

FondsDb *
fonds_db_open (const char *path, FondsDbFlags flags, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void fonds_db_close (FondsDb *self);

gboolean
fonds_db_add_tokenizer (FondsDb *self, const char *name, FondsTokenizer tokenizer, GError **error);
void fonds_db_set_cancellable (FondsDb *self, GCancellable *cancellable);

gboolean fonds_db_exec (FondsDb *self, const char *sql, GError **error);
gboolean fonds_db_integer (FondsDb *self, const char *sql, gint64 *value, GError **error);
gboolean fonds_db_begin (FondsDb *self, gboolean write, GError **error);
gboolean fonds_db_commit (FondsDb *self, GError **error);
void fonds_db_rollback (FondsDb *self);

FondsStmt *fonds_db_statement (FondsDb *self, const char *sql);
FondsStmt *fonds_db_statement_once (FondsDb *self, const char *sql);

gint64 fonds_db_last_id (FondsDb *self);
int fonds_db_changes (FondsDb *self);
gboolean fonds_db_data_version (FondsDb *self, gint64 *version, GError **error);
const char *fonds_db_path (FondsDb *self);

gboolean
fonds_db_backup (FondsDb *self, const char *destination, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsDb, fonds_db_close)

G_END_DECLS
