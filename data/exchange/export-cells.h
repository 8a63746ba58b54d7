/* export-cells.h - the cells of one row, from a body
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/export-private.h"
#include "data/exchange/plan.h"

G_BEGIN_DECLS

/**
 * FondsCellsJob:
 * @export: the export
 * @plan: what the columns mean
 * @cells: (element-type GString): the row, a cell for each column
 * @body: the record
 * @language: (nullable): the language of the row
 * @first: whether it is the record's first row, which has all that has no language
 *
 * A row that is being filled.
 */
typedef struct
{
  FondsExport *export;
  const FondsPlan *plan;
  GPtrArray *cells;
  const FondsBody *body;
  const char *language;
  gboolean first;
} FondsCellsJob;

gboolean fonds_cells_fill (const FondsCellsJob *self, GError **error);
GPtrArray *fonds_cells_languages (const FondsPlan *plan, const FondsBody *body);
void fonds_cells_note_losses (FondsExport *export, const FondsPlan *plan, const FondsBody *body);

G_END_DECLS
