/* row-uids.c - the uids of the records that an import's rows make or meet
 *
 * A new record's uid is a function of its first row's number, so that a child can name a parent that
 * has not been read yet, unless the row brings its own; a record that is in the catalogue keeps its own. Records that are no rows,
 * such as the people named in cells, take theirs from a series of their own.
 * Thread: the import's. Ownership: borrows the connection and the index.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/row-uids.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/find-table.h"
#include "data/catalogue/identity-table.h"

#include <string.h>

/* Uids by id that are kept at hand; more than the open branches of any hierarchy. */
#define CACHE_MAX 20000

/* A row that does not take its uid from the series. */
typedef struct
{
  guint32 row;
  guint8 bytes[16];
} Kept;

struct _FondsRowUids
{
  FondsDb *db;
  FondsRowIndex *index;
  FondsUidSeries rows;
  FondsUidSeries others;
  GHashTable *cache; /* id -> uid */
  GArray *kept;      /* of Kept, in the order of rows */
};

/**
 * fonds_row_uids_new:
 * @db: a reading connection; must outlive this
 * @index: the rows; must outlive this
 *
 * Begins the uids of an import.
 *
 * Returns: (transfer full): the uids
 */
FondsRowUids *
fonds_row_uids_new (FondsDb *db, FondsRowIndex *index)
{
  FondsRowUids *self = g_new0 (FondsRowUids, 1);

  self->db = db;
  self->index = index;
  self->cache = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  fonds_uid_series_init (&self->rows);
  fonds_uid_series_init (&self->others);
  return self;
}

/**
 * fonds_row_uids_free:
 * @self: (transfer full) (nullable): the uids
 *
 * Frees them.
 */
void
fonds_row_uids_free (FondsRowUids *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cache);
  g_array_unref (self->kept);
  g_free (self);
}

static void
remember (FondsRowUids *self, gint64 id, const char *uid)
{
  if (g_hash_table_size (self->cache) >= CACHE_MAX)
    g_hash_table_remove_all (self->cache);
  g_hash_table_insert (self->cache, g_memdup2 (&id, sizeof id), g_strdup (uid));
}

/**
 * fonds_row_uids_of_id:
 * @self: the uids
 * @id: a record of the catalogue
 * @uid: (out): its uid
 * @error: return location for an error
 *
 * Returns: whether the record is there
 */
gboolean
fonds_row_uids_of_id (FondsRowUids *self, gint64 id, FondsUid uid, GError **error)
{
  const char *known = g_hash_table_lookup (self->cache, &id);
  g_autoptr (FondsDocument) document = NULL;

  if (known == NULL)
    {
      document = fonds_document_load (self->db, id, error);
      if (document == NULL)
        return FALSE;
      known = fonds_body_uid (document->body);
      remember (self, id, known);
    }
  g_strlcpy (uid, known, FONDS_UID_LENGTH + 1);
  return TRUE;
}

/**
 * fonds_row_uids_keep:
 * @self: the uids
 * @row: a row, after all those that were kept before
 * @uid: the uid of its record
 *
 * Says that a row's record has a uid of its own.
 */
void
fonds_row_uids_keep (FondsRowUids *self, guint32 row, const char *uid)
{
  Kept kept = { row, { 0 } };

  if (fonds_uid_to_bytes (uid, kept.bytes))
    g_array_append_val (self->kept, kept);
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  guint32 one = ((const Kept *) a)->row, other = ((const Kept *) b)->row;

  return (one > other) - (one < other);
}

/**
 * fonds_row_uids_of_row:
 * @self: the uids
 * @row: the first row of a record
 * @uid: (out): its uid
 *
 * Says the uid that a row's record has or will have.
 */
void
fonds_row_uids_of_row (FondsRowUids *self, guint32 row, FondsUid uid)
{
  Kept asked = { row, { 0 } };
  guint at;

  if (g_array_binary_search (self->kept, &asked, compare_kept, &at))
    fonds_uid_from_bytes (g_array_index (self->kept, Kept, at).bytes, uid);
  else
    fonds_uid_series_get (&self->rows, row, uid);
}

/**
 * fonds_row_uids_fresh:
 * @self: the uids
 * @uid: (out): a new uid
 *
 * Gives a uid to a new record that is no row.
 */
void
fonds_row_uids_fresh (FondsRowUids *self, FondsUid uid)
{
  fonds_uid_series_next (&self->others, uid);
}

/* A record without a key of its own goes out under its uid, and is known by it when it comes back. */
static gint64
find_by_uid (FondsRowUids *self, FondsKind kind, const char *key, GError **error)
{
  gint64 id = fonds_uid_is_valid (key) ? fonds_document_find (self->db, key, error) : 0;
  g_autoptr (FondsDocument) document = id != 0 ? fonds_document_load (self->db, id, error) : NULL;

  return document != NULL && fonds_body_kind (document->body) == kind &&
                 fonds_find_is_shown (self->db, document->batch, error)
             ? id
             : 0;
}

/**
 * fonds_row_uids_find_id:
 * @self: the uids
 * @origin: the number of the source in the catalogue, or 0
 * @kind: what the record is
 * @key: its key in that source, or its uid
 * @error: return location for an error
 *
 * Returns: the record's id; 0 where the catalogue has none
 */
gint64
fonds_row_uids_find_id (FondsRowUids *self,
                        gint64 origin,
                        FondsKind kind,
                        const char *key,
                        GError **error)
{
  gint64 id = origin != 0 ? fonds_identity_find (self->db, origin, kind, key, error) : 0;

  return id != 0 ? id : find_by_uid (self, kind, key, error);
}

static gboolean
find_kind (FondsRowUids *self,
           gint64 origin,
           FondsKind kind,
           const char *key,
           FondsUid uid,
           GError **error)
{
  gint64 id = fonds_row_uids_find_id (self, origin, kind, key, error);
  guint32 row;

  if (id != 0)
    return fonds_row_uids_of_id (self, id, uid, error);
  row = fonds_row_index_find (self->index, fonds_row_hash (kind, key));
  if (row == FONDS_ROW_NONE || fonds_row_index_get (self->index, row)->fate != FONDS_ROW_FINE)
    return FALSE;
  fonds_row_uids_of_row (self, row, uid);
  return TRUE;
}

/**
 * fonds_row_uids_find:
 * @self: the uids
 * @origin: the number of the source in the catalogue, or 0
 * @kinds: mask of kinds
 * @key: a key of that source
 * @uid: (out): the record's uid
 * @error: return location for an error
 *
 * Finds a record by its key: in the catalogue, else among the rows that go in.
 *
 * Returns: whether there is one; %FALSE without an error where there is none
 */
gboolean
fonds_row_uids_find (FondsRowUids *self,
                     gint64 origin,
                     guint32 kinds,
                     const char *key,
                     FondsUid uid,
                     GError **error)
{
  for (int kind = 1; kind < FONDS_N_KINDS; kind++)
    {
      g_autoptr (GError) own = NULL;

      if (!(kinds & FONDS_KIND_BIT (kind)))
        continue;
      if (find_kind (self, origin, kind, key, uid, &own))
        return TRUE;
      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
    }
  return FALSE;
}
