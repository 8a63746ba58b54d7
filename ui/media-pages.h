/* media-pages.h - the files of a record, or all their pages, as a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/media-page.h"

G_BEGIN_DECLS

#define FONDS_TYPE_MEDIA_PAGES (fonds_media_pages_get_type ())

G_DECLARE_FINAL_TYPE (FondsMediaPages, fonds_media_pages, FONDS, MEDIA_PAGES, GObject)

FondsMediaPages *
fonds_media_pages_new (FondsMedia *media, GPtrArray *attachments, gboolean each_page);

guint fonds_media_pages_find (FondsMediaPages *self, guint index);

G_END_DECLS
