/* order.h - puts a million records into an order by their keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/types.h"

G_BEGIN_DECLS

/* No key is longer. */
#define FONDS_ORDER_KEY_MAX 64

typedef struct _FondsOrder FondsOrder;

FondsOrder *fonds_order_new (void);
void fonds_order_free (FondsOrder *self);
void fonds_order_add (FondsOrder *self, guint32 id, const guint8 *key, guint length);
guint32 *fonds_order_sort (FondsOrder *self, guint32 *n);

guint fonds_order_number_key (guint64 number, guint8 key[FONDS_ORDER_KEY_MAX]);
guint fonds_order_reference_key (const char *reference, guint8 key[FONDS_ORDER_KEY_MAX]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsOrder, fonds_order_free)

G_END_DECLS
