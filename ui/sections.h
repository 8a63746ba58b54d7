/* sections.h - the list of sections with how many records stand in each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_SECTIONS (fonds_sections_get_type ())

G_DECLARE_FINAL_TYPE (FondsSections, fonds_sections, FONDS, SECTIONS, AdwBin)

FondsSections *fonds_sections_new (void);

void fonds_sections_set_finder (FondsSections *self, FondsFinder *finder);

G_END_DECLS
