/* lazy-list-private.h - what the kinds of lazy lists do to their list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/id-list.h"
#include "data/search/lazy-list.h"
#include "data/search/row-loader.h"

G_BEGIN_DECLS

void _fonds_lazy_list_set_catalogue (FondsLazyList *self, FondsCatalogue *catalogue);
void _fonds_lazy_list_keep_items (FondsLazyList *self);
FondsRowLoader *_fonds_lazy_list_get_loader (FondsLazyList *self);
const FondsIdList *_fonds_lazy_list_get_ids (FondsLazyList *self);
const GError *_fonds_lazy_list_get_error (FondsLazyList *self);

void _fonds_lazy_list_replace (FondsLazyList *self,
                               const guint32 *ids,
                               guint n,
                               gboolean similar,
                               gboolean renew);
void _fonds_lazy_list_set_error (FondsLazyList *self, const GError *error);
void _fonds_lazy_list_notify_loading (FondsLazyList *self);

G_END_DECLS
