/* snippet.h - a piece of text with what matched in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_inscription_set_snippet (GtkInscription *inscription, const char *snippet);

G_END_DECLS
