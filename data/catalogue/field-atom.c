/* field-atom.c - where each column of AtoM's CSV finds its home
 *
 * Most columns are a field's own, named in its row. The others are listed here: they say who a row
 * is, hold an attribute of the values of another column, or are another spelling of a field's
 * column. Checked against the templates and the import code of AtoM 2.9.
 * Thread: any. Ownership: all rows and strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <string.h>

typedef struct
{
  const char *column;
  guint32 kinds;
} Structural;

#define UNIT FONDS_KIND_BIT (FONDS_KIND_UNIT)
#define ACCESSION FONDS_KIND_BIT (FONDS_KIND_ACCESSION)
#define CONTAINER FONDS_KIND_BIT (FONDS_KIND_CONTAINER)
#define EVENTS (UNIT | ACCESSION)
#define ALL (~0u)

static const Structural structural[] = {
  /* Which language a row is in, and where it belongs. */
  { "culture", ALL },
  { "parentId", UNIT },
  { "qubitParentSlug", EVENTS },
  { "typeOfEntity", FONDS_KINDS_AGENT },
  { "referenceCode", UNIT },
  { "descriptionSlugs", CONTAINER },

  /* Attributes of the values of eventDates and eventActors, and the rows of an events file. */
  { "eventTypes", EVENTS },
  { "eventStartDates", EVENTS },
  { "eventEndDates", EVENTS },
  { "eventActorName", UNIT },
  { "eventType", UNIT },

  /* Attributes of the values beside which they stand. */
  { "alternativeIdentifierLabels", UNIT },
  { "alternativeIdentifierTypes", ACCESSION },
  { "alternativeIdentifierNotes", ACCESSION },
  { "nameAccessPointHistories", UNIT },
  { "actorOccupationNotes", FONDS_KINDS_AGENT },
  { "physicalObjectLocation", EVENTS },
  { "physicalObjectType", EVENTS },
  { "physicalStorageLocation", UNIT },
  { "startDate", FONDS_KIND_BIT (FONDS_KIND_RELATION) },
  { "endDate", FONDS_KIND_BIT (FONDS_KIND_RELATION) },

  /* What the events were called before AtoM 2.1. */
  { "creators", UNIT },
  { "creatorHistories", EVENTS },
  { "creatorDates", EVENTS },
  { "creatorDatesStart", EVENTS },
  { "creatorDatesEnd", EVENTS },
  { "creatorDateNotes", EVENTS },
  { "creationDates", EVENTS },
  { "creationDatesStart", EVENTS },
  { "creationDatesEnd", EVENTS },
  { "creationDateNotes", EVENTS },
  { "creationDatesType", EVENTS },
  { "eventActors", ACCESSION },
};

/* The columns that only the Canadian rules have; each is a type of the field "rad". */
static const char *const rad_columns[] = {
  "radEdition",
  "radEditionStatementOfResponsibility",
  "radGeneralMaterialDesignation",
  "radIssuingJurisdiction",
  "radNoteAccompanyingMaterial",
  "radNoteAlphaNumericDesignation",
  "radNoteCast",
  "radNoteConservation",
  "radNoteCredits",
  "radNoteEdition",
  "radNoteOnPublishersSeries",
  "radNotePhysicalDescription",
  "radNotePublishersSeries",
  "radNoteRights",
  "radNoteSignaturesInscriptions",
  "radNumberingWithinPublishersSeries",
  "radOtherTitleInformation",
  "radOtherTitleInformationOfPublishersSeries",
  "radParallelTitlesOfPublishersSeries",
  "radPublishersSeriesNote",
  "radStandardNumber",
  "radStatementOfCoordinates",
  "radStatementOfProjection",
  "radStatementOfResponsibilityRelatingToPublishersSeries",
  "radStatementOfScaleArchitectural",
  "radStatementOfScaleCartographic",
  "radTitleAttributionsAndConjectures",
  "radTitleContinues",
  "radTitleParallelTitles",
  "radTitleProperOfPublishersSeries",
  "radTitleSourceOfTitleProper",
  "radTitleStatementOfResponsibility",
  "radTitleStatementOfResponsibilityNote",
  "radTitleVariationsInTitle",
};

/* Tells whether a column holds the forms of a name in some role. */
static gboolean
is_name (const char *column)
{
  guint n;
  const FondsCode *roles = fonds_codes ("name-role", &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (roles[i].atom, column) == 0)
      return TRUE;

  return FALSE;
}

/**
 * fonds_atom_column_is_rad:
 * @column: a column of AtoM's CSV
 *
 * Returns: whether only the Canadian Rules for Archival Description have the column; its values
 *   then are values of a unit's field "rad" whose type is the column's name
 */
gboolean
fonds_atom_column_is_rad (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (rad_columns); i++)
    if (strcmp (rad_columns[i], column) == 0)
      return TRUE;

  return FALSE;
}

/**
 * fonds_atom_column_is_structural:
 * @kind: the kind of the rows
 * @column: a column of AtoM's CSV
 *
 * Returns: whether the column holds no field of its own, but says where a row belongs or holds an
 *   attribute of another column's values
 */
gboolean
fonds_atom_column_is_structural (FondsKind kind, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (structural); i++)
    if (strcmp (structural[i].column, column) == 0)
      return (structural[i].kinds & FONDS_KIND_BIT (kind)) != 0;

  return FALSE;
}

/**
 * fonds_field_find_by_atom:
 * @kind: the kind of the rows
 * @column: a column of AtoM's CSV, spelled exactly as AtoM does
 *
 * Finds the field that a column's values belong to: its own, in AtoM's CSV of the kind or of
 * authority records; "name" for every form of a name; "rad" for a column of the Canadian rules.
 * Meant for once a column, not once a row.
 *
 * Returns: (nullable): the field, or %NULL if the kind has none of that column
 */
const FondsField *
fonds_field_find_by_atom (FondsKind kind, const char *column)
{
  guint n;
  const FondsField *fields = fonds_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (fields[i].atom, column) == 0 ||
        g_strcmp0 (fields[i].atom_authority, column) == 0)
      return &fields[i];

  if (fonds_kind_is_agent (kind) && is_name (column))
    return fonds_field_find (kind, "name");
  if (kind == FONDS_KIND_UNIT && fonds_atom_column_is_rad (column))
    return fonds_field_find (kind, "rad");

  return NULL;
}
