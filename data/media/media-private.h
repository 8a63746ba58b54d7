/* media-private.h - what the parts of the library ask of the facade
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/media/media.h"
#include "data/media/pool.h"

G_BEGIN_DECLS

FondsCatalogue *_fonds_media_hold_catalogue (FondsMedia *self, GError **error);
char *_fonds_media_folder (FondsMedia *self, GError **error);
char *_fonds_media_folder_name (FondsMedia *self, GError **error);

FondsPool *_fonds_media_makers (FondsMedia *self);
FondsPool *_fonds_media_readers (FondsMedia *self);

G_END_DECLS
