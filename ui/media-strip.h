/* media-strip.h - the pictures and files of a record, on its page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/record.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA_STRIP (fonds_media_strip_get_type ())

G_DECLARE_FINAL_TYPE (FondsMediaStrip, fonds_media_strip, FONDS, MEDIA_STRIP, AdwBin)

GtkWidget *fonds_media_strip_new (void);

void fonds_media_strip_show (FondsMediaStrip *self, FondsCatalogue *catalogue, FondsRecord *record);

void fonds_media_strip_build (FondsCatalogue *catalogue, FondsRecord *record, GtkBox *page);

G_END_DECLS
