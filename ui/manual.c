/* manual.c - the user's manual
 *
 * Mallard pages, which the desktop's help viewer shows. Where there is none, one is told where the
 * pages lie; they can be read without.
 * Thread: main context; whoever shows the pages is looked for elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/manual.h"

#include "ui/recent.h"

#include <glib/gi18n-lib.h>

static void
say_where (GtkWindow *parent, const char *folder)
{
  g_autofree char *inside = g_build_filename (folder, "x", NULL);
  g_autofree char *words = fonds_path_words (inside);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("No program shows the manual"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("Install the help viewer, Yelp, to read it here. The pages "
                                     "lie in %s and can be read in any "
                                     "text editor."),
                                  words);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  GtkWindow *parent;
  char *folder;
} Opening;

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;

  if (!g_app_info_launch_default_for_uri_finish (result, NULL))
    say_where (opening->parent, opening->folder);
  g_object_unref (opening->parent);
  g_free (opening->folder);
  g_free (opening);
}

/**
 * fonds_manual_open:
 * @parent: the window that asks
 * @folder: where the pages lie
 *
 * Opens the manual in the desktop's help viewer.
 */
void
fonds_manual_open (GtkWindow *parent, const char *folder)
{
  GdkAppLaunchContext *context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (parent)));
  g_autofree char *uri = g_strconcat ("help:", folder, NULL);
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->folder = g_strdup (folder);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, shown_cb,
                                           opening);
  g_object_unref (context);
}
