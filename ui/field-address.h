/* field-address.h - a link out of the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *fonds_address_link_new (const char *uri, const char *text);

G_END_DECLS
