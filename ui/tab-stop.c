/* tab-stop.c - the way of the Tab key through panes and lists
 *
 * A list of GTK 4.8 gives the Tab key every row, so that nobody comes past a list of thousands; from
 * 4.12 on it can be told otherwise. Within a stop the arrows move, and Tab leaves.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/tab-stop.h"

struct _FondsTabStop
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (FondsTabStop, fonds_tab_stop, ADW_TYPE_BIN)

static gboolean
fonds_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean by_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (by_tab && gtk_widget_get_focus_child (widget))
    return FALSE;
  return GTK_WIDGET_CLASS (fonds_tab_stop_parent_class)->focus (widget, direction);
}

static void
fonds_tab_stop_class_init (FondsTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = fonds_tab_stop_focus;
}

static void
fonds_tab_stop_init (FondsTabStop *self)
{
}

/**
 * fonds_tab_stop_new:
 *
 * Makes a stop without a list.
 *
 * Returns: (transfer floating): a #FondsTabStop
 */
GtkWidget *
fonds_tab_stop_new (void)
{
  return g_object_new (FONDS_TYPE_TAB_STOP, NULL);
}

/**
 * fonds_bin_pass_focus:
 * @bin: a bin that sends grabbed focus to a favourite place inside it
 * @direction: where the focus moves
 *
 * Moves the focus through what is in a bin. As the class's `focus`, it keeps GTK from grabbing the
 * focus for the bin at each step, which would never get anywhere but to that place.
 *
 * Returns: whether the focus is in the bin now
 */
gboolean
fonds_bin_pass_focus (GtkWidget *bin, GtkDirectionType direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (bin)), direction);
}
