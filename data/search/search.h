/* search.h - the catalogue's search: one engine for window, kiosk and command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/error.h"
#include "data/search/matcher.h"
#include "data/search/query.h"
#include "data/search/request.h"

G_BEGIN_DECLS

const FondsProjector *const *fonds_search_projectors (void);

#define FONDS_TYPE_SEARCH (fonds_search_get_type ())

G_DECLARE_FINAL_TYPE (FondsSearch, fonds_search, FONDS, SEARCH, GObject)

FondsSearch *fonds_search_new (FondsCatalogue *catalogue);

FondsCatalogue *fonds_search_get_catalogue (FondsSearch *self);
gboolean fonds_search_get_ready (FondsSearch *self);

FondsAnswer *fonds_search_run (FondsSearch *self,
                               const FondsRequest *request,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void fonds_search_run_async (FondsSearch *self,
                             const FondsRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
FondsAnswer *fonds_search_run_finish (FondsSearch *self, GAsyncResult *result, GError **error);
gboolean fonds_search_keep (FondsSearch *self, GCancellable *cancellable, GError **error);

G_END_DECLS
