/* field-address.h - the addresses to which identifiers lead
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean fonds_field_is_address (const char *text);
char *fonds_field_address (const char *scheme, const char *identifier);

GtkWidget *fonds_address_link_new (const char *uri, const char *text);

G_END_DECLS
