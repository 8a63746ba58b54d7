/* facet.h - by what an answer is counted and narrowed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/types.h"

G_BEGIN_DECLS

/**
 * FondsFacet:
 * @FONDS_FACET_KIND: values are kind ids: "unit"
 * @FONDS_FACET_LEVEL: level ids, or the term as it came
 * @FONDS_FACET_REPOSITORY: the institution's uid; a unit has its nearest ancestor's
 * @FONDS_FACET_DECADE: the decade's first year: "1910"; a range counts in every decade it touches
 * @FONDS_FACET_ACCESS: access ids; the access that counts, with the ancestors'
 * @FONDS_FACET_SUBJECT: the subject's uid
 * @FONDS_FACET_CREATOR: the agent's uid
 * @FONDS_FACET_PLACE: the place's uid
 * @FONDS_FACET_LANGUAGE: language tags of what is described
 *
 * Values are texts that mean the same in every copy of the catalogue, so that they can be kept.
 */
typedef enum
{
  FONDS_FACET_KIND,
  FONDS_FACET_LEVEL,
  FONDS_FACET_REPOSITORY,
  FONDS_FACET_DECADE,
  FONDS_FACET_ACCESS,
  FONDS_FACET_SUBJECT,
  FONDS_FACET_CREATOR,
  FONDS_FACET_PLACE,
  FONDS_FACET_LANGUAGE,
  FONDS_N_FACETS,
} FondsFacet;

#define FONDS_FACETS_ALL ((1u << FONDS_N_FACETS) - 1)

/* Of a facet with more values, only the most frequent are listed. */
#define FONDS_FACET_VALUES_MAX 200

/**
 * FondsFacetValue:
 * @value: what a filter takes
 * @label: what a person reads, in the language of the program
 * @count: how many records have it
 * @record: the record that the value stands for; 0 for codes
 */
typedef struct
{
  char *value;
  char *label;
  guint count;
  gint64 record;
} FondsFacetValue;

const char *fonds_facet_id (FondsFacet facet);
const char *fonds_facet_label (FondsFacet facet);
gboolean fonds_facet_from_id (const char *id, FondsFacet *facet);

void fonds_facet_value_free (FondsFacetValue *value);

G_END_DECLS
