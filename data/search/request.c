/* request.c - what a search is asked, and what it answers
 *
 * Thread: a request belongs to whoever made it; an answer never changes.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/search/request.h"

#include "data/search/matcher.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *label;
} sorts[FONDS_N_SORTS] = {
  [FONDS_SORT_RELEVANCE] = { "relevance", N_ ("Relevance") },
  [FONDS_SORT_TITLE] = { "title", N_ ("Title") },
  [FONDS_SORT_DATE] = { "date", N_ ("Date") },
  [FONDS_SORT_REFERENCE] = { "reference", N_ ("Reference code") },
  [FONDS_SORT_CHANGED] = { "changed", N_ ("Last changed") },
  [FONDS_SORT_HIERARCHY] = { "hierarchy", N_ ("Hierarchy") },
};

/**
 * fonds_sort_id:
 * @sort: an order
 *
 * Returns: its name in commands and JSON
 */
const char *
fonds_sort_id (FondsSort sort)
{
  return sorts[sort].id;
}

/**
 * fonds_sort_label:
 * @sort: an order
 *
 * Returns: what a person calls it, translated
 */
const char *
fonds_sort_label (FondsSort sort)
{
  return _ (sorts[sort].label);
}

/**
 * fonds_sort_from_id:
 * @id: a name
 * @sort: (out): the order
 *
 * Returns: whether there is such an order
 */
gboolean
fonds_sort_from_id (const char *id, FondsSort *sort)
{
  for (guint i = 0; i < FONDS_N_SORTS; i++)
    if (g_str_equal (id, sorts[i].id))
      {
        *sort = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fonds_request_new:
 * @query: (nullable): a query as it was typed; %NULL means everything
 *
 * Makes a request for everything that a query finds, by relevance, with no facet counted.
 *
 * Returns: (transfer full): the request
 */
FondsRequest *
fonds_request_new (const char *query)
{
  FondsRequest *self = g_new0 (FondsRequest, 1);

  self->query = g_strdup (query != NULL ? query : "");
  return self;
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

/**
 * fonds_request_copy:
 * @self: a request
 *
 * Returns: (transfer full): a copy
 */
FondsRequest *
fonds_request_copy (const FondsRequest *self)
{
  FondsRequest *copy = g_memdup2 (self, sizeof *self);

  copy->query = g_strdup (self->query);
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    if (self->filters[i] != NULL)
      {
        copy->filters[i] = g_ptr_array_copy (self->filters[i], copy_text, NULL);
        g_ptr_array_set_free_func (copy->filters[i], g_free);
      }
  return copy;
}

/**
 * fonds_request_free:
 * @self: (transfer full) (nullable): a request
 *
 * Frees a request.
 */
void
fonds_request_free (FondsRequest *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    g_clear_pointer (&self->filters[i], g_ptr_array_unref);
  g_free (self->query);
  g_free (self);
}

/**
 * fonds_request_add_filter:
 * @self: a request
 * @facet: a facet
 * @value: one of its values
 *
 * Lets what has this value through as well.
 */
void
fonds_request_add_filter (FondsRequest *self, FondsFacet facet, const char *value)
{
  if (fonds_request_has_filter (self, facet, value))
    return;
  if (self->filters[facet] == NULL)
    self->filters[facet] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->filters[facet], g_strdup (value));
}

static gboolean
find_filter (const FondsRequest *self, FondsFacet facet, const char *value, guint *place)
{
  return self->filters[facet] != NULL &&
         g_ptr_array_find_with_equal_func (self->filters[facet], value, g_str_equal, place);
}

/**
 * fonds_request_remove_filter:
 * @self: a request
 * @facet: a facet
 * @value: one of its values
 *
 * Lets what has this value not through any more for its sake.
 *
 * Returns: whether the request had it
 */
gboolean
fonds_request_remove_filter (FondsRequest *self, FondsFacet facet, const char *value)
{
  guint place;

  if (!find_filter (self, facet, value, &place))
    return FALSE;
  g_ptr_array_remove_index (self->filters[facet], place);
  return TRUE;
}

/**
 * fonds_request_has_filter:
 * @self: a request
 * @facet: a facet
 * @value: one of its values
 *
 * Returns: whether what has this value is let through
 */
gboolean
fonds_request_has_filter (const FondsRequest *self, FondsFacet facet, const char *value)
{
  return find_filter (self, facet, value, NULL);
}

/**
 * fonds_request_is_filtered:
 * @self: a request
 *
 * Returns: whether anything besides the query narrows it
 */
gboolean
fonds_request_is_filtered (const FondsRequest *self)
{
  for (guint i = 0; i < FONDS_N_FACETS; i++)
    if (self->filters[i] != NULL && self->filters[i]->len > 0)
      return TRUE;
  return self->under != 0;
}

/**
 * fonds_answer_ref:
 * @self: an answer
 *
 * Returns: (transfer full): @self
 */
FondsAnswer *
fonds_answer_ref (FondsAnswer *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FondsAnswer *self = data;

  for (guint i = 0; i < FONDS_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_ptr_array_unref);
  g_clear_pointer (&self->matcher, fonds_matcher_unref);
  g_free (self->ids);
}

/**
 * fonds_answer_unref:
 * @self: (transfer full): an answer
 *
 * Lets an answer go.
 */
void
fonds_answer_unref (FondsAnswer *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
