/* codes-description.c - the code lists of descriptions and of authority records
 *
 * AtoM's terms are those of its own taxonomies, in English.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-private.h"

/* What is not public is a draft for AtoM, and a draft is read as the first of them. */
const FondsCode fonds_codes_access[] = {
  { .id = "public", .label = N_ ("Public"), .atom = "Published" },
  { .id = "staff", .label = N_ ("Staff only"), .atom = "Draft" },
  { .id = "restricted", .label = N_ ("Restricted until a date"), .atom = "Draft" },
  { .id = "private", .label = N_ ("Private"), .atom = "Draft" },
};
const guint fonds_n_codes_access = G_N_ELEMENTS (fonds_codes_access);

/* The term is @datechar of EAD 2002. */
const FondsCode fonds_codes_event_type[] = {
  { .id = "creation", .label = N_ ("Creation"), .atom = "Creation", .term = "creation" },
  { .id = "accumulation",
    .label = N_ ("Accumulation"),
    .atom = "Accumulation",
    .term = "accumulation" },
  { .id = "collection", .label = N_ ("Collection"), .atom = "Collection", .term = "collection" },
  { .id = "contribution",
    .label = N_ ("Contribution"),
    .atom = "Contribution",
    .term = "contribution" },
  { .id = "custody", .label = N_ ("Custody"), .atom = "Custody", .term = "custody" },
  { .id = "publication",
    .label = N_ ("Publication"),
    .atom = "Publication",
    .term = "publication" },
  { .id = "reproduction",
    .label = N_ ("Reproduction"),
    .atom = "Reproduction",
    .term = "reproduction" },
  { .id = "distribution",
    .label = N_ ("Distribution"),
    .atom = "Distribution",
    .term = "distribution" },
  { .id = "broadcasting",
    .label = N_ ("Broadcasting"),
    .atom = "Broadcasting",
    .term = "broadcasting" },
  { .id = "manufacturing",
    .label = N_ ("Manufacturing"),
    .atom = "Manufacturing",
    .term = "manufacturing" },
  { .id = "record-keeping",
    .label = N_ ("Record-keeping"),
    .atom = "Record-keeping activity",
    .term = "recordkeeping" },
};
const guint fonds_n_codes_event_type = G_N_ELEMENTS (fonds_codes_event_type);

const FondsCode fonds_codes_description_status[] = {
  { .id = "draft", .label = N_ ("Draft"), .atom = "Draft" },
  { .id = "revised", .label = N_ ("Revised"), .atom = "Revised" },
  { .id = "final", .label = N_ ("Final"), .atom = "Final" },
};
const guint fonds_n_codes_description_status = G_N_ELEMENTS (fonds_codes_description_status);

/* The term is @detailLevel of EAC-CPF 2.0. */
const FondsCode fonds_codes_detail[] = {
  { .id = "full", .label = N_ ("Full"), .atom = "Full", .term = "extended" },
  { .id = "partial", .label = N_ ("Partial"), .atom = "Partial", .term = "basic" },
  { .id = "minimal", .label = N_ ("Minimal"), .atom = "Minimal", .term = "minimal" },
};
const guint fonds_n_codes_detail = G_N_ELEMENTS (fonds_codes_detail);

/* For AtoM these are columns, not terms; the term is the element of EAC-CPF inside nameEntry. */
const FondsCode fonds_codes_name_role[] = {
  { .id = "authorised",
    .label = N_ ("Authorised form"),
    .atom = "authorizedFormOfName",
    .term = "authorizedForm" },
  { .id = "parallel",
    .label = N_ ("Parallel form"),
    .atom = "parallelFormsOfName",
    .term = "authorizedForm" },
  { .id = "standardised",
    .label = N_ ("Form by other rules"),
    .atom = "standardizedFormsOfName",
    .term = "alternativeForm" },
  { .id = "other",
    .label = N_ ("Other form"),
    .atom = "otherFormsOfName",
    .term = "alternativeForm" },
  { .id = "former",
    .label = N_ ("Former name"),
    .atom = "otherFormsOfName",
    .term = "alternativeForm" },
};
const guint fonds_n_codes_name_role = G_N_ELEMENTS (fonds_codes_name_role);

/* The term is what stands before the number in an address. */
const FondsCode fonds_codes_identifier_scheme[] = {
  { .id = "isil", .label = N_ ("ISIL"), .term = "http://id.loc.gov/vocabulary/identifiers/isil" },
  { .id = "viaf", .label = N_ ("VIAF"), .term = "http://viaf.org/viaf/" },
  { .id = "isni", .label = N_ ("ISNI"), .term = "http://isni.org/isni/" },
  { .id = "orcid", .label = N_ ("ORCID"), .term = "https://orcid.org/" },
  { .id = "ror", .label = N_ ("ROR"), .term = "https://ror.org/" },
  { .id = "wikidata", .label = N_ ("Wikidata"), .term = "http://www.wikidata.org/entity/" },
  { .id = "geonames", .label = N_ ("GeoNames"), .term = "https://sws.geonames.org/" },
  { .id = "doi", .label = N_ ("DOI"), .term = "https://doi.org/" },
  { .id = "handle", .label = N_ ("Handle"), .term = "https://hdl.handle.net/" },
  { .id = "isbn", .label = N_ ("ISBN"), .term = "urn:isbn:" },
  { .id = "issn", .label = N_ ("ISSN"), .term = "urn:issn:" },
  { .id = "registration", .label = N_ ("Registration number") },
};
const guint fonds_n_codes_identifier_scheme = G_N_ELEMENTS (fonds_codes_identifier_scheme);

const FondsCode fonds_codes_living[] = {
  { .id = "yes", .label = N_ ("May be alive") },
  { .id = "no", .label = N_ ("Dead") },
  { .id = "presumed-dead", .label = N_ ("Presumed dead") },
};
const guint fonds_n_codes_living = G_N_ELEMENTS (fonds_codes_living);

const FondsCode fonds_codes_place_role[] = {
  { .id = "birth", .label = N_ ("Birth") },         { .id = "death", .label = N_ ("Death") },
  { .id = "residence", .label = N_ ("Residence") }, { .id = "work", .label = N_ ("Work") },
  { .id = "seat", .label = N_ ("Seat") },           { .id = "burial", .label = N_ ("Burial") },
};
const guint fonds_n_codes_place_role = G_N_ELEMENTS (fonds_codes_place_role);

const FondsCode fonds_codes_place_type[] = {
  { .id = "state", .label = N_ ("State") },
  { .id = "region", .label = N_ ("Region") },
  { .id = "district", .label = N_ ("District") },
  { .id = "town", .label = N_ ("Town") },
  { .id = "village", .label = N_ ("Village") },
  { .id = "quarter", .label = N_ ("Quarter") },
  { .id = "street", .label = N_ ("Street") },
  { .id = "building", .label = N_ ("Building") },
  { .id = "cemetery", .label = N_ ("Cemetery") },
  { .id = "natural", .label = N_ ("River, mountain or sea") },
};
const guint fonds_n_codes_place_type = G_N_ELEMENTS (fonds_codes_place_type);

const FondsCode fonds_codes_subject_type[] = {
  { .id = "topic", .label = N_ ("Topic") },
  { .id = "genre", .label = N_ ("Genre") },
  { .id = "occupation", .label = N_ ("Occupation") },
  { .id = "community", .label = N_ ("Community") },
  { .id = "event", .label = N_ ("Event") },
  { .id = "period", .label = N_ ("Period") },
  { .id = "language", .label = N_ ("Language") },
};
const guint fonds_n_codes_subject_type = G_N_ELEMENTS (fonds_codes_subject_type);

const FondsCode fonds_codes_institution_type[] = {
  { .id = "international", .label = N_ ("International"), .atom = "International" },
  { .id = "national", .label = N_ ("National"), .atom = "National" },
  { .id = "regional", .label = N_ ("Regional"), .atom = "Regional" },
  { .id = "provincial", .label = N_ ("Provincial or state"), .atom = "Provincial/state" },
  { .id = "municipal", .label = N_ ("Municipal"), .atom = "Municipal" },
  { .id = "community", .label = N_ ("Community"), .atom = "Community" },
  { .id = "religious", .label = N_ ("Religious"), .atom = "Religious" },
  { .id = "university", .label = N_ ("University"), .atom = "University" },
  { .id = "educational", .label = N_ ("Educational"), .atom = "Educational" },
  { .id = "indigenous", .label = N_ ("Indigenous"), .atom = "Aboriginal" },
  { .id = "medical", .label = N_ ("Medical"), .atom = "Medical" },
  { .id = "military", .label = N_ ("Military"), .atom = "Military" },
  { .id = "private", .label = N_ ("Private"), .atom = "Private" },
};
const guint fonds_n_codes_institution_type = G_N_ELEMENTS (fonds_codes_institution_type);

const FondsCode fonds_codes_source_type[] = {
  { .id = "publication", .label = N_ ("Publication") },
  { .id = "archival", .label = N_ ("Archival document") },
  { .id = "interview", .label = N_ ("Interview") },
  { .id = "inscription", .label = N_ ("Inscription") },
  { .id = "letter", .label = N_ ("Letter") },
  { .id = "website", .label = N_ ("Website") },
  { .id = "database", .label = N_ ("Database") },
  { .id = "photograph", .label = N_ ("Photograph") },
  { .id = "memory", .label = N_ ("Family memory") },
};
const guint fonds_n_codes_source_type = G_N_ELEMENTS (fonds_codes_source_type);

const FondsCode fonds_codes_yes_no[] = {
  { .id = "yes", .label = N_ ("Yes") },
  { .id = "no", .label = N_ ("No") },
};
const guint fonds_n_codes_yes_no = G_N_ELEMENTS (fonds_codes_yes_no);
