/* columns-restore.c - takes a snapshot of the facts from the file as it was stored there
 *
 * What is stored is derived, and may be of another program, of other versions of the texts' order,
 * half written or damaged: then it is not used, and that is no error. Nothing of it is looked at
 * before its checksum is right, and nothing is used before all of it holds together.
 * Thread: that of the connection.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/columns-private.h"

#include "data/search/checksum.h"
#include "data/search/stored-table.h"
#include "data/store/database.h"
#include "data/text/fold.h"

#include <string.h>

typedef struct
{
  /* owned */
  GVariant *header;
  FondsColumns *columns;
  FondsPart parts[FONDS_N_PARTS];
  guint64 *lengths; /* of the parts, in bytes */
  guint64 *checksums;
  gsize first_piece[FONDS_N_PARTS]; /* the number of each part's first one */
  gsize n_pieces;

  /* state: the next piece */
  guint part;
  gsize piece;
  gboolean wrong; /* something is not as it was stored */
} Restore;

static GVariant *
read_header (FondsDb *db, GError **error)
{
  g_autoptr (GBytes) bytes = fonds_stored_read (db, FONDS_STORED_HEADER, error);
  g_autoptr (GBytes) rest = NULL;
  const guint8 *data;
  guint64 checksum;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (length <= sizeof checksum)
    return NULL;
  memcpy (&checksum, data, sizeof checksum);
  if (checksum != fonds_checksum (data + sizeof checksum, length - sizeof checksum))
    return NULL;
  rest = g_bytes_new_from_bytes (bytes, sizeof checksum, length - sizeof checksum);
  return g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (FONDS_STORED_HEADER_TYPE), rest, FALSE));
}

/* Whether this program could have stored it, of this catalogue, not later than now. */
static gboolean
is_ours (GVariant *header, gint64 now)
{
  g_autofree char *texts = fonds_text_version ();
  const char *version;
  guint32 format, n;
  gint64 sequence;

  if (!g_variant_is_normal_form (header))
    return FALSE;
  g_variant_get_child (header, 0, "u", &format);
  g_variant_get_child (header, 1, "&s", &version);
  g_variant_get_child (header, 2, "x", &sequence);
  g_variant_get_child (header, 3, "u", &n);
  return format == FONDS_STORED_FORMAT && g_str_equal (version, texts) && sequence > 0 &&
         sequence <= now && n > 0;
}

static void
take_strings (GVariant *strings, GPtrArray *into)
{
  GVariantIter iter;
  char *text;

  g_variant_iter_init (&iter, strings);
  while (g_variant_iter_next (&iter, "s", &text))
    g_ptr_array_add (into, text);
}

/* What is not an array of numbers. */
static gboolean
take_words (Restore *self)
{
  FondsColumns *columns = self->columns;
  g_autoptr (GVariant) shown = g_variant_get_child_value (self->header, 4);
  g_autoptr (GVariant) levels = g_variant_get_child_value (self->header, 5);
  g_autoptr (GVariant) codes = g_variant_get_child_value (self->header, 6);
  GVariantIter iter;
  gint64 batch;

  columns->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_variant_iter_init (&iter, shown);
  while (g_variant_iter_next (&iter, "x", &batch))
    g_hash_table_add (columns->shown, g_memdup2 (&batch, sizeof batch));
  take_strings (levels, columns->levels);
  if (columns->levels->len == 0 || g_variant_n_children (codes) != FONDS_N_MULTIS)
    return FALSE;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    {
      g_autoptr (GVariant) own = g_variant_get_child_value (codes, i);

      columns->multi[i].codes = g_ptr_array_new_with_free_func (g_free);
      take_strings (own, columns->multi[i].codes);
    }
  return TRUE;
}

/* A facet's values are records or codes; the numbers of values must agree with either list. */
static gboolean
take_counts (Restore *self)
{
  FondsColumns *columns = self->columns;
  g_autoptr (GVariant) child = g_variant_get_child_value (self->header, 7);
  gsize n;
  const guint32 *counts = g_variant_get_fixed_array (child, &n, sizeof (guint32));

  if (n != FONDS_N_ORDERS + FONDS_N_MULTIS)
    return FALSE;
  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    columns->order[i].n_keyed = counts[i];
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    {
      FondsMulti *multi = &columns->multi[i];

      multi->n_values = counts[FONDS_N_ORDERS + i];
      if (multi->codes->len > 0 && multi->codes->len != multi->n_values)
        return FALSE;
    }
  return TRUE;
}

/* Parts whose lengths don't follow from the number of records. */
static gboolean
may_be_any_length (const FondsColumns *self, const FondsPart *part)
{
  if (part->where == &self->visible->words)
    return TRUE;
  for (guint i = 0; i < FONDS_N_ORDERS; i++)
    if (part->where == &self->order[i].ids)
      return TRUE;
  for (guint i = 0; i < FONDS_N_MULTIS; i++)
    if (part->where == &self->multi[i].values || part->where == &self->multi[i].records)
      return TRUE;
  return FALSE;
}

/* Makes room for all arrays, if the lengths are possible at all. */
static gboolean
make_room (Restore *self)
{
  FondsColumns *columns = self->columns;
  gsize n_pieces = 0;

  _fonds_columns_list_parts (columns, self->parts);
  for (guint i = 0; i < FONDS_N_PARTS; i++)
    {
      const FondsPart *part = &self->parts[i];
      gsize length = self->lengths[i];

      if (length % part->size != 0 || length > G_MAXUINT32 * part->size ||
          (!may_be_any_length (columns, part) && length != part->n * part->size))
        return FALSE;
      self->first_piece[i] = n_pieces;
      n_pieces += FONDS_STORED_PIECES (length);
    }
  if (n_pieces != self->n_pieces)
    return FALSE;
  for (guint i = 0; i < FONDS_N_PARTS; i++)
    {
      gpointer array = g_try_malloc (MAX (self->lengths[i], 1));

      if (array == NULL)
        return FALSE;
      *(gpointer *) self->parts[i].where = array;
    }
  columns->visible->n_words = self->lengths[0] / sizeof (guint64);
  return TRUE;
}

static guint64 *
copy_numbers (GVariant *header, gsize child, gsize *n)
{
  g_autoptr (GVariant) numbers = g_variant_get_child_value (header, child);
  const guint64 *data = g_variant_get_fixed_array (numbers, n, sizeof (guint64));

  return g_memdup2 (data, *n * sizeof (guint64));
}

static gboolean
take_header (Restore *self)
{
  guint32 n;
  gsize n_lengths;

  g_variant_get_child (self->header, 3, "u", &n);
  self->columns = _fonds_columns_new_bare (n);
  g_variant_get_child (self->header, 2, "x", &self->columns->sequence);
  self->columns->base = self->columns->sequence;
  self->columns->restored = TRUE;
  self->lengths = copy_numbers (self->header, 8, &n_lengths);
  self->checksums = copy_numbers (self->header, 9, &self->n_pieces);
  return n_lengths == FONDS_N_PARTS && take_words (self) && take_counts (self) && make_room (self);
}

/* (transfer full) (nullable) (element-type gint64 guint64): the checksum of every piece that lies in
 * the file, by its id, if it is this program that stored them; NULL without an error otherwise. */
GHashTable *
_fonds_columns_stored_checksums (FondsDb *db, GError **error)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GVariant) header = read_header (db, error);
  g_autofree guint64 *lengths = NULL;
  g_autofree guint64 *checksums = NULL;
  gsize n_lengths, n_checksums, next = 0;

  if (header == NULL || !is_ours (header, G_MAXINT64))
    return NULL;
  lengths = copy_numbers (header, 8, &n_lengths);
  checksums = copy_numbers (header, 9, &n_checksums);
  for (guint i = 0; i < n_lengths; i++)
    for (gsize piece = 0; piece < FONDS_STORED_PIECES (lengths[i]) && next < n_checksums; piece++)
      {
        const gint64 id = FONDS_STORED_ID (i, piece);

        g_hash_table_insert (known, g_memdup2 (&id, sizeof id),
                             g_memdup2 (&checksums[next++], sizeof *checksums));
      }
  return g_steal_pointer (&known);
}

static gboolean
take_piece (gint64 id, gconstpointer data, gsize length, gpointer user_data)
{
  Restore *self = user_data;
  gsize from = self->piece * FONDS_STORED_PIECE;
  gsize rest = self->lengths[self->part] - from;

  if (id != FONDS_STORED_ID (self->part, self->piece) || length != MIN (rest, FONDS_STORED_PIECE) ||
      fonds_checksum (data, length) != self->checksums[self->first_piece[self->part] + self->piece])
    return FALSE;
  memcpy (*(guint8 **) self->parts[self->part].where + from, data, length);
  self->piece++;
  return rest > FONDS_STORED_PIECE;
}

/* Reads a part, unless one before it was wrong; a part that is empty has no piece. */
static gboolean
read_part (Restore *self, FondsDb *db, guint part, GError **error)
{
  gsize n = FONDS_STORED_PIECES (self->lengths[part]);

  if (self->wrong || n == 0)
    return TRUE;
  self->part = part;
  self->piece = 0;
  if (!fonds_stored_each (db, FONDS_STORED_ID (part, 0), take_piece, self, error))
    return FALSE;
  self->wrong = self->piece != n;
  return TRUE;
}

/* The lengths of orders and values are those of their arrays. */
static gboolean
finish (Restore *self)
{
  FondsColumns *columns = self->columns;
  const guint64 *length = self->lengths + FONDS_FIRST_ORDER;

  for (guint i = 0; i < FONDS_N_ORDERS; i++, length++)
    if (i != FONDS_ORDER_TITLE) /* which somebody may be looking at already */
      columns->order[i].n = (guint32) (*length / sizeof (guint32));
  for (guint i = 0; i < FONDS_N_MULTIS; i++, length += 3)
    {
      FondsMulti *multi = &columns->multi[i];
      gboolean codes = multi->codes->len > 0;

      if (length[1] / sizeof (guint32) != multi->starts[columns->n] ||
          length[2] / sizeof (guint32) != (codes ? 0 : multi->n_values))
        return FALSE;
      if (codes)
        g_clear_pointer (&multi->records, g_free);
    }
  return _fonds_columns_hold (columns);
}

/* The parts that are read first, since the first question needs no others. */
static const guint first_parts[] = { FONDS_PART_VISIBLE, FONDS_PART_KIND,
                                     FONDS_FIRST_ORDER + FONDS_ORDER_TITLE };

static gboolean
is_first (guint part)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_parts); i++)
    if (first_parts[i] == part)
      return TRUE;
  return FALSE;
}

static gboolean
read_first_parts (Restore *self, FondsDb *db, GError **error)
{
  FondsColumns *columns = self->columns;

  for (guint i = 0; i < G_N_ELEMENTS (first_parts); i++)
    if (!read_part (self, db, first_parts[i], error))
      return FALSE;
  columns->order[FONDS_ORDER_TITLE].n =
      (guint32) (self->lengths[FONDS_FIRST_ORDER + FONDS_ORDER_TITLE] / sizeof (guint32));
  self->wrong = self->wrong || !_fonds_columns_hold_sight (columns);
  return TRUE;
}

static gboolean
read_other_parts (Restore *self, FondsDb *db, GError **error)
{
  for (guint i = 0; i < FONDS_N_PARTS; i++)
    if (!is_first (i) && !read_part (self, db, i, error))
      return FALSE;
  self->wrong = self->wrong || !finish (self);
  return TRUE;
}

static void
restore_clear (Restore *self)
{
  g_variant_unref (self->header);
  g_free (self->lengths);
  g_free (self->checksums);
}

/**
 * fonds_columns_restore:
 * @db: a connection inside a transaction
 * @sight: (nullable): called when kinds and the order of titles are there, if nothing was written
 *   since; nothing else of the snapshot may be looked at before this function returns it
 * @data: for @sight
 * @cancellable: (nullable): stops it
 * @error: return location for an error of the file; that nothing usable is stored is none
 *
 * Takes the stored snapshot. It is as old as it is: see [method@Columns.refresh].
 *
 * Returns: (transfer full) (nullable): the snapshot
 */
FondsColumns *
fonds_columns_restore (FondsDb *db,
                       FondsSightFunc sight,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  Restore self = { 0 };
  gboolean exists = FALSE;
  gint64 now;

  fonds_db_set_cancellable (db, cancellable);
  if (!fonds_stored_exists (db, &exists, error) || !exists ||
      !fonds_facts_sequence (db, &now, error))
    return NULL;
  self.header = read_header (db, error);
  if (self.header == NULL)
    return NULL;
  self.wrong = !is_ours (self.header, now) || !take_header (&self);
  if (!self.wrong && !read_first_parts (&self, db, error))
    self.wrong = TRUE;
  if (!self.wrong && sight != NULL && self.columns->sequence == now)
    sight (self.columns, data);
  if (!self.wrong && !read_other_parts (&self, db, error))
    self.wrong = TRUE;
  restore_clear (&self);
  if (self.wrong)
    g_clear_pointer (&self.columns, fonds_columns_unref);
  return self.columns;
}
