/* field-address.c - a link out of the catalogue
 *
 * An address is opened by the program that the desktop has for it, never by us.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field-address.h"

#include "ui/label.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && FONDS_IS_WINDOW (window))
    fonds_window_add_toast (FONDS_WINDOW (window),
                            adw_toast_new (_ ("No program opens this kind of address")));
}

static gboolean
activate_link_cb (GtkLinkButton *link)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (link));

  gtk_show_uri_full (GTK_WINDOW (root), gtk_link_button_get_uri (link), GDK_CURRENT_TIME, NULL,
                     shown_cb, g_object_ref (root));
  return GDK_EVENT_STOP;
}

/**
 * fonds_address_link_new:
 * @uri: where it leads
 * @text: what it says
 *
 * Makes a link out of the catalogue: a button and no link inside a label, since GTK 4.8 stumbles over
 * those while nothing has the focus.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
fonds_address_link_new (const char *uri, const char *text)
{
  GtkWidget *link = gtk_link_button_new_with_label (uri, text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (link));

  fonds_label_set_value (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_add_css_class (link, "record-link");
  g_signal_connect (link, "activate-link", G_CALLBACK (activate_link_cb), NULL);
  return link;
}
