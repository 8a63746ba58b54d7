/* import-add.c - rows that only add to records: AtoM's events and deaccessions
 *
 * The record is one of the catalogue or of the same import. What is added is gathered for the whole file,
 * since several rows may add to one record, and a record is changed once.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/row.h"
#include "data/exchange/compare.h"

#include <glib/gi18n-lib.h>

/* A record that is added to. */
typedef struct
{
  gint64 id;
  gint64 rev;
  FondsBody *body;
  gboolean changed;
} FondsAddition;

static void
free_addition (gpointer data)
{
  FondsAddition *addition = data;

  fonds_body_free (addition->body);
  g_free (addition);
}

static void
count (FondsImport *self,
       FondsSource *source,
       const FondsRowFacts *facts,
       FondsImportResult result,
       const FondsDifference *difference)
{
  FondsImportLine line = { result, source->name, fonds_source_row_number (source),
                           fonds_csv_reader_line (source->reader) };

  line.name = (char *) facts->name;
  self->report->n[facts->kind][result]++;
  fonds_import_report_list (self->report, &line, difference != NULL ? difference->cells : NULL);
}

/* Records that this import has brought in under the key: they are there, but not shown yet. */
static gint64
find_brought (FondsImport *self, const FondsRowFacts *facts, GError **error)
{
  guint32 row = fonds_row_index_find (self->index, fonds_row_hash (facts->kind, facts->key));
  FondsUid uid;

  if (row == FONDS_ROW_NONE || self->writer == NULL ||
      !fonds_import_writer_flush (self->writer, error) || !fonds_import_look_anew (self, error))
    return 0;
  fonds_row_uids_of_row (self->uids, row, uid);
  return fonds_document_find (self->db, uid, error);
}

/* The one record that any source knows under the key; 0 where there is none, -1 where there are more. */
static gint64
find_anywhere (FondsImport *self, const FondsRowFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) names = fonds_identity_list_origins (self->db, error);
  gint64 found = 0;

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      gint64 origin = fonds_identity_find_origin (self->db, g_ptr_array_index (names, i), error);
      gint64 id = fonds_identity_find (self->db, origin, facts->kind, facts->key, error);

      if (id != 0)
        found = found == 0 || found == id ? id : -1;
    }
  return found;
}

static gboolean
find_record (FondsImport *self,
             FondsSource *source,
             const FondsRowFacts *facts,
             gint64 *id,
             GError **error)
{
  g_autoptr (GError) own = NULL;

  *id = source->origin != 0
            ? fonds_identity_find (self->db, source->origin, facts->kind, facts->key, &own)
            : 0;
  if (own == NULL && *id == 0)
    *id = find_brought (self, facts, &own);
  if (own == NULL && *id == 0 && self->options->source == NULL)
    *id = find_anywhere (self, facts, &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/* An earlier file of this import may have changed the record already. */
static FondsDocument *
load (FondsImport *self, gint64 id, GError **error)
{
  if (self->writer == NULL)
    return fonds_document_load (self->db, id, error);
  return fonds_import_writer_settle (self->writer, error) && fonds_import_look_anew (self, error)
             ? fonds_import_writer_load (self->writer, self->db, id, error)
             : NULL;
}

static FondsAddition *
begin (FondsImport *self, gint64 id, GError **error)
{
  FondsAddition *addition = g_hash_table_lookup (self->additions, &id);
  g_autoptr (FondsDocument) document = NULL;

  if (addition != NULL)
    return addition;
  document = load (self, id, error);
  if (document == NULL)
    return NULL;
  addition = g_new0 (FondsAddition, 1);
  addition->id = id;
  addition->rev = document->rev;
  addition->body = g_steal_pointer (&document->body);
  g_hash_table_insert (self->additions, g_memdup2 (&id, sizeof id), addition);
  return addition;
}

static gboolean
add (FondsImport *self,
     FondsSource *source,
     const FondsRowFacts *facts,
     const FondsCells *cells,
     FondsAddition *addition,
     GError **error)
{
  g_autoptr (FondsDraft) draft = fonds_draft_new (facts->plan, facts->kind);
  g_auto (FondsDifference) difference = { NULL };
  FondsCells row = *cells;
  FondsBody *body;

  row.language = facts->language;
  if (!fonds_drafter_add_row (self->drafter, draft, &row, addition->body, error))
    return FALSE;
  body = fonds_compare (addition->body, draft, &difference);
  count (self, source, facts, body != NULL ? FONDS_IMPORT_CHANGED : FONDS_IMPORT_UNCHANGED,
         &difference);
  if (body == NULL)
    return TRUE;
  fonds_body_free (addition->body);
  addition->body = body;
  addition->changed = TRUE;
  return TRUE;
}

/**
 * fonds_import_add_to_record:
 * @self: an import
 * @source: a file whose rows only add
 * @facts: who the row is
 * @cells: the row
 * @error: return location for an error
 *
 * Adds what a row says to the record that it names.
 *
 * Returns: %FALSE for an error; a row that names no record is refused
 */
gboolean
fonds_import_add_to_record (FondsImport *self,
                            FondsSource *source,
                            const FondsRowFacts *facts,
                            const FondsCells *cells,
                            GError **error)
{
  guint32 row = fonds_row_index_find (self->index, fonds_row_hash (facts->kind, facts->key));
  FondsAddition *addition;
  gint64 id;

  if (self->additions == NULL)
    self->additions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_addition);
  if (!find_record (self, source, facts, &id, error))
    return FALSE;
  if (id == 0 && self->writer == NULL && row != FONDS_ROW_NONE &&
      fonds_row_index_get (self->index, row)->fate == FONDS_ROW_FINE)
    {
      count (self, source, facts, FONDS_IMPORT_CHANGED, NULL);
      return TRUE;
    }
  if (id <= 0)
    {
      fonds_import_refuse (self, source, facts->kind, source->mapping->keys[0], facts->key,
                           id == 0
                               ? _ ("No record has this key, and this file can only add to "
                                    "records.")
                               : _ ("Records of several sources have this key. Name the source."));
      return TRUE;
    }
  addition = begin (self, id, error);
  return addition != NULL && add (self, source, facts, cells, addition, error);
}

static gboolean
write_made (FondsImport *self, GError **error)
{
  g_autoptr (GPtrArray) names = fonds_names_take_made (self->names);

  return self->writer == NULL ||
         (fonds_import_writer_create_all (self->writer, g_steal_pointer (&names), error) &&
          fonds_import_writer_flush (self->writer, error));
}

/**
 * fonds_import_flush_additions:
 * @self: an import
 * @error: return location for an error
 *
 * Notes the changes of the records that were added to.
 *
 * Returns: whether they were noted
 */
gboolean
fonds_import_flush_additions (FondsImport *self, GError **error)
{
  GHashTableIter iter;
  FondsAddition *addition;

  if (self->additions == NULL)
    return TRUE;
  if (!write_made (self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->additions);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &addition))
    if (addition->changed && self->writer != NULL &&
        !fonds_import_writer_change (self->writer, addition->id, addition->rev, addition->body,
                                     error))
      return FALSE;
  g_clear_pointer (&self->additions, g_hash_table_unref);
  return TRUE;
}

/* The position of the last child, made longer so that it sorts behind. */
static char *
find_position (FondsImport *self, FondsKind kind, gint64 parent, GError **error)
{
  g_autoptr (GArray) children = fonds_children_load (self->db, kind, parent, error);
  g_autoptr (FondsDocument) last = NULL;
  const char *position;

  if (children == NULL)
    return NULL;
  if (children->len == 0)
    return g_strdup ("");
  last = fonds_document_load (self->db, g_array_index (children, FondsChild, children->len - 1).id,
                              error);
  if (last == NULL)
    return NULL;
  position = fonds_body_text (last->body, "position");
  return position != NULL ? g_strconcat (position, "n", NULL) : g_strdup ("");
}

/**
 * fonds_import_next_position:
 * @self: an import
 * @kind: the kind of a hierarchy
 * @parent: the uid of a record
 * @error: return location for an error
 *
 * Says where new children go: behind those that are there, in the order in which they come.
 *
 * Returns: (transfer full) (nullable): the position; the empty text where ids order them
 */
char *
fonds_import_next_position (FondsImport *self, FondsKind kind, const char *parent, GError **error)
{
  const char *known = g_hash_table_lookup (self->positions, parent);
  g_autoptr (GError) own = NULL;
  gint64 id;
  char *position;

  if (known != NULL)
    return g_strdup (known);
  id = fonds_document_find (self->db, parent, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  position = id != 0 ? find_position (self, kind, id, error) : g_strdup ("");
  if (position != NULL)
    g_hash_table_insert (self->positions, g_strdup (parent), g_strdup (position));
  return position;
}
