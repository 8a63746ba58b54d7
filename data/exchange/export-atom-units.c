/* export-atom-units.c - the archival descriptions of AtoM's files
 *
 * Depth first, parents first, so that a parent is known when its children come. The way down from the
 * root is kept with its keys; of single records that somebody chose, those of all that went out.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-atom-units.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FondsAtomUnits
{
  FondsUsage *usage;
  GHashTable *repositories; /* uids */
  GHashTable *written;      /* uid -> key, of chosen records */
  GPtrArray *way;           /* uid, key, uid, key … from the root down */
  FondsTable *table;        /* borrowed */
};

static gboolean
note_cb (FondsExport *export,
         const FondsDocument *document,
         const char *parent,
         gpointer data,
         GError **error)
{
  FondsAtomUnits *self = data;
  const char *repository;

  if (export->choice != NULL && !fonds_export_choice_note (export->choice, export, document, error))
    return FALSE;
  if (fonds_body_kind (document->body) != FONDS_KIND_UNIT)
    return TRUE;
  fonds_usage_note (self->usage, document->body);
  repository = fonds_body_ref (document->body, "repository");
  if (repository != NULL && !g_hash_table_contains (self->repositories, repository))
    g_hash_table_add (self->repositories, g_strdup (repository));
  return TRUE;
}

static gboolean
walk (FondsExport *export, FondsExportVisit visit, FondsAtomUnits *self, GError **error)
{
  if (export->options->ids != NULL)
    return fonds_export_walk_ids (export, visit, self, error);
  return fonds_export_walk_tree (export, FONDS_KIND_UNIT, visit, self, error);
}

/**
 * fonds_atom_units_new:
 * @export: an export
 * @error: return location for an error
 *
 * Goes through the descriptions for the columns and keys that they need.
 *
 * Returns: (transfer full) (nullable): what is known of them
 */
FondsAtomUnits *
fonds_atom_units_new (FondsExport *export, GError **error)
{
  g_autoptr (FondsAtomUnits) self = g_new0 (FondsAtomUnits, 1);

  self->usage = fonds_usage_new (export->origin);
  self->repositories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->way = g_ptr_array_new_with_free_func (g_free);
  return walk (export, note_cb, self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_atom_units_free:
 * @self: (transfer full) (nullable): what is known of the descriptions
 *
 * Frees it.
 */
void
fonds_atom_units_free (FondsAtomUnits *self)
{
  if (self == NULL)
    return;
  fonds_usage_free (self->usage);
  g_hash_table_unref (self->repositories);
  g_hash_table_unref (self->written);
  g_ptr_array_unref (self->way);
  g_free (self);
}

/**
 * fonds_atom_units_usage:
 * @self: what is known of the descriptions
 *
 * Returns: (transfer none): the columns and keys that they need
 */
FondsUsage *
fonds_atom_units_usage (FondsAtomUnits *self)
{
  return self->usage;
}

/**
 * fonds_atom_units_is_repository:
 * @self: what is known of the descriptions
 * @uid: an institution
 *
 * Returns: whether a description names it as the one that keeps it
 */
gboolean
fonds_atom_units_is_repository (const FondsAtomUnits *self, const char *uid)
{
  return g_hash_table_contains (self->repositories, uid);
}

/* The key of the record above, going back up to it. */
static const char *
climb (FondsAtomUnits *self, const char *parent)
{
  while (self->way->len > 0)
    {
      if (parent != NULL && strcmp (g_ptr_array_index (self->way, self->way->len - 2), parent) == 0)
        return g_ptr_array_index (self->way, self->way->len - 1);
      g_ptr_array_set_size (self->way, (int) self->way->len - 2);
    }
  return NULL;
}

static void
go_down (FondsAtomUnits *self, const char *uid, const char *key)
{
  g_ptr_array_add (self->way, g_strdup (uid));
  g_ptr_array_add (self->way, g_strdup (key));
}

static gboolean
write_cb (FondsExport *export,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  FondsAtomUnits *self = data;
  FondsTableRow row = { NULL };

  if (fonds_body_kind (document->body) != FONDS_KIND_UNIT)
    return TRUE;
  row.key = fonds_usage_key (self->usage, document->body, TRUE);
  if (export->options->ids == NULL)
    {
      row.parent = climb (self, parent);
      go_down (self, fonds_body_uid (document->body), row.key);
    }
  else
    {
      row.parent = parent != NULL ? g_hash_table_lookup (self->written, parent) : NULL;
      g_hash_table_insert (self->written, g_strdup (fonds_body_uid (document->body)),
                           g_strdup (row.key));
    }
  if (row.parent == NULL && fonds_body_ref (document->body, "parent") != NULL)
    fonds_export_report_lose (export->report, FONDS_KIND_UNIT, "parent",
                              _ ("what is above is not handed out, or comes later"), row.key);
  return fonds_table_write (self->table, document->body, &row, error);
}

/**
 * fonds_atom_units_write:
 * @self: what is known of the descriptions
 * @export: the export
 * @table: the file
 * @error: return location for an error
 *
 * Writes the descriptions.
 *
 * Returns: whether they were written
 */
gboolean
fonds_atom_units_write (FondsAtomUnits *self,
                        FondsExport *export,
                        FondsTable *table,
                        GError **error)
{
  guint64 withheld = export->report->n_withheld;
  gboolean done;

  self->table = table;
  done = walk (export, write_cb, self, error);
  export->report->n_withheld = withheld;
  return done;
}
