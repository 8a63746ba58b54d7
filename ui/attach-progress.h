/* attach-progress.h - how far the adding of files has come, and a way to stop it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _FondsAttachProgressDialog FondsAttachProgressDialog;

FondsAttachProgressDialog *
fonds_attach_progress_dialog_begin (GtkWindow *parent, guint n_files, GCancellable *cancellable);
void fonds_attach_progress_dialog_update (FondsAttachProgressDialog *self, guint done, guint total);
void fonds_attach_progress_dialog_end (FondsAttachProgressDialog *self);

G_END_DECLS
