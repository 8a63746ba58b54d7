/* fields-private.h - what the tables of fields share
 *
 * Short names of the flags, and the rows that several kinds have alike.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

#define REPEATABLE FONDS_FIELD_REPEATABLE
#define TRANSLATABLE FONDS_FIELD_TRANSLATABLE
#define ESSENTIAL FONDS_FIELD_ESSENTIAL
#define PUBLIC FONDS_FIELD_PUBLIC
#define PRIVATE FONDS_FIELD_PRIVATE
#define STAFF FONDS_FIELD_STAFF
#define HIDDEN FONDS_FIELD_HIDDEN

/* clang-format off */

/* Digital copies of the material, and portraits. */
#define FIELDS_OBJECTS                                                                            \
  { .id = "digitalObjectFile",                                                                    \
    .label = N_ ("Picture or file"),                                                              \
    .help = N_ ("A digital copy of the material, or a portrait, kept with the catalogue."),       \
    .datatype = FONDS_TYPE_FILE,                                                                  \
    .flags = REPEATABLE | PUBLIC,                                                                 \
    .area = FONDS_AREA_OBJECTS,                                                                   \
    .search = FONDS_SEARCH_SCOPE },                                                               \
  { .id = "digitalObject",                                                                        \
    .label = N_ ("Address of a picture or file"),                                                 \
    .help = N_ ("Where a digital copy of the material, or a portrait, is on the network."),       \
    .datatype = FONDS_TYPE_URL,                                                                   \
    .flags = REPEATABLE | PUBLIC,                                                                 \
    .area = FONDS_AREA_OBJECTS,                                                                   \
    .atom = "digitalObjectURI",                                                                   \
    .ead = "did/dao/@href",                                                                       \
    .eac = "cpfDescription/relations/resourceRelation/@href",                                     \
    .dc = "identifier" },                                                                         \
  { .id = "digitalObjectPath",                                                                    \
    .label = N_ ("Path of the file"),                                                             \
    .help = N_ ("Where the file lay on the computer that the record came from."),                 \
    .datatype = FONDS_TYPE_STRING,                                                                \
    .flags = REPEATABLE | STAFF,                                                                  \
    .area = FONDS_AREA_OBJECTS,                                                                   \
    .atom = "digitalObjectPath" },                                                                \
  { .id = "digitalObjectChecksum",                                                                \
    .label = N_ ("Checksum of the file"),                                                         \
    .help = N_ ("The checksum that came with the file and proves that it is still the same."),    \
    .datatype = FONDS_TYPE_STRING,                                                                \
    .flags = REPEATABLE | STAFF,                                                                  \
    .area = FONDS_AREA_OBJECTS,                                                                   \
    .atom = "digitalObjectChecksum" }

/* The control of a description where no standard numbers it. */
#define FIELDS_CONTROL                                                                            \
  { .id = "descriptionStatus",                                                                    \
    .label = N_ ("Status"),                                                                       \
    .help = N_ ("How far the description has come: draft, revised or final."),                    \
    .datatype = FONDS_TYPE_CODE,                                                                  \
    .area = FONDS_AREA_CONTROL,                                                                   \
    .codes = "description-status" },                                                              \
  { .id = "sources",                                                                              \
    .label = N_ ("Sources of the description"),                                                   \
    .help = N_ ("What the description was written from."),                                        \
    .datatype = FONDS_TYPE_TEXT,                                                                  \
    .flags = REPEATABLE | TRANSLATABLE | PUBLIC,                                                  \
    .area = FONDS_AREA_CONTROL,                                                                   \
    .search = FONDS_SEARCH_CONTROL },                                                             \
  { .id = "revisionHistory",                                                                      \
    .label = N_ ("Dates of the description"),                                                     \
    .help = N_ ("When the description was written and revised, and by whom."),                    \
    .datatype = FONDS_TYPE_TEXT,                                                                  \
    .flags = TRANSLATABLE | STAFF,                                                                \
    .area = FONDS_AREA_CONTROL,                                                                   \
    .search = FONDS_SEARCH_CONTROL },                                                             \
  { .id = "maintenanceNotes",                                                                     \
    .label = N_ ("Maintenance notes"),                                                            \
    .help = N_ ("Anything about the upkeep of the description that colleagues should know."),     \
    .datatype = FONDS_TYPE_TEXT,                                                                  \
    .flags = TRANSLATABLE | STAFF,                                                                \
    .area = FONDS_AREA_CONTROL,                                                                   \
    .search = FONDS_SEARCH_CONTROL }

/* Who may see the record. A published copy has an access of its own making, so none is public. */
#define FIELDS_ACCESS                                                                             \
  { .id = "access",                                                                               \
    .label = N_ ("Access"),                                                                       \
    .help = N_ ("Who may see the record: everybody, the staff, or the staff until a date."),      \
    .datatype = FONDS_TYPE_CODE,                                                                  \
    .flags = STAFF,                                                                               \
    .area = FONDS_AREA_ACCESS,                                                                    \
    .codes = "access",                                                                            \
    .atom = "publicationStatus",                                                                  \
    .ead = "odd[@type='publicationStatus']" },                                                    \
  { .id = "restrictedUntil",                                                                      \
    .label = N_ ("Restricted until"),                                                             \
    .help = N_ ("The last day on which only the staff may see a restricted record."),             \
    .datatype = FONDS_TYPE_DATE,                                                                  \
    .flags = STAFF,                                                                               \
    .area = FONDS_AREA_ACCESS },                                                                  \
  { .id = "accessReason",                                                                         \
    .label = N_ ("Reason for this access"),                                                       \
    .help = N_ ("Why this access was chosen; it then counts even below a stricter unit."),        \
    .datatype = FONDS_TYPE_TEXT,                                                                  \
    .flags = STAFF,                                                                               \
    .area = FONDS_AREA_ACCESS },                                                                  \
  { .id = "liftByItself",                                                                         \
    .label = N_ ("Opens by itself"),                                                              \
    .help = N_ ("Whether the record becomes public after that day without another review."),      \
    .datatype = FONDS_TYPE_CODE,                                                                  \
    .flags = STAFF,                                                                               \
    .area = FONDS_AREA_ACCESS,                                                                    \
    .codes = "yes-no" },                                                                          \
  { .id = "internalNote",                                                                         \
    .label = N_ ("Note for the staff"),                                                           \
    .help = N_ ("Anything that colleagues should know and that must never leave the house."),     \
    .datatype = FONDS_TYPE_TEXT,                                                                  \
    .flags = REPEATABLE | STAFF,                                                                  \
    .area = FONDS_AREA_ACCESS }

/* What ties the record to the systems that it came from. */
#define FIELDS_MACHINERY                                                                          \
  { .id = "identity",                                                                             \
    .label = N_ ("Identity elsewhere"),                                                           \
    .help = N_ ("The id that the record has in another system, beside its name."),                \
    .datatype = FONDS_TYPE_IDENTITY,                                                              \
    .flags = REPEATABLE | HIDDEN,                                                                 \
    .area = FONDS_AREA_MACHINERY,                                                                 \
    .atom = "legacyId" },                                                                         \
  { .id = "slug",                                                                                 \
    .label = N_ ("Address elsewhere"),                                                            \
    .help = N_ ("The last part of the record's address in the system that it came from."),        \
    .datatype = FONDS_TYPE_STRING,                                                                \
    .flags = HIDDEN,                                                                              \
    .area = FONDS_AREA_MACHINERY,                                                                 \
    .atom = "slug" },                                                                             \
  { .id = "createdAt",                                                                            \
    .label = N_ ("Created elsewhere"),                                                            \
    .help = N_ ("When the record was made in the system that it came from."),                     \
    .datatype = FONDS_TYPE_STRING,                                                                \
    .flags = HIDDEN,                                                                              \
    .area = FONDS_AREA_MACHINERY,                                                                 \
    .atom = "createdAt" },                                                                        \
  { .id = "updatedAt",                                                                            \
    .label = N_ ("Changed elsewhere"),                                                            \
    .help = N_ ("When the record was last changed in the system that it came from."),             \
    .datatype = FONDS_TYPE_STRING,                                                                \
    .flags = HIDDEN,                                                                              \
    .area = FONDS_AREA_MACHINERY,                                                                 \
    .atom = "updatedAt" }

/* clang-format on */

extern const FondsField fonds_fields_unit[];
extern const guint fonds_n_fields_unit;
extern const FondsField fonds_fields_agent[];
extern const guint fonds_n_fields_agent;
extern const FondsField fonds_fields_institution[];
extern const guint fonds_n_fields_institution;
extern const FondsField fonds_fields_place[];
extern const guint fonds_n_fields_place;
extern const FondsField fonds_fields_subject[];
extern const guint fonds_n_fields_subject;
extern const FondsField fonds_fields_source[];
extern const guint fonds_n_fields_source;
extern const FondsField fonds_fields_conference[];
extern const guint fonds_n_fields_conference;
extern const FondsField fonds_fields_session[];
extern const guint fonds_n_fields_session;
extern const FondsField fonds_fields_contribution[];
extern const guint fonds_n_fields_contribution;
extern const FondsField fonds_fields_accession[];
extern const guint fonds_n_fields_accession;
extern const FondsField fonds_fields_container[];
extern const guint fonds_n_fields_container;
extern const FondsField fonds_fields_relation[];
extern const guint fonds_n_fields_relation;
extern const FondsField fonds_fields_claim[];
extern const guint fonds_n_fields_claim;
extern const FondsField fonds_fields_participation[];
extern const guint fonds_n_fields_participation;
extern const FondsField fonds_fields_contact[];
extern const guint fonds_n_fields_contact;
extern const FondsField fonds_fields_custom_field[];
extern const guint fonds_n_fields_custom_field;
