/* sample.h - the catalogue that a newcomer sees first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *fonds_sample_default_path (void);
gboolean fonds_sample_create (const char *path, GError **error);

G_END_DECLS
