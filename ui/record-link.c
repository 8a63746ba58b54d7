/* record-link.c - the name of another record, which opens it
 *
 * A button of the action win.open-record(x), so that whatever window the page stands in decides what
 * opening is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-link.h"

#include "ui/label.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_record_link_new:
 * @view: the record that is read
 * @title: (nullable): what the other record is called
 * @id: the other record
 *
 * Makes a link.
 *
 * Returns: (transfer floating): the link, as wide as its title
 */
GtkWidget *
fonds_record_link_new (const FondsRecordView *view, const char *title, gint64 id)
{
  GtkWidget *link = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                  "halign", GTK_ALIGN_START, "action-name", "win.open-record",
                                  "action-target", g_variant_new_int64 (id), NULL);
  GtkWidget *label = gtk_label_new (NULL);

  fonds_label_set_value (GTK_LABEL (label), title && *title ? title : _ ("Untitled"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  fonds_label_highlight (GTK_LABEL (label), view->matcher, NULL);
  fonds_widget_set_accessible_name (link, gtk_label_get_text (GTK_LABEL (label)));
  gtk_widget_add_css_class (link, "record-link");
  gtk_widget_add_css_class (link, "flat");
  gtk_button_set_child (GTK_BUTTON (link), label);
  return link;
}
