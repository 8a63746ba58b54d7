/* shell-pane.c - one of the shell's panes, as wide as it would like to be
 *
 * What is in a pane must not move its borders: a long title would. The pane is as wide as it is told
 * to be where there is room, and never asks for more.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/shell-pane.h"

struct _FondsShellPane
{
  AdwBin parent_instance;

  /* state */
  int width; /* pixels; 0: as little as may be */
};

G_DEFINE_FINAL_TYPE (FondsShellPane, fonds_shell_pane, ADW_TYPE_BIN)

static void
fonds_shell_pane_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, FONDS_SHELL_PANE (widget)->width);
}

static GtkSizeRequestMode
fonds_shell_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fonds_shell_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
fonds_shell_pane_class_init (FondsShellPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = fonds_shell_pane_measure;
  widget_class->get_request_mode = fonds_shell_pane_get_request_mode;
  widget_class->size_allocate = fonds_shell_pane_size_allocate;
}

static void
fonds_shell_pane_init (FondsShellPane *self)
{
  /* The bin's own layout would be asked in place of the class. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

/**
 * fonds_shell_pane_new:
 *
 * Makes an empty pane.
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
fonds_shell_pane_new (void)
{
  return g_object_new (FONDS_TYPE_SHELL_PANE, NULL);
}

/**
 * fonds_shell_pane_set_width:
 * @self: a pane
 * @width: pixels
 *
 * Says how wide the pane would like to be.
 */
void
fonds_shell_pane_set_width (FondsShellPane *self, int width)
{
  g_return_if_fail (FONDS_IS_SHELL_PANE (self));

  if (width == self->width)
    return;
  self->width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
