/* shell-handle.c - the line between two panes, to be drawn aside
 *
 * One pixel is seen; a few more can be held. They lie over the pane after it: leaflets draw what comes
 * first on top.
 * Signals: dragged, with the pixels by which the pane before should be wider; reset, when a double
 * click asks for the usual width.
 * Thread: main context.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui/shell-handle.h"

struct _FondsShellHandle
{
  GtkWidget parent_instance;

  /* owned by the class's child list */
  GtkWidget *line;
};

G_DEFINE_FINAL_TYPE (FondsShellHandle, fonds_shell_handle, GTK_TYPE_WIDGET)

enum
{
  DRAGGED,
  RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The handle moves with the pane, so that each distance is one from where the handle is now. */
static void
drag_update_cb (FondsShellHandle *self, double x, double y)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_signal_emit (self, signals[DRAGGED], 0, mirrored ? -x : x);
}

static void
drag_begin_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pressed_cb (FondsShellHandle *self, int n_press)
{
  if (n_press == 2)
    g_signal_emit (self, signals[RESET], 0);
}

static void
fonds_shell_handle_dispose (GObject *object)
{
  g_clear_pointer (&FONDS_SHELL_HANDLE (object)->line, gtk_widget_unparent);

  G_OBJECT_CLASS (fonds_shell_handle_parent_class)->dispose (object);
}

static void
fonds_shell_handle_class_init (FondsShellHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fonds_shell_handle_dispose;
  signals[DRAGGED] = g_signal_new ("dragged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[RESET] =
      g_signal_new ("reset", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "panehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
fonds_shell_handle_init (FondsShellHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (self->line, "sidebar");
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * fonds_shell_handle_new:
 *
 * Makes a handle.
 *
 * Returns: (transfer floating): the handle
 */
GtkWidget *
fonds_shell_handle_new (void)
{
  return g_object_new (FONDS_TYPE_SHELL_HANDLE, NULL);
}
