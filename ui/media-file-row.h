/* media-file-row.h - a file of a record that is no picture: a line on its page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui/media-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *fonds_media_file_row_new (FondsMediaPage *page, guint n_files);

G_END_DECLS
