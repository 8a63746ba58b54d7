/* children-model.h - what lies directly under a record, as a list that loads itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/lazy-list.h"
#include "data/search/result-item.h"

G_BEGIN_DECLS

#define FONDS_TYPE_CHILDREN_MODEL (fonds_children_model_get_type ())

G_DECLARE_FINAL_TYPE (FondsChildrenModel,
                      fonds_children_model,
                      FONDS,
                      CHILDREN_MODEL,
                      FondsLazyList)

FondsChildrenModel *
fonds_children_model_new (FondsCatalogue *catalogue, FondsKind kind, gint64 parent);

gboolean fonds_children_model_get_loading (FondsChildrenModel *self);
const GError *fonds_children_model_get_error (FondsChildrenModel *self);

guint fonds_children_model_find (FondsChildrenModel *self, gint64 id);

G_END_DECLS
