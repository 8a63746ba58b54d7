/* identifier-address.h - the addresses to which identifiers lead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean fonds_text_is_address (const char *text);
char *fonds_identifier_address (const char *scheme, const char *identifier);

G_END_DECLS
