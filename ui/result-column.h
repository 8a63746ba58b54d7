/* result-column.h - the columns that a table of records can have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/search/request.h"
#include "ui/result-cell.h"

G_BEGIN_DECLS

typedef enum
{
  FONDS_COLUMN_TITLE,
  FONDS_COLUMN_MATCH,
  FONDS_COLUMN_REFERENCE,
  FONDS_COLUMN_LEVEL,
  FONDS_COLUMN_DATES,
  FONDS_COLUMN_CREATORS,
  FONDS_COLUMN_REPOSITORY,
  FONDS_COLUMN_ACCESS,
  FONDS_COLUMN_KIND,
  FONDS_COLUMN_CHANGED,
  FONDS_N_COLUMNS,
} FondsColumn;

/**
 * FondsColumnFacts:
 * @id: how a saved arrangement calls it
 * @label: (not translated yet): what stands above it
 * @sort: the order that a click on that asks for; %FONDS_N_SORTS for none
 * @width: how wide it is at first, in pixels
 * @shown: whether it is there at first
 */
typedef struct
{
  const char *id;
  const char *label;
  FondsSort sort;
  int width;
  gboolean shown;
} FondsColumnFacts;

const FondsColumnFacts *fonds_column_facts (FondsColumn column);
FondsColumn fonds_column_from_id (const char *id);

char *fonds_column_dup_text (FondsColumn column, const FondsRow *row);

GtkWidget *fonds_column_cell_new (FondsColumn column);

G_END_DECLS
