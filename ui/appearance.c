/* appearance.c - how large the text is and how close the rows stand
 *
 * The size of text is that of the desktop times the person's own, and holds for all that is written,
 * so that headings keep their proportion and panes fold when they become too narrow for it.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/appearance.h"

typedef struct
{
  GtkSettings *gtk;
  int desktop_dpi; /* in 1024ths of dots an inch */
} Text;

/* Where the desktop says nothing, GTK takes what the display says, and only tells what it writes. */
static int
find_desktop_dpi (GtkSettings *gtk)
{
  GtkWidget *sample;
  double resolution;
  int dpi = 0;

  g_object_get (gtk, "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    return dpi;
  sample = g_object_ref_sink (gtk_label_new (NULL));
  resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (sample));
  g_object_unref (sample);
  return (int) (resolution * 1024);
}

static void
text_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  const Text *text = user_data;
  gint64 dpi = (gint64) text->desktop_dpi * g_settings_get_int (settings, "text-size") / 100;

  g_object_set (text->gtk, "gtk-xft-dpi", (int) dpi, NULL);
}

static void
compact_changed_cb (GtkWidget *window, const char *key, GSettings *settings)
{
  if (g_settings_get_boolean (settings, "compact"))
    gtk_widget_add_css_class (window, "compact");
  else
    gtk_widget_remove_css_class (window, "compact");
}

static void
text_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * fonds_appearance_set_up:
 * @settings: what a person chose
 *
 * Lets the text of the whole program follow the settings. Once, when there is a display.
 */
void
fonds_appearance_set_up (GSettings *settings)
{
  Text *text = g_new0 (Text, 1);

  text->gtk = gtk_settings_get_default ();
  text->desktop_dpi = find_desktop_dpi (text->gtk);
  g_signal_connect_data (settings, "changed::text-size", G_CALLBACK (text_changed_cb), text,
                         text_free, 0);
  if (g_settings_get_int (settings, "text-size") != 100)
    text_changed_cb (settings, NULL, text);
}

/**
 * fonds_appearance_follow:
 * @settings: what a person chose
 * @window: a window with lists
 *
 * Lets the rows of a window follow the settings.
 */
void
fonds_appearance_follow (GSettings *settings, GtkWidget *window)
{
  g_signal_connect_object (settings, "changed::compact", G_CALLBACK (compact_changed_cb), window,
                           G_CONNECT_SWAPPED);
  compact_changed_cb (window, NULL, settings);
}
