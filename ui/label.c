/* label.c - small words and their manners, shared by every widget
 *
 * Counts are grouped as the locale groups them (the C locale doesn't). A value stands in its own
 * direction, whatever the direction of the window around it.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/label.h"

#include "data/text/direction.h"

#include <glib/gi18n-lib.h>

/**
 * fonds_format_count:
 * @count: a number of things
 *
 * Writes a number as the locale writes it.
 *
 * Returns: (transfer full): "1234" in the C locale, "1 234" or "1,234" elsewhere
 */
char *
fonds_format_count (gint64 count)
{
  return g_strdup_printf ("%'" G_GINT64_FORMAT, count);
}

/**
 * fonds_format_records:
 * @count: how many records
 *
 * Says how many records there are, as the label above the results does.
 *
 * Returns: (transfer full): "1 record", "1234 records"
 */
char *
fonds_format_records (gint64 count)
{
  g_autofree char *number = fonds_format_count (count);

  return g_strdup_printf (ngettext ("%s record", "%s records", (gulong) count), number);
}

/**
 * fonds_decoration_new:
 * @icon: (nullable): the name of a symbolic icon
 *
 * Makes an image beside a text that says the same, so that screen readers pass over it.
 *
 * Returns: (transfer floating): the image
 */
GtkWidget *
fonds_decoration_new (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", icon, NULL);
}

/* Gives @widget the direction of @text: figures and signs without letters, such as 1918..1923, run
 * from the left in every script. Returns where its text has to be aligned to begin where the
 * window's lines begin: alignment is mirrored with the widget's own direction. */
static float
turn (GtkWidget *widget, const char *text)
{
  FondsDirection direction = text ? fonds_text_direction (text) : FONDS_DIRECTION_NEUTRAL;

  gtk_widget_set_direction (widget,
                            direction == FONDS_DIRECTION_RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  return gtk_widget_get_direction (widget) == gtk_widget_get_default_direction () ? 0 : 1;
}

/**
 * fonds_label_set_value:
 * @label: a label
 * @text: (nullable): somebody's own words: a title, a name
 *
 * Shows a value in its own direction; a text without letters runs from the left. In either case it
 * begins where the window's lines begin, so that a list can be run down with the eye.
 */
void
fonds_label_set_value (GtkLabel *label, const char *text)
{
  gtk_label_set_xalign (label, turn (GTK_WIDGET (label), text));
  gtk_label_set_text (label, text ? text : "");
}

/**
 * fonds_inscription_set_value:
 * @inscription: a line of a list
 * @text: (nullable): somebody's own words: a title, a name
 *
 * Does what [func@label_set_value] does, in a list.
 */
void
fonds_inscription_set_value (GtkInscription *inscription, const char *text)
{
  gtk_inscription_set_xalign (inscription, turn (GTK_WIDGET (inscription), text));
  gtk_inscription_set_text (inscription, text ? text : "");
}

static gboolean
query_tooltip_cb (GtkWidget *inscription, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));

  gtk_tooltip_set_text (tooltip, text);
  return text && *text;
}

/**
 * fonds_inscription_explain:
 * @inscription: a line of a list
 *
 * Lets the tooltip say all of its text. The text is asked for when it is wanted: to set a tooltip
 * costs a question to the display, which a list with hundreds of cells can't afford.
 */
void
fonds_inscription_explain (GtkInscription *inscription)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (inscription), TRUE);
  g_signal_connect (inscription, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * fonds_widget_set_accessible_name:
 * @widget: a widget
 * @name: what a person would call it
 *
 * Names a widget for screen readers and tests.
 */
void
fonds_widget_set_accessible_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * fonds_widget_set_accessible_description:
 * @widget: a widget
 * @description: what is to be said after its name
 *
 * Describes a widget for screen readers.
 */
void
fonds_widget_set_accessible_description (GtkWidget *widget, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}
