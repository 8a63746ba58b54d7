/* coordinates.h - coordinates in a person's words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean fonds_coordinates_parse (const char *text, double *latitude, double *longitude);
char *fonds_coordinates_short (double latitude, double longitude);
char *fonds_coordinates_spoken (double latitude, double longitude);
char *fonds_coordinates_uri (double latitude, double longitude);

G_END_DECLS
