/* attach-files.h - bringing files from this computer to a record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"
#include "data/media/media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_attach_choose (GtkWidget *widget, FondsMedia *media, FondsRecord *record);
void
fonds_attach_files (GtkWidget *widget, FondsMedia *media, FondsRecord *record, GPtrArray *files);

G_END_DECLS
