/* section.h - the shelves of a catalogue: everything, the archive, people …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/kind.h"

G_BEGIN_DECLS

typedef enum
{
  FONDS_SECTION_EVERYTHING,
  FONDS_SECTION_ARCHIVE,
  FONDS_SECTION_CONFERENCES,
  FONDS_SECTION_INSTITUTIONS,
  FONDS_SECTION_PEOPLE,
  FONDS_SECTION_PLACES,
  FONDS_SECTION_SUBJECTS,
  FONDS_SECTION_SOURCES,
  FONDS_SECTION_ACCESSIONS,
  FONDS_SECTION_CONTAINERS,
  FONDS_N_SECTIONS,
} FondsSection;

const char *fonds_section_label (FondsSection section);
const char *fonds_section_icon (FondsSection section);
const FondsKind *fonds_section_kinds (FondsSection section, guint *n_kinds);
gboolean fonds_section_is_main (FondsSection section);

G_END_DECLS
