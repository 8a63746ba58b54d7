/* field-area.c - what the areas of a page and the columns of the search index are called
 *
 * Thread: any. Ownership: all strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

#include <string.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *isad;   /* the area's number for a unit */
  const char *isaar;  /* for a person or a family */
  const char *isdiah; /* for an institution */
} Area;

static const Area areas[FONDS_N_AREAS] = {
  [FONDS_AREA_IDENTITY] = { "identity", N_ ("Identity"), "3.1", "5.1", "5.1" },
  [FONDS_AREA_CONTACT] = { "contact", N_ ("Contact"), NULL, NULL, "5.2" },
  [FONDS_AREA_DESCRIPTION] = { "description", N_ ("Description"), NULL, "5.2", "5.3" },
  [FONDS_AREA_CONTEXT] = { "context", N_ ("Context"), "3.2", NULL, NULL },
  [FONDS_AREA_CONTENT] = { "content", N_ ("Content and structure"), "3.3", NULL, NULL },
  [FONDS_AREA_CONDITIONS] = { "conditions", N_ ("Conditions of access and use"), "3.4", NULL,
                              NULL },
  [FONDS_AREA_VISITING] = { "visiting", N_ ("Visiting"), NULL, NULL, "5.4" },
  [FONDS_AREA_SERVICES] = { "services", N_ ("Services"), NULL, NULL, "5.5" },
  [FONDS_AREA_PROGRAMME] = { "programme", N_ ("Programme"), NULL, NULL, NULL },
  [FONDS_AREA_RELATIONSHIPS] = { "relationships", N_ ("Relationships"), NULL, "5.3", NULL },
  [FONDS_AREA_ALLIED] = { "allied", N_ ("Allied materials"), "3.5", "6", NULL },
  [FONDS_AREA_NOTES] = { "notes", N_ ("Notes"), "3.6", NULL, NULL },
  [FONDS_AREA_ACCESS_POINTS] = { "access-points", N_ ("Access points"), NULL, NULL, NULL },
  [FONDS_AREA_OBJECTS] = { "objects", N_ ("Pictures and files"), NULL, NULL, NULL },
  [FONDS_AREA_STORAGE] = { "storage", N_ ("Storage"), NULL, NULL, NULL },
  [FONDS_AREA_DONOR] = { "donor", N_ ("Donor"), NULL, NULL, NULL },
  [FONDS_AREA_PROCESSING] = { "processing", N_ ("Processing"), NULL, NULL, NULL },
  [FONDS_AREA_CONTROL] = { "control", N_ ("Description control"), "3.7", "5.4", "5.6" },
  [FONDS_AREA_ACCESS] = { "access", N_ ("Who may see this"), NULL, NULL, NULL },
  [FONDS_AREA_MACHINERY] = { "machinery", N_ ("Machinery"), NULL, NULL, NULL },
};

typedef struct
{
  const char *id;
  const char *label;
} Column;

static const Column columns[FONDS_SEARCH_N] = {
  [FONDS_SEARCH_NONE] = { "", "" },
  [FONDS_SEARCH_TITLE] = { "title", N_ ("Title") },
  [FONDS_SEARCH_NAMES] = { "name", N_ ("Name forms") },
  [FONDS_SEARCH_REF] = { "ref", N_ ("Reference code") },
  [FONDS_SEARCH_DATES] = { "dates", N_ ("Dates") },
  [FONDS_SEARCH_CREATOR] = { "creator", N_ ("Creator") },
  [FONDS_SEARCH_SCOPE] = { "scope", N_ ("Scope and content") },
  [FONDS_SEARCH_HISTORY] = { "history", N_ ("History") },
  [FONDS_SEARCH_EXTENT] = { "extent", N_ ("Extent and medium") },
  [FONDS_SEARCH_SUBJECT] = { "subject", N_ ("Subject") },
  [FONDS_SEARCH_PLACE] = { "place", N_ ("Place") },
  [FONDS_SEARCH_AGENT] = { "agent", N_ ("Person, family or institution") },
  [FONDS_SEARCH_LANGUAGE] = { "language", N_ ("Language") },
  [FONDS_SEARCH_CONDITIONS] = { "conditions", N_ ("Conditions of access and use") },
  [FONDS_SEARCH_RELATED] = { "related", N_ ("Related material") },
  [FONDS_SEARCH_NOTES] = { "notes", N_ ("Notes") },
  [FONDS_SEARCH_CONTROL] = { "control", N_ ("Description control") },
  [FONDS_SEARCH_CUSTOM] = { "custom", N_ ("Custom fields") },
};

/**
 * fonds_area_id:
 * @area: an area
 *
 * Returns: its id, such as "access-points"
 */
const char *
fonds_area_id (FondsArea area)
{
  g_return_val_if_fail ((guint) area < FONDS_N_AREAS, "");

  return areas[area].id;
}

/**
 * fonds_area_label:
 * @area: an area
 *
 * Returns: its heading, in English, to be translated
 */
const char *
fonds_area_label (FondsArea area)
{
  g_return_val_if_fail ((guint) area < FONDS_N_AREAS, "");

  return areas[area].label;
}

/**
 * fonds_area_number:
 * @area: an area
 * @kind: the kind of the record
 *
 * Returns: (nullable): the area's number in the standard of that kind, such as "3.1"; %NULL if the
 *   standard has no such area
 */
const char *
fonds_area_number (FondsArea area, FondsKind kind)
{
  g_return_val_if_fail ((guint) area < FONDS_N_AREAS, NULL);

  switch (kind)
    {
    case FONDS_KIND_UNIT:
      return areas[area].isad;
    case FONDS_KIND_PERSON:
    case FONDS_KIND_FAMILY:
      return areas[area].isaar;
    case FONDS_KIND_INSTITUTION:
      return areas[area].isdiah;
    default:
      return NULL;
    }
}

/**
 * fonds_search_column_id:
 * @column: a column of the index
 *
 * Returns: the word that stands before the colon in a query; "" for %FONDS_SEARCH_NONE
 */
const char *
fonds_search_column_id (FondsSearchColumn column)
{
  g_return_val_if_fail ((guint) column < FONDS_SEARCH_N, "");

  return columns[column].id;
}

/**
 * fonds_search_column_label:
 * @column: a column of the index
 *
 * Returns: what a person calls it, in English, to be translated; "" for %FONDS_SEARCH_NONE
 */
const char *
fonds_search_column_label (FondsSearchColumn column)
{
  g_return_val_if_fail ((guint) column < FONDS_SEARCH_N, "");

  return columns[column].label;
}

/**
 * fonds_search_column_from_id:
 * @id: (nullable): a word of fonds_search_column_id()
 *
 * Returns: the column, or %FONDS_SEARCH_NONE if there is none of that id
 */
FondsSearchColumn
fonds_search_column_from_id (const char *id)
{
  for (guint column = FONDS_SEARCH_NONE + 1; id != NULL && column < FONDS_SEARCH_N; column++)
    if (strcmp (columns[column].id, id) == 0)
      return column;

  return FONDS_SEARCH_NONE;
}
