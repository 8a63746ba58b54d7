/* attach-private.h - what attaching and arranging share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/edit.h"
#include "data/media/attach.h"
#include "data/media/folder.h"

G_BEGIN_DECLS

gboolean _fonds_attach_note_folder (FondsDb *db, const char *name, GError **error);
void _fonds_attach_add (FondsBody *body, const FondsKept *kept);

G_END_DECLS
