/* export-choice.c - which records go out beside those that somebody chose
 *
 * Whoever takes descriptions in finds the names in them only if what is named comes along: agents,
 * accessions, containers, and what these name in turn. Relations go out where both of their ends do.
 * Descriptions never come along; who wants them chooses them.
 * Invariant: an id is in the list once; what is in it the audience may see.
 * Thread: the export's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/export-choice.h"

#include "data/catalogue/reference-table.h"
#include "data/exchange/export-private.h"

#define BIT FONDS_KIND_BIT
#define NAMED (FONDS_KINDS_AGENT | BIT (FONDS_KIND_ACCESSION) | BIT (FONDS_KIND_CONTAINER))
#define NAMING (NAMED | BIT (FONDS_KIND_UNIT) | BIT (FONDS_KIND_RELATION))

/* A record that is no description. */
typedef struct
{
  gint64 id;
  FondsKind kind;
} Entry;

struct _FondsExportChoice
{
  GArray *entries;   /* of Entry */
  GHashTable *known; /* uid -> kind of an entry, or 0 of what waits to become one */
  GArray *waiting;   /* of gint64: named, and not looked at yet */
};

/**
 * fonds_export_choice_new:
 *
 * Returns: (transfer full): a choice of nothing yet
 */
FondsExportChoice *
fonds_export_choice_new (void)
{
  FondsExportChoice *self = g_new0 (FondsExportChoice, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * fonds_export_choice_free:
 * @self: (transfer full) (nullable): a choice
 *
 * Frees it.
 */
void
fonds_export_choice_free (FondsExportChoice *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_hash_table_unref (self->known);
  g_array_unref (self->waiting);
  g_free (self);
}

static FondsKind
kind_of (const FondsExportChoice *self, const char *uid)
{
  return uid != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->known, uid)) : FONDS_KIND_NONE;
}

static void
add_entry (FondsExportChoice *self, const FondsDocument *document)
{
  Entry entry = { document->id, fonds_body_kind (document->body) };
  const char *uid = fonds_body_uid (document->body);

  if (kind_of (self, uid) != FONDS_KIND_NONE)
    return;
  g_array_append_val (self->entries, entry);
  g_hash_table_insert (self->known, g_strdup (uid), GINT_TO_POINTER (entry.kind));
}

static gboolean
want (FondsExportChoice *self, FondsExport *export, const char *uid, GError **error)
{
  const FondsTarget *target;
  g_autoptr (GError) own = NULL;
  gint64 id;

  if (g_hash_table_contains (self->known, uid))
    return TRUE;
  target = fonds_targets_find (export->targets, uid, error);
  if (target == NULL)
    return FALSE;
  if (!target->visible || (BIT (target->kind) & NAMED) == 0)
    return TRUE;
  id = fonds_document_find (export->db, uid, &own);
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  g_hash_table_insert (self->known, g_strdup (uid), GINT_TO_POINTER (FONDS_KIND_NONE));
  g_array_append_val (self->waiting, id);
  return TRUE;
}

static gboolean
want_what_it_names (FondsExportChoice *self,
                    FondsExport *export,
                    const FondsBody *body,
                    GError **error)
{
  if ((BIT (fonds_body_kind (body)) & NAMING) == 0)
    return TRUE;
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      guint n;
      const FondsValue *values = fonds_body_values_at (body, i, &n);

      for (guint j = 0; j < n; j++)
        if (values[j].attr[FONDS_ATTR_REF] != NULL &&
            !want (self, export, values[j].attr[FONDS_ATTR_REF], error))
          return FALSE;
    }
  return TRUE;
}

/**
 * fonds_export_choice_note:
 * @self: a choice
 * @export: the export
 * @document: a record that somebody chose and that the audience may see
 * @error: return location for an error
 *
 * Notes a record, and what it names.
 *
 * Returns: whether it was noted
 */
gboolean
fonds_export_choice_note (FondsExportChoice *self,
                          FondsExport *export,
                          const FondsDocument *document,
                          GError **error)
{
  if (fonds_body_kind (document->body) != FONDS_KIND_UNIT)
    add_entry (self, document);
  return want_what_it_names (self, export, document->body, error);
}

static gboolean
named_cb (FondsExport *export,
          const FondsDocument *document,
          const char *parent,
          gpointer data,
          GError **error)
{
  return fonds_export_choice_note (data, export, document, error);
}

static gboolean
is_agent (const FondsExportChoice *self, const FondsBody *relation, const char *field)
{
  return fonds_kind_is_agent (kind_of (self, fonds_body_ref (relation, field)));
}

static gboolean
relation_cb (FondsExport *export,
             const FondsDocument *document,
             const char *parent,
             gpointer data,
             GError **error)
{
  FondsExportChoice *self = data;
  const FondsBody *body = document->body;

  if (fonds_body_kind (body) == FONDS_KIND_RELATION && is_agent (self, body, "subject") &&
      is_agent (self, body, "object"))
    add_entry (self, document);
  return TRUE;
}

/* A relation stands at its subject, so that each is met once. */
static gboolean
add_relations_of (FondsExportChoice *self, FondsExport *export, gint64 id, GError **error)
{
  g_autoptr (GArray) sources = fonds_reference_list_by_field (export->db, id, "subject", error);
  guint64 withheld = export->report->n_withheld;

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    if (!fonds_export_visit (export, g_array_index (sources, gint64, i), relation_cb, self, error))
      return FALSE;
  export->report->n_withheld = withheld;
  return TRUE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  return one->id < other->id ? -1 : one->id > other->id ? 1 : 0;
}

/**
 * fonds_export_choice_complete:
 * @self: a choice whose records were noted
 * @export: the export
 * @error: return location for an error
 *
 * Adds what is named, what that names, and the relations among all of them.
 *
 * Returns: whether they were found
 */
gboolean
fonds_export_choice_complete (FondsExportChoice *self, FondsExport *export, GError **error)
{
  guint n;

  for (guint i = 0; i < self->waiting->len; i++)
    if (!fonds_export_visit (export, g_array_index (self->waiting, gint64, i), named_cb, self,
                             error))
      return FALSE;
  n = self->entries->len;
  for (guint i = 0; i < n; i++)
    {
      Entry entry = g_array_index (self->entries, Entry, i);

      if (fonds_kind_is_agent (entry.kind) && !add_relations_of (self, export, entry.id, error))
        return FALSE;
    }
  g_array_sort (self->entries, compare_entries);
  return TRUE;
}

/**
 * fonds_export_choice_list:
 * @self: a complete choice
 * @kinds: a mask of kinds
 *
 * Returns: (transfer full) (element-type gint64): what goes out of these kinds, but for descriptions,
 *   in the order in which the records were made
 */
GArray *
fonds_export_choice_list (const FondsExportChoice *self, guint32 kinds)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (kinds & BIT (entry->kind))
        g_array_append_val (ids, entry->id);
    }
  return ids;
}
