/* custom-table.c - the fields that an archive has made for itself
 *
 * A definition is a document like any other (fields-custom.c). Read together they are rows like those of
 * the field table, so that whoever shows, exports or guards a field need not know whose it is. Values
 * whose definition is gone keep their id for a name and stay in the house.
 * Thread: any, after they are read; immutable. Ownership: rows and texts belong to the table.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/custom-table.h"

#include "data/catalogue/document-table.h"
#include "data/store/database.h"
#include "data/store/schema.h"
#include "data/store/statement.h"

#include <string.h>

/* 17 is FONDS_KIND_CUSTOM_FIELD, as the index on such documents has it. */
#define SQL_LIST                                                                                   \
  "SELECT id FROM document WHERE kind = 17 AND batch NOT IN " FONDS_SQL_UNSEEN_BATCHES             \
  " ORDER BY id"

typedef struct
{
  FondsField field;
  FondsBody *body;
} Row;

struct _FondsCustomTable
{
  GHashTable *rows; /* field id -> Row */
};

static void
free_row (gpointer data)
{
  Row *row = data;

  fonds_body_free (row->body);
  g_free (row);
}

static gboolean
says_yes (const FondsBody *body, const char *field)
{
  return g_strcmp0 (fonds_body_text (body, field), "yes") == 0;
}

static guint32
read_targets (const FondsBody *body)
{
  guint32 targets = 0;

  for (guint i = 0; i < fonds_body_n_values (body, "targets"); i++)
    {
      const char *id = fonds_body_value (body, "targets", i)->attr[FONDS_ATTR_TEXT];
      FondsKind kind = id != NULL ? fonds_kind_from_id (id) : FONDS_KIND_NONE;

      targets |= kind != FONDS_KIND_NONE ? FONDS_KIND_BIT (kind) : 0;
    }
  return targets;
}

static void
add_row (FondsCustomTable *self, FondsBody *body)
{
  Row *row = g_new0 (Row, 1);
  const char *label = fonds_body_text (body, "label");
  const char *datatype = fonds_body_text (body, "datatype");

  row->body = body;
  row->field.id = fonds_body_text (body, "fieldId");
  row->field.label = label != NULL ? label : row->field.id;
  row->field.help = fonds_body_text (body, "help");
  if (datatype == NULL || !fonds_datatype_from_id (datatype, &row->field.datatype))
    row->field.datatype = FONDS_TYPE_TEXT;
  row->field.flags = (says_yes (body, "repeatable") ? FONDS_FIELD_REPEATABLE : 0) |
                     (says_yes (body, "translatable") ? FONDS_FIELD_TRANSLATABLE : 0) |
                     (says_yes (body, "public") ? FONDS_FIELD_PUBLIC : 0);
  row->field.area = FONDS_AREA_NOTES;
  row->field.search = FONDS_SEARCH_CUSTOM;
  row->field.targets = read_targets (body);
  g_hash_table_replace (self->rows, (char *) row->field.id, row);
}

static gboolean
load (FondsCustomTable *self, FondsDb *db, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_LIST);
  g_autoptr (GArray) ids = fonds_stmt_collect (s, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (FondsDocument) document =
          fonds_document_load (db, g_array_index (ids, gint64, i), error);

      if (document == NULL)
        return FALSE;
      if (fonds_body_text (document->body, "fieldId") != NULL)
        add_row (self, g_steal_pointer (&document->body));
    }
  return ids != NULL;
}

/**
 * fonds_custom_table_load:
 * @db: a connection
 * @error: return location for an error
 *
 * Reads the definitions that the catalogue has.
 *
 * Returns: (transfer full) (nullable): the definitions
 */
FondsCustomTable *
fonds_custom_table_load (FondsDb *db, GError **error)
{
  g_autoptr (FondsCustomTable) self = g_new0 (FondsCustomTable, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_row);
  return load (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * fonds_custom_table_free:
 * @self: (transfer full) (nullable): definitions
 *
 * Frees them with their rows.
 */
void
fonds_custom_table_free (FondsCustomTable *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * fonds_custom_table_find:
 * @self: (nullable): definitions
 * @id: a field's id
 *
 * Returns: (transfer none) (nullable): the row of that field; its label is the first one it has, and not
 *   to be translated
 */
const FondsField *
fonds_custom_table_find (const FondsCustomTable *self, const char *id)
{
  const Row *row = self != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  return row != NULL ? &row->field : NULL;
}

static gboolean
is_in (const char *language, const char *wanted)
{
  gsize length = strcspn (wanted, "_.@");

  return language != NULL && length > 0 && g_ascii_strncasecmp (language, wanted, length) == 0 &&
         (language[length] == '\0' || language[length] == '-');
}

/**
 * fonds_custom_table_label:
 * @self: (nullable): definitions
 * @id: a field's id
 * @languages: (array zero-terminated=1): those of the reader, the best first, as of
 *   g_get_language_names()
 *
 * Returns: (transfer none) (nullable): what the field is called, in a language of the reader if it can be
 */
const char *
fonds_custom_table_label (const FondsCustomTable *self,
                          const char *id,
                          const char *const *languages)
{
  const Row *row = self != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  for (guint i = 0; row != NULL && languages[i] != NULL; i++)
    for (guint j = 0; j < fonds_body_n_values (row->body, "label"); j++)
      {
        const FondsValue *label = fonds_body_value (row->body, "label", j);

        if (label->attr[FONDS_ATTR_TEXT] != NULL &&
            is_in (label->attr[FONDS_ATTR_LANGUAGE], languages[i]))
          return label->attr[FONDS_ATTR_TEXT];
      }
  return row != NULL ? row->field.label : NULL;
}
