/* export-usage.c - which columns and keys an export needs
 *
 * A file has AtoM's columns and those beyond them that are used; so its records are gone through once
 * before the first row. That also finds the keys that two records have alike. A file is of one source
 * when it comes in again, so a record goes out under its key in the source that most records are from,
 * and under its uid if it has none there or does not have it alone.
 * Thread: belongs to whoever made it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-usage.h"

#include "data/catalogue/field.h"
#include "data/exchange/row-index.h"

#include <string.h>

/* What the values of one field need. */
typedef struct
{
  GHashTable *types;
  GHashTable *languages;
  const char *last;   /* (nullable): the language last met, of the set */
  guint attrs;        /* mask of the attributes that values have */
  gboolean has_plain; /* some are in no language */
} Use;

struct _FondsUsage
{
  char *origin;         /* (nullable): the source whose keys go out */
  GHashTable *fields;   /* field id -> Use */
  GHashTable *keys;     /* hashes of keys */
  GHashTable *repeated; /* those that more than one record has */
  gboolean has_keys;
  guint64 n;
};

static void
free_use (gpointer data)
{
  Use *use = data;

  g_hash_table_unref (use->types);
  g_hash_table_unref (use->languages);
  g_free (use);
}

/**
 * fonds_usage_new:
 * @origin: (nullable): the source whose keys go out
 *
 * Returns: (transfer full): nothing used yet
 */
FondsUsage *
fonds_usage_new (const char *origin)
{
  FondsUsage *self = g_new0 (FondsUsage, 1);

  self->origin = g_strdup (origin);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_use);
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->repeated = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

/**
 * fonds_usage_free:
 * @self: (transfer full) (nullable): a usage
 *
 * Frees it.
 */
void
fonds_usage_free (FondsUsage *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->fields);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->repeated);
  g_free (self->origin);
  g_free (self);
}

static void
add_type (Use *use, const char *type)
{
  if (type != NULL && !g_hash_table_contains (use->types, type))
    g_hash_table_add (use->types, g_strdup (type));
}

/* Returns whether it is a new one. */
static gboolean
add_language (Use *use, const char *language)
{
  gpointer known = NULL;

  if (language == NULL || g_strcmp0 (language, use->last) == 0)
    return FALSE;
  if (g_hash_table_lookup_extended (use->languages, language, &known, NULL))
    {
      use->last = known;
      return FALSE;
    }
  g_hash_table_add (use->languages, g_strdup (language));
  return TRUE;
}

static Use *
use_of (FondsUsage *self, const char *field)
{
  Use *use = g_hash_table_lookup (self->fields, field);

  if (use != NULL)
    return use;
  use = g_new0 (Use, 1);
  use->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  use->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->fields, g_strdup (field), use);
  return use;
}

static const char *
own_key (const FondsUsage *self, const FondsBody *body)
{
  guint n;
  const FondsValue *identities = fonds_body_values (body, "identity", &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (identities[i].attr[FONDS_ATTR_SOURCE], self->origin) == 0)
      return identities[i].attr[FONDS_ATTR_TEXT];
  return NULL;
}

static gboolean
is_made_of_name (const char *key)
{
  return g_str_has_prefix (key, "name:");
}

static void
note_key (FondsUsage *self, const FondsBody *body)
{
  const char *key = own_key (self, body);
  guint64 hash;

  self->has_keys = self->has_keys || key == NULL || !is_made_of_name (key);
  if (key == NULL)
    return;
  hash = fonds_row_hash (fonds_body_kind (body), key);
  if (g_hash_table_contains (self->keys, &hash))
    g_hash_table_add (self->repeated, g_memdup2 (&hash, sizeof hash));
  else
    g_hash_table_add (self->keys, g_memdup2 (&hash, sizeof hash));
}

static guint
mask_of (const FondsValue *value)
{
  guint mask = 0;

  for (int i = 0; i < FONDS_N_ATTRS; i++)
    mask |= value->attr[i] != NULL ? 1u << i : 0;
  return mask;
}

static gboolean
note_value (Use *use, const FondsValue *value)
{
  guint attrs = use->attrs | mask_of (value);
  gboolean plain = use->has_plain || value->attr[FONDS_ATTR_LANGUAGE] == NULL;
  gboolean fresh = attrs != use->attrs || plain != use->has_plain;

  use->attrs = attrs;
  use->has_plain = plain;
  add_type (use, value->attr[FONDS_ATTR_TYPE]);
  return add_language (use, value->attr[FONDS_ATTR_LANGUAGE]) || fresh;
}

/**
 * fonds_usage_note_fields:
 * @self: a usage
 * @body: a record that will be handed out
 *
 * Notes what a record's fields need.
 *
 * Returns: whether any of it is new
 */
gboolean
fonds_usage_note_fields (FondsUsage *self, const FondsBody *body)
{
  gboolean fresh = FALSE;

  self->n++;
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);
      guint n;
      const FondsValue *values = fonds_body_values_at (body, i, &n);
      Use *use = use_of (self, field);

      for (guint j = 0; j < n; j++)
        fresh = note_value (use, &values[j]) || fresh;
    }
  return fresh;
}

/**
 * fonds_usage_note:
 * @self: a usage
 * @body: a record that will be handed out
 *
 * Notes what a record needs, and its key.
 */
void
fonds_usage_note (FondsUsage *self, const FondsBody *body)
{
  note_key (self, body);
  fonds_usage_note_fields (self, body);
}

/**
 * fonds_usage_has_attr:
 * @self: a usage
 * @field: a field's id
 * @attr: an attribute
 *
 * Returns: whether a value of the field has it
 */
gboolean
fonds_usage_has_attr (const FondsUsage *self, const char *field, FondsAttr attr)
{
  const Use *use = g_hash_table_lookup (self->fields, field);

  return use != NULL && (use->attrs & 1u << attr) != 0;
}

/**
 * fonds_usage_has_plain:
 * @self: a usage
 * @field: a field's id
 *
 * Returns: whether a value of the field is in no language
 */
gboolean
fonds_usage_has_plain (const FondsUsage *self, const char *field)
{
  const Use *use = g_hash_table_lookup (self->fields, field);

  return use != NULL && use->has_plain;
}

/**
 * fonds_usage_has:
 * @self: a usage
 * @field: a field's id
 *
 * Returns: whether any record has it
 */
gboolean
fonds_usage_has (const FondsUsage *self, const char *field)
{
  return g_hash_table_contains (self->fields, field);
}

/**
 * fonds_usage_n:
 * @self: a usage
 *
 * Returns: how many records were noted
 */
guint64
fonds_usage_n (const FondsUsage *self)
{
  return self->n;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
take_sorted (GPtrArray *texts)
{
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/**
 * fonds_usage_list_custom:
 * @self: a usage
 *
 * Returns: (transfer full): the fields of the archive's own that are used, in order
 */
char **
fonds_usage_list_custom (const FondsUsage *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    if (g_str_has_prefix (id, "x-"))
      g_ptr_array_add (ids, g_strdup (id));
  return take_sorted (ids);
}

static char **
list_texts (GHashTable *set)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  const char *text;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, (gpointer *) &text, NULL))
    g_ptr_array_add (found, g_strdup (text));
  return take_sorted (found);
}

/**
 * fonds_usage_list_types:
 * @self: a usage
 * @field: a field's id
 *
 * Returns: (transfer full): the types of its values, in order
 */
char **
fonds_usage_list_types (const FondsUsage *self, const char *field)
{
  const Use *use = g_hash_table_lookup (self->fields, field);

  return use != NULL ? list_texts (use->types) : g_new0 (char *, 1);
}

/**
 * fonds_usage_list_languages:
 * @self: a usage
 * @field: a field's id
 *
 * Returns: (transfer full): the languages of its values, in order
 */
char **
fonds_usage_list_languages (const FondsUsage *self, const char *field)
{
  const Use *use = g_hash_table_lookup (self->fields, field);

  return use != NULL ? list_texts (use->languages) : g_new0 (char *, 1);
}

/**
 * fonds_usage_has_keys:
 * @self: a usage
 *
 * Returns: whether any record came with a key of its own, not one made of its name
 */
gboolean
fonds_usage_has_keys (const FondsUsage *self)
{
  return self->has_keys;
}

/**
 * fonds_usage_key:
 * @self: a usage
 * @body: a record
 * @always: whether it needs a key; else one that is made of its name in that source is left out
 *
 * Says under which key a record goes out.
 *
 * Returns: (nullable): its key in its source, or its uid where that is not its alone
 */
const char *
fonds_usage_key (const FondsUsage *self, const FondsBody *body, gboolean always)
{
  const char *key = own_key (self, body);
  guint64 hash;

  if (key == NULL)
    return fonds_body_uid (body);
  if (is_made_of_name (key) && !always)
    return NULL;
  hash = fonds_row_hash (fonds_body_kind (body), key);
  return g_hash_table_contains (self->repeated, &hash) ? fonds_body_uid (body) : key;
}
