/* application.h - the program as the desktop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_APPLICATION (fonds_application_get_type ())

G_DECLARE_FINAL_TYPE (FondsApplication, fonds_application, FONDS, APPLICATION, AdwApplication)

FondsApplication *fonds_application_new (void);

int fonds_application_run (int argc, char **argv);

G_END_DECLS
