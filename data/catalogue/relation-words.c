/* relation-words.c - what a record is to those that refer to it
 *
 * A field says what its target is to the record that has it; here is how the same is called at the
 * target: a unit has a creator, and a person is the creator of units. The first row that fits
 * counts, so that the particular ones stand before the general.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/catalogue/relation-words.h"

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>


typedef struct
{
  const char *field;
  FondsKind kind;   /* of the record that refers; FONDS_KIND_NONE: any */
  const char *type; /* of the value; NULL: any */
  const char *label;
} Inverse;

static const Inverse inverses[] = {
  { "creator", FONDS_KIND_NONE, "accumulation", N_ ("Accumulated") },
  { "creator", FONDS_KIND_NONE, "collection", N_ ("Collected") },
  { "creator", FONDS_KIND_NONE, "contribution", N_ ("Contributed to") },
  { "creator", FONDS_KIND_NONE, "custody", N_ ("Kept") },
  { "creator", FONDS_KIND_NONE, "publication", N_ ("Published") },
  { "creator", FONDS_KIND_NONE, NULL, N_ ("Creator of") },
  { "eventPlace", FONDS_KIND_NONE, "publication", N_ ("Published here") },
  { "eventPlace", FONDS_KIND_NONE, NULL, N_ ("Made here") },
  { "repository", FONDS_KIND_NONE, NULL, N_ ("Holdings") },
  { "subject", FONDS_KIND_CONFERENCE, NULL, N_ ("Topic of") },
  { "subject", FONDS_KIND_SESSION, NULL, N_ ("Topic of") },
  { "subject", FONDS_KIND_CONTRIBUTION, NULL, N_ ("Topic of") },
  { "subject", FONDS_KIND_NONE, NULL, N_ ("Subject of") },
  { "name", FONDS_KIND_NONE, NULL, N_ ("Subject of") },
  { "genre", FONDS_KIND_NONE, NULL, N_ ("Genre of") },
  { "place", FONDS_KIND_NONE, "birth", N_ ("Born here") },
  { "place", FONDS_KIND_NONE, "death", N_ ("Died here") },
  { "place", FONDS_KIND_NONE, "residence", N_ ("Lived here") },
  { "place", FONDS_KIND_NONE, "work", N_ ("Worked here") },
  { "place", FONDS_KIND_NONE, "seat", N_ ("Has its seat here") },
  { "place", FONDS_KIND_NONE, "burial", N_ ("Buried here") },
  { "place", FONDS_KIND_CONFERENCE, NULL, N_ ("Took place here") },
  { "place", FONDS_KIND_NONE, NULL, N_ ("Place of") },
  { "broader", FONDS_KIND_PLACE, NULL, N_ ("Places in it") },
  { "broader", FONDS_KIND_NONE, NULL, N_ ("Narrower subjects") },
  { "related", FONDS_KIND_NONE, NULL, N_ ("Related subjects") },
  { "occupation", FONDS_KIND_NONE, NULL, N_ ("Occupation of") },
  { "author", FONDS_KIND_NONE, NULL, N_ ("Author of") },
  { "publisher", FONDS_KIND_NONE, NULL, N_ ("Publisher of") },
  { "placeOfPublication", FONDS_KIND_NONE, NULL, N_ ("Published here") },
  { "unit", FONDS_KIND_SOURCE, NULL, N_ ("Cited as") },
  { "publication", FONDS_KIND_CONTRIBUTION, NULL, N_ ("Publishes") },
  { "host", FONDS_KIND_NONE, NULL, N_ ("Host of") },
  { "organiser", FONDS_KIND_NONE, NULL, N_ ("Organiser of") },
  { "conference", FONDS_KIND_SESSION, NULL, N_ ("Sessions") },
  { "conference", FONDS_KIND_CONTRIBUTION, NULL, N_ ("Contributions") },
  { "session", FONDS_KIND_NONE, NULL, N_ ("Contributions") },
  { "chair", FONDS_KIND_NONE, NULL, N_ ("Chair of") },
  { "speaker", FONDS_KIND_NONE, "author", N_ ("Author of") },
  { "speaker", FONDS_KIND_NONE, "discussant", N_ ("Discussant of") },
  { "speaker", FONDS_KIND_NONE, "translator", N_ ("Interpreter of") },
  { "speaker", FONDS_KIND_NONE, NULL, N_ ("Speaker of") },
  { "container", FONDS_KIND_NONE, NULL, N_ ("Holds") },
  { "within", FONDS_KIND_NONE, NULL, N_ ("Containers in it") },
  { "accession", FONDS_KIND_NONE, NULL, N_ ("Described as") },
};

static const char *
find_inverse (const FondsLink *link)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (inverses); i++)
    {
      const Inverse *inverse = &inverses[i];

      if (g_strcmp0 (inverse->field, link->field) == 0 &&
          (inverse->kind == FONDS_KIND_NONE || inverse->kind == link->kind) &&
          (!inverse->type || g_strcmp0 (inverse->type, link->type) == 0))
        return _ (inverse->label);
    }
  return NULL;
}

/* A relation's type is read from its subject to its object; the object reads it the other way. */
static const char *
find_relation (const FondsLink *link)
{
  const FondsCode *code;

  if (link->relation == 0)
    return NULL;
  code = g_strcmp0 (link->field, "object") == 0 ? fonds_code_converse ("relation-type", link->type)
                                                : fonds_code_find ("relation-type", link->type);
  return code ? _ (code->label) : NULL;
}

static char *
capitalise (const char *label)
{
  char first[7] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (label)), first);
  return g_strconcat (first, g_utf8_next_char (label), NULL);
}

/**
 * fonds_relation_words:
 * @link: a record that refers to the one that is read
 *
 * Says what the record that is read is to the other one.
 *
 * Returns: (transfer full): "Creator of", "Is the parent of"
 */
char *
fonds_relation_words (const FondsLink *link)
{
  const char *relation = find_relation (link);
  const char *inverse = link->relation != 0 ? NULL : find_inverse (link);
  const FondsField *field;

  if (relation)
    return capitalise (relation);
  if (inverse)
    return g_strdup (inverse);
  if (link->relation != 0)
    return g_strdup (link->type && *link->type ? link->type : _ ("Related to"));
  field = link->field ? fonds_field_find (link->kind, link->field) : NULL;
  /* Translators: where another record refers to this one; %s is the name of a field. */
  return field ? g_strdup_printf (_ ("Named as “%s”"), _ (field->label))
               : g_strdup (_ ("Referred to by"));
}
