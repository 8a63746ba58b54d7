/* id-list.h - the ids behind a list model, and how they change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FondsIdList FondsIdList;

/**
 * FondsIdListTurn:
 * @self: a list, as it still is
 * @ids: (array length=n): what becomes of its first places
 * @n: how many of them stay
 * @data: the list's own
 *
 * Makes the items of places that stay those of other records.
 */
typedef void (*FondsIdListTurn) (const FondsIdList *self,
                                 const guint32 *ids,
                                 guint n,
                                 gpointer data);

/**
 * FondsIdList:
 * @model: (nullable): the model that is told of changes
 * @turn: (nullable): what items become when another list stands in this one's place; %NULL where they
 *   are to go
 * @turn_data: for @turn
 * @ids: (array length=n): the records, in order
 * @n: how many there are
 *
 * What a list model stands on. The ids are borrowed: their owner keeps them until they are replaced.
 */
struct _FondsIdList
{
  GListModel *model;
  FondsIdListTurn turn;
  gpointer turn_data;
  const guint32 *ids;
  guint n;
};

gboolean _fonds_id_list_replace (FondsIdList *self, const guint32 *ids, guint n, gboolean similar);
guint _fonds_id_list_find (const FondsIdList *self, gint64 id);

G_END_DECLS
