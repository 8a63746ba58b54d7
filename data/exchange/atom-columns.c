/* atom-columns.c - the columns of AtoM's CSV templates, in their order
 *
 * Checked against the templates of AtoM 2.9.
 * Thread: any.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "data/exchange/atom.h"

/* clang-format off */

static const char *const repositories_columns[] = {
  "legacyId", "uploadLimit", "identifier", "authorizedFormOfName", "parallelFormsOfName",
  "otherFormsOfName", "types", "contactPerson", "streetAddress", "city", "region", "country",
  "postalCode", "telephone", "fax", "email", "website", "history", "geoculturalContext",
  "mandates", "internalStructures", "collectingPolicies", "buildings", "holdings", "findingAids",
  "openingTimes", "accessConditions", "disabledAccess", "researchServices", "reproductionServices",
  "publicFacilities", "descriptionIdentifier", "institutionIdentifier", "descriptionRules",
  "descriptionStatus", "levelOfDetail", "descriptionRevisionHistory", "language", "script",
  "descriptionSources", "maintenanceNote", "geographicSubregions", "thematicAreas", "culture", NULL,
};

static const char *const authorities_columns[] = {
  "culture", "typeOfEntity", "authorizedFormOfName", "parallelFormsOfName",
  "standardizedFormsOfName", "otherFormsOfName", "corporateBodyIdentifiers", "datesOfExistence",
  "history", "places", "legalStatus", "functions", "mandates", "internalStructures",
  "generalContext", "descriptionIdentifier", "institutionIdentifier", "rules", "status",
  "levelOfDetail", "revisionHistory", "sources", "maintenanceNotes", "actorOccupations",
  "actorOccupationNotes", "subjectAccessPoints", "placeAccessPoints", "digitalObjectPath",
  "digitalObjectURI", NULL,
};

static const char *const relationships_columns[] = {
  "subjectAuthorizedFormOfName", "relationType", "objectAuthorizedFormOfName", "description",
  "date", "startDate", "endDate", "culture", NULL,
};

static const char *const accessions_columns[] = {
  "accessionNumber", "alternativeIdentifiers", "alternativeIdentifierTypes",
  "alternativeIdentifierNotes", "acquisitionDate", "sourceOfAcquisition", "locationInformation",
  "acquisitionType", "resourceType", "title", "archivalHistory", "scopeAndContent", "appraisal",
  "physicalCondition", "receivedExtentUnits", "processingStatus", "processingPriority",
  "processingNotes", "physicalObjectName", "physicalObjectLocation", "physicalObjectType",
  "donorName", "donorStreetAddress", "donorCity", "donorRegion", "donorCountry", "donorPostalCode",
  "donorTelephone", "donorFax", "donorEmail", "donorNote", "donorContactPerson", "creators",
  "eventTypes", "eventDates", "eventStartDates", "eventEndDates", "accessionEventTypes",
  "accessionEventDates", "accessionEventAgents", "accessionEventNotes", "culture", NULL,
};

static const char *const deaccessions_columns[] = {
  "accessionNumber", "deaccessionNumber", "date", "scope", "description", "extent", "reason",
  "culture", NULL,
};

static const char *const containers_columns[] = {
  "legacyId", "name", "type", "location", "culture", "descriptionSlugs", NULL,
};

static const char *const descriptions_columns[] = {
  "legacyId", "parentId", "qubitParentSlug", "accessionNumber", "identifier", "title",
  "levelOfDescription", "extentAndMedium", "repository", "archivalHistory", "acquisition",
  "scopeAndContent", "appraisal", "accruals", "arrangement", "accessConditions",
  "reproductionConditions", "language", "script", "languageNote", "physicalCharacteristics",
  "findingAids", "locationOfOriginals", "locationOfCopies", "relatedUnitsOfDescription",
  "publicationNote", "digitalObjectPath", "digitalObjectURI", "generalNote", "subjectAccessPoints",
  "placeAccessPoints", "nameAccessPoints", "genreAccessPoints", "descriptionIdentifier",
  "institutionIdentifier", "rules", "descriptionStatus", "levelOfDetail", "revisionHistory",
  "languageOfDescription", "scriptOfDescription", "sources", "archivistNote", "publicationStatus",
  "physicalObjectName", "physicalObjectLocation", "physicalObjectType", "alternativeIdentifiers",
  "alternativeIdentifierLabels", "eventDates", "eventTypes", "eventStartDates", "eventEndDates",
  "eventActors", "eventActorHistories", "culture", NULL,
};

static const char *const events_columns[] = {
  "legacyId", "eventActorName", "eventType", "culture", NULL,
};

/* clang-format on */

/**
 * fonds_atom_columns:
 * @template: a template
 *
 * Returns: (array zero-terminated=1): the names of its columns, in AtoM's order
 */
const char *const *
fonds_atom_columns (FondsAtomTemplate template)
{
  static const char *const *const columns[FONDS_N_ATOM_TEMPLATES] = {
    [FONDS_ATOM_REPOSITORIES] = repositories_columns,
    [FONDS_ATOM_AUTHORITIES] = authorities_columns,
    [FONDS_ATOM_RELATIONSHIPS] = relationships_columns,
    [FONDS_ATOM_ACCESSIONS] = accessions_columns,
    [FONDS_ATOM_DEACCESSIONS] = deaccessions_columns,
    [FONDS_ATOM_CONTAINERS] = containers_columns,
    [FONDS_ATOM_DESCRIPTIONS] = descriptions_columns,
    [FONDS_ATOM_EVENTS] = events_columns,
  };

  return columns[template];
}
