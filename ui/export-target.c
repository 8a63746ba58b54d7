/* export-target.c - where an export goes, and the word that it is there
 *
 * A format of several files gets a new folder inside the one that is chosen, so that nothing that lies
 * there is written over; for a single file the chooser asks before it does.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/export-target.h"

#include "ui/file-chooser.h"
#include "ui/label.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_export_target_folder:
 * @parent: a folder
 * @name: what a folder in it is to be called
 *
 * Finds a name that nothing in the folder has yet.
 *
 * Returns: (transfer full): the path of the new folder, which is not made
 */
char *
fonds_export_target_folder (const char *parent, const char *name)
{
  char *path = g_build_filename (parent, name, NULL);
  guint i;

  for (i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s %u", name, i);

      g_free (path);
      path = g_build_filename (parent, next, NULL);
    }
  return path;
}

static void
name_folder (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const *texts = data;

  g_task_return_pointer (task, fonds_export_target_folder (texts[0], texts[1]), g_free);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, &error);
  const char *name = g_task_get_task_data (task);
  char **texts;

  if (!path)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!name)
    {
      g_task_return_pointer (task, g_steal_pointer (&path), g_free);
      return;
    }
  texts = g_strdupv ((char *[]){ path, (char *) name, NULL });
  g_task_set_task_data (task, texts, (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, name_folder);
}

/**
 * fonds_export_target_choose_async:
 * @window: the window that asks
 * @catalogue: whose records go out; the file is called after it
 * @format: what is written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Asks for a file, or for the folder in which a new one is made.
 */
void
fonds_export_target_choose_async (GtkWindow *window,
                                  FondsCatalogue *catalogue,
                                  FondsExportFormat format,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (window, NULL, callback, user_data);
  g_autofree char *stem = fonds_catalogue_dup_name (catalogue);
  g_autofree char *name = NULL;

  g_task_set_source_tag (task, fonds_export_target_choose_async);
  if (format == FONDS_EXPORT_ATOM)
    {
      g_task_set_task_data (task, g_strdup_printf (_ ("%s for AtoM"), stem), g_free);
      fonds_choose_file_async (window, _ ("Choose where the new folder goes"), _ ("_Export"),
                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, chosen_cb, task);
      return;
    }
  name = g_strconcat (stem, format == FONDS_EXPORT_JSON ? ".json" : ".csv", NULL);
  fonds_choose_file_async (window, _ ("Export to a file"), _ ("_Export"),
                           GTK_FILE_CHOOSER_ACTION_SAVE, NULL, name, chosen_cb, task);
}

/**
 * fonds_export_target_choose_finish:
 * @window: the window that asked
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED when nothing was chosen
 *
 * Takes the answer of fonds_export_target_choose_async().
 *
 * Returns: (transfer full) (nullable): the path
 */
char *
fonds_export_target_choose_finish (GtkWindow *window, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, window), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
open_folder_cb (AdwToast *toast, const char *uri)
{
  g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

/**
 * fonds_export_target_tell:
 * @window: (nullable): the window of the catalogue
 * @report: what was written
 *
 * Tells a window that it is done, with a way to the folder.
 */
void
fonds_export_target_tell (GtkWindow *window, const FondsExportReport *report)
{
  g_autofree char *records = fonds_format_records ((gint64) fonds_export_report_total (report));
  g_autofree char *text = g_strdup_printf (_ ("Exported %s"), records);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) folder = NULL;
  AdwToast *toast;

  if (!FONDS_IS_WINDOW (window) || report->files->len == 0)
    return;
  file = g_file_new_for_path (report->files->pdata[0]);
  folder = g_file_get_parent (file);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("Open folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (open_folder_cb),
                         g_file_get_uri (folder), (GClosureNotify) (void (*) (void)) g_free, 0);
  fonds_window_add_toast (FONDS_WINDOW (window), toast);
}
