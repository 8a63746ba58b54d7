/* results.h - what was found, and by what it is narrowed and ordered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/finder.h"
#include "ui/state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_RESULTS (fonds_results_get_type ())

G_DECLARE_FINAL_TYPE (FondsResults, fonds_results, FONDS, RESULTS, AdwBin)

FondsResults *fonds_results_new (void);

void fonds_results_set_state (FondsResults *self, FondsState *state);
void fonds_results_set_finder (FondsResults *self, FondsFinder *finder);
void fonds_results_set_shown (FondsResults *self, gint64 id);

gboolean fonds_results_get_activate_on_click (FondsResults *self);
void fonds_results_set_activate_on_click (FondsResults *self, gboolean activate);

G_END_DECLS
