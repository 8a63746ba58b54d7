/* plan.h - a mapping as it applies to one file and one kind of record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/field.h"
#include "data/exchange/group.h"
#include "data/exchange/mapping.h"

G_BEGIN_DECLS

#define FONDS_COLUMN_NONE (-1)

/**
 * FondsStep:
 * @instruction: the line that it comes from, owned by the mapping or by the plan
 * @field: the id of the field that it fills
 * @known: (nullable): that field, unless it is one of the archive's own
 * @datatype: of it
 * @targets: mask of the kinds that a reference may point at
 * @codes: (nullable): the field's code list
 * @type: (nullable): the type of all its values, where no column gives one
 * @custom: the field is one of the archive's own
 * @group: (nullable): it fills the fields of a group
 * @translatable: its values are in a language
 * @follows: an earlier step fills the same field
 * @next: the next step that fills the same field, or -1
 * @n: how many columns it reads
 * @columns: their places in the header
 *
 * One line, its names looked up.
 */
typedef struct
{
  const FondsInstruction *instruction;
  char *field;
  const FondsField *known;
  FondsDatatype datatype;
  guint32 targets;
  const char *codes;
  const char *type;
  gboolean custom;
  const FondsGroup *group;
  gboolean translatable;
  gboolean follows;
  int next;
  guint n;
  int *columns;
} FondsStep;

/**
 * FondsPlan:
 * @kind: what the rows are
 * @mapping: what it was made from; borrowed
 * @steps: (element-type FondsStep): what is done with each row
 * @keys: (element-type int): places of the key's columns
 * @parent: place of the parent's key, or %FONDS_COLUMN_NONE
 * @parent_slug: place of the parent's slug, or %FONDS_COLUMN_NONE
 * @slug: place of the row's own slug, or %FONDS_COLUMN_NONE
 * @parent_field: (nullable): the field that holds the parent
 * @language: place of the row's language, or %FONDS_COLUMN_NONE
 * @title: place of the title or name, or %FONDS_COLUMN_NONE
 * @by_field: field id -> the first #FondsStep that fills it, be it as a part of a group
 * @own: instructions that the plan made for columns that no line names
 *
 * How rows of one kind become bodies.
 */
typedef struct
{
  FondsKind kind;
  const FondsMapping *mapping;
  GArray *steps;
  GArray *keys;
  int parent;
  int parent_slug;
  int slug;
  const char *parent_field;
  int language;
  int title;
  GHashTable *by_field;
  FondsMapping *own;
} FondsPlan;

FondsPlan *fonds_plan_new (const FondsMapping *mapping,
                           FondsKind kind,
                           const char *const *header,
                           GError **error);
void fonds_plan_free (FondsPlan *self);

gboolean fonds_plan_has_part (const FondsStep *step, FondsPart part);
int fonds_plan_column (const char *const *header, const char *name);
char *fonds_plan_custom_id (const char *column);
guint32 fonds_plan_named_targets (const FondsPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsPlan, fonds_plan_free)

G_END_DECLS
