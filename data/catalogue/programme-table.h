/* programme-table.h - the sessions and contributions of a conference, in their order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

G_BEGIN_DECLS

/**
 * FondsProgrammeItem:
 * @record: the session or the contribution
 * @within: whether it is a contribution of the session before it
 * @start: (nullable): when it begins: as worded, else in EDTF
 * @end: (nullable): when it ends
 * @room: (nullable): where
 * @people: (element-type FondsLink): who chairs it or speaks, with the role as the link's type
 *
 * One line of a programme.
 */
typedef struct
{
  FondsLink *record;
  gboolean within;
  char *start;
  char *end;
  char *room;
  GPtrArray *people;
} FondsProgrammeItem;

GPtrArray *fonds_programme_load (FondsDb *db, gint64 id, FondsKind kind, GError **error);

G_END_DECLS
