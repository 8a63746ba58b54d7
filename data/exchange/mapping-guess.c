/* mapping-guess.c - a first mapping from header and data
 *
 * The names of columns say most: words that archives and museums use in several languages, with a
 * language at their end (name_ru). The data say which column is a key, where several values share a
 * cell, and the language of the texts. It is a proposal: what is not recognised is kept under its
 * own name, and the archivist edits the rest.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/mapping-guess.h"

#include "data/catalogue/field.h"
#include "data/exchange/plan.h"

#include <string.h>

/* Which field a column's name speaks for, by kind of row; of a pair of parts, the part. */
typedef struct
{
  const char *word;
  const char *unit;
  const char *person;
  const char *institution;
  const char *place;
} Word;

static const Word words[] = {
  { "title", "title", "name", "name", "name" },
  { "name", "title", "name", "name", "name" },
  { "displayname", "title", "name", "name", "name" },
  { "titre", "title", "name", "name", "name" },
  { "название", "title", "name", "name", "name" },
  { "наименование", "title", "name", "name", "name" },
  { "имя", "title", "name", "name", "name" },
  { "ad", "title", "name", "name", "name" },
  { "adı", "title", "name", "name", "name" },
  { "başlıq", "title", "name", "name", "name" },
  { "שם", "title", "name", "name", "name" },
  { "כותרת", "title", "name", "name", "name" },
  { "alternativetitle", "alternateTitle", NULL, NULL, NULL },
  { "accessionnumber", "referenceCode", NULL, NULL, NULL },
  { "accessionnum", "referenceCode", NULL, NULL, NULL },
  { "reference", "referenceCode", NULL, NULL, NULL },
  { "referencecode", "referenceCode", NULL, NULL, NULL },
  { "ref", "referenceCode", NULL, NULL, NULL },
  { "callnumber", "referenceCode", NULL, NULL, NULL },
  { "шифр", "referenceCode", NULL, NULL, NULL },
  { "инвентарныйномер", "referenceCode", NULL, NULL, NULL },
  { "date", "dates", "datesOfExistence", "datesOfExistence", "datesOfExistence" },
  { "dates", "dates", "datesOfExistence", "datesOfExistence", "datesOfExistence" },
  { "datetext", "dates", "datesOfExistence", NULL, NULL },
  { "year", "dates", "datesOfExistence", "datesOfExistence", NULL },
  { "yearmade", "dates", NULL, NULL, NULL },
  { "дата", "dates", "datesOfExistence", NULL, NULL },
  { "год", "dates", "datesOfExistence", NULL, NULL },
  { "tarix", "dates", "datesOfExistence", NULL, NULL },
  { "תאריך", "dates", "datesOfExistence", NULL, NULL },
  { "artist", "creator", NULL, NULL, NULL },
  { "author", "creator", NULL, NULL, NULL },
  { "creator", "creator", NULL, NULL, NULL },
  { "contributor", "creator", NULL, NULL, NULL },
  { "maker", "creator", NULL, NULL, NULL },
  { "автор", "creator", NULL, NULL, NULL },
  { "müəllif", "creator", NULL, NULL, NULL },
  { "level", "level", NULL, NULL, NULL },
  { "medium", "extentAndMedium", NULL, NULL, NULL },
  { "media", "extentAndMedium", NULL, NULL, NULL },
  { "dimensions", "extentAndMedium", NULL, NULL, NULL },
  { "extent", "extentAndMedium", NULL, NULL, NULL },
  { "description", "scopeAndContent", "history", "history", "history" },
  { "abstract", "scopeAndContent", NULL, NULL, NULL },
  { "описание", "scopeAndContent", "history", "history", "history" },
  { "təsvir", "scopeAndContent", "history", "history", "history" },
  { "תיאור", "scopeAndContent", "history", "history", "history" },
  { "biography", "generalNote", "history", "history", NULL },
  { "note", "generalNote", "note", "note", "note" },
  { "notes", "generalNote", "note", "note", "note" },
  { "примечание", "generalNote", "note", "note", "note" },
  { "creditline", "acquisition", NULL, NULL, NULL },
  { "subject", "subject", "subject", "subject", NULL },
  { "subjects", "subject", "subject", "subject", NULL },
  { "keywords", "subject", "subject", "subject", NULL },
  { "tags", "subject", "subject", "subject", NULL },
  { "subjecttopical", "subject", NULL, NULL, NULL },
  { "genre", "genre", NULL, NULL, NULL },
  { "classification", "genre", NULL, NULL, NULL },
  { "place", "place", "place", "place", NULL },
  { "places", "place", "places", "places", NULL },
  { "subjectgeographic", "place", NULL, NULL, NULL },
  { "subjectname", "name", NULL, NULL, NULL },
  { "repository", "repository", NULL, NULL, NULL },
  { "language", "language", NULL, NULL, NULL },
  { "язык", "language", NULL, NULL, NULL },
  { "url", "digitalObject", NULL, "website", NULL },
  { "image", "digitalObject", "digitalObject", "digitalObject", "digitalObject" },
  { "website", NULL, NULL, "website", NULL },
  { "сайт", NULL, NULL, "website", NULL },
  { "address", NULL, NULL, "streetAddress", NULL },
  { "адрес", NULL, NULL, "streetAddress", NULL },
  { "telephone", NULL, NULL, "telephone", NULL },
  { "phone", NULL, NULL, "telephone", NULL },
  { "телефон", NULL, NULL, "telephone", NULL },
  { "fax", NULL, NULL, "fax", NULL },
  { "факс", NULL, NULL, "fax", NULL },
  { "email", NULL, "email", "email", NULL },
  { "электроннаяпочта", NULL, "email", "email", NULL },
  { "coordinates", NULL, NULL, "coordinates", "coordinates" },
  { "previousnames", NULL, NULL, NULL, "name" },
};

static const char *const languages[] = { "az", "en", "fr", "he", "ru", "de", "ka", "tr", "yi" };

static char *
plain (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* Cuts a language off the end of a column's name: name_ru. */
static const char *
cut_language (char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; length > 3 && i < G_N_ELEMENTS (languages); i++)
    if (strchr ("_- .", name[length - 3]) != NULL &&
        g_ascii_strcasecmp (name + length - 2, languages[i]) == 0)
      {
        name[length - 3] = '\0';
        return languages[i];
      }
  return NULL;
}

static const char *
field_of (const Word *word, FondsKind kind)
{
  switch (kind)
    {
    case FONDS_KIND_PERSON:
      return word->person;
    case FONDS_KIND_INSTITUTION:
      return word->institution;
    case FONDS_KIND_PLACE:
      return word->place;
    default:
      return word->unit;
    }
}

static const char *
find_field (const char *column, FondsKind kind)
{
  g_autofree char *name = plain (column);

  if (fonds_field_find (kind, column) != NULL)
    return fonds_field_find (kind, column)->id;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, name) == 0)
      return field_of (&words[i], kind);
  return NULL;
}

static gboolean
any_column (const char *const *header, const char *const *wanted)
{
  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *name = plain (header[i]);

      if (g_strv_contains (wanted, name))
        return TRUE;
    }
  return FALSE;
}

static FondsKind
guess_kind (const char *const *header)
{
  static const char *const of_persons[] = { "gender",      "birth",     "birthdate", "yearofbirth",
                                            "dateofbirth", "biography", "пол",       NULL };
  static const char *const of_institutions[] = { "телефон", "telephone", "phone",
                                                 "fax",     "факс",      NULL };
  static const char *const of_places[] = { "lat",       "latitude",
                                           "longitude", "coordinateswgslatitude",
                                           "широта",    NULL };

  if (any_column (header, of_persons))
    return FONDS_KIND_PERSON;
  if (any_column (header, of_institutions))
    return FONDS_KIND_INSTITUTION;
  return any_column (header, of_places) ? FONDS_KIND_PLACE : FONDS_KIND_UNIT;
}

static const char *
cell_of (GPtrArray *rows, guint row, guint column)
{
  char **cells = g_ptr_array_index (rows, row);

  return column < g_strv_length (cells) ? cells[column] : "";
}

static gboolean
is_unique (GPtrArray *rows, guint column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *cell = cell_of (rows, i, column);

      if (*cell == '\0' || !g_hash_table_add (seen, (gpointer) cell))
        return FALSE;
    }
  return rows->len > 0;
}

static gboolean
looks_like_key (const char *column)
{
  g_autofree char *lower = g_utf8_strdown (column, -1);

  return strcmp (lower, "id") == 0 || g_str_has_suffix (lower, "_id") ||
         g_str_has_suffix (lower, " id") || g_str_has_suffix (column, "ID") ||
         strcmp (lower, "uuid") == 0 || strcmp (lower, "legacyid") == 0 ||
         strcmp (lower, "key") == 0 || g_str_has_prefix (lower, "№");
}

/* The first column that looks like a key and names every row; only what comes before texts is asked. */
static int
guess_key (const char *const *header, GPtrArray *rows)
{
  for (int i = 0; header[i] != NULL; i++)
    if ((looks_like_key (header[i]) || (i == 0 && g_str_has_prefix (header[i], "column "))) &&
        is_unique (rows, i))
      return i;
  return FONDS_COLUMN_NONE;
}

static const char *
guess_split (GPtrArray *rows, guint column, gboolean of_names)
{
  static const char *const signs[] = { "|", "; ", ";" };

  for (guint s = 0; s < (of_names ? 3 : 1); s++)
    {
      guint n = 0;

      for (guint i = 0; i < rows->len; i++)
        n += strstr (cell_of (rows, i, column), signs[s]) != NULL;
      if (n > 0 && n * 20 >= rows->len)
        return signs[s];
    }
  return NULL;
}

/* Which script most letters of the texts are in. */
static const char *
guess_language (GPtrArray *rows)
{
  guint hebrew = 0, cyrillic = 0, azeri = 0, latin = 0;

  for (guint i = 0; i < rows->len; i++)
    for (char **cell = g_ptr_array_index (rows, i); *cell != NULL; cell++)
      for (const char *p = *cell; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          hebrew += c >= 0x5d0 && c <= 0x5ea;
          cyrillic += c >= 0x400 && c <= 0x52f;
          azeri += c == 0x259 || c == 0x18f;
          latin += g_ascii_isalpha (c);
        }
  if (azeri * 30 > latin)
    return "az";
  if (cyrillic > hebrew && cyrillic * 2 > latin)
    return "ru";
  return hebrew * 2 > latin && hebrew > 0 ? "he" : NULL;
}

static FondsInstruction *
add_line (FondsMapping *self, const char *field, const char *column)
{
  FondsInstruction *line = fonds_mapping_add (self, field);

  g_strfreev (line->columns);
  line->columns = g_strdupv ((char *[]){ (char *) column, NULL });
  return line;
}

static const char *
find_column (const char *const *header, const char *const *wanted)
{
  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *name = plain (header[i]);

      if (g_strv_contains (wanted, name))
        return header[i];
    }
  return NULL;
}

/* Two columns that only together say something: start and end of a date, latitude and longitude. */
static void
guess_pairs (FondsMapping *self, const char *const *header)
{
  static const char *const texts[] = { "datetext", "date", "dates", NULL };
  static const char *const starts[] = { "datestart", "startdate", "yearofbirth", "begindate",
                                        NULL };
  static const char *const ends[] = { "dateend", "enddate", "yearofdeath", NULL };
  static const char *const lats[] = { "lat", "latitude", "coordinateswgslatitude", "широта", NULL };
  static const char *const lons[] = { "lon",     "lng", "longitude", "coordinateswgslongitude",
                                      "долгота", NULL };
  const char *text = find_column (header, texts);
  const char *start = find_column (header, starts), *end = find_column (header, ends);
  const char *lat = find_column (header, lats), *lon = find_column (header, lons);
  const char *field = find_field ("date", self->kind);

  if (text != NULL && start != NULL && end != NULL && field != NULL)
    {
      FondsInstruction *line = add_line (self, field, text);

      g_strfreev (line->columns);
      line->columns = g_strdupv ((char *[]){ (char *) text, (char *) start, (char *) end, NULL });
      line->parts = g_new0 (FondsPart, 3);
      line->parts[1] = FONDS_PART_START;
      line->parts[2] = FONDS_PART_END;
      line->type = g_strdup (self->kind == FONDS_KIND_UNIT ? "Creation" : NULL);
    }
  if (lat != NULL && lon != NULL && fonds_field_find (self->kind, "coordinates") != NULL)
    {
      FondsInstruction *line = add_line (self, "coordinates", lat);

      g_strfreev (line->columns);
      line->columns = g_strdupv ((char *[]){ (char *) lat, (char *) lon, NULL });
    }
}

static void
guess_column (FondsMapping *self, GPtrArray *rows, const char *column, guint at)
{
  g_autofree char *name = g_strdup (column);
  const char *language = cut_language (name);
  const char *id = find_field (name, self->kind);
  const FondsField *field = id != NULL ? fonds_field_find (self->kind, id) : NULL;
  g_autofree char *custom = fonds_plan_custom_id (column);
  FondsInstruction *line;
  gboolean second = FALSE;

  for (guint i = 0; field != NULL && i < self->instructions->len; i++)
    second = second || strcmp (((FondsInstruction *) self->instructions->pdata[i])->field, id) == 0;
  if (second && language == NULL && !(field->flags & FONDS_FIELD_REPEATABLE))
    field = NULL;
  line = add_line (self, field != NULL ? id : custom, column);
  if (field == NULL)
    return;
  line->language = g_strdup (
      field->flags & FONDS_FIELD_TRANSLATABLE || field->datatype == FONDS_TYPE_NAME ? language
                                                                                    : NULL);
  if (field->flags & FONDS_FIELD_REPEATABLE)
    line->split = g_strdup (guess_split (rows, at, field->datatype == FONDS_TYPE_REFERENCE));
  if (field->datatype == FONDS_TYPE_NAME && second)
    line->type = g_strdup ("parallel");
  if (self->kind == FONDS_KIND_UNIT && (strcmp (id, "creator") == 0 || strcmp (id, "dates") == 0))
    line->type = g_strdup ("Creation");
}

/**
 * fonds_mapping_guess:
 * @header: (array zero-terminated=1): the names of a file's columns
 * @rows: (element-type GStrv): some of its rows
 *
 * Proposes what the columns of a file mean.
 *
 * Returns: (transfer full): the mapping; it reads every column
 */
FondsMapping *
fonds_mapping_guess (const char *const *header, GPtrArray *rows)
{
  FondsMapping *self = fonds_mapping_new ();
  int key = guess_key (header, rows);

  self->kind = guess_kind (header);
  self->language = g_strdup (guess_language (rows));
  if (key != FONDS_COLUMN_NONE)
    {
      g_strfreev (self->keys);
      self->keys = g_strdupv ((char *[]){ (char *) header[key], NULL });
    }
  guess_pairs (self, header);
  for (guint i = 0; header[i] != NULL; i++)
    if (!fonds_mapping_reads (self, header[i]))
      guess_column (self, rows, header[i], i);
  return self;
}
