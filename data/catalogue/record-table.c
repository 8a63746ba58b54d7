/* record-table.c - the shadow that lists, sorts and the hierarchy stand on
 *
 * Writes one row a record from its body, led by the field table: the title, the first reference
 * code, the span of all dates that describe the record.
 * Thread: the writer's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/record-table.h"

#include "data/catalogue/access.h"
#include "data/catalogue/field.h"
#include "data/catalogue/writer.h"
#include "data/store/database.h"
#include "data/store/statement.h"
#include "data/text/collate.h"
#include "data/text/date.h"

#include <string.h>

#define SQL_WRITE                                                                                  \
  "INSERT INTO record (id, kind, batch, parent, position, level, ref, title, language,"            \
  " sort, dates, from_day, to_day, search_from, search_to, access, has_media, changed, sequence)"  \
  " VALUES (:id, :kind, :batch, nullif (:parent, 0), :position, :level, :ref, :title, :language,"  \
  " :sort, :dates, :from, :to, :search_from, :search_to, :access, :has_media, :changed, "          \
  ":sequence)"

/* What the program's version of ICU or the clock say is left out. */
#define SQL_SAME                                                                                   \
  "SELECT 1 FROM record WHERE id = :id AND position = :position AND level IS :level"               \
  " AND ref IS :ref AND title IS :title AND language IS :language AND dates IS :dates"             \
  " AND from_day IS :from AND to_day IS :to AND search_from IS :search_from"                       \
  " AND search_to IS :search_to AND access = :access AND has_media = :has_media"

#define SQL_REMOVE "DELETE FROM record WHERE id = :id"

/* What is gathered from the fields before the row is written. */
typedef struct
{
  char *title;
  char *language;
  const char *ref;
  GString *dates;
  gboolean dated;
  FondsDays days;
} Gathered;

/**
 * fonds_body_dup_title:
 * @body: a record's body
 * @language: (out) (optional) (transfer full) (nullable): the title's language
 *
 * Says what a record is called: its title, or the authorised form of its name, or the first form
 * that there is; the empty text where it has none.
 *
 * Returns: (transfer full): the title
 */
char *
fonds_body_dup_title (const FondsBody *body, char **language)
{
  const FondsValue *value = fonds_body_value (body, "title", 0);

  for (guint i = 0; value == NULL && i < fonds_body_n_values (body, "name"); i++)
    {
      const FondsValue *form = fonds_body_value (body, "name", i);

      if (form->attr[FONDS_ATTR_REF] == NULL &&
          g_strcmp0 (form->attr[FONDS_ATTR_TYPE], "authorised") == 0)
        value = form;
    }
  if (value == NULL)
    value = fonds_body_value (body, "name", 0);
  if (language != NULL)
    *language = value != NULL ? g_strdup (value->attr[FONDS_ATTR_LANGUAGE]) : NULL;
  return g_strdup (
      value != NULL && value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT] : "");
}

static void
gather_date (const FondsValue *value, Gathered *gathered)
{
  const char *edtf = value->attr[FONDS_ATTR_EDTF];
  const char *said = value->attr[FONDS_ATTR_TEXT] != NULL ? value->attr[FONDS_ATTR_TEXT] : edtf;
  FondsDays days;

  if (said != NULL && strstr (gathered->dates->str, said) == NULL)
    g_string_append_printf (gathered->dates, "%s%s", gathered->dates->len > 0 ? "; " : "", said);
  if (edtf == NULL || !fonds_date_days (edtf, &days))
    return;
  if (days.from == FONDS_DAY_UNKNOWN)
    days.from = FONDS_DAY_EARLIEST;
  days.to = fonds_days_sort_to (&days);
  if (!gathered->dated)
    gathered->days = days;
  gathered->dated = TRUE;
  gathered->days.from = MIN (gathered->days.from, days.from);
  gathered->days.to = MAX (gathered->days.to, days.to);
  gathered->days.search_from = MIN (gathered->days.search_from, days.search_from);
  gathered->days.search_to = MAX (gathered->days.search_to, days.search_to);
}

static void
gather (const FondsBody *body, Gathered *gathered)
{
  *gathered = (Gathered){ .dates = g_string_new (NULL) };
  gathered->title = fonds_body_dup_title (body, &gathered->language);
  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *id = fonds_body_field_id (body, i);
      const FondsField *field = fonds_field_find (fonds_body_kind (body), id);

      if (field == NULL)
        continue;
      if (field->search == FONDS_SEARCH_REF && (field->flags & FONDS_FIELD_ESSENTIAL) != 0 &&
          gathered->ref == NULL)
        gathered->ref = fonds_body_text (body, id);
      if (field->search == FONDS_SEARCH_DATES && field->datatype == FONDS_TYPE_DATE)
        for (guint j = 0; j < fonds_body_n_values (body, id); j++)
          gather_date (fonds_body_value (body, id, j), gathered);
    }
}

static void
bind_days (FondsStmt *s, const Gathered *gathered)
{
  const char *const names[] = { ":from", ":to", ":search_from", ":search_to" };
  const gint64 days[] = { gathered->days.from, gathered->days.to, gathered->days.search_from,
                          gathered->days.search_to };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (gathered->dated)
      fonds_stmt_bind_int (s, names[i], days[i]);
    else
      fonds_stmt_bind_null (s, names[i]);
}

static gboolean
has_media (const FondsBody *body)
{
  return fonds_body_n_values (body, "digitalObjectFile") > 0 ||
         fonds_body_n_values (body, "digitalObject") > 0 ||
         fonds_body_n_values (body, "digitalObjectPath") > 0;
}

static void
clear_gathered (Gathered *gathered)
{
  g_free (gathered->title);
  g_free (gathered->language);
  g_string_free (gathered->dates, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathered, clear_gathered)

/* What a row says of a record. The gathered texts must live until the statement's step. */
static void
bind_body (FondsStmt *s, const FondsBody *body, const Gathered *gathered)
{
  const char *position = fonds_body_text (body, "position");

  fonds_stmt_bind_text (s, ":position", position != NULL ? position : "");
  fonds_stmt_bind_text (s, ":level", fonds_body_text (body, "level"));
  fonds_stmt_bind_text (s, ":ref", gathered->ref);
  fonds_stmt_bind_text (s, ":title", gathered->title);
  fonds_stmt_bind_text (s, ":language", gathered->language);
  fonds_stmt_bind_text (s, ":dates", gathered->dates->len > 0 ? gathered->dates->str : NULL);
  bind_days (s, gathered);
  fonds_stmt_bind_int (s, ":access", fonds_access_of_body (body));
  fonds_stmt_bind_int (s, ":has_media", has_media (body));
}

/**
 * fonds_record_write:
 * @writer: the writer, in its transaction
 * @id: a record's document
 * @batch: the batch that made it, or 0
 * @body: its body
 * @error: return location for an error
 *
 * Writes the row of a record that has none written. It is a plain INSERT on purpose: OR REPLACE opens
 * a savepoint, at which FTS5 flushes its memory, and would halve the speed of an import.
 *
 * Returns: whether it was written
 */
gboolean
fonds_record_write (FondsWriter *writer,
                    gint64 id,
                    gint64 batch,
                    const FondsBody *body,
                    GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (fonds_writer_db (writer), SQL_WRITE);
  const char *parent = fonds_body_ref (body, "parent");
  g_auto (Gathered) gathered = { NULL };
  g_autofree guint8 *sort = NULL;
  gsize sort_length = 0;

  gather (body, &gathered);
  sort = fonds_text_sort_key (gathered.title, &sort_length);
  fonds_stmt_bind_int (s, ":id", id);
  fonds_stmt_bind_int (s, ":kind", fonds_body_kind (body));
  fonds_stmt_bind_int (s, ":batch", batch);
  fonds_stmt_bind_int (s, ":parent", parent != NULL ? fonds_writer_find (writer, parent) : 0);
  bind_body (s, body, &gathered);
  fonds_stmt_bind_blob (s, ":sort", sort, sort_length);
  fonds_stmt_bind_int (s, ":changed", g_get_real_time () / G_USEC_PER_SEC);
  fonds_stmt_bind_int (s, ":sequence", fonds_writer_sequence (writer));
  return fonds_stmt_run (s, error);
}

/**
 * fonds_record_agrees:
 * @db: a connection
 * @id: a record's document
 * @body: its body
 * @agrees: (out): whether its row says what the body says
 * @error: return location for an error
 *
 * Compares a record's row with its body, but for where it stands in the hierarchy.
 *
 * Returns: whether it could be compared
 */
gboolean
fonds_record_agrees (FondsDb *db,
                     gint64 id,
                     const FondsBody *body,
                     gboolean *agrees,
                     GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_SAME);
  g_auto (Gathered) gathered = { NULL };
  g_autoptr (GError) own = NULL;

  gather (body, &gathered);
  fonds_stmt_bind_int (s, ":id", id);
  bind_body (s, body, &gathered);
  *agrees = fonds_stmt_step (s, &own);
  if (own == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

/**
 * fonds_record_remove:
 * @db: the writer's connection
 * @id: a record's document
 * @error: return location for an error
 *
 * Takes a record's row away.
 *
 * Returns: whether it is gone
 */
gboolean
fonds_record_remove (FondsDb *db, gint64 id, GError **error)
{
  g_autoptr (FondsStmt) s = fonds_db_statement (db, SQL_REMOVE);

  fonds_stmt_bind_int (s, ":id", id);
  return fonds_stmt_run (s, error);
}
