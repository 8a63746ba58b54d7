/* id-model.h - records that were found otherwise than by a search, as a list that loads itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/lazy-list.h"
#include "data/search/result-item.h"

G_BEGIN_DECLS

#define FONDS_TYPE_ID_MODEL (fonds_id_model_get_type ())

G_DECLARE_FINAL_TYPE (FondsIdModel, fonds_id_model, FONDS, ID_MODEL, FondsLazyList)

FondsIdModel *fonds_id_model_new (FondsCatalogue *catalogue, GArray *ids);

G_END_DECLS
