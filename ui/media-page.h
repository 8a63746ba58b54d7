/* media-page.h - one page of one file on a record, as strips and the viewer go through them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA_PAGE (fonds_media_page_get_type ())

G_DECLARE_FINAL_TYPE (FondsMediaPage, fonds_media_page, FONDS, MEDIA_PAGE, GObject)

FondsMediaPage *fonds_media_page_new (FondsMedia *media, GPtrArray *attachments, guint index);
FondsMediaPage *fonds_media_page_new_next (FondsMediaPage *first, guint number);

FondsMedia *fonds_media_page_get_media (FondsMediaPage *self);
const FondsAttachment *fonds_media_page_get_attachment (FondsMediaPage *self);
guint fonds_media_page_get_index (FondsMediaPage *self);
guint fonds_media_page_get_number (FondsMediaPage *self);

FondsMediaFacts *fonds_media_page_get_facts (FondsMediaPage *self);
void fonds_media_page_set_facts (FondsMediaPage *self, FondsMediaFacts *facts);

FondsMediaSort fonds_media_page_get_sort (FondsMediaPage *self);
gboolean fonds_media_page_has_picture (FondsMediaPage *self);
const char *fonds_media_page_get_icon (FondsMediaPage *self);
const char *fonds_media_page_get_title (FondsMediaPage *self);
char *fonds_media_page_dup_description (FondsMediaPage *self);

G_END_DECLS
