/* lazy-children.h - what lies under a record, read when the record is unfolded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

#define FONDS_TYPE_LAZY_CHILDREN (fonds_lazy_children_get_type ())

G_DECLARE_FINAL_TYPE (FondsLazyChildren, fonds_lazy_children, FONDS, LAZY_CHILDREN, GObject)

FondsLazyChildren *
fonds_lazy_children_new (FondsCatalogue *catalogue, FondsKind kind, gint64 parent);

gboolean fonds_lazy_children_get_begun (FondsLazyChildren *self);
guint fonds_lazy_children_find (FondsLazyChildren *self, gint64 id);

G_END_DECLS
