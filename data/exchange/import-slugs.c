/* import-slugs.c - parents that are named by their slugs
 *
 * A slug is the end of a record's web address in AtoM, which names a row's parent by it (qubitParentSlug)
 * where that has no legacyId in the file. The parent is a row that says the slug to be its own, in any of
 * the files, else the record of the catalogue that came with it. Where both columns are filled the slug
 * goes before parentId, as in AtoM; one that leads nowhere does not count there.
 * Only the slugs of parents are kept, and files that name none are not read once more.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/find-table.h"

#include <glib/gi18n-lib.h>

/* What a slug leads to: a row, a record, both (a row that is known), or nothing. */
typedef struct
{
  char *key;    /* (nullable): of the row */
  gint64 id;    /* of the record; 0: none */
  FondsUid uid; /* of that */
  gboolean ambiguous;
} Parent;

static void
free_parent (gpointer data)
{
  Parent *parent = data;

  g_free (parent->key);
  g_free (parent);
}

/**
 * fonds_import_note_slug:
 * @self: an import
 * @facts: a row
 *
 * Remembers that the row's parent is to be found by its slug.
 */
void
fonds_import_note_slug (FondsImport *self, const FondsRowFacts *facts)
{
  if (facts->parent_slug == NULL || facts->reason != NULL)
    return;
  if (self->parents == NULL)
    self->parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_parent);
  if (!g_hash_table_contains (self->parents, facts->parent_slug))
    g_hash_table_insert (self->parents, g_strdup (facts->parent_slug), g_new0 (Parent, 1));
}

static gboolean
leads_somewhere (const Parent *parent)
{
  return !parent->ambiguous && (parent->key != NULL || parent->id != 0);
}

static void
say_lost (FondsRowFacts *facts, const FondsSource *source, const Parent *parent)
{
  facts->column = source->header[facts->plan->parent_slug];
  facts->value = g_strdup (facts->parent_slug);
  facts->reason =
      g_strdup (parent->ambiguous
                    ? _ ("Several records have this address (slug), so which is the parent can't "
                         "be known. Fill in parentId instead.")
                    : _ ("No row and no record of the catalogue has this address (slug). Import "
                         "the parent with its column “slug” first, or fill in parentId."));
}

/* Says of a row under which it belongs, now that slugs are followed. */
static void
place (FondsImport *self, const FondsSource *source, FondsRowFacts *facts)
{
  const Parent *parent = facts->parent_slug != NULL && self->parents != NULL
                             ? g_hash_table_lookup (self->parents, facts->parent_slug)
                             : NULL;

  if (parent == NULL || facts->reason != NULL)
    return;
  if (leads_somewhere (parent))
    {
      facts->parent = parent->key;
      facts->parent_uid = parent->id != 0 ? parent->uid : NULL;
    }
  else if (facts->parent == NULL)
    say_lost (facts, source, parent);
  else
    facts->parent_slug = NULL;
}

/**
 * fonds_import_read_facts:
 * @self: an import whose slugs are followed
 * @source: the row's file
 * @cells: the row
 * @facts: (out): the facts, to be cleared
 * @error: return location for an error of the file, not of the row
 *
 * Finds out who a row is, and what it belongs under.
 *
 * Returns: %FALSE for an error of the file
 */
gboolean
fonds_import_read_facts (FondsImport *self,
                         FondsSource *source,
                         const FondsCells *cells,
                         FondsRowFacts *facts,
                         GError **error)
{
  if (!fonds_row_facts_read (facts, source, cells, error))
    return FALSE;
  place (self, source, facts);
  return TRUE;
}

typedef gboolean (*Visit) (FondsImport *self,
                           FondsSource *source,
                           const FondsRowFacts *facts,
                           guint32 row,
                           GError **error);

static gboolean
visit_source (FondsImport *self, FondsSource *source, Visit visit, GError **error)
{
  guint32 row = source->first_row, end = source->first_row + source->n_rows;
  g_autoptr (GError) own = NULL;
  FondsCells cells;

  if (!fonds_source_rewind (source, error))
    return FALSE;
  while (fonds_source_next (source, &cells, &own))
    {
      g_auto (FondsRowFacts) facts = { FALSE };

      if (row == end)
        return fonds_import_say_changed (source, error);
      if (!fonds_import_read_facts (self, source, &cells, &facts, error) ||
          !visit (self, source, &facts, row++, error))
        return FALSE;
    }
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static const FondsPlan *
plan_of (const FondsSource *source)
{
  return source->plans[source->mapping->kind];
}

/* A row's own slug. Translations repeat that of their record. */
static gboolean
take_own (FondsImport *self,
          FondsSource *source,
          const FondsRowFacts *facts,
          guint32 row,
          GError **error)
{
  Parent *parent = facts->slug != NULL && facts->key != NULL
                       ? g_hash_table_lookup (self->parents, facts->slug)
                       : NULL;
  g_autoptr (GError) own = NULL;
  gint64 id;

  if (parent == NULL || fonds_row_index_get (self->index, row)->fate != FONDS_ROW_FINE)
    return TRUE;
  if (parent->key != NULL)
    {
      parent->ambiguous = parent->ambiguous || g_strcmp0 (parent->key, facts->key) != 0;
      return TRUE;
    }
  parent->key = g_strdup (facts->key);
  id = fonds_row_uids_find_id (self->uids, source->origin, facts->kind, facts->key, &own);
  if (own == NULL && (id == 0 || fonds_row_uids_of_id (self->uids, id, parent->uid, &own)))
    {
      parent->id = id;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static void
found_cb (gint64 id, const char *slug, gpointer data)
{
  Parent *parent = g_hash_table_lookup (((FondsImport *) data)->parents, slug);

  if (parent == NULL || parent->key != NULL)
    return;
  parent->ambiguous = parent->id != 0;
  parent->id = id;
}

static gboolean
name_records (FondsImport *self, GError **error)
{
  GHashTableIter iter;
  Parent *parent;

  g_hash_table_iter_init (&iter, self->parents);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &parent))
    if (parent->key == NULL && parent->id != 0 &&
        !fonds_row_uids_of_id (self->uids, parent->id, parent->uid, error))
      return FALSE;
  return TRUE;
}

/* The first row of a record says for all of them. */
static gboolean
hang (FondsImport *self,
      FondsSource *source,
      const FondsRowFacts *facts,
      guint32 row,
      GError **error)
{
  FondsRowEntry *entry = fonds_row_index_get (self->index, row);
  FondsRowEntry *leader =
      fonds_row_index_get (self->index, entry->fate == FONDS_ROW_FINE ? entry->other : row);

  if (facts->parent_slug == NULL || entry->fate != FONDS_ROW_FINE)
    return TRUE;
  if (facts->reason != NULL)
    entry->fate = FONDS_ROW_BROKEN;
  else
    leader->parent = facts->parent != NULL ? fonds_row_hash (facts->kind, facts->parent) : 0;
  return TRUE;
}

/**
 * fonds_import_follow_slugs:
 * @self: an import whose files were scanned and whose sources are known
 * @error: return location for an error
 *
 * Finds the parents that rows name by their slugs.
 *
 * Returns: whether they could be looked for
 */
gboolean
fonds_import_follow_slugs (FondsImport *self, GError **error)
{
  if (self->parents == NULL)
    return TRUE;
  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);

      if (plan_of (source)->slug != FONDS_COLUMN_NONE &&
          !visit_source (self, source, take_own, error))
        return FALSE;
    }
  if (!fonds_find_slugs (self->db, FONDS_KIND_UNIT, found_cb, self, error) ||
      !name_records (self, error))
    return FALSE;
  for (guint i = 0; i < self->sources->len; i++)
    {
      FondsSource *source = g_ptr_array_index (self->sources, i);

      if (plan_of (source)->parent_slug != FONDS_COLUMN_NONE &&
          !visit_source (self, source, hang, error))
        return FALSE;
    }
  return TRUE;
}
