/* preferences.h - what a person can choose about the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_PREFERENCES (fonds_preferences_get_type ())

G_DECLARE_FINAL_TYPE (FondsPreferences, fonds_preferences, FONDS, PREFERENCES, AdwPreferencesWindow)

FondsPreferences *fonds_preferences_present (GtkWindow *parent, GSettings *settings);

G_END_DECLS
