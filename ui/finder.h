/* finder.h - the question that a window asks its catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/result-model.h"
#include "ui/section.h"

G_BEGIN_DECLS

#define FONDS_TYPE_FINDER (fonds_finder_get_type ())

G_DECLARE_FINAL_TYPE (FondsFinder, fonds_finder, FONDS, FINDER, GObject)

FondsFinder *fonds_finder_new (FondsSearch *search);

FondsSearch *fonds_finder_get_search (FondsFinder *self);
FondsResultModel *fonds_finder_get_results (FondsFinder *self);
const FondsRequest *fonds_finder_get_request (FondsFinder *self);

void fonds_finder_set_text (FondsFinder *self, const char *text);

FondsSection fonds_finder_get_section (FondsFinder *self);
void fonds_finder_set_section (FondsFinder *self, FondsSection section);
gint64 fonds_finder_count_section (FondsFinder *self, FondsSection section);

const char *fonds_finder_get_under_title (FondsFinder *self);
void fonds_finder_set_under (FondsFinder *self, gint64 id, const char *title);

gboolean fonds_finder_offers (FondsFinder *self, FondsFacet facet);
const char *fonds_finder_get_filter_label (FondsFinder *self, FondsFacet facet, const char *value);
void
fonds_finder_add_filter (FondsFinder *self, FondsFacet facet, const char *value, const char *label);
void fonds_finder_remove_filter (FondsFinder *self, FondsFacet facet, const char *value);

void fonds_finder_set_sort (FondsFinder *self, FondsSort sort, gboolean descending);

gboolean fonds_finder_is_filtered (FondsFinder *self);
void fonds_finder_clear_filters (FondsFinder *self);

G_END_DECLS
