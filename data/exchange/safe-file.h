/* safe-file.h - a file that is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FondsSafeWrite:
 *
 * Writes what a file is to hold.
 */
typedef gboolean (*FondsSafeWrite) (GOutputStream *stream,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

gboolean fonds_safe_file_write (const char *path,
                                FondsSafeWrite write,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
