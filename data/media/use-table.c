/* use-table.c - which records name which files
 *
 * What is shown is read value by value. What only undo could bring back (bodies of batches that were
 * taken back, what the journal remembers) is looked through for hashes wherever they stand.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/media/use-table.h"

#include "data/media/folder.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#include <string.h>

#define SCHEME "sha256:"

#define SQL_LIST                                                                                   \
  "SELECT record.id, record.ref, record.title, json_extract (value.value, '$.w'),"                 \
  " json_extract (value.value, '$.o') FROM record JOIN document USING (id),"                       \
  " json_each (CASE WHEN json_valid (body) THEN body ELSE '{}' END,"                               \
  " '$.f.digitalObjectFile') AS value"                                                             \
  " WHERE has_media AND record.batch NOT IN " FONDS_SQL_UNSEEN_BATCHES " ORDER BY record.id"

#define SQL_MENTIONS                                                                               \
  "SELECT body FROM document WHERE body LIKE '%sha256:%'"                                          \
  " UNION ALL SELECT body FROM staged WHERE body LIKE '%sha256:%'"                                 \
  " UNION ALL SELECT before FROM journal_change WHERE before LIKE '%sha256:%'"                     \
  " UNION ALL SELECT after FROM journal_change WHERE after LIKE '%sha256:%'"

/**
 * fonds_use_free:
 * @self: (transfer full) (nullable): a use
 *
 * Frees it.
 */
void
fonds_use_free (FondsUse *self)
{
  if (self == NULL)
    return;
  g_free (self->ref);
  g_free (self->title);
  g_free (self->hash);
  g_free (self->name);
  g_free (self);
}

static FondsUse *
read_use (FondsStmt *s)
{
  const char *source = fonds_stmt_text (s, 3);
  FondsUse *use;

  if (source == NULL || !g_str_has_prefix (source, SCHEME) ||
      !fonds_hash_is_valid (source + strlen (SCHEME)))
    return NULL;
  use = g_new0 (FondsUse, 1);
  use->record = fonds_stmt_int (s, 0);
  use->ref = g_strdup (fonds_stmt_text (s, 1));
  use->title = g_strdup (fonds_stmt_text (s, 2));
  use->hash = g_strdup (source + strlen (SCHEME));
  use->name = g_strdup (fonds_stmt_text (s, 4));
  return use;
}

/**
 * fonds_use_list:
 * @db: a connection
 * @error: return location for an error
 *
 * Lists the files of all records that are shown, by record.
 *
 * Returns: (transfer full) (nullable) (element-type FondsUse): the uses
 */
GPtrArray *
fonds_use_list (FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement_once (db, SQL_LIST);
  g_autoptr (GPtrArray) uses = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_use_free);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    {
      FondsUse *use = read_use (s);

      if (use != NULL)
        g_ptr_array_add (uses, use);
    }
  if (own == NULL)
    return g_steal_pointer (&uses);
  g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

static void
gather (GHashTable *hashes, const char *text)
{
  const char *at = text;

  while (at != NULL && (at = strstr (at, SCHEME)) != NULL)
    {
      g_autofree char *hash = g_strndup (at + strlen (SCHEME), FONDS_HASH_LENGTH);

      if (fonds_hash_is_valid (hash))
        g_hash_table_add (hashes, g_steal_pointer (&hash));
      at += strlen (SCHEME);
    }
}

/**
 * fonds_use_mentioned:
 * @db: a connection
 * @hashes: (element-type utf8): a set to which hashes are added
 * @error: return location for an error
 *
 * Finds all files that any document names, also one that nobody sees, or that undo or redo would need.
 *
 * Returns: whether it could be looked
 */
gboolean
fonds_use_mentioned (FondsDb *db, GHashTable *hashes, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement_once (db, SQL_MENTIONS);
  g_autoptr (GError) own = NULL;

  while (fonds_stmt_step (s, &own))
    gather (hashes, fonds_stmt_text (s, 0));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}
