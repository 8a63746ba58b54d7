/* facet.c - the names of facets
 *
 * Thread: any; the tables are constants.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/facet.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *label;
} facets[FONDS_N_FACETS] = {
  [FONDS_FACET_KIND] = { "kind", N_ ("Kind") },
  [FONDS_FACET_LEVEL] = { "level", N_ ("Level") },
  [FONDS_FACET_REPOSITORY] = { "repository", N_ ("Repository") },
  [FONDS_FACET_DECADE] = { "decade", N_ ("Decade") },
  [FONDS_FACET_ACCESS] = { "access", N_ ("Access") },
  [FONDS_FACET_SUBJECT] = { "subject", N_ ("Subject") },
  [FONDS_FACET_CREATOR] = { "creator", N_ ("Creator") },
  [FONDS_FACET_PLACE] = { "place", N_ ("Place") },
  [FONDS_FACET_LANGUAGE] = { "language", N_ ("Language") },
};

/**
 * fonds_facet_id:
 * @facet: a facet
 *
 * Returns: its name in commands and JSON
 */
const char *
fonds_facet_id (FondsFacet facet)
{
  return facets[facet].id;
}

/**
 * fonds_facet_label:
 * @facet: a facet
 *
 * Returns: what a person calls it, translated
 */
const char *
fonds_facet_label (FondsFacet facet)
{
  return _ (facets[facet].label);
}

/**
 * fonds_facet_from_id:
 * @id: a name
 * @facet: (out): the facet
 *
 * Returns: whether there is such a facet
 */
gboolean
fonds_facet_from_id (const char *id, FondsFacet *facet)
{
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    if (g_str_equal (id, facets[i].id))
      {
        *facet = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fonds_facet_value_free:
 * @value: (transfer full): a value
 *
 * Frees a value.
 */
void
fonds_facet_value_free (FondsFacetValue *value)
{
  g_free (value->value);
  g_free (value->label);
  g_free (value);
}
