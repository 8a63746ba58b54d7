/* seek.c - finds widgets in a window by what they are and say
 *
 * Only what is mapped is found: a page of a stack that isn't shown isn't there.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tests/ui/seek.h"

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
seek (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (wanted (widget, data))
    return widget;
  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = seek (child, wanted, data);

      if (found)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return g_type_is_a (G_OBJECT_TYPE (widget), GPOINTER_TO_SIZE (data));
}

static gboolean
is_label (GtkWidget *widget, gconstpointer data)
{
  const char *text = NULL;

  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  return text && g_strcmp0 (text, data) == 0;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && seek (widget, is_label, data) != NULL;
}

/**
 * seek_type:
 * @root: where to look
 * @type: a type of widget
 *
 * Returns: (transfer none) (nullable): the first widget of that type
 */
GtkWidget *
seek_type (GtkWidget *root, GType type)
{
  return seek (root, is_of_type, GSIZE_TO_POINTER (type));
}

/**
 * seek_label:
 * @root: where to look
 * @text: what it says, to the letter
 *
 * Returns: (transfer none) (nullable): the first label that says so
 */
GtkWidget *
seek_label (GtkWidget *root, const char *text)
{
  return seek (root, is_label, text);
}

/**
 * seek_button:
 * @root: where to look
 * @label: what it says, to the letter
 *
 * Returns: (transfer none) (nullable): the first button that says so
 */
GtkWidget *
seek_button (GtkWidget *root, const char *label)
{
  return seek (root, is_button, label);
}
