/* names.c - who and what is meant by the names in cells
 *
 * A name is, in this order: that of a row of this import, or of a record that this import has made of a
 * name already; what the record that is being compared refers to under that name now; a record that
 * its source has brought before; one that is in the catalogue from elsewhere, if the caller wants such
 * links; else a new record. Two people are never taken for one because they are called alike: what is
 * found elsewhere is only listed.
 * Thread: the import's. Ownership: made bodies are owned here until they are taken.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/names.h"

#include "data/catalogue/document-table.h"
#include "data/catalogue/identity-table.h"
#include "data/exchange/actor-kind.h"

#include <string.h>

/* How many names that are known from elsewhere the report lists. */
#define LISTED_MAX 1000

typedef struct
{
  guint32 row; /* FONDS_ROW_NONE: uid says it */
  char *key;   /* (nullable): the row's key in its source */
  gboolean settled;
  FondsUid uid;
} Entry;

/* How many records that rows refer to are remembered. */
#define MOST_REFERRED 4000

struct _FondsNames
{
  /* owned */
  GHashTable *known; /* hash of kind, name and location -> Entry */
  GPtrArray *made;   /* FondsBody */
  GPtrArray *elsewhere;
  GHashTable *referred; /* uid -> FondsDocument: what rows of late referred to */
  char *origin_name;

  /* borrowed */
  FondsDb *db;
  FondsRowUids *uids;

  /* state */
  gint64 origin;
  gboolean links;
  guint n_made[FONDS_N_KINDS];
  guint n_elsewhere;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry);
}

/**
 * fonds_names_new:
 * @db: a reading connection; must outlive this
 * @uids: the import's uids; must outlive this
 * @links: whether a name that is known from elsewhere is linked to
 *
 * Begins without any names.
 *
 * Returns: (transfer full): the names
 */
FondsNames *
fonds_names_new (FondsDb *db, FondsRowUids *uids, gboolean links)
{
  FondsNames *self = g_new0 (FondsNames, 1);

  self->db = db;
  self->uids = uids;
  self->links = links;
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_entry);
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  self->elsewhere = g_ptr_array_new_with_free_func (g_free);
  self->referred =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) fonds_document_free);
  return self;
}

/**
 * fonds_names_free:
 * @self: (transfer full) (nullable): the names
 *
 * Frees them.
 */
void
fonds_names_free (FondsNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->made);
  g_ptr_array_unref (self->elsewhere);
  g_hash_table_unref (self->referred);
  g_free (self->origin_name);
  g_free (self);
}

/**
 * fonds_names_set_origin:
 * @self: the names
 * @name: the source whose rows come next
 * @origin: its number in the catalogue, or 0
 *
 * Says whose cells the names are in.
 */
void
fonds_names_set_origin (FondsNames *self, const char *name, gint64 origin)
{
  g_free (self->origin_name);
  self->origin_name = g_strdup (name);
  self->origin = origin;
}

/**
 * fonds_name_key:
 * @kind: what bears the name
 * @name: the name
 * @location: (nullable): of a container, where it stands
 * @type: (nullable): of a container, what it is
 *
 * Makes the key under which a source knows a record that it only names. Of containers there are many of
 * one name, so their place and type count, too.
 *
 * Returns: (transfer full): the key
 */
char *
fonds_name_key (FondsKind kind, const char *name, const char *location, const char *type)
{
  GString *key;

  if (kind == FONDS_KIND_ACCESSION)
    return g_strdup (name);
  key = g_string_new ("name:");
  g_string_append (key, name);
  if (kind == FONDS_KIND_CONTAINER && location != NULL && *location != '\0')
    g_string_append_printf (key, " | %s", location);
  if (kind == FONDS_KIND_CONTAINER && type != NULL && *type != '\0')
    g_string_append_printf (key, " | %s", type);
  return g_string_free (key, FALSE);
}

static Entry *
find_entry (FondsNames *self, FondsKind kind, const char *key)
{
  guint64 hash = fonds_row_hash (kind, key);

  return g_hash_table_lookup (self->known, &hash);
}

static Entry *
add_entry (FondsNames *self, FondsKind kind, const char *key)
{
  guint64 hash = fonds_row_hash (kind, key);
  Entry *entry = g_new0 (Entry, 1);

  entry->row = FONDS_ROW_NONE;
  g_hash_table_insert (self->known, g_memdup2 (&hash, sizeof hash), entry);
  return entry;
}

static char *
key_of (const FondsNameRequest *request, FondsKind kind)
{
  return fonds_name_key (kind, request->name, request->location, request->type);
}

static void
announce (FondsNames *self, FondsKind kind, const char *name_key, guint32 row, const char *key)
{
  Entry *entry;

  if (find_entry (self, kind, name_key) != NULL)
    return;
  entry = add_entry (self, kind, name_key);
  entry->row = row;
  entry->key = g_strdup (key);
}

/**
 * fonds_names_announce:
 * @self: the names
 * @kind: what a row is
 * @name: its name
 * @location: (nullable): of a container, where it stands
 * @type: (nullable): of a container, what it is
 * @row: the row
 * @key: its key
 *
 * Says that a row of this import bears a name. Of several that bear the same the first counts. A
 * container is also meant by cells that do not say its type.
 */
void
fonds_names_announce (FondsNames *self,
                      FondsKind kind,
                      const char *name,
                      const char *location,
                      const char *type,
                      guint32 row,
                      const char *key)
{
  g_autofree char *full = fonds_name_key (kind, name, location, type);
  g_autofree char *untyped = fonds_name_key (kind, name, location, NULL);

  announce (self, kind, full, row, key);
  announce (self, kind, untyped, row, key);
}

static gboolean
settle (FondsNames *self, Entry *entry, FondsKind kind, GError **error)
{
  if (!entry->settled && entry->row != FONDS_ROW_NONE)
    {
      gint64 id = fonds_row_uids_find_id (self->uids, self->origin, kind, entry->key, error);

      if (id == 0)
        fonds_row_uids_of_row (self->uids, entry->row, entry->uid);
      else if (!fonds_row_uids_of_id (self->uids, id, entry->uid, error))
        return FALSE;
    }
  entry->settled = TRUE;
  return TRUE;
}

static gboolean
find_known (FondsNames *self, const FondsNameRequest *request, FondsUid uid, GError **error)
{
  for (int kind = 1; kind < FONDS_N_KINDS; kind++)
    {
      g_autofree char *key = NULL;
      Entry *entry;

      if (!(request->targets & FONDS_KIND_BIT (kind)))
        continue;
      key = key_of (request, kind);
      entry = find_entry (self, kind, key);
      if (entry == NULL || !settle (self, entry, kind, error))
        continue;
      memcpy (uid, entry->uid, sizeof (FondsUid));
      return TRUE;
    }
  return FALSE;
}

static gboolean
bears_name (const FondsBody *body, const FondsNameRequest *request)
{
  static const char *const fields[] = { "name", "accessionNumber", "title" };
  const char *location = fonds_body_text (body, "location");
  const char *type = fonds_body_text (body, "type");

  if (fonds_body_kind (body) == FONDS_KIND_CONTAINER &&
      ((request->location != NULL && g_strcmp0 (location, request->location) != 0) ||
       (request->type != NULL && g_strcmp0 (type, request->type) != 0)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint j = 0; j < fonds_body_n_values (body, fields[i]); j++)
      if (g_strcmp0 (fonds_body_value (body, fields[i], j)->attr[FONDS_ATTR_TEXT], request->name) ==
          0)
        return TRUE;
  return FALSE;
}

/* Rows refer to the same few records over and over; some thousand bodies are some megabytes. */
static const FondsDocument *
load_referred (FondsNames *self, const char *ref, GError **error)
{
  FondsDocument *document = g_hash_table_lookup (self->referred, ref);
  gint64 id;

  if (document != NULL)
    return document;
  id = fonds_document_find (self->db, ref, error);
  document = id != 0 ? fonds_document_load (self->db, id, error) : NULL;
  if (document == NULL)
    return NULL;
  if (g_hash_table_size (self->referred) >= MOST_REFERRED)
    g_hash_table_remove_all (self->referred);
  g_hash_table_insert (self->referred, g_strdup (ref), document);
  return document;
}

/* What the record refers to now, under that name, it goes on referring to. */
static gboolean
find_current (FondsNames *self,
              const FondsNameRequest *request,
              const FondsBody *current,
              FondsUid uid,
              GError **error)
{
  for (guint i = 0; current != NULL && i < fonds_body_n_values (current, request->field); i++)
    {
      const char *ref = fonds_body_value (current, request->field, i)->attr[FONDS_ATTR_REF];
      const FondsDocument *document = ref != NULL ? load_referred (self, ref, error) : NULL;

      if (document == NULL || !bears_name (document->body, request))
        continue;
      g_strlcpy (uid, ref, sizeof (FondsUid));
      return TRUE;
    }
  return FALSE;
}

static gboolean
comes_from (const FondsBody *body, const char *origin)
{
  for (guint i = 0; i < fonds_body_n_values (body, "identity"); i++)
    if (g_strcmp0 (fonds_body_value (body, "identity", i)->attr[FONDS_ATTR_SOURCE], origin) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_by_key (FondsNames *self, const FondsNameRequest *request, FondsUid uid, GError **error)
{
  for (int kind = 1; kind < FONDS_N_KINDS && self->origin != 0; kind++)
    {
      g_autofree char *key = NULL;
      gint64 id;

      if (!(request->targets & FONDS_KIND_BIT (kind)))
        continue;
      key = key_of (request, kind);
      id = fonds_identity_find (self->db, self->origin, kind, key, error);
      if (id != 0)
        return fonds_row_uids_of_id (self->uids, id, uid, error);
    }
  return FALSE;
}

static void
note_elsewhere (FondsNames *self, const char *name)
{
  self->n_elsewhere++;
  if (self->elsewhere->len < LISTED_MAX)
    g_ptr_array_add (self->elsewhere, g_strdup (name));
}

/* Whether a record that bears the name may be what is meant. */
static gboolean
may_be_meant (FondsNames *self, const FondsNameRequest *request, const FondsBody *body)
{
  return bears_name (body, request) &&
         (self->links || request->must_exist || comes_from (body, self->origin_name));
}

/* By name: what the same source has brought; what is from elsewhere only if that is wanted, or if the
 * name must be that of a record and only one bears it. */
static gboolean
find_by_name (FondsNames *self, const FondsNameRequest *request, FondsUid uid, GError **error)
{
  g_autoptr (GArray) ids = fonds_name_find (self->db, request->name, request->targets, error);
  guint n_meant = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FondsDocument) document =
          fonds_document_load (self->db, g_array_index (ids, gint64, i), error);

      if (document == NULL || !may_be_meant (self, request, document->body))
        continue;
      if (n_meant++ == 0)
        g_strlcpy (uid, fonds_body_uid (document->body), sizeof (FondsUid));
    }
  if (n_meant == 0 && ids != NULL && ids->len > 0)
    note_elsewhere (self, request->name);
  return n_meant == 1 || (n_meant > 1 && !request->must_exist);
}

static FondsKind
kind_of (const FondsNameRequest *request)
{
  if (request->kind != FONDS_KIND_NONE)
    return request->kind;
  if ((request->targets & (request->targets - 1)) == 0)
    return request->targets != 0 ? (FondsKind) g_bit_nth_lsf (request->targets, -1)
                                 : FONDS_KIND_NONE;
  if ((request->targets & ~FONDS_KINDS_AGENT) != 0)
    return FONDS_KIND_NONE;
  return fonds_actor_kind_of_name (request->name);
}

static void
fill (FondsBody *body, const FondsNameRequest *request, const char *origin)
{
  FondsKind kind = fonds_body_kind (body);
  g_autofree char *key = key_of (request, kind);
  FondsValue *value;

  if (kind == FONDS_KIND_ACCESSION)
    fonds_body_add_text (body, "accessionNumber", request->name, NULL);
  else if (kind == FONDS_KIND_CONTAINER)
    fonds_body_add_text (body, "name", request->name, request->language);
  else if (fonds_kind_is_authority (kind))
    {
      value = fonds_body_add_text (body, "name", request->name, request->language);
      fonds_body_set (body, value, FONDS_ATTR_TYPE, "authorised");
    }
  else
    fonds_body_add_text (body, "title", request->name, request->language);
  if (request->location != NULL && *request->location != '\0')
    fonds_body_add_text (body, "location", request->location, NULL);
  if (request->type != NULL && *request->type != '\0')
    fonds_body_add_text (body, "type", request->type, NULL);
  value = fonds_body_add_text (body, "identity", key, NULL);
  fonds_body_set (body, value, FONDS_ATTR_SOURCE, origin);
}

static gboolean
make (FondsNames *self, const FondsNameRequest *request, FondsUid uid)
{
  FondsKind kind = kind_of (request);
  FondsBody *body;

  if (request->must_exist || kind == FONDS_KIND_NONE)
    return FALSE;
  fonds_row_uids_fresh (self->uids, uid);
  body = fonds_body_new (kind);
  fonds_body_set_uid (body, uid);
  fill (body, request, self->origin_name);
  g_ptr_array_add (self->made, body);
  self->n_made[kind]++;
  return TRUE;
}

/**
 * fonds_names_resolve:
 * @self: the names
 * @request: a name and what it may be
 * @current: (nullable): the record that is being compared, as it is in the catalogue
 * @uid: (out): what the name stands for
 * @error: return location for an error
 *
 * Finds out what a name stands for; makes a record of it where nothing is known.
 *
 * Returns: whether it stands for something; %FALSE without an error where it is unknown and nothing
 *   can be made of it
 */
gboolean
fonds_names_resolve (FondsNames *self,
                     const FondsNameRequest *request,
                     const FondsBody *current,
                     FondsUid uid,
                     GError **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *key = NULL;
  Entry *entry;

  if (find_current (self, request, current, uid, &own))
    return TRUE;
  if (own == NULL && find_known (self, request, uid, &own))
    return TRUE;
  if (own == NULL && !find_by_key (self, request, uid, &own) && own == NULL &&
      !find_by_name (self, request, uid, &own) && own == NULL && !make (self, request, uid))
    return FALSE;
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  key = key_of (request, (FondsKind) g_bit_nth_lsf (request->targets, -1));
  entry = add_entry (self, (FondsKind) g_bit_nth_lsf (request->targets, -1), key);
  memcpy (entry->uid, uid, sizeof (FondsUid));
  entry->settled = TRUE;
  return TRUE;
}

/**
 * fonds_names_take_made:
 * @self: the names
 *
 * Takes the records that were made since the last time.
 *
 * Returns: (transfer full) (element-type FondsBody): their bodies
 */
GPtrArray *
fonds_names_take_made (FondsNames *self)
{
  GPtrArray *made = self->made;

  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) fonds_body_free);
  return made;
}

static gboolean
is_no_row (gpointer key, gpointer value, gpointer data)
{
  return ((Entry *) value)->row == FONDS_ROW_NONE;
}

/**
 * fonds_names_forget_made:
 * @self: the names
 *
 * Forgets everything but the rows' own names, as after a rehearsal.
 */
void
fonds_names_forget_made (FondsNames *self)
{
  g_hash_table_foreach_remove (self->known, is_no_row, NULL);
  g_ptr_array_set_size (self->made, 0);
  g_ptr_array_set_size (self->elsewhere, 0);
  memset (self->n_made, 0, sizeof self->n_made);
  self->n_elsewhere = 0;
}

/**
 * fonds_names_n_made:
 * @self: the names
 * @kind: a kind
 *
 * Returns: how many records of that kind were made of names
 */
guint
fonds_names_n_made (const FondsNames *self, FondsKind kind)
{
  return self->n_made[kind];
}

/**
 * fonds_names_n_elsewhere:
 * @self: the names
 *
 * Returns: of how many names records exist that came from elsewhere, and were not linked to
 */
guint
fonds_names_n_elsewhere (const FondsNames *self)
{
  return self->n_elsewhere;
}

/**
 * fonds_names_list_elsewhere:
 * @self: the names
 *
 * Returns: (transfer none) (element-type utf8): the first thousand of them
 */
GPtrArray *
fonds_names_list_elsewhere (const FondsNames *self)
{
  return self->elsewhere;
}
