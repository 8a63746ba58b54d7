/* record-page.h - the page on which one record is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/matcher.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_RECORD_PAGE (fonds_record_page_get_type ())

G_DECLARE_FINAL_TYPE (FondsRecordPage, fonds_record_page, FONDS, RECORD_PAGE, AdwBin)

GtkWidget *fonds_record_page_new (void);

void fonds_record_page_show (FondsRecordPage *self, FondsCatalogue *catalogue, gint64 id);
void fonds_record_page_set_matcher (FondsRecordPage *self, FondsMatcher *matcher);
gint64 fonds_record_page_get_shown (FondsRecordPage *self);
FondsRecord *fonds_record_page_get_record (FondsRecordPage *self);
FondsCatalogue *fonds_record_page_get_catalogue (FondsRecordPage *self);

G_END_DECLS
