/* record-section.h - a part of a record's page under a heading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *fonds_record_section_new (const char *heading);

G_END_DECLS
