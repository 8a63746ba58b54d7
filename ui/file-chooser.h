/* file-chooser.h - asks for a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fonds_chooser_show (GtkFileChooserNative *chooser, GtkWindow *parent);

void fonds_choose_file_async (GtkWindow *parent,
                              const char *title,
                              const char *accept,
                              GtkFileChooserAction action,
                              GtkFileFilter *filter,
                              const char *name,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
char *fonds_choose_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error);

GtkFileFilter *fonds_catalogue_filter_new (void);

G_END_DECLS
