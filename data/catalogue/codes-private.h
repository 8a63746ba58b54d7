/* codes-private.h - the code lists, for the one place that finds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/codes-list.h"
#include "data/catalogue/field.h"

#include <glib/gi18n-lib.h>

extern const FondsCode fonds_codes_access[];
extern const guint fonds_n_codes_access;
extern const FondsCode fonds_codes_acquisition_type[];
extern const guint fonds_n_codes_acquisition_type;
extern const FondsCode fonds_codes_claim_basis[];
extern const guint fonds_n_codes_claim_basis;
extern const FondsCode fonds_codes_claim_link[];
extern const guint fonds_n_codes_claim_link;
extern const FondsCode fonds_codes_claim_stance[];
extern const guint fonds_n_codes_claim_stance;
extern const FondsCode fonds_codes_conference_state[];
extern const guint fonds_n_codes_conference_state;
extern const FondsCode fonds_codes_confidence[];
extern const guint fonds_n_codes_confidence;
extern const FondsCode fonds_codes_consent_purpose[];
extern const guint fonds_n_codes_consent_purpose;
extern const FondsCode fonds_codes_consent_state[];
extern const guint fonds_n_codes_consent_state;
extern const FondsCode fonds_codes_container_type[];
extern const guint fonds_n_codes_container_type;
extern const FondsCode fonds_codes_contribution_role[];
extern const guint fonds_n_codes_contribution_role;
extern const FondsCode fonds_codes_contribution_state[];
extern const guint fonds_n_codes_contribution_state;
extern const FondsCode fonds_codes_contribution_type[];
extern const guint fonds_n_codes_contribution_type;
extern const FondsCode fonds_codes_copyright_status[];
extern const guint fonds_n_codes_copyright_status;
extern const FondsCode fonds_codes_datatype[];
extern const guint fonds_n_codes_datatype;
extern const FondsCode fonds_codes_deaccession_scope[];
extern const guint fonds_n_codes_deaccession_scope;
extern const FondsCode fonds_codes_description_status[];
extern const guint fonds_n_codes_description_status;
extern const FondsCode fonds_codes_detail[];
extern const guint fonds_n_codes_detail;
extern const FondsCode fonds_codes_event_type[];
extern const guint fonds_n_codes_event_type;
extern const FondsCode fonds_codes_identifier_scheme[];
extern const guint fonds_n_codes_identifier_scheme;
extern const FondsCode fonds_codes_institution_type[];
extern const guint fonds_n_codes_institution_type;
extern const FondsCode fonds_codes_level[];
extern const guint fonds_n_codes_level;
extern const FondsCode fonds_codes_living[];
extern const guint fonds_n_codes_living;
extern const FondsCode fonds_codes_name_role[];
extern const guint fonds_n_codes_name_role;
extern const FondsCode fonds_codes_participation_role[];
extern const guint fonds_n_codes_participation_role;
extern const FondsCode fonds_codes_place_role[];
extern const guint fonds_n_codes_place_role;
extern const FondsCode fonds_codes_place_type[];
extern const guint fonds_n_codes_place_type;
extern const FondsCode fonds_codes_processing_priority[];
extern const guint fonds_n_codes_processing_priority;
extern const FondsCode fonds_codes_processing_status[];
extern const guint fonds_n_codes_processing_status;
extern const FondsCode fonds_codes_registration_state[];
extern const guint fonds_n_codes_registration_state;
extern const FondsCode fonds_codes_relation_type[];
extern const guint fonds_n_codes_relation_type;
extern const FondsCode fonds_codes_resource_type[];
extern const guint fonds_n_codes_resource_type;
extern const FondsCode fonds_codes_rights[];
extern const guint fonds_n_codes_rights;
extern const FondsCode fonds_codes_session_type[];
extern const guint fonds_n_codes_session_type;
extern const FondsCode fonds_codes_source_type[];
extern const guint fonds_n_codes_source_type;
extern const FondsCode fonds_codes_subject_type[];
extern const guint fonds_n_codes_subject_type;
extern const FondsCode fonds_codes_yes_no[];
extern const guint fonds_n_codes_yes_no;
