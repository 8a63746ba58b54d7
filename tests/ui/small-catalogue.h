/* small-catalogue.h - a catalogue of a few records, for tests of the window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

/* What the catalogue holds: a fonds with a series and three items, two people, one institution. */
#define SMALL_N_RECORDS 8
#define SMALL_N_UNITS 5
#define SMALL_N_PEOPLE 2

FondsCatalogue *small_catalogue_new (char **folder);
void small_catalogue_free (FondsCatalogue *catalogue, char *folder);

void small_catalogue_add_unit (FondsCatalogue *catalogue, const char *title, const char *parent);

G_END_DECLS
