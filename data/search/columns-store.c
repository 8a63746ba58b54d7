/* columns-store.c - lays a snapshot of the facts into the file, for the next start
 *
 * In pieces, some a transaction, so that no edit ever waits for more than a few of them; only pieces
 * that differ from those that lie there are written. What tells about the pieces is taken away first
 * and written last: whatever ends this in between leaves nothing that could be taken for whole. Where
 * two processes store at once, the one that began last goes on and the other gives up.
 * Thread: any but the main one and the store's own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/catalogue/uid.h"
#include "data/search/checksum.h"
#include "data/search/stored-table.h"
#include "data/store/database.h"
#include "data/store/store.h"
#include "data/text/fold.h"

#include <string.h>

/* So much is written in one transaction: some 20 ms. */
#define PORTION 4194304

typedef struct
{
  gint64 id;
  const guint8 *data;
  gsize length;
  guint64 checksum;
} Piece;

typedef struct
{
  /* borrowed */
  FondsColumns *columns;
  gboolean afresh; /* what lies there may not be relied on */

  /* owned */
  GArray *pieces; /* of Piece */
  GVariant *lengths;
  GHashTable *known; /* (nullable): id -> checksum of the pieces that lie there */
  char *owner;

  /* state */
  guint next;
  gboolean over; /* it is all there, or somebody else stores */
} Storing;

static void
list_pieces (Storing *self)
{
  FondsPart parts[FONDS_N_PARTS];
  guint64 lengths[FONDS_N_PARTS];

  _fonds_columns_list_parts (self->columns, parts);
  for (guint i = 0; i < FONDS_N_PARTS; i++)
    {
      const guint8 *data = *(guint8 **) parts[i].where;
      gsize length = parts[i].n * parts[i].size;

      lengths[i] = length;
      for (gsize from = 0; from < length; from += FONDS_STORED_PIECE)
        {
          Piece piece = { FONDS_STORED_ID (i, from / FONDS_STORED_PIECE), data + from,
                          MIN (length - from, FONDS_STORED_PIECE), 0 };

          piece.checksum = fonds_checksum (piece.data, piece.length);
          g_array_append_val (self->pieces, piece);
        }
    }
  self->lengths = g_variant_ref_sink (
      g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, lengths, FONDS_N_PARTS, sizeof *lengths));
}

static GVariant *
say_strings (const GPtrArray *strings)
{
  return g_variant_new_strv ((const char *const *) strings->pdata, strings->len);
}

static GVariant *
say_codes (const FondsColumns *columns)
{
  GVariant *codes[FONDS_N_MULTIS];

  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    codes[i] = say_strings (columns->multi[i].codes);
  return g_variant_new_array (G_VARIANT_TYPE_STRING_ARRAY, codes, FONDS_N_MULTIS);
}

static GVariant *
say_shown (const FondsColumns *columns)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer batch;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ax"));
  g_hash_table_iter_init (&iter, columns->shown);
  while (g_hash_table_iter_next (&iter, &batch, NULL))
    g_variant_builder_add (&builder, "x", *(gint64 *) batch);
  return g_variant_builder_end (&builder);
}

static GVariant *
say_counts (const FondsColumns *columns)
{
  guint32 counts[FONDS_N_ORDERS + FONDS_N_MULTIS];

  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    counts[i] = columns->order[i].n_keyed;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    counts[FONDS_N_ORDERS + i] = columns->multi[i].n_values;
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, counts, G_N_ELEMENTS (counts),
                                    sizeof *counts);
}

static GVariant *
say_checksums (const Storing *self)
{
  g_autofree guint64 *checksums = g_new (guint64, self->pieces->len);

  for (guint i = 0; i < self->pieces->len; i++)
    checksums[i] = g_array_index (self->pieces, Piece, i).checksum;
  return g_variant_new_fixed_array (G_VARIANT_TYPE_UINT64, checksums, self->pieces->len,
                                    sizeof *checksums);
}

static gboolean
write_header (Storing *self, FondsDb *db, GError **error)
{
  const FondsColumns *columns = self->columns;
  g_autofree char *texts = fonds_text_version ();
  GVariant *children[] = { g_variant_new_uint32 (FONDS_STORED_FORMAT),
                           g_variant_new_string (texts),
                           g_variant_new_int64 (columns->sequence),
                           g_variant_new_uint32 (columns->n),
                           say_shown (columns),
                           say_strings (columns->levels),
                           say_codes (columns),
                           say_counts (columns),
                           self->lengths,
                           say_checksums (self) };
  g_autoptr (GVariant) header =
      g_variant_ref_sink (g_variant_new_tuple (children, G_N_ELEMENTS (children)));
  gsize length = g_variant_get_size (header);
  guint64 checksum = fonds_checksum (g_variant_get_data (header), length);
  g_autofree guint8 *bytes = g_malloc (sizeof checksum + length);

  memcpy (bytes, &checksum, sizeof checksum);
  memcpy (bytes + sizeof checksum, g_variant_get_data (header), length);
  return fonds_stored_write (db, FONDS_STORED_HEADER, bytes, sizeof checksum + length, error);
}

/* What lies there tells how its pieces can be known, unless it may be wrong about them. */
static gboolean
begin (Storing *self, FondsDb *db, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (!fonds_stored_make (db, error))
    return FALSE;
  if (!self->afresh)
    self->known = _fonds_columns_stored_checksums (db, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return fonds_stored_remove (db, FONDS_STORED_HEADER, FONDS_STORED_HEADER, error) &&
         fonds_stored_write (db, FONDS_STORED_OWNER, self->owner, strlen (self->owner), error);
}

static gboolean
is_still_ours (Storing *self, FondsDb *db, GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GBytes) owner = fonds_stored_read (db, FONDS_STORED_OWNER, &own);

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  self->over = owner == NULL || g_bytes_get_size (owner) != strlen (self->owner) ||
               memcmp (g_bytes_get_data (owner, NULL), self->owner, strlen (self->owner)) != 0;
  return TRUE;
}

static gboolean
lies_there (const Storing *self, const Piece *piece)
{
  const guint64 *known = self->known != NULL ? g_hash_table_lookup (self->known, &piece->id) : NULL;

  return known != NULL && *known == piece->checksum;
}

/* Pieces that the snapshot before had, and this one has not, go; then it can be told. */
static gboolean
end (Storing *self, FondsDb *db, GError **error)
{
  gint64 last = FONDS_STORED_OWNER;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      gint64 id = g_array_index (self->pieces, Piece, i).id;

      if (id > last + 1 && !fonds_stored_remove (db, last + 1, id - 1, error))
        return FALSE;
      last = id;
    }
  self->over = TRUE;
  return fonds_stored_remove (db, last + 1, G_MAXINT64, error) &&
         fonds_stored_remove (db, FONDS_STORED_OWNER, FONDS_STORED_OWNER, error) &&
         write_header (self, db, error);
}

static gboolean
write_portion (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Storing *self = data;
  gsize written = 0;

  if (self->next == 0 ? !begin (self, db, error) : !is_still_ours (self, db, error))
    return FALSE;
  while (!self->over && self->next < self->pieces->len && written < PORTION)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, self->next++);

      if (lies_there (self, piece))
        continue;
      if (!fonds_stored_write (db, piece->id, piece->data, piece->length, error))
        return FALSE;
      written += piece->length;
    }
  return self->over || self->next < self->pieces->len || end (self, db, error);
}

/* An ordinary write makes the writer give back the memory that hidden ones had. */
static gboolean
write_nothing (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

/**
 * fonds_columns_store:
 * @self: a snapshot
 * @afresh: whether all pieces are to be written, since those that lie there may be damaged
 * @store: the file it is of
 * @cancellable: (nullable): stops it; what was stored before is then not used any more
 * @error: return location for an error of the file
 *
 * Lays a snapshot into the file, for [func@Columns.restore].
 *
 * Returns: whether it lies there, or somebody else is storing
 */
gboolean
fonds_columns_store (FondsColumns *self,
                     gboolean afresh,
                     FondsStore *store,
                     GCancellable *cancellable,
                     GError **error)
{
  Storing storing = { .columns = self, .afresh = afresh };
  gboolean kept = TRUE;

  storing.pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  storing.owner = fonds_uid_new ();
  list_pieces (&storing);
  while (kept && !storing.over)
    kept = fonds_store_run (store, FONDS_LANE_HIDDEN, write_portion, &storing, cancellable, error);
  if (kept)
    kept = fonds_store_run (store, FONDS_LANE_WRITE, write_nothing, NULL, cancellable, error);
  g_array_unref (storing.pieces);
  g_variant_unref (storing.lengths);
  g_clear_pointer (&storing.known, g_hash_table_unref);
  g_free (storing.owner);
  return kept;
}
