/* source-sample.c - what one row of a file would become
 *
 * The same drafts as of an import, of one row alone and without anything that is written.
 * Thread: any but the main one.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/source-sample.h"

#include "data/catalogue/document-table.h"
#include "data/exchange/draft.h"
#include "data/exchange/row-facts.h"
#include "data/store/database.h"

/* What stands behind one draft. */
typedef struct
{
  FondsDb *db;
  FondsRowIndex *index;
  FondsRowUids *uids;
  FondsNames *names;
  FondsDrafter *drafter;
} Tools;

static void
clear_tools (Tools *self)
{
  g_clear_pointer (&self->drafter, fonds_drafter_free);
  g_clear_pointer (&self->names, fonds_names_free);
  g_clear_pointer (&self->uids, fonds_row_uids_free);
  g_clear_pointer (&self->index, fonds_row_index_free);
  g_clear_pointer (&self->db, fonds_db_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tools, clear_tools)

static gboolean
take_tools (Tools *self, FondsCatalogue *catalogue, GError **error)
{
  self->db = fonds_store_connect (fonds_catalogue_get_store (catalogue), error);
  if (self->db == NULL || !fonds_db_begin (self->db, FALSE, error))
    return FALSE;
  self->index = fonds_row_index_new ();
  self->uids = fonds_row_uids_new (self->db, self->index);
  self->names = fonds_names_new (self->db, self->uids, FALSE);
  self->drafter = fonds_drafter_new (self->names, self->uids);
  return TRUE;
}

static void
free_value (gpointer data)
{
  FondsSampleValue *value = data;

  g_free (value->field);
  g_free (value->text);
  g_free (value->beside);
  g_free (value);
}

static const char *
name_of (const FondsBody *body)
{
  const char *title = fonds_body_text (body, "title");

  return title != NULL ? title : fonds_body_text (body, "name");
}

/* (transfer full) (nullable): what a uid stands for: a name that is new, or a record that is there. */
static char *
look_up (Tools *tools, GPtrArray *made, const char *uid)
{
  g_autoptr (FondsDocument) document = NULL;
  gint64 id;

  for (guint i = 0; i < made->len; i++)
    if (g_strcmp0 (fonds_body_uid (g_ptr_array_index (made, i)), uid) == 0)
      return g_strdup (name_of (g_ptr_array_index (made, i)));
  id = fonds_document_find (tools->db, uid, NULL);
  document = id != 0 ? fonds_document_load (tools->db, id, NULL) : NULL;
  return document != NULL ? g_strdup (name_of (document->body)) : NULL;
}

static char *
say_beside (const FondsValue *value)
{
  static const FondsAttr attrs[] = { FONDS_ATTR_TYPE, FONDS_ATTR_EDTF, FONDS_ATTR_LANGUAGE };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attrs); i++)
    if (value->attr[attrs[i]] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value->attr[attrs[i]]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_value (FondsSample *self,
           Tools *tools,
           GPtrArray *made,
           const char *field,
           const FondsValue *value)
{
  FondsSampleValue *copy = g_new0 (FondsSampleValue, 1);

  copy->field = g_strdup (field);
  if (value->attr[FONDS_ATTR_REF] != NULL)
    copy->text = look_up (tools, made, value->attr[FONDS_ATTR_REF]);
  if (copy->text == NULL)
    copy->text = g_strdup (value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT]
                                                                : value->attr[FONDS_ATTR_EDTF]);
  copy->beside = say_beside (value);
  g_ptr_array_add (self->values, copy);
}

static void
take_values (FondsSample *self, Tools *tools, const FondsBody *body)
{
  g_autoptr (GPtrArray) made = fonds_names_take_made (tools->names);

  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *field = fonds_body_field_id (body, i);

      for (guint j = 0; j < fonds_body_n_values (body, field); j++)
        add_value (self, tools, made, field, fonds_body_value (body, field, j));
    }
}

static gboolean
draft_row (FondsSample *self, Tools *tools, FondsSource *source, FondsCells *cells, GError **error)
{
  g_auto (FondsRowFacts) facts = { FALSE };
  g_autoptr (FondsDraft) draft = NULL;

  if (!fonds_row_facts_read (&facts, source, cells, error))
    return FALSE;
  self->kind = facts.kind;
  self->key = g_strdup (facts.key);
  if (facts.reason != NULL || facts.plan == NULL)
    {
      self->reason = g_strdup (facts.reason);
      self->column = g_strdup (facts.column);
      return TRUE;
    }
  fonds_names_set_origin (tools->names, source->origin_name, 0);
  draft = fonds_draft_new (facts.plan, facts.kind);
  cells->language = facts.language;
  cells->first = TRUE;
  if (!fonds_drafter_add_row (tools->drafter, draft, cells, NULL, error))
    return FALSE;
  if (draft->reason == NULL)
    fonds_drafter_finish (tools->drafter, draft);
  self->reason = g_strdup (draft->reason);
  self->column = g_strdup (draft->column);
  take_values (self, tools, draft->body);
  return TRUE;
}

/**
 * fonds_sample_new:
 * @catalogue: where it would go
 * @path: a CSV file
 * @options: (nullable): what is known of it
 * @row: which of its rows, from 0; behind the last one, the last
 * @error: return location for an error; it names the file
 *
 * Makes a record of one row. Blocks.
 *
 * Returns: (transfer full) (nullable): what it would be; without values for a file without rows
 */
FondsSample *
fonds_sample_new (FondsCatalogue *catalogue,
                  const char *path,
                  const FondsSourceOptions *options,
                  guint row,
                  GError **error)
{
  g_autoptr (FondsSample) self = g_new0 (FondsSample, 1);
  g_autoptr (FondsSource) source = fonds_source_open (path, options, error);
  g_auto (Tools) tools = { NULL };
  g_autoptr (GError) own = NULL;
  FondsCells cells = { NULL };

  self->values = g_ptr_array_new_with_free_func (free_value);
  if (source == NULL || !take_tools (&tools, catalogue, error))
    return NULL;
  for (guint i = 0; i <= row && fonds_source_next (source, &cells, &own); i++)
    ;
  if (own != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  if (cells.cells != NULL && !draft_row (self, &tools, source, &cells, error))
    return NULL;
  fonds_db_rollback (tools.db);
  return g_steal_pointer (&self);
}

/**
 * fonds_sample_free:
 * @self: (transfer full) (nullable): a sample
 *
 * Frees it.
 */
void
fonds_sample_free (FondsSample *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_ptr_array_unref (self->values);
  g_free (self->reason);
  g_free (self->column);
  g_free (self);
}
