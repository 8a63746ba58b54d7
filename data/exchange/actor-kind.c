/* actor-kind.c - whether a name is that of a person, a family or an institution
 *
 * Cells give names without saying whose. A word that says family makes a family, a word that only
 * institutions bear makes an institution, all others are persons. It is a guess, the report counts
 * what it led to, and a mapping can say it instead.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/actor-kind.h"

#include <string.h>

/* Whole words, in lower case. */
static const char *const family_words[] = {
  "family", "families", "famille", "familie", "familia", "famiglia", "семья",
  "семьи",  "ailəsi",   "ailə",    "nəsli",   "ailesi",  "משפחה",    "משפחת",
};

/* Beginnings of words, in lower case: other endings are other cases of the same word. */
static const char *const institution_stems[] = {
  "universit", "museum",      "musée",      "museo",       "societ",       "société",
  "company",   "compagnie",   "committee",  "comité",      "archive",      "archiv",
  "librar",    "bibliothe",   "bibliothè",  "institut",    "academ",       "académie",
  "college",   "school",      "ministr",    "department",  "associat",     "foundat",
  "council",   "government",  "parliament", "corporation", "consistor",    "synagogue",
  "church",    "congregat",   "hospital",   "press",       "publish",      "ltd",
  "inc.",      "gmbh",        "cent",       "bureau",      "commission",   "office",
  "orchestra", "theatre",     "theater",    "gallery",     "galerie",      "studio",
  "workshop",  "университет", "музе",       "обществ",     "компани",      "комитет",
  "архив",     "библиотек",   "институт",   "академи",     "школ",         "министерств",
  "управлени", "ассоциаци",   "фонд",       "совет",       "правительств", "общин",
  "синагог",   "издательств", "училищ",     "театр",       "universitet",  "muzey",
  "cəmiyyət",  "şirkət",      "komitə",     "arxiv",       "kitabxana",    "akademiya",
  "məktəb",    "nazirli",     "idarə",      "assosiasiya", "mərkəz",       "kollec",
  "icma",      "sinaqoq",     "nəşriyyat",  "teatr",       "אוניברסיט",    "מוזיאון",
  "חברת",      "אגודת",       "ועד",        "ארכיון",      "ספריי",        "מכון",
  "אקדמי",     "מכלל",        "בית",        "משרד",        "קהיל",         "קרן",
  "מרכז",      "הוצאת",
};

/* Words that stand for an institution whole, though persons' names begin like them. */
static const char *const never_stems[] = { "century",   "centaur",    "presser",
                                           "presset",   "pressburg",  "archivald",
                                           "churchill", "churchyard", "collegiat" };

static gboolean
is_among (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_among (const char *const *stems, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (word, stems[i]))
      return TRUE;
  return FALSE;
}

static FondsKind
judge_word (const char *word)
{
  if (is_among (family_words, G_N_ELEMENTS (family_words), word))
    return FONDS_KIND_FAMILY;
  if (begins_among (institution_stems, G_N_ELEMENTS (institution_stems), word) &&
      !begins_among (never_stems, G_N_ELEMENTS (never_stems), word))
    return FONDS_KIND_INSTITUTION;
  return FONDS_KIND_PERSON;
}

/**
 * fonds_actor_kind_of_name:
 * @name: somebody's name
 *
 * Guesses what bears a name.
 *
 * Returns: person, family or institution
 */
FondsKind
fonds_actor_kind_of_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " ,;()[]\"'/-.", -1);
  FondsKind kind = FONDS_KIND_PERSON;

  for (guint i = 0; words[i] != NULL; i++)
    {
      FondsKind said = *words[i] != '\0' ? judge_word (words[i]) : FONDS_KIND_PERSON;

      if (said == FONDS_KIND_FAMILY)
        return said;
      if (said == FONDS_KIND_INSTITUTION)
        kind = said;
    }
  return kind;
}

/**
 * fonds_actor_kind_of_term:
 * @term: a kind's id, or AtoM's term for a type of entity
 *
 * Returns: the kind, or %FONDS_KIND_NONE
 */
FondsKind
fonds_actor_kind_of_term (const char *term)
{
  if (g_ascii_strcasecmp (term, "Corporate body") == 0)
    return FONDS_KIND_INSTITUTION;
  if (g_ascii_strcasecmp (term, "Person") == 0)
    return FONDS_KIND_PERSON;
  if (g_ascii_strcasecmp (term, "Family") == 0)
    return FONDS_KIND_FAMILY;
  return fonds_kind_from_id (term);
}
