/* record.c - all that a page, an export or a command shows of one record
 *
 * Read in one go inside one transaction, then immutable and counted by reference, so that it can be
 * handed from the reader's thread to the window.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/record.h"

#include "data/catalogue/catalogue.h"
#include "data/catalogue/custom-table.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/find-table.h"
#include "data/catalogue/link-table.h"
#include "data/catalogue/neighbours.h"
#include "data/catalogue/programme-table.h"
#include "data/catalogue/record-table.h"

#include <glib/gi18n-lib.h>

/* So many of those that refer to a record come with it. */
#define MOST_INCOMING 200

typedef struct
{
  FondsRecord record;
  gatomicrefcount count;
} Counted;

static GHashTable *
load_targets (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) links = fonds_link_list_targets (db, id, error);
  GHashTable *targets;

  if (links == NULL)
    return NULL;
  targets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) fonds_link_free);
  g_ptr_array_set_free_func (links, NULL);
  for (guint i = 0; i < links->len; i++)
    {
      FondsLink *link = g_ptr_array_index (links, i);

      g_hash_table_replace (targets, link->uid, link);
    }
  return targets;
}

static gboolean
has_custom (const FondsBody *body)
{
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    if (g_str_has_prefix (fonds_body_field_id (body, i), "x-"))
      return TRUE;
  return FALSE;
}

/* Few are all listed. */
static gboolean
count_incoming (FondsRecord *self, FondsDb *db, GError **error)
{
  self->n_incoming = self->incoming->len;
  return self->incoming->len < MOST_INCOMING ||
         fonds_link_count_incoming (db, self->id, &self->n_incoming, error);
}

static gboolean
load_around (FondsRecord *self, FondsDb *db, GError **error)
{
  g_autoptr (GError) own = NULL;
  FondsLink *me;

  self->ancestors = fonds_link_list_ancestors (db, self->id, error);
  if (self->ancestors == NULL)
    return FALSE;
  self->targets = load_targets (db, self->id, error);
  self->incoming =
      self->targets != NULL ? fonds_link_list_incoming (db, self->id, MOST_INCOMING, error) : NULL;
  if (self->incoming == NULL || !count_incoming (self, db, error) ||
      !fonds_link_count_children (db, self->id, &self->n_children, error) ||
      !fonds_find_access (db, self->id, &self->access, error))
    return FALSE;
  self->neighbours = fonds_neighbours_load (db, self->id, self->kind, error);
  self->programme =
      self->neighbours != NULL ? fonds_programme_load (db, self->id, self->kind, error) : NULL;
  if (self->programme == NULL)
    return FALSE;
  self->custom = has_custom (self->body) ? fonds_custom_table_load (db, error) : NULL;
  if (self->custom == NULL && has_custom (self->body))
    return FALSE;

  me = fonds_link_load (db, self->id, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  self->reference_code =
      me != NULL && me->ref != NULL ? fonds_link_join_codes (self->ancestors, me->ref) : NULL;
  fonds_link_free (me);
  return TRUE;
}

/**
 * fonds_record_load:
 * @db: a connection
 * @id: a record's id
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOT_FOUND where it is gone or not shown yet
 *
 * Reads a record with everything around it.
 *
 * Returns: (transfer full) (nullable): the record
 */
FondsRecord *
fonds_record_load (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (db, id, error);
  g_autoptr (FondsRecord) self = NULL;
  Counted *counted;

  if (document == NULL)
    return NULL;
  if (!fonds_find_is_shown (db, document->batch, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND,
                             _ ("The record is not in the catalogue any more."));
      return NULL;
    }
  counted = g_new0 (Counted, 1);
  g_atomic_ref_count_init (&counted->count);
  self = &counted->record;
  self->id = id;
  self->rev = document->rev;
  self->body = g_steal_pointer (&document->body);
  self->kind = fonds_body_kind (self->body);
  self->title = fonds_body_dup_title (self->body, NULL);
  self->changed = fonds_find_changed (db, id);
  return load_around (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_record_ref:
 * @self: a record
 *
 * Returns: (transfer full): the same record, once more
 */
FondsRecord *
fonds_record_ref (FondsRecord *self)
{
  g_atomic_ref_count_inc (&((Counted *) self)->count);
  return self;
}

/**
 * fonds_record_unref:
 * @self: (transfer full) (nullable): a record
 *
 * Lets a record go; any thread may.
 */
void
fonds_record_unref (FondsRecord *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&((Counted *) self)->count))
    return;
  fonds_body_free (self->body);
  g_free (self->title);
  g_free (self->reference_code);
  g_clear_pointer (&self->ancestors, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->incoming, g_ptr_array_unref);
  fonds_neighbours_free (self->neighbours);
  fonds_custom_table_free (self->custom);
  g_clear_pointer (&self->programme, g_ptr_array_unref);
  g_free (self);
}

/**
 * fonds_record_custom:
 * @self: a record
 * @id: a field's id
 *
 * Returns: (transfer none) (nullable): the row of a field of the archive's own
 */
const FondsField *
fonds_record_custom (const FondsRecord *self, const char *id)
{
  return fonds_custom_table_find (self->custom, id);
}

/**
 * fonds_record_target:
 * @self: a record
 * @uid: what one of its references points at
 *
 * Returns: (transfer none) (nullable): the other record; %NULL while it is not here
 */
const FondsLink *
fonds_record_target (FondsRecord *self, const char *uid)
{
  return g_hash_table_lookup (self->targets, uid);
}

typedef struct
{
  gint64 id;
  FondsRecord *record;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  fonds_record_unref (load->record);
  g_free (load);
}

static gboolean
load_cb (FondsDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;

  load->record = fonds_record_load (db, load->id, error);
  return load->record != NULL;
}

/**
 * fonds_record_load_async:
 * @catalogue: a catalogue
 * @id: a record's id
 * @cancellable: (nullable): gives the answer up
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Reads a record on a reader's thread.
 */
void
fonds_record_load_async (FondsCatalogue *catalogue,
                         gint64 id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Load *load = g_new0 (Load, 1);

  load->id = id;
  fonds_store_run_async (fonds_catalogue_get_store (catalogue), FONDS_LANE_ROWS, load_cb, load,
                         load_free, cancellable, callback, user_data);
}

/**
 * fonds_record_load_finish:
 * @catalogue: a catalogue
 * @result: what the callback was given
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOT_FOUND where it is gone or not shown yet
 *
 * Ends [func@Record.load_async]; @catalogue may have been closed since.
 *
 * Returns: (transfer full) (nullable): the record
 */
FondsRecord *
fonds_record_load_finish (FondsCatalogue *catalogue, GAsyncResult *result, GError **error)
{
  g_autoptr (GObject) store = g_async_result_get_source_object (result);
  Load *load = fonds_store_run_finish (FONDS_STORE (store), result, error);

  return load != NULL ? fonds_record_ref (load->record) : NULL;
}
