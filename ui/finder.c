/* finder.c - the question that a window asks its catalogue
 *
 * Words, section, filters and order come from different widgets; here they are one request, and one
 * list holds its answer. A section is a filter by kind that stands in the sidebar, so a person who
 * has chosen one isn't offered the other.
 * Signals: question, when what is asked changed; counted, when the sections' counts are there.
 * Invariant: every change of the request goes through ask().
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/finder.h"

struct _FondsFinder
{
  GObject parent_instance;

  /* owned */
  FondsSearch *search;
  FondsResultModel *results;
  FondsRequest *request;
  GHashTable *labels;     /* "facet=value" -> what a person reads */
  char *under_title;      /* (nullable) */
  GCancellable *counting; /* (nullable): the count that is under way */

  /* state */
  FondsSection section;
  gint64 counts[FONDS_N_KINDS];
};

G_DEFINE_FINAL_TYPE (FondsFinder, fonds_finder, G_TYPE_OBJECT)

enum
{
  QUESTION,
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ask (FondsFinder *self)
{
  fonds_result_model_set_request (self->results, self->request);
  g_signal_emit (self, signals[QUESTION], 0);
}

static char *
label_key (FondsFacet facet, const char *value)
{
  return g_strdup_printf ("%s=%s", fonds_facet_id (facet), value);
}

static void
clear_facet (FondsFinder *self, FondsFacet facet)
{
  g_clear_pointer (&self->request->filters[facet], g_ptr_array_unref);
}

static void
take_counts (FondsFinder *self, FondsAnswer *answer)
{
  GPtrArray *values = answer->facets[FONDS_FACET_KIND];
  guint i;

  memset (self->counts, 0, sizeof self->counts);
  self->counts[FONDS_KIND_NONE] = answer->n;
  for (i = 0; values && i < values->len; i++)
    {
      const FondsFacetValue *value = g_ptr_array_index (values, i);

      self->counts[fonds_kind_from_id (value->value)] = value->count;
    }
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsFinder) self = user_data;
  g_autoptr (FondsAnswer) answer = fonds_search_run_finish (FONDS_SEARCH (source), result, NULL);

  if (answer)
    take_counts (self, answer);
}

static void
count (FondsFinder *self)
{
  g_autoptr (FondsRequest) everything = fonds_request_new ("");

  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  everything->facets = 1u << FONDS_FACET_KIND;
  fonds_search_run_async (self->search, everything, self->counting, counted_cb,
                          g_object_ref (self));
}

static void
fonds_finder_dispose (GObject *object)
{
  FondsFinder *self = FONDS_FINDER (object);

  if (self->counting)
    g_cancellable_cancel (self->counting);

  G_OBJECT_CLASS (fonds_finder_parent_class)->dispose (object);
}

static void
fonds_finder_finalize (GObject *object)
{
  FondsFinder *self = FONDS_FINDER (object);

  g_clear_object (&self->counting);
  g_clear_object (&self->results);
  g_clear_object (&self->search);
  fonds_request_free (self->request);
  g_hash_table_unref (self->labels);
  g_free (self->under_title);

  G_OBJECT_CLASS (fonds_finder_parent_class)->finalize (object);
}

static void
fonds_finder_class_init (FondsFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = fonds_finder_dispose;
  object_class->finalize = fonds_finder_finalize;

  signals[QUESTION] =
      g_signal_new ("question", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTED] =
      g_signal_new ("counted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fonds_finder_init (FondsFinder *self)
{
  self->request = fonds_request_new ("");
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * fonds_finder_new:
 * @search: a catalogue's search
 *
 * Makes a finder that asks for everything.
 *
 * Returns: (transfer full): the finder
 */
FondsFinder *
fonds_finder_new (FondsSearch *search)
{
  FondsFinder *self = g_object_new (FONDS_TYPE_FINDER, NULL);

  self->search = g_object_ref (search);
  self->results = fonds_result_model_new (search);
  g_signal_connect_object (search, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);
  ask (self);
  return self;
}

/**
 * fonds_finder_get_search:
 * @self: a finder
 *
 * Says what searches.
 *
 * Returns: (transfer none): the catalogue's search
 */
FondsSearch *
fonds_finder_get_search (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), NULL);

  return self->search;
}

/**
 * fonds_finder_get_results:
 * @self: a finder
 *
 * Gives the list that holds the newest answer.
 *
 * Returns: (transfer none): always the same list
 */
FondsResultModel *
fonds_finder_get_results (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), NULL);

  return self->results;
}

/**
 * fonds_finder_get_request:
 * @self: a finder
 *
 * Says what is asked.
 *
 * Returns: (transfer none): the request, valid until it changes
 */
const FondsRequest *
fonds_finder_get_request (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), NULL);

  return self->request;
}

/**
 * fonds_finder_set_text:
 * @self: a finder
 * @text: what was typed
 *
 * Asks for other words.
 */
void
fonds_finder_set_text (FondsFinder *self, const char *text)
{
  g_return_if_fail (FONDS_IS_FINDER (self));

  if (g_strcmp0 (text, self->request->query) == 0)
    return;
  g_free (self->request->query);
  self->request->query = g_strdup (text);
  ask (self);
}

/**
 * fonds_finder_get_section:
 * @self: a finder
 *
 * Says in which section is searched.
 *
 * Returns: the section
 */
FondsSection
fonds_finder_get_section (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), FONDS_SECTION_EVERYTHING);

  return self->section;
}

/**
 * fonds_finder_set_section:
 * @self: a finder
 * @section: a section
 *
 * Searches in a section only. Words stay; filters go, since hardly any fits another section.
 */
void
fonds_finder_set_section (FondsFinder *self, FondsSection section)
{
  const FondsKind *kinds;
  guint n;
  guint i;

  g_return_if_fail (FONDS_IS_FINDER (self));
  g_return_if_fail (section < FONDS_N_SECTIONS);

  if (section == self->section)
    return;
  self->section = section;
  for (i = 0; i < FONDS_N_FACETS; i++)
    clear_facet (self, i);
  kinds = fonds_section_kinds (section, &n);
  for (i = 0; i < n; i++)
    fonds_request_add_filter (self->request, FONDS_FACET_KIND, fonds_kind_id (kinds[i]));
  ask (self);
}

/**
 * fonds_finder_count_section:
 * @self: a finder
 * @section: a section
 *
 * Says how many records stand in a section, whatever is asked.
 *
 * Returns: the count; 0 before it is known
 */
gint64
fonds_finder_count_section (FondsFinder *self, FondsSection section)
{
  const FondsKind *kinds;
  gint64 sum = 0;
  guint n;
  guint i;

  g_return_val_if_fail (FONDS_IS_FINDER (self), 0);

  kinds = fonds_section_kinds (section, &n);
  if (n == 0)
    return self->counts[FONDS_KIND_NONE];
  for (i = 0; i < n; i++)
    sum += self->counts[kinds[i]];
  return sum;
}

/**
 * fonds_finder_get_under_title:
 * @self: a finder
 *
 * Names the record under which is searched.
 *
 * Returns: (transfer none) (nullable): its title; %NULL where everywhere is searched
 */
const char *
fonds_finder_get_under_title (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), NULL);

  return self->request->under ? self->under_title : NULL;
}

/**
 * fonds_finder_set_under:
 * @self: a finder
 * @id: a record of the hierarchy; 0 for everywhere
 * @title: (nullable): what the record is called
 *
 * Searches only under a record.
 */
void
fonds_finder_set_under (FondsFinder *self, gint64 id, const char *title)
{
  g_return_if_fail (FONDS_IS_FINDER (self));

  if (id == self->request->under)
    return;
  self->request->under = id;
  g_free (self->under_title);
  self->under_title = g_strdup (title ? title : "");
  ask (self);
}

/**
 * fonds_finder_offers:
 * @self: a finder
 * @facet: a facet
 *
 * Says whether a person may filter by a facet: not by the kind inside a section.
 *
 * Returns: %TRUE if so
 */
gboolean
fonds_finder_offers (FondsFinder *self, FondsFacet facet)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), FALSE);

  return facet != FONDS_FACET_KIND || self->section == FONDS_SECTION_EVERYTHING;
}

/**
 * fonds_finder_get_filter_label:
 * @self: a finder
 * @facet: a facet
 * @value: a value that is filtered by
 *
 * Says what a person reads for a filter.
 *
 * Returns: (transfer none): the label, else the value itself
 */
const char *
fonds_finder_get_filter_label (FondsFinder *self, FondsFacet facet, const char *value)
{
  g_autofree char *key = label_key (facet, value);
  const char *label = g_hash_table_lookup (self->labels, key);

  return label ? label : value;
}

/**
 * fonds_finder_add_filter:
 * @self: a finder
 * @facet: a facet
 * @value: a value of it
 * @label: what a person reads for the value
 *
 * Asks for records with this value, or with another that the facet is filtered by.
 */
void
fonds_finder_add_filter (FondsFinder *self, FondsFacet facet, const char *value, const char *label)
{
  g_return_if_fail (FONDS_IS_FINDER (self));

  if (fonds_request_has_filter (self->request, facet, value))
    return;
  g_hash_table_insert (self->labels, label_key (facet, value), g_strdup (label));
  fonds_request_add_filter (self->request, facet, value);
  ask (self);
}

/**
 * fonds_finder_remove_filter:
 * @self: a finder
 * @facet: a facet
 * @value: a value that is filtered by
 *
 * Takes a filter away.
 */
void
fonds_finder_remove_filter (FondsFinder *self, FondsFacet facet, const char *value)
{
  g_return_if_fail (FONDS_IS_FINDER (self));

  if (fonds_request_remove_filter (self->request, facet, value))
    ask (self);
}

/**
 * fonds_finder_set_sort:
 * @self: a finder
 * @sort: an order
 * @descending: whether it is turned round
 *
 * Asks for another order.
 */
void
fonds_finder_set_sort (FondsFinder *self, FondsSort sort, gboolean descending)
{
  g_return_if_fail (FONDS_IS_FINDER (self));

  if (sort == self->request->sort && descending == self->request->descending)
    return;
  self->request->sort = sort;
  self->request->descending = descending;
  ask (self);
}

/**
 * fonds_finder_is_filtered:
 * @self: a finder
 *
 * Says whether less is asked for than the words alone ask for.
 *
 * Returns: %TRUE if there are filters, a section or a place in the hierarchy
 */
gboolean
fonds_finder_is_filtered (FondsFinder *self)
{
  g_return_val_if_fail (FONDS_IS_FINDER (self), FALSE);

  return self->request->under != 0 || fonds_request_is_filtered (self->request);
}

/**
 * fonds_finder_clear_filters:
 * @self: a finder
 *
 * Takes the filters away; where there were none, leaves the section for everything. The words and
 * the order stay.
 */
void
fonds_finder_clear_filters (FondsFinder *self)
{
  gboolean any = self->request->under != 0;
  FondsFacet facet;

  g_return_if_fail (FONDS_IS_FINDER (self));

  self->request->under = 0;
  for (facet = 0; facet < FONDS_N_FACETS; facet++)
    {
      if (!fonds_finder_offers (self, facet) || !self->request->filters[facet])
        continue;
      any = TRUE;
      clear_facet (self, facet);
    }
  if (any)
    ask (self);
  else
    fonds_finder_set_section (self, FONDS_SECTION_EVERYTHING);
}
