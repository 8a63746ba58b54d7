/* writer.c - the one way by which documents are written
 *
 * Saves bodies and calls the projectors, the catalogue's own shadows first, then the registered ones
 * in their order. When a title changes or a missing document arrives, those that name it are
 * projected anew.
 * Remembers uids and titles for as long as nobody else has written the file.
 * Thread: the store's writer. Ownership: the connection is borrowed for one transaction at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/writer-private.h"

#include "data/catalogue/body-json.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/identity-table.h"
#include "data/catalogue/record-table.h"
#include "data/catalogue/reference-table.h"
#include "data/catalogue/seal.h"
#include "data/catalogue/setting-table.h"
#include "data/catalogue/uid.h"
#include "data/store/database.h"

#include <glib/gi18n-lib.h>

/* Beyond so many remembered documents the memory begins anew. */
#define MOST_KNOWN 100000

typedef struct
{
  gint64 id;
  char *title; /* (nullable): not asked yet */
} Known;

struct _FondsWriter
{
  /* owned */
  GHashTable *known;                 /* uid -> Known */
  GString *json;                     /* where a body is spelt before it is saved */
  const FondsProjector **projectors; /* zero-terminated; they themselves are constants */

  /* borrowed */
  FondsDb *db;

  /* state */
  gint64 sequence;
  gint64 version;   /* changes when another connection has committed */
  GError *failure;  /* owned, (nullable): the first look-up of this transaction that failed */
  gboolean waiting; /* some reference waits for a document that may arrive */
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->title);
  g_free (known);
}

FondsWriter *
_fonds_writer_new (const FondsProjector *const *projectors)
{
  FondsWriter *self = g_new0 (FondsWriter, 1);
  guint n = 0;

  while (projectors != NULL && projectors[n] != NULL)
    n++;
  self->projectors = g_new0 (const FondsProjector *, n + 1);
  for (guint i = 0; i < n; i++)
    self->projectors[i] = projectors[i];
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->json = g_string_sized_new (4096);
  return self;
}

void
_fonds_writer_free (FondsWriter *self)
{
  g_hash_table_unref (self->known);
  g_string_free (self->json, TRUE);
  g_free (self->projectors);
  g_clear_error (&self->failure);
  g_free (self);
}

/* The number is one higher than that of our last transaction unless ours was rolled back; that another
 * process took the same number after that is seen by the version. */
gboolean
_fonds_writer_begin (FondsWriter *self, FondsDb *db, GError **error)
{
  gint64 sequence = fonds_setting_next_sequence (db, error);
  g_autoptr (GError) own = NULL;
  gint64 version = 0;

  if (sequence == 0 || !fonds_db_data_version (db, &version, error))
    return FALSE;
  if (sequence != self->sequence + 1 || version != self->version ||
      g_hash_table_size (self->known) > MOST_KNOWN)
    g_hash_table_remove_all (self->known);
  g_clear_error (&self->failure);
  self->db = db;
  self->sequence = sequence;
  self->version = version;
  self->waiting = fonds_reference_any_waits (db, &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/* What a look-up could not read must not be taken for what is not there: the transaction fails then. */
gboolean
_fonds_writer_end (FondsWriter *self, GError **error)
{
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  g_hash_table_remove_all (self->known);
  return FALSE;
}

/* An import asks whom a new document was awaited by only while somebody waits at all. */
void
_fonds_writer_note_waiting (FondsWriter *self)
{
  self->waiting = TRUE;
}

/**
 * fonds_writer_db:
 * @self: a writer in its transaction
 *
 * Returns: (transfer none): the connection
 */
FondsDb *
fonds_writer_db (FondsWriter *self)
{
  return self->db;
}

/**
 * fonds_writer_sequence:
 * @self: a writer in its transaction
 *
 * Returns: the number of this transaction; later ones have higher numbers
 */
gint64
fonds_writer_sequence (FondsWriter *self)
{
  return self->sequence;
}

static Known *
remember (FondsWriter *self, const char *uid, gint64 id, char *title)
{
  Known *known = g_new0 (Known, 1);

  known->id = id;
  known->title = title;
  g_hash_table_replace (self->known, g_strdup (uid), known);
  return known;
}

static Known *
look_up (FondsWriter *self, const char *uid)
{
  Known *known = g_hash_table_lookup (self->known, uid);
  gint64 id;

  if (known != NULL)
    return known;
  id = fonds_document_find (self->db, uid, self->failure == NULL ? &self->failure : NULL);
  return id > 0 ? remember (self, uid, id, NULL) : NULL;
}

/**
 * fonds_writer_find:
 * @self: a writer in its transaction
 * @uid: a document's uid
 *
 * Returns: its id; 0 while it is not here
 */
gint64
fonds_writer_find (FondsWriter *self, const char *uid)
{
  Known *known = look_up (self, uid);

  return known != NULL ? known->id : 0;
}

/**
 * fonds_writer_title_of:
 * @self: a writer in its transaction
 * @uid: a document's uid
 *
 * Returns: (transfer none) (nullable): what it is called; %NULL while it is not here
 */
const char *
fonds_writer_title_of (FondsWriter *self, const char *uid)
{
  Known *known = look_up (self, uid);

  if (known != NULL && known->title == NULL)
    {
      g_autoptr (FondsDocument) document =
          fonds_document_load (self->db, known->id, self->failure == NULL ? &self->failure : NULL);

      known->title = document != NULL ? fonds_body_dup_title (document->body, NULL) : g_strdup ("");
    }
  return known != NULL ? known->title : NULL;
}

static gboolean
write_own_shadows (FondsWriter *self,
                   gint64 id,
                   gint64 batch,
                   const FondsBody *body,
                   const FondsBody *previous,
                   GError **error)
{
  if (previous != NULL &&
      (!fonds_reference_remove (self->db, id, error) ||
       !fonds_identity_remove (self->db, id, error) || !fonds_name_remove (self->db, id, error) ||
       !fonds_record_remove (self->db, id, error)))
    return FALSE;
  if (!fonds_reference_write (self, id, body, error) ||
      !fonds_identity_write (self->db, id, body, error))
    return FALSE;
  return !fonds_kind_is_record (fonds_body_kind (body)) ||
         (fonds_name_write (self->db, id, body, error) &&
          fonds_record_write (self, id, batch, body, error));
}

gboolean
_fonds_writer_project (FondsWriter *self,
                       gint64 id,
                       gint64 batch,
                       const FondsBody *body,
                       const FondsBody *previous,
                       GError **error)
{
  if (!write_own_shadows (self, id, batch, body, previous, error))
    return FALSE;
  for (const FondsProjector **p = self->projectors; *p != NULL; p++)
    if (!(*p)->project (self, id, body, previous, error))
      return FALSE;
  return TRUE;
}

gboolean
_fonds_writer_remove (FondsWriter *self, gint64 id, const FondsBody *body, GError **error)
{
  for (const FondsProjector **p = self->projectors; *p != NULL; p++)
    if (!(*p)->remove (self, id, body, error))
      return FALSE;
  g_hash_table_remove (self->known, fonds_body_uid (body));
  return fonds_reference_remove (self->db, id, error) &&
         fonds_identity_remove (self->db, id, error) && fonds_name_remove (self->db, id, error) &&
         fonds_record_remove (self->db, id, error) &&
         fonds_reference_leave (self->db, id, fonds_body_uid (body), error);
}

/* Those that name a document say its title in their own shadows. */
static gboolean
project_all (FondsWriter *self, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (FondsDocument) document =
          fonds_document_load (self->db, g_array_index (ids, gint64, i), error);

      if (document == NULL || !_fonds_writer_project (self, document->id, document->batch,
                                                      document->body, document->body, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * fonds_writer_create:
 * @self: a writer in its transaction
 * @body: the new document's body; its values get their keys and generations, and it gets a uid if
 *   it has none
 * @batch: the batch that makes it, or 0
 * @id: (out) (optional): the new document's id
 * @error: return location for an error
 *
 * Adds a document and its shadows.
 *
 * Returns: whether it was added
 */
gboolean
fonds_writer_create (FondsWriter *self, FondsBody *body, gint64 batch, gint64 *id, GError **error)
{
  g_autoptr (GArray) waited = NULL;
  gint64 made;

  if (fonds_body_uid (body) == NULL)
    {
      g_autofree char *uid = fonds_kind_is_private (fonds_body_kind (body))
                                 ? fonds_uid_new_private ()
                                 : fonds_uid_new ();

      fonds_body_set_uid (body, uid);
    }
  fonds_seal (body, NULL, 1);
  g_string_truncate (self->json, 0);
  fonds_body_write_json (body, self->json);
  if (!fonds_document_insert (self->db, body, self->json->str, batch, &made, error))
    return FALSE;
  remember (self, fonds_body_uid (body), made, fonds_body_dup_title (body, NULL));
  if (id != NULL)
    *id = made;
  if (!_fonds_writer_project (self, made, batch, body, NULL, error))
    return FALSE;
  if (!self->waiting)
    return TRUE;
  waited = fonds_reference_arrive (self->db, made, fonds_body_uid (body), error);
  return waited != NULL && project_all (self, waited, error);
}

static gboolean
project_referrers (FondsWriter *self, gint64 id, GError **error)
{
  g_autoptr (GArray) sources = fonds_reference_list_sources (self->db, id, error);

  return sources != NULL && project_all (self, sources, error);
}

/**
 * fonds_writer_change:
 * @self: a writer in its transaction
 * @id: a document's id
 * @body: its new body; its values get their keys and generations
 * @expected_rev: the generation that @body was worked out from
 * @was: (out) (optional) (transfer full): the body before, where it was replaced
 * @error: return location; %FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE where it is not that any more
 *
 * Replaces a document's body and its shadows. Writes nothing into the journal.
 *
 * Returns: whether it was replaced
 */
gboolean
fonds_writer_change (FondsWriter *self,
                     gint64 id,
                     FondsBody *body,
                     gint64 expected_rev,
                     FondsBody **was,
                     GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (self->db, id, error);
  g_autofree char *old_title = NULL;
  g_autofree char *title = NULL;

  if (document == NULL)
    return FALSE;
  old_title = fonds_body_dup_title (document->body, NULL);
  title = fonds_body_dup_title (body, NULL);
  if (document->rev != expected_rev)
    {
      g_set_error (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_CHANGED_MEANWHILE,
                   _ ("“%s” was changed by somebody else meanwhile."), old_title);
      return FALSE;
    }
  fonds_body_set_uid (body, fonds_body_uid (document->body));
  fonds_seal (body, document->body, document->rev + 1);
  g_string_truncate (self->json, 0);
  fonds_body_write_json (body, self->json);
  if (!fonds_document_update (self->db, id, document->rev + 1, self->json->str, error))
    return FALSE;
  remember (self, fonds_body_uid (body), id, g_strdup (title));
  if (!_fonds_writer_project (self, id, document->batch, body, document->body, error))
    return FALSE;
  if (!g_str_equal (title, old_title) && !project_referrers (self, id, error))
    return FALSE;
  if (was != NULL)
    *was = g_steal_pointer (&document->body);
  return TRUE;
}
