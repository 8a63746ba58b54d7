/* media-card.h - one file of a record on its page: the small picture with its caption
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/media-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA_CARD (fonds_media_card_get_type ())

G_DECLARE_FINAL_TYPE (FondsMediaCard, fonds_media_card, FONDS, MEDIA_CARD, AdwBin)

GtkWidget *fonds_media_card_new (FondsMediaPage *page, guint n_files, gboolean large);

G_END_DECLS
