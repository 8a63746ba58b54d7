/* window-actions.c - what can be done in a window: the actions win.*
 *
 * Invariant: an action is enabled exactly while it would do something; the properties that say so
 * are bound, never polled.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/backups-dialog.h"
#include "ui/error-words.h"
#include "ui/file-chooser.h"
#include "ui/import-dialog.h"
#include "ui/label.h"
#include "ui/report-dialog.h"
#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

static const char *const of_catalogue[] = {
  "search",     "toggle-sidebar",    "open-record", "open-in-new-window",
  "show-under", "show-in-hierarchy", "import",      "export",
  "report",     "backups",           "show-newest"
};

static GAction *
find (FondsWindow *self, const char *name)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self), name);
}

static void
set_enabled (FondsWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (find (self, name)), enabled);
}

static void
say (FondsWindow *self, const char *text)
{
  /* A toast reads markup. */
  g_autofree char *markup = g_markup_escape_text (text, -1);

  fonds_window_add_toast (self, adw_toast_new (markup));
}

static FondsWindow *
make_window (FondsWindow *self)
{
  return fonds_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                           self->desk);
}

/* Where the window is on a catalogue already, the other one gets a window of its own. */
static void
open_path (FondsWindow *self, const char *path, gboolean create)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!fonds_window_get_path (self))
    fonds_window_open (self, path, create);
  else if (create)
    fonds_window_open (make_window (self), path, TRUE);
  else
    g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1,
                        "");
}

static void
open_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (path)
    open_path (FONDS_WINDOW (source), path, FALSE);
}

static void
new_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *chosen = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);
  g_autofree char *path = NULL;

  if (!chosen)
    return;
  path = g_str_has_suffix (chosen, ".fonds") ? g_strdup (chosen)
                                             : g_strconcat (chosen, ".fonds", NULL);
  open_path (FONDS_WINDOW (source), path, TRUE);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileFilter) filter = fonds_catalogue_filter_new ();

  fonds_choose_file_async (GTK_WINDOW (user_data), _ ("Open a catalogue"), _ ("_Open"),
                           GTK_FILE_CHOOSER_ACTION_OPEN, filter, NULL, open_chosen_cb, NULL);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkFileFilter) filter = fonds_catalogue_filter_new ();

  fonds_choose_file_async (GTK_WINDOW (user_data), _ ("Make a new catalogue"), _ ("_Make"),
                           GTK_FILE_CHOOSER_ACTION_SAVE, filter, _ ("Catalogue.fonds"),
                           new_chosen_cb, NULL);
}

static void
try_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  if (self->path)
    fonds_window_open (self, self->path, FALSE);
  else
    fonds_start_page_show_welcome (self->start);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_focus_search (FONDS_WINDOW (user_data)->browser);
}

static void
toggle_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_toggle_sidebar (FONDS_WINDOW (user_data)->browser);
}

static void
go_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_go_back (FONDS_WINDOW (user_data)->browser);
}

static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_open_record (FONDS_WINDOW (user_data)->browser, g_variant_get_int64 (parameter));
}

static void
open_in_new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);
  FondsWindow *window = make_window (self);

  fonds_window_open (window, self->path, FALSE);
  fonds_window_open_record (window, g_variant_get_int64 (parameter));
}

static void
show_under_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_show_under (FONDS_WINDOW (user_data)->browser, g_variant_get_int64 (parameter));
}

static void
add_bookmark_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  _fonds_window_add_bookmark (self, fonds_browser_get_shown (self->browser), FALSE);
}

static void
add_bookmark_under_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  gint64 under = fonds_browser_get_under (self->browser);

  _fonds_window_add_bookmark (self, under ? under : fonds_browser_get_shown (self->browser), TRUE);
}

static void
show_in_hierarchy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_show_in_hierarchy (FONDS_WINDOW (user_data)->browser,
                                   g_variant_get_int64 (parameter));
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_clear_filters (FONDS_WINDOW (user_data)->browser);
}

/*
 * _fonds_window_import:
 * @self: a window on a catalogue
 * @files: (array length=n_files) (nullable): what to import, where it is known
 * @n_files: how many
 *
 * Opens the import dialog.
 */
void
_fonds_window_import (FondsWindow *self, GFile *const *files, guint n_files)
{
  fonds_import_dialog_present (GTK_WINDOW (self), self->catalogue, files, n_files);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  _fonds_window_import (FONDS_WINDOW (user_data), NULL, 0);
}

static void
show_newest_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_show_newest (FONDS_WINDOW (user_data)->browser);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fonds_browser_export (FONDS_WINDOW (user_data)->browser);
}

static void
report_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  fonds_report_dialog_present (GTK_WINDOW (self), self->catalogue);
}

static void
backups_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);
  FondsBackupsDialog *dialog = fonds_backups_dialog_present (GTK_WINDOW (self), self->session);

  g_signal_connect_object (dialog, "restore", G_CALLBACK (_fonds_window_restore), self,
                           G_CONNECT_SWAPPED);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = fonds_undo_run_finish (FONDS_UNDO (source), result, &error);
  g_autofree char *text = label ? g_strdup_printf (_ ("Taken back: %s"), label) : NULL;

  say (self, text ? text : fonds_error_title (error));
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FondsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = fonds_undo_run_finish (FONDS_UNDO (source), result, &error);
  g_autofree char *text = label ? g_strdup_printf (_ ("Brought back: %s"), label) : NULL;

  say (self, text ? text : fonds_error_title (error));
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  fonds_undo_run_async (self->undo, FALSE, NULL, undone_cb, g_object_ref (self));
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FondsWindow *self = FONDS_WINDOW (user_data);

  fonds_undo_run_async (self->undo, TRUE, NULL, redone_cb, g_object_ref (self));
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "new", new_cb },
  { "try-again", try_again_cb },
  { "close", close_cb },
  { "search", search_cb },
  { "toggle-sidebar", toggle_sidebar_cb },
  { "go-back", go_back_cb },
  { "open-record", open_record_cb, "x" },
  { "open-in-new-window", open_in_new_window_cb, "x" },
  { "show-under", show_under_cb, "x" },
  { "add-bookmark", add_bookmark_cb },
  { "add-bookmark-under", add_bookmark_under_cb },
  { "show-in-hierarchy", show_in_hierarchy_cb, "x" },
  { "clear-filters", clear_filters_cb },
  { "import", import_cb },
  { "show-newest", show_newest_cb },
  { "export", export_cb },
  { "report", report_cb },
  { "backups", backups_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
};

/*
 * _fonds_window_add_actions:
 * @self: a window that is being made
 *
 * Gives a window its actions. Those that need a catalogue wait for it.
 */
void
_fonds_window_add_actions (FondsWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  _fonds_window_disable_actions (self);
}

/*
 * _fonds_window_disable_actions:
 * @self: a window without a catalogue
 *
 * Takes away what can only be done with a catalogue.
 */
void
_fonds_window_disable_actions (FondsWindow *self)
{
  static const char *const others[] = { "go-back", "clear-filters", "undo",
                                        "redo",    "add-bookmark",  "add-bookmark-under" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (of_catalogue); i++)
    set_enabled (self, of_catalogue[i], FALSE);
  for (i = 0; i < G_N_ELEMENTS (others); i++)
    set_enabled (self, others[i], FALSE);
}

static gboolean
is_some (GBinding *binding, const GValue *id, GValue *enabled, gpointer user_data)
{
  g_value_set_boolean (enabled, g_value_get_int64 (id) != 0);
  return TRUE;
}

/* An action that needs a record is enabled while the browser's property names one. */
static void
bind_id (FondsWindow *self, const char *property, const char *action)
{
  g_object_bind_property_full (self->browser, property, find (self, action), "enabled",
                               G_BINDING_SYNC_CREATE, is_some, NULL, NULL, NULL);
}

/*
 * _fonds_window_bind_actions:
 * @self: a window that has just got its catalogue
 *
 * Lets the actions of a catalogue follow what it and its browser can do.
 */
void
_fonds_window_bind_actions (FondsWindow *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (of_catalogue); i++)
    set_enabled (self, of_catalogue[i], TRUE);
  g_object_bind_property (self->browser, "can-go-back", find (self, "go-back"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->browser, "has-filters", find (self, "clear-filters"), "enabled",
                          G_BINDING_SYNC_CREATE);
  bind_id (self, "shown", "add-bookmark");
  bind_id (self, "shown", "add-bookmark-under");
  g_object_bind_property (self->undo, "can-undo", find (self, "undo"), "enabled",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->undo, "can-redo", find (self, "redo"), "enabled",
                          G_BINDING_SYNC_CREATE);
}
