/* section.c - the shelves of a catalogue: everything, the archive, people …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/section.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;
  const char *icon;
  gboolean main; /* shown even while it is empty */
  guint n_kinds; /* 0: all */
  FondsKind kinds[2];
} Section;

static const Section sections[FONDS_N_SECTIONS] = {
  [FONDS_SECTION_EVERYTHING] = { N_ ("Everything"), "view-list-symbolic", TRUE, 0, { 0 } },
  [FONDS_SECTION_ARCHIVE] = { N_ ("Archive"), "folder-symbolic", TRUE, 1, { FONDS_KIND_UNIT } },
  [FONDS_SECTION_CONFERENCES] = { N_ ("Conferences"),
                                  "fonds-conference-symbolic",
                                  FALSE,
                                  1,
                                  { FONDS_KIND_CONFERENCE } },
  [FONDS_SECTION_INSTITUTIONS] = { N_ ("Institutions"),
                                   "fonds-institution-symbolic",
                                   TRUE,
                                   1,
                                   { FONDS_KIND_INSTITUTION } },
  [FONDS_SECTION_PEOPLE] = { N_ ("People"),
                             "avatar-default-symbolic",
                             TRUE,
                             2,
                             { FONDS_KIND_PERSON, FONDS_KIND_FAMILY } },
  [FONDS_SECTION_PLACES] = { N_ ("Places"),
                             "mark-location-symbolic",
                             FALSE,
                             1,
                             { FONDS_KIND_PLACE } },
  [FONDS_SECTION_SUBJECTS] = { N_ ("Subjects"),
                               "fonds-subject-symbolic",
                               FALSE,
                               1,
                               { FONDS_KIND_SUBJECT } },
  [FONDS_SECTION_SOURCES] = { N_ ("Sources"),
                              "accessories-dictionary-symbolic",
                              FALSE,
                              1,
                              { FONDS_KIND_SOURCE } },
  [FONDS_SECTION_ACCESSIONS] = { N_ ("Accessions"),
                                 "folder-download-symbolic",
                                 FALSE,
                                 1,
                                 { FONDS_KIND_ACCESSION } },
  [FONDS_SECTION_CONTAINERS] = { N_ ("Containers"),
                                 "package-x-generic-symbolic",
                                 FALSE,
                                 1,
                                 { FONDS_KIND_CONTAINER } },
};

/**
 * fonds_section_label:
 * @section: a section
 *
 * Names a section.
 *
 * Returns: (transfer none): its translated name
 */
const char *
fonds_section_label (FondsSection section)
{
  g_return_val_if_fail (section < FONDS_N_SECTIONS, NULL);

  return _ (sections[section].label);
}

/**
 * fonds_section_icon:
 * @section: a section
 *
 * Says what a section looks like.
 *
 * Returns: (transfer none): the name of a symbolic icon
 */
const char *
fonds_section_icon (FondsSection section)
{
  g_return_val_if_fail (section < FONDS_N_SECTIONS, NULL);

  return sections[section].icon;
}

/**
 * fonds_section_kinds:
 * @section: a section
 * @n_kinds: (out): how many kinds it holds; 0 when it holds all
 *
 * Says which kinds of record stand in a section.
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds
 */
const FondsKind *
fonds_section_kinds (FondsSection section, guint *n_kinds)
{
  g_return_val_if_fail (section < FONDS_N_SECTIONS, NULL);

  *n_kinds = sections[section].n_kinds;
  return sections[section].kinds;
}

/**
 * fonds_section_is_main:
 * @section: a section
 *
 * Says whether a section is shown even while nothing stands in it.
 *
 * Returns: %TRUE for those that every archive has
 */
gboolean
fonds_section_is_main (FondsSection section)
{
  g_return_val_if_fail (section < FONDS_N_SECTIONS, FALSE);

  return sections[section].main;
}
