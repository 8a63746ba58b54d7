/* backups-dialog.c - the backups of a catalogue, to be made and brought back
 *
 * Signals: restore, with a backup's path, when somebody chose one and was sure; the window then does
 * it, since all windows on the catalogue have to let go of it first.
 * Thread: main context; the folder is read on another.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/backups-dialog.h"

#include "data/catalogue/backup.h"
#include "ui/error-words.h"
#include "ui/label.h"
#include "ui/recent.h"
#include "ui/stack.h"
#include "ui/tab-stop.h"

#include <glib/gi18n-lib.h>

struct _FondsBackupsDialog
{
  AdwWindow parent_instance;

  /* owned by the template */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkListBox *list;

  /* owned */
  FondsSession *session;
  GCancellable *cancellable;
  char *chosen; /* (nullable): the backup that is asked about */
};

enum
{
  RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FondsBackupsDialog, fonds_backups_dialog, ADW_TYPE_WINDOW)

static const char *const reasons[] = { N_ ("made daily"), N_ ("made by hand"),
                                       N_ ("before a restore") };

static char *
format_moment (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  /* Translators: the moment of a backup, see g_date_time_format(): Tuesday, 24 November 2026, 18:42 */
  return g_date_time_format (moment, _ ("%A, %-d %B %Y, %H:%M"));
}

static char *
describe (const FondsBackup *backup)
{
  g_autofree char *records = fonds_format_records (backup->records);
  g_autofree char *size = g_format_size ((guint64) backup->size);

  return g_strdup_printf ("%s · %s · %s", backup->records >= 0 ? records : _ ("can’t be read"),
                          size, _ (reasons[backup->reason]));
}

static gboolean
restore_soon_cb (gpointer user_data)
{
  FondsBackupsDialog *self = user_data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return G_SOURCE_REMOVE;
  g_signal_emit (self, signals[RESTORE], 0, self->chosen);
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* The question stands in front of this dialog and must be gone before it. */
static void
answered_cb (FondsBackupsDialog *self, const char *response)
{
  if (g_strcmp0 (response, "restore") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, restore_soon_cb, g_object_ref (self), g_object_unref);
}

static void
restore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (widget);
  const char *path;
  const char *moment;
  GtkWidget *question =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("Restore this backup?"), NULL);

  g_variant_get (parameter, "(&s&s)", &path, &moment);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (question),
                                  _ ("The catalogue goes back to how it was on %s. What it holds "
                                     "now is kept as a backup, so "
                                     "that you can come back to it."),
                                  moment);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("Cancel"),
                                    "restore", _ ("Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_free (self->chosen);
  self->chosen = g_strdup (path);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static GtkWidget *
make_row (const FondsBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore…"));
  g_autofree char *moment = format_moment (backup->time);
  g_autofree char *facts = describe (backup);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, backup->records >= 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", backup->path, moment);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, fonds_backup_list (data), (GDestroyNotify) g_ptr_array_unref);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (source);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkListBoxRow *row;

  if (!found) /* closed */
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (found, i)));
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "empty");
}

static void
load (FondsBackupsDialog *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, listed_cb, NULL);

  g_task_set_task_data (task, g_strdup (fonds_session_get_path (self->session)), g_free);
  g_task_run_in_thread (task, list_thread);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (fonds_backup_keeper_make_finish (FONDS_BACKUP_KEEPER (source), result, &error))
    text = g_markup_escape_text (_ ("Backup made"), -1);
  else
    text = g_markup_escape_text (fonds_error_title (error), -1);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make", TRUE);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
  load (self);
}

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (widget);

  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  fonds_backup_keeper_make_async (fonds_session_get_keeper (self->session), made_cb,
                                  g_object_ref (self));
}

static void
open_folder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (widget);
  g_autofree char *folder = fonds_backup_folder (fonds_session_get_path (self->session));
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
fonds_backups_dialog_dispose (GObject *object)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_BACKUPS_DIALOG);

  G_OBJECT_CLASS (fonds_backups_dialog_parent_class)->dispose (object);
}

static void
fonds_backups_dialog_finalize (GObject *object)
{
  FondsBackupsDialog *self = FONDS_BACKUPS_DIALOG (object);

  g_object_unref (self->cancellable);
  g_free (self->chosen);

  G_OBJECT_CLASS (fonds_backups_dialog_parent_class)->finalize (object);
}

static void
fonds_backups_dialog_class_init (FondsBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fonds_backups_dialog_finalize;

  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "backups.restore", "(ss)", restore_cb);
  gtk_widget_class_install_action (widget_class, "backups.open-folder", NULL, open_folder_cb);
  g_type_ensure (FONDS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/fonds/Fonds/ui/backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsBackupsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FondsBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsBackupsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FondsBackupsDialog, list);
}

static void
fonds_backups_dialog_init (FondsBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
}

/**
 * fonds_backups_dialog_present:
 * @parent: the window that asks
 * @session: the catalogue's session
 *
 * Shows the backups of a catalogue.
 *
 * Returns: (transfer none): the dialog, owned by GTK
 */
FondsBackupsDialog *
fonds_backups_dialog_present (GtkWindow *parent, FondsSession *session)
{
  FondsBackupsDialog *self =
      g_object_new (FONDS_TYPE_BACKUPS_DIALOG, "transient-for", parent, NULL);
  g_autofree char *folder = fonds_backup_folder (fonds_session_get_path (session));
  g_autofree char *inside = g_build_filename (folder, "x", NULL);
  g_autofree char *words = fonds_path_words (inside);
  g_autofree char *sentence = g_strdup_printf (_ ("They lie in %s."), words);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  self->session = g_object_ref (session);
  adw_preferences_group_set_description (self->group, markup);
  load (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
