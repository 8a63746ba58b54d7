/* export-table.h - one CSV file that is handed out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export-cells.h"

G_BEGIN_DECLS

typedef struct _FondsTable FondsTable;

/**
 * FondsTableRow:
 * @key: (nullable): the record's key
 * @parent: (nullable): its parent's key
 *
 * What a row says beside the record's fields.
 */
typedef struct
{
  const char *key;
  const char *parent;
} FondsTableRow;

FondsTable *fonds_table_new (FondsExport *export, const char *path, char **header, GError **error);
void fonds_table_free (FondsTable *self);

gboolean fonds_table_add_plan (FondsTable *self,
                               const FondsMapping *mapping,
                               FondsKind kind,
                               GError **error);
gboolean fonds_table_write (FondsTable *self,
                            const FondsBody *body,
                            const FondsTableRow *row,
                            GError **error);
gboolean fonds_table_finish (FondsTable *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsTable, fonds_table_free)

G_END_DECLS
