/* go-to.h - asks where to go in a long list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"
#include "data/search/request.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FONDS_TYPE_GO_TO (fonds_go_to_get_type ())

G_DECLARE_FINAL_TYPE (FondsGoTo, fonds_go_to, FONDS, GO_TO, GtkPopover)

FondsGoTo *fonds_go_to_new (void);

void fonds_go_to_ask (FondsGoTo *self,
                      FondsCatalogue *catalogue,
                      FondsAnswer *answer,
                      const FondsRequest *request);
void fonds_go_to_answer (FondsGoTo *self, const char *text);

G_END_DECLS
