/* media-outside.c - handing a file to another program, or to a folder
 *
 * Other programs get a copy under the file's own name: what the catalogue keeps must never change
 * behind its back.
 * Thread: main context; copies are made elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/media-outside.h"

#include "ui/file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget;
  FondsMedia *media;
  char *hash;
  char *name;
  GFile *copy; /* (nullable) */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->widget);
  g_object_unref (errand->media);
  g_free (errand->hash);
  g_free (errand->name);
  g_clear_object (&errand->copy);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static Errand *
errand_new (GtkWidget *widget, FondsMedia *media, const FondsAttachment *attachment)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->widget = g_object_ref (widget);
  errand->media = g_object_ref (media);
  errand->hash = g_strdup (attachment->hash);
  /* A name from elsewhere may be a path; only its end is a name here. */
  errand->name = g_path_get_basename (attachment->name && *attachment->name ? attachment->name
                                                                            : attachment->hash);
  return errand;
}

static GtkWindow *
window_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GtkWidget *
find_overlay (GtkWidget *widget)
{
  GtkWidget *child, *found = NULL;

  if (ADW_IS_TOAST_OVERLAY (widget))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);
  return found;
}

/**
 * fonds_say:
 * @widget: where it happened: a window, or something in one
 * @text: a sentence
 * @button: (nullable): the label of a button beside it
 * @action: (nullable): what the button does
 *
 * Tells what came of something, in passing.
 */
void
fonds_say (GtkWidget *widget, const char *text, const char *button, const char *action)
{
  GtkWindow *window = window_of (widget);
  GtkWidget *overlay = window ? find_overlay (GTK_WIDGET (window)) : NULL;
  g_autofree char *markup = g_markup_escape_text (text, -1); /* a toast reads markup */
  AdwToast *toast;

  if (!overlay)
    return;
  toast = adw_toast_new (markup);
  if (button)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    fonds_say (errand->widget, _ ("No program here opens such files"), NULL, NULL);
}

static void
opened_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *window = window_of (errand->widget);
  g_autofree char *uri = NULL;

  if (!fonds_media_copy_finish (errand->media, result, &error))
    {
      fonds_say (errand->widget, error->message, NULL, NULL);
      return;
    }
  if (!window)
    return;
  uri = g_file_get_uri (errand->copy);
  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, g_steal_pointer (&errand));
}

static void
make_folder (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("fonds-XXXXXX", &error);

  if (folder)
    g_task_return_pointer (task, g_file_new_build_filename (folder, (char *) data, NULL),
                           g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  errand->copy = g_task_propagate_pointer (G_TASK (result), &error);
  if (!errand->copy)
    {
      fonds_say (errand->widget, error->message, NULL, NULL);
      return;
    }
  fonds_media_copy_async (errand->media, errand->hash, errand->copy, NULL, opened_copied_cb,
                          errand);
  g_steal_pointer (&errand);
}

/**
 * fonds_media_open_outside:
 * @widget: where it is asked for
 * @media: a catalogue's media
 * @attachment: a file of theirs
 *
 * Opens a copy of a file with the program that this desk uses for such files.
 */
void
fonds_media_open_outside (GtkWidget *widget, FondsMedia *media, const FondsAttachment *attachment)
{
  Errand *errand = errand_new (widget, media, attachment);
  g_autoptr (GTask) task = g_task_new (media, NULL, folder_cb, errand);

  g_task_set_source_tag (task, fonds_media_open_outside);
  g_task_set_task_data (task, g_strdup (errand->name), g_free);
  g_task_run_in_thread (task, make_folder);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved = fonds_media_copy_finish (errand->media, result, &error);

  fonds_say (errand->widget, saved ? _ ("Copy saved") : error->message, NULL, NULL);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autofree char *path = fonds_choose_file_finish (GTK_WINDOW (source), result, NULL);

  if (!path)
    return;
  errand->copy = g_file_new_for_path (path);
  fonds_media_copy_async (errand->media, errand->hash, errand->copy, NULL, saved_cb, errand);
  g_steal_pointer (&errand);
}

/**
 * fonds_media_save_copy:
 * @widget: where it is asked for
 * @media: a catalogue's media
 * @attachment: a file of theirs
 *
 * Asks where to, and saves a copy of a file there.
 */
void
fonds_media_save_copy (GtkWidget *widget, FondsMedia *media, const FondsAttachment *attachment)
{
  Errand *errand = errand_new (widget, media, attachment);

  fonds_choose_file_async (window_of (widget), _ ("Save a copy"), _ ("_Save"),
                           GTK_FILE_CHOOSER_ACTION_SAVE, NULL, errand->name, place_chosen_cb,
                           errand);
}
