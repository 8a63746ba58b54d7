/* export-scope.c - which records an export is about
 *
 * Knows what there is to choose from, and finds the records of a choice in the order of the hierarchy,
 * so that whoever reads them meets parents before children.
 * Thread: main context; finding has a thread of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/export-scope.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  FondsExportScope *scope;
  FondsExportWhat what;
} Job;

static void
job_free (Job *job)
{
  fonds_export_scope_free (job->scope);
  g_free (job);
}

static gboolean
finds_everything (const FondsRequest *request)
{
  return !*request->query && request->under == 0 && !fonds_request_is_filtered (request);
}

/**
 * fonds_export_scope_new:
 * @search: the search of the catalogue
 * @request: (nullable): what is being looked at
 * @ids: (array length=n_ids) (nullable): what is selected
 * @n_ids: how much that is
 *
 * Collects what there is to choose from.
 *
 * Returns: (transfer full): the choices
 */
FondsExportScope *
fonds_export_scope_new (FondsSearch *search,
                        const FondsRequest *request,
                        const guint32 *ids,
                        guint n_ids)
{
  FondsExportScope *self = g_new0 (FondsExportScope, 1);

  self->search = g_object_ref (search);
  if (request && !finds_everything (request))
    {
      self->request = fonds_request_copy (request);
      self->request->sort = FONDS_SORT_HIERARCHY;
      self->request->descending = FALSE;
      self->request->facets = 0;
    }
  self->selection = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_ids);
  if (n_ids > 0)
    g_array_append_vals (self->selection, ids, n_ids);
  return self;
}

/**
 * fonds_export_scope_free:
 * @self: (transfer full) (nullable): choices
 *
 * Frees them.
 */
void
fonds_export_scope_free (FondsExportScope *self)
{
  if (!self)
    return;
  g_object_unref (self->search);
  g_clear_pointer (&self->request, fonds_request_free);
  g_array_unref (self->selection);
  g_free (self);
}

/**
 * fonds_export_scope_has:
 * @self: choices
 * @what: one of them
 *
 * Returns: whether there is something to be had by it
 */
gboolean
fonds_export_scope_has (const FondsExportScope *self, FondsExportWhat what)
{
  switch (what)
    {
    case FONDS_EXPORT_RESULT:
      return self->request != NULL;
    case FONDS_EXPORT_SELECTION:
    case FONDS_EXPORT_UNDER:
      return self->selection->len > 0;
    case FONDS_EXPORT_EVERYTHING:
      return TRUE;
    case FONDS_N_EXPORT_WHATS:
    default:
      return FALSE;
    }
}

/**
 * fonds_export_scope_likeliest:
 * @self: choices
 *
 * Returns: what is most likely meant: the narrowest that was asked for
 */
FondsExportWhat
fonds_export_scope_likeliest (const FondsExportScope *self)
{
  if (self->selection->len > 0)
    return FONDS_EXPORT_SELECTION;
  return self->request ? FONDS_EXPORT_RESULT : FONDS_EXPORT_EVERYTHING;
}

/**
 * fonds_export_scope_label:
 * @self: choices
 * @what: one of them
 *
 * Returns: (transfer full): what a person would call it
 */
char *
fonds_export_scope_label (const FondsExportScope *self, FondsExportWhat what)
{
  g_autofree char *records = NULL;

  switch (what)
    {
    case FONDS_EXPORT_RESULT:
      return g_strdup (_ ("What was found"));
    case FONDS_EXPORT_SELECTION:
      records = fonds_format_records (self->selection->len);
      return g_strdup_printf (_ ("Selection: %s"), records);
    case FONDS_EXPORT_UNDER:
      return g_strdup (_ ("Selection and all under it"));
    case FONDS_EXPORT_EVERYTHING:
    case FONDS_N_EXPORT_WHATS:
    default:
      return g_strdup (_ ("Whole catalogue"));
    }
}

static FondsAnswer *
find_under (FondsSearch *search, guint32 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsRequest) request = fonds_request_new ("");

  request->under = id;
  request->sort = FONDS_SORT_HIERARCHY;
  return fonds_search_run (search, request, cancellable, error);
}

static void
add_unseen (GArray *ids, GtkBitset *seen, guint32 id)
{
  if (gtk_bitset_add (seen, id))
    g_array_append_val (ids, id);
}

/* What lies under something chosen may be chosen too; it comes once. */
static GArray *
find_all_under (const FondsExportScope *scope, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GtkBitset) seen = gtk_bitset_new_empty ();
  guint i, j;

  for (i = 0; i < scope->selection->len; i++)
    {
      guint32 id = g_array_index (scope->selection, guint32, i);
      g_autoptr (FondsAnswer) answer = NULL;

      if (gtk_bitset_contains (seen, id))
        continue;
      add_unseen (ids, seen, id);
      answer = find_under (scope->search, id, cancellable, error);
      if (!answer)
        return NULL;
      for (j = 0; j < answer->n; j++)
        add_unseen (ids, seen, answer->ids[j]);
    }
  return g_steal_pointer (&ids);
}

static GArray *
find_result (const FondsExportScope *scope, GCancellable *cancellable, GError **error)
{
  g_autoptr (FondsAnswer) answer =
      fonds_search_run (scope->search, scope->request, cancellable, error);
  GArray *ids;

  if (!answer)
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), answer->n);
  g_array_append_vals (ids, answer->ids, answer->n);
  return ids;
}

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GArray *ids = NULL;

  if (job->what == FONDS_EXPORT_SELECTION)
    ids = g_array_ref (job->scope->selection);
  else if (job->what == FONDS_EXPORT_RESULT)
    ids = find_result (job->scope, cancellable, &error);
  else if (job->what == FONDS_EXPORT_UNDER)
    ids = find_all_under (job->scope, cancellable, &error);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
}

/**
 * fonds_export_scope_find_async:
 * @self: choices; need not be kept
 * @what: one of them
 * @cancellable: (nullable): stops it
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Finds the records of a choice.
 */
void
fonds_export_scope_find_async (const FondsExportScope *self,
                               FondsExportWhat what,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->scope =
      fonds_export_scope_new (self->search, self->request, (const guint32 *) self->selection->data,
                              self->selection->len);
  job->what = what;
  g_task_set_source_tag (task, fonds_export_scope_find_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, find_thread);
}

/**
 * fonds_export_scope_find_finish:
 * @result: what the callback was given
 * @ids: (out) (transfer full) (nullable) (element-type guint32): the records; %NULL: all there are
 * @error: return location for an error
 *
 * Takes the answer of fonds_export_scope_find_async().
 *
 * Returns: whether they were found
 */
gboolean
fonds_export_scope_find_finish (GAsyncResult *result, GArray **ids, GError **error)
{
  g_autoptr (GError) own = NULL;

  *ids = g_task_propagate_pointer (G_TASK (result), &own);
  if (!own)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}
