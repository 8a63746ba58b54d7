/* id-list.h - the ids behind a list model, and how they change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FondsIdList:
 * @model: (nullable): the model that is told of changes
 * @ids: (array length=n): the records, in order
 * @n: how many there are
 *
 * What a list model stands on. The ids are borrowed: their owner keeps them until they are replaced.
 */
typedef struct
{
  GListModel *model;
  const guint32 *ids;
  guint n;
} FondsIdList;

void _fonds_id_list_replace (FondsIdList *self, const guint32 *ids, guint n, gboolean similar);
guint _fonds_id_list_find (const FondsIdList *self, gint64 id);

G_END_DECLS
