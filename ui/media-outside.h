/* media-outside.h - handing a file to another program, or to a folder
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_say (GtkWidget *widget, const char *text, const char *button, const char *action);

void
fonds_media_open_outside (GtkWidget *widget, FondsMedia *media, const FondsAttachment *attachment);
void
fonds_media_save_copy (GtkWidget *widget, FondsMedia *media, const FondsAttachment *attachment);

G_END_DECLS
