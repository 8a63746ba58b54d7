/* picture-files.h - makes small pictures, for tests of what takes and shows them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *
picture_file_new (const char *folder, const char *name, int width, int height, guint32 colour);
void picture_folder_remove (const char *folder);

G_END_DECLS
