/* record-public.c - a record as the public may know it
 *
 * What stays in the house is taken away once, here, so that whoever prints, cites or shows the rest
 * has nothing left to ask: fields that are not on the whitelist, and other records that the public
 * may not see, wherever they are named. Counts are of what is left, since a number tells as well.
 * Thread: a reader's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/catalogue.h"
#include "data/catalogue/document-table.h"
#include "data/catalogue/error.h"
#include "data/catalogue/field.h"
#include "data/catalogue/find-table.h"
#include "data/catalogue/link-table.h"
#include "data/catalogue/neighbours.h"
#include "data/catalogue/programme-table.h"
#include "data/catalogue/record-table.h"
#include "data/catalogue/record.h"

#include <glib/gi18n-lib.h>

static gboolean
may_see (FondsDb *db, gint64 id, gboolean *seen, GError **error)
{
  FondsAccess access;

  if (!fonds_find_access (db, id, &access, error))
    return FALSE;
  *seen = fonds_access_allows (access, FONDS_AUDIENCE_PUBLIC);
  return TRUE;
}

static gboolean
is_open (FondsKind kind, const char *field)
{
  return fonds_access_allows_field (fonds_field_find (kind, field), FONDS_AUDIENCE_PUBLIC);
}

/* A relation is a document of its own, with an access of its own. */
static gboolean
may_see_relation (FondsDb *db, FondsLink *link, gboolean *seen, GError **error)
{
  g_autoptr (FondsDocument) document = fonds_document_load (db, link->relation, error);

  if (document == NULL)
    return FALSE;
  *seen = fonds_access_allows (fonds_access_of_body (document->body), FONDS_AUDIENCE_PUBLIC);
  if (!is_open (FONDS_KIND_RELATION, "description"))
    g_clear_pointer (&link->description, g_free);
  if (!is_open (FONDS_KIND_RELATION, "dates"))
    g_clear_pointer (&link->relation_dates, g_free);
  return TRUE;
}

static gboolean
may_see_link (FondsDb *db, FondsLink *link, gboolean *seen, GError **error)
{
  if (!may_see (db, link->id, seen, error))
    return FALSE;
  if (!*seen || link->relation == 0)
    return TRUE;
  return may_see_relation (db, link, seen, error);
}

/* The fields of an incoming link are those of whoever refers. */
static gboolean
filter (FondsDb *db, GPtrArray *links, gboolean incoming, GError **error)
{
  for (guint i = 0; i < links->len;)
    {
      FondsLink *link = g_ptr_array_index (links, i);
      gboolean seen;

      if (!may_see_link (db, link, &seen, error))
        return FALSE;
      if (seen && incoming && link->relation == 0)
        seen = is_open (link->kind, link->field);
      if (seen)
        i++;
      else
        g_ptr_array_remove_index (links, i);
    }
  return TRUE;
}

static gboolean
filter_targets (FondsDb *db, GHashTable *targets, GError **error)
{
  GHashTableIter iter;
  gpointer link;

  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, NULL, &link))
    {
      gboolean seen;

      if (!may_see (db, ((FondsLink *) link)->id, &seen, error))
        return FALSE;
      if (!seen)
        g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

static gboolean
filter_one (FondsDb *db, FondsLink **link, GError **error)
{
  gboolean seen = TRUE;

  if (*link != NULL && !may_see (db, (*link)->id, &seen, error))
    return FALSE;
  if (!seen)
    g_clear_pointer (link, fonds_link_free);
  return TRUE;
}

static gboolean
filter_neighbours (FondsDb *db, FondsNeighbours *self, GError **error)
{
  self->place = self->n_siblings = 0;
  g_array_set_size (self->n_below, 0);
  /* Where containers stand is for the staff. */
  g_hash_table_remove_all (self->locations);
  return filter_one (db, &self->repository, error) && filter_one (db, &self->previous, error) &&
         filter_one (db, &self->next, error) && filter (db, self->above, FALSE, error) &&
         filter (db, self->children, FALSE, error);
}

static gboolean
filter_programme (FondsDb *db, GPtrArray *programme, GError **error)
{
  for (guint i = 0; i < programme->len;)
    {
      const FondsProgrammeItem *item = g_ptr_array_index (programme, i);
      gboolean seen;

      if (!may_see (db, item->record->id, &seen, error) || !filter (db, item->people, FALSE, error))
        return FALSE;
      if (seen)
        i++;
      else
        g_ptr_array_remove_index (programme, i);
    }
  return TRUE;
}

static gboolean
is_open_here (const FondsRecord *self, const char *field)
{
  return is_open (self->kind, field) ||
         fonds_access_allows_field (fonds_record_custom (self, field), FONDS_AUDIENCE_PUBLIC);
}

static void
strip_body (FondsRecord *self)
{
  FondsBody *open = fonds_body_new (self->kind);

  fonds_body_set_uid (open, fonds_body_uid (self->body));
  for (guint i = 0; i < fonds_body_n_fields (self->body); i++)
    {
      const char *field = fonds_body_field_id (self->body, i);

      for (guint j = 0; is_open_here (self, field) && j < fonds_body_n_values (self->body, field);
           j++)
        {
          const FondsValue *value = fonds_body_value (self->body, field, j);
          const char *uid = value->attr[FONDS_ATTR_REF];

          if (uid == NULL || fonds_record_target (self, uid) != NULL)
            fonds_body_add_copy (open, field, value);
        }
    }
  fonds_body_free (self->body);
  self->body = open;
}

/* The code of a record is that of the first field that every record of its kind is found by. */
static const char *
own_code (const FondsRecord *self)
{
  guint n;
  const FondsField *fields = fonds_fields (self->kind, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].search == FONDS_SEARCH_REF && (fields[i].flags & FONDS_FIELD_ESSENTIAL) != 0)
      return fonds_body_text (self->body, fields[i].id);
  return NULL;
}

static gboolean
strip (FondsRecord *self, FondsDb *db, GError **error)
{
  const char *code;

  if (!filter (db, self->ancestors, FALSE, error) || !filter_targets (db, self->targets, error) ||
      !filter (db, self->incoming, TRUE, error) ||
      !filter_neighbours (db, self->neighbours, error) ||
      !filter_programme (db, self->programme, error))
    return FALSE;
  strip_body (self);
  g_free (self->title);
  self->title = fonds_body_dup_title (self->body, NULL);
  code = own_code (self);
  g_free (self->reference_code);
  self->reference_code = code != NULL ? fonds_link_join_codes (self->ancestors, code) : NULL;
  self->n_incoming = self->incoming->len;
  self->n_children = self->neighbours->n_children = self->neighbours->children->len;
  return TRUE;
}

/**
 * fonds_record_load_public:
 * @db: a connection
 * @id: a record's id
 * @error: return location; %FONDS_CATALOGUE_ERROR_NOT_FOUND where it is gone, or not for the public:
 *   whoever may not see a record does not learn that it is there
 *
 * Reads a record with what the public may know of it and of those around it.
 *
 * Returns: (transfer full) (nullable): the record
 */
FondsRecord *
fonds_record_load_public (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsRecord) self = fonds_record_load (db, id, error);

  if (self == NULL)
    return NULL;
  if (!fonds_access_allows (self->access, FONDS_AUDIENCE_PUBLIC))
    {
      g_set_error_literal (error, FONDS_CATALOGUE_ERROR, FONDS_CATALOGUE_ERROR_NOT_FOUND,
                           _ ("The record is not in the catalogue any more."));
      return NULL;
    }
  return strip (self, db, error) ? g_steal_pointer (&self) : NULL;
}
