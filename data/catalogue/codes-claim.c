/* codes-claim.c - the code lists of claims and of conferences
 *
 * Words, not figures: how sure somebody is cannot be measured.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-private.h"

const FondsCode fonds_codes_confidence[] = {
  { .id = "certain", .label = N_ ("Certain") },
  { .id = "probable", .label = N_ ("Probable") },
  { .id = "possible", .label = N_ ("Possible") },
  { .id = "improbable", .label = N_ ("Improbable") },
  { .id = "unknown", .label = N_ ("Unknown") },
};
const guint fonds_n_codes_confidence = G_N_ELEMENTS (fonds_codes_confidence);

const FondsCode fonds_codes_claim_stance[] = {
  { .id = "asserts", .label = N_ ("Asserts") },
  { .id = "denies", .label = N_ ("Denies") },
  { .id = "doubts", .label = N_ ("Doubts") },
  { .id = "supposes", .label = N_ ("Supposes") },
};
const guint fonds_n_codes_claim_stance = G_N_ELEMENTS (fonds_codes_claim_stance);

const FondsCode fonds_codes_claim_basis[] = {
  { .id = "direct-record", .label = N_ ("A record of it") },
  { .id = "indirect-record", .label = N_ ("A record that implies it") },
  { .id = "oral", .label = N_ ("What somebody told") },
  { .id = "inference", .label = N_ ("An inference") },
  { .id = "tradition", .label = N_ ("Tradition") },
  { .id = "visual", .label = N_ ("Recognised in a picture") },
  { .id = "software", .label = N_ ("Found by a program") },
};
const guint fonds_n_codes_claim_basis = G_N_ELEMENTS (fonds_codes_claim_basis);

/* What is stored is the first of each pair; the second is how the other claim shows it. */
const FondsCode fonds_codes_claim_link[] = {
  { .id = "supports", .label = N_ ("supports"), .converse = "supported-by" },
  { .id = "supported-by", .label = N_ ("is supported by"), .converse = "supports" },
  { .id = "disputes", .label = N_ ("disputes"), .converse = "disputed-by" },
  { .id = "disputed-by", .label = N_ ("is disputed by"), .converse = "disputes" },
  { .id = "refines", .label = N_ ("refines"), .converse = "refined-by" },
  { .id = "refined-by", .label = N_ ("is refined by"), .converse = "refines" },
  { .id = "repeats", .label = N_ ("repeats"), .converse = "repeated-by" },
  { .id = "repeated-by", .label = N_ ("is repeated by"), .converse = "repeats" },
  { .id = "comments-on", .label = N_ ("comments on"), .converse = "commented-on-by" },
  { .id = "commented-on-by", .label = N_ ("is commented on by"), .converse = "comments-on" },
  { .id = "supersedes", .label = N_ ("supersedes"), .converse = "superseded-by" },
  { .id = "superseded-by", .label = N_ ("is superseded by"), .converse = "supersedes" },
};
const guint fonds_n_codes_claim_link = G_N_ELEMENTS (fonds_codes_claim_link);

/* The term is eventStatus of schema.org. */
const FondsCode fonds_codes_conference_state[] = {
  { .id = "planned", .label = N_ ("Planned"), .term = "https://schema.org/EventScheduled" },
  { .id = "held", .label = N_ ("Held"), .term = "https://schema.org/EventScheduled" },
  { .id = "postponed", .label = N_ ("Postponed"), .term = "https://schema.org/EventPostponed" },
  { .id = "cancelled", .label = N_ ("Called off"), .term = "https://schema.org/EventCancelled" },
};
const guint fonds_n_codes_conference_state = G_N_ELEMENTS (fonds_codes_conference_state);

const FondsCode fonds_codes_session_type[] = {
  { .id = "opening", .label = N_ ("Opening") },
  { .id = "keynote", .label = N_ ("Keynote") },
  { .id = "panel", .label = N_ ("Panel") },
  { .id = "round-table", .label = N_ ("Round table") },
  { .id = "workshop", .label = N_ ("Workshop") },
  { .id = "poster", .label = N_ ("Posters") },
  { .id = "break", .label = N_ ("Break") },
  { .id = "social", .label = N_ ("Social event") },
  { .id = "closing", .label = N_ ("Closing") },
};
const guint fonds_n_codes_session_type = G_N_ELEMENTS (fonds_codes_session_type);

const FondsCode fonds_codes_contribution_type[] = {
  { .id = "paper", .label = N_ ("Paper") },
  { .id = "keynote", .label = N_ ("Keynote") },
  { .id = "greeting", .label = N_ ("Greeting") },
  { .id = "poster", .label = N_ ("Poster") },
  { .id = "film", .label = N_ ("Film") },
  { .id = "performance", .label = N_ ("Performance") },
};
const guint fonds_n_codes_contribution_type = G_N_ELEMENTS (fonds_codes_contribution_type);

const FondsCode fonds_codes_contribution_role[] = {
  { .id = "speaker", .label = N_ ("Speaker") },
  { .id = "author", .label = N_ ("Author") },
  { .id = "discussant", .label = N_ ("Discussant") },
  { .id = "translator", .label = N_ ("Interpreter") },
};
const guint fonds_n_codes_contribution_role = G_N_ELEMENTS (fonds_codes_contribution_role);

const FondsCode fonds_codes_contribution_state[] = {
  { .id = "draft", .label = N_ ("Draft") },
  { .id = "submitted", .label = N_ ("Submitted") },
  { .id = "accepted", .label = N_ ("Accepted") },
  { .id = "confirmed", .label = N_ ("Confirmed") },
  { .id = "given", .label = N_ ("Given") },
  { .id = "rejected", .label = N_ ("Rejected") },
  { .id = "withdrawn", .label = N_ ("Withdrawn") },
  { .id = "cancelled", .label = N_ ("Cancelled") },
};
const guint fonds_n_codes_contribution_state = G_N_ELEMENTS (fonds_codes_contribution_state);

const FondsCode fonds_codes_registration_state[] = {
  { .id = "pending", .label = N_ ("Pending") },
  { .id = "unpaid", .label = N_ ("Not paid") },
  { .id = "complete", .label = N_ ("Complete") },
  { .id = "waiting", .label = N_ ("On the waiting list") },
  { .id = "rejected", .label = N_ ("Rejected") },
  { .id = "withdrawn", .label = N_ ("Withdrawn") },
};
const guint fonds_n_codes_registration_state = G_N_ELEMENTS (fonds_codes_registration_state);

const FondsCode fonds_codes_participation_role[] = {
  { .id = "speaker", .label = N_ ("Speaker") },
  { .id = "chair", .label = N_ ("Chair") },
  { .id = "organiser", .label = N_ ("Organiser") },
  { .id = "participant", .label = N_ ("Participant") },
  { .id = "guest", .label = N_ ("Guest of honour") },
  { .id = "press", .label = N_ ("Press") },
  { .id = "interpreter", .label = N_ ("Interpreter") },
  { .id = "staff", .label = N_ ("Staff") },
};
const guint fonds_n_codes_participation_role = G_N_ELEMENTS (fonds_codes_participation_role);

const FondsCode fonds_codes_consent_state[] = {
  { .id = "given", .label = N_ ("Given") },
  { .id = "refused", .label = N_ ("Refused") },
  { .id = "withdrawn", .label = N_ ("Withdrawn") },
};
const guint fonds_n_codes_consent_state = G_N_ELEMENTS (fonds_codes_consent_state);

const FondsCode fonds_codes_consent_purpose[] = {
  { .id = "mailing", .label = N_ ("Mailings") },
  { .id = "participant-list", .label = N_ ("Name in the list of participants") },
  { .id = "photograph", .label = N_ ("Publication of photographs") },
  { .id = "interview", .label = N_ ("Publication of an interview") },
  { .id = "kiosk", .label = N_ ("Display at the kiosk") },
};
const guint fonds_n_codes_consent_purpose = G_N_ELEMENTS (fonds_codes_consent_purpose);
