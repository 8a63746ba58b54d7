/* atom.h - the CSV templates of AtoM
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/exchange/mapping.h"

G_BEGIN_DECLS

/**
 * FondsAtomTemplate:
 *
 * The files that AtoM reads and writes, in the order in which one import takes them.
 */
typedef enum
{
  FONDS_ATOM_REPOSITORIES,
  FONDS_ATOM_AUTHORITIES,
  FONDS_ATOM_RELATIONSHIPS,
  FONDS_ATOM_ACCESSIONS,
  FONDS_ATOM_DEACCESSIONS,
  FONDS_ATOM_CONTAINERS,
  FONDS_ATOM_DESCRIPTIONS,
  FONDS_ATOM_EVENTS,
  FONDS_N_ATOM_TEMPLATES,
  FONDS_ATOM_NONE = FONDS_N_ATOM_TEMPLATES,
} FondsAtomTemplate;

FondsAtomTemplate fonds_atom_recognise (const char *const *header);
const char *fonds_atom_describe (FondsAtomTemplate template);
FondsKind fonds_atom_kind (FondsAtomTemplate template);

FondsMapping *
fonds_atom_mapping (FondsAtomTemplate template, FondsKind kind, const char *const *header);

const char *const *fonds_atom_columns (FondsAtomTemplate template);
gboolean fonds_atom_is_multiple (const char *column);
const char *fonds_atom_language_column (const char *const *header);

G_END_DECLS
