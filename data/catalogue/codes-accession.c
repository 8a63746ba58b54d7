/* codes-accession.c - the code lists of accessions, containers and rights
 *
 * AtoM's terms are those of its own taxonomies, in English.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-private.h"

const FondsCode fonds_codes_acquisition_type[] = {
  { .id = "gift", .label = N_ ("Gift"), .atom = "Gift" },
  { .id = "purchase", .label = N_ ("Purchase"), .atom = "Purchase" },
  { .id = "deposit", .label = N_ ("Deposit"), .atom = "Deposit" },
  { .id = "transfer", .label = N_ ("Transfer"), .atom = "Transfer" },
};
const guint fonds_n_codes_acquisition_type = G_N_ELEMENTS (fonds_codes_acquisition_type);

const FondsCode fonds_codes_resource_type[] = {
  { .id = "public", .label = N_ ("From a public hand"), .atom = "Public transfer" },
  { .id = "private", .label = N_ ("From a private hand"), .atom = "Private transfer" },
};
const guint fonds_n_codes_resource_type = G_N_ELEMENTS (fonds_codes_resource_type);

const FondsCode fonds_codes_processing_status[] = {
  { .id = "incomplete", .label = N_ ("Not begun"), .atom = "Incomplete" },
  { .id = "in-progress", .label = N_ ("Under way"), .atom = "In-Progress" },
  { .id = "complete", .label = N_ ("Done"), .atom = "Complete" },
};
const guint fonds_n_codes_processing_status = G_N_ELEMENTS (fonds_codes_processing_status);

const FondsCode fonds_codes_processing_priority[] = {
  { .id = "high", .label = N_ ("High"), .atom = "High" },
  { .id = "medium", .label = N_ ("Medium"), .atom = "Medium" },
  { .id = "low", .label = N_ ("Low"), .atom = "Low" },
};
const guint fonds_n_codes_processing_priority = G_N_ELEMENTS (fonds_codes_processing_priority);

const FondsCode fonds_codes_deaccession_scope[] = {
  { .id = "whole", .label = N_ ("The whole"), .atom = "Whole" },
  { .id = "part", .label = N_ ("A part"), .atom = "Part" },
};
const guint fonds_n_codes_deaccession_scope = G_N_ELEMENTS (fonds_codes_deaccession_scope);

const FondsCode fonds_codes_container_type[] = {
  { .id = "box", .label = N_ ("Box"), .atom = "Box" },
  { .id = "cardboard-box", .label = N_ ("Cardboard box"), .atom = "Cardboard box" },
  { .id = "hollinger-box", .label = N_ ("Archival box"), .atom = "Hollinger box" },
  { .id = "folder", .label = N_ ("Folder"), .atom = "Folder" },
  { .id = "filing-cabinet", .label = N_ ("Filing cabinet"), .atom = "Filing cabinet" },
  { .id = "map-cabinet", .label = N_ ("Map cabinet"), .atom = "Map cabinet" },
  { .id = "shelf", .label = N_ ("Shelf"), .atom = "Shelf" },
  { .id = "location", .label = N_ ("Room"), .atom = "Location" },
  { .id = "artefact", .label = N_ ("Object"), .atom = "Artefact" },
};
const guint fonds_n_codes_container_type = G_N_ELEMENTS (fonds_codes_container_type);

/* The term is copyrightStatus of PREMIS. */
const FondsCode fonds_codes_copyright_status[] = {
  { .id = "copyrighted",
    .label = N_ ("Under copyright"),
    .atom = "Under copyright",
    .term = "copyrighted" },
  { .id = "public-domain",
    .label = N_ ("Public domain"),
    .atom = "Public domain",
    .term = "publicdomain" },
  { .id = "unknown", .label = N_ ("Unknown"), .atom = "Unknown", .term = "unknown" },
};
const guint fonds_n_codes_copyright_status = G_N_ELEMENTS (fonds_codes_copyright_status);

/* The id is the address, which is what is stored; the term is its short code. */
const FondsCode fonds_codes_rights[] = {
  { .id = "http://rightsstatements.org/vocab/InC/1.0/",
    .label = N_ ("In copyright"),
    .term = "InC" },
  { .id = "http://rightsstatements.org/vocab/InC-OW-EU/1.0/",
    .label = N_ ("In copyright: orphan work of the European Union"),
    .term = "InC-OW-EU" },
  { .id = "http://rightsstatements.org/vocab/InC-RUU/1.0/",
    .label = N_ ("In copyright: holder cannot be found"),
    .term = "InC-RUU" },
  { .id = "http://rightsstatements.org/vocab/InC-EDU/1.0/",
    .label = N_ ("In copyright: educational use permitted"),
    .term = "InC-EDU" },
  { .id = "http://rightsstatements.org/vocab/InC-NC/1.0/",
    .label = N_ ("In copyright: non-commercial use permitted"),
    .term = "InC-NC" },
  { .id = "http://rightsstatements.org/vocab/NoC-CR/1.0/",
    .label = N_ ("No copyright: contractual restrictions"),
    .term = "NoC-CR" },
  { .id = "http://rightsstatements.org/vocab/NoC-NC/1.0/",
    .label = N_ ("No copyright: non-commercial use only"),
    .term = "NoC-NC" },
  { .id = "http://rightsstatements.org/vocab/NoC-OKLR/1.0/",
    .label = N_ ("No copyright: other legal restrictions"),
    .term = "NoC-OKLR" },
  { .id = "http://rightsstatements.org/vocab/NoC-US/1.0/",
    .label = N_ ("No copyright in the United States"),
    .term = "NoC-US" },
  { .id = "http://rightsstatements.org/vocab/CNE/1.0/",
    .label = N_ ("Copyright not evaluated"),
    .term = "CNE" },
  { .id = "http://rightsstatements.org/vocab/UND/1.0/",
    .label = N_ ("Copyright undetermined"),
    .term = "UND" },
  { .id = "http://rightsstatements.org/vocab/NKC/1.0/",
    .label = N_ ("No known copyright"),
    .term = "NKC" },
  { .id = "https://creativecommons.org/publicdomain/zero/1.0/",
    .label = N_ ("CC0 1.0"),
    .term = "CC0" },
  { .id = "https://creativecommons.org/publicdomain/mark/1.0/",
    .label = N_ ("Public Domain Mark 1.0"),
    .term = "PDM" },
  { .id = "https://creativecommons.org/licenses/by/4.0/",
    .label = N_ ("CC BY 4.0"),
    .term = "CC-BY" },
  { .id = "https://creativecommons.org/licenses/by-sa/4.0/",
    .label = N_ ("CC BY-SA 4.0"),
    .term = "CC-BY-SA" },
  { .id = "https://creativecommons.org/licenses/by-nd/4.0/",
    .label = N_ ("CC BY-ND 4.0"),
    .term = "CC-BY-ND" },
  { .id = "https://creativecommons.org/licenses/by-nc/4.0/",
    .label = N_ ("CC BY-NC 4.0"),
    .term = "CC-BY-NC" },
  { .id = "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    .label = N_ ("CC BY-NC-SA 4.0"),
    .term = "CC-BY-NC-SA" },
  { .id = "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    .label = N_ ("CC BY-NC-ND 4.0"),
    .term = "CC-BY-NC-ND" },
};
const guint fonds_n_codes_rights = G_N_ELEMENTS (fonds_codes_rights);
