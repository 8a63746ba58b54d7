/* source-sample.h - what one row of a file would become
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/exchange/source.h"

G_BEGIN_DECLS

/**
 * FondsSampleValue:
 * @field: the field's id
 * @text: what it says; of a reference, the name of what it refers to
 * @beside: (nullable): language, type or EDTF, for people
 *
 * A value of the record.
 */
typedef struct
{
  char *field;
  char *text;
  char *beside;
} FondsSampleValue;

/**
 * FondsSample:
 * @kind: what the row is
 * @key: (nullable): its key
 * @values: (element-type FondsSampleValue): what it says, in the order of its fields
 * @reason: (nullable): why it would not go in
 * @column: (nullable): the column that this is about
 *
 * One row as a record. Whether its parent is there is only known to an import.
 */
typedef struct
{
  FondsKind kind;
  char *key;
  GPtrArray *values;
  char *reason;
  char *column;
} FondsSample;

FondsSample *fonds_sample_new (FondsCatalogue *catalogue,
                               const char *path,
                               const FondsSourceOptions *options,
                               guint row,
                               GError **error);
void fonds_sample_free (FondsSample *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsSample, fonds_sample_free)

G_END_DECLS
