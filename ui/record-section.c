/* record-section.c - a part of a record's page under a heading
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/record-section.h"

#include "ui/label.h"

/**
 * fonds_record_section_new:
 * @heading: what the part is about
 *
 * Makes a part of the page with nothing in it but its heading.
 *
 * Returns: (transfer floating): a vertical box
 */
GtkWidget *
fonds_record_section_new (const char *heading)
{
  GtkWidget *section = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                     "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", heading, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (section, "record-section");
  gtk_widget_add_css_class (label, "heading");
  fonds_widget_set_accessible_name (section, heading);
  gtk_box_append (GTK_BOX (section), label);
  return section;
}
