/* export-walk.c - the records that are handed out, one after another
 *
 * Every way through the records asks the access rule here; what the audience may not see is counted
 * and goes no further, and what it may see is stripped of the rest. In a hierarchy the children of such a record still come, if their own access
 * overrides with a reason, and then stand under the nearest record above that is handed out.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-private.h"

#include "data/catalogue/find-table.h"
#include "data/catalogue/listing-table.h"
#include "data/catalogue/row.h"

#define PORTION 1000
#define TELL_EVERY 100000

/* One level of the way down: the children of a record and which is next. */
typedef struct
{
  GArray *children;
  guint next;
  FondsAccess access; /* of the record above */
  char *shown;        /* (nullable): uid of the nearest record above that is handed out */
} Level;

static void
clear_level (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->children, g_array_unref);
  g_clear_pointer (&level->shown, g_free);
}

static gboolean
tick (FondsExport *self, GError **error)
{
  gint64 now;

  if (++self->n_done % 256 != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  now = g_get_monotonic_time ();
  if (self->options->progress != NULL && now - self->told >= TELL_EVERY)
    {
      self->told = now;
      self->options->progress (self->n_done, self->options->progress_data);
    }
  return TRUE;
}

static gboolean
push (FondsExport *self,
      GArray *levels,
      FondsKind kind,
      gint64 id,
      FondsAccess access,
      const char *shown,
      GError **error)
{
  Level level = { NULL, 0, access, g_strdup (shown) };

  level.children = fonds_children_load (self->db, kind, id, error);
  if (level.children == NULL)
    {
      clear_level (&level);
      return FALSE;
    }
  g_array_append_val (levels, level);
  return TRUE;
}

static gboolean
visit_child (FondsExport *self,
             GArray *levels,
             const FondsChild *child,
             FondsExportVisit visit,
             gpointer data,
             GError **error)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  g_autoptr (FondsDocument) document = fonds_document_load (self->db, child->id, error);
  FondsAccess access;
  gboolean shown;

  if (document == NULL || !tick (self, error))
    return FALSE;
  access = fonds_access_effective (fonds_access_of_body (document->body), level->access,
                                   fonds_body_n_values (document->body, "accessReason") > 0);
  shown = fonds_access_allows (access, self->options->audience);
  if (!fonds_export_strip (self, document, &shown, error))
    return FALSE;
  if (!shown)
    self->report->n_withheld++;
  else if (!visit (self, document, level->shown, data, error))
    return FALSE;
  if (!child->has_children)
    return TRUE;
  return push (self, levels, fonds_body_kind (document->body), child->id, access,
               shown ? fonds_body_uid (document->body) : level->shown, error);
}

/**
 * fonds_export_walk_tree:
 * @self: an export
 * @kind: the kind of the hierarchy
 * @visit: given each record, parents first, depth first
 * @data: for @visit
 * @error: return location for an error
 *
 * Goes through a hierarchy.
 *
 * Returns: whether it went through
 */
gboolean
fonds_export_walk_tree (FondsExport *self,
                        FondsKind kind,
                        FondsExportVisit visit,
                        gpointer data,
                        GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));

  g_array_set_clear_func (levels, clear_level);
  if (!push (self, levels, kind, 0, FONDS_ACCESS_PUBLIC, NULL, error))
    return FALSE;
  while (levels->len > 0)
    {
      Level *level = &g_array_index (levels, Level, levels->len - 1);
      FondsChild child;

      if (level->next == level->children->len)
        {
          g_array_set_size (levels, levels->len - 1);
          continue;
        }
      child = g_array_index (level->children, FondsChild, level->next++);
      if (!visit_child (self, levels, &child, visit, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_be_seen (FondsExport *self, const FondsDocument *document, gboolean *seen, GError **error)
{
  FondsAccess access = fonds_access_of_body (document->body);

  if (self->options->audience != FONDS_AUDIENCE_STAFF &&
      fonds_body_kind (document->body) == FONDS_KIND_UNIT &&
      !fonds_find_access (self->db, document->id, &access, error))
    return FALSE;
  *seen = fonds_access_allows (access, self->options->audience);
  return TRUE;
}

/**
 * fonds_export_visit:
 * @self: an export
 * @id: a record
 * @visit: given it, if the audience may see it
 * @data: for @visit
 * @error: return location for an error
 *
 * Looks at one record.
 *
 * Returns: whether that went well
 */
gboolean
fonds_export_visit (FondsExport *self,
                    gint64 id,
                    FondsExportVisit visit,
                    gpointer data,
                    GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (self->db, id, error);
  gboolean seen;

  if (document == NULL || !tick (self, error) || !may_be_seen (self, document, &seen, error) ||
      !fonds_export_strip (self, document, &seen, error))
    return FALSE;
  if (seen)
    return visit (self, document, fonds_body_ref (document->body, "parent"), data, error);
  self->report->n_withheld++;
  return TRUE;
}

static gboolean
visit_all (FondsExport *self,
           const GArray *ids,
           FondsExportVisit visit,
           gpointer data,
           GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!fonds_export_visit (self, g_array_index (ids, gint64, i), visit, data, error))
      return FALSE;
  return TRUE;
}

static gboolean
walk_choice (FondsExport *self,
             guint32 kinds,
             FondsExportVisit visit,
             gpointer data,
             GError **error)
{
  g_autoptr (GArray) ids = fonds_export_choice_list (self->choice, kinds);

  return visit_all (self, ids, visit, data, error);
}

/**
 * fonds_export_walk_kinds:
 * @self: an export
 * @kinds: a mask of kinds
 * @visit: given each record, in the order in which they were made
 * @data: for @visit
 * @error: return location for an error
 *
 * Goes through all records of some kinds, or those of a choice.
 *
 * Returns: whether it went through
 */
gboolean
fonds_export_walk_kinds (FondsExport *self,
                         guint32 kinds,
                         FondsExportVisit visit,
                         gpointer data,
                         GError **error)
{
  gint64 after = 0;

  if (self->choice != NULL)
    return walk_choice (self, kinds, visit, data, error);
  while (TRUE)
    {
      g_autoptr (GArray) ids = fonds_listing_by_id (self->db, kinds, after, PORTION, error);

      if (ids == NULL || !visit_all (self, ids, visit, data, error))
        return FALSE;
      if (ids->len < PORTION)
        return TRUE;
      after = g_array_index (ids, gint64, ids->len - 1);
    }
}

/**
 * fonds_export_walk_uids:
 * @self: an export
 * @kinds: a mask of kinds
 * @visit: given each record, in the order of their uids
 * @data: for @visit
 * @error: return location for an error
 *
 * Goes through all records of some kinds in an order that does not depend on the file.
 *
 * Returns: whether it went through
 */
gboolean
fonds_export_walk_uids (FondsExport *self,
                        guint32 kinds,
                        FondsExportVisit visit,
                        gpointer data,
                        GError **error)
{
  g_autofree char *after = g_strdup ("");

  while (after != NULL)
    {
      g_autofree char *last = NULL;
      g_autoptr (GArray) ids = fonds_listing_by_uid (self->db, kinds, after, PORTION, &last, error);

      if (ids == NULL || !visit_all (self, ids, visit, data, error))
        return FALSE;
      g_free (after);
      after = g_steal_pointer (&last);
    }
  return TRUE;
}

/**
 * fonds_export_walk_ids:
 * @self: an export whose options name records
 * @visit: given each record, in the order of the options
 * @data: for @visit
 * @error: return location for an error
 *
 * Goes through the records that the caller chose.
 *
 * Returns: whether it went through
 */
gboolean
fonds_export_walk_ids (FondsExport *self, FondsExportVisit visit, gpointer data, GError **error)
{
  const GArray *ids = self->options->ids;

  for (guint i = 0; i < ids->len; i++)
    if (!fonds_export_visit (self, g_array_index (ids, guint32, i), visit, data, error))
      return FALSE;
  return TRUE;
}
