/* request.h - what a search is asked, and what it answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/facet.h"

G_BEGIN_DECLS

/**
 * FondsSort:
 * @FONDS_SORT_RELEVANCE: titles and names that match first, then by title; without words, by title
 * @FONDS_SORT_TITLE: by title, all scripts in one order
 * @FONDS_SORT_DATE: earliest first; undated last, also when descending
 * @FONDS_SORT_REFERENCE: by reference code, numbers by their value; without one last
 * @FONDS_SORT_CHANGED: longest unchanged first: descending is what people mostly want
 * @FONDS_SORT_HIERARCHY: as the hierarchy stands, every record before what is under it
 */
typedef enum
{
  FONDS_SORT_RELEVANCE,
  FONDS_SORT_TITLE,
  FONDS_SORT_DATE,
  FONDS_SORT_REFERENCE,
  FONDS_SORT_CHANGED,
  FONDS_SORT_HIERARCHY,
  FONDS_N_SORTS,
} FondsSort;

const char *fonds_sort_id (FondsSort sort);
const char *fonds_sort_label (FondsSort sort);
gboolean fonds_sort_from_id (const char *id, FondsSort *sort);

/**
 * FondsRequest:
 * @query: the query as it was typed; empty means everything
 * @filters: for each facet (nullable) (element-type utf8) values, any of which will do; facets
 *   without values do not narrow
 * @under: only what lies under this record; 0: everywhere
 * @sort: the order
 * @descending: whether it is turned round
 * @facets: which facets are counted: bits `1 << FondsFacet`
 */
struct _FondsRequest
{
  char *query;
  GPtrArray *filters[FONDS_N_FACETS];
  gint64 under;
  FondsSort sort;
  gboolean descending;
  guint facets;
};

FondsRequest *fonds_request_new (const char *query);
FondsRequest *fonds_request_copy (const FondsRequest *self);
void fonds_request_free (FondsRequest *self);

void fonds_request_add_filter (FondsRequest *self, FondsFacet facet, const char *value);
gboolean fonds_request_remove_filter (FondsRequest *self, FondsFacet facet, const char *value);
gboolean fonds_request_has_filter (const FondsRequest *self, FondsFacet facet, const char *value);
gboolean fonds_request_is_filtered (const FondsRequest *self);

/**
 * FondsAnswer:
 * @n: how many records were found, exactly
 * @ids: (array length=n): the records, in order
 * @facets: for each facet that was asked for (nullable) (element-type FondsFacetValue) its values,
 *   most frequent first, decades in order; at most %FONDS_FACET_VALUES_MAX, but those that the
 *   request filters by are always there. Counts leave the facet's own filter aside.
 * @n_values: for each facet, how many values there are in all
 * @matcher: (nullable): finds in texts what the query's words matched; %NULL for a query without
 * @elapsed: how long it took, in microseconds
 *
 * An answer never changes; it may be used on any thread.
 */
struct _FondsAnswer
{
  guint n;
  guint32 *ids;
  GPtrArray *facets[FONDS_N_FACETS];
  guint n_values[FONDS_N_FACETS];
  FondsMatcher *matcher;
  gint64 elapsed;
};

FondsAnswer *fonds_answer_ref (FondsAnswer *self);
void fonds_answer_unref (FondsAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsRequest, fonds_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsAnswer, fonds_answer_unref)

G_END_DECLS
