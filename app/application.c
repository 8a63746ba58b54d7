/* application.c - the program as the desktop sees it
 *
 * One process, a window or more for each catalogue that is open. Started without a file, it opens the
 * last catalogue; the first time, the sample catalogue, which it makes for that.
 * Invariant: nothing here waits; the sample is made on a thread of its own.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "app/application.h"

#include "app/sample.h"
#include "ui/accels.h"
#include "ui/appearance.h"
#include "ui/manual.h"
#include "ui/preferences.h"
#include "ui/window.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

struct _FondsApplication
{
  AdwApplication parent_instance;

  /* owned */
  FondsDesk *desk;

  /* state */
  guint terminate_source;
  guint interrupt_source;
  gboolean recent_asked;  /* what was open last is being looked for, or known */
  gboolean recent_loaded; /* it is known */
  gboolean wants_window;  /* one that waits for it */
};

typedef struct
{
  FondsWindow *window;
  char *path;
} SampleJob;

G_DEFINE_FINAL_TYPE (FondsApplication, fonds_application, ADW_TYPE_APPLICATION)

static void
sample_job_free (SampleJob *job)
{
  g_object_unref (job->window);
  g_free (job->path);
  g_free (job);
}

static gboolean
same_file (const char *a, const char *b)
{
  g_autoptr (GFile) file_a = g_file_new_for_path (a);
  g_autoptr (GFile) file_b = g_file_new_for_path (b);

  return g_file_equal (file_a, file_b);
}

/* The window that is on @path, else one that is free, else a new one. */
static FondsWindow *
window_for (FondsApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  FondsWindow *vacant = NULL;
  GList *link;

  for (link = windows; link; link = link->next)
    {
      FondsWindow *window = FONDS_IS_WINDOW (link->data) ? link->data : NULL;
      const char *has = window ? fonds_window_get_path (window) : NULL;

      if (has && same_file (has, path))
        return window;
      if (window && !has && !vacant)
        vacant = window;
    }
  return vacant ? vacant : fonds_window_new (ADW_APPLICATION (self), self->desk);
}

static void
open_path (FondsApplication *self, const char *path)
{
  FondsWindow *window = window_for (self, path);

  if (fonds_window_get_path (window))
    gtk_window_present (GTK_WINDOW (window));
  else
    fonds_window_open (window, path, FALSE); /* it comes when it knows how it stood */
}

static void
sample_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SampleJob *job = data;
  g_autofree char *folder = g_path_get_dirname (job->path);
  GError *error = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno), "%s",
                             g_strerror (errno));
  else if (fonds_sample_create (job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sample_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SampleJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  if (!gtk_window_get_application (GTK_WINDOW (job->window)))
    ; /* It was closed meanwhile. */
  else if (made)
    fonds_window_open (job->window, job->path, FALSE);
  else
    fonds_window_show_error (job->window, error, job->path);
  g_application_release (G_APPLICATION (source));
}

static void
make_sample (FondsApplication *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, sample_made_cb, NULL);
  SampleJob *job = g_new0 (SampleJob, 1);

  job->window = g_object_ref (window_for (self, path));
  job->path = g_strdup (path);
  g_task_set_task_data (task, job, (GDestroyNotify) sample_job_free);
  fonds_window_show_progress (job->window, _ ("Making the sample catalogue…"),
                              _ ("This happens only once."));
  gtk_window_present (GTK_WINDOW (job->window));
  g_application_hold (G_APPLICATION (self));
  g_task_run_in_thread (task, sample_thread);
}

static void
open_sample (FondsApplication *self)
{
  g_autofree char *path = fonds_sample_default_path ();

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    open_path (self, path);
  else
    make_sample (self, path);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_sample (FONDS_APPLICATION (user_data));
}

static void
open_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_path (FONDS_APPLICATION (user_data), g_variant_get_string (parameter, NULL));
}

/* Another window on the same catalogue; on none, a welcome. */
static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsApplication *self = FONDS_APPLICATION (user_data);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  FondsWindow *window = fonds_window_new (ADW_APPLICATION (self), self->desk);
  const char *path =
      FONDS_IS_WINDOW (active) ? fonds_window_get_path (FONDS_WINDOW (active)) : NULL;

  if (path && fonds_desk_find (self->desk, path))
    fonds_window_open (window, path, FALSE);
  else
    gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsApplication *self = FONDS_APPLICATION (user_data);

  fonds_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (self)),
                             fonds_desk_get_settings (self->desk));
}

/* An uninstalled program says where its pages are. */
static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  const char *folder = g_getenv ("FONDS_HELPDIR");

  if (window)
    fonds_manual_open (window, folder ? folder : FONDS_HELPDIR);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _ ("Fonds"), "application-icon", FONDS_APP_ID,
                         "version", FONDS_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _ ("The Fonds project"), "comments",
                         _ ("A catalogue for archives: what you keep, who made it, and who says "
                            "what about it."),
                         NULL);
}

/* Windows let go of their catalogues, which close in good order, and the program ends with the last.
 * Who asks again, when no window is left, doesn't want to wait for that. */
static void
end (FondsApplication *self)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  if (!windows)
    g_application_quit (G_APPLICATION (self));
  for (GList *l = windows; l; l = l->next)
    if (FONDS_IS_WINDOW (l->data)) /* its dialogs go with it */
      gtk_window_close (l->data);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  end (FONDS_APPLICATION (user_data));
}

static gboolean
signal_cb (gpointer user_data)
{
  end (FONDS_APPLICATION (user_data));
  return G_SOURCE_CONTINUE;
}

static const GActionEntry entries[] = {
  { "open-sample", open_sample_cb },
  { "open-file", open_file_cb, "s" },
  { "new-window", new_window_cb },
  { "preferences", preferences_cb },
  { "help", help_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
fonds_application_startup (GApplication *application)
{
  FondsApplication *self = FONDS_APPLICATION (application);
  GSettings *settings;

  G_APPLICATION_CLASS (fonds_application_parent_class)->startup (application);

  self->desk = fonds_desk_new (application);
  settings = fonds_desk_get_settings (self->desk);
  if (settings)
    fonds_appearance_set_up (settings);
  /* A page's words can be selected; coming to them by keyboard doesn't yet select them. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  gtk_window_set_default_icon_name (FONDS_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  fonds_accels_install (GTK_APPLICATION (self));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (
                                   g_action_map_lookup_action (G_ACTION_MAP (self), "preferences")),
                               settings != NULL);
  self->terminate_source = g_unix_signal_add (SIGTERM, signal_cb, self);
  self->interrupt_source = g_unix_signal_add (SIGINT, signal_cb, self);
}

static gboolean
wants_welcome (FondsApplication *self)
{
  GSettings *settings = fonds_desk_get_settings (self->desk);
  g_autofree char *page = settings ? g_settings_get_string (settings, "start-page") : NULL;

  return g_strcmp0 (page, "welcome") == 0;
}

/* What was open last is known, so that one can go on where one was. */
static void
begin (FondsApplication *self)
{
  const char *last = fonds_recent_get_paths (fonds_desk_get_recent (self->desk))[0];

  if (wants_welcome (self))
    gtk_window_present (GTK_WINDOW (fonds_window_new (ADW_APPLICATION (self), self->desk)));
  else if (last)
    open_path (self, last);
  else
    open_sample (self);
}

static void
recent_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsApplication) self = user_data;

  fonds_recent_load_finish (FONDS_RECENT (source), result);
  self->recent_loaded = TRUE;
  if (self->wants_window && !gtk_application_get_windows (GTK_APPLICATION (self)))
    begin (self);
  g_application_release (G_APPLICATION (self));
}

static void
load_recent (FondsApplication *self)
{
  if (self->recent_asked)
    return;
  self->recent_asked = TRUE;
  g_application_hold (G_APPLICATION (self));
  fonds_recent_load_async (fonds_desk_get_recent (self->desk), recent_loaded_cb,
                           g_object_ref (self));
}

static void
fonds_application_activate (GApplication *application)
{
  FondsApplication *self = FONDS_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window)
    gtk_window_present (window);
  else if (self->recent_loaded)
    begin (self);
  else
    self->wants_window = TRUE;
  load_recent (self);
}

static void
fonds_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  int i;

  load_recent (FONDS_APPLICATION (application));
  for (i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path)
        open_path (FONDS_APPLICATION (application), path);
    }
}

static void
fonds_application_finalize (GObject *object)
{
  FondsApplication *self = FONDS_APPLICATION (object);

  g_clear_handle_id (&self->terminate_source, g_source_remove);
  g_clear_handle_id (&self->interrupt_source, g_source_remove);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (fonds_application_parent_class)->finalize (object);
}

static void
fonds_application_class_init (FondsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fonds_application_finalize;
  application_class->startup = fonds_application_startup;
  application_class->activate = fonds_application_activate;
  application_class->open = fonds_application_open;
}

static void
fonds_application_init (FondsApplication *self)
{
}

/**
 * fonds_application_new:
 *
 * Makes the program.
 *
 * Returns: (transfer full): the program
 */
FondsApplication *
fonds_application_new (void)
{
  return g_object_new (FONDS_TYPE_APPLICATION, "application-id", FONDS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path", "/org/fonds/Fonds", NULL);
}

/**
 * fonds_application_run:
 * @argc: how many arguments there are
 * @argv: the program's name, then catalogues to open
 *
 * Runs the program with its windows until the last one is closed.
 *
 * Returns: the exit status
 */
int
fonds_application_run (int argc, char **argv)
{
  g_autoptr (FondsApplication) application = NULL;

  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("There is no display for the window. The commands work without one: "
                             "“fonds --help” lists them."));
      return 1;
    }
  application = fonds_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
