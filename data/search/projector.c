/* projector.c - the words by which a record is found, from its body
 *
 * The field table says which column a field's words go to; a reference gives its target's title, a
 * date its wording and its years, a code its label as well.
 * A body's texts are used as they lie; only columns with several values are put together.
 * Thread: the writer's. Ownership: nothing is kept between two records.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/search.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"
#include "data/catalogue/writer.h"
#include "data/search/columns-table.h"
#include "data/search/text-table.h"
#include "data/text/codes.h"

#include <string.h>

/* More values than nearly any record has; further ones are found through the heap. */
#define USUAL_PIECES 96

typedef struct
{
  const char *text;
  FondsSearchColumn column;
} Piece;

typedef struct
{
  FondsWriter *writer;
  Piece usual[USUAL_PIECES];
  GArray *more; /* (nullable): the pieces beyond */
  guint n_usual;
  guint n[FONDS_SEARCH_N]; /* pieces in each column */
  GString *joined;         /* (nullable): the columns that have several */
} Gathering;

static void
add (Gathering *self, FondsSearchColumn column, const char *text)
{
  const Piece piece = { text, column };

  if (text == NULL || *text == '\0')
    return;
  self->n[column]++;
  if (self->n_usual < USUAL_PIECES)
    {
      self->usual[self->n_usual++] = piece;
      return;
    }
  if (self->more == NULL)
    self->more = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_append_val (self->more, piece);
}

static void
add_code (Gathering *self, const FondsField *field, const char *code)
{
  const char *label = code != NULL ? fonds_code_label (field->codes, code) : NULL;

  add (self, field->search, code);
  if (label != code)
    add (self, field->search, label);
}

static gpointer
make_language_names (gpointer data)
{
  char **names = g_new0 (char *, 26 * 26);

  for (char first = 'a'; first <= 'z'; first++)
    for (char second = 'a'; second <= 'z'; second++)
      {
        const char tag[] = { first, second, '\0' };

        if (fonds_language_is_known (tag))
          names[(first - 'a') * 26 + second - 'a'] = fonds_language_name (tag, NULL);
      }
  return names;
}

/* Names of two-letter tags are made once: nearly every record has a language. */
static const char *
language_name (const char *tag)
{
  static GOnce once = G_ONCE_INIT;
  char *const *names = g_once (&once, make_language_names, NULL);

  if (!g_ascii_islower (tag[0]) || !g_ascii_islower (tag[1]) || g_ascii_isalpha (tag[2]))
    return NULL;
  return names[(tag[0] - 'a') * 26 + tag[1] - 'a'];
}

static void
add_reference (Gathering *self, const FondsField *field, const FondsValue *value)
{
  const char *uid = value->attr[FONDS_ATTR_REF];
  const char *title = uid != NULL ? fonds_writer_title_of (self->writer, uid) : NULL;

  add (self, field->search, title != NULL ? title : value->attr[FONDS_ATTR_TEXT]);
}

static void
add_value (Gathering *self, const FondsField *field, const FondsValue *value)
{
  const char *text = value->attr[FONDS_ATTR_TEXT];
  const char *edtf = value->attr[FONDS_ATTR_EDTF];

  switch (field->datatype)
    {
    case FONDS_TYPE_CODE:
      add_code (self, field, text);
      return;
    case FONDS_TYPE_REFERENCE:
      add_reference (self, field, value);
      return;
    case FONDS_TYPE_DATE:
      add (self, field->search, text);
      if (g_strcmp0 (text, edtf) != 0)
        add (self, field->search, edtf);
      return;
    case FONDS_TYPE_LANGUAGE:
      add (self, field->search, text);
      add (self, field->search, text != NULL ? language_name (text) : NULL);
      return;
    default:
      add (self, field->search, text);
    }
}

static void
add_custom (Gathering *self, const FondsBody *body, const char *id)
{
  for (guint i = 0; i < fonds_body_n_values (body, id); i++)
    add (self, FONDS_SEARCH_CUSTOM, fonds_body_value (body, id, i)->attr[FONDS_ATTR_TEXT]);
}

static void
gather (Gathering *self, const FondsBody *body)
{
  FondsKind kind = fonds_body_kind (body);

  for (guint i = 0; i < fonds_body_n_fields (body); i++)
    {
      const char *id = fonds_body_field_id (body, i);
      const FondsField *field = fonds_field_find (kind, id);

      if (field == NULL && g_str_has_prefix (id, "x-"))
        add_custom (self, body, id);
      if (field == NULL || field->search == FONDS_SEARCH_NONE)
        continue;
      for (guint j = 0; j < fonds_body_n_values (body, id); j++)
        add_value (self, field, fonds_body_value (body, id, j));
    }
}

static const Piece *
piece_at (const Gathering *self, guint i)
{
  return i < self->n_usual ? &self->usual[i]
                           : &g_array_index (self->more, Piece, i - self->n_usual);
}

/* Puts a column's values together, one a line. Returns where it begins. */
static gsize
join_column (Gathering *self, guint n_pieces, FondsSearchColumn column)
{
  gsize start = self->joined->len;

  for (guint i = 0; i < n_pieces; i++)
    if (piece_at (self, i)->column == column)
      {
        if (self->joined->len > start)
          g_string_append_c (self->joined, '\n');
        g_string_append (self->joined, piece_at (self, i)->text);
      }
  g_string_append_len (self->joined, "", 1);
  return start;
}

static void
lay_out (Gathering *self, const char *texts[FONDS_SEARCH_N])
{
  guint n_pieces = self->n_usual + (self->more != NULL ? self->more->len : 0);
  gsize starts[FONDS_SEARCH_N] = { 0 };

  for (guint i = 0; i < n_pieces; i++)
    texts[piece_at (self, i)->column] = piece_at (self, i)->text;
  for (guint column = 1; column < FONDS_SEARCH_N; column++)
    if (self->n[column] > 1)
      {
        if (self->joined == NULL)
          self->joined = g_string_sized_new (2048);
        starts[column] = join_column (self, n_pieces, column);
      }
  /* Only now does the string stay where it is. */
  for (guint column = 1; column < FONDS_SEARCH_N; column++)
    if (self->n[column] > 1)
      texts[column] = self->joined->str + starts[column];
}

static gboolean
write_codes (FondsDb *db, gint64 id, const FondsBody *body, GError **error)
{
  if (fonds_body_n_values (body, "accessReason") > 0 &&
      !fonds_code_write (db, id, "override", "", error))
    return FALSE;
  for (guint i = 0; i < fonds_body_n_values (body, "language"); i++)
    {
      const char *code = fonds_body_value (body, "language", i)->attr[FONDS_ATTR_TEXT];

      if (code != NULL && !fonds_code_write (db, id, "language", code, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_words (FondsWriter *writer, gint64 id, const FondsBody *body, GError **error)
{
  FondsDb *db = fonds_writer_db (writer);

  return !fonds_kind_is_record (fonds_body_kind (body)) ||
         (fonds_text_remove (db, id, error) && fonds_code_remove (db, id, error));
}

static gboolean
project (FondsWriter *writer,
         gint64 id,
         const FondsBody *body,
         const FondsBody *previous,
         GError **error)
{
  Gathering gathering;
  const char *texts[FONDS_SEARCH_N] = { NULL };
  gboolean written;

  if (!fonds_kind_is_record (fonds_body_kind (body)))
    return TRUE;
  if (previous != NULL && !remove_words (writer, id, body, error))
    return FALSE;
  gathering.writer = writer;
  gathering.more = NULL;
  gathering.joined = NULL;
  gathering.n_usual = 0;
  memset (gathering.n, 0, sizeof gathering.n);
  gather (&gathering, body);
  lay_out (&gathering, texts);
  written = fonds_text_insert (fonds_writer_db (writer), id, texts, error) &&
            write_codes (fonds_writer_db (writer), id, body, error);
  g_clear_pointer (&gathering.more, g_array_unref);
  if (gathering.joined != NULL)
    g_string_free (gathering.joined, TRUE);
  return written;
}

/**
 * fonds_search_projectors:
 *
 * Keeps the words of records and the index over them; to be given to [func@Catalogue.open].
 *
 * Returns: (transfer none) (array zero-terminated=1): a constant of the program
 */
const FondsProjector *const *
fonds_search_projectors (void)
{
  static const FondsProjector projector = { project, remove_words };
  static const FondsProjector *const projectors[] = { &projector, NULL };

  return projectors;
}
