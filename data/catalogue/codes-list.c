/* codes-list.c - finding an entry of a code list
 *
 * The lists stand in codes-*.c and level.c. A list has at most some fifty entries, so that one is
 * found by looking through them; the lists themselves are in order of their names.
 * Thread: any. Ownership: all entries and strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/codes-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  const FondsCode *codes;
  const guint *n;
} List;

static const List lists[] = {
  { "access", fonds_codes_access, &fonds_n_codes_access },
  { "acquisition-type", fonds_codes_acquisition_type, &fonds_n_codes_acquisition_type },
  { "claim-basis", fonds_codes_claim_basis, &fonds_n_codes_claim_basis },
  { "claim-link", fonds_codes_claim_link, &fonds_n_codes_claim_link },
  { "claim-stance", fonds_codes_claim_stance, &fonds_n_codes_claim_stance },
  { "conference-state", fonds_codes_conference_state, &fonds_n_codes_conference_state },
  { "confidence", fonds_codes_confidence, &fonds_n_codes_confidence },
  { "consent-purpose", fonds_codes_consent_purpose, &fonds_n_codes_consent_purpose },
  { "consent-state", fonds_codes_consent_state, &fonds_n_codes_consent_state },
  { "container-type", fonds_codes_container_type, &fonds_n_codes_container_type },
  { "contribution-role", fonds_codes_contribution_role, &fonds_n_codes_contribution_role },
  { "contribution-state", fonds_codes_contribution_state, &fonds_n_codes_contribution_state },
  { "contribution-type", fonds_codes_contribution_type, &fonds_n_codes_contribution_type },
  { "copyright-status", fonds_codes_copyright_status, &fonds_n_codes_copyright_status },
  { "datatype", fonds_codes_datatype, &fonds_n_codes_datatype },
  { "deaccession-scope", fonds_codes_deaccession_scope, &fonds_n_codes_deaccession_scope },
  { "description-status", fonds_codes_description_status, &fonds_n_codes_description_status },
  { "detail", fonds_codes_detail, &fonds_n_codes_detail },
  { "event-type", fonds_codes_event_type, &fonds_n_codes_event_type },
  { "identifier-scheme", fonds_codes_identifier_scheme, &fonds_n_codes_identifier_scheme },
  { "institution-type", fonds_codes_institution_type, &fonds_n_codes_institution_type },
  { "level", fonds_codes_level, &fonds_n_codes_level },
  { "living", fonds_codes_living, &fonds_n_codes_living },
  { "name-role", fonds_codes_name_role, &fonds_n_codes_name_role },
  { "participation-role", fonds_codes_participation_role, &fonds_n_codes_participation_role },
  { "place-role", fonds_codes_place_role, &fonds_n_codes_place_role },
  { "place-type", fonds_codes_place_type, &fonds_n_codes_place_type },
  { "processing-priority", fonds_codes_processing_priority, &fonds_n_codes_processing_priority },
  { "processing-status", fonds_codes_processing_status, &fonds_n_codes_processing_status },
  { "registration-state", fonds_codes_registration_state, &fonds_n_codes_registration_state },
  { "relation-type", fonds_codes_relation_type, &fonds_n_codes_relation_type },
  { "resource-type", fonds_codes_resource_type, &fonds_n_codes_resource_type },
  { "rights", fonds_codes_rights, &fonds_n_codes_rights },
  { "session-type", fonds_codes_session_type, &fonds_n_codes_session_type },
  { "source-type", fonds_codes_source_type, &fonds_n_codes_source_type },
  { "subject-type", fonds_codes_subject_type, &fonds_n_codes_subject_type },
  { "yes-no", fonds_codes_yes_no, &fonds_n_codes_yes_no },
};

static int
compare_name (const void *name, const void *list)
{
  return strcmp (name, ((const List *) list)->name);
}

static gboolean
says (const char *known, const char *term)
{
  return known != NULL && g_ascii_strcasecmp (known, term) == 0;
}

/* The format's word means an entry only if no other has the same: four families share "family". */
static const FondsCode *
find_format_word (const FondsCode *codes, guint n, const char *term)
{
  const FondsCode *found = NULL;

  for (guint i = 0; i < n; i++)
    if (says (codes[i].term, term))
      {
        if (found != NULL)
          return NULL;
        found = &codes[i];
      }

  return found;
}

/**
 * fonds_codes:
 * @list: (nullable): the name of a list, as #FondsField.codes has it
 * @n: (out): how many there are
 *
 * Returns: (array length=n): the entries in the order in which one chooses; %NULL for an unknown
 *   list
 */
const FondsCode *
fonds_codes (const char *list, guint *n)
{
  const List *found = NULL;

  if (list != NULL)
    found = bsearch (list, lists, G_N_ELEMENTS (lists), sizeof lists[0], compare_name);
  *n = found != NULL ? *found->n : 0;

  return found != NULL ? found->codes : NULL;
}

/**
 * fonds_code_find:
 * @list: (nullable): the name of a list
 * @id: (nullable): an id
 *
 * Returns: (nullable): the entry of that id
 */
const FondsCode *
fonds_code_find (const char *list, const char *id)
{
  guint n;
  const FondsCode *codes = fonds_codes (list, &n);

  for (guint i = 0; id != NULL && i < n; i++)
    if (strcmp (codes[i].id, id) == 0)
      return &codes[i];

  return NULL;
}

/**
 * fonds_code_find_term:
 * @list: (nullable): the name of a list
 * @term: (nullable): a term as a file or a person writes it
 *
 * Finds what a term means: AtoM's term, the id or the English label, in any case of letters, and
 * the first entry of several; else the format's word, if one entry alone has it.
 *
 * Returns: (nullable): the entry; %NULL if the term is none of the list, and stays its own text
 */
const FondsCode *
fonds_code_find_term (const char *list, const char *term)
{
  guint n;
  const FondsCode *codes = fonds_codes (list, &n);

  if (term == NULL)
    return NULL;

  for (guint i = 0; i < n; i++)
    if (says (codes[i].atom, term))
      return &codes[i];
  for (guint i = 0; i < n; i++)
    if (says (codes[i].id, term) || says (codes[i].label, term))
      return &codes[i];

  return find_format_word (codes, n, term);
}

/**
 * fonds_code_converse:
 * @list: (nullable): the name of a list
 * @id: (nullable): an id
 *
 * Returns: (nullable): the entry that says the same from the other end, which is the same one for a
 *   symmetric type; %NULL for an unknown id
 */
const FondsCode *
fonds_code_converse (const char *list, const char *id)
{
  const FondsCode *code = fonds_code_find (list, id);

  return code != NULL ? fonds_code_find (list, code->converse) : NULL;
}

/**
 * fonds_code_label:
 * @list: (nullable): the name of a list
 * @id: what a body holds
 *
 * Returns: the label of the entry, to be translated; @id itself where the list does not have it
 */
const char *
fonds_code_label (const char *list, const char *id)
{
  const FondsCode *code = fonds_code_find (list, id);

  return code != NULL ? code->label : id;
}
