/* import-scan.c - the first pass of an import: which rows there are and how they hang together
 *
 * Every row leaves its hashes in the index, a few hundred leave key, name and more to find out whose
 * keys they are, and rows that others refer to by name leave theirs. No record is made yet. Parents that
 * are no rows are then looked for in the catalogue, for which the files are read once more, but only
 * where there are any.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/exchange/row-evidence.h"

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 one = ((const FondsSampleRow *) a)->hash, other = ((const FondsSampleRow *) b)->hash;

  return (one > other) - (one < other);
}

/* Keeps the rows with the lowest hashes: the same whatever the order of the rows. */
static void
sample_row (FondsImport *self, const FondsRowFacts *facts, const FondsCells *cells, guint64 hash)
{
  FondsSampleRow row = { hash, facts->kind, NULL, NULL, NULL };
  guint n = self->sample->len;

  if ((facts->name == NULL && !facts->made) ||
      (n >= FONDS_SAMPLE_MAX &&
       hash >= g_array_index (self->sample, FondsSampleRow, FONDS_SAMPLE_MAX - 1).hash))
    return;
  row.key = g_strdup (facts->key);
  row.name = g_strdup (facts->name);
  row.evidence = fonds_row_evidence_read (facts->plan, cells);
  g_array_append_val (self->sample, row);
  if (self->sample->len < 2 * FONDS_SAMPLE_MAX && n != FONDS_SAMPLE_MAX - 1)
    return;
  g_array_sort (self->sample, compare_hashes);
  if (self->sample->len > FONDS_SAMPLE_MAX)
    g_array_set_size (self->sample, FONDS_SAMPLE_MAX);
}

static guint32
hash_language (const char *language)
{
  return language != NULL ? g_str_hash (language) : 0;
}

static gboolean
enter_row (FondsImport *self,
           FondsSource *source,
           guint8 file,
           const FondsRowFacts *facts,
           const FondsCells *cells,
           GError **error)
{
  FondsRowEntry entry = { .file = file, .kind = (guint8) facts->kind };
  guint32 row;

  if (facts->blank)
    entry.fate = FONDS_ROW_BLANK;
  else if (facts->reason != NULL)
    entry.fate = FONDS_ROW_BROKEN;
  if (facts->key != NULL && !source->mapping->adds)
    {
      entry.key = fonds_row_hash (facts->kind, facts->key);
      entry.language = hash_language (facts->language);
      entry.flags = facts->made ? FONDS_ROW_MADE_KEY : 0;
      if (facts->parent != NULL && facts->plan->parent_field != NULL)
        entry.parent = fonds_row_hash (facts->kind, facts->parent);
    }
  row = fonds_row_index_add (self->index, &entry);
  if (entry.key == 0 || entry.fate != FONDS_ROW_FINE)
    return TRUE;
  fonds_import_note_slug (self, facts);
  if (source->origin_name == NULL)
    sample_row (self, facts, cells, entry.key);
  if (facts->name != NULL && (self->announced & FONDS_KIND_BIT (facts->kind)))
    fonds_names_announce (self->names, facts->kind, facts->name, facts->location, facts->type, row,
                          facts->key);
  return !source->mapping->own || fonds_import_keep_uid (self, source, facts, cells, row, error);
}

static gboolean
scan_source (FondsImport *self, FondsSource *source, guint8 file, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsCells cells;

  source->first_row = fonds_row_index_length (self->index);
  while (fonds_source_next (source, &cells, &own))
    {
      g_auto (FondsRowFacts) facts = { FALSE };

      if (!fonds_row_facts_read (&facts, source, &cells, error) ||
          !fonds_import_tick (self, FONDS_IMPORT_SCANNING, source, error) ||
          !enter_row (self, source, file, &facts, &cells, error))
        return FALSE;
      source->n_rows++;
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  self->done_bytes += (guint64) source->size;
  return TRUE;
}

/* Names of rows are only kept where cells name such records: else a list of a million names would be. */
static guint32
find_announced (FondsImport *self)
{
  guint32 mask = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);

      for (int kind = 1; kind < FONDS_N_KINDS; kind++)
        if (source->plans[kind] != NULL)
          mask |= fonds_plan_named_targets (source->plans[kind]);
    }
  return mask;
}

/**
 * fonds_import_scan:
 * @self: an import
 * @error: return location for an error
 *
 * Reads all files once.
 *
 * Returns: whether they could be read
 */
gboolean
fonds_import_scan (FondsImport *self, GError **error)
{
  self->announced = find_announced (self);
  self->done_bytes = 0;
  self->n_rows = 0;
  self->told = 0;
  for (guint i = 0; i < self->sources->len; i++)
    if (!scan_source (self, g_ptr_array_index (self->sources, i), (guint8) i, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_outside_parents (FondsImport *self, const FondsSource *source)
{
  for (guint32 i = 0; i < source->n_rows; i++)
    if (fonds_row_index_get (self->index, source->first_row + i)->flags & FONDS_ROW_OUTSIDE)
      return TRUE;
  return FALSE;
}

static gboolean
look_for_parent (FondsImport *self,
                 FondsSource *source,
                 const FondsCells *cells,
                 guint32 row,
                 GError **error)
{
  FondsRowEntry *entry = fonds_row_index_get (self->index, row);
  g_auto (FondsRowFacts) facts = { FALSE };
  g_autoptr (GError) own = NULL;
  gint64 id;

  if (entry->fate != FONDS_ROW_FINE || !(entry->flags & FONDS_ROW_OUTSIDE))
    return TRUE;
  if (!fonds_import_read_facts (self, source, cells, &facts, error))
    return FALSE;
  id = facts.parent != NULL
           ? fonds_row_uids_find_id (self->uids, source->origin, facts.kind, facts.parent, &own)
           : 0;
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (id == 0 && facts.parent != NULL)
    entry->fate = FONDS_ROW_ORPHAN;
  return TRUE;
}

static gboolean
look_for_parents (FondsImport *self, FondsSource *source, GError **error)
{
  g_autoptr (GError) own = NULL;
  guint32 row = source->first_row, end = source->first_row + source->n_rows;
  FondsCells cells;

  if (!fonds_source_rewind (source, error))
    return FALSE;
  while (fonds_source_next (source, &cells, &own))
    if (row == end)
      return fonds_import_say_changed (source, error);
    else if (!look_for_parent (self, source, &cells, row++, error))
      return FALSE;
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_import_settle:
 * @self: an import whose files were scanned and whose sources are known
 * @error: return location for an error
 *
 * Decides which rows can't go in.
 *
 * Returns: whether it could be decided
 */
gboolean
fonds_import_settle (FondsImport *self, GError **error)
{
  fonds_row_index_settle (self->index);
  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);

      if (has_outside_parents (self, source) && !look_for_parents (self, source, error))
        return FALSE;
    }
  fonds_row_index_condemn (self->index);
  return TRUE;
}
