/* checksum.h - tells whether stored bytes are still those that were stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 fonds_checksum (gconstpointer data, gsize length);

G_END_DECLS
