/* import-rows.c - the second pass of an import: rows become records, or are refused
 *
 * A record whose translations stand next to one another is made when its last row is read; the drafts
 * of others wait for their last row.
 * Thread: the import's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/import-private.h"

#include "data/catalogue/document-table.h"
#include "data/exchange/compare.h"

#include <glib/gi18n-lib.h>

/* A record on its way. */
typedef struct
{
  FondsDraft *draft;
  FondsDocument *current; /* (nullable): the record as it is */
  char *key;
  char *parent;           /* (nullable) */
  const char *parent_uid; /* (nullable): the import's */
  guint64 row;
  guint64 line;
} FondsPending;

static void
free_pending (gpointer data)
{
  FondsPending *pending = data;

  fonds_draft_free (pending->draft);
  fonds_document_free (pending->current);
  g_free (pending->key);
  g_free (pending->parent);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPending, free_pending)

static guint64
row_number (FondsImport *self, guint32 row)
{
  const FondsRowEntry *entry = fonds_row_index_get (self->index, row);
  const FondsSource *source = g_ptr_array_index (self->sources, entry->file);

  return row - source->first_row + (source->has_header ? 2 : 1);
}

static const char *
name_of_file (FondsImport *self, guint32 row)
{
  const FondsRowEntry *entry = fonds_row_index_get (self->index, row);

  return ((FondsSource *) g_ptr_array_index (self->sources, entry->file))->name;
}

static void
refuse_repeated (FondsImport *self, FondsSource *source, const FondsRowFacts *facts, guint32 other)
{
  g_autofree char *reason =
      g_strdup_printf (_ ("Row %" G_GUINT64_FORMAT
                          " of %s has the same key in the same language. Which of the two is "
                          "meant can't be known, so neither goes in."),
                       row_number (self, other), name_of_file (self, other));

  fonds_import_refuse (self, source, facts->kind, source->mapping->keys[0], facts->key, reason);
}

static void
refuse_place (FondsImport *self,
              FondsSource *source,
              const FondsRowFacts *facts,
              const char *reason)
{
  if (facts->parent_slug != NULL)
    fonds_import_refuse (self, source, facts->kind, source->mapping->parent_slug,
                         facts->parent_slug, reason);
  else
    fonds_import_refuse (self, source, facts->kind, source->mapping->parent, facts->parent, reason);
}

static void
refuse (FondsImport *self,
        FondsSource *source,
        const FondsRowFacts *facts,
        const FondsRowEntry *entry)
{
  switch ((FondsRowFate) entry->fate)
    {
    case FONDS_ROW_BROKEN:
      fonds_import_refuse (self, source, facts->kind, facts->column, facts->value, facts->reason);
      return;
    case FONDS_ROW_REPEATED:
      refuse_repeated (self, source, facts, entry->other);
      return;
    case FONDS_ROW_ORPHAN:
      refuse_place (self, source, facts,
                    _ ("No row and no record of this source has this key, so the row has no place "
                       "in the hierarchy."));
      return;
    case FONDS_ROW_CIRCLE:
      refuse_place (self, source, facts, _ ("The row is, by way of its parents, under itself."));
      return;
    case FONDS_ROW_UNDER_REFUSED:
      refuse_place (self, source, facts, _ ("The row above it in the hierarchy is refused."));
      return;
    case FONDS_ROW_FINE:
    case FONDS_ROW_BLANK:
      return;
    }
}

/* Rows whose made keys are the same are told apart: agents by their dates, if they can be, others by all
 * that they say. */
static char *
distinguish (FondsImport *self, const FondsRowFacts *facts, const FondsCells *cells)
{
  g_autofree char *fingerprint = NULL;
  char *key = facts->dates != NULL && fonds_kind_is_agent (facts->kind)
                  ? g_strconcat (facts->key, " | ", facts->dates, NULL)
                  : NULL;

  if (key != NULL && !g_hash_table_contains (self->distinguished, key))
    {
      g_hash_table_add (self->distinguished, g_strdup (key));
      return key;
    }
  g_free (key);
  fingerprint = fonds_row_fingerprint (cells);
  key = g_strconcat (facts->key, " | ", fingerprint, NULL);
  if (g_hash_table_add (self->distinguished, g_strdup (key)))
    return key;
  g_free (key);
  return NULL;
}

/* A row of our own tables may be a record that the catalogue has under another uid. */
static gint64
find_kept (FondsImport *self, FondsKind kind, guint32 leader, GError **error)
{
  FondsUid uid;

  fonds_row_uids_of_row (self->uids, leader, uid);
  return fonds_row_uids_find_id (self->uids, 0, kind, uid, error);
}

static gboolean
load_current (FondsImport *self,
              FondsSource *source,
              FondsPending *pending,
              FondsKind kind,
              guint32 leader,
              GError **error)
{
  g_autoptr (GError) own = NULL;
  gint64 id = fonds_row_uids_find_id (self->uids, source->origin, kind, pending->key, &own);

  if (own == NULL && id == 0 && source->mapping->own)
    id = find_kept (self, kind, leader, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (id == 0)
    return TRUE;
  pending->current = fonds_document_load (self->db, id, error);
  return pending->current != NULL;
}

static FondsPending *
begin_record (FondsImport *self,
              FondsSource *source,
              const FondsRowFacts *facts,
              char *key,
              guint32 leader,
              GError **error)
{
  g_autoptr (FondsPending) pending = g_new0 (FondsPending, 1);

  pending->key = key;
  pending->draft = fonds_draft_new (facts->plan, facts->kind);
  pending->row = fonds_source_row_number (source);
  pending->line = fonds_csv_reader_line (source->reader);
  return load_current (self, source, pending, facts->kind, leader, error)
             ? g_steal_pointer (&pending)
             : NULL;
}

static void
note_custom_fields (FondsImport *self, const FondsDraft *draft)
{
  for (guint i = 0; i < draft->plan->steps->len; i++)
    {
      const FondsStep *step = &g_array_index (draft->plan->steps, FondsStep, i);

      if (step->custom && fonds_body_n_values (draft->body, step->field) > 0)
        fonds_custom_fields_need (self->custom, step->field,
                                  step->n > 0 ? step->instruction->columns[0] : step->field + 2,
                                  draft->plan->kind);
    }
}

static gboolean
add_parent (FondsImport *self, FondsSource *source, FondsPending *pending, GError **error)
{
  const char *field = pending->draft->plan->parent_field;
  FondsKind kind = fonds_body_kind (pending->draft->body);
  FondsUid uid;

  if (field == NULL)
    return TRUE;
  if (pending->parent_uid != NULL)
    fonds_body_add_ref (pending->draft->body, field, pending->parent_uid);
  else if (pending->parent != NULL &&
           fonds_row_uids_find (self->uids, source->origin, FONDS_KIND_BIT (kind), pending->parent,
                                uid, error))
    fonds_body_add_ref (pending->draft->body, field, uid);
  return TRUE;
}

static gboolean
take_made (FondsImport *self, GError **error)
{
  g_autoptr (GPtrArray) names = fonds_names_take_made (self->names);
  g_autoptr (GPtrArray) fields = fonds_custom_fields_take_made (self->custom);

  if (self->writer == NULL)
    return TRUE;
  return fonds_import_writer_create_all (self->writer, g_steal_pointer (&fields), error) &&
         fonds_import_writer_create_all (self->writer, g_steal_pointer (&names), error);
}

/* Tells a dry run that lists every row what became of a record. */
static void
list_record (FondsImport *self,
             FondsSource *source,
             const FondsPending *pending,
             FondsImportResult result,
             const FondsDifference *difference)
{
  const FondsBody *body = pending->draft->body;
  const char *title = fonds_body_text (body, "title");
  FondsImportLine line = { result, source->name, pending->row, pending->line };

  line.name = (char *) (title != NULL ? title : fonds_body_text (body, "name"));
  fonds_import_report_list (self->report, &line, difference != NULL ? difference->cells : NULL);
}

/* A uid is no key of another system; the rows of our own tables bring the identities along. */
static void
add_identity (const FondsSource *source, FondsPending *pending)
{
  FondsValue *identity;

  if (source->mapping->own && fonds_uid_is_valid (pending->key))
    return;
  identity = fonds_body_add_text (pending->draft->body, "identity", pending->key, NULL);
  fonds_body_set (pending->draft->body, identity, FONDS_ATTR_SOURCE, source->origin_name);
}

static gboolean
create (FondsImport *self,
        FondsSource *source,
        FondsPending *pending,
        guint32 leader,
        GError **error)
{
  FondsBody *body = pending->draft->body;
  const char *parent = pending->draft->plan->parent_field != NULL
                           ? fonds_body_ref (body, pending->draft->plan->parent_field)
                           : NULL;
  g_autofree char *position = NULL;
  FondsUid uid;

  fonds_row_uids_of_row (self->uids, leader, uid);
  fonds_body_set_uid (body, uid);
  add_identity (source, pending);
  self->report->n[fonds_body_kind (body)][FONDS_IMPORT_NEW]++;
  list_record (self, source, pending, FONDS_IMPORT_NEW, NULL);
  if (self->writer == NULL)
    return TRUE;
  if (source->origin != 0 && parent != NULL)
    {
      position = fonds_import_next_position (self, fonds_body_kind (body), parent, error);
      if (position == NULL)
        return FALSE;
      if (*position != '\0')
        fonds_body_add_text (body, "position", position, NULL);
    }
  pending->draft->body = NULL;
  return fonds_import_writer_create (self->writer, body, error);
}

static gboolean
change (FondsImport *self, FondsSource *source, FondsPending *pending, GError **error)
{
  g_auto (FondsDifference) difference = { NULL };
  FondsKind kind = fonds_body_kind (pending->draft->body);
  g_autoptr (FondsBody) body = fonds_compare (pending->current->body, pending->draft, &difference);
  g_autofree char *reason = NULL;
  FondsImportLine line = { FONDS_IMPORT_CHANGED, source->name, pending->row, pending->line };

  self->report->n[kind][body != NULL ? FONDS_IMPORT_CHANGED : FONDS_IMPORT_UNCHANGED]++;
  list_record (self, source, pending, body != NULL ? FONDS_IMPORT_CHANGED : FONDS_IMPORT_UNCHANGED,
               body != NULL ? &difference : NULL);
  if (body == NULL)
    return TRUE;
  reason = difference.before != NULL ? g_strdup_printf (_ ("was “%s”"), difference.before)
                                     : g_strdup (_ ("was empty"));
  line.column = difference.field;
  line.value = difference.after;
  line.reason = reason;
  fonds_import_report_add (self->report, &line);
  return self->writer == NULL || fonds_import_writer_change (self->writer, pending->current->id,
                                                             pending->current->rev, body, error);
}

static void
tell_heard (FondsImport *self, FondsSource *source, FondsPending *pending, guint32 leader)
{
  FondsUid uid;

  if (self->options->heard == NULL)
    return;
  if (pending->current == NULL)
    fonds_row_uids_of_row (self->uids, leader, uid);
  self->options->heard (pending->current != NULL ? fonds_body_uid (pending->current->body) : uid,
                        pending->draft->body, source->path, pending->row,
                        self->options->heard_data);
}

static gboolean
finish_record (FondsImport *self,
               FondsSource *source,
               FondsPending *pending,
               guint32 leader,
               GError **error)
{
  FondsDraft *draft = pending->draft;

  if (draft->reason != NULL)
    {
      fonds_import_refuse (self, source, fonds_body_kind (draft->body), draft->column, draft->value,
                           draft->reason);
      return TRUE;
    }
  fonds_drafter_finish (self->drafter, draft);
  note_custom_fields (self, draft);
  if (!add_parent (self, source, pending, error) || !take_made (self, error))
    return FALSE;
  tell_heard (self, source, pending, leader);
  return pending->current != NULL ? change (self, source, pending, error)
                                  : create (self, source, pending, leader, error);
}

static gboolean
add_row (FondsImport *self,
         FondsPending *pending,
         const FondsRowFacts *facts,
         FondsCells *cells,
         gboolean first,
         GError **error)
{
  cells->language = facts->language;
  cells->first = first;
  if (pending->parent == NULL && pending->parent_uid == NULL)
    {
      pending->parent = g_strdup (facts->parent);
      pending->parent_uid = facts->parent_uid;
    }
  return fonds_drafter_add_row (self->drafter, pending->draft, cells,
                                pending->current != NULL ? pending->current->body : NULL, error);
}

/* A record of one row. */
static gboolean
take_single (FondsImport *self,
             FondsSource *source,
             const FondsRowFacts *facts,
             FondsCells *cells,
             guint32 row,
             GError **error)
{
  const FondsRowEntry *entry = fonds_row_index_get (self->index, row);
  char *key =
      entry->flags & FONDS_ROW_AMBIGUOUS ? distinguish (self, facts, cells) : g_strdup (facts->key);
  g_autoptr (FondsPending) pending = NULL;

  if (key == NULL)
    {
      fonds_import_refuse (self, source, facts->kind, NULL, facts->name,
                           _ ("An earlier row says exactly the same, and there is no key to "
                              "tell them apart."));
      return TRUE;
    }
  pending = begin_record (self, source, facts, key, row, error);
  return pending != NULL && add_row (self, pending, facts, cells, TRUE, error) &&
         finish_record (self, source, pending, row, error);
}

/* A row of a record that has several. */
static gboolean
take_translation (FondsImport *self,
                  FondsSource *source,
                  const FondsRowFacts *facts,
                  FondsCells *cells,
                  guint32 row,
                  GError **error)
{
  guint32 leader = fonds_row_index_get (self->index, row)->other;
  FondsPending *pending = g_hash_table_lookup (self->pending, GUINT_TO_POINTER (leader));
  gboolean done;

  if (pending == NULL)
    {
      pending = begin_record (self, source, facts, g_strdup (facts->key), leader, error);
      if (pending == NULL)
        return FALSE;
      g_hash_table_insert (self->pending, GUINT_TO_POINTER (leader), pending);
    }
  if (!add_row (self, pending, facts, cells, row == leader, error))
    return FALSE;
  if (fonds_row_index_last_of (self->index, leader) != row)
    return TRUE;
  done = finish_record (self, source, pending, leader, error);
  g_hash_table_remove (self->pending, GUINT_TO_POINTER (leader));
  return done;
}

static gboolean
take_row (FondsImport *self, FondsSource *source, FondsCells *cells, guint32 row, GError **error)
{
  const FondsRowEntry *entry = fonds_row_index_get (self->index, row);
  g_auto (FondsRowFacts) facts = { FALSE };

  if (!fonds_import_read_facts (self, source, cells, &facts, error))
    return FALSE;
  if (entry->key != 0 &&
      (facts.key == NULL || entry->key != fonds_row_hash (facts.kind, facts.key)))
    return fonds_import_say_changed (source, error);
  if (entry->fate != FONDS_ROW_FINE)
    {
      refuse (self, source, &facts, entry);
      return TRUE;
    }
  if (source->mapping->adds)
    return fonds_import_add_to_record (self, source, &facts, cells, error);
  if (entry->other == row && entry->next == FONDS_ROW_NONE)
    return take_single (self, source, &facts, cells, row, error);
  return take_translation (self, source, &facts, cells, row, error);
}

static gboolean
write_source (FondsImport *self, FondsSource *source, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsCells cells;
  guint32 row = source->first_row, end = source->first_row + source->n_rows;

  if (!fonds_source_rewind (source, error))
    return FALSE;
  fonds_names_set_origin (self->names, source->origin_name, source->origin);
  self->drafter->origin = source->origin;
  while (fonds_source_next (source, &cells, &own))
    {
      if (row == end)
        return fonds_import_say_changed (source, error);
      if (!take_row (self, source, &cells, row++, error) ||
          !fonds_import_tick (self, FONDS_IMPORT_WRITING, source, error))
        return FALSE;
    }
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (row < end)
    return fonds_import_say_changed (source, error);
  self->done_bytes += (guint64) source->size;
  return fonds_import_flush_additions (self, error);
}

/**
 * fonds_import_write_rows:
 * @self: an import whose rows are judged
 * @error: return location for an error
 *
 * Makes and compares all records; writes them unless it is a dry run.
 *
 * Returns: whether it went through
 */
gboolean
fonds_import_write_rows (FondsImport *self, GError **error)
{
  g_clear_pointer (&self->pending, g_hash_table_unref);
  self->pending = g_hash_table_new_full (NULL, NULL, NULL, free_pending);
  g_hash_table_remove_all (self->distinguished);
  self->done_bytes = 0;
  self->n_rows = 0;
  self->told = 0;
  for (guint i = 0; i < self->sources->len; i++)
    if (!write_source (self, g_ptr_array_index (self->sources, i), error))
      return FALSE;
  return TRUE;
}
