/* result-item.h - one row of a list of records, which fills itself when it is seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/row.h"

G_BEGIN_DECLS

#define FONDS_TYPE_RESULT_ITEM (fonds_result_item_get_type ())

G_DECLARE_FINAL_TYPE (FondsResultItem, fonds_result_item, FONDS, RESULT_ITEM, GObject)

gint64 fonds_result_item_get_id (FondsResultItem *self);
gboolean fonds_result_item_get_has_children (FondsResultItem *self);
gboolean fonds_result_item_get_loaded (FondsResultItem *self);
const FondsRow *fonds_result_item_get_row (FondsResultItem *self);
const char *fonds_result_item_get_snippet (FondsResultItem *self);

void fonds_result_item_want (FondsResultItem *self);

G_END_DECLS
