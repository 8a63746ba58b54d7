/* result-model.h - the answer to a search, as a list that loads itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/lazy-list.h"
#include "data/search/result-item.h"
#include "data/search/search.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_MODEL (fonds_result_model_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultModel, fonds_result_model, FONDS, RESULT_MODEL, FondsLazyList)

FondsResultModel *fonds_result_model_new (FondsSearch *search);

void fonds_result_model_set_request (FondsResultModel *self, const FondsRequest *request);
const FondsRequest *fonds_result_model_get_request (FondsResultModel *self);

FondsAnswer *fonds_result_model_get_answer (FondsResultModel *self);
gboolean fonds_result_model_get_loading (FondsResultModel *self);
const GError *fonds_result_model_get_error (FondsResultModel *self);

guint fonds_result_model_find (FondsResultModel *self, gint64 id);

G_END_DECLS
