/* kind.h - the kinds of documents that a catalogue holds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FondsKind:
 *
 * What a document is about. Those up to the container are records, with a page of their own; the
 * others are documents beside records. The numbers are stored in files and never change.
 */
typedef enum
{
  FONDS_KIND_NONE = 0,
  FONDS_KIND_UNIT = 1,
  FONDS_KIND_PERSON = 2,
  FONDS_KIND_FAMILY = 3,
  FONDS_KIND_INSTITUTION = 4,
  FONDS_KIND_PLACE = 5,
  FONDS_KIND_SUBJECT = 6,
  FONDS_KIND_SOURCE = 7,
  FONDS_KIND_CONFERENCE = 8,
  FONDS_KIND_SESSION = 9,
  FONDS_KIND_CONTRIBUTION = 10,
  FONDS_KIND_ACCESSION = 11,
  FONDS_KIND_CONTAINER = 12,
  FONDS_KIND_RELATION = 13,
  FONDS_KIND_CLAIM = 14,
  FONDS_KIND_PARTICIPATION = 15,
  FONDS_KIND_CONTACT = 16,
  FONDS_KIND_CUSTOM_FIELD = 17,
  FONDS_N_KINDS,
} FondsKind;

/**
 * FONDS_KIND_BIT:
 * @kind: a kind
 *
 * The kind's bit in a mask of kinds.
 */
#define FONDS_KIND_BIT(kind) (1u << (kind))

/* Masks of kinds. */
#define FONDS_KINDS_AGENT                                                                          \
  (FONDS_KIND_BIT (FONDS_KIND_PERSON) | FONDS_KIND_BIT (FONDS_KIND_FAMILY) |                       \
   FONDS_KIND_BIT (FONDS_KIND_INSTITUTION))
#define FONDS_KINDS_AUTHORITY                                                                      \
  (FONDS_KINDS_AGENT | FONDS_KIND_BIT (FONDS_KIND_PLACE) | FONDS_KIND_BIT (FONDS_KIND_SUBJECT))
#define FONDS_KINDS_RECORD (FONDS_KIND_BIT (FONDS_KIND_RELATION) - FONDS_KIND_BIT (FONDS_KIND_UNIT))

const char *fonds_kind_id (FondsKind kind);
FondsKind fonds_kind_from_id (const char *id);

const char *fonds_kind_label (FondsKind kind);
const char *fonds_kind_label_plural (FondsKind kind);
const char *fonds_kind_icon (FondsKind kind);

gboolean fonds_kind_is_record (FondsKind kind);
gboolean fonds_kind_is_agent (FondsKind kind);
gboolean fonds_kind_is_authority (FondsKind kind);
gboolean fonds_kind_is_private (FondsKind kind);

G_END_DECLS
