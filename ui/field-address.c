/* field-address.c - the addresses to which identifiers lead
 *
 * An address is opened by the program that the desktop has for it, never by us. An identifier that
 * doesn't pass its own check leads nowhere: it would be somebody else's.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/field-address.h"

#include "data/catalogue/codes-list.h"
#include "data/text/codes.h"
#include "ui/label.h"
#include "ui/window.h"

#include <glib/gi18n-lib.h>

/* The schemes whose identifiers check themselves. */
static const struct
{
  const char *id;
  FondsIdentifierScheme scheme;
} checked[] = {
  { "orcid", FONDS_IDENTIFIER_ORCID },
  { "isni", FONDS_IDENTIFIER_ISNI },
  { "ror", FONDS_IDENTIFIER_ROR },
};

/**
 * fonds_field_is_address:
 * @text: (nullable): what a field says
 *
 * Returns: whether that is an address of the web
 */
gboolean
fonds_field_is_address (const char *text)
{
  return text && (g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://"));
}

/* As the address wants it: checked, and without the spaces for the eye. */
static char *
spell (const char *scheme, const char *identifier)
{
  g_auto (GStrv) parts = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (checked); i++)
    if (g_str_equal (checked[i].id, scheme))
      {
        g_autofree char *canonical = fonds_identifier_canonical (checked[i].scheme, identifier);

        parts = canonical ? g_strsplit (canonical, " ", -1) : NULL;
        return parts ? g_strjoinv ("", parts) : NULL;
      }
  return g_strdup (identifier);
}

/**
 * fonds_field_address:
 * @scheme: (nullable): the id of the scheme of an identifier
 * @identifier: (nullable): the identifier
 *
 * Finds where an identifier leads.
 *
 * Returns: (transfer full) (nullable): the address; %NULL where the scheme has none, or where the
 *   identifier is wrong
 */
char *
fonds_field_address (const char *scheme, const char *identifier)
{
  const FondsCode *code = scheme ? fonds_code_find ("identifier-scheme", scheme) : NULL;
  g_autofree char *spelt = NULL;
  g_autofree char *escaped = NULL;

  if (!identifier || fonds_field_is_address (identifier))
    return g_strdup (identifier);
  /* Some schemes only have an address for the scheme itself. */
  if (!code || !fonds_field_is_address (code->term) || !g_str_has_suffix (code->term, "/"))
    return NULL;
  spelt = spell (scheme, identifier);
  if (!spelt)
    return NULL;
  escaped = g_uri_escape_string (spelt, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH, FALSE);
  return g_strconcat (code->term, escaped, NULL);
}

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
