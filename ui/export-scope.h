/* export-scope.h - which records an export is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/search.h"

G_BEGIN_DECLS

/**
 * FondsExportWhat:
 * @FONDS_EXPORT_EVERYTHING: the whole catalogue
 * @FONDS_EXPORT_RESULT: what a search finds
 * @FONDS_EXPORT_SELECTION: records that were chosen one by one
 * @FONDS_EXPORT_UNDER: these and all that lies under them
 */
typedef enum
{
  FONDS_EXPORT_EVERYTHING,
  FONDS_EXPORT_RESULT,
  FONDS_EXPORT_SELECTION,
  FONDS_EXPORT_UNDER,
  FONDS_N_EXPORT_WHATS,
} FondsExportWhat;

/**
 * FondsExportScope:
 * @search: what answers
 * @request: (nullable): the search whose result is meant; %NULL where it would find everything
 * @selection: (element-type guint32): what was chosen; may be empty
 *
 * What there is to choose from.
 */
typedef struct
{
  FondsSearch *search;
  FondsRequest *request;
  GArray *selection;
} FondsExportScope;

FondsExportScope *fonds_export_scope_new (FondsSearch *search,
                                          const FondsRequest *request,
                                          const guint32 *ids,
                                          guint n_ids);
void fonds_export_scope_free (FondsExportScope *self);

gboolean fonds_export_scope_has (const FondsExportScope *self, FondsExportWhat what);
FondsExportWhat fonds_export_scope_likeliest (const FondsExportScope *self);
char *fonds_export_scope_label (const FondsExportScope *self, FondsExportWhat what);

void fonds_export_scope_find_async (const FondsExportScope *self,
                                    FondsExportWhat what,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean fonds_export_scope_find_finish (GAsyncResult *result, GArray **ids, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsExportScope, fonds_export_scope_free)

G_END_DECLS
