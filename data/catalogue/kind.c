/* kind.c - what the kinds of documents are called
 *
 * The kind is itself an element of description: for an agent it is ISAAR(CPF) 5.1.1, the type of
 * entity, and for what an agent is related to it is 6.2, the type of the related resource. So no
 * field repeats it.
 * Thread: any. Ownership: all strings are constant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "data/catalogue/kind.h"

#include <glib/gi18n-lib.h>

#include <string.h>

typedef struct
{
  const char *id;
  const char *label;
  const char *plural;
  const char *icon;
} Kind;

/* The icons are those of adwaita-icon-theme 43; the program brings those named fonds-…. */
static const Kind kinds[FONDS_N_KINDS] = {
  [FONDS_KIND_NONE] = { "none", N_ ("Unknown"), N_ ("Unknown"), "image-missing-symbolic" },
  [FONDS_KIND_UNIT] = { "unit", N_ ("Unit of description"), N_ ("Units of description"),
                        "folder-documents-symbolic" },
  [FONDS_KIND_PERSON] = { "person", N_ ("Person"), N_ ("People"), "avatar-default-symbolic" },
  [FONDS_KIND_FAMILY] = { "family", N_ ("Family"), N_ ("Families"), "system-users-symbolic" },
  [FONDS_KIND_INSTITUTION] = { "institution", N_ ("Institution"), N_ ("Institutions"),
                               "fonds-institution-symbolic" },
  [FONDS_KIND_PLACE] = { "place", N_ ("Place"), N_ ("Places"), "mark-location-symbolic" },
  [FONDS_KIND_SUBJECT] = { "subject", N_ ("Subject"), N_ ("Subjects"), "fonds-subject-symbolic" },
  [FONDS_KIND_SOURCE] = { "source", N_ ("Source"), N_ ("Sources"),
                          "accessories-dictionary-symbolic" },
  [FONDS_KIND_CONFERENCE] = { "conference", N_ ("Conference"), N_ ("Conferences"),
                              "fonds-conference-symbolic" },
  [FONDS_KIND_SESSION] = { "session", N_ ("Session"), N_ ("Sessions"),
                           "x-office-calendar-symbolic" },
  [FONDS_KIND_CONTRIBUTION] = { "contribution", N_ ("Contribution"), N_ ("Contributions"),
                                "x-office-presentation-symbolic" },
  [FONDS_KIND_ACCESSION] = { "accession", N_ ("Accession"), N_ ("Accessions"),
                             "folder-download-symbolic" },
  [FONDS_KIND_CONTAINER] = { "container", N_ ("Container"), N_ ("Containers"),
                             "package-x-generic-symbolic" },
  [FONDS_KIND_RELATION] = { "relation", N_ ("Relation"), N_ ("Relations"),
                            "emblem-shared-symbolic" },
  [FONDS_KIND_CLAIM] = { "claim", N_ ("Claim"), N_ ("Claims"), "chat-message-new-symbolic" },
  [FONDS_KIND_PARTICIPATION] = { "participation", N_ ("Participation"), N_ ("Participations"),
                                 "contact-new-symbolic" },
  [FONDS_KIND_CONTACT] = { "contact", N_ ("Contact details"), N_ ("Contact details"),
                           "x-office-address-book-symbolic" },
  [FONDS_KIND_CUSTOM_FIELD] = { "custom-field", N_ ("Custom field"), N_ ("Custom fields"),
                                "insert-text-symbolic" },
};

static const Kind *
lookup (FondsKind kind)
{
  return &kinds[(guint) kind < FONDS_N_KINDS ? kind : FONDS_KIND_NONE];
}

static gboolean
is_among (FondsKind kind, guint32 mask)
{
  return (guint) kind < FONDS_N_KINDS && (mask & FONDS_KIND_BIT (kind)) != 0;
}

/**
 * fonds_kind_id:
 * @kind: a kind
 *
 * Names a kind for files, queries and the command line, such as "custom-field".
 *
 * Returns: the id
 */
const char *
fonds_kind_id (FondsKind kind)
{
  return lookup (kind)->id;
}

/**
 * fonds_kind_from_id:
 * @id: (nullable): an id of fonds_kind_id()
 *
 * Returns: the kind, or %FONDS_KIND_NONE if there is none of that id
 */
FondsKind
fonds_kind_from_id (const char *id)
{
  for (guint kind = 0; id != NULL && kind < FONDS_N_KINDS; kind++)
    if (strcmp (kinds[kind].id, id) == 0)
      return kind;

  return FONDS_KIND_NONE;
}

/**
 * fonds_kind_label:
 * @kind: a kind
 *
 * Returns: what a person calls one document of the kind, in English, to be translated
 */
const char *
fonds_kind_label (FondsKind kind)
{
  return lookup (kind)->label;
}

/**
 * fonds_kind_label_plural:
 * @kind: a kind
 *
 * Returns: what a person calls several documents of the kind, in English, to be translated
 */
const char *
fonds_kind_label_plural (FondsKind kind)
{
  return lookup (kind)->plural;
}

/**
 * fonds_kind_icon:
 * @kind: a kind
 *
 * Returns: the name of a symbolic icon
 */
const char *
fonds_kind_icon (FondsKind kind)
{
  return lookup (kind)->icon;
}

/**
 * fonds_kind_is_record:
 * @kind: a kind
 *
 * Returns: whether documents of the kind have a page of their own
 */
gboolean
fonds_kind_is_record (FondsKind kind)
{
  return is_among (kind, FONDS_KINDS_RECORD);
}

/**
 * fonds_kind_is_agent:
 * @kind: a kind
 *
 * Returns: whether it is somebody who can create records: a person, a family, an institution
 */
gboolean
fonds_kind_is_agent (FondsKind kind)
{
  return is_among (kind, FONDS_KINDS_AGENT);
}

/**
 * fonds_kind_is_authority:
 * @kind: a kind
 *
 * Returns: whether it has name forms and is there for others to refer to
 */
gboolean
fonds_kind_is_authority (FondsKind kind)
{
  return is_among (kind, FONDS_KINDS_AUTHORITY);
}

/**
 * fonds_kind_is_private:
 * @kind: a kind
 *
 * Returns: whether documents of the kind are personal by nature: never published, whatever their
 *   own access says
 */
gboolean
fonds_kind_is_private (FondsKind kind)
{
  return kind == FONDS_KIND_PARTICIPATION || kind == FONDS_KIND_CONTACT;
}
