/* sample-pictures.h - the drawings that the sample catalogue shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "data/catalogue/catalogue.h"

G_BEGIN_DECLS

char *fonds_sample_media_folder (const char *path);
gboolean fonds_sample_hang_pictures (FondsCatalogue *catalogue,
                                     const char *folder,
                                     const char *media,
                                     GError **error);

G_END_DECLS
