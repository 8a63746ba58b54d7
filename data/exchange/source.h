/* source.h - a CSV file that is brought in: its rows and what they mean
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/atom.h"
#include "data/exchange/csv-reader.h"
#include "data/exchange/draft.h"
#include "data/exchange/plan.h"

G_BEGIN_DECLS

/**
 * FondsSourceOptions:
 * @mapping: (nullable): what the columns mean, where that must not be found out
 * @encoding: (nullable): the encoding, where it must not be guessed
 * @separator: the separator, or 0 to guess it
 * @language: (nullable): the language of texts where neither row nor mapping says it
 *
 * What the caller knows of a file.
 */
typedef struct
{
  const FondsMapping *mapping;
  const char *encoding;
  char separator;
  const char *language;
} FondsSourceOptions;

/**
 * FondsSource:
 * @path: where it lies
 * @name: its name without the folder
 * @stem: that without the ending
 * @size: its length in bytes
 * @template: which of AtoM's templates it is, or %FONDS_ATOM_NONE
 * @mapping: what its columns mean; of AtoM's authority records, of persons
 * @how: how that was found out, a sentence
 * @guessed: whether that was a guess from header and data
 * @has_header: whether its first row has their names
 * @header: the names of its columns
 * @first_row: the number of its first row in the import
 * @n_rows: how many rows it has
 * @origin_name: (nullable): the name of the source that its keys belong to
 * @origin: the number of that in the catalogue, or 0
 *
 * An open file.
 */
typedef struct
{
  char *path;
  char *name;
  char *stem;
  goffset size;
  FondsAtomTemplate template;
  FondsMapping *mapping;
  char *how;
  gboolean guessed;
  gboolean has_header;
  char **header;
  guint32 first_row;
  guint32 n_rows;
  char *origin_name;
  gint64 origin;

  /* private */
  FondsSourceOptions options;
  FondsCsvReader *reader;
  FondsMapping *kind_mappings[FONDS_N_KINDS];
  FondsPlan *plans[FONDS_N_KINDS];
  GPtrArray *cells;
  int kind_column;
  char *last_language;
  const char *last_canonical;
} FondsSource;

FondsSource *
fonds_source_open (const char *path, const FondsSourceOptions *options, GError **error);
void fonds_source_free (FondsSource *self);

gboolean fonds_source_rewind (FondsSource *self, GError **error);
gboolean fonds_source_next (FondsSource *self, FondsCells *cells, GError **error);
guint64 fonds_source_row_number (const FondsSource *self);
char *fonds_source_describe (const FondsSource *self);

const FondsPlan *fonds_source_plan (FondsSource *self, FondsKind kind, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsSource, fonds_source_free)

G_END_DECLS
