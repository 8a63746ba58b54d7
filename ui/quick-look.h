/* quick-look.h - the head of a record, seen in passing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FONDS_TYPE_QUICK_LOOK (fonds_quick_look_get_type ())

G_DECLARE_FINAL_TYPE (FondsQuickLook, fonds_quick_look, FONDS, QUICK_LOOK, AdwBin)

GtkWidget *fonds_quick_look_new (void);

void fonds_quick_look_show (FondsQuickLook *self, FondsCatalogue *catalogue, gint64 id);
void fonds_quick_look_hide (FondsQuickLook *self);
gboolean fonds_quick_look_is_shown (FondsQuickLook *self);

G_END_DECLS
