/* attach-progress.c - how far the adding of files has come, and a way to stop it
 *
 * Seen only if it takes longer than a moment.
 * Thread: main context. Ownership: whoever began it ends it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/attach-progress.h"

#include "ui/label.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define SHOW_AFTER_MS 400

struct _FondsAttachProgressDialog
{
  GtkWindow *parent;
  GtkWindow *dialog; /* (nullable): not seen yet, or closed */
  GtkProgressBar *bar;
  GCancellable *cancellable;
  guint n_files;
  guint show_source;
};

static void
response_cb (AdwMessageDialog *dialog, const char *response, FondsAttachProgressDialog *self)
{
  self->dialog = NULL;
  g_cancellable_cancel (self->cancellable);
}

static gboolean
show_cb (gpointer user_data)
{
  FondsAttachProgressDialog *self = user_data;
  g_autofree char *count = fonds_format_count (self->n_files);
  g_autofree char *heading =
      g_strdup_printf (ngettext ("Adding %s file", "Adding %s files", self->n_files), count);
  GtkWidget *dialog = adw_message_dialog_new (self->parent, heading, NULL);

  self->show_source = 0;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _ ("Each is copied beside the catalogue and checked."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), self);
  self->dialog = GTK_WINDOW (dialog);
  gtk_window_present (self->dialog);
  return G_SOURCE_REMOVE;
}

/**
 * fonds_attach_progress_dialog_begin:
 * @parent: the window in which it is asked for
 * @n_files: how many files there are
 * @cancellable: what stops it
 *
 * Begins to follow the adding of files.
 *
 * Returns: (transfer full): ended by fonds_attach_progress_dialog_end()
 */
FondsAttachProgressDialog *
fonds_attach_progress_dialog_begin (GtkWindow *parent, guint n_files, GCancellable *cancellable)
{
  FondsAttachProgressDialog *self = g_new0 (FondsAttachProgressDialog, 1);

  self->parent = g_object_ref (parent);
  self->n_files = n_files;
  self->cancellable = g_object_ref (cancellable);
  self->bar = g_object_ref_sink (GTK_PROGRESS_BAR (gtk_progress_bar_new ()));
  fonds_widget_set_accessible_name (GTK_WIDGET (self->bar), _ ("Progress"));
  self->show_source = g_timeout_add (SHOW_AFTER_MS, show_cb, self);
  return self;
}

/**
 * fonds_attach_progress_dialog_update:
 * @self: a progress
 * @done: how many files are done
 * @total: of how many
 *
 * Says how far it has come.
 */
void
fonds_attach_progress_dialog_update (FondsAttachProgressDialog *self, guint done, guint total)
{
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), done, total);

  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / total : 0);
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_progress_bar_set_text (self->bar, text);
}

/**
 * fonds_attach_progress_dialog_end:
 * @self: a progress
 *
 * Stops following, and takes the dialog away.
 */
void
fonds_attach_progress_dialog_end (FondsAttachProgressDialog *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->dialog)
    {
      g_signal_handlers_disconnect_by_func (self->dialog, response_cb, self);
      gtk_window_destroy (self->dialog);
    }
  g_object_unref (self->bar);
  g_object_unref (self->parent);
  g_object_unref (self->cancellable);
  g_free (self);
}
