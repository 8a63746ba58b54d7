/* desk.h - what all windows of the program share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/recent.h"
#include "ui/session.h"

G_BEGIN_DECLS

#define FONDS_TYPE_DESK (fonds_desk_get_type ())

G_DECLARE_FINAL_TYPE (FondsDesk, fonds_desk, FONDS, DESK, GObject)

FondsDesk *fonds_desk_new (GApplication *application);

GSettings *fonds_desk_get_settings (FondsDesk *self);
FondsRecent *fonds_desk_get_recent (FondsDesk *self);

FondsSession *fonds_desk_find (FondsDesk *self, const char *path);
FondsSession *fonds_desk_begin (FondsDesk *self, FondsCatalogue *catalogue, FondsState *state);

G_END_DECLS
