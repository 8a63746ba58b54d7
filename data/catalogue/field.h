/* field.h - the field table: all that the program knows about a descriptive element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"
#include "data/catalogue/types.h"

G_BEGIN_DECLS

/**
 * FondsDatatype:
 * @FONDS_TYPE_STRING: one line
 * @FONDS_TYPE_TEXT: paragraphs
 * @FONDS_TYPE_NAME: a name form: its type is the role, besides language, script and romanisation
 * @FONDS_TYPE_DATE: a wording with its EDTF, calendar and a source's own start and end
 * @FONDS_TYPE_REFERENCE: the uid of a record, or the text of one that is not known yet
 * @FONDS_TYPE_CODE: an id of the field's code list, or a term as it came
 * @FONDS_TYPE_NUMBER: an integer
 * @FONDS_TYPE_URL: an address
 * @FONDS_TYPE_COORDINATES: "latitude,longitude" in degrees
 * @FONDS_TYPE_EXTENT: how much there is and of what, in words that may hold numbers
 * @FONDS_TYPE_LANGUAGE: a language tag
 * @FONDS_TYPE_SCRIPT: a code of ISO 15924
 * @FONDS_TYPE_IDENTITY: a legacy id beside the name of the source where it holds
 * @FONDS_TYPE_FILE: a file in the media folder: its source is "sha256:" with the checksum, its type a
 *   media type, its note the name it had, and its text the caption under it
 *
 * What a value of the field is.
 */
typedef enum
{
  FONDS_TYPE_STRING,
  FONDS_TYPE_TEXT,
  FONDS_TYPE_NAME,
  FONDS_TYPE_DATE,
  FONDS_TYPE_REFERENCE,
  FONDS_TYPE_CODE,
  FONDS_TYPE_NUMBER,
  FONDS_TYPE_URL,
  FONDS_TYPE_COORDINATES,
  FONDS_TYPE_EXTENT,
  FONDS_TYPE_LANGUAGE,
  FONDS_TYPE_SCRIPT,
  FONDS_TYPE_IDENTITY,
  FONDS_TYPE_FILE,
  FONDS_N_TYPES,
} FondsDatatype;

/**
 * FondsFieldFlags:
 * @FONDS_FIELD_REPEATABLE: may have several values (in one language, if translatable)
 * @FONDS_FIELD_TRANSLATABLE: may have a value in each language
 * @FONDS_FIELD_ESSENTIAL: of the standard's minimum set, or what a record can't do without
 * @FONDS_FIELD_PUBLIC: on the whitelist of what a published copy holds
 * @FONDS_FIELD_PRIVATE: personal data: never published, never in an index for the public
 * @FONDS_FIELD_STAFF: for those who work in the catalogue
 * @FONDS_FIELD_HIDDEN: machinery that no form and no page shows
 *
 * What may be done with a field. Without %FONDS_FIELD_PUBLIC a field stays in the house.
 */
typedef enum
{
  FONDS_FIELD_REPEATABLE = 1,
  FONDS_FIELD_TRANSLATABLE = 2,
  FONDS_FIELD_ESSENTIAL = 4,
  FONDS_FIELD_PUBLIC = 8,
  FONDS_FIELD_PRIVATE = 16,
  FONDS_FIELD_STAFF = 32,
  FONDS_FIELD_HIDDEN = 64,
} FondsFieldFlags;

/**
 * FondsArea:
 *
 * The areas of the standards, in the order in which a page shows them.
 */
typedef enum
{
  FONDS_AREA_IDENTITY,
  FONDS_AREA_CONTACT,
  FONDS_AREA_DESCRIPTION,
  FONDS_AREA_CONTEXT,
  FONDS_AREA_CONTENT,
  FONDS_AREA_CONDITIONS,
  FONDS_AREA_VISITING,
  FONDS_AREA_SERVICES,
  FONDS_AREA_PROGRAMME,
  FONDS_AREA_RELATIONSHIPS,
  FONDS_AREA_ALLIED,
  FONDS_AREA_NOTES,
  FONDS_AREA_ACCESS_POINTS,
  FONDS_AREA_OBJECTS,
  FONDS_AREA_STORAGE,
  FONDS_AREA_DONOR,
  FONDS_AREA_PROCESSING,
  FONDS_AREA_CONTROL,
  FONDS_AREA_ACCESS,
  FONDS_AREA_MACHINERY,
  FONDS_N_AREAS,
} FondsArea;

/**
 * FondsSearchColumn:
 *
 * Where the search index keeps a field's words.
 */
typedef enum _FondsSearchColumn
{
  FONDS_SEARCH_NONE,
  FONDS_SEARCH_TITLE,
  FONDS_SEARCH_NAMES,
  FONDS_SEARCH_REF,
  FONDS_SEARCH_DATES,
  FONDS_SEARCH_CREATOR,
  FONDS_SEARCH_SCOPE,
  FONDS_SEARCH_HISTORY,
  FONDS_SEARCH_EXTENT,
  FONDS_SEARCH_SUBJECT,
  FONDS_SEARCH_PLACE,
  FONDS_SEARCH_AGENT,
  FONDS_SEARCH_LANGUAGE,
  FONDS_SEARCH_CONDITIONS,
  FONDS_SEARCH_RELATED,
  FONDS_SEARCH_NOTES,
  FONDS_SEARCH_CONTROL,
  FONDS_SEARCH_CUSTOM,
  FONDS_SEARCH_N,
} FondsSearchColumn;

/**
 * FondsField:
 * @id: the name in bodies, queries, mappings and JSON; unique in its kind
 * @label: what a person calls it, in English, to be translated
 * @help: one sentence on what belongs there, to be translated
 * @flags: of #FondsFieldFlags
 * @number: (nullable): its number in the standard of its kind: ISAD(G) for a unit, ISDIAH for an
 *   institution, ISAAR(CPF) for persons, families and relations; where forms of one element have
 *   numbers of their own (names), the first of them
 * @also: (nullable): its number in ISAAR(CPF) for an institution, in ISAAR's chapter 6 for a
 *   relation
 * @targets: mask of the kinds that a reference may point at, else 0
 * @codes: (nullable): the list that its code, or the type of its values, comes from
 * @atom: (nullable): its column in AtoM's CSV of the kind
 * @atom_authority: (nullable): an institution's column in AtoM's CSV of authority records, where
 *   that is not @atom
 * @ead: (nullable): its path in EAD 2002, from archdesc or c, or from the root if it begins with /
 * @eac: (nullable): its path in EAC-CPF, from eac-cpf
 * @dc: (nullable): its element of oai_dc
 *
 * One row of the table. Rows stand in the order of a page: by area, and inside it as the standard
 * counts.
 */
struct _FondsField
{
  const char *id;
  const char *label;
  const char *help;
  FondsDatatype datatype;
  guint flags;
  FondsArea area;
  const char *number;
  const char *also;
  FondsSearchColumn search;
  guint32 targets;
  const char *codes;
  const char *atom;
  const char *atom_authority;
  const char *ead;
  const char *eac;
  const char *dc;
};

const FondsField *fonds_fields (FondsKind kind, guint *n);
const FondsField *fonds_field_find (FondsKind kind, const char *id);

const FondsField *fonds_field_find_by_atom (FondsKind kind, const char *column);
gboolean fonds_atom_column_is_structural (FondsKind kind, const char *column);
gboolean fonds_atom_column_is_rad (const char *column);

const char *fonds_name_role_atom (const char *role);
const char *fonds_name_role_number (const char *role, FondsKind kind);

const char *fonds_datatype_id (FondsDatatype datatype);
gboolean fonds_datatype_from_id (const char *id, FondsDatatype *datatype);

const char *fonds_area_id (FondsArea area);
const char *fonds_area_label (FondsArea area);
const char *fonds_area_number (FondsArea area, FondsKind kind);

const char *fonds_search_column_id (FondsSearchColumn column);
const char *fonds_search_column_label (FondsSearchColumn column);
FondsSearchColumn fonds_search_column_from_id (const char *id);

G_END_DECLS
