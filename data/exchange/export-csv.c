/* export-csv.c - one CSV file of one kind of record, a field a column
 *
 * For people who want a table. Field ids are the columns; texts in several languages have a column each,
 * so that a record is one row.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-header.h"
#include "data/exchange/export-table.h"

#include <string.h>

/* What the passes of this export share. */
typedef struct
{
  FondsKind kind;
  FondsUsage *usage;
  FondsTable *table;
  char *parent;     /* uid of the parent last asked for */
  char *parent_key; /* its key */
} Flat;

static gboolean
note_cb (FondsExport *self,
         const FondsDocument *document,
         const char *parent,
         gpointer data,
         GError **error)
{
  Flat *flat = data;

  if (flat->kind == FONDS_KIND_NONE)
    flat->kind = fonds_body_kind (document->body);
  if (fonds_body_kind (document->body) == flat->kind)
    fonds_usage_note (flat->usage, document->body);
  return TRUE;
}

/* Children follow their parent, so the last answer is kept. */
static gboolean
find_parent_key (FondsExport *self, Flat *flat, const char *uid, GError **error)
{
  g_autoptr (FondsDocument) document = NULL;
  g_autoptr (GError) own = NULL;
  gint64 id;

  if (g_strcmp0 (flat->parent, uid) == 0)
    return TRUE;
  g_clear_pointer (&flat->parent_key, g_free);
  g_free (flat->parent);
  flat->parent = g_strdup (uid);
  if (self->options->audience != FONDS_AUDIENCE_STAFF)
    {
      flat->parent_key =
          g_strdup (uid); /* where it came from, and so its key, stays in the house */
      return TRUE;
    }
  id = uid != NULL ? fonds_document_find (self->db, uid, &own) : 0;
  document = id != 0 ? fonds_document_load (self->db, id, &own) : NULL;
  if (document != NULL)
    flat->parent_key = g_strdup (fonds_usage_key (flat->usage, document->body, TRUE));
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
write_cb (FondsExport *self,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  Flat *flat = data;
  FondsTableRow row = { .uid = fonds_body_uid (document->body) };

  if (fonds_body_kind (document->body) != flat->kind)
    return TRUE;
  if (!find_parent_key (self, flat, parent, error))
    return FALSE;
  row.key = fonds_usage_key (flat->usage, document->body, TRUE);
  row.parent = flat->parent_key;
  return fonds_table_write (flat->table, document->body, &row, error);
}

static gboolean
walk (FondsExport *self, const Flat *flat, FondsExportVisit visit, GError **error)
{
  if (self->options->ids != NULL)
    return fonds_export_walk_ids (self, visit, (gpointer) flat, error);
  if (flat->kind == FONDS_KIND_UNIT)
    return fonds_export_walk_tree (self, flat->kind, visit, (gpointer) flat, error);
  return fonds_export_walk_kinds (self, FONDS_KIND_BIT (flat->kind), visit, (gpointer) flat, error);
}

static gboolean
write_table (FondsExport *self, Flat *flat, GError **error)
{
  g_autoptr (FondsCustomFields) custom = fonds_custom_fields_new (self->db, error);
  char **header = custom != NULL ? fonds_header_flat (flat->kind, flat->usage, custom) : NULL;
  FondsMapping *mapping =
      header != NULL ? fonds_mapping_flat (flat->kind, (const char *const *) header) : NULL;
  g_autoptr (FondsTable) table =
      header != NULL ? fonds_table_new (self, self->options->path, header, error) : NULL;

  flat->table = table;
  self->report->n_withheld = 0;
  if (table == NULL)
    {
      fonds_mapping_free (mapping);
      return FALSE;
    }
  return fonds_table_add_plan (table, mapping, flat->kind, error) &&
         walk (self, flat, write_cb, error) && fonds_table_finish (table, error);
}

/**
 * fonds_export_csv:
 * @self: an export
 * @error: return location for an error
 *
 * Writes one kind of record as a table.
 *
 * Returns: whether it was written
 */
gboolean
fonds_export_csv (FondsExport *self, GError **error)
{
  g_autoptr (FondsUsage) usage = fonds_usage_new ();
  Flat flat = { self->options->kind, usage, NULL, NULL, NULL };
  gboolean done;

  if (flat.kind == FONDS_KIND_NONE && self->options->ids == NULL)
    flat.kind = FONDS_KIND_UNIT;
  if (!walk (self, &flat, note_cb, error))
    return FALSE;
  if (flat.kind == FONDS_KIND_NONE)
    flat.kind = FONDS_KIND_UNIT;
  done = write_table (self, &flat, error);
  g_free (flat.parent);
  g_free (flat.parent_key);
  return done;
}
