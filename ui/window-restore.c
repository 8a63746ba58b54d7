/* window-restore.c - goes back to a backup in all windows on a catalogue
 *
 * They let go of it, its file is replaced once it is closed, and they open it again.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window-private.h"

#include "data/catalogue/backup.h"
#include "ui/error-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GApplication *application;
  GPtrArray *windows; /* of FondsWindow */
  char *catalogue;
  char *backup;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *job = data;

  g_ptr_array_unref (job->windows);
  g_free (job->catalogue);
  g_free (job->backup);
  g_application_release (job->application);
  g_object_unref (job->application);
  g_free (job);
}

static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restoring *job = data;
  GError *error = NULL;

  if (fonds_backup_restore (job->catalogue, job->backup, g_get_real_time () / G_USEC_PER_SEC,
                            &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
say_why_not (FondsWindow *window, const GError *error)
{
  g_autofree char *advice = fonds_error_advice (error, NULL);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (window), _ ("The backup wasn’t restored"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), "%s. %s", fonds_error_title (error),
                                  advice);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Restoring *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  FondsWindow *first = NULL;

  for (guint i = 0; i < job->windows->len; i++)
    {
      FondsWindow *window = g_ptr_array_index (job->windows, i);

      if (!gtk_window_get_application (GTK_WINDOW (window))) /* closed meanwhile */
        continue;
      first = first ? first : window;
      fonds_window_open (window, job->catalogue, FALSE);
    }
  if (first && done)
    fonds_window_add_toast (first, adw_toast_new (_ ("Backup restored")));
  else if (first)
    say_why_not (first, error);
}

static gboolean
begin_cb (gpointer data)
{
  Restoring *job = data;
  g_autoptr (GTask) task = g_task_new (job->application, NULL, restored_cb, NULL);

  g_task_set_task_data (task, job, restoring_free);
  g_task_run_in_thread (task, restore_thread);
  return G_SOURCE_REMOVE;
}

/* Nobody holds the catalogue any more, and it was closed before that. */
static void
gone_cb (gpointer data, GObject *catalogue)
{
  g_idle_add (begin_cb, data);
}

/*
 * _fonds_window_restore:
 * @self: a window on a catalogue
 * @backup: a backup's file
 *
 * Brings a backup back.
 */
void
_fonds_window_restore (FondsWindow *self, const char *backup)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  FondsSession *session = self->session;
  Restoring *job = g_new0 (Restoring, 1);
  GList *l;

  g_application_hold (G_APPLICATION (application));
  job->application = G_APPLICATION (g_object_ref (application));
  job->windows = g_ptr_array_new_with_free_func (g_object_unref);
  job->catalogue = g_strdup (self->path);
  job->backup = g_strdup (backup);
  g_object_weak_ref (G_OBJECT (self->catalogue), gone_cb, job);
  for (l = gtk_application_get_windows (application); l; l = l->next)
    if (FONDS_IS_WINDOW (l->data) && FONDS_WINDOW (l->data)->session == session)
      g_ptr_array_add (job->windows, g_object_ref (l->data));
  for (guint i = 0; i < job->windows->len; i++)
    _fonds_window_wait_for_file (g_ptr_array_index (job->windows, i), _ ("Restoring the backup…"));
}
