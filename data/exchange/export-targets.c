/* export-targets.c - what the records are called that others refer to
 *
 * Each is read once and kept, up to a bound that holds the names of a large archive.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-targets.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/find-table.h"
#include "data/catalogue/record-table.h"

#define KEPT_MAX 100000

struct _FondsTargets
{
  FondsDb *db; /* borrowed */
  FondsAudience audience;
  GHashTable *known; /* uid -> FondsTarget */
};

static void
free_target (gpointer data)
{
  FondsTarget *target = data;

  g_free (target->name);
  g_free (target->location);
  g_free (target->type);
  g_free (target);
}

/**
 * fonds_targets_new:
 * @db: a reading connection; must outlive this
 * @audience: who will see the names
 *
 * Returns: (transfer full): names that are read when they are needed
 */
FondsTargets *
fonds_targets_new (FondsDb *db, FondsAudience audience)
{
  FondsTargets *self = g_new0 (FondsTargets, 1);

  self->db = db;
  self->audience = audience;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_target);
  return self;
}

/**
 * fonds_targets_free:
 * @self: (transfer full) (nullable): the names
 *
 * Frees them.
 */
void
fonds_targets_free (FondsTargets *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_free (self);
}

static char *
name_of (const FondsBody *body)
{
  if (fonds_body_kind (body) == FONDS_KIND_ACCESSION)
    return g_strdup (fonds_body_text (body, "accessionNumber"));
  return fonds_body_dup_title (body, NULL);
}

static gboolean
is_visible (FondsTargets *self, gint64 id, const FondsBody *body, gboolean *visible, GError **error)
{
  FondsAccess access = fonds_access_of_body (body);

  if (self->audience != FONDS_AUDIENCE_STAFF && fonds_body_kind (body) == FONDS_KIND_UNIT &&
      !fonds_find_access (self->db, id, &access, error))
    return FALSE;
  *visible = fonds_access_allows (access, self->audience);
  return TRUE;
}

static gboolean
load (FondsTargets *self, const char *uid, FondsTarget *target, GError **error)
{
  g_autoptr (GError) own = NULL;
  gint64 id = fonds_document_find (self->db, uid, &own);
  g_autoptr (FondsDocument) document = id != 0 ? fonds_document_load (self->db, id, &own) : NULL;

  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (document == NULL)
    return TRUE;
  target->kind = fonds_body_kind (document->body);
  target->name = name_of (document->body);
  if (target->kind == FONDS_KIND_CONTAINER)
    {
      target->location = g_strdup (fonds_body_text (document->body, "location"));
      target->type = g_strdup (fonds_body_text (document->body, "type"));
    }
  return is_visible (self, id, document->body, &target->visible, error);
}

/**
 * fonds_targets_find:
 * @self: the names
 * @uid: a record that another refers to
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): the record, valid until the next one is asked for; one that is
 *   not here, or that has no name, has the name "" and is not visible
 */
const FondsTarget *
fonds_targets_find (FondsTargets *self, const char *uid, GError **error)
{
  FondsTarget *target = g_hash_table_lookup (self->known, uid);

  if (target != NULL)
    return target;
  target = g_new0 (FondsTarget, 1);
  if (!load (self, uid, target, error))
    {
      free_target (target);
      return NULL;
    }
  if (target->name == NULL)
    target->name = g_strdup ("");
  if (g_hash_table_size (self->known) >= KEPT_MAX)
    g_hash_table_remove_all (self->known);
  g_hash_table_insert (self->known, g_strdup (uid), target);
  return target;
}
