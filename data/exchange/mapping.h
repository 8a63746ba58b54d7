/* mapping.h - what each column of a CSV file means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FondsPart:
 * @FONDS_PART_TEXT: what a person reads; of a reference, the name of what it refers to
 * @FONDS_PART_TYPE: event type, role of a name, label of an identifier
 * @FONDS_PART_LANGUAGE: BCP 47
 * @FONDS_PART_SCRIPT: ISO 15924
 * @FONDS_PART_ROMANISATION: the romanisation system of a name
 * @FONDS_PART_START: a date's normalised start
 * @FONDS_PART_END: a date's normalised end
 * @FONDS_PART_EDTF: a date in EDTF
 * @FONDS_PART_CALENDAR: the id of a date's original calendar
 * @FONDS_PART_NOTE: a word beside the value; of an event, its description
 * @FONDS_PART_KEY: of a reference, the other record's key in the same source
 * @FONDS_PART_ACTOR: of an event, the name of who did it
 * @FONDS_PART_HISTORY: of an event, the history of who did it
 * @FONDS_PART_PLACE: of an event, the name of the place
 * @FONDS_PART_LOCATION: of a reference to a container, where it stands
 * @FONDS_PART_NUMBER: of a deaccession, its number
 * @FONDS_PART_EXTENT: of a deaccession, how much it took away
 * @FONDS_PART_REASON: of a deaccession, why
 * @FONDS_PART_SOURCE: of an identity, the name of the source where it holds
 *
 * What a column gives to the value that it is a part of.
 */
typedef enum
{
  FONDS_PART_TEXT,
  FONDS_PART_TYPE,
  FONDS_PART_LANGUAGE,
  FONDS_PART_SCRIPT,
  FONDS_PART_ROMANISATION,
  FONDS_PART_START,
  FONDS_PART_END,
  FONDS_PART_EDTF,
  FONDS_PART_CALENDAR,
  FONDS_PART_NOTE,
  FONDS_PART_KEY,
  FONDS_PART_ACTOR,
  FONDS_PART_HISTORY,
  FONDS_PART_PLACE,
  FONDS_PART_LOCATION,
  FONDS_PART_NUMBER,
  FONDS_PART_EXTENT,
  FONDS_PART_REASON,
  FONDS_PART_SOURCE,
  FONDS_N_PARTS,
} FondsPart;

/**
 * FondsInstruction:
 * @line: where it stands in its file, from 1; 0 where nobody wrote it
 * @columns: the columns it reads; empty for a constant
 * @parts: (nullable): a #FondsPart for each column; %NULL: the columns are joined to one text
 * @field: (nullable): a field's id, or that of a group such as `event`; %NULL: the columns are left
 *   out on purpose
 * @constant: (nullable): the value of every record in which no column gives one
 * @type: (nullable): the type of its values
 * @language: (nullable): the language of its values, instead of the row's
 * @split: (nullable): what separates several values in a cell
 * @join: (nullable): what is put between columns that make one text
 * @kind: of a reference by name, what an unknown name becomes; %FONDS_KIND_NONE: guessed
 *
 * One line of a mapping: columns become values of a field.
 */
typedef struct
{
  guint line;
  char **columns;
  FondsPart *parts;
  char *field;
  char *constant;
  char *type;
  char *language;
  char *split;
  char *join;
  FondsKind kind;
} FondsInstruction;

/**
 * FondsMapping:
 * @name: (nullable): what it is called
 * @source: (nullable): the name of the source that the records' keys belong to
 * @kind: what the rows are
 * @kind_column: (nullable): the column that says what a row is, instead
 * @keys: the columns that together name a record in its source; may be empty
 * @match: the columns by which a file is recognised, the others may be missing; empty: all are needed
 * @parent: (nullable): the column with the key of the row's parent
 * @parent_slug: (nullable): the column with the end of the parent's web address, where units have one
 * @language: (nullable): the language of the texts
 * @language_column: (nullable): the column that says it for each row, instead
 * @encoding: (nullable): the file's encoding, where it must not be guessed
 * @separator: the file's separator, or 0 where it may be guessed
 * @adds: the rows only add values to records that are there
 * @drops_others: columns that no line names are left out instead of kept as fields of the archive's own
 * @own: the file is a table of our own: keys are uids, which new records keep, and a backslash keeps
 *   the sign behind it from setting values apart
 * @nulls: `NULL` in a cell of several values is an empty place (AtoM)
 * @instructions: (element-type FondsInstruction): the lines
 *
 * What each column of a file means.
 */
typedef struct
{
  char *name;
  char *source;
  FondsKind kind;
  char *kind_column;
  char **keys;
  char **match;
  char *parent;
  char *parent_slug;
  char *language;
  char *language_column;
  char *encoding;
  char separator;
  gboolean adds;
  gboolean drops_others;
  gboolean own;
  gboolean nulls;
  GPtrArray *instructions;
} FondsMapping;

FondsMapping *fonds_mapping_new (void);
void fonds_mapping_free (FondsMapping *self);

FondsMapping *fonds_mapping_parse (const char *text, const char *name, GError **error);
FondsMapping *fonds_mapping_load (const char *path, GError **error);
char *fonds_mapping_print (const FondsMapping *self);

FondsInstruction *fonds_mapping_add (FondsMapping *self, const char *field);
gboolean fonds_mapping_reads (const FondsMapping *self, const char *column);
gboolean fonds_mapping_fits (const FondsMapping *self, const char *const *header);

const char *fonds_part_id (FondsPart part);
gboolean fonds_part_from_id (const char *id, FondsPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FondsMapping, fonds_mapping_free)

G_END_DECLS
