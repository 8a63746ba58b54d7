/* source-peek.h - a look at a file: how it is written, its first rows, what its columns are taken for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/source.h"

G_BEGIN_DECLS

/* How many rows are looked at. */
#define FONDS_PEEK_ROWS 100

/**
 * FondsPeek:
 * @path: the file
 * @name: its name without the folder
 * @header: the names of its columns
 * @has_header: whether its first row has them
 * @rows: (element-type GStrv): its first rows
 * @encoding: the encoding it is read in
 * @sure: how sure that is, in percent, where it was guessed, else 0
 * @separator: what stands between two cells
 * @mapping: what the columns are taken for
 * @how: how that was found out, a sentence
 * @guessed: whether it was a guess from header and data
 *
 * What a person judges before a file is imported. Never changed once it is made.
 */
typedef struct
{
  char *path;
  char *name;
  char **header;
  gboolean has_header;
  GPtrArray *rows;
  char *encoding;
  guint sure;
  char separator;
  FondsMapping *mapping;
  char *how;
  gboolean guessed;
} FondsPeek;

FondsPeek *fonds_peek_new (const char *path, const FondsSourceOptions *options, GError **error);
void fonds_peek_free (FondsPeek *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPeek, fonds_peek_free)

G_END_DECLS
