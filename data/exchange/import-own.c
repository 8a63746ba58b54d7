/* import-own.c - the uids of rows that come from a table of our own
 *
 * Such a row says its record's uid, by which it is known in the catalogue that it is from. Elsewhere it
 * makes a record of that uid; or it is the record that the catalogue knows from the same source under
 * the same key; or, where the uid is taken by something else, one with a uid of its own.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/identity-table.h"
#include "data/exchange/draft-private.h"

static char *
first_item (const FondsSource *source, const FondsCells *cells, const char *column)
{
  int place = fonds_plan_column ((const char *const *) source->header, column);
  const char *cell = place >= 0 && (guint) place < cells->n ? cells->cells[place] : NULL;

  return cell != NULL && *cell != '\0' ? fonds_draft_first (cell) : NULL;
}

/* The record that the catalogue has under the first of the row's identities. */
static gint64
find_by_identity (FondsImport *self,
                  const FondsSource *source,
                  const FondsRowFacts *facts,
                  const FondsCells *cells,
                  GError **error)
{
  g_autofree char *key = first_item (source, cells, "identity");
  g_autofree char *name = first_item (source, cells, "identity.source");
  gint64 origin =
      key != NULL && name != NULL ? fonds_identity_find_origin (self->db, name, error) : 0;

  return origin != 0 ? fonds_identity_find (self->db, origin, facts->kind, key, error) : 0;
}

static gboolean
is_free (FondsImport *self, const char *uid, GError **error)
{
  g_autoptr (GError) own = NULL;
  gint64 id = fonds_document_find (self->db, uid, &own);

  if (own == NULL)
    return id == 0;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_import_keep_uid:
 * @self: an import
 * @source: a table of our own
 * @facts: a row of it
 * @cells: the row
 * @row: its number
 * @error: return location for an error
 *
 * Decides which uid a row's record has.
 *
 * Returns: whether it could be decided
 */
gboolean
fonds_import_keep_uid (FondsImport *self,
                       const FondsSource *source,
                       const FondsRowFacts *facts,
                       const FondsCells *cells,
                       guint32 row,
                       GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsUid uid;
  gint64 id;

  if (facts->made || facts->key == NULL || !fonds_uid_is_valid (facts->key))
    return TRUE;
  id = fonds_row_uids_find_id (self->uids, 0, facts->kind, facts->key, &own);
  if (id != 0)
    fonds_row_uids_keep (self->uids, row, facts->key);
  else if (own == NULL)
    {
      id = find_by_identity (self, source, facts, cells, &own);
      if (own == NULL && id != 0 && fonds_row_uids_of_id (self->uids, id, uid, &own))
        fonds_row_uids_keep (self->uids, row, uid);
      else if (own == NULL && is_free (self, facts->key, &own))
        fonds_row_uids_keep (self->uids, row, facts->key);
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}
