/* attach-edit.h - changing how a file hangs on its record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_attach_ask_caption (GtkWidget *widget,
                               FondsMedia *media,
                               gint64 record,
                               const FondsAttachment *attachment,
                               const char *language);
void fonds_attach_ask_replacement (GtkWidget *widget,
                                   FondsMedia *media,
                                   gint64 record,
                                   const FondsAttachment *attachment);
void fonds_attach_put (GtkWidget *widget,
                       FondsMedia *media,
                       gint64 record,
                       const char *key,
                       guint position);
void fonds_attach_take_off (GtkWidget *widget, FondsMedia *media, gint64 record, const char *key);

G_END_DECLS
