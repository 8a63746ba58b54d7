/* window.c - a window on one catalogue
 *
 * Shows a start page until a catalogue is open, and a browser of it from then on. What was
 * remembered of the catalogue comes first, so that the window appears as it was left; opening and
 * closing happen on other threads.
 * Invariant: browser, undo, session and catalogue are all there or all missing.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/window-private.h"

#include "data/search/search.h"
#include "data/store/error.h"
#include "ui/appearance.h"
#include "ui/error-words.h"
#include "ui/main-menu.h"
#include "ui/stack.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (FondsWindow, fonds_window, ADW_TYPE_APPLICATION_WINDOW)

static void
close_catalogue (FondsWindow *self)
{
  if (self->opening)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->state);
  if (self->session)
    _fonds_window_keep_size (self);
  if (self->place)
    fonds_viewer_host_set_content (self->place, NULL);
  self->browser = NULL;
  g_clear_object (&self->undo);
  self->catalogue = NULL;
  g_clear_object (&self->session);
  _fonds_window_disable_actions (self);
}

static void
backup_failed_cb (FondsWindow *self, const GError *error)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Today’s backup couldn’t be made: %s"), fonds_error_title (error));
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _ ("Backups"));
  adw_toast_set_action_name (toast, "win.backups");
  fonds_window_add_toast (self, toast);
}

static gboolean
starts_anew (FondsWindow *self)
{
  GSettings *settings = fonds_desk_get_settings (self->desk);
  g_autofree char *page = settings ? g_settings_get_string (settings, "start-page") : NULL;

  return g_strcmp0 (page, "everything") == 0;
}

static void
show_session (FondsWindow *self, FondsSession *session)
{
  g_autofree char *name = fonds_catalogue_dup_name (fonds_session_get_catalogue (session));

  g_clear_object (&self->opening);
  self->session = g_object_ref (session);
  self->catalogue = fonds_session_get_catalogue (session);
  self->undo = fonds_undo_new (self->catalogue);
  self->browser = fonds_browser_new (session, self->menu);
  fonds_viewer_host_set_content (self->place, GTK_WIDGET (self->browser));
  _fonds_window_bind_actions (self);
  g_signal_connect_object (fonds_session_get_keeper (session), "failed",
                           G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_stack_set_visible_child_name (self->stack, "catalogue");
  fonds_recent_add (fonds_desk_get_recent (self->desk), self->path);
  if (!starts_anew (self))
    fonds_browser_restore (self->browser);
  fonds_browser_focus_search (self->browser);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FondsCatalogue) catalogue = fonds_catalogue_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (catalogue)
    {
      g_autoptr (FondsState) state = g_steal_pointer (&self->state);
      g_autoptr (FondsSession) session = fonds_desk_begin (self->desk, catalogue, state);

      show_session (self, session);
      return;
    }
  g_clear_object (&self->opening);
  g_clear_object (&self->state);
  if (g_error_matches (error, FONDS_STORE_ERROR, FONDS_STORE_ERROR_NOT_FOUND))
    fonds_recent_remove (fonds_desk_get_recent (self->desk), self->path);
  fonds_window_show_error (self, error, self->path);
}

static void
remembered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsWindow) self = user_data;
  FondsState *state = FONDS_STATE (source);

  fonds_state_load_finish (state, result);
  if (state != self->state) /* another one is opened by now, or none */
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    _fonds_window_restore_size (self, state);
  gtk_window_present (GTK_WINDOW (self));
  fonds_catalogue_open_async (self->path, self->create, fonds_search_projectors (), self->opening,
                              opened_cb, g_object_ref (self));
}

/* Dialogs hold the catalogue; left open, they would keep it, and the program, from ending. */
static void
destroy_dialogs (GtkWindow *window)
{
  GList *all = gtk_window_list_toplevels ();

  g_list_foreach (all, (GFunc) (void (*) (void)) g_object_ref,
                  NULL); /* one may take another with it */
  for (GList *l = all; l; l = l->next)
    if (gtk_window_get_transient_for (l->data) == window)
      {
        destroy_dialogs (l->data);
        gtk_window_destroy (l->data);
      }
  g_list_free_full (all, g_object_unref);
}

static gboolean
fonds_window_close_request (GtkWindow *window)
{
  destroy_dialogs (window);
  close_catalogue (FONDS_WINDOW (window));
  return GTK_WINDOW_CLASS (fonds_window_parent_class)->close_request (window);
}

static void
fonds_window_dispose (GObject *object)
{
  FondsWindow *self = FONDS_WINDOW (object);

  close_catalogue (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FONDS_TYPE_WINDOW);

  G_OBJECT_CLASS (fonds_window_parent_class)->dispose (object);
}

static void
fonds_window_finalize (GObject *object)
{
  FondsWindow *self = FONDS_WINDOW (object);

  g_free (self->path);
  g_clear_object (&self->menu);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (fonds_window_parent_class)->finalize (object);
}

static void
fonds_window_class_init (FondsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fonds_window_dispose;
  object_class->finalize = fonds_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = fonds_window_close_request;

  g_type_ensure (FONDS_TYPE_START_PAGE);
  g_type_ensure (FONDS_TYPE_VIEWER_HOST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/fonds/Fonds/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, FondsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FondsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FondsWindow, start);
  gtk_widget_class_bind_template_child (widget_class, FondsWindow, place);
}

static void
fonds_window_init (FondsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fonds_stack_hide_others (self->stack);
  _fonds_window_add_actions (self);
  _fonds_window_add_drop (self);
}

/**
 * fonds_window_new:
 * @application: the program
 * @desk: what all windows share
 *
 * Makes a window that bids welcome.
 *
 * Returns: (transfer none): the window, owned by GTK
 */
FondsWindow *
fonds_window_new (AdwApplication *application, FondsDesk *desk)
{
  FondsWindow *self = g_object_new (FONDS_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = fonds_desk_get_settings (desk);

  self->desk = g_object_ref (desk);
  self->menu = fonds_main_menu_new (fonds_desk_get_recent (desk));
  fonds_start_page_set_desk (self->start, desk, self->menu);
  if (settings)
    {
      _fonds_window_bind_size (self, settings);
      fonds_appearance_follow (settings, GTK_WIDGET (self));
    }
  return self;
}

/**
 * fonds_window_get_path:
 * @self: a window
 *
 * Says which catalogue the window is on.
 *
 * Returns: (transfer none) (nullable): its path; %NULL on a window that is free for another
 */
const char *
fonds_window_get_path (FondsWindow *self)
{
  g_return_val_if_fail (FONDS_IS_WINDOW (self), NULL);

  return self->catalogue || self->opening ? self->path : NULL;
}

/**
 * fonds_window_open:
 * @self: a window
 * @path: the catalogue's file
 * @create: whether to make it
 *
 * Opens a catalogue in this window, in place of what it shows, and presents the window as it was
 * when it was last on this catalogue.
 */
void
fonds_window_open (FondsWindow *self, const char *path, gboolean create)
{
  g_autofree char *own_path = g_strdup (path); /* @path may be our own, of the last attempt */
  g_autofree char *name = g_filename_display_basename (path);
  FondsSession *session;

  g_return_if_fail (FONDS_IS_WINDOW (self));

  close_catalogue (self);
  g_free (self->path);
  self->path = g_steal_pointer (&own_path);
  session = create ? NULL : fonds_desk_find (self->desk, self->path);
  if (session)
    {
      if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
        _fonds_window_restore_size (self, fonds_session_get_state (session));
      show_session (self, session);
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  self->create = create;
  self->opening = g_cancellable_new ();
  self->state =
      fonds_state_new_for_catalogue (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                     self->path);
  fonds_window_show_progress (self, _ ("Opening the catalogue…"), name);
  fonds_state_load_async (self->state, remembered_cb, g_object_ref (self));
}

/**
 * fonds_window_open_record:
 * @self: a window on a catalogue
 * @id: a record of it
 *
 * Shows a record.
 */
void
fonds_window_open_record (FondsWindow *self, gint64 id)
{
  g_return_if_fail (FONDS_IS_WINDOW (self));

  if (self->browser)
    fonds_browser_open_record (self->browser, id);
}

/*
 * _fonds_window_wait_for_file:
 * @self: a window on a catalogue
 * @title: what is done to its file
 *
 * Lets go of the catalogue, and keeps the window for it until fonds_window_open().
 */
void
_fonds_window_wait_for_file (FondsWindow *self, const char *title)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  close_catalogue (self);
  self->opening = g_cancellable_new ();
  fonds_window_show_progress (self, title, name);
}

/**
 * fonds_window_show_progress:
 * @self: a window without a catalogue
 * @title: what is being done
 * @what: (nullable): what it is done to
 *
 * Says that something takes a moment.
 */
void
fonds_window_show_progress (FondsWindow *self, const char *title, const char *what)
{
  g_return_if_fail (FONDS_IS_WINDOW (self));

  fonds_start_page_show_progress (self->start, title, what);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

/**
 * fonds_window_show_error:
 * @self: a window without a catalogue
 * @error: why there is none
 * @path: (nullable): the file that it is about
 *
 * Says what went wrong and what to do about it.
 */
void
fonds_window_show_error (FondsWindow *self, const GError *error, const char *path)
{
  g_return_if_fail (FONDS_IS_WINDOW (self));

  fonds_start_page_show_error (self->start, error, path);
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Fonds"));
}

/**
 * fonds_window_add_toast:
 * @self: a window
 * @toast: (transfer full): what to say
 *
 * Says something in passing.
 */
void
fonds_window_add_toast (FondsWindow *self, AdwToast *toast)
{
  g_return_if_fail (FONDS_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * fonds_window_who:
 * @widget: a window on a catalogue, or what is in it
 *
 * Says whose name the journal gets for what is done here.
 *
 * Returns: (transfer none): the person's name
 */
const char *
fonds_window_who (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (FONDS_IS_WINDOW (root) && FONDS_WINDOW (root)->catalogue)
    return fonds_catalogue_get_who (FONDS_WINDOW (root)->catalogue);
  return g_get_real_name ();
}
