/* file-chooser.c - asks for a file
 *
 * The one place that knows GTK's file chooser of the day (GtkFileDialog takes its place in 4.10).
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/file-chooser.h"

#include <glib/gi18n-lib.h>

static void
response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file)
    g_task_return_pointer (task, g_file_get_path (file), g_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
  /* The dialog was kept by itself while it was open; the task was kept by the dialog. */
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
give_up_cb (GtkNativeDialog *chooser)
{
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_CANCEL);
}

/**
 * fonds_chooser_show:
 * @chooser: a chooser that was made for a window
 * @parent: that window
 *
 * Shows a chooser, which answers that nothing was chosen when its window goes: else whoever waits for
 * its answer would keep the catalogue for ever.
 */
void
fonds_chooser_show (GtkFileChooserNative *chooser, GtkWindow *parent)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (parent, "unrealize", G_CALLBACK (give_up_cb), chooser,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * fonds_choose_file_async:
 * @parent: the window that asks
 * @title: what is asked for
 * @accept: (nullable): the label of the button that agrees, with a mnemonic
 * @action: whether a file is opened or saved
 * @filter: (nullable) (transfer none): which files are offered
 * @name: (nullable): the name offered for a new file
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Asks for a file on this computer.
 */
void
fonds_choose_file_async (GtkWindow *parent,
                         const char *title,
                         const char *accept,
                         GtkFileChooserAction action,
                         GtkFileFilter *filter,
                         const char *name,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));

  g_task_set_source_tag (task, fonds_choose_file_async);
  if (filter)
    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), task,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  fonds_chooser_show (dialog, parent);
}

/**
 * fonds_choose_file_finish:
 * @parent: the window that asked
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Takes the answer of fonds_choose_file_async().
 *
 * Returns: (transfer full) (nullable): the file's path
 */
char *
fonds_choose_file_finish (GtkWindow *parent, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * fonds_catalogue_filter_new:
 *
 * Makes a filter that offers catalogues.
 *
 * Returns: (transfer full): the filter
 */
GtkFileFilter *
fonds_catalogue_filter_new (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Catalogues"));
  gtk_file_filter_add_suffix (filter, "fonds");
  return filter;
}
