/* lazy-list.h - a list of records by their ids, whose rows load themselves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/types.h"

G_BEGIN_DECLS

#define FONDS_TYPE_LAZY_LIST (fonds_lazy_list_get_type ())

G_DECLARE_DERIVABLE_TYPE (FondsLazyList, fonds_lazy_list, FONDS, LAZY_LIST, GObject)

/**
 * FondsLazyListClass:
 * @is_loading: whether ids are waited for
 * @has_children: (nullable): whether something lies under a record; %NULL: nobody asks
 *
 * What a kind of such lists knows of itself.
 */
struct _FondsLazyListClass
{
  GObjectClass parent_class;

  gboolean (*is_loading) (FondsLazyList *self);
  gboolean (*has_children) (FondsLazyList *self, guint32 id);
};

G_END_DECLS
